"""Records out: one format a module, each a function `write_x(records, file, wishes)`.

Knows neither the archive nor where a file lies; what is written is text of strangers, so every
module says how its format keeps that text from being more than text.
"""
