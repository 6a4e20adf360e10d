/** Checking a form. */
import type { Verdict } from '../../bindings/index.ts';

const verdicts: Record<Verdict, string> = {
  valid: 'Dit formulier is echt en onveranderd.',
  valid_untrusted: 'Dit formulier is onveranderd, maar de ondertekenaar is hier niet bekend.',
  invalid: 'Vertrouw dit formulier niet: het klopt niet.',
  unsigned: 'Dit bestand kan hier niet worden beoordeeld als ondertekend formulier.',
};
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
  certificate_expired: 'Het certificaat is inmiddels verlopen; bij het tekenen gold het nog.',
  untrusted_signer: 'Vergelijk de vingerafdruk van het certificaat met die van de examinator.',
  wrong_order: 'De tweede handtekening stond er eerder dan de eerste.',
  unsigned: 'Er staat geen handtekening op.',
  judgement_differs: 'Het ingesloten oordeel is niet het oordeel waarvan het formulier de hash noemt.',
  replaced_by_revision: 'Dit oordeel is later vervangen door een herziening.',
};

export const controle = {
  title: 'Controle',
  drop: 'Sleep een formulier (PDF) hierheen',
  choose: 'Kies bestand',
  verdicts,
  signer: 'Ondertekend door',
  when: 'Op',
  changes: 'Daarna veranderd',
  changed: {
    none: 'niets',
    signature: 'alleen een tweede handtekening',
    suspicious: 'iets anders dan een handtekening',
  } as Record<string, string>,
  covers: 'Dekt het hele formulier',
  matches: 'Ingesloten oordeel',
  matchesYes: 'is het oordeel waarvan de hash is afgedrukt',
  matchesNo: 'is een ander dan afgedrukt',
  judgement: 'Oordeel',
  judgementIs: (outcome: string, student: string, attempt: number, day: string) =>
    `${outcome}, voor ${student}, gelegenheid ${attempt}, vastgesteld ${day}`,
  fingerprint: 'Vingerafdruk',
  yes: 'ja',
  no: 'nee',
  reason: (code: string) => reasons[code] ?? code,
  again: 'Een ander formulier controleren',
};
