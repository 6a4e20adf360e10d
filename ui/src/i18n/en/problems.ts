/** What went wrong, and what to do: total over every code. */
import type { ProblemCode } from '../../bindings/index.ts';
import type { Words } from '../index.ts';

const sentences: Record<ProblemCode, string> = {
  wrong_passphrase: 'The passphrase is wrong. Try again and mind capitals. Lost it? Open with the recovery key.',
  too_many_tries: 'Too many wrong passphrases. Wait {value} seconds and try again.',
  wrong_recovery_key: 'The recovery key is wrong. Check every group of characters; it has no letters O or I.',
  passphrase_too_weak:
    'This passphrase is too short or too plain. Choose at least {value} characters, four unrelated words for example.',
  file_not_found: 'This file is not there. Check its name and folder.',
  not_a_workspace: 'This is not a workspace of Weegschaal. Choose a file that ends in .weegschaal.',
  workspace_damaged:
    'This workspace is damaged and was not opened; nothing in it was changed. Restore the latest backup.',
  workspace_too_new: 'This workspace was made with a newer version of Weegschaal. Update the program and try again.',
  key_file_missing:
    'The key file (.sleutel) beside the workspace is missing. Put it back in the same place, or open with the recovery key.',
  workspace_in_use: 'This workspace is open already, in another window or by somebody else. Close it there first.',
  already_exists: 'There is a file of this name already. Choose another name; nothing was overwritten.',
  folder_not_found: 'This folder does not exist. Make it first, or choose another.',
  read_only: 'You may not write here. Choose a folder in which you may, or ask for the right to.',
  not_readable: 'You may not read this file. Ask whoever manages it for the right to, or choose another file.',
  disk_full: 'The disk is full. Make room and try again; what was saved before is still there.',
  workspace_not_written:
    'The workspace could not be written any further: it may not grow (a quota) or the disk fails. What was kept is still there. Resolve that and try again.',
  unsuitable_folder:
    'This folder is on a network or shared with a cloud, where the workspace can break or leak. Choose a folder on this computer.',
  input_output: 'Reading or writing failed ({value}). Check the disk and try again.',
  not_open: 'No workspace is open. Open one first.',
  unknown_student: 'This student is not in the workspace. Check the student number, or add the student list first.',
  unknown_data_point: 'This data point is gone. Open the dossier again from Dossiers.',
  unknown_criterion: 'This criterion is not in the framework. Check its code, for example K1.',
  unknown_source: 'This source is not in the framework. Check its name, for example werkplek.',
  unknown_level: 'Level {value} lies off the scale of the framework. Choose a level of that scale.',
  unknown_outcome: 'This outcome is not in the framework. Choose one that is.',
  unknown_conversation: 'This conversation is gone. Open the dossier again from Dossiers.',
  text_stands:
    'The text does not change any more: it comes from a kept file, or passages of it are marked. Add a new data point with the text as it should be.',
  unknown_indication: 'This indication is gone. Open the dossier again from Dossiers.',
  invalid_year: '‘{value}’ is not an academic year. Write it as 2024-2025.',
  invalid_date: 'This is not a date. Write it as 2025-05-20.',
  date_outside_year: 'This date lies outside the academic year {value}. Check day, month and year.',
  invalid_number: 'This is not a student number. Use digits only, such as 1234567.',
  text_missing: 'Text is missing here. Fill it in and try again.',
  weights_sum: 'The weights add up to {value} and must add up to 100. Change one or more.',
  weight_outside_band: 'The weight {value} lies outside the band of this source. Choose a weight inside the band.',
  weights_frozen: 'The weights are frozen for this cohort. Others start with a next cohort.',
  framework_faulty: 'The framework in this file is faulty ({value}). Mend it and try again.',
  framework_differs:
    'This file has another framework or other weights than this workspace, which holds evidence already. Nothing was taken over; use a new workspace.',
  excerpt_outside: 'The passage pointed out ({value}) lies outside the text. Point it out again.',
  judgement_established:
    'This judgement is established and does not change any more. Begin a revision or a new attempt.',
  no_judgement: 'This attempt has no judgement yet. Write it first, under Judgement.',
  obstacles_remain: 'It cannot be established yet: Judgement lists what still stands in the way.',
  not_established: 'There is no established judgement yet. Establish it first.',
  no_mandate: 'There is no examiner with a mandate on this date. Record the mandate before you establish.',
  mandate_exists: 'This person has this mandate already. Change the days of that mandate.',
  mandate_used: 'A judgement established on {value} stands on this mandate. Let the mandate hold on that day.',
  days_out_of_order: 'These days do not follow one another. Check beginning and end.',
  attempt_out_of_order: 'Attempt {value} cannot begin now: the one before it must be established first.',
  form_failed: 'The form could not be made. Report this with the code of the journal.',
  signature_failed: 'The signature could not be made; no form was written. Try again.',
  signer_unknown: 'This certificate cannot be trusted here (any more). Verify the form again.',
  fingerprint_differs:
    'The fingerprint is another than that of this certificate. Do not trust it; ask for the certificate again.',
  certificate_unfit:
    "This certificate is not meant for what you want it to do. Ask for the certificate that issues others, or for the signer's own.",
  not_a_certificate:
    'This is no certificate that can be used here. Choose a file in PEM or DER (.pem, .crt, .cer, .der) with a key that is strong enough.',
  several_certificates:
    'This file holds {value} certificates. Choose a file with one certificate, so that you can compare its fingerprint.',
  form_too_large:
    'This file is larger than any form (the limit is {value}) and was not read. Ask for the form itself; it is smaller than 1 MB.',
  not_a_pdf: 'This is not a PDF. Choose the form itself.',
  is_folder: 'This is a folder. Choose the files inside it.',
  cancelled: 'Stopped; nothing was added.',
  file_too_large: 'This file is too large; the limit is {value}. Split it, or add only what is needed.',
  file_unreadable: 'This file cannot be read ({value}). Open it in the program it was made with and save it again.',
  file_refused: '{value}',
  codes_not_chosen: 'First choose which code of OSIRIS belongs to which outcome. Nothing was written.',
  output_changed:
    'The file or a judgement changed since you looked; nothing was written. Look again at what is filled in.',
  item_unfit:
    'This name of a grade item does not fit a CSV file: it begins with a sign that begins a formula. Choose another name.',
  json_invalid: 'The JSON does not fit the agreed format (at {value}). Compare with `weegschaal schema`.',
  nothing_to_undo: 'There is nothing to undo.',
  cannot_undo: 'Something was built on it or changed since; for a judgement, start a revision.',
  framework_frozen:
    'The weights are frozen for this cohort. Then only names and short names in the framework change; the rest starts with a next cohort.',
  framework_in_use:
    'Evidence or a judgement hangs on this; it does not vanish unnoticed. Take away what hangs on it first, or leave this in the framework.',
  no_kader_draft: 'Nothing was changed in framework or weights.',
  kader_draft_open: 'A change of the weights is still open. Take it into use or throw it away first.',
  unknown_version: 'There is no such version. Choose one from the list of versions.',
  wrong_key_passphrase: 'The passphrase of the key file is wrong. Try again and mind capitals.',
  not_a_key_file: 'This is no key file (.p12 or .pfx), or it is damaged. Choose the file you got from the issuer.',
  no_key_in_file: 'This file holds no private key with its certificate. Export it again, with the private key.',
  key_expired: 'This certificate has expired; it was valid up to {value}. Choose another, or ask for a new one.',
  key_not_yet_valid: 'This certificate is valid from {value} only. Wait until that day or choose another.',
  key_not_for_signing: 'This certificate is not meant for signing documents. Choose one that is.',
  key_too_small: 'This key is too small to rely on. RSA of at least 2048 bits, or EC P-256 or P-384, is needed.',
  key_unsupported: 'A key of this kind is not used. RSA of at least 2048 bits, or EC P-256 or P-384, is needed.',
  key_refused: 'The key refused to sign. Check the card or certificate and try again.',
  token_library:
    'The library of the card or token cannot be loaded. Check its path, or install the issuer’s software again.',
  no_token: 'No card or token was found. Put it in the reader and try again.',
  no_key_on_token:
    'The chosen certificate is not on this card or token, or its key is missing. Choose another certificate.',
  wrong_pin: 'The PIN is wrong. Try again, but not too often: after a few times the card locks itself.',
  pin_locked: 'The PIN is locked or has to be changed first. Use the software of the card for that.',
  token_gone: 'The card or token was taken away or answers no more. Put it back and start again; what is signed stays.',
  stamp_address:
    'This is no address of a time stamp service. Write it as https://time.example.org, without a name and password in it.',
  not_a_list:
    'This is no revocation list (.crl or .pem), or it is damaged. Get it again from the issuer of the certificate.',
  list_unfit:
    'This revocation list is for a part of the certificates only, or does not say until when it holds. Get the full list, or leave it out.',
  list_outdated:
    'This revocation list held until {value}. Get a new one from the issuer of the certificate, or leave it out.',
  lists_too_large:
    'With this revocation list every form gets too large; together the lists may be {value}. Leave out what does not belong to the signer or the time stamp service.',
  too_many_lists:
    'At most {value} revocation lists can go along. Leave out what does not belong to the signer or the time stamp service.',
  key_revoked:
    'By this revocation list the certificate of the signer, or of an issuer above it, was revoked on {value}. Nothing was signed; choose another key.',
  pattern_unknown:
    'There is no placeholder {value}. Choose from {nummer}, {luk}, {gelegenheid}, {herziening}, {naam}, {datum} and {uitkomst}.',
  pattern_lacks: 'The name pattern lacks {value}; without it two forms could get the same name.',
  pattern_character: 'The character {value} cannot stand in a file name. Choose another, an underscore for instance.',
  pattern_touching:
    'Between {value} there has to be a character, _ for instance; otherwise two forms could get the same name.',
  pattern_unfit:
    'No file can be named so (‘{value}’). Keep it short, use each placeholder once and do not begin with a dot or space.',
  names_collide: 'Two forms would both be named ‘{value}’. Change the name pattern; nothing was written.',
  form_differs:
    'In the folder something else than what was signed here stands under this name; it was not overwritten. Move that file if it may go.',
  file_held: 'This file is open in another program that does not let go of it. Close it there and try again.',
  not_signed_yet: 'This form has no first signature yet. Have it signed first by whoever established the judgement.',
  same_signer: 'The second signature has to be by somebody else than the first. Choose another key.',
  internal: 'Something went wrong in the program itself ({value}). What was kept is kept. Start again and report this.',
};

export const problems: Words['problems'] = {
  sentence: (code, value) => sentences[code].replace('{value}', () => value),
  unexpected: 'Something went wrong in the program itself. What was kept is kept. Try again.',
};
