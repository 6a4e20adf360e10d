SELECT i.value ->> '$.criterion', i.value ->> '$.observation' = 'NotObserved', count(*) FROM datapoint, json_each(body, '$.indications') i GROUP BY 1, 2
