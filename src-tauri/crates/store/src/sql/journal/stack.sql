SELECT seq, act, subject, undoable, undoes FROM journal ORDER BY seq
