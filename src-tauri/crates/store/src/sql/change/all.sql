SELECT seq, noun, owner, item, before, after_hash FROM change ORDER BY seq, place
