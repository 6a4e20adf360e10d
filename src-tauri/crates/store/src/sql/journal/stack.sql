SELECT seq, act, subject, undoable, undoes, reason, at FROM journal ORDER BY seq
