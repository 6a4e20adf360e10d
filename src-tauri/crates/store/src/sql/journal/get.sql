SELECT seq, at, actor, act, subject, reason, detail_hash, previous, hash, undoes FROM journal WHERE seq = ?1
