"""Cells of the evidence table in the user's language; the floor below says them in English."""

from dataclasses import replace

from reader.desktop.evidence.chart_words import tick
from reader.desktop.tongue import retold, tr
from reader.model.evidence import STATES, Cell

#: Fields whose values are put into words by us; those of others are the article's.
_OURS = {
    *("study_type", "follow_up", "sample_size", "studies_included", "phase", "blinding"),
    *("claim_strength", "status_of_evidence", "randomized", "controlled"),
}
_SAYINGS = ("None, said so", "not reported")


def in_words(name: str, cell: Cell) -> Cell:
    """A cell of a field as it is painted and said here."""
    return replace(cell, words=_value(name, cell.words), spoken=_spoken(name, cell))


def _value(name: str, words: str) -> str:
    if name not in _OURS:
        return tr(words) if words in _SAYINGS else words
    return " / ".join(map(_one, words.split(" / ")))


def _one(words: str) -> str:
    """One value, with how many more there are."""
    said, plus, more = words.partition(" +")
    return f"{retold(tick(said))}{plus}{more}"


def _spoken(name: str, cell: Cell) -> str:
    """The value, and how it stands."""
    if cell.spoken in {words for _, words in STATES.values()}:
        return tr(cell.spoken)
    value, comma, state = cell.spoken.partition(f"{cell.words.partition(' +')[0]}, ")
    if value or not comma:
        return retold(cell.spoken)
    stands = ", ".join(tr(part) for part in state.split(", "))
    return f"{_value(name, cell.words)}, {stands}"
