UPDATE statement SET body = ?3 WHERE number = ?1 AND place = ?2
