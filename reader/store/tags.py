"""Tags on articles, their colours and keys. Names that differ in case alone are one tag."""

from collections.abc import Iterable, Sequence

from reader.model.article import Tagging
from reader.model.tag import TagColour, TagInUse, TagPin, folded, parents
from reader.store.own_words import OwnWords
from reader.store.table import Connect, Table, ids

#: What has which tag: articles, and highlights in them.
TAGGED = """select article_id, name_folded, name from tagging
            union all select article_id, name_folded, name from annotation_tag"""


class Tags(Table):
    """Which article carries which tag."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._own_words = OwnWords(connect)

    def counts(self) -> list[tuple[str, int]]:
        """Every tag with the number of articles that have it or a highlight with it, by name."""
        return self._all(
            """
            select coalesce((select name from tagging where name_folded = tag limit 1),
                            (select name from annotation_tag where name_folded = tag limit 1)),
                   sum(articles)
            from (select name_folded as tag, count(*) as articles from tagging group by name_folded
                  union all
                  select name_folded, count(distinct article_id) from annotation_tag g
                  where not exists (select 1 from tagging t where t.name_folded = g.name_folded
                                    and t.article_id = g.article_id)
                  group by name_folded)
            group by tag order by tag
            """
        )

    def in_use(self) -> list[TagInUse]:
        """Every tag of articles and highlights, and every tag above one, with colour and key, by name.

        Tags above others come before them, also where no article carries them itself.
        """
        counts = {folded(name): (name, count) for name, count in self.counts()}
        for above in {
            folded(up): up for name, _ in counts.values() for up in parents(name)
        }.values():
            name = counts.get(folded(above), (above, 0))[0]
            counts[folded(above)] = (name, self._count_under(above))
        colours = dict(self._all("select name_folded, colour from tag_colour"))
        pins = dict(self._all("select name_folded, place from tag_pin"))
        return [
            TagInUse(name, count, colours.get(key, ""), pins.get(key, 0))
            for key, (name, count) in sorted(counts.items(), key=lambda item: item[0].split("/"))
        ]

    def _count_under(self, name: str) -> int:
        row = self._one(
            f"select count(distinct article_id) from ({TAGGED}) where {_UNDER}", _under(name)
        )
        return int(row[0])

    def under(self, name: str) -> list[Tagging]:
        """Who carries a tag or one below it."""
        rows = self._all(
            f"select article_id, name from tagging where {_UNDER} order by article_id, name_folded",
            _under(name),
        )
        return [Tagging(*row) for row in rows]

    def of(self, article_ids: Iterable[int]) -> list[Tagging]:
        rows = self._all(
            """
            select article_id, name from tagging
            where article_id in (select value from json_each(?)) order by name_folded
            """,
            (ids(article_ids),),
        )
        return [Tagging(*row) for row in rows]

    def spelling(self, name: str) -> str:
        """How a tag is already spelt, or the name as given."""
        row = self._one("select name from tagging where name_folded = ? limit 1", (folded(name),))
        return str(row[0]) if row else name

    def put(self, rows: Sequence[Tagging]) -> None:
        self._many(
            "insert into tagging (article_id, name_folded, name) values (?, ?, ?)",
            [(row.article_id, folded(row.name), row.name) for row in rows],
        )
        self._own_words.put([(_owner(row), row.article_id, "tag", row.name) for row in rows])

    def remove(self, rows: Sequence[Tagging]) -> None:
        self._own_words.remove([_owner(row) for row in rows])
        self._many(
            "delete from tagging where article_id = ? and name_folded = ?",
            [(row.article_id, folded(row.name)) for row in rows],
        )


class TagColours(Table):
    """The colours that the user gave to tags."""

    def all(self) -> list[TagColour]:
        return [TagColour(*row) for row in self._all("select name, colour from tag_colour")]

    def under(self, name: str) -> list[TagColour]:
        """Those of a tag and of the ones below it."""
        rows = self._all(f"select name, colour from tag_colour where {_UNDER}", _under(name))
        return [TagColour(*row) for row in rows]

    def put(self, rows: Sequence[TagColour]) -> None:
        self._many(
            "insert or replace into tag_colour (name_folded, name, colour) values (?, ?, ?)",
            [(folded(row.name), row.name, row.colour) for row in rows],
        )

    def remove(self, rows: Sequence[TagColour]) -> None:
        self._many(
            "delete from tag_colour where name_folded = ?", [(folded(row.name),) for row in rows]
        )


class TagPins(Table):
    """The tags that have a key."""

    def all(self) -> list[TagPin]:
        return [TagPin(*row) for row in self._all("select place, name from tag_pin order by place")]

    def put(self, rows: Sequence[TagPin]) -> None:
        self._many(
            "insert or replace into tag_pin (place, name_folded, name) values (?, ?, ?)",
            [(row.place, folded(row.name), row.name) for row in rows],
        )

    def remove(self, rows: Sequence[TagPin]) -> None:
        self._many("delete from tag_pin where place = ?", [(row.place,) for row in rows])


#: A tag and all below it; "0" is the character after "/".
_UNDER = "(name_folded = ? or (name_folded >= ? and name_folded < ?))"


def _under(name: str) -> tuple[str, str, str]:
    key = folded(name)
    return key, f"{key}/", f"{key}0"


def _owner(row: Tagging) -> str:
    return f"tag {row.article_id} {folded(row.name)}"
