//! The nouns of the store: each with a table, two keys and a body in JSON, so that one way of writing and taking back
//! serves them all.

/// What is kept under two keys (`owner`, `item`; the second may be empty).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Noun {
    /// Single things by name: meta, framework, weights, calendar, preferences.
    Setting,
    /// Holder, capacity.
    Mandate,
    /// Number.
    Student,
    /// Number, place.
    Statement,
    /// Number, id.
    Datapoint,
    /// Number, `attempt.revision`: drafts only.
    Draft,
    /// Hash.
    File,
    /// Key of a row.
    RowKey,
    /// Number, id.
    Conversation,
    /// Fingerprint; the body is the certificate in hexadecimal digits.
    Trusted,
}

/// The queries of a noun. Parameters: `?1` owner, `?2` item, `?3` body.
pub(crate) struct Queries {
    pub name: &'static str,
    pub get: &'static str,
    /// Does nothing where something stands under these keys.
    pub add: &'static str,
    pub change: &'static str,
    pub remove: &'static str,
}

macro_rules! queries {
    ($name:literal) => {
        Queries {
            name: $name,
            get: include_str!(concat!("sql/", $name, "/get.sql")),
            add: include_str!(concat!("sql/", $name, "/add.sql")),
            change: include_str!(concat!("sql/", $name, "/change.sql")),
            remove: include_str!(concat!("sql/", $name, "/remove.sql")),
        }
    };
}

impl Noun {
    const ALL: [Self; 10] = [
        Self::Setting,
        Self::Mandate,
        Self::Student,
        Self::Statement,
        Self::Datapoint,
        Self::Draft,
        Self::File,
        Self::RowKey,
        Self::Conversation,
        Self::Trusted,
    ];

    pub fn queries(self) -> Queries {
        match self {
            Self::Setting => queries!("setting"),
            Self::Mandate => queries!("mandate"),
            Self::Student => queries!("student"),
            Self::Statement => queries!("statement"),
            Self::Datapoint => queries!("datapoint"),
            Self::Draft => queries!("judgement"),
            Self::File => queries!("file"),
            Self::RowKey => queries!("row_key"),
            Self::Conversation => queries!("conversation"),
            Self::Trusted => queries!("trusted"),
        }
    }

    /// The noun of a change, by its name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|noun| noun.queries().name == name)
    }

    /// Whether its owner is a student whose dossier it is part of.
    pub fn of_student(self) -> bool {
        match self {
            Self::Student | Self::Statement | Self::Datapoint | Self::Draft | Self::Conversation => true,
            Self::Setting | Self::Mandate | Self::File | Self::RowKey | Self::Trusted => false,
        }
    }
}
