SELECT seq, after_hash FROM change WHERE owner = ?1 AND item = '' AND noun = 'setting' AND noun <> 'row_key' ORDER BY seq
