INSERT INTO statement (number, place, body) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING
