//! The index of a folder: every form that was signed for it, as a workbook.
//!
//! Promises: text cells only; written once after a batch, over all forms kept for the folder, whole or not at all.

use crate::api::{Problem, SignedForm};
use crate::marking::hex;
use crate::publish::publish;
use crate::sheet;
use crate::words::{IndexWords, Tongue};
use crate::workbench::{Workbench, file_name};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use store::{FormBrief, Reader, StoredForm};

/// Its name: told apart from anything a user would make.
const FILE: &str = "weegschaal-index.xlsx";

/// Writes it; `written` are the forms of this batch, which may have been signed for another folder before.
pub(super) fn write(
    bench: &Workbench,
    folder: &Path,
    written: &[SignedForm],
    tongue: Tongue,
) -> Result<PathBuf, Problem> {
    let key = |form: &SignedForm| (form.number.clone(), form.attempt, form.revision);
    let here: BTreeMap<_, &str> = written.iter().map(|form| (key(form), form.path.as_str())).collect();
    let words = IndexWords::of(tongue);
    let reader = bench.store.reader();
    let mut lines = vec![words.headings.map(str::to_owned).to_vec()];
    for brief in reader.form_briefs()? {
        let Some(form) = &brief.form else { continue };
        let named = here.get(&(brief.student.to_string(), brief.attempt, brief.revision));
        let path = Path::new(named.copied().unwrap_or(&form.path));
        if path.parent() == Some(folder) {
            lines.push(line(&words, &reader, &brief, form, path)?);
        }
    }
    let path = folder.join(FILE);
    publish(&path, &sheet::workbook(words.sheet, &lines, bench.host.now().timestamp())?)?;
    Ok(path)
}

fn line(
    words: &IndexWords,
    reader: &Reader<'_>,
    brief: &FormBrief,
    form: &StoredForm,
    path: &Path,
) -> Result<Vec<String>, Problem> {
    let sha256 = if form.sha256.is_empty() {
        let kept = reader.form(&brief.student, brief.attempt, brief.revision)?;
        kept.map(|kept| hex(&Sha256::digest(&kept.pdf))).unwrap_or_default()
    } else {
        form.sha256.clone()
    };
    Ok(vec![
        brief.student.to_string(),
        brief.name.clone(),
        brief.attempt.to_string(),
        brief.revision.saturating_sub(1).to_string(),
        brief.outcome.clone(),
        brief.established_on.clone(),
        words.replaced[usize::from(!brief.replaced)].to_owned(),
        file_name(path),
        form.signer.clone(),
        form.second.clone().unwrap_or_default(),
        form.level.clone(),
        sha256,
        brief.hash.clone(),
    ])
}
