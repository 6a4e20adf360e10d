INSERT INTO student (number, body) VALUES (?1, ?3) ON CONFLICT (number) DO UPDATE SET body = excluded.body
