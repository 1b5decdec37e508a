"""Where an article comes from. Knows no other pane."""
