CREATE TABLE digest (number TEXT PRIMARY KEY REFERENCES student (number), packed BLOB NOT NULL) STRICT;
CREATE INDEX journal_subject ON journal (subject, seq);
