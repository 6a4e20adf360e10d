SELECT packed FROM digest WHERE number = ?1
