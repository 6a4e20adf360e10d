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

/** What a check comes to, and what to do: of a form that is unchanged, whose signature is trusted and whose is not. */
export function saying(checked: CheckedFile): { headline: string; advice: string } {
  const words = t.controle;
  const usual = { headline: words.headlines[checked.headline], advice: words.advice[checked.headline] };
  if (checked.headline !== 'unknownSigner') return usual;
  const { reasons: found, signatures } = checked.report;
  if (!found.includes('untrusted_signer')) return { headline: words.lapsedHeadline, advice: words.lapsedAdvice };
  const [first, second] = signatures;
  if (!first || !second) return usual;
  if (!first.trusted && !second.trusted) return { ...usual, headline: words.strangers };
  if (first.trusted) return { headline: words.oneStranger(1, 2), advice: words.secondUnknown(second.signer) };
  return { ...usual, headline: words.oneStranger(2, 1) };
}

/** Everything that was looked at, in the order in which a reader asks for it. */
export function lines(checked: CheckedFile): Line[] {
  if (checked.kind === 'otherPdf') return seen(checked);
  const { signatures } = checked.report;
  return [
    ...judgement(checked),
    ...brokenForm(checked),
    ...signatures.flatMap((signature, at) =>
      signer(signature, checked.signers[at] ?? 'unknown', signatures.length > 1 ? at + 1 : null),
    ),
    ...embedded(checked),
    ...inForce(checked),
  ];
}

/** Reasons that no other line has said already. */
export function reasons(checked: CheckedFile): string[] {
  const said = ['untrusted_signer', 'unsigned', 'not_ours', 'judgement_differs', 'replaced_by_revision'];
  return checked.report.reasons.filter((reason) => !said.includes(reason));
}

/** What can be seen of a PDF of others: claims, and called so. */
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
    ...claims(checked),
  ];
}

function claims(checked: CheckedFile): Line[] {
  const words = t.controle;
  return checked.report.claimed.map((claim) => ({
    label: words.claims,
    mark: '',
    text: words.claim(claim.name, isoMoment(claim.time), claim.kind),
  }));
}

/** Of a file that calls itself a form and is not built as one. */
function brokenForm(checked: CheckedFile): Line[] {
  if (checked.kind !== 'brokenForm') return [];
  return [{ label: t.controle.ours, mark: 'no', text: t.controle.oursBroken }, ...claims(checked)];
}

/** A moment as people write it, or what stands there when it is none. */
function isoMoment(text: string): string {
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? moment(text) : text;
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

/** Everything about one signature: whose it is, by which certificate, when, what it covers and what came after. */
function signer(signature: SignatureReport, standing: SignerStanding, number: number | null): Line[] {
  const words = t.controle;
  const holds = signature.intact && signature.valid;
  const from = signature.signer
    ? words.from(signature.signer, signature.time ? moment(signature.time) : '')
    : words.fromNobody;
  const label = number === null ? words.signature : words.signatureOf(number);
  return [
    { label, mark: holds ? 'ok' : 'no', text: `${from}: ${holds ? words.holds : words.holdsNot}` },
    certificate(signature, standing),
    stamped(signature),
    covers(signature),
    later(signature),
  ];
}

function certificate(signature: SignatureReport, standing: SignerStanding): Line {
  const words = t.controle;
  const known = standing === 'own' || standing === 'added' || standing === 'issued';
  const said = signature.certificate;
  const day = (at: string) => longDay(at.slice(0, 10));
  const facts = said
    ? words.certificateIs(
        said.issuer === said.holder ? null : said.issuer,
        day(said.valid_from),
        day(said.valid_until),
        words.uses(said),
      )
    : words.certificateUnread;
  return { label: words.certificate, mark: known ? 'ok' : 'att', text: `${words.standing[standing]} ${facts}` };
}

function stamped(signature: SignatureReport): Line {
  const words = t.controle;
  const { stamp, level } = signature;
  if (!stamp) return { label: words.time, mark: '', text: words.noStamp(level) };
  if (!stamp.time) return { label: words.time, mark: 'no', text: words.stampBroken };
  const text = words.stampedBy(moment(stamp.time), stamp.authority, stamp.trusted);
  return { label: words.time, mark: stamp.trusted ? 'ok' : 'att', text: `${text} ${words.levels[level] ?? level}` };
}

function covers(signature: SignatureReport): Line {
  const words = t.controle;
  const { covers_whole_document: whole, later_changes: changes } = signature;
  if (whole) return { label: words.covers, mark: 'ok', text: words.coversYes };
  const part = words.coversPart(words.size(signature.covered_bytes), words.size(signature.file_bytes));
  if (changes === 'signature' && signature.intact) return { label: words.covers, mark: 'ok', text: part };
  return { label: words.covers, mark: 'no', text: signature.covered_bytes > 0 ? part : words.coversNo };
}

/** What came after a signature. */
function later(signature: SignatureReport): Line {
  const words = t.controle;
  const known: Record<string, string> = {
    none: words.changed.none,
    validation_data: words.changed.validationData,
    signature: words.changed.signature,
  };
  // A signature that does not fit its own bytes says nothing of what came after.
  const harmless = signature.intact ? known[signature.later_changes] : undefined;
  return { label: words.changes, mark: harmless ? 'ok' : 'no', text: harmless ?? words.changed.suspicious };
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
  const before: Line[] = said.replaces
    ? [{ label: words.revises, mark: '', text: words.revisesIs(said.replaces.hash.slice(0, 16), said.replaces.reason) }]
    : [];
  if (said.replaced === null) return [...before, { label: words.inForce, mark: '', text: words.inForceUnknown }];
  if (!said.replaced) return [...before, { label: words.inForce, mark: 'ok', text: words.current }];
  const by = said.replaced_by;
  const text = by ? words.replacedBy(by.revision, longDay(by.established_on), by.hash.slice(0, 16)) : words.replaced;
  return [...before, { label: words.inForce, mark: 'att', text }];
}

/** Whether a file is a certificate, by its name. */
export function isCertificate(path: string): boolean {
  return /\.(pem|crt|cer|der)$/i.test(path);
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
