"""The list of articles. Knows no other pane."""
