UPDATE conversation SET body = ?3 WHERE number = ?1 AND id = ?2
