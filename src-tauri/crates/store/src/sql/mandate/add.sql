INSERT INTO mandate (holder, capacity, body) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING
