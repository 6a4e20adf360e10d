//! *Ondertekenen*: one form or thousands, signed, checked, kept and put in a folder.
//!
//! Promises: only what is established is signed; each form is rendered, signed and checked by our own verification,
//! written whole beside its place, kept in the workspace, then put in place. One that fails is listed and spoils no
//! other; when the key, the disk or the folder is gone the rest is left and counted. A second run goes on where the
//! first stopped. One thread reads and writes the workspace, the others render and sign.

mod batch;
mod index;
mod keys;
mod lists;
mod names;
mod plan;
mod stamps;
mod work;

pub use keys::token_certificates;
pub use names::USUAL_PATTERN;

use crate::api::*;
use crate::words::Tongue;
use crate::workbench::Workbench;
use batch::Batch;
use lists::Lists;
use names::NamePattern;
use seal::SigningKey;
use stamps::Service;
use std::path::{Path, PathBuf};

/// Hears how far signing is; answers whether to go on.
pub type HearSigning<'h> = &'h mut dyn FnMut(&SignProgress) -> bool;

impl Workbench {
    /// Signs forms and writes them to `folder`, with an index of the folder in the words of `tongue`.
    pub fn sign(
        &mut self,
        ask: &SignAsk,
        folder: &Path,
        tongue: Tongue,
        hear: HearSigning<'_>,
    ) -> Result<SignReply, Problem> {
        let host = self.host.clone();
        let service = Service::at(&ask.choice.service, host.as_ref())?;
        let folder = absolute(folder)?;
        let plan = plan::of(&self.store.reader(), ask, &folder)?;
        // Without a stamp nothing proves when it was signed, and lists add nothing.
        let lists = match (&service, ask.task) {
            (None, _) | (_, SignTask::Unsigned) => None,
            (Some(_), _) => Lists::read(&ask.choice.lists, self.trusted()?, host.now())?,
        };
        let key = match ask.task {
            SignTask::Unsigned => None,
            SignTask::First | SignTask::Second { .. } => Some(self.key(&ask.choice.key, ask.secret.as_ref())?),
        };
        let key = match (key, &lists) {
            (Some(key), Some(lists)) => Some(lists.admit(key)?),
            (key, _) => key,
        };
        std::fs::create_dir_all(&folder).map_err(|error| Problem::from(error).at(&folder.display().to_string()))?;
        if let (Some(key), SignTask::First) = (&key, ask.task)
            && plan.todo.iter().any(|target| target.brief.form.is_none())
        {
            self.know(key.as_ref())?;
        }
        let (service, lists) = (service.as_ref(), lists.as_ref());
        let batch = Batch { ask, key: key.as_deref(), service, lists, host: host.as_ref() };
        let mut reply = batch.run(self, plan, hear)?;
        if ask.task != SignTask::Unsigned && !reply.written.is_empty() {
            match index::write(self, &folder, &reply.written, tongue) {
                Ok(path) => reply.index = Some(path.display().to_string()),
                Err(problem) => reply.index_failed = Some(problem),
            }
        }
        Ok(reply)
    }

    /// The name that the first form would get by a pattern, or an invented one; `pattern_…` when it cannot be used.
    pub fn name_by(&self, pattern: &str) -> Result<String, Problem> {
        let pattern = NamePattern::read(pattern)?;
        let briefs = self.store.reader().form_briefs()?;
        Ok(briefs.first().map_or_else(|| pattern.name(&plan::invented(), ""), |first| pattern.name(first, "")))
    }

    /// Whoever signs judgements here is known here: a certificate from elsewhere is trusted from its first form on.
    fn know(&mut self, key: &dyn SigningKey) -> Result<(), Problem> {
        let certificate = key.certificate();
        let (own, known) = {
            let reader = self.store.reader();
            (reader.identity()?.map(|own| own.certificate_der), reader.trusted()?)
        };
        if own.as_deref() == Some(certificate) || known.iter().any(|one| one == certificate) {
            return Ok(());
        }
        let Some(facts) = seal::facts(certificate) else { return Ok(()) };
        self.trusting("signer.trust", &facts.fingerprint, &facts.name, |writer| Ok(writer.put_trusted(certificate)?))?;
        Ok(())
    }
}

/// A folder as it is remembered and compared.
fn absolute(folder: &Path) -> Result<PathBuf, Problem> {
    std::path::absolute(folder).map_err(|error| Problem::from(error).at(&folder.display().to_string()))
}

impl From<FormLanguage> for form::Language {
    fn from(language: FormLanguage) -> Self {
        match language {
            FormLanguage::Nl => Self::Dutch,
            FormLanguage::En => Self::English,
        }
    }
}
