SELECT seq, at, actor, act, subject, reason, detail_hash, previous, hash FROM journal WHERE subject = ?1 ORDER BY seq
