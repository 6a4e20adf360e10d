SELECT lower(hex(certificate)) FROM trusted WHERE hash = ?1
