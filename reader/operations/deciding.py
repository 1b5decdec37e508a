"""Decisions on study cards that come back from a file: those of their time, at their passages.

A decision of the user's own that is as new, or newer, stays.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reader.model.annotation import TextPositionSelector
from reader.model.change import Edit
from reader.model.correction import Correction, Passage
from reader.text import anchors

#: An article's number, its revision's, and the text.
Place = tuple[int, int, str]


def edits(
    place: Place, found: Sequence[Correction], there: Sequence[Correction], taken: set[str]
) -> list[Edit[Any]]:
    """What the decisions of a file change on an article's card. `taken` are ids in use."""
    out: list[Edit[Any]] = []
    now = {row.id: row for row in there}
    for row in found:
        if row.id in taken or row.id in now:
            continue
        settled = [old for old in now.values() if _is_settled(old, row)]
        if any(old.created >= row.created for old in settled):
            continue
        taken.add(row.id)
        out += [Edit(old, None) for old in settled]
        for old in settled:
            del now[old.id]
        out.append(Edit(None, _at(place, row)))
    return out


def _is_settled(old: Correction, new: Correction) -> bool:
    """Whether a decision takes the place of another, as one made in the window does."""
    if old.field != new.field:
        return False
    return old.target == new.target or "not_reported" in (old.kind, new.kind)


def _at(place: Place, row: Correction) -> Correction:
    """A decision on this article, with its passages where they stand in its text."""
    article_id, revision_id, text = place
    passages = tuple(_found(text, passage) for passage in row.evidence)
    return replace(row, article_id=article_id, revision_id=revision_id, evidence=passages)


def _found(text: str, passage: Passage) -> Passage:
    """A passage where it stands; one that cannot be found for certain stays what the file says: it
    is gone, until the text has it again."""
    said = passage.position
    if text[said.start : said.end] == passage.quote.exact:
        return replace(passage, absent=False)
    now = anchors.find(text, passage.quote, said)
    if now.state != "ok":
        return passage
    return replace(passage, position=TextPositionSelector(now.start, now.end), absent=False)
