SELECT max(seq) FROM change
