SELECT body FROM row_key WHERE name = ?1
