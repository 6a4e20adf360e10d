SELECT body FROM statement WHERE number = ?1 ORDER BY place
