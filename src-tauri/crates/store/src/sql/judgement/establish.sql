UPDATE judgement SET state = 'established', hash = ?4, outcome = ?5, body = ?6 WHERE number = ?1 AND attempt = ?2 AND revision = ?3 AND state = 'draft'
