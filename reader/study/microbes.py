"""Names of microbes that are named for illnesses: "Orientia tsutsugamushi"."""

from reader.text import sieve as re

#: The first word of the name of a microbe: what follows is no illness by itself.
_GENUS = re.compile(r"\b[A-Z][a-z]{3,18}(?:a|us|um|is|es|ix) $")


def is_epithet(text: str, start: int, end: int) -> bool:
    """Whether a word is the second of the name of a microbe: "Orientia tsutsugamushi"."""
    word = text[start:end]
    return (
        word.isalpha()
        and word.islower()
        and _GENUS.search(text, max(0, start - 24), start) is not None
    )
