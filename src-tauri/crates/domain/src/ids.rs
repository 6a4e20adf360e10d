//! Names of things: private strings that cannot be empty and cannot be mistaken for one another.
//!
//! Promises: no empty, overlong or control-character id exists; there is no conversion from one kind into another:
//!
//! ```compile_fail
//! use domain::ids::{CriterionId, SourceId};
//! let source = SourceId::new("werkplek").expect("BUG: an id");
//! let criterion: CriterionId = source;
//! ```

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;

/// Longest id accepted, in Unicode scalar values.
pub const MAX_ID_LENGTH: usize = 128;

/// Why a text is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not an id")]
pub struct InvalidId;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Makes an id of `text`, trimmed. Error: [`InvalidId`] when empty, longer than [`MAX_ID_LENGTH`] or
            /// holding a control character.
            pub fn new(text: &str) -> Result<Self, InvalidId> {
                let text = text.trim();
                let fits = !text.is_empty()
                    && text.chars().count() <= MAX_ID_LENGTH
                    && !text.chars().any(char::is_control);
                if fits { Ok(Self(text.to_owned())) } else { Err(InvalidId) }
            }

            /// The text of the id.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;
            fn try_from(text: String) -> Result<Self, InvalidId> {
                Self::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }
    };
}

id!(
    /// *Bron / leeromgeving* of a framework: `werkplek`, `programma`, `drama`, `opleiding`, `zelfinzicht`.
    SourceId
);
id!(
    /// *Criterium* of a framework: `K1` … `O2`.
    CriterionId
);
id!(
    /// *Datapunt*: unique within a workspace.
    DataPointId
);
id!(
    /// *Gesprek*: unique within its student.
    ConversationId
);
id!(
    /// *Studentnummer*: the key of a student; blanks and a leading `s` are taken off at intake.
    StudentNumber
);

impl SourceId {
    /// The student's own voice, *zelfinzicht* (rule R8), which some figures treat apart.
    pub const SELF_INSIGHT: &'static str = "zelfinzicht";

    /// Whether this is the student's own voice.
    pub fn is_self_insight(&self) -> bool {
        self.0 == Self::SELF_INSIGHT
    }
}
