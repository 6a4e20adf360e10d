UPDATE setting SET body = ?3 WHERE name = ?1
