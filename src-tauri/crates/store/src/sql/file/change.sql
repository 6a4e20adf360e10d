UPDATE file SET body = ?3 WHERE hash = ?1
