INSERT INTO digest (number, packed) VALUES (?1, ?2) ON CONFLICT (number) DO UPDATE SET packed = excluded.packed
