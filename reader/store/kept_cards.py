"""Cards and decisions as they lie in the archive, where a bad disk may have made nonsense of some.

One that cannot be read keeps nobody from the others. A card is made anew when its article is studied
next; a decision stays in the archive as it is, for whoever can mend it.
"""

import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from reader.model.annotation import TextPositionSelector, TextQuoteSelector
from reader.model.card_json import card_from_json, value_from_json
from reader.model.correction import Correction, Passage
from reader.model.study import StudyCard, StudyValue

log = logging.getLogger(__name__)


def kept_card(text: Any) -> StudyCard | None:
    """The card, None where it is damaged: then it is as if the article had not been studied."""
    try:
        return card_from_json(text)
    except ValueError:
        log.warning(
            "A study card in the archive is damaged; it is made anew when it is studied next"
        )
        return None


def kept_cards(texts: Mapping[int, Any]) -> dict[int, StudyCard]:
    """The cards of articles, without those that are damaged."""
    return {number: card for number, text in texts.items() if (card := kept_card(text))}


def kept_decision(row: Sequence[Any]) -> Correction | None:
    """A decision as `correction_rows` writes it, None where it is damaged."""
    try:
        return _decision(row)
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError):
        log.warning("A decision on a study card is damaged in the archive; it is left out")
        return None


def kept_value(text: Any) -> StudyValue | None:
    """A value, None where there was none or it is damaged."""
    try:
        return value_from_json(text)
    except ValueError:
        log.warning("A value in the history of a study card is damaged; it is left out")
        return None


def _decision(row: Sequence[Any]) -> Correction:
    passages = tuple(
        Passage(
            TextQuoteSelector(p["exact"], p["prefix"], p["suffix"]),
            TextPositionSelector(p["start"], p["end"]),
            absent=bool(p.get("absent")),
        )
        for p in json.loads(row[8])
    )
    value, said = value_from_json(row[6]), value_from_json(row[7])
    return Correction(row[0], row[1], row[2], row[3], row[4], row[5], value, said, passages, row[9])
