INSERT INTO statement (number, place, body) VALUES (?1, ?2, ?3) ON CONFLICT (number, place) DO UPDATE SET body = excluded.body
