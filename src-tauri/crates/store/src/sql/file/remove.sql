DELETE FROM file WHERE hash = ?1 AND ?2 = ''
