"""Where the words of a search stand in an article."""

from reader.text.query.parser import parse
from reader.text.query.reading import wanted_words


def occurrences(text: str, words: str, most: int = 500) -> list[tuple[int, int]]:
    """The places of the words in a text, letters of either case alike."""
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
