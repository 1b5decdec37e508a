"""Telling the entries of a document apart into those that are known and those that are new."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.model.feed import Entry
from reader.store.table import Table, ids
from reader.text.identity import Keys, keys


@dataclass(slots=True)
class Matches:
    """Entries of one document, told apart into known and new."""

    known: dict[int, Entry] = field(default_factory=dict)
    new: list[Entry] = field(default_factory=list)
    new_keys: list[set[str]] = field(default_factory=list)
    #: All of `new_keys`.
    taken: set[str] = field(default_factory=set)
    aliases: list[tuple[str, int]] = field(default_factory=list)


class Matching(Table):
    """Compares the keys of entries with those that the articles of a feed have had."""

    def match(self, feed_id: int, entries: Sequence[Entry]) -> Matches:
        """Which article each entry is, and which are new."""
        named = keys(entries)
        owners = self._owners(feed_id, named)
        guids = {names.guid for names in named if names.guid}
        held = self._guids(feed_id, set(owners.values()))
        found = Matches()
        for entry, names in zip(entries, named, strict=True):
            taken = found.known
            owner = _owner(names, owners, taken) if owners else 0
            if not owner and names.guid and (weak := owners.get(names.weak, 0)):
                owner = 0 if weak in taken or held.get(weak, set()) & guids else weak
            if owner:
                taken[owner] = entry
                found.aliases += ((key, owner) for key in names.all if key not in owners)
            elif not self._is_repeat(names, owners, found):
                found.new.append(entry)
                found.new_keys.append(set(names.all))
                found.taken.update(names.all)
        return found

    def _is_repeat(self, names: Keys, owners: dict[str, int], found: Matches) -> bool:
        """The same entry twice in one document."""
        return any(key in owners or key in found.taken for key in names.strong)

    def _owners(self, feed_id: int, named: Sequence[Keys]) -> dict[str, int]:
        """The article of each key that is known; a feed's first document needs no look at all."""
        if not self._all("select 1 from article_key where feed_id = ? limit 1", (feed_id,)):
            return {}
        names = [key for of_entry in named for key in of_entry.all]
        rows = self._all(
            """
            select key, article_id from article_key
            where feed_id = ? and key in (select value from json_each(?))
            """,
            (feed_id, ids(names)),
        )
        return dict(rows)

    def _guids(self, feed_id: int, articles: set[int]) -> dict[int, set[str]]:
        """The keys by guid that articles of a feed have had."""
        if not articles:
            return {}
        rows = self._all(
            """
            select k.article_id, k.key from article_key k
            where k.feed_id = ? and k.key like 'guid %'
            and k.article_id in (select value from json_each(?))
            """,
            (feed_id, ids(articles)),
        )
        held: dict[int, set[str]] = {}
        for article_id, key in rows:
            held.setdefault(article_id, set()).add(key)
        return held


def _owner(names: Keys, owners: dict[str, int], taken: dict[int, Entry]) -> int:
    """The article that one of an entry's own names belongs to, 0 for none that is still free."""
    return next((owners[k] for k in names.strong if owners.get(k, 0) not in (0, *taken)), 0)
