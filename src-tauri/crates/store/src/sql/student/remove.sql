DELETE FROM student WHERE number = ?1 AND ?2 = ''
