SELECT body FROM datapoint WHERE number = ?1 ORDER BY id
