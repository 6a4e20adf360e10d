SELECT hash, body FROM judgement WHERE state <> 'draft'
