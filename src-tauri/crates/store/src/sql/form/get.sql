SELECT body, pdf FROM form WHERE number = ?1 AND attempt = ?2 AND revision = ?3
