SELECT seq FROM journal
WHERE (?1 = '' OR act = ?1) AND (?2 = '' OR actor = ?2) AND at >= ?3 AND at < ?4 ORDER BY seq DESC
