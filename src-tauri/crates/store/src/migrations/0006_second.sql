-- A form as it is once the second reader or the student signed it too; the form of the first signature stays beside it.
CREATE TABLE second (
    number TEXT NOT NULL, attempt INTEGER NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL, pdf BLOB NOT NULL,
    PRIMARY KEY (number, attempt, revision),
    FOREIGN KEY (number, attempt, revision) REFERENCES form (number, attempt, revision)
) STRICT;
