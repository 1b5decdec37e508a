"""Frozen values with the field's names. Knows nothing of files, networks or windows."""
