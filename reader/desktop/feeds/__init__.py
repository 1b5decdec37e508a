"""Feeds and other places to look: the sidebar, and subscribing. Knows no other pane."""
