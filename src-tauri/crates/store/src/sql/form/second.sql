INSERT INTO second (number, attempt, revision, body, pdf) VALUES (?1, ?2, ?3, ?4, ?5)
