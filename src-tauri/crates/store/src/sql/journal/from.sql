SELECT seq, at, actor, act, subject, reason, detail_hash, previous, hash FROM journal WHERE seq >= ?1 ORDER BY seq LIMIT ?2
