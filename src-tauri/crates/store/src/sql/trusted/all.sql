SELECT certificate FROM trusted ORDER BY hash
