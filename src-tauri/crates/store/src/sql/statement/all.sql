SELECT number, body FROM statement ORDER BY number, place
