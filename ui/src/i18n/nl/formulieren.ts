/** Forms: looking, signing, finding. */

export const formulieren = {
  title: 'Formulieren',
  empty: 'Er is nog geen vastgesteld oordeel. Stel er in een dossier een vast; het formulier verschijnt hier.',
  signAll: 'Alles ondertekenen',
  sign: 'Onderteken',
  reveal: 'Toon in map',
  verify: 'Controleer',
  signedBy: (by: string, at: string) => `Ondertekend door ${by}, ${at}`,
  unsigned: 'Nog niet ondertekend',
  replaced: 'vervangen',
  attempt: (attempt: number) => `gelegenheid ${attempt}`,
  established: (day: string) => `vastgesteld ${day}`,
  page: (page: number, of: number) => `pagina ${page} van ${of}`,
  zoomIn: 'Groter',
  zoomOut: 'Kleiner',
  choose: 'Kies een formulier om het te bekijken.',
  preview: 'Het formulier',
};
