"""The palette: one line in which everything can be asked for. Knows no pane."""
