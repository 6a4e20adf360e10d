DELETE FROM digest WHERE number = ?1
