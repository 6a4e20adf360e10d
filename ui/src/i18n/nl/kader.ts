/** The framework and the weights. */

export const kader = {
  title: 'Kader',
  sources: 'Bronnen en weging',
  band: 'Bandbreedte',
  weight: 'Gewicht',
  source: 'Bron',
  unused: 'bewust niet ingezet',
  criteria: 'Criteria',
  levels: 'Schaal',
  outcomes: 'Uitkomsten',
  reason: 'Reden van deze weging',
  noReason: 'Er is nog geen reden vastgelegd.',
  frozen: (day: string) => `Bevroren voor dit cohort op ${day}.`,
  open: 'Nog niet bevroren; dat gebeurt bij het eerste vastgestelde oordeel.',
  proposal: 'Dit is een voorbeeldkader, geen HAN-beleid.',
};
