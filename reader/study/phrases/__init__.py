"""What a small token classifier marks in a text, where the extra `[phrases]` is installed."""
