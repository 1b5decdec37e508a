"""The study card beside an article. Knows no other pane."""
