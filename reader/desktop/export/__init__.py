"""Dialogs for getting things out of the archive and into it."""
