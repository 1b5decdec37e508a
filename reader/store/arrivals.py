"""Articles as they arrive: new ones, changed ones, and those we know."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.model.article import Content
from reader.model.feed import Entry
from reader.store.anchoring import Anchoring
from reader.store.authors import Authors
from reader.store.identity import Keys, keys
from reader.store.publications import Publications
from reader.store.table import Connect, Table, ids

#: The kinds of work that every new text waits for; and those that its feed may be set to want.
WORKS = ("index", "study", "story")
WANTED = {"full_text": "full text", "images": "images"}


@dataclass(frozen=True, slots=True)
class Merged:
    """What a document brought: how many new articles, and which known ones changed."""

    new: int = 0
    changed: tuple[int, ...] = ()


@dataclass(slots=True)
class _Matches:
    """Entries of one document, told apart into known and new."""

    known: dict[int, Entry] = field(default_factory=dict)
    new: list[Entry] = field(default_factory=list)
    new_keys: list[set[str]] = field(default_factory=list)
    #: All of `new_keys`.
    taken: set[str] = field(default_factory=set)
    aliases: list[tuple[str, int]] = field(default_factory=list)


class Arrivals(Table):
    """Takes in the entries of a feed. Nothing that is there is ever deleted."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._publications = Publications(connect)
        self._authors = Authors(connect)
        self._anchoring = Anchoring(connect)

    def merge(self, feed_id: int, entries: Sequence[Entry], now: int) -> Merged:
        """Keep what is new or changed. Called inside a transaction; `now` is in Unix seconds."""
        usable = [e for e in entries if e.guid.strip() or e.content.text.strip()]
        found = self._match(feed_id, usable)
        added = self._add(feed_id, found, now)
        self._publications.keep(added | found.known)
        self._many(
            "insert or ignore into article_key (feed_id, key, article_id) values (?, ?, ?)",
            [(feed_id, key, article_id) for key, article_id in found.aliases],
        )
        changed = self._revise(found.known, now)
        return Merged(len(found.new), changed)

    def _match(self, feed_id: int, entries: Sequence[Entry]) -> _Matches:
        named = keys(entries)
        owners = self._owners(feed_id, [key for names in named for key in names.all])
        guids = {names.guid for names in named if names.guid}
        held = self._guids(feed_id, set(owners.values()))
        found = _Matches()
        for entry, names in zip(entries, named, strict=True):
            taken = found.known
            owner = next(
                (owners[k] for k in names.strong if owners.get(k, 0) not in (0, *taken)), 0
            )
            if not owner and names.guid and (weak := owners.get(names.weak, 0)):
                owner = 0 if weak in taken or held.get(weak, set()) & guids else weak
            if owner:
                taken[owner] = entry
                found.aliases += ((key, owner) for key in names.all)
            elif not self._is_repeat(names, owners, found):
                found.new.append(entry)
                found.new_keys.append(set(names.all))
                found.taken.update(names.all)
        return found

    def _is_repeat(self, names: Keys, owners: dict[str, int], found: _Matches) -> bool:
        """The same entry twice in one document."""
        return any(key in owners or key in found.taken for key in names.strong)

    def _owners(self, feed_id: int, names: Sequence[str]) -> dict[str, int]:
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

    def _add(self, feed_id: int, found: _Matches, now: int) -> dict[int, Entry]:
        """New articles, the oldest first, so that ids follow the order of publication."""
        article_id, revision_id = self.free_ids()
        order = sorted(range(len(found.new) - 1, -1, -1), key=lambda n: _when(found.new[n], now))
        rows = []
        for at in order:
            article_id, revision_id = article_id + 1, revision_id + 1
            rows.append((article_id, revision_id, found.new[at]))
            found.aliases += ((key, article_id) for key in found.new_keys[at])
        self.insert(feed_id, rows, now)
        self._many(
            "insert into pending (work, article_id) values ('rule', ?)", [(row[0],) for row in rows]
        )
        added = {article_id: entry for article_id, _, entry in rows}
        for setting in WANTED:
            self.ask_if_wanted(setting, list(added))
        return added

    def insert(self, feed_id: int, rows: Sequence[tuple[int, int, Entry]], now: int) -> None:
        """New articles, each with the ids of its article and revision; they wait for all work."""
        self._many(
            """
            insert into article (id, feed_id, revision_id, guid, link, title, author, categories,
                                 published, first_seen, sorted_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                (article_id, feed_id, revision_id, *_stated(entry), now, _when(entry, now))
                for article_id, revision_id, entry in rows
            ],
        )
        self._keep_revisions(
            [
                (revision_id, article_id, now, *_row(entry.content))
                for article_id, revision_id, entry in rows
            ]
        )
        self._authors.keep((number, entry.author) for number, _, entry in rows if entry.author)
        self.ask_for_work([row[0] for row in rows])

    def free_ids(self) -> tuple[int, int]:
        """The highest ids that an article and a revision have, or are reserved for an import."""
        row = self._one("""
            select max((select coalesce(max(id), 0) from article), coalesce(
                (select value ->> '$[0]' from setting where name = 'reserved'), 0)),
            max((select coalesce(max(id), 0) from revision), coalesce(
                (select value ->> '$[1]' from setting where name = 'reserved'), 0))
        """)
        return int(row[0]), int(row[1])

    def reserve(self, count: int) -> tuple[int, int]:
        """Set ids of `count` articles and revisions aside for ever, so that undo and redo keep
        them; the first of each. Called inside a transaction."""
        article_id, revision_id = self.free_ids()
        self._run(
            "insert or replace into setting (name, value) values ('reserved', json_array(?, ?))",
            (article_id + count, revision_id + count),
        )
        return article_id + 1, revision_id + 1

    def _keep_revisions(self, rows: Sequence[tuple[object, ...]]) -> None:
        self._many(
            """
            insert into revision (id, article_id, fetched, sha256, title, html, text, layout)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            rows,
        )

    def _revise(self, known: dict[int, Entry], now: int) -> tuple[int, ...]:
        """New texts of articles we have; the old ones stay as revisions."""
        rows = self._all(
            """
            select a.id, r.sha256, r.html, r.layout from article a
            left join full_text f on f.article_id = a.id
            join revision r on r.id = coalesce(f.feed_revision_id, a.revision_id)
            where a.id in (select value from json_each(?))
            """,
            (ids(known),),
        )
        changed = []
        for article_id, sha256, html, layout in rows:
            content = known[article_id].content
            if sha256 != _sha256(content):
                self._revise_one(article_id, known[article_id], now)
                changed.append(article_id)
            elif (html, layout) != (content.html, content.layout):  # links or emphasis changed
                self._run(
                    "update revision set html = ?, layout = ? where article_id = ? and sha256 = ?",
                    (content.html, content.layout, article_id, sha256),
                )
        self._anchoring.follow(changed)
        self.ask_for_work(changed)
        self.ask_if_wanted("images", changed)
        return tuple(changed)

    def _revise_one(self, article_id: int, entry: Entry, now: int) -> None:
        """The publisher's new text is shown, unless the text of the article's page is."""
        revision_id = self.revision(article_id, entry.content, now)
        self._run(
            """
            update article set title = ?, link = ?, author = ?, updated = ?,
                revision_id = iif(revision_id in (select revision_id from full_text
                                                  where article_id = article.id), revision_id, ?)
            where id = ?
            """,
            (entry.content.title, entry.link, entry.author, now, revision_id, article_id),
        )
        self._authors.keep([(article_id, entry.author)])
        self._run(
            "update full_text set feed_revision_id = ? where article_id = ?",
            (revision_id, article_id),
        )

    def revision(self, article_id: int, content: Content, now: int) -> int:
        """The revision of this text, a new one if the article never had it."""
        row = self._one(
            "select id from revision where article_id = ? and sha256 = ?",
            (article_id, _sha256(content)),
        )
        if row is None:  # else the publisher went back to an earlier text
            row = (self.free_ids()[1] + 1,)
            self._keep_revisions([(row[0], article_id, now, *_row(content))])
        return int(row[0])

    def ask_if_wanted(self, setting: str, articles: Sequence[int]) -> None:
        """Let articles wait for the work that a setting of their feeds stands for, where it is on."""
        self._run(
            """
            insert or ignore into pending (work, article_id)
            select ?, a.id from article a join feed_setting s on s.feed_id = a.feed_id
            where a.id in (select value from json_each(?)) and s.name = ? and s.value = '1'
            """,
            (WANTED[setting], ids(articles), setting),
        )

    def ask_for_work(self, articles: Sequence[int]) -> None:
        self._many(
            "insert or ignore into pending (work, article_id) values (?, ?)",
            [(work, article_id) for article_id in articles for work in WORKS],
        )


def _stated(entry: Entry) -> tuple[object, ...]:
    """What the publisher says of an article, in the order of its columns."""
    categories = "\n".join(entry.categories)
    title = entry.content.title
    return (entry.guid, entry.link, title, entry.author, categories, entry.published)


def _when(entry: Entry, now: int) -> int:
    """The time an article sorts by, settled when it is first seen: a date in the future does not
    keep it on top, and one before 1970 is a clock that was never set."""
    published = entry.published
    return now if published is None or published <= 0 else min(published, now)


def _sha256(content: Content) -> str:
    """What makes a text another text: its words, title included."""
    words = f"{content.title}\0{content.text}"
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()


def _row(content: Content) -> tuple[str, ...]:
    return (_sha256(content), content.title, content.html, content.text, content.layout)
