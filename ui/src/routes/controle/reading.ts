/** A check as lines to read: what was looked at, whether it holds, and in words why. */
import type { CheckedFile, Headline, SignatureReport, SignerStanding } from '../../bindings/index.ts';
import { t } from '../../i18n/index.ts';
import { longDay, moment } from '../../lib/dates.ts';

export type Mark = 'ok' | 'no' | 'att' | '';
export type Line = { label: string; mark: Mark; text: string };

/** The sign of a verdict. */
export function signOf(headline: Headline): Mark {
  if (headline === 'genuine') return 'ok';
  return headline === 'changed' || headline === 'broken' ? 'no' : 'att';
}

/** Everything that was looked at, in the order in which a reader asks for it. */
export function lines(checked: CheckedFile): Line[] {
  if (checked.kind === 'otherPdf') return seen(checked);
  const { signatures } = checked.report;
  return [
    ...judgement(checked),
    ...signatures.flatMap((signature, at) => signer(signature, checked.signers[at] ?? 'unknown')),
    ...later(signatures),
    ...embedded(checked),
    ...inForce(checked),
  ];
}

/** Reasons that no other line has said already. */
export function reasons(checked: CheckedFile): string[] {
  const said = ['untrusted_signer', 'unsigned', 'not_ours', 'judgement_differs', 'replaced_by_revision'];
  return checked.report.reasons.filter((reason) => !said.includes(reason));
}

/** What can be seen of a PDF of others. */
function seen(checked: CheckedFile): Line[] {
  const words = t.controle;
  return [
    { label: words.file, mark: '', text: words.aPdf(words.size(checked.bytes)) },
    { label: words.ours, mark: 'no', text: words.oursNo },
    {
      label: words.signature,
      mark: 'att',
      text: checked.signedSomehow ? words.signedElsewhere : words.signedNowhere,
    },
  ];
}

function judgement(checked: CheckedFile): Line[] {
  const words = t.controle;
  const said = checked.report.judgement;
  if (!said) return [];
  const sentence = words.judgementIs(said.outcome, said.student, said.attempt, longDay(said.established_on));
  const tampered = checked.headline === 'changed' || checked.headline === 'broken';
  if (!tampered) return [{ label: words.judgement, mark: '', text: sentence }];
  if (!checked.judgementWasSigned) return [{ label: words.judgement, mark: 'no', text: words.notToTell }];
  return [{ label: words.wasSigned, mark: 'ok', text: sentence }];
}

function signer(signature: SignatureReport, standing: SignerStanding): Line[] {
  const words = t.controle;
  const holds = signature.intact && signature.valid;
  const from = signature.signer
    ? words.from(signature.signer, signature.time ? moment(signature.time) : '')
    : words.fromNobody;
  return [
    { label: words.signature, mark: holds ? 'ok' : 'no', text: `${from}: ${holds ? words.holds : words.holdsNot}` },
    {
      label: words.certificate,
      mark: standing === 'own' || standing === 'added' ? 'ok' : 'att',
      text: words.standing[standing],
    },
  ];
}

/** Whether something came after the signatures, told once for all of them. */
function later(signatures: SignatureReport[]): Line[] {
  const words = t.controle;
  if (signatures.length === 0) return [];
  const whole = signatures.some((one) => one.covers_whole_document);
  const suspicious = signatures.some((one) => one.later_changes === 'suspicious') || !whole;
  const second = signatures.some((one) => one.later_changes === 'signature');
  const kept = signatures.some((one) => one.later_changes === 'validation_data');
  const harmless = second ? words.changed.signature : kept ? words.changed.validationData : words.changed.none;
  const change = suspicious ? words.changed.suspicious : harmless;
  return [
    { label: words.covers, mark: whole ? 'ok' : 'no', text: whole ? words.coversYes : words.coversNo },
    { label: words.changes, mark: suspicious ? 'no' : 'ok', text: change },
  ];
}

function embedded(checked: CheckedFile): Line[] {
  const words = t.controle;
  const matches = checked.report.judgement_matches;
  if (matches === null) return [{ label: words.matches, mark: 'att', text: words.matchesUnknown }];
  return [{ label: words.matches, mark: matches ? 'ok' : 'no', text: matches ? words.matchesYes : words.matchesNo }];
}

function inForce(checked: CheckedFile): Line[] {
  const words = t.controle;
  const said = checked.report.judgement;
  // Of a form that does not hold nobody needs to know whether it would be the latest.
  if (!said || checked.report.verdict === 'invalid') return [];
  if (said.replaced === null) return [{ label: words.inForce, mark: '', text: words.inForceUnknown }];
  return [
    { label: words.inForce, mark: said.replaced ? 'att' : 'ok', text: said.replaced ? words.replaced : words.current },
  ];
}

/** A fingerprint as people read it to each other: groups of four. */
export function grouped(fingerprint: string): string {
  return fingerprint.match(/.{1,4}/g)?.join(' ') ?? '';
}

/** Whether a fingerprint somebody was given is this one; nothing as long as it is not whole. */
export function compared(given: string, fingerprint: string): boolean | null {
  const digits = given.toLowerCase().replace(/[^0-9a-f]/g, '');
  return digits.length < fingerprint.length ? null : digits === fingerprint;
}
