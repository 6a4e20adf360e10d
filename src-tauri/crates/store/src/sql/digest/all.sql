SELECT number, packed FROM digest ORDER BY number
