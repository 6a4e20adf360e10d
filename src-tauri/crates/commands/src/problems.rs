//! Folds the errors of the rooms below into the closed list of problems.
//!
//! Promises: every error gets a code a person can act on; nothing personal goes along.

use crate::api::{Problem, ProblemCode};
use domain::evidence::EvidenceFault;
use domain::weights::WeightFault;
use std::io;
use store::StoreError;

impl Problem {
    /// The same with its place, unless it has one.
    #[must_use]
    pub fn at(self, place: &str) -> Self {
        if self.place.is_empty() { Self { place: place.to_owned(), ..self } } else { self }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        use ProblemCode as Code;
        match error {
            StoreError::WrongSecret => Self::user(Code::WrongPassphrase, ""),
            StoreError::WrongRecoveryKey => Self::user(Code::WrongRecoveryKey, ""),
            StoreError::NotFound => Self::user(Code::FileNotFound, ""),
            StoreError::NotAWorkspace => Self::user(Code::NotAWorkspace, ""),
            StoreError::Damaged => Self::environment(Code::WorkspaceDamaged, ""),
            StoreError::TooNew { .. } => Self::user(Code::WorkspaceTooNew, ""),
            StoreError::KeyFileMissing => Self::user(Code::KeyFileMissing, ""),
            StoreError::InUse => Self::user(Code::WorkspaceInUse, ""),
            StoreError::AlreadyExists => Self::user(Code::AlreadyExists, ""),
            StoreError::FolderMissing => Self::user(Code::FolderNotFound, ""),
            StoreError::ReadOnly => Self::environment(Code::ReadOnly, ""),
            StoreError::DiskFull => Self::environment(Code::DiskFull, ""),
            StoreError::NotWritten => Self::environment(Code::WorkspaceNotWritten, ""),
            StoreError::UnsuitableFolder => Self::user(Code::UnsuitableFolder, ""),
            StoreError::Established => Self::user(Code::JudgementEstablished, ""),
            StoreError::NothingToUndo => Self::user(Code::NothingToUndo, ""),
            StoreError::CannotUndo => Self::user(Code::CannotUndo, ""),
            StoreError::Io(kind) => kind.into(),
            StoreError::Internal(code) => Self::internal(code),
        }
    }
}

impl From<io::ErrorKind> for Problem {
    fn from(kind: io::ErrorKind) -> Self {
        use ProblemCode as Code;
        match kind {
            io::ErrorKind::NotFound => Self::user(Code::FileNotFound, ""),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::environment(Code::ReadOnly, "")
            }
            io::ErrorKind::AlreadyExists => Self::user(Code::AlreadyExists, ""),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::environment(Code::DiskFull, ""),
            other => Self::environment(Code::InputOutput, "").with(format!("{other:?}")),
        }
    }
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        error.kind().into()
    }
}

impl Problem {
    /// Why a file could not be read: who may not read it is not told that writing is not allowed.
    pub fn reading(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied => Self::user(ProblemCode::NotReadable, ""),
            _ if held_by_another(error) => Self::environment(ProblemCode::FileHeld, ""),
            kind => kind.into(),
        }
    }
}

/// Whether a file cannot be had because another program has it open.
pub(crate) fn held_by_another(error: &io::Error) -> bool {
    // Windows tells it by a sharing or a lock violation, for which there is no kind.
    const VIOLATIONS: [i32; 2] = [32, 33];
    matches!(error.kind(), io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy)
        || cfg!(windows) && error.raw_os_error().is_some_and(|code| VIOLATIONS.contains(&code))
}

impl From<EvidenceFault> for Problem {
    fn from(fault: EvidenceFault) -> Self {
        match fault {
            EvidenceFault::ExcerptOutside(id, span) => {
                Self::user(ProblemCode::ExcerptOutside, id.to_string()).with(format!("{}–{}", span.start, span.end))
            }
            EvidenceFault::LevelOffScale(id, level) => {
                Self::user(ProblemCode::UnknownLevel, id.to_string()).with(level.to_string())
            }
            EvidenceFault::UnknownCriterion(_, criterion) => {
                Self::user(ProblemCode::UnknownCriterion, criterion.to_string())
            }
            EvidenceFault::UnknownSource(_, source) => Self::user(ProblemCode::UnknownSource, source.to_string()),
        }
    }
}

impl From<WeightFault> for Problem {
    fn from(fault: WeightFault) -> Self {
        match fault {
            WeightFault::Sum(sum) => Self::user(ProblemCode::WeightsSum, "").with(sum.to_string()),
            WeightFault::OutsideBand { of, weight, min, max } => {
                Self::user(ProblemCode::WeightOutsideBand, of.to_string()).with(format!("{weight} ({min}–{max})"))
            }
            WeightFault::UnknownSource(id) => Self::user(ProblemCode::UnknownSource, id.to_string()),
            WeightFault::Missing(id) | WeightFault::CannotBeUnused(id) => {
                Self::user(ProblemCode::WeightOutsideBand, id.to_string())
            }
        }
    }
}
