INSERT INTO row_key (name, body) VALUES (?1, ?3) ON CONFLICT (name) DO UPDATE SET body = excluded.body
