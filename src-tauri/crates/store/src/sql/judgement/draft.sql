SELECT body FROM judgement WHERE number = ?1 AND attempt = ?2 AND state = 'draft' ORDER BY revision DESC LIMIT 1
