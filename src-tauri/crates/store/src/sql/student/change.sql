UPDATE student SET body = ?3 WHERE number = ?1
