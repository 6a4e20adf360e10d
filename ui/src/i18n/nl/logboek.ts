/** The journal. */

export const logboek = {
  title: 'Logboek',
  intact: 'De keten klopt: er is niets veranderd of weggehaald.',
  broken: 'De keten klopt NIET: er is iets veranderd of weggehaald. Zet een reservekopie terug en meld dit.',
  when: 'Wanneer',
  who: 'Wie',
  what: 'Wat',
  about: 'Waarover',
  why: 'Waarom',
  hash: 'Hash',
  filter: 'Alleen dit studentnummer',
  table: 'Handelingen, de laatste bovenaan',
};
