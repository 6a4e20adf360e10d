INSERT INTO student (number, body) VALUES (?1, ?3) ON CONFLICT DO NOTHING
