"""The wire: addresses and bytes in, entries out. Knows nothing of the archive."""
