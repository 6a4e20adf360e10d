INSERT INTO file (hash, body) VALUES (?1, ?3) ON CONFLICT (hash) DO UPDATE SET body = excluded.body
