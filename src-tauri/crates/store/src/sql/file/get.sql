SELECT body FROM file WHERE hash = ?1
