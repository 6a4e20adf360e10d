UPDATE trusted SET certificate = unhex(?3) WHERE hash = ?1
