SELECT body FROM conversation WHERE number = ?1 ORDER BY id
