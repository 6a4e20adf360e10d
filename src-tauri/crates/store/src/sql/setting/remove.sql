DELETE FROM setting WHERE name = ?1 AND ?2 = ''
