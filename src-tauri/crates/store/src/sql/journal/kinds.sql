SELECT act, actor, count(*) FROM journal GROUP BY act, actor
