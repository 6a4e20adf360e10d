SELECT certificate, pkcs8, created FROM identity ORDER BY place DESC LIMIT 1
