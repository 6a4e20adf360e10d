SELECT attempt, revision, state, hash, replaced_by, body FROM judgement WHERE hash = ?1
