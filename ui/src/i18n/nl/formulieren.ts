/** Forms: looking, signing, finding. */
import type { CopyState, Verdict } from '../../bindings/index.ts';

const signature: Record<Verdict, string> = {
  valid: 'De handtekening is geldig.',
  valid_untrusted: 'De handtekening klopt; het certificaat is hier niet vertrouwd.',
  invalid: 'De handtekening klopt niet meer.',
  unsigned: 'Er staat geen handtekening op.',
};
const copy: Record<CopyState, string> = {
  none: 'Nog niet in de map geschreven.',
  same: 'Staat in de map:',
  differs: 'In de map staat iets anders dan wat is ondertekend:',
  gone: 'Staat niet meer in de map:',
};

export const formulieren = {
  title: 'Formulieren',
  intro: (toSign: number, signed: number) =>
    `${toSign === 0 ? 'Er wacht geen formulier' : toSign === 1 ? '1 formulier wacht' : `${toSign} formulieren wachten`} op je handtekening; ${signed} ${signed === 1 ? 'is' : 'zijn'} ondertekend.`,
  empty: 'Er is nog geen vastgesteld oordeel. Stel er in een dossier een vast; het formulier verschijnt hier.',
  toDossiers: 'Naar de dossiers',
  toDossier: 'Naar het dossier',
  without: (number: string) =>
    `Voor student ${number} is nog geen oordeel vastgesteld, dus is er nog geen formulier. Schrijf het oordeel af in het dossier en stel het vast.`,
  show: 'Toon',
  filters: { all: 'alle', toSign: 'te ondertekenen', signed: 'ondertekend', replaced: 'vervangen' },
  standing: { toSign: 'nog te ondertekenen', signed: 'ondertekend', replaced: 'vervangen door een herziening' },
  find: 'Zoek op naam of nummer',
  nothing: 'Geen formulier past bij dit filter.',
  signMany: (count: number) => (count === 1 ? 'Onderteken 1 formulier' : `Onderteken alle ${count}`),
  sign: 'Onderteken',
  now: (name: string) => `Nu ondertekend: ${name}`,
  left: (count: number) =>
    count === 1
      ? 'Gestopt; 1 student is niet aan de beurt geweest.'
      : `Gestopt; ${count} studenten zijn niet aan de beurt geweest.`,
  notSigned: (count: number) =>
    count === 1 ? 'Eén formulier is niet ondertekend' : `${count} formulieren zijn niet ondertekend`,
  reveal: 'Toon in map',
  verify: 'Controleer',
  writeAgain: 'Schrijf opnieuw in de map',
  signedBy: (by: string, at: string) => `Ondertekend door ${by}, ${at}.`,
  signature,
  copy,
  unsigned: 'Nog niet ondertekend',
  neverSigned: 'Nooit ondertekend',
  isCurrent: 'Dit is de huidige versie.',
  isRevision: 'Dit is een herziening, en de huidige versie.',
  isReplaced: 'Vervangen door een herziening; blijft te controleren.',
  paperless: 'Dit oordeel is vervangen voordat het formulier werd ondertekend. Er is dus geen formulier van.',
  about: 'Over dit formulier',
  attempt: (attempt: number) => `gelegenheid ${attempt}`,
  established: (day: string) => `vastgesteld ${day}`,
  hash: 'Hash van het oordeel',
  copyHash: 'Kopieer',
  copied: 'De hash staat op het klembord.',
  notCopied: 'Kopiëren is niet gelukt. Selecteer de hash en kopieer hem met Ctrl+C.',
  folder: 'Ondertekende formulieren komen in',
  otherFolder: 'Andere map',
  usualFolder: 'Naast werkbestand',
  tools: 'Bladeren en vergroten',
  page: (page: number, of: number) => `bladzijde ${page} van ${of}`,
  pageWord: 'Bladzijde',
  of: (pages: number) => `van ${pages}`,
  previous: 'Vorige bladzijde',
  next: 'Volgende bladzijde',
  zoomIn: 'Groter',
  zoomOut: 'Kleiner',
  percent: (zoom: number) => `${zoom}%`,
  fit: 'Paginabreedte',
  loading: 'De bladzijden komen eraan…',
  unreadable: 'Deze bladzijden zijn niet te tonen. Open het bestand in een ander programma om het te lezen.',
  failed: 'De formulieren zijn niet te lezen.',
  choose: 'Kies een formulier om het te bekijken.',
  preview: 'Het formulier',
};
