"""Stories: articles that report one study.

Two articles belong together where they share a name of the study (DOI, PubMed number, registration,
citation) or their texts are nearly the same. What people decided goes before: a pair that was told
apart is never in one story, whoever stands between them.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence

from reader.model.story import Source, StoryDecision
from reader.store.table import Table, ids
from reader.text.sketches import bands, likeness, sketch

#: From this on two texts are nearly the same.
ALIKE = 0.4
#: A name that more articles share than this tells nothing.
_COMMON = 60
Pair = tuple[int, int]


class Stories(Table):
    """Derived anew for the articles that something changed of."""

    def of(self, article_id: int) -> list[Source]:
        """The articles of the story that an article belongs to, itself too; none for one alone."""
        rows = self._all(
            """
            select a.id, coalesce(nullif(s.title, ''), nullif(d.title, ''), feed.address),
                   a.title, a.sorted_at
            from story mine
            join story m on m.story_id = mine.story_id
            join article a on a.id = m.article_id
            join feed on feed.id = a.feed_id
            left join subscription s on s.feed_id = a.feed_id
            left join feed_description d on d.feed_id = a.feed_id
            where mine.article_id = ? order by a.sorted_at, a.id
            """,
            (article_id,),
        )
        return [Source(*row) for row in rows]

    def with_others(self, article_ids: Iterable[int]) -> list[int]:
        """The articles and all others of their stories."""
        chosen = list(article_ids)
        rows = self._all(
            """
            select distinct m.article_id from story mine
            join story m on m.story_id = mine.story_id
            where mine.article_id in (select value from json_each(?))
            """,
            (ids(chosen),),
        )
        return list(dict.fromkeys([*chosen, *(row[0] for row in rows)]))

    def stories(self, article_ids: Sequence[int]) -> dict[int, int]:
        """The story of each article that is in one."""
        if len(article_ids) > 5_000:
            return dict(self._all("select article_id, story_id from story"))
        rows = self._all(
            """
            select article_id, story_id from story
            where article_id in (select value from json_each(?))
            """,
            (ids(article_ids),),
        )
        return dict(rows)

    def folded(self, article_ids: "array[int]") -> "array[int]":
        """A list with one article for each story, the first of it that is there."""
        of = self.stories(article_ids)
        seen: set[int] = set()
        found = array("q")
        for article_id in article_ids:
            story = of.get(article_id, 0)
            if story not in seen:
                found.append(article_id)
            if story:
                seen.add(story)
        return found

    def keep(self, article_id: int, names: Iterable[str], text: str) -> None:
        """What an article can be known by: names of its study, its text. In a transaction."""
        bins = sketch(text)
        self._run("delete from story_key where article_id = ?", (article_id,))
        self._run("delete from sketch where article_id = ?", (article_id,))
        self._many(
            "insert or ignore into story_key (key, article_id) values (?, ?)",
            [(key, article_id) for key in (*names, *bands(bins))],
        )
        if bins:
            self._run("insert into sketch (article_id, bins) values (?, ?)", (article_id, bins))

    def regroup(self, article_ids: Sequence[int]) -> None:
        """Group these articles and all that they may belong with. Called inside a transaction."""
        near = self._near(set(article_ids))
        bound = self._bound(near)
        apart = {pair for pair, together in self._decisions(near).items() if not together}
        groups = _grouped(near, bound, apart)
        self._run(
            "delete from story where article_id in (select value from json_each(?))", (ids(near),)
        )
        self._many(
            "insert into story (article_id, story_id) values (?, ?)",
            [(member, min(group)) for group in groups if len(group) > 1 for member in group],
        )

    def _near(self, begun: set[int]) -> set[int]:
        """The articles, those they share a name with, and all of their stories."""
        which = (ids(begun), _COMMON)
        rows = self._all(
            """
            select distinct k.article_id from story_key mine
            join story_key k on k.key = mine.key
            where mine.article_id in (select value from json_each(?1))
            and (select count(*) from (select 1 from story_key c where c.key = mine.key
                                       limit ?2 + 1)) <= ?2
            union select d.other_id from story_decision d
                  where d.article_id in (select value from json_each(?1))
            union select d.article_id from story_decision d
                  where d.other_id in (select value from json_each(?1))
            """,
            which,
        )
        return set(self.with_others([*begun, *(row[0] for row in rows)]))

    def _bound(self, near: set[int]) -> list[Pair]:
        """Pairs that belong together, the surest first."""
        rows = self._all(
            """
            select key, article_id from story_key
            where article_id in (select value from json_each(?)) order by key, article_id
            """,
            (ids(near),),
        )
        sharing: dict[str, list[int]] = {}
        for key, article_id in rows:
            sharing.setdefault(key, []).append(article_id)
        bins = dict(
            self._all(
                """
                select article_id, bins from sketch
                where article_id in (select value from json_each(?))
                """,
                (ids(near),),
            )
        )
        decided = [pair for pair, together in self._decisions(near).items() if together]
        named, maybe = _pairs(sharing)
        alike = [p for p in sorted(maybe) if likeness(bins[p[0]], bins[p[1]]) >= ALIKE]
        return [*sorted(decided), *named, *alike]

    def _decisions(self, near: set[int]) -> dict[Pair, bool]:
        rows = self._all(
            """
            select article_id, other_id, together from story_decision
            where article_id in (select value from json_each(?1))
            or other_id in (select value from json_each(?1))
            """,
            (ids(near),),
        )
        return {(row[0], row[1]): bool(row[2]) for row in rows}


class StoryDecisions(Table):
    """What people decided; the stories follow within the same transaction."""

    def between(self, article_ids: Iterable[int]) -> dict[Pair, StoryDecision]:
        """The decisions on pairs of these articles."""
        rows = self._all(
            """
            select article_id, other_id, together from story_decision
            where article_id in (select value from json_each(?1))
            and other_id in (select value from json_each(?1))
            """,
            (ids(article_ids),),
        )
        return {(row[0], row[1]): StoryDecision(row[0], row[1], bool(row[2])) for row in rows}

    def put(self, rows: Sequence[StoryDecision]) -> None:
        self._many(
            "insert into story_decision (article_id, other_id, together) values (?, ?, ?)",
            [(row.article_id, row.other_id, row.together) for row in rows],
        )
        self._regroup(rows)

    def remove(self, rows: Sequence[StoryDecision]) -> None:
        self._many(
            "delete from story_decision where article_id = ? and other_id = ?",
            [(row.article_id, row.other_id) for row in rows],
        )
        self._regroup(rows)

    def _regroup(self, rows: Sequence[StoryDecision]) -> None:
        touched = {number for row in rows for number in (row.article_id, row.other_id)}
        if touched:
            Stories(self._connect).regroup(sorted(touched))


def _pairs(sharing: Mapping[str, Sequence[int]]) -> tuple[list[Pair], set[Pair]]:
    """Pairs that share a name ('doi 10.…'), and those that share only a piece of their sketch."""
    named: list[Pair] = []
    maybe: set[Pair] = set()
    for key, members in sharing.items():
        if 1 < len(members) <= _COMMON:
            pairs = [(a, b) for n, a in enumerate(members) for b in members[n + 1 :]]
            if " " in key:
                named += pairs
            else:
                maybe.update(pairs)
    return named, maybe


def _grouped(near: set[int], bound: Sequence[Pair], apart: set[Pair]) -> list[set[int]]:
    """Groups along the pairs that are bound, none of which holds a pair that is apart."""
    group = {article_id: {article_id} for article_id in near}
    for one, other in bound:
        mine, theirs = group[one], group[other]
        if mine is theirs or _is_apart(mine, theirs, apart):
            continue
        mine |= theirs
        for member in theirs:
            group[member] = mine
    return list({id(members): members for members in group.values()}.values())


def _is_apart(mine: set[int], theirs: set[int], apart: set[Pair]) -> bool:
    if not apart:
        return False
    return any((min(a, b), max(a, b)) in apart for a in mine for b in theirs)
