CREATE TABLE setting (name TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE mandate (holder TEXT NOT NULL, capacity TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (holder, capacity)) STRICT;
CREATE TABLE student (number TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE statement (number TEXT NOT NULL REFERENCES student (number), place TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (number, place)) STRICT;
CREATE TABLE datapoint (number TEXT NOT NULL REFERENCES student (number), id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (number, id)) STRICT;
CREATE TABLE judgement (
    number TEXT NOT NULL REFERENCES student (number), attempt INTEGER NOT NULL, revision INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'established', 'replaced')),
    hash TEXT, outcome TEXT, replaced_by TEXT, body TEXT NOT NULL,
    PRIMARY KEY (number, attempt, revision),
    CHECK ((state = 'draft') = (hash IS NULL)), CHECK ((state = 'replaced') = (replaced_by IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX judgement_in_force ON judgement (number, attempt) WHERE state = 'established';
CREATE INDEX judgement_hash ON judgement (hash);
CREATE TABLE form (
    number TEXT NOT NULL, attempt INTEGER NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL, pdf BLOB NOT NULL,
    PRIMARY KEY (number, attempt, revision),
    FOREIGN KEY (number, attempt, revision) REFERENCES judgement (number, attempt, revision)
) STRICT;
CREATE TABLE content (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE file (hash TEXT PRIMARY KEY REFERENCES content (hash), body TEXT NOT NULL) STRICT;
CREATE TABLE row_key (name TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE identity (place INTEGER PRIMARY KEY, certificate BLOB NOT NULL, pkcs8 BLOB NOT NULL, created INTEGER NOT NULL) STRICT;
CREATE TABLE trusted (hash TEXT PRIMARY KEY, certificate BLOB NOT NULL) STRICT;
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, act TEXT NOT NULL, subject TEXT NOT NULL,
    reason TEXT NOT NULL, detail_hash TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL,
    undoable INTEGER NOT NULL, undoes INTEGER
) STRICT;
CREATE TABLE change (
    seq INTEGER NOT NULL REFERENCES journal (seq), place INTEGER NOT NULL, noun TEXT NOT NULL, owner TEXT NOT NULL,
    item TEXT NOT NULL, before TEXT, after_hash TEXT, PRIMARY KEY (seq, place)
) STRICT;
