"""What the user can do in the window, by noun: a method for each line of `reader.desktop.actions`."""
