"""The query language: text in, a tree out, and words about it. Knows no archive and no window."""
