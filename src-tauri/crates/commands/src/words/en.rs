//! English sentences.

use crate::api::ProblemCode;
use intake::FindingCode;

/// For a problem; `{value}` is filled in.
pub fn problem(code: ProblemCode) -> &'static str {
    match code {
        ProblemCode::WrongPassphrase => {
            "The passphrase is wrong. Try again and mind capitals. Lost it? Open with the recovery key."
        }
        ProblemCode::TooManyTries => "Too many wrong tries. Wait {value} seconds and try again.",
        ProblemCode::WrongRecoveryKey => {
            "The recovery key is wrong. Check every group of characters; it holds no letters O or I."
        }
        ProblemCode::PassphraseTooWeak => {
            "This passphrase is too short or too plain. Choose at least {value} characters, four loose words for instance."
        }
        ProblemCode::FileNotFound => "There is no such file. Check its name and folder.",
        ProblemCode::NotAWorkspace => "This is not a workspace. Choose a file that ends in .weegschaal.",
        ProblemCode::WorkspaceDamaged => {
            "This workspace is damaged and was not opened; nothing was changed. Restore the latest backup."
        }
        ProblemCode::WorkspaceTooNew => "This workspace was made by a newer version. Update the program and try again.",
        ProblemCode::KeyFileMissing => {
            "The key file (.sleutel) beside the workspace is missing. Put it back, or open with the recovery key."
        }
        ProblemCode::WorkspaceInUse => {
            "This workspace is open already, in another window or by somebody else. Close it there first."
        }
        ProblemCode::AlreadyExists => {
            "A file of this name exists already. Choose another name; nothing was overwritten."
        }
        ProblemCode::FolderNotFound => "This folder does not exist. Make it first or choose another.",
        ProblemCode::NotReadable => {
            "You may not read this file. Ask whoever manages it for the right to, or choose another file."
        }
        ProblemCode::ReadOnly => {
            "There is no right to write here. Choose a folder you may write to, or ask for rights."
        }
        ProblemCode::DiskFull => "The disk is full. Make room and try again; what was saved is still there.",
        ProblemCode::WorkspaceNotWritten => {
            "The workspace could not be written any further: it may not grow (a quota) or the disk fails. What was kept is still there. Resolve that and try again."
        }
        ProblemCode::UnsuitableFolder => {
            "This folder is on a network or shared with a cloud, where a workspace can break or leak. Choose a folder on this computer."
        }
        ProblemCode::InputOutput => "Reading or writing failed ({value}). Check the disk and try again.",
        ProblemCode::NotOpen => "No workspace is open. Open one first.",
        ProblemCode::UnknownStudent => {
            "This student is not in the workspace. Check the number or import the student list first."
        }
        ProblemCode::UnknownDataPoint => "This data point is gone. Open the dossier again from Dossiers.",
        ProblemCode::UnknownCriterion => "This criterion is not in the framework. Check its code, K1 for instance.",
        ProblemCode::UnknownSource => "This source is not in the framework. Check its name, werkplek for instance.",
        ProblemCode::UnknownLevel => "Level {value} is off the framework's scale. Choose a level of that scale.",
        ProblemCode::UnknownOutcome => "This outcome is not in the framework. Choose one that is.",
        ProblemCode::UnknownConversation => "This conversation is gone. Open the dossier again from Dossiers.",
        ProblemCode::TextStands => {
            "The text does not change any more: it comes from a kept file, or passages of it are marked. Add a new data point with the text as it should be."
        }
        ProblemCode::UnknownIndication => "This indication is gone. Open the dossier again from Dossiers.",
        ProblemCode::InvalidYear => "‘{value}’ is no academic year. Write it as 2024-2025.",
        ProblemCode::InvalidDate => "This is no date. Write it as 2025-05-20.",
        ProblemCode::DateOutsideYear => "This date lies outside the academic year {value}. Check day, month and year.",
        ProblemCode::InvalidNumber => "This is no student number. Use digits only, such as 1234567.",
        ProblemCode::TextMissing => "Text is missing here. Fill it in and try again.",
        ProblemCode::WeightsSum => "The weights add up to {value} and must add up to 100. Change one or more.",
        ProblemCode::WeightOutsideBand => {
            "The weight {value} is outside this source's band. Choose one inside the band."
        }
        ProblemCode::WeightsFrozen => "The weights are frozen for this cohort. Others start with a next cohort.",
        ProblemCode::FrameworkFaulty => "The framework in this file is faulty ({value}). Mend it and try again.",
        ProblemCode::FrameworkDiffers => {
            "This file has another framework or other weights than this workspace, which holds evidence already. Nothing was taken over; use a new workspace."
        }
        ProblemCode::ExcerptOutside => "The passage ({value}) lies outside the text. Point it out again.",
        ProblemCode::JudgementEstablished => {
            "This judgement is established and does not change any more. Begin a revision or a new attempt."
        }
        ProblemCode::NoJudgement => "This attempt has no judgement yet. Write it first, under Judgement.",
        ProblemCode::ObstaclesRemain => "Cannot be established yet: {value}.",
        ProblemCode::NotEstablished => "There is no established judgement yet. Establish it first.",
        ProblemCode::NoMandate => "No examiner has a mandate on this date. Record the mandate before establishing.",
        ProblemCode::MandateExists => "This person has this mandate already. Change the days of that mandate.",
        ProblemCode::MandateUsed => {
            "A judgement established on {value} stands on this mandate. Let the mandate hold on that day."
        }
        ProblemCode::DaysOutOfOrder => "These days do not follow one another. Check beginning and end.",
        ProblemCode::AttemptOutOfOrder => {
            "Attempt {value} cannot be made now: the one before must be established first."
        }
        ProblemCode::FormFailed => "The form could not be made. Report this with the journal's code.",
        ProblemCode::SignatureFailed => "The signature could not be made; no form was written. Try again.",
        ProblemCode::SignerUnknown => "This certificate cannot be trusted here (any more). Verify the form again.",
        ProblemCode::FingerprintDiffers => {
            "The fingerprint is another than that of this certificate. Do not trust it; ask for the certificate again."
        }
        ProblemCode::CertificateUnfit => {
            "This certificate is not meant for what you want it to do. Ask for the certificate that issues others, or for the signer's own."
        }
        ProblemCode::NotACertificate => {
            "This is no certificate that can be used here. Choose a file in PEM or DER (.pem, .crt, .cer, .der) with a key that is strong enough."
        }
        ProblemCode::SeveralCertificates => {
            "This file holds {value} certificates. Choose a file with one certificate, so that you can compare its fingerprint."
        }
        ProblemCode::FormTooLarge => {
            "This file is larger than any form (the limit is {value}) and was not read. Ask for the form itself; it is smaller than 1 MB."
        }
        ProblemCode::NotAPdf => "This is not a PDF. Choose the form itself.",
        ProblemCode::IsFolder => "This is a folder. Choose the files inside it.",
        ProblemCode::Cancelled => "Stopped; nothing was added.",
        ProblemCode::FileTooLarge => {
            "This file is too large; the limit is {value}. Split it or add only what is needed."
        }
        ProblemCode::FileRefused => "{value}",
        ProblemCode::CodesNotChosen => {
            "It has not been chosen yet which code of OSIRIS belongs to which outcome; nothing was written. If this proposal is right, give it along (complete what is empty, or leave it empty to fill in nothing): {value}"
        }
        ProblemCode::OutputChanged => {
            "The file or a judgement changed since you looked; nothing was written. Look again at what is filled in."
        }
        ProblemCode::ItemUnfit => {
            "This name of a grade item does not fit a CSV file: it begins with a sign that begins a formula. Choose another name."
        }
        ProblemCode::FileUnreadable => {
            "This file cannot be read ({value}). Open it in the program it was made with and save it again."
        }
        ProblemCode::JsonInvalid => {
            "The JSON does not fit the agreed format (at {value}). Compare with `weegschaal schema`."
        }
        ProblemCode::NothingToUndo => "There is nothing to undo.",
        ProblemCode::CannotUndo => "Something was built on it or changed since; for a judgement, start a revision.",
        ProblemCode::FrameworkFrozen => {
            "The weights are frozen for this cohort. Then only names and short names in the framework change; the rest starts with a next cohort."
        }
        ProblemCode::FrameworkInUse => {
            "Evidence or a judgement hangs on this; it does not vanish unnoticed. Take away what hangs on it first, or leave this in the framework."
        }
        ProblemCode::NoKaderDraft => "Nothing was changed in framework or weights.",
        ProblemCode::KaderDraftOpen => {
            "A change of the weights is still open. Take it into use or throw it away first."
        }
        ProblemCode::UnknownVersion => "There is no such version. Choose one from the list of versions.",
        ProblemCode::WrongKeyPassphrase => "The passphrase of the key file is wrong. Try again and mind capitals.",
        ProblemCode::NotAKeyFile => {
            "This is no key file (.p12 or .pfx), or it is damaged. Choose the file you got from the issuer."
        }
        ProblemCode::NoKeyInFile => {
            "This file holds no private key with its certificate. Export it again, with the private key."
        }
        ProblemCode::KeyExpired => {
            "This certificate has expired; it was valid up to {value}. Choose another, or ask for a new one."
        }
        ProblemCode::KeyNotYetValid => {
            "This certificate is valid from {value} only. Wait until that day or choose another."
        }
        ProblemCode::KeyNotForSigning => "This certificate is not meant for signing documents. Choose one that is.",
        ProblemCode::KeyTooSmall => {
            "This key is too small to rely on. RSA of at least 2048 bits, or EC P-256 or P-384, is needed."
        }
        ProblemCode::KeyUnsupported => {
            "A key of this kind is not used. RSA of at least 2048 bits, or EC P-256 or P-384, is needed."
        }
        ProblemCode::KeyRefused => "The key refused to sign. Check the card or certificate and try again.",
        ProblemCode::TokenLibrary => {
            "The library of the card or token cannot be loaded. Check its path, or install the issuer’s software again."
        }
        ProblemCode::NoToken => "No card or token was found. Put it in the reader and try again.",
        ProblemCode::NoKeyOnToken => {
            "The chosen certificate is not on this card or token, or its key is missing. Choose another certificate."
        }
        ProblemCode::WrongPin => {
            "The PIN is wrong. Try again, but not too often: after a few times the card locks itself."
        }
        ProblemCode::PinLocked => {
            "The PIN is locked or has to be changed first. Use the software of the card for that."
        }
        ProblemCode::TokenGone => {
            "The card or token was taken away or answers no more. Put it back and start again; what is signed stays."
        }
        ProblemCode::StampAddress => {
            "This is no address of a time stamp service. Write it as https://time.example.org, without a name and password in it."
        }
        ProblemCode::NotAList => {
            "This is no revocation list (.crl or .pem), or it is damaged. Get it again from the issuer of the certificate."
        }
        ProblemCode::ListUnfit => {
            "This revocation list is for a part of the certificates only, or does not say until when it holds. Get the full list, or leave it out."
        }
        ProblemCode::ListOutdated => {
            "This revocation list held until {value}. Get a new one from the issuer of the certificate, or leave it out."
        }
        ProblemCode::ListsTooLarge => {
            "With this revocation list every form gets too large; together the lists may be {value}. Leave out what does not belong to the signer or the time stamp service."
        }
        ProblemCode::TooManyLists => {
            "At most {value} revocation lists can go along. Leave out what does not belong to the signer or the time stamp service."
        }
        ProblemCode::KeyRevoked => {
            "By this revocation list the certificate of the signer, or of an issuer above it, was revoked on {value}. Nothing was signed; choose another key."
        }
        ProblemCode::PatternUnknown => {
            "There is no placeholder {value}. Choose from {nummer}, {luk}, {gelegenheid}, {herziening}, {naam}, {datum} and {uitkomst}."
        }
        ProblemCode::PatternLacks => "The name pattern lacks {value}; without it two forms could get the same name.",
        ProblemCode::PatternCharacter => {
            "The character {value} cannot stand in a file name. Choose another, an underscore for instance."
        }
        ProblemCode::PatternTouching => {
            "Between {value} there has to be a character, _ for instance; otherwise two forms could get the same name."
        }
        ProblemCode::PatternUnfit => {
            "No file can be named so (‘{value}’). Keep it short, use each placeholder once and do not begin with a dot or space."
        }
        ProblemCode::NamesCollide => {
            "Two forms would both be named ‘{value}’. Change the name pattern; nothing was written."
        }
        ProblemCode::FormDiffers => {
            "In the folder something else than what was signed here stands under this name; it was not overwritten. Move that file if it may go."
        }
        ProblemCode::FileHeld => {
            "This file is open in another program that does not let go of it. Close it there and try again."
        }
        ProblemCode::NotSignedYet => {
            "This form has no first signature yet. Have it signed first by whoever established the judgement."
        }
        ProblemCode::SameSigner => {
            "The second signature has to be by somebody else than the first. Choose another key."
        }
        ProblemCode::Internal => {
            "Something went wrong in the program itself ({value}). What was kept is kept. Start again and report it."
        }
    }
}

/// For an obstacle, by its code.
pub fn obstacle(code: &str) -> &str {
    match code {
        "statement_missing" => "the student's statement is missing",
        "outcome_missing" => "no outcome is chosen",
        "outcome_unknown" => "the outcome is not in the framework",
        "rationale_missing" => "the rationale of the whole is missing",
        "criterion_rationale_missing" => "the rationale of a criterion is missing",
        "citation_missing" => "a criterion has no citation yet",
        "citation_broken" => "a citation points at nothing",
        "criterion_unknown" => "the criterion is not in the framework",
        "discrepancy_unanswered" => "a discrepancy is not answered",
        "vraak_not_met" => "VRAAK is not met",
        "saturation_missing" => "the saturation question is not answered",
        "not_saturated" => "by its answer there is not enough yet",
        "picture_differs" => "picture and outcome differ: say why in a sentence",
        "mandate_missing" => "there is no mandate on this date",
        other => other,
    }
}

/// For a finding; `{value}` is filled in.
pub fn finding(code: FindingCode) -> &'static str {
    match code {
        FindingCode::OddPath => "The file has parts with a suspicious path ({value}); they were skipped.",
        FindingCode::TooDeep => "The file is nested deeper than a real document and is not opened, to be safe.",
        FindingCode::PdfUnreadable => {
            "This PDF cannot be read. Open it and save it as PDF again, or ask for the file again."
        }
        FindingCode::TooManyPages => "Only the first {value} pages were read; the whole file is kept.",
        FindingCode::NoText => {
            "This file holds no readable text (a scan or a photo). It is kept as an attachment; type over what you want to cite."
        }
        FindingCode::LettersUnknown => {
            "This PDF does not say which {value} of its letters are; � stands in their place. Read the original beside it."
        }
        FindingCode::AttachmentLeftOut => "The attachment {value} could not be read; it is inside the kept file.",
        FindingCode::AttachmentTooLarge => "The attachment {value} is too large when unpacked and was skipped.",
        FindingCode::AttachmentKept => "The attachment {value} is inside the kept file.",
        FindingCode::ReaderStopped => {
            "Reading this file took too much time or memory and was stopped; nothing was taken over. Split the file, or ask for it again."
        }
        FindingCode::OldFormat => {
            "This is a file of an old version of Office (.doc or .xls). Save it as .docx or .xlsx and try again."
        }
        FindingCode::SheetLeftOut => "Sheets without a table that was recognised were skipped ({value}).",
        FindingCode::RowWithoutStudent => "This row names no student and says nothing; it was skipped.",
        FindingCode::Absent => "This row only says that the student was not there (‘{value}’); that is no data point.",
        FindingCode::MatchedByName => "Matched by name with {value}. Check whether that is right.",
        FindingCode::SourceAssumed => {
            "It is not said who speaks here; read as source {value}. Choose another source if that is not right."
        }
        FindingCode::DateAssumed => "There is no date in it; read as {value}. Give the date if that is not right.",
        FindingCode::NothingToTake => {
            "No level and no open text is pointed out in this table. Say which columns they are."
        }
        FindingCode::SourceMissing => "It is not clear which source speaks here. Choose the source.",
        FindingCode::SourceUnknown => "The source ‘{value}’ is not in the framework.",
        FindingCode::FileEmpty => "The file is empty. Ask for it again.",
        FindingCode::TooLarge => "The file is too large (the limit is {value}). Split it and import the parts.",
        FindingCode::UnpackedTooLarge => "Unpacked this file is far too large ({value}); it was not opened.",
        FindingCode::FileBroken => "The file is damaged or was not downloaded completely. Ask for it again.",
        FindingCode::PasswordProtected => "This file is protected with a password. Save it without one and try again.",
        FindingCode::OtherThanNamed => "This is a picture ({value}) and not what its name says. Ask for the real file.",
        FindingCode::KindNotRead => {
            "This kind of file is not read. Paste the text as a data point, or ask for a Word, PDF, Excel or text file."
        }
        FindingCode::NoJournalArchive => {
            "This is no eJournal archive: information.json is missing. Unpack it and add the files themselves."
        }
        FindingCode::DtdRefused => "The file holds a DTD and is not opened as a precaution.",
        FindingCode::Macros => {
            "This file contains macros; as a precaution nothing is filled in. Save it as .xlsx and try again."
        }
        FindingCode::TemplateUnclear => {
            "In this template the column ‘{value}’ cannot be found beyond doubt; nothing was filled in. Choose the file as OSIRIS makes it."
        }
        FindingCode::GradeColumnMissing => {
            "The column ‘{value}’ cannot be found beyond doubt; nothing was filled in. Export the grades from Brightspace again, or name the grade item."
        }
        FindingCode::LettersUnwritable => {
            "An outcome has letters that this file cannot hold; nothing was filled in. Save it as CSV UTF-8 and try again."
        }
        FindingCode::WideText => {
            "This is no plain text file (UTF-16 or unreadable characters). Save it as CSV UTF-8 and try again."
        }
        FindingCode::NulCharacter => {
            "Holds an unreadable character (NUL). Save the file again from the program it was made with."
        }
        FindingCode::QuoteNotClosed => "A quote is opened and never closed. Mend this cell and try again.",
        FindingCode::FarCell => "{value}: something stands far outside the table. Clear that cell and try again.",
        FindingCode::TableNotRecognised => {
            "This table was not recognised as a student list or form. Say with a mapping what its columns mean."
        }
        FindingCode::ColumnMissing => "The column ‘{value}’ is missing. Add it or give a mapping.",
        FindingCode::CellMissing => "This cell is empty and is needed. Fill it in.",
        FindingCode::InvalidNumber => "This is no student number. Fill in four digits or more, nothing else.",
        FindingCode::StudentTwice => "Student {value} is in the list twice. Leave one row.",
        FindingCode::LooksLikeFormula => "Looks like a formula and was taken over as text.",
        FindingCode::InvalidDate => "This date cannot be read. Write it as 31-01-2025.",
        FindingCode::DateOutsideYear => "This date lies outside the academic year. Check day, month and year. {value}",
        FindingCode::MappingDoesNotFit => {
            "The mapping names ‘{value}’, which the table or the framework does not have."
        }
        FindingCode::AuthorUnknown => "The author is unknown; the data point says so. Fill it in when you know.",
        FindingCode::JsonInvalid => {
            "The JSON does not fit the format, at line and column {value}. Compare with `weegschaal schema`."
        }
        FindingCode::VersionUnknown => "This format is not known ({value}). Update the program.",
        FindingCode::KeyTwice => "The key {value} occurs twice. Leave one.",
    }
}

/// For a row that waits, by the code of its reason.
pub fn pending(code: &str) -> &str {
    match code {
        "unknown_number" => "waits: this number is nobody's in the workspace.",
        "ambiguous_student" => "waits: it is not certain which student this is about.",
        "likely_double" => "waits: the same author wrote about this student already; the first is in.",
        "unmapped_level" => "waits: this level word has been given no meaning.",
        "quadrant_missing" => "is in, but its quadrant is missing.",
        other => other,
    }
}

/// For a reason of `verify` or `journal --check`, by its code.
pub fn reason(code: &str) -> Option<&'static str> {
    Some(match code {
        "journal_intact" => "The chain of the journal holds.",
        "journal_broken" => "The chain of the journal does NOT hold: something was changed or taken out.",
        "judgement_differs" => "The embedded judgement is not the one whose hash the form states.",
        "replaced_by_revision" => "This judgement was replaced by a later revision.",
        "not_ours" => "This is no form of Weegschaal and cannot be judged here.",
        "too_large" => "The file is larger than any form.",
        "too_deep" => "The file is nested deeper than any form.",
        "active_content" => "The file holds parts that act by themselves; a form never does.",
        "trailing_bytes" => "Something stands in the file after the form that does not belong there.",
        "broken_chain" => "A later change does not connect to the form.",
        "changed_after_signing" => "Something other than a signature was changed after signing.",
        "signature_shape" => "The signature is not as Weegschaal makes it.",
        "byte_range" => "The signature does not cover exactly the whole form.",
        "container" => "The signature cannot be read.",
        "unsupported_signature" => "The signature uses something Weegschaal does not use.",
        "digest_mismatch" => "The form was changed after it was signed.",
        "signature_mismatch" => "The signature does not fit the certificate.",
        "certificate_mismatch" => "The signature names another certificate than the one that comes with it.",
        "certificate" => "The certificate cannot be read or its key is too weak.",
        "key_usage" => "The certificate is not meant for signing documents.",
        "outside_certificate_period" => "The signature names a time at which the certificate was not valid.",
        "in_future" => "The signature names a time in the future.",
        "stamp_broken" => "The time stamp of the signature does not hold.",
        "validation_data" => "Validation data was added that belongs to no signature.",
        "revoked" => "The signer's certificate was revoked.",
        "certificate_expired" => "The certificate has expired since; it was valid when signing.",
        "untrusted_signer" => {
            "A signer is not known here. Compare the certificate's fingerprint with the one the signer gave you in person."
        }
        "wrong_order" => "The second signature was set before the first.",
        "unsigned" => "There is no signature on it.",
        _ => return None,
    })
}
