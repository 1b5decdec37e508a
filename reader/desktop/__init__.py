"""The window. Knows the operations, and Qt."""
