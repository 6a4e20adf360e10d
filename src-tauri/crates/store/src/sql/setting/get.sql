SELECT body FROM setting WHERE name = ?1
