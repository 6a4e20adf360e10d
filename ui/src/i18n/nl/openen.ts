/** Opening, making and recovering a workspace. */
import type { Strength } from '../../bindings/index.ts';

const strengths: Record<Strength, string> = {
  refused: 'Te kort of te eentonig.',
  weak: 'Zwak: snel geraden. Maak er een zin van.',
  fair: 'Redelijk. Een woord erbij maakt hem sterk.',
  strong: 'Sterk.',
};
const duration = (seconds: number) =>
  seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;

export const openen = {
  recent: 'Onlangs geopend',
  none: 'Hier komen je werkbestanden te staan. Begin met het voorbeeld, of maak een nieuw partnerschap.',
  missing: 'niet gevonden',
  new: 'Nieuw partnerschap',
  other: 'Ander bestand',
  example: 'Voorbeeld bekijken',
  check: 'Controleer een formulier',
  offline: 'Werkt zonder internet. Alles staat versleuteld op deze computer.',
  passphrase: 'Wachtzin',
  open: 'Open',
  show: 'Toon wat ik typ',
  hide: 'Verberg wat ik typ',
  exampleHint: 'De wachtzin van het voorbeeld is ‘voorbeeld’.',
  lost: 'Wachtzin kwijt? Open met de herstelsleutel',
  recoveryKey: 'Herstelsleutel',
  newPassphrase: 'Nieuwe wachtzin',
  recover: 'Open en stel wachtzin in',
  choose: 'Kies links een werkbestand.',
  newTitle: 'Nieuw partnerschap',
  partnership: 'Naam van het partnerschap',
  year: 'Studiejaar, bijvoorbeeld 2026-2027',
  examiner: 'Naam van de examinator',
  where: 'Kies waar het bestand komt',
  make: 'Maak werkbestand',
  strength: 'Ten minste acht tekens; vier losse woorden zijn sterk en te onthouden.',
  strengths,
  triesLeft: (left: number) =>
    left === 1 ? 'Nog één poging, daarna even wachten.' : `Nog ${left} pogingen, daarna even wachten.`,
  waiting: (seconds: number) => `Je kunt het over ${duration(seconds)} opnieuw proberen.`,
  locked: (time: string, idle: boolean, kept: boolean) =>
    `Vergrendeld om ${time}${idle ? ', na een tijd rust' : ''}. ${
      kept ? 'Wat je schreef is bewaard.' : 'Wat nog niet bewaard was, heb je laten vallen.'
    }`,
  forget: (name: string) => `Haal ${name} uit deze lijst`,
  forgotten: (name: string) => `${name} staat niet meer in de lijst; het bestand is er nog.`,
  gone: 'Dit bestand staat niet meer op deze plek. Is het verplaatst, open het dan met ‘Ander bestand’.',
  back: 'Terug naar de wachtzin',
  lostText: 'Zonder wachtzin of herstelsleutel kan niemand dit bestand openen, ook de HAN niet.',
  welcome: 'Welkom',
  welcomeText: 'Bekijk het voorbeeld met verzonnen studenten, of maak het werkbestand van je eigen partnerschap.',
  keyTitle: 'Bewaar deze herstelsleutel',
  keyText:
    'Dit is de enige keer dat je hem ziet. Schrijf hem op en bewaar hem buiten deze computer. Wie hem heeft, kan het werkbestand openen.',
  keyDone: 'Ik heb hem bewaard',
  keyCopy: 'Kopieer',
  keyCopied: 'De herstelsleutel staat op het klembord.',
  keyNotCopied: 'Kopiëren is niet gelukt. Selecteer de herstelsleutel en kopieer hem met Ctrl+C.',
};
