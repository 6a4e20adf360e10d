//! What only shows from within: old and newer schemas, a full disk, the version of SQLite.

use crate::act::Act;
use crate::error::StoreError;
use crate::open::{self, Secret};
use crate::workspace::Workspace;
use domain::conversation::{Conversation, ConversationKind};
use domain::ids::{ConversationId, DataPointId, StudentNumber};
use domain::student::{Placement, Student};
use domain::text::FilledText;
use std::fs;
use std::path::PathBuf;

const PASSPHRASE: &str = "een lange wachtzin";

/// A copy of the workspace that was kept from the first schema.
fn kept() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let path = folder.path().join("oud.weegschaal");
    let from = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/kept");
    fs::copy(from.join("versie-1.weegschaal"), &path).expect("BUG: kept");
    fs::copy(from.join("versie-1.weegschaal.sleutel"), folder.path().join("oud.weegschaal.sleutel"))
        .expect("BUG: kept");
    (folder, path)
}

fn act() -> Act {
    Act {
        at: 1_750_000_000_000,
        actor: "E. Examinator".into(),
        code: "student.add",
        subject: String::new(),
        reason: String::new(),
        undoable: true,
    }
}

fn student(number: u32) -> Student {
    Student {
        number: StudentNumber::new(&number.to_string()).expect("BUG: a number"),
        name: FilledText::new("Vera Voorbeeld").expect("BUG: a name"),
        programme: String::new(),
        subject: String::new(),
        email: String::new(),
        portfolio: "x".repeat(2000),
        placement: Placement::default(),
        standings: Vec::new(),
    }
}

#[test]
fn a_workspace_of_the_first_schema_is_copied_and_brought_up_to_date() {
    let (folder, path) = kept();
    let before = fs::read(&path).expect("BUG: readable");
    let mut workspace = Workspace::open(&path, Secret::Passphrase(PASSPHRASE)).expect("BUG: it opens");
    let version: u32 = workspace.conn.query_row("PRAGMA user_version", [], |row| row.get(0)).expect("BUG: readable");
    assert_eq!(version, open::newest());
    let number = StudentNumber::new("9000001").expect("BUG: a number");
    let id = DataPointId::new("d1").expect("BUG: an id");
    let found = workspace.reader().datapoint(&number, &id).expect("BUG: readable").expect("BUG: it was kept");
    assert_eq!(found.text, "rustig voor de klas, ook bij tegenspel");
    assert!(workspace.check().expect("BUG: it can be checked").fine());
    // What was done before can still be taken back.
    workspace.undo(&act()).expect("BUG: it was undoable");
    drop(workspace);
    let copy = folder.path().join(format!("oud.voor-versie-{}.weegschaal", open::newest()));
    assert!(copy.is_file(), "no copy of the old file is kept");
    assert_ne!(fs::read(&path).expect("BUG: readable"), before);
    fs::copy(folder.path().join("oud.weegschaal.sleutel"), format!("{}.sleutel", copy.display())).expect("BUG: copied");
    assert!(Workspace::open(&copy, Secret::Passphrase(PASSPHRASE)).is_ok(), "the copy does not open");
}

#[test]
fn an_old_workspace_takes_conversations_and_gives_them_back() {
    let (_folder, path) = kept();
    let mut workspace = Workspace::open(&path, Secret::Passphrase(PASSPHRASE)).expect("BUG: it opens");
    let number = StudentNumber::new("9000001").expect("BUG: a number");
    assert!(workspace.reader().dossier(&number).expect("BUG: readable").expect("BUG: kept").conversations.is_empty());
    let said = Conversation {
        id: ConversationId::new("g1").expect("BUG: an id"),
        kind: ConversationKind::Startgesprek,
        date: chrono::NaiveDate::from_ymd_opt(2024, 11, 18).expect("BUG: a day"),
        participants: Vec::new(),
        questions: vec![FilledText::new("Hoe houd ik orde?").expect("BUG: a text")],
        notes: String::new(),
    };
    let roster = workspace.roster();
    let done = workspace
        .transact(&act(), |writer| writer.put_conversation(&number, &said))
        .expect("BUG: a conversation is written");
    assert!(done.changed.students.contains(&number) && !done.changed.roster);
    assert_eq!(workspace.roster(), roster);
    let found = |workspace: &Workspace| workspace.reader().conversation(&number, &said.id).expect("BUG: readable");
    assert_eq!(found(&workspace).as_ref(), Some(&said));
    workspace.undo(&act()).expect("BUG: undone");
    assert_eq!(found(&workspace), None);
    workspace.redo(&act()).expect("BUG: redone");
    assert_eq!(found(&workspace).as_ref(), Some(&said));
    assert!(workspace.check().expect("BUG: it can be checked").fine());
}

#[test]
fn a_newer_workspace_is_refused_and_left_as_it_is() {
    let (_folder, path) = kept();
    let workspace = Workspace::open(&path, Secret::Passphrase(PASSPHRASE)).expect("BUG: it opens");
    workspace.conn.pragma_update(None, "user_version", 99).expect("BUG: written");
    drop(workspace);
    let before = fs::read(&path).expect("BUG: readable");
    let refused = Workspace::open(&path, Secret::Passphrase(PASSPHRASE)).err();
    assert_eq!(refused, Some(StoreError::TooNew { found: 99, known: open::newest() }));
    assert_eq!(fs::read(&path).expect("BUG: readable"), before);
}

#[test]
fn a_full_disk_refuses_the_act_and_keeps_what_was_there() {
    let (_folder, path) = kept();
    let mut workspace = Workspace::open(&path, Secret::Passphrase(PASSPHRASE)).expect("BUG: it opens");
    let pages: u32 = workspace.conn.query_row("PRAGMA page_count", [], |row| row.get(0)).expect("BUG: readable");
    // SQLite answers the same as when the disk itself has no room.
    workspace
        .conn
        .query_row(&format!("PRAGMA max_page_count = {}", pages + 4), [], |_| Ok(()))
        .expect("BUG: it can be set");
    let head = workspace.reader().checkpoint().expect("BUG: readable");
    let refused = workspace.transact(&act(), |writer| (1..200).try_for_each(|n| writer.put_student(&student(n))));
    assert_eq!(refused.err(), Some(StoreError::DiskFull));
    assert_eq!(workspace.reader().checkpoint().expect("BUG: readable"), head);
    assert!(workspace.check().expect("BUG: it can be checked").fine());
}

#[test]
fn a_file_that_may_only_be_read_says_so() {
    let (_folder, path) = kept();
    let mut workspace = Workspace::open(&path, Secret::Passphrase(PASSPHRASE)).expect("BUG: it opens");
    workspace.conn.pragma_update(None, "query_only", true).expect("BUG: it can be set");
    let refused = workspace.transact(&act(), |writer| writer.put_student(&student(1)));
    assert_eq!(refused.err(), Some(StoreError::ReadOnly));
}

#[test]
fn sqlite_is_one_without_the_known_damage_in_its_log() {
    // 3.51.3 mended a race between checkpoints that could damage a file in WAL mode.
    assert!(rusqlite::version_number() >= 3_051_003, "SQLite is {}", rusqlite::version());
}
