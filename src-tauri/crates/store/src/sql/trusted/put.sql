INSERT INTO trusted (hash, certificate) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING
