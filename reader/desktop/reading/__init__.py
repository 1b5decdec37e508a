"""The article as it is read. Knows no other pane."""
