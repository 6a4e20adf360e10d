SELECT body FROM mandate ORDER BY holder, capacity
