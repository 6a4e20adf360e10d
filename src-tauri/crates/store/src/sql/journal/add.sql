INSERT INTO journal (seq, at, actor, act, subject, reason, detail_hash, previous, hash, undoable, undoes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
