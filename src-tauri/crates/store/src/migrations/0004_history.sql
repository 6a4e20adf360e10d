CREATE INDEX change_key ON change (owner, item, noun, seq) WHERE noun <> 'row_key';
