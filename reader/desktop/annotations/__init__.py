"""Highlights, notes and tags. Knows no other pane."""
