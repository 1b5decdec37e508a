"""The verbs of the command line: operations without a window."""
