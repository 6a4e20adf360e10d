CREATE TABLE conversation (number TEXT NOT NULL REFERENCES student (number), id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (number, id)) STRICT;
