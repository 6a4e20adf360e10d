/** Checking a form. */
import type { CertificateReport, Headline, SignerStanding } from '../../bindings/index.ts';
import type { Words } from '../index.ts';
import { number } from './count.ts';

const headlines: Record<Headline, string> = {
  genuine: 'This form is genuine and unchanged.',
  replaced: 'This form is genuine, but a revision replaced it.',
  unknownSigner: 'This form is unchanged, but its signer is not known here.',
  changed: 'This form was changed after it was signed.',
  broken: 'Do not trust this form: it does not hold.',
  notSigned: 'This form is not signed yet.',
  notOurs: 'This file cannot be judged here.',
};
const advice: Record<Headline, string> = {
  genuine: 'What it says is what was signed.',
  replaced: 'Ask for the form of the revision; that one is in force.',
  unknownSigner: 'Compare the fingerprint below with the examiner’s.',
  changed: 'Do not trust the text. Ask the examiner for the original.',
  broken: 'Ask the examiner for the original.',
  notSigned: 'Without a signature it is no assessment. Ask for the signed form.',
  notOurs: 'It is an ordinary PDF, no form of Weegschaal. That says nothing about what is in it.',
};
const standing: Record<SignerStanding, string> = {
  own: 'Of the examiner of this workspace.',
  added: 'Trusted by you in this workspace.',
  issued: 'Issued by an authority that you trust.',
  lapsed: 'Trusted here, but the certificate has expired or was revoked.',
  canBeAdded: 'Not known here. Compare the fingerprint before you trust the certificate.',
  unknown: 'Not known here.',
};
const levels: Record<string, string> = {
  'B-B': '(level B-B)',
  'B-T': '(level B-T: with a time stamp)',
  'B-LT': '(level B-LT: with a time stamp and data for checking later)',
};
/** What a certificate is meant for. */
function uses(certificate: CertificateReport): string {
  const named = [
    certificate.may_sign ? 'signing documents' : '',
    certificate.may_stamp ? 'stamping the time' : '',
    certificate.authority ? 'issuing certificates' : '',
  ].filter(Boolean);
  return named.join(' and ') || 'something other than signing';
}
const reasons: Record<string, string> = {
  not_ours: 'It is no form of Weegschaal.',
  too_large: 'The file is larger than any form.',
  too_deep: 'The file is nested deeper than any form.',
  active_content: 'There is something in it that acts by itself; a form never has that.',
  trailing_bytes: 'After the form there is something in the file that does not belong there.',
  broken_chain: 'A later change does not connect to the form.',
  changed_after_signing: 'Something other than a signature was changed after signing.',
  signature_shape: 'The signature is not as Weegschaal makes it.',
  byte_range: 'The signature does not cover exactly the whole form.',
  container: 'The signature cannot be read.',
  unsupported_signature: 'The signature uses something that Weegschaal does not use.',
  digest_mismatch: 'The form was changed after it was signed.',
  signature_mismatch: 'The signature does not belong to the certificate.',
  certificate_mismatch: 'The signature names another certificate than the one that comes with it.',
  certificate: 'The certificate cannot be read or uses a key that is too weak.',
  key_usage: 'The certificate is not meant for signing documents.',
  outside_certificate_period: 'The signature states a time at which the certificate was not valid.',
  in_future: 'The signature states a time in the future.',
  stamp_broken: 'The time stamp of the signature does not hold.',
  validation_data: 'Validation data was added that belongs to no signature.',
  revoked: 'The signer’s certificate was revoked.',
  certificate_expired: 'The certificate has expired since; it was valid when the form was signed.',
  untrusted_signer: 'Compare the fingerprint of the certificate with the one the signer gave you in person.',
  wrong_order: 'The second signature was there before the first.',
  unsigned: 'There is no signature on it.',
  judgement_differs: 'The embedded judgement is not the one whose hash the form states.',
  replaced_by_revision: 'This judgement was later replaced by a revision.',
};

export const controle: Words['controle'] = {
  title: 'Verify',
  drop: 'Drag a PDF here. The file stays on this computer and is not kept.',
  checking: (file) => `Verifying: ${file}`,
  checkedMany: (count) => `${number(count)} files were verified.`,
  choose: 'Choose a file',
  hint: 'You see whether the form is genuine: who signed it and when, whether anything changed since, and whether the embedded judgement is the one printed. Several files at once will do.',
  back: 'Back',
  dropVeil: 'Let go to verify',
  headlines,
  advice,
  lapsedHeadline: 'This form is unchanged, but its certificate is to be trusted no longer.',
  lapsedAdvice:
    'It has expired or was revoked, and there is no trusted time stamp. Ask whether this is the form that was handed out.',
  strangers: 'This form is unchanged, but its signers are not known here.',
  oneStranger: (known, other) =>
    `This form is unchanged. Signature ${known} is trusted here; who put signature ${other} is not known here.`,
  secondUnknown: (name) =>
    `The judgement itself stands by the first signature. For the second: compare the fingerprint below with the one ${name || 'the signer'} gave you in person.`,
  standing,
  marks: { ok: 'in order', no: 'not in order', att: 'mind this' },
  notChecked: 'This file was not verified.',
  look: 'Look at the file',
  hide: 'Close the file',
  looked: (file) => `The file ${file}`,
  remove: 'Take away',
  file: 'File',
  aPdf: (size) => `A PDF of ${size}.`,
  size: (bytes) =>
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024))} kB`
      : `${(bytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 })} MB`,
  ours: 'Form of Weegschaal',
  oursNo: 'No: it is not built as a form and holds no judgement.',
  oursBroken: 'It calls itself a form, but is not (or no longer) built as one: damaged or changed.',
  signedElsewhere:
    'There is a signature in it. Whether it holds cannot be told here; check it in a PDF reader that shows signatures.',
  signedNowhere: 'No signature was found in it.',
  signature: 'Signature',
  signatureOf: (number) => `Signature ${number}`,
  claims: 'Claims itself',
  claim: (name, at, kind) =>
    `A signature${name ? ` of ${name}` : ''}${at ? `, ${at}` : ''}${kind ? ` (${kind})` : ''}. Nothing of it was checked here.`,
  from: (signer, at) => (at ? `Of ${signer}, ${at}` : `Of ${signer}`),
  fromNobody: 'Whose cannot be read',
  holds: 'the signature holds.',
  holdsNot: 'the signature does not hold.',
  certificate: 'Certificate',
  certificateIs: (issuer, from, until, meant) =>
    `${issuer === null ? 'The signer made it' : `Issued by ${issuer}`}; valid from ${from} until ${until}; meant for: ${meant}.`,
  certificateUnread: 'The certificate cannot be read.',
  uses,
  time: 'Time',
  noStamp: (level) => `As the signer says; there is no time stamp ${levels[level] ?? level}.`,
  stampBroken: 'The time stamp does not hold; the time is not certain.',
  stampedBy: (at, service, trusted) =>
    trusted
      ? `No later than ${at}, stamped by ${service}, which you trust.`
      : `No later than ${at} according to ${service}. That time stamp service is not known here, so the time is not certain.`,
  levels,
  changes: 'Changed since signing',
  changed: {
    none: 'Nothing.',
    validationData: 'Nothing but data for checking the signature later.',
    signature: 'Nothing but a next signature.',
    suspicious: 'Something other than a signature was changed.',
  },
  covers: 'What was signed',
  coversYes: 'The whole form, up to its last byte.',
  coversNo: 'Not the whole file as it is now.',
  coversPart: (part, whole) => `The form as it was then: ${part} of the ${whole} that the file has now.`,
  matches: 'Embedded judgement',
  matchesYes: 'Intact; it is the judgement whose hash is printed.',
  matchesNo: 'It is another judgement than the one printed.',
  matchesUnknown: 'No judgement can be read from it.',
  judgement: 'Judgement',
  wasSigned: 'Signed was',
  notToTell: 'What was signed cannot be read back.',
  judgementIs: (outcome, student, attempt, day) =>
    `${outcome}, for student ${student}, attempt ${attempt}, established ${day}`,
  inForce: 'In force',
  current: 'The current version; no revision replaced it.',
  replaced: 'Replaced by a later revision.',
  replacedBy: (version, day, hash) =>
    `Replaced: version ${version}, established ${day}, is in force now (its hash begins with ${hash}).`,
  revises: 'Revision',
  revisesIs: (hash, reason) => `This form replaces the judgement whose hash begins with ${hash}. Reason: ${reason}`,
  inForceUnknown: 'Whether a revision came later, only the workspace of the partnership knows.',
  found: 'Found',
  fingerprintOf: (signer) => `Fingerprint of the certificate${signer ? ` of ${signer}` : ''}`,
  copy: 'Copy',
  copied: 'The fingerprint is on the clipboard.',
  notCopied: 'Copying failed. Select the fingerprint and copy it with Ctrl+C.',
  compare: (signer) => `Paste the fingerprint that ${signer || 'the signer'} gave you in person`,
  same: 'Equal: it is the same certificate.',
  differs: 'Different: this is another certificate. Do not trust it.',
  trust: 'Trust this certificate',
  trustMeans:
    'Forms with this certificate are genuine in this workspace from now on, also when it is the only signature. You can withdraw it.',
  trustNeeds: 'Open your workspace to trust this certificate.',
  nowTrusted: 'The certificate is trusted.',
  noLongerTrusted: 'The certificate is trusted no longer.',
  trustedTitle: 'Certificates you trust',
  trustedNone: 'None yet, besides that of the examiner of this workspace.',
  trustedAs: (authority, used) =>
    used === 'stamps'
      ? authority
        ? 'issues time stamp services'
        : 'time stamp service'
      : authority
        ? 'issues the certificates of signers'
        : 'signer',
  trustFile: 'Trust a certificate from a file…',
  trustFileHint: 'For instance that of the partnership, with which it issues the certificates of its examiners.',
  authorityTitle: 'Compare this certificate before you trust it',
  holder: 'Of',
  issuer: 'Issued by',
  selfIssued: 'itself',
  period: 'Valid',
  fromUntil: (from, until) => `from ${from} until ${until}`,
  expired: 'expired',
  meantFor: 'Meant for',
  fingerprint: 'Fingerprint',
  noUse: 'This certificate is not meant for signing, stamping or issuing certificates. It cannot be trusted here.',
  trustFor: 'Trust it for',
  trustUses: { signing: 'signatures on forms', stamps: 'time stamps' },
  compareOther: 'Paste the fingerprint that you got another way: from a letter, a website or on the telephone',
  heard: 'I compared the fingerprint character by character, on paper or on the telephone',
  validUntil: (day) => `valid until ${day}`,
  withdraw: 'Withdraw',
  reason: (code) => reasons[code] ?? code,
};
