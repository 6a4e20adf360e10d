/** Signing: which key, a time stamp, names, progress, and what came of it. */
import type { SecondSigner, SignOutcome, StampFaultCode } from '../../bindings/index.ts';
import { number } from './count.ts';

const outcomes: Record<SignOutcome, (count: number) => string> = {
  signed: (count) => (count === 1 ? '1 formulier ondertekend' : `${number(count)} formulieren ondertekend`),
  written_again: (count) =>
    count === 1 ? '1 bestand opnieuw geschreven' : `${number(count)} bestanden opnieuw geschreven`,
  already_there: (count) => (count === 1 ? '1 formulier stond er al' : `${number(count)} formulieren stonden er al`),
  unsigned: (count) =>
    count === 1 ? '1 formulier met lege velden geschreven' : `${number(count)} formulieren met lege velden geschreven`,
};
const faults: Record<StampFaultCode, string> = {
  unreachable: 'de tijdstempeldienst antwoordde niet',
  refused: 'de tijdstempeldienst weigerde',
  not_believed: 'het antwoord van de tijdstempeldienst klopte niet',
  revoked: 'de tijdstempeldienst staat op een intrekkingslijst',
};
const seconds: Record<SecondSigner, string> = { reader: 'tweede beoordelaar', student: 'student' };

export const signing = {
  first: (count: number) => (count === 1 ? 'Formulier ondertekenen' : `${number(count)} formulieren ondertekenen`),
  second: 'Tweede handtekening zetten',
  unsigned: (count: number) =>
    count === 1 ? 'Formulier met lege velden schrijven' : `${number(count)} formulieren met lege velden schrijven`,
  unsignedWhy:
    'Beide handtekeningvelden blijven leeg, zodat in een ander programma (ValidSign, Adobe) kan worden getekend. De naam zegt dat het formulier niet is ondertekend.',
  of: (name: string) => `Van ${name}`,
  by: 'Wie tekent',
  seconds,
  key: 'Sleutel',
  own: 'Het certificaat van dit werkbestand',
  file: 'Een sleutelbestand (.p12 of .pfx)',
  token: 'Een kaart of token',
  holder: (name: string, until: string) => `${name}, geldig tot en met ${until}`,
  issued: (issuer: string) => `uitgegeven door ${issuer}`,
  made: 'Wordt nu gemaakt, op jouw naam.',
  path: 'Bestand',
  library: 'Bibliotheek van de kaart (PKCS#11)',
  libraryHint: 'Een bestand van de software van de kaart (.so, .dll of .dylib). De uitgever zegt waar het staat.',
  browse: 'Kies',
  passphrase: 'Wachtzin van het bestand',
  pin: 'Pincode',
  pinOnReader: 'De pincode toets je straks in op de kaartlezer.',
  look: 'Zoek op de kaart',
  looking: 'De kaart wordt gelezen…',
  certificate: 'Certificaat',
  unfit: 'niet om te ondertekenen',
  noneFound: 'Op de kaart staat geen certificaat.',
  never: 'Wachtzin en pincode worden nergens bewaard.',
  stamp: (host: string) => `Met een tijdstempel van ${host}`,
  stampWhy: 'Er gaat alleen een hash van de handtekening heen. Zonder antwoord wordt zonder stempel ondertekend.',
  noStamp: 'Zonder tijdstempel. Een dienst stel je in bij Instellingen, Ondertekenen.',
  lists: 'Intrekkingslijsten',
  listsWhy:
    'Lijsten (.crl of .pem) van de uitgevers van de certificaten. Ze komen in het formulier, zodat de handtekening over jaren nog is te controleren.',
  addLists: 'Kies lijsten',
  leaveOut: (file: string) => `Laat ${file} weg`,
  language: 'Taal van het formulier',
  languages: { nl: 'Nederlands', en: 'Engels' },
  folder: 'Map',
  otherFolder: 'Andere map',
  named: (name: string) => `Bijvoorbeeld ${name}`,
  sign: 'Onderteken',
  write: 'Schrijf',
  busy: 'Bezig met ondertekenen',
  writing: 'Bezig met schrijven',
  now: (name: string) => `Klaar: ${name}`,
  beginning: 'De sleutel wordt geopend…',
  keepOpen: 'Wat klaar is, blijft staan als je stopt.',
  done: 'Ondertekenen is klaar',
  doneWriting: 'De formulieren staan er',
  partly: 'Niet alles is ondertekend',
  stoppedTitle: 'Gestopt met ondertekenen',
  outcomes,
  stamped: (count: number) => (count === 1 ? '1 met tijdstempel (B-T)' : `${number(count)} met tijdstempel (B-T)`),
  without: (count: number, fault: StampFaultCode) => `${number(count)} zonder tijdstempel (B-B): ${faults[fault]}.`,
  keptWhole: (count: number) => `${number(count)} met tijdstempel en intrekkingslijsten (B-LT)`,
  keptPartly: (count: number) => `${number(count)} met tijdstempel, zonder alle intrekkingslijsten (B-T).`,
  keptOut: (count: number) =>
    `${number(count)} met tijdstempel, zonder intrekkingslijsten (B-T): volgens een lijst is een eerdere ondertekenaar ingetrokken, of het formulier werd te groot.`,
  noList: (names: string) => `Er is geen geldende intrekkingslijst van ${names}.`,
  noCertificate: (names: string) => `Het certificaat van ${names} is er niet bij. Haal het binnen onder Controle.`,
  unused: (files: string) =>
    `Niet gebruikt: ${files}. Geen uitgever boven de ondertekenaar of de tijdstempeldienst heeft die lijst gemaakt.`,
  left: (count: number) =>
    count === 1
      ? '1 formulier is niet aan de beurt geweest. Onderteken opnieuw om verder te gaan.'
      : `${number(count)} formulieren zijn niet aan de beurt geweest. Onderteken opnieuw om verder te gaan.`,
  failed: (count: number) =>
    count === 1 ? '1 formulier is niet gelukt' : `${number(count)} formulieren zijn niet gelukt`,
  index: 'Toon map en overzicht',
  indexFailed: 'Het overzicht van de map is niet geschreven.',
  reveal: 'Toon in map',
  choice: 'Ondertekenen',
  choiceHint:
    'Wat bij ondertekenen klaarstaat. Geldt voor jou op deze computer; wachtzin en pincode horen er niet bij.',
  usual: 'Sleutel',
  kinds: { own: 'van dit werkbestand', file: 'uit een bestand', token: 'op een kaart' },
  service: 'Tijdstempeldienst',
  serviceLike: 'https://',
  serviceHint: 'Adres met https:// of http://. Leeg laten: geen verbinding, geen stempel.',
  pattern: 'Naam van het bestand',
  patternHint:
    'Te kiezen zijn {nummer}, {luk}, {gelegenheid}, {herziening}, {naam}, {datum} en {uitkomst}. Een naam van een student in een bestandsnaam reist mee in mail en mappen.',
  usualPattern: 'Zoals het was',
};
