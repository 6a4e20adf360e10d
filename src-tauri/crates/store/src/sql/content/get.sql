SELECT bytes FROM content WHERE hash = ?1
