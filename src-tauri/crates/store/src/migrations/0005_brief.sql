-- What the table of dossiers says of judgements, beside their bodies: it is read for the whole cohort at once.
CREATE INDEX judgement_brief ON judgement (number, attempt, revision, state, outcome, hash);
