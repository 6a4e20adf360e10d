/** Checking a form. */
import type { CertificateReport, Headline, SignerStanding, TrustUse } from '../../bindings/index.ts';
import { number } from './count.ts';

const headlines: Record<Headline, string> = {
  genuine: 'Dit formulier is echt en ongewijzigd.',
  replaced: 'Dit formulier is echt, maar door een herziening vervangen.',
  unknownSigner: 'Dit formulier is ongewijzigd, maar de ondertekenaar is hier niet bekend.',
  changed: 'Dit formulier is na ondertekening gewijzigd.',
  broken: 'Vertrouw dit formulier niet: het klopt niet.',
  notSigned: 'Dit formulier is nog niet ondertekend.',
  notOurs: 'Dit bestand kan hier niet worden beoordeeld.',
};
const advice: Record<Headline, string> = {
  genuine: 'Wat er staat, is wat is ondertekend.',
  replaced: 'Vraag naar het formulier van de herziening; dat geldt nu.',
  unknownSigner: 'Vergelijk de vingerafdruk hieronder met die van de examinator.',
  changed: 'Vertrouw de tekst niet. Vraag het origineel op bij de examinator.',
  broken: 'Vraag het origineel op bij de examinator.',
  notSigned: 'Zonder handtekening is het geen beoordeling. Vraag om het ondertekende formulier.',
  notOurs: 'Het is een gewone PDF, geen formulier van Weegschaal. Dat zegt niets over de inhoud.',
};
const standing: Record<SignerStanding, string> = {
  own: 'Van de examinator van dit werkbestand.',
  added: 'Door jou vertrouwd in dit werkbestand.',
  issued: 'Uitgegeven door een instantie die je vertrouwt.',
  lapsed: 'Hier vertrouwd, maar het certificaat is verlopen of ingetrokken.',
  canBeAdded: 'Hier niet bekend. Vergelijk de vingerafdruk voordat je het certificaat vertrouwt.',
  unknown: 'Hier niet bekend.',
};
const trustUses: Record<TrustUse, string> = {
  signing: 'handtekeningen onder formulieren',
  stamps: 'tijdstempels',
};
const levels: Record<string, string> = {
  'B-B': '(niveau B-B)',
  'B-T': '(niveau B-T: met tijdstempel)',
  'B-LT': '(niveau B-LT: met tijdstempel en gegevens om later te controleren)',
};
/** Waar een certificaat voor bedoeld is. */
function uses(certificate: CertificateReport): string {
  const named = [
    certificate.may_sign ? 'documenten ondertekenen' : '',
    certificate.may_stamp ? 'tijdstempels zetten' : '',
    certificate.authority ? 'certificaten uitgeven' : '',
  ].filter(Boolean);
  return named.join(' en ') || 'iets anders dan ondertekenen';
}
const reasons: Record<string, string> = {
  not_ours: 'Het is geen formulier van Weegschaal.',
  too_large: 'Het bestand is groter dan welk formulier dan ook.',
  too_deep: 'Het bestand is dieper genest dan welk formulier dan ook.',
  active_content: 'Er staat iets in dat uit zichzelf iets doet; op een formulier staat dat nooit.',
  trailing_bytes: 'Na het formulier staat nog iets in het bestand dat er niet hoort.',
  broken_chain: 'Een latere wijziging sluit niet aan op het formulier.',
  changed_after_signing: 'Na het ondertekenen is iets anders veranderd dan een handtekening.',
  signature_shape: 'De handtekening is niet zoals Weegschaal die zet.',
  byte_range: 'De handtekening dekt niet precies het hele formulier.',
  container: 'De handtekening is niet te lezen.',
  unsupported_signature: 'De handtekening gebruikt iets dat Weegschaal niet gebruikt.',
  digest_mismatch: 'Het formulier is na het ondertekenen veranderd.',
  signature_mismatch: 'De handtekening hoort niet bij het certificaat.',
  certificate_mismatch: 'De handtekening noemt een ander certificaat dan wat erbij zit.',
  certificate: 'Het certificaat is niet te lezen of gebruikt een te zwakke sleutel.',
  key_usage: 'Het certificaat is niet bedoeld om documenten te ondertekenen.',
  outside_certificate_period: 'De handtekening noemt een tijd waarop het certificaat niet gold.',
  in_future: 'De handtekening noemt een tijd in de toekomst.',
  stamp_broken: 'Het tijdstempel bij de handtekening klopt niet.',
  validation_data: 'Er zijn controlegegevens bijgevoegd die bij geen handtekening horen.',
  revoked: 'Het certificaat van de ondertekenaar is ingetrokken.',
  certificate_expired: 'Het certificaat is inmiddels verlopen; bij het tekenen gold het nog.',
  untrusted_signer: 'Vergelijk de vingerafdruk van het certificaat met die je van de ondertekenaar zelf kreeg.',
  wrong_order: 'De tweede handtekening stond er eerder dan de eerste.',
  unsigned: 'Er staat geen handtekening op.',
  judgement_differs: 'Het ingesloten oordeel is niet het oordeel waarvan het formulier de hash noemt.',
  replaced_by_revision: 'Dit oordeel is later vervangen door een herziening.',
};

export const controle = {
  title: 'Controle',
  drop: 'Sleep een pdf hierheen. Het bestand blijft op deze computer en wordt niet bewaard.',
  checking: (file: string) => `Wordt gecontroleerd: ${file}`,
  checkedMany: (count: number) => `${number(count)} bestanden zijn gecontroleerd.`,
  choose: 'Kies bestand',
  hint: 'Je ziet of het formulier echt is: wie het ondertekende en wanneer, of er daarna iets is veranderd, en of het ingesloten oordeel klopt met wat is afgedrukt. Meer bestanden tegelijk kan ook.',
  back: 'Terug',
  dropVeil: 'Laat los om te controleren',
  headlines,
  advice,
  lapsedHeadline: 'Dit formulier is ongewijzigd, maar op het certificaat is niet meer te vertrouwen.',
  lapsedAdvice:
    'Het is verlopen of ingetrokken en een vertrouwd tijdstempel ontbreekt. Vraag na of dit het formulier is dat werd uitgereikt.',
  strangers: 'Dit formulier is ongewijzigd, maar de ondertekenaars zijn hier niet bekend.',
  oneStranger: (known: number, other: number) =>
    `Dit formulier is ongewijzigd. Handtekening ${known} wordt hier vertrouwd; wie handtekening ${other} zette, is hier niet bekend.`,
  secondUnknown: (name: string) =>
    `Het oordeel zelf staat vast met de eerste handtekening. Voor de tweede: vergelijk de vingerafdruk hieronder met die je van ${name || 'de ondertekenaar'} zelf kreeg.`,
  standing,
  marks: { ok: 'in orde', no: 'niet in orde', att: 'let op' },
  notChecked: 'Dit bestand is niet gecontroleerd.',
  look: 'Bekijk het bestand',
  hide: 'Sluit het bestand',
  looked: (file: string) => `Het bestand ${file}`,
  remove: 'Haal weg',
  file: 'Bestand',
  aPdf: (size: string) => `Een PDF van ${size}.`,
  size: (bytes: number) =>
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024))} kB`
      : `${(bytes / 1024 / 1024).toLocaleString('nl', { maximumFractionDigits: 1 })} MB`,
  ours: 'Formulier van Weegschaal',
  oursNo: 'Nee: het is niet opgebouwd zoals een formulier en er zit geen oordeel in.',
  oursBroken:
    'Het noemt zich een formulier, maar is niet (meer) opgebouwd zoals een formulier: beschadigd of veranderd.',
  signedElsewhere:
    'Er zit een handtekening in. Of die klopt, is hier niet te zeggen; controleer die in een PDF-lezer die handtekeningen toont.',
  signedNowhere: 'Er is geen handtekening in te vinden.',
  signature: 'Handtekening',
  signatureOf: (number: number) => `Handtekening ${number}`,
  claims: 'Beweert zelf',
  claim: (name: string, at: string, kind: string) =>
    `Een handtekening${name ? ` van ${name}` : ''}${at ? `, ${at}` : ''}${kind ? ` (${kind})` : ''}. Daarvan is hier niets gecontroleerd.`,
  from: (signer: string, at: string) => (at ? `Van ${signer}, ${at}` : `Van ${signer}`),
  fromNobody: 'Van wie is niet te lezen',
  holds: 'de handtekening klopt.',
  holdsNot: 'de handtekening klopt niet.',
  certificate: 'Certificaat',
  certificateIs: (issuer: string | null, from: string, until: string, meant: string) =>
    `${issuer === null ? 'De ondertekenaar maakte het zelf' : `Uitgegeven door ${issuer}`}; geldig van ${from} tot ${until}; bedoeld voor: ${meant}.`,
  certificateUnread: 'Het certificaat is niet te lezen.',
  uses,
  time: 'Tijdstip',
  noStamp: (level: string) => `Volgens de ondertekenaar zelf; er is geen tijdstempel ${levels[level] ?? level}.`,
  stampBroken: 'Het tijdstempel klopt niet; het tijdstip staat niet vast.',
  stampedBy: (at: string, service: string, trusted: boolean) =>
    trusted
      ? `Uiterlijk ${at}, gestempeld door ${service}, die je vertrouwt.`
      : `Uiterlijk ${at} volgens ${service}. Die tijdstempeldienst is hier niet bekend; het tijdstip staat dus niet vast.`,
  levels,
  changes: 'Gewijzigd na ondertekening',
  changed: {
    none: 'Niets.',
    validationData: 'Niets, behalve gegevens om de handtekening later te kunnen controleren.',
    signature: 'Niets, behalve een volgende handtekening.',
    suspicious: 'Er is iets anders gewijzigd dan een handtekening.',
  },
  covers: 'Wat is ondertekend',
  coversYes: 'Het hele formulier, tot de laatste byte.',
  coversNo: 'Niet het hele bestand zoals het nu is.',
  coversPart: (part: string, whole: string) =>
    `Het formulier zoals het toen was: ${part} van de ${whole} die het bestand nu heeft.`,
  matches: 'Ingesloten oordeel',
  matchesYes: 'Ongeschonden; het is het oordeel waarvan de hash is afgedrukt.',
  matchesNo: 'Het is een ander oordeel dan afgedrukt.',
  matchesUnknown: 'Er is geen oordeel uit te lezen.',
  judgement: 'Oordeel',
  wasSigned: 'Ondertekend werd',
  notToTell: 'Wat er is ondertekend, is niet terug te lezen.',
  judgementIs: (outcome: string, student: string, attempt: number, day: string) =>
    `${outcome}, voor student ${student}, gelegenheid ${attempt}, vastgesteld ${day}`,
  inForce: 'Geldigheid',
  current: 'De huidige versie; niet door een herziening vervangen.',
  replaced: 'Later door een herziening vervangen.',
  replacedBy: (version: number, day: string, hash: string) =>
    `Vervangen: versie ${version}, vastgesteld ${day}, geldt nu (hash begint met ${hash}).`,
  revises: 'Herziening',
  revisesIs: (hash: string, reason: string) =>
    `Dit formulier vervangt het oordeel waarvan de hash begint met ${hash}. Reden: ${reason}`,
  inForceUnknown: 'Of er later een herziening kwam, weet alleen het werkbestand van het partnerschap.',
  found: 'Gevonden',
  fingerprintOf: (signer: string) => `Vingerafdruk van het certificaat${signer ? ` van ${signer}` : ''}`,
  copy: 'Kopieer',
  copied: 'De vingerafdruk staat op het klembord.',
  notCopied: 'Kopiëren is niet gelukt. Selecteer de vingerafdruk en kopieer hem met Ctrl+C.',
  compare: (signer: string) => `Plak hier de vingerafdruk die je van ${signer || 'de ondertekenaar'} zelf kreeg`,
  same: 'Gelijk: het is hetzelfde certificaat.',
  differs: 'Anders: dit is een ander certificaat. Vertrouw het niet.',
  trust: 'Vertrouw dit certificaat',
  trustMeans:
    'Formulieren met dit certificaat zijn in dit werkbestand voortaan echt, ook als het de enige handtekening is. Je kunt het intrekken.',
  trustNeeds: 'Open je werkbestand om dit certificaat te vertrouwen.',
  nowTrusted: 'Het certificaat wordt vertrouwd.',
  noLongerTrusted: 'Het certificaat wordt niet meer vertrouwd.',
  trustedTitle: 'Certificaten die je vertrouwt',
  trustedNone: 'Nog geen, behalve dat van de examinator van dit werkbestand.',
  trustedAs: (authority: boolean, used: TrustUse): string =>
    used === 'stamps'
      ? authority
        ? 'geeft tijdstempeldiensten uit'
        : 'tijdstempeldienst'
      : authority
        ? 'geeft certificaten van ondertekenaars uit'
        : 'ondertekenaar',
  trustFile: 'Vertrouw een certificaat uit een bestand…',
  trustFileHint: 'Bijvoorbeeld dat van het partnerschap, waarmee het de certificaten van zijn examinatoren uitgeeft.',
  authorityTitle: 'Vergelijk dit certificaat voordat je het vertrouwt',
  holder: 'Van',
  issuer: 'Uitgegeven door',
  selfIssued: 'zichzelf',
  period: 'Geldig',
  fromUntil: (from: string, until: string) => `van ${from} tot ${until}`,
  expired: 'verlopen',
  meantFor: 'Bedoeld voor',
  fingerprint: 'Vingerafdruk',
  noUse:
    'Dit certificaat is niet bedoeld om te ondertekenen, te stempelen of certificaten uit te geven. Het is hier niet te vertrouwen.',
  trustFor: 'Vertrouw het voor',
  trustUses,
  compareOther:
    'Plak hier de vingerafdruk die je langs een andere weg kreeg: van een brief, een website of aan de telefoon',
  heard: 'Ik heb de vingerafdruk teken voor teken vergeleken, op papier of aan de telefoon',
  validUntil: (day: string) => `geldig tot ${day}`,
  withdraw: 'Trek in',
  reason: (code: string) => reasons[code] ?? code,
};
