SELECT body FROM student WHERE number = ?1
