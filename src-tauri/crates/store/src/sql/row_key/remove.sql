DELETE FROM row_key WHERE name = ?1 AND ?2 = ''
