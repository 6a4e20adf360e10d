SELECT hash, bytes FROM content
