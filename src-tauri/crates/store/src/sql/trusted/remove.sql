DELETE FROM trusted WHERE hash = ?1 AND ?2 = ''
