SELECT number, body FROM student ORDER BY number
