DELETE FROM mandate WHERE holder = ?1 AND capacity = ?2
