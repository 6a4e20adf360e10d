DELETE FROM statement WHERE number = ?1 AND place = ?2
