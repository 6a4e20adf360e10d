INSERT INTO trusted (hash, certificate) VALUES (?1, unhex(?3)) ON CONFLICT DO NOTHING
