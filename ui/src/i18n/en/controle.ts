/** Checking a form. */
import type { Verdict } from '../../bindings/index.ts';
import type { Words } from '../index.ts';

const verdicts: Record<Verdict, string> = {
  valid: 'This form is genuine and unchanged.',
  valid_untrusted: 'This form is unchanged, but its signer is not known here.',
  invalid: 'Do not trust this form: it does not hold.',
  unsigned: 'This file cannot be judged here as a signed form.',
};
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
  certificate_expired: 'The certificate has expired since; it was valid when the form was signed.',
  untrusted_signer: 'Compare the fingerprint of the certificate with the examiner’s.',
  wrong_order: 'The second signature was there before the first.',
  unsigned: 'There is no signature on it.',
  judgement_differs: 'The embedded judgement is not the one whose hash the form states.',
  replaced_by_revision: 'This judgement was later replaced by a revision.',
};

export const controle: Words['controle'] = {
  title: 'Verify',
  drop: 'Drag a form (PDF) here',
  choose: 'Choose a file',
  verdicts,
  signer: 'Signed by',
  when: 'On',
  changes: 'Changed since',
  changed: {
    none: 'nothing',
    signature: 'only a second signature',
    suspicious: 'something other than a signature',
  },
  covers: 'Covers the whole form',
  matches: 'Embedded judgement',
  matchesYes: 'is the judgement whose hash is printed',
  matchesNo: 'is another than the one printed',
  judgement: 'Judgement',
  judgementIs: (outcome, student, attempt, day) => `${outcome}, for ${student}, attempt ${attempt}, established ${day}`,
  fingerprint: 'Fingerprint',
  yes: 'yes',
  no: 'no',
  reason: (code) => reasons[code] ?? code,
  again: 'Verify another form',
};
