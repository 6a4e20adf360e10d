INSERT INTO identity (certificate, pkcs8, created) VALUES (?1, ?2, ?3)
