INSERT INTO mandate (holder, capacity, body) VALUES (?1, ?2, ?3) ON CONFLICT (holder, capacity) DO UPDATE SET body = excluded.body
