SELECT DISTINCT noun, owner FROM change WHERE seq = ?1
