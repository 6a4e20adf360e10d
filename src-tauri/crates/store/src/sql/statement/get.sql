SELECT body FROM statement WHERE number = ?1 AND place = ?2
