SELECT noun, owner, item, before, after_hash FROM change
WHERE seq = ?1 AND noun <> 'row_key' AND (?2 = '' OR owner = ?2 OR noun = 'fact') ORDER BY place LIMIT ?3
