"""Copies of the archive: which there are, and what is inside. Knows no pane."""
