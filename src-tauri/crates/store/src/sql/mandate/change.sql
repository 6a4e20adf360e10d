UPDATE mandate SET body = ?3 WHERE holder = ?1 AND capacity = ?2
