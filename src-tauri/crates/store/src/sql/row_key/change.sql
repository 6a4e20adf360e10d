UPDATE row_key SET body = ?3 WHERE name = ?1
