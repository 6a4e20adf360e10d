DELETE FROM datapoint WHERE number = ?1 AND id = ?2
