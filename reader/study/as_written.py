"""Whether words of a text stand there as a name is written."""

import itertools
from collections.abc import Sequence

#: Where a word begins and ends, and its folded form.
_Word = tuple[int, int, str]


def unlike(text: str, row: Sequence[_Word]) -> bool:
    """Whether the words, though those of a name, cannot be meant as it."""
    return broken(text, row) if len(row) > 1 else acronym(text, row[0][0], row[0][1])


def acronym(text: str, start: int, end: int) -> bool:
    """Whether a short word stands in capitals, so that it is not the common noun."""
    return 1 < end - start < 5 and text[start:end].isupper()


def broken(text: str, row: Sequence[_Word]) -> bool:
    """Whether something else than a space, a hyphen or a mark within a name parts the words."""
    return any(
        start - end > 2 or text[end:start].strip(" -‐‑–/’',.&:") or "\n" in text[end:start]
        for (_, end, _), (start, _, _) in itertools.pairwise(row)
    )
