"""One article, read once: blocks and zones, sentences, numbers, abbreviations, whose study. Knows no field of the card."""
