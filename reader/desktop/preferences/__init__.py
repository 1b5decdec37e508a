"""What the user can set, in one searchable dialog. Knows no pane."""
