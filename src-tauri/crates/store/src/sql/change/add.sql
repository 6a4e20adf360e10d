INSERT INTO change (seq, place, noun, owner, item, before, after_hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
