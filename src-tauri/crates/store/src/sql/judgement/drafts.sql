SELECT body FROM judgement WHERE state = 'draft'
