UPDATE judgement SET state = 'replaced', replaced_by = ?4 WHERE number = ?1 AND attempt = ?2 AND hash = ?3 AND state = 'established'
