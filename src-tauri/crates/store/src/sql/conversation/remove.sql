DELETE FROM conversation WHERE number = ?1 AND id = ?2
