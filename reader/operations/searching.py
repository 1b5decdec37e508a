"""Asking the archive: what a query means, what may be typed next, searches that are kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from reader.model.change import Change, Edit
from reader.model.errors import ReaderError
from reader.model.frozen import dataclass
from reader.model.query import ArticleQuery
from reader.model.query_tree import Notice, Query
from reader.model.searches import SavedSearch, SearchCount
from reader.store.store import Store
from reader.text.query.explaining import Chip, chips, sentence
from reader.text.query.parser import parse
from reader.text.query.reading import tests
from reader.text.query.wording import Tell, plain

#: Characters that the name of a saved search may have.
LIMIT = 60


@dataclass(frozen=True, slots=True)
class Understood:
    """What a query means: a sentence, its parts, and what was not understood."""

    query: Query
    sentence: str
    chips: tuple[Chip, ...]
    notices: tuple[Notice, ...]

    @property
    def is_good(self) -> bool:
        """What is found says something."""
        return not self.query.is_grave


def understand(
    store: Store, text: str, now: datetime | None = None, tell: Tell = plain
) -> Understood:
    """Read a query, and look whether the saved searches in it are there. `tell` says sentence and
    chips in a language."""
    query = parse(text, now)
    notices = (*query.notices, *_missing(store, query))
    return Understood(query, sentence(query, tell), chips(query, tell), notices)


def _missing(store: Store, query: Query) -> list[Notice]:
    found = []
    for test in tests(query, "search"):
        if store.searches.named(test.text) is None:
            words = f"There is no saved search “{test.text}”."
            found.append(Notice(test.start, test.end, words))
        elif _contains(store, test.text, test.text, set()):
            words = f"The saved search “{test.text}” contains itself; that part finds nothing."
            found.append(Notice(test.start, test.end, words))
    return found


def _contains(store: Store, name: str, wanted: str, seen: set[str]) -> bool:
    """Whether a saved search leads back to one, through others perhaps."""
    row = store.searches.named(name)
    if row is None or name in seen:
        return False
    seen.add(name)
    inner = [test.text for test in tests(parse(row.query), "search")]
    return wanted in inner or any(_contains(store, other, wanted, seen) for other in inner)


def trouble(store: Store, search: SavedSearch) -> str:
    """What is wrong with a saved search, "" where nothing is."""
    if _contains(store, search.name.casefold(), search.name.casefold(), set()):
        return "This search contains itself; that part finds nothing."
    found = understand(store, search.query).notices
    grave = [notice.sentence for notice in found if notice.grave]
    return grave[0] if grave else ""


# -- searches that are kept


def save_search(store: Store, name: str, query: str, *, notify: bool = False) -> Change:
    """Keep a query under a name. Raises ReaderError for a name that is none or is taken."""
    name = _tidy(store, name, "")
    place = max((row.position for row in store.searches.all()), default=-1) + 1
    from uuid import uuid4  # with `platform`: the first list need not wait for it

    row = SavedSearch(str(uuid4()), name, query.strip(), place, notify)
    return Change(f"Save search “{name}”", (Edit(None, row),))


def change_search(
    store: Store, search: SavedSearch, name: str, query: str, *, notify: bool
) -> Change:
    """Call a saved search otherwise, or let it ask something else. Raises ReaderError."""
    name = _tidy(store, name, search.id)
    new = replace(search, name=name, query=query.strip(), notify=notify)
    return Change("Change saved search", (Edit(search, new),) if new != search else ())


def remove_search(search: SavedSearch) -> Change:
    return Change(f"Remove search “{search.name}”", (Edit(search, None),))


def order_searches(store: Store, ids: Sequence[str]) -> Change:
    """Put the saved searches into this order; those left out come last."""
    rows = {row.id: row for row in store.searches.all()}
    wanted = [rows[search_id] for search_id in ids if search_id in rows]
    wanted += [row for row in rows.values() if row.id not in set(ids)]
    edits = [
        Edit(row, replace(row, position=place))
        for place, row in enumerate(wanted)
        if row.position != place
    ]
    return Change("Move saved search", tuple(edits))


def move_search(store: Store, search: SavedSearch, by: int) -> Change:
    """One place up (`by` -1) or down (1)."""
    here = [row.id for row in store.searches.all()].index(search.id)
    return put_search(store, search, here + by)


def put_search(store: Store, search: SavedSearch, place: int) -> Change:
    """So that `place` others stand above it."""
    ids = [row.id for row in store.searches.all() if row.id != search.id]
    ids.insert(min(max(place, 0), len(ids)), search.id)
    return order_searches(store, ids)


def count_searches(store: Store) -> dict[str, SearchCount]:
    """Count what each saved search finds, and keep the counts where they changed."""
    before, after = store.searches.counts(), {}
    for row in store.searches.all():
        query = ArticleQuery(words=row.query)
        newest = store.articles.latest_match(query)
        unread = store.articles.count(replace(query, unread=True))
        after[row.id] = SearchCount(store.articles.count(query), unread, newest)
    changed = {key: count for key, count in after.items() if before.get(key) != count}
    if changed and not store.read_only:
        with store.writing(durable=False):
            for search_id, count in changed.items():
                store.searches.keep_count(search_id, count)
    return after


def _tidy(store: Store, name: str, own_id: str) -> str:
    tidied = " ".join(name.replace('"', "").split())
    if not tidied or not tidied.isprintable():
        raise ReaderError("A saved search needs a name, for example “MS trials”.")
    if len(tidied) > LIMIT:
        raise ReaderError(f"A name may have {LIMIT} characters; this one has {len(tidied)}.")
    other = store.searches.named(tidied)
    if other and other.id != own_id:
        raise ReaderError(f"There is a saved search “{other.name}” already.")
    return tidied
