SELECT attempt, revision, state, hash, replaced_by, body FROM judgement WHERE number = ?1 ORDER BY attempt, revision
