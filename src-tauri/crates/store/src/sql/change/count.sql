SELECT count(*) FROM change WHERE seq = ?1 AND noun <> 'row_key' AND (?2 = '' OR owner = ?2 OR noun = 'fact')
