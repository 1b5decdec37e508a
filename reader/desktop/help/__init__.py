"""Keys, help, what is new, and the report of a mistake; all offline. Knows no pane."""
