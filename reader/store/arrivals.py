"""Articles as they arrive: new ones, changed ones, and those we know."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reader.model.article import Content
from reader.model.feed import Entry, Wanted
from reader.store.arrival_rows import row_of, sha256_of, stated, when
from reader.store.authors import Authors
from reader.store.matching import Matches, Matching
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
    #: New articles whose texts are still to be made.
    bare: int = 0


class Arrivals(Table):
    """Takes in the entries of a feed. Nothing that is there is ever deleted."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._publications = Publications(connect)
        self._authors = Authors(connect)
        self._matching = Matching(connect)

    def merge(self, feed_id: int, entries: Sequence[Entry], now: int) -> Merged:
        """Keep what is new or changed. Called inside a transaction; `now` is in Unix seconds."""
        usable = [e for e in entries if e.guid.strip() or e.content.text.strip()]
        found = self._matching.match(feed_id, usable)
        added = self._add(feed_id, found, now)
        known = {number: entry for number, entry in found.known.items() if not entry.bare}
        changed = self._revise(known, now) if known else ()
        return Merged(len(added), changed, sum(entry.bare for entry in added.values()))

    def fill(self, feed_id: int, entries: Sequence[Entry], now: int) -> None:
        """Give articles that came without their texts what the same document says in full. Called
        inside a transaction. Those it says nothing of (it could not be read) are their titles."""
        waiting = self._bare(feed_id)
        known = self._by_guid(feed_id, entries, waiting)
        if len(known) < len(entries):
            found = self._matching.match(feed_id, entries)
            self._add(feed_id, found, now)
            known = {number: entry for number, entry in found.known.items() if number in waiting}
        self._complete({number: waiting[number] for number in known}, known)
        lost = {number: waiting[number] for number in waiting.keys() - known.keys()}
        self._complete(lost, {number: self._title_alone(number) for number in lost})

    def _by_guid(
        self, feed_id: int, entries: Sequence[Entry], waiting: Collection[int]
    ) -> dict[int, Entry]:
        """The entries whose articles wait, where an id of each tells them apart."""
        named = {entry.guid: entry for entry in entries}
        if len(named) < len(entries):
            return {}
        rows = self._all("select id, guid from article where feed_id = ?", (feed_id,))
        return {row[0]: named[row[1]] for row in rows if row[0] in waiting and row[1] in named}

    def wanted(self, feed_id: int) -> Wanted:
        """How much of a feed is to be read: of its first document as little as a list shows, then
        what is not known yet."""
        rows = self._all("select digest from article where feed_id = ?", (feed_id,))
        return Wanted(bare=not rows, known=frozenset(row[0] for row in rows) - {0})

    def is_bare(self, article_id: int) -> bool:
        """Whether the article's text is still to be made."""
        row = self._one(
            "select 1 from revision where article_id = ? and sha256 = ''", (article_id,)
        )
        return row is not None

    def _bare(self, feed_id: int) -> dict[int, int]:
        """The articles of a feed whose texts are still to be made, each with its revision."""
        rows = self._all(
            """
            select a.id, r.id from article a join revision r on r.article_id = a.id
            where a.feed_id = ? and r.sha256 = ''
            """,
            (feed_id,),
        )
        return dict(rows)

    def _title_alone(self, article_id: int) -> Entry:
        from reader.text.document import content  # few feeds cannot be read

        row = self._one("select guid, link, title, author from article where id = ?", (article_id,))
        return Entry(row[0], row[1], content(row[2], ""), row[3])

    def _complete(self, revisions: dict[int, int], texts: dict[int, Entry]) -> None:
        """Texts take the place that was left for them; now all work can be done on them."""
        self._many(
            "update revision set sha256 = ?, title = ?, html = ?, text = ?, layout = ? where id = ?",
            [(*row_of(texts[number].content), revision) for number, revision in revisions.items()],
        )
        self._authors.add((number, entry.author) for number, entry in texts.items() if entry.author)
        self._keep_what_is_said(texts)
        self._ask_for_all_work(list(texts))

    def _keep_what_is_said(self, entries: dict[int, Entry]) -> None:
        self._many(
            "update article set digest = ? where id = ? and digest <> ?",
            [(entry.digest, number, entry.digest) for number, entry in entries.items()],
        )
        self._publications.keep(entries)

    def _add(self, feed_id: int, found: Matches, now: int) -> dict[int, Entry]:
        """New articles, the oldest first, so that ids follow the order of publication."""
        article_id, revision_id = self.free_ids() if found.new else (0, 0)
        order = sorted(range(len(found.new) - 1, -1, -1), key=lambda n: when(found.new[n], now))
        rows = []
        for at in order:
            article_id, revision_id = article_id + 1, revision_id + 1
            rows.append((article_id, revision_id, found.new[at]))
            found.aliases += ((key, article_id) for key in found.new_keys[at])
        if rows:
            self._insert(feed_id, rows, now)
        self._insert_all(
            "insert or ignore into article_key (feed_id, key, article_id)",
            [(feed_id, key, article_id) for key, article_id in found.aliases],
        )
        whole = {number: entry for number, _, entry in rows if not entry.bare}
        if whole:
            self._publications.keep(whole)
            self._ask_for_all_work(list(whole))
        return {number: entry for number, _, entry in rows}

    def _ask_for_all_work(self, articles: Sequence[int]) -> None:
        self.ask_for_work(articles)
        self._insert_all(
            "insert or ignore into pending (work, article_id)",
            [("rule", number) for number in articles],
        )
        for setting in WANTED:
            self.ask_if_wanted(setting, articles)

    def insert(self, feed_id: int, rows: Sequence[tuple[int, int, Entry]], now: int) -> None:
        """New articles, each with the ids of its article and revision; they wait for all work."""
        self._insert(feed_id, rows, now)
        self.ask_for_work([row[0] for row in rows])

    def _insert(self, feed_id: int, rows: Sequence[tuple[int, int, Entry]], now: int) -> None:
        self._insert_all(
            """
            insert into article (id, feed_id, revision_id, guid, link, title, author, categories,
                                 published, digest, first_seen, sorted_at)
            """,
            [
                (article_id, feed_id, revision_id, *stated(entry), now, when(entry, now))
                for article_id, revision_id, entry in rows
            ],
        )
        self._keep_revisions(
            [
                (revision_id, article_id, now, *row_of(entry.content, bare=entry.bare))
                for article_id, revision_id, entry in rows
            ]
        )
        self._authors.add(
            (number, entry.author) for number, _, entry in rows if entry.author and not entry.bare
        )

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
        self._insert_all(
            """
            insert into revision (id, article_id, fetched, sha256, title, html, text, layout)
            """,
            rows,
        )

    def _revise(self, known: dict[int, Entry], now: int) -> tuple[int, ...]:
        """New texts of articles we have; the old ones stay as revisions."""
        rows = self._all(
            """
            select a.id, r.id, r.sha256, r.html, r.layout from article a
            left join full_text f on f.article_id = a.id
            join revision r on r.id = coalesce(f.feed_revision_id, a.revision_id)
            where a.id in (select value from json_each(?))
            """,
            (ids(known),),
        )
        bare = {row[0]: row[1] for row in rows if not row[2]}
        self._complete(bare, {number: known[number] for number in bare})
        self._call_anew({number: known[number] for number in bare})
        self._keep_what_is_said({n: entry for n, entry in known.items() if n not in bare})
        changed = []
        for article_id, _, sha256, html, layout in (row for row in rows if row[2]):
            said = known[article_id].content
            if sha256 != sha256_of(said):
                self._revise_one(article_id, known[article_id], now)
                changed.append(article_id)
            elif (html, layout) != (said.html, said.layout):  # links or emphasis changed
                self._run(
                    "update revision set html = ?, layout = ? where article_id = ? and sha256 = ?",
                    (said.html, said.layout, article_id, sha256),
                )
        if changed:
            self._follow(changed)
            self.ask_for_work(changed)
            self.ask_if_wanted("images", changed)
        return tuple(changed)

    def _follow(self, changed: Sequence[int]) -> None:
        """What stands in texts that changed goes with its words."""
        from reader.store.anchoring import Anchoring  # compares texts, which new ones do not need

        Anchoring(self._connect).follow(changed)

    def _call_anew(self, entries: dict[int, Entry]) -> None:
        """The document that brought the texts is a later one than that which brought the titles."""
        self._many(
            "update article set title = ?, link = ?, author = ? where id = ?",
            [(e.content.title, e.link, e.author, number) for number, e in entries.items()],
        )

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
            (article_id, sha256_of(content)),
        )
        if row is None:  # else the publisher went back to an earlier text
            row = (self.free_ids()[1] + 1,)
            self._keep_revisions([(row[0], article_id, now, *row_of(content))])
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
        self._insert_all(
            "insert or ignore into pending (work, article_id)",
            [(work, article_id) for article_id in articles for work in WORKS],
        )
