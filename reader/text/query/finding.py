"""Where the words of a query stand in a text."""

from collections.abc import Sequence

from reader.text.query.parser import parse
from reader.text.query.reading import wanted_words

#: Characters of a passage before and after what was looked for.
_BEFORE, _AFTER = 24, 60


def occurrences(text: str, words: str, most: int = 500) -> list[tuple[int, int]]:
    """Where the words of a search stand in a text, letters of either case alike."""
    found: list[tuple[int, int]] = []
    folded = text.casefold()
    if len(folded) != len(text):  # a letter that folds into several; then offsets would shift
        folded = text.lower() if len(text.lower()) == len(text) else text
    for term in wanted_words(parse(words)):
        wanted = term.text.casefold()
        at = folded.find(wanted)
        while at >= 0 and wanted and len(found) < most:
            found.append((at, at + len(wanted)))
            at = folded.find(wanted, at + len(wanted))
    return found


def passage(text: str, terms: Sequence[str]) -> str:
    """The first place after the title where one of the terms stands, marked by `\\x02` and `\\x03`;
    "" where none does."""
    begin = text.find("\n") + 1
    places = [(at, term) for term in terms if (at := text.find(term, begin)) >= 0]
    places = places or [(at, term) for term in terms if (at := text.find(term)) >= 0]
    if not places:
        return ""
    at, term = min(places)
    low, high = max(0, at - _BEFORE), min(len(text), at + len(term) + _AFTER)
    head, tail = "…" if low else "", "…" if high < len(text) else ""
    marked = f"{text[low:at]}\x02{term}\x03{text[at + len(term) : high]}"
    return f"{head}{marked}{tail}"
