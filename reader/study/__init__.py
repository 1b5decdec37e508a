"""Plain text in, a study card out. Knows nothing of feeds, archives or windows."""
