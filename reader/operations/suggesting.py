"""What may be typed next into the search box, with how many articles it would find."""

from collections import Counter
from collections.abc import Callable, Iterator

from reader.model.facts import DESIGNS
from reader.model.searches import Suggestion
from reader.operations.repeating import searched
from reader.store.store import Store
from reader.text.folding import fold
from reader.text.query.completing import Typing, quoted, typing
from reader.text.query.fields import FIELDS, OWN, SORTS, Field, field_named, own_field

#: Suggestions that are shown.
MOST = 12
#: Of them, searches of before.
BEFORE = 8
_NUMBERS = {
    "n": (">=100", ">=1000", "<50", "100..500"),
    "studies": (">=10", ">=50"),
    "arms": ("1", "2", ">=3"),
    "p": ("<0.05", "<0.001"),
    "hr": ("<1", ">1"),
    "or": ("<1", ">1"),
    "rr": ("<1", ">1"),
    "confidence": ("<0.6", ">=0.85"),
    "followup": (">=6mo", ">=1y", ">=2y", ">=5y", "<3mo"),
}
_DATES = (
    ("7d", "the last 7 days"), ("30d", "the last 30 days"), ("today", ""), ("yesterday", ""),
    ("month", "this month"), ("year", "this year"), ("1y", "the last year"),
)  # fmt: skip
_SIGNS = (">", "<", ">=", "<=", "≥", "≤", "!=")
_SHORT = {"randomized-controlled-trial": "rct"}
#: Fields offered before a letter is typed.
_FIRST = ("title", "design", "condition", "n", "followup", "country", "after", "tag", "is", "has")


def suggestions(store: Store, text: str, cursor: int) -> tuple[Typing, tuple[Suggestion, ...]]:
    """What stands under the cursor, and what may stand there instead."""
    place = typing(text, cursor)
    found = _found(store, place) if text.strip() else _begin(store)
    if text[: place.start].endswith(_SIGNS):
        found = _unsigned(found)
    typed = text[place.start : place.end]
    return place, tuple(row for row in found if row.text != typed)[:MOST]


def _begin(store: Store) -> Iterator[Suggestion]:
    """Before anything is typed: what was searched for last, then a few fields."""
    yield from (Suggestion(words, "searched before") for words in searched(store)[:BEFORE])
    yield from _fields("")


def _unsigned(found: Iterator[Suggestion]) -> Iterator[Suggestion]:
    """What may follow a comparison that is typed already: 100, not >=100 or 100..500."""
    bare = dict.fromkeys(row.text.lstrip("<>=") for row in found if ".." not in row.text)
    yield from map(Suggestion, bare)


def _found(store: Store, place: Typing) -> Iterator[Suggestion]:
    if place.kind == "tag":
        yield from (Suggestion(f"#{quoted(n)}", "", c) for n, c in _tags(store, place.begun))
    elif place.kind == "word":
        yield from _fields(place.begun)
        yield from _own_fields(store, place.begun)
    elif field := field_named(place.field):
        yield from _values(store, field, place.begun)


def _fields(begun: str) -> Iterator[Suggestion]:
    """Fields whose name begins so; a few of them before anything is typed."""
    wanted = begun.lower()
    for field in sorted(FIELDS, key=lambda field: field.name != wanted):
        names = (field.name, *field.aliases)
        if field.name in _FIRST if not wanted else any(n.startswith(wanted) for n in names):
            yield Suggestion(f"{field.name}:", field.help)


def _own_fields(store: Store, begun: str) -> Iterator[Suggestion]:
    """Columns of the user's own, by their name or what they are asked for by."""
    wanted = begun.lower()
    for column in store.own_columns.all() if wanted else ():
        name = own_field(column.name)
        if name.startswith(wanted) or name.removeprefix(OWN).startswith(wanted):
            yield Suggestion(f"{name}:", f"your column “{column.name}”")


def _written(store: Store, field: Field) -> Iterator[Suggestion]:
    """What stands in a column of the user's own, the most frequent first."""
    column = next((c for c in store.own_columns.all() if own_field(c.name) == field.name), None)
    rows = store.own_values.in_column(column.id) if column else []
    for value, count in Counter(row.value for row in rows).most_common(MOST):
        yield Suggestion(quoted(value), "", count)
    yield Suggestion("none", "nothing written")


def _values(store: Store, field: Field, begun: str) -> Iterator[Suggestion]:
    kinds: dict[str, Callable[[], Iterator[Suggestion]]] = {
        "stated": lambda: _stated(store, field, begun),
        "identity": lambda: _stated(store, field, begun),
        "number": lambda: (Suggestion(sign) for sign in _NUMBERS[field.name]),
        "duration": lambda: (Suggestion(sign) for sign in _NUMBERS[field.name]),
        "date": lambda: (Suggestion(day, words) for day, words in _DATES),
        "tag": lambda: (Suggestion(quoted(n), "", c) for n, c in _tags(store, begun)),
        "word": lambda: (Suggestion(word) for word in field.choices),
        "sort": lambda: (Suggestion(name, words) for name, words in SORTS.items()),
        "search": lambda: _searches(store),
        "name": lambda: _named(store, field),
        "own": lambda: _written(store, field),
    }
    made = kinds.get(field.kind)
    wanted = fold(begun)
    rows = list(made()) if made else []
    if field.kind in ("stated", "identity"):
        return iter(rows)
    fitting = [row for row in rows if wanted in fold(row.text)]
    return iter(sorted(fitting, key=lambda row: not fold(row.text).startswith(wanted)))


def _stated(store: Store, field: Field, begun: str) -> Iterator[Suggestion]:
    for value, count in store.values.begun(field.name, fold(begun), MOST):
        if field.name == "design":
            text = fold(value).replace(" ", "-")
            yield Suggestion(_SHORT.get(text, text), DESIGNS.get(value, value), count)
        else:
            yield Suggestion(quoted(value.replace("_", " ")), "", count)
    if "none".startswith(begun.lower()):
        yield Suggestion("none", "not stated")


def _tags(store: Store, begun: str) -> list[tuple[str, int]]:
    wanted = begun.casefold()
    found = [(name, count) for name, count in store.tags.counts() if wanted in name.casefold()]
    return sorted(found, key=lambda row: (not row[0].casefold().startswith(wanted), -row[1]))


def _searches(store: Store) -> Iterator[Suggestion]:
    counts = store.searches.counts()
    for row in store.searches.all():
        count = counts.get(row.id)
        yield Suggestion(f'"{row.name}"', row.query, count.articles if count else None)


def _named(store: Store, field: Field) -> Iterator[Suggestion]:
    if field.name == "colour":
        yield from (Suggestion(c) for c in ("yellow", "green", "blue", "red", "purple", "orange"))
    elif field.name == "feed":
        yield from (Suggestion(quoted(feed.title), "", feed.total) for feed in store.feeds.all())
    elif field.name == "folder":
        folders = dict.fromkeys(feed.folder for feed in store.feeds.all() if feed.folder)
        yield from (Suggestion(quoted(folder)) for folder in folders)
