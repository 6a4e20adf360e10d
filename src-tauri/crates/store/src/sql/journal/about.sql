WITH about (seq) AS (
    SELECT seq FROM journal WHERE subject = ?5
    UNION SELECT seq FROM change WHERE owner = ?5 AND noun <> 'row_key'
)
SELECT journal.seq FROM about JOIN journal ON journal.seq = about.seq
WHERE (?1 = '' OR act = ?1) AND (?2 = '' OR actor = ?2) AND at >= ?3 AND at < ?4 ORDER BY journal.seq DESC
