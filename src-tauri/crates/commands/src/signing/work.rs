//! What one core does for one form: render, sign, stamp, check, write it whole beside its place.
//!
//! Promises: knows no workspace, so that several work at once; what it hands back holds, by our own verification, and
//! stands durable on the disk.

use super::batch::stops;
use super::keys::key_problem;
use super::lists::{Listed, Lists};
use super::stamps::Service;
use crate::api::*;
use crate::forms::render;
use crate::host::Host;
use crate::marking::hex;
use crate::publish::Beside;
use chrono::{DateTime, Utc};
use domain::journal::JournalCheckpoint;
use form::Signatory;
use seal::{Appearance, Level, SealError, SignRequest, SigningKey, StampFault, Stamping};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use store::{KeptJudgement, StoredForm};

/// A form to be made.
pub(super) struct Job {
    /// Its place among those to be done.
    pub at: usize,
    pub path: PathBuf,
    pub matter: Matter,
}

/// What it is made from.
pub(super) enum Matter {
    /// A judgement without a form.
    Judgement { kept: KeptJudgement, revision: u32, checkpoint: JournalCheckpoint },
    /// A form with one signature.
    Form(Box<StoredForm>),
}

/// A form that was made.
pub(super) struct Made {
    pub form: StoredForm,
    pub beside: Beside,
    /// What came of the time stamp, when one was asked for.
    pub stamp: Option<Result<(), StampFault>>,
    /// What came of the lists of revoked certificates, when there is a stamp and there were any.
    pub listed: Option<Listed>,
}

/// Why one could not be made.
pub(super) struct Failed {
    pub problem: Problem,
    /// Whether all others would fail alike.
    pub all: bool,
}

impl Failed {
    fn one(problem: Problem) -> Self {
        Self { problem, all: false }
    }
}

/// What every form of a batch has in common.
#[derive(Clone, Copy)]
pub(super) struct Common<'a> {
    pub ask: &'a SignAsk,
    pub key: Option<&'a (dyn SigningKey + Send + Sync)>,
    pub service: Option<&'a Service<'a>>,
    pub lists: Option<&'a Lists>,
    pub host: &'a dyn Host,
}

impl Common<'_> {
    /// Makes a form.
    pub fn make(&self, job: &Job) -> Result<Made, Failed> {
        let now = self.host.now();
        let path = job.path.display().to_string();
        let (base, capacity) = match &job.matter {
            Matter::Form(kept) => (StoredForm { path, ..(**kept).clone() }, None),
            Matter::Judgement { kept, revision, checkpoint } => {
                let judgement = kept.read().map_err(|error| Failed::one(error.into()))?;
                let language = self.ask.choice.language.into();
                let rendered = render(self.host, &judgement, checkpoint, *revision, language).map_err(Failed::one)?;
                let form::Rendered { pdf, hash, pages } = rendered;
                let form = StoredForm { pdf, hash, pages, ..StoredForm::unsigned(&path) };
                (form, Some(judgement.established_by().capacity))
            }
        };
        let by = match (self.ask.task, capacity) {
            (SignTask::First, capacity) => capacity.map(Signatory::Examiner),
            (SignTask::Second { by: SecondSigner::Reader }, _) => Some(Signatory::SecondReader),
            (SignTask::Second { by: SecondSigner::Student }, _) => Some(Signatory::Student),
            (SignTask::Unsigned, _) => None,
        };
        let (mut form, stamp, listed) = match (self.key, by) {
            (Some(key), Some(by)) => {
                let (form, stamp) = self.sign(base, key, by, now)?;
                let lists = self.lists.filter(|_| stamp == Some(Ok(())));
                let (form, listed) = proven(form, lists, now)?;
                (form, stamp, listed)
            }
            _ => (base, None, None),
        };
        form.sha256 = hex(&Sha256::digest(&form.pdf));
        let beside = Beside::write(&job.path, &form.pdf).map_err(|problem| Failed { all: stops(&problem), problem })?;
        Ok(Made { form, beside, stamp, listed })
    }

    /// Signs, and has it stamped where a service is set; whether it holds is still to be seen.
    fn sign(
        &self,
        base: StoredForm,
        key: &(dyn SigningKey + Send + Sync),
        by: Signatory,
        now: DateTime<Utc>,
    ) -> Result<(StoredForm, Option<Result<(), StampFault>>), Failed> {
        let facts = seal::facts(key.certificate()).ok_or_else(|| failure(SealError::Certificate, key))?;
        let language = self.ask.choice.language.into();
        let first = matches!(by, Signatory::Examiner(_));
        let request = SignRequest {
            field: form::FIELDS[usize::from(!first)],
            time: now,
            reason: form::signature_reason(language, by),
            location: "",
            certify: first,
            appearance: Appearance {
                lines: form::signature_lines(language, &facts.name, by, now),
                font: form::signature_font(),
            },
        };
        let (pdf, stamp) = match self.service {
            None => (seal::sign(&base.pdf, key, &request).map_err(|error| failure(error, key))?, None),
            Some(service) => {
                let mut nonce = [0; 16];
                self.host.random(&mut nonce);
                let stamping = Stamping {
                    service,
                    nonce,
                    authorities: self.lists.map_or(&[], Lists::services),
                    lists: self.lists.map_or(&[], Lists::all),
                };
                let done = seal::sign_stamped(&base.pdf, key, &request, &stamping);
                let done = done.map_err(|error| failure(error, key))?;
                (done.pdf, Some(done.stamp.map(|_| ())))
            }
        };
        let mut form = base;
        form.pdf = pdf;
        form.certificates.push(facts.fingerprint);
        if first {
            (form.signer, form.signed_at) = (facts.name, now.timestamp_millis());
        } else {
            form.second = Some(facts.name);
        }
        Ok((form, stamp))
    }
}

/// A failure of the key is one of all forms; what is wrong with one form is its own.
fn failure(error: SealError, key: &dyn SigningKey) -> Failed {
    let all = matches!(
        error,
        SealError::DeviceGone
            | SealError::Passphrase
            | SealError::Key
            | SealError::NoKey
            | SealError::Expired
            | SealError::NotYetValid
            | SealError::NotForSigning
    );
    // While it signs a key asks for no passphrase; a token that refuses its PIN now has locked it.
    let problem = match error {
        SealError::Passphrase => Problem::user(ProblemCode::PinLocked, ""),
        other => key_problem(other, key.certificate()),
    };
    Failed { problem, all }
}

/// A form that holds, with its level, and with the lists that belong to it unless it would not hold with them.
fn proven(
    mut form: StoredForm,
    lists: Option<&Lists>,
    now: DateTime<Utc>,
) -> Result<(StoredForm, Option<Listed>), Failed> {
    if let Some(mut kept) = lists.and_then(|lists| seal::add_validation_data(&form.pdf, lists.all()).ok()) {
        let with = StoredForm { pdf: std::mem::take(&mut kept.pdf), ..form.clone() };
        if let Some((level, last)) = levels_when_it_holds(&with, now) {
            let listed = Listed::of(kept, last == Level::BLT);
            return Ok((StoredForm { level: level.code().to_owned(), ..with }, Some(listed)));
        }
    }
    let (level, _) =
        levels_when_it_holds(&form, now).ok_or_else(|| Failed::one(Problem::user(ProblemCode::SignatureFailed, "")))?;
    form.level = level.code().to_owned();
    Ok((form, lists.map(|_| Listed::Out)))
}

/// The levels of the weakest and of the last signature of a form that holds: whole, signed by these certificates, with
/// its judgement.
fn levels_when_it_holds(form: &StoredForm, now: DateTime<Utc>) -> Option<(Level, Level)> {
    let signers: Vec<Vec<u8>> = form.certificates.iter().map(|one| one.as_bytes().to_vec()).collect();
    let report = seal::verify(&form.pdf, &signers, now);
    // A form kept by an older version does not say by which certificate it was signed first.
    let known = report.signatures.len() - usize::from(report.signatures.len() > form.certificates.len());
    let trusted = report.signatures.iter().rev().take(known).all(|one| one.trusted);
    let sound = matches!(report.verdict, seal::Verdict::Valid | seal::Verdict::ValidUntrusted);
    let signed = seal::first_revision(&form.pdf)?;
    let judgement = seal::embedded_file(signed, form::ATTACHMENT)?;
    let stated = form::printed_hash(signed)? == form.hash && hex(&Sha256::digest(&judgement)) == form.hash;
    let levels = || report.signatures.iter().map(|one| one.level);
    (trusted && sound && stated).then_some((levels().min()?, levels().next_back()?))
}
