SELECT body ->> '$.source', count(*) FROM datapoint GROUP BY 1
