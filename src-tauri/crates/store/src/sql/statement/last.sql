SELECT max(place) FROM statement WHERE number = ?1
