INSERT INTO conversation (number, id, body) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING
