SELECT before FROM change WHERE owner = ?1 AND item = ?2 AND noun = ?3 AND seq > ?4 AND noun <> 'row_key' ORDER BY seq LIMIT 1
