SELECT body FROM student ORDER BY number
