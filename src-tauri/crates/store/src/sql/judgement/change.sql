UPDATE judgement SET body = ?3 WHERE number = ?1 AND attempt || '.' || revision = ?2
