SELECT noun, owner, item, before, after_hash FROM change WHERE seq = ?1 ORDER BY place
