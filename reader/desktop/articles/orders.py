"""How the user put each list in order, kept from one start to the next."""

import json
from dataclasses import replace

from PySide6.QtCore import QSettings

from reader.model.query import ArticleQuery

_KEY = "orders"
#: Lists whose order is kept; of places that are gone nothing tells us.
_MOST = 200


def in_order(query: ArticleQuery, place: str) -> ArticleQuery:
    """A place's query in the order that was chosen for it last."""
    return replace(query, sort=_kept().get(place, query.sort))


def keep_order(place: str, order: str) -> None:
    kept = _kept()
    kept.pop(place, None)
    kept[place] = order
    QSettings().setValue(_KEY, json.dumps(dict(list(kept.items())[-_MOST:])))


def _kept() -> dict[str, str]:
    try:
        found = json.loads(str(QSettings().value(_KEY, "{}")))
        return {str(place): str(order) for place, order in found.items()}
    except (ValueError, AttributeError):  # somebody's own hand in the file
        return {}
