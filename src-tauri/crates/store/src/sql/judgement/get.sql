SELECT body FROM judgement WHERE number = ?1 AND attempt || '.' || revision = ?2
