"""One condition on one field to SQL."""

from collections.abc import Sequence

from reader.model.own_columns import OwnColumn, number_in
from reader.model.query_tree import Criterion, Limits
from reader.store.authors import named
from reader.store.own_columns import OwnColumns, OwnValues
from reader.store.parts import NONE, Binder, Part, either, negated
from reader.store.state_sql import rows_of, state_part
from reader.store.study_values import StudyValues
from reader.store.table import Connect, Table, ids
from reader.text.folding import fold
from reader.text.query.fields import OWN, own_field

_NUMBERS = {"n", "studies", "arms", "p", "hr", "or", "rr", "confidence", "followup"}
#: Tables and columns that hold Unix seconds.
_TIMES = {
    "published": ("article", "sorted_at"),
    "added": ("article", "first_seen"),
    "updated": ("article", "updated"),
    "annotated": ("annotation", "created"),
    "read": ("read_mark", "at"),
}
_HIGHLIGHTS_TAGGED = Part(
    """exists (select 1 from annotation x join annotation_tag t on t.annotation_id = x.id
       where x.article_id = a.id)""",
    "select distinct article_id as id from annotation_tag",
)
_IDENTITIES = {"doi", "pmid", "nct"}
_SCHEMES = ("https://", "http://", "https://www.", "http://www.")


class FieldSql(Table):
    """Compiles tests; their values are bound through `bind`."""

    def __init__(self, connect: Connect, bind: Binder) -> None:
        super().__init__(connect)
        self._bind = bind
        self._values = StudyValues(connect)
        self._columns, self._own_values = OwnColumns(connect), OwnValues(connect)

    def part(self, test: Criterion) -> Part:
        if test.field.startswith(OWN):
            return self._own(test)
        if test.how == "none":
            return negated(self._any(test.field))
        if test.how == "any":
            return self._any(test.field)
        if test.field in _NUMBERS:
            return self._number(test.field, test.limits)
        if test.how == "within":
            return self._time(test)
        special = getattr(self, f"_{test.field}", None)
        found: Part = special(test) if special else self._stated(test)
        return found

    # -- the study card

    def _stated(self, test: Criterion) -> Part:
        if test.how == "exact":
            folded = fold(test.text) if test.field in _IDENTITIES else test.text
            found, size = self._values.exact(test.field, folded)
        else:
            found, size = self._values.containing(test.field, test.text)
        return self._stating(test.field, found, size)

    def _stating(self, field: str, found: Sequence[int], size: int) -> Part:
        if not found:
            return NONE
        which = f"in (select value from json_each({self._bind(ids(found))}))"
        if len(found) == 1:
            which = f"= {self._bind(found[0])}"
        rows = "select {0} from study_text v where v.stated_id " + which
        again = "distinct v.article_id as id" if len(found) > 1 else "v.article_id as id"
        name = f"v.name = {self._bind(field)} and v.article_id = a.id"
        # few are stated by one article: with the plus SQLite looks at them, not for each that is asked
        probe = f"exists (select 1 from study_text v where {name} and +v.stated_id {which})"
        return Part(probe, rows.format(again), size, 1.0, newest=len(found) == 1)

    def _number(self, name: str, limits: Limits) -> Part:
        """A range of numbers overlaps what is asked for."""
        of = f"select v.article_id as id from study_number v where v.name = {self._bind(name)}"
        over = under = ""
        if limits.low is not None:
            over = f"{'>' if limits.without_low else '>='} {self._bind(limits.low)}"
        if limits.high is not None:
            under = f"{'<' if limits.without_high else '<='} {self._bind(limits.high)}"
        ends = [f"v.high {over}" if over else "", f"v.low {under}" if under else ""]
        overlaps = " and ".join([of, *filter(None, ends)])
        rows = _between_two(of, over, under) if over and under else overlaps
        return Part(f"exists ({overlaps} and v.article_id = a.id)", rows, price=1.0)

    def _any(self, field: str) -> Part:
        if field in _NUMBERS:
            return self._number(field, Limits())
        if field == "tag":
            return either([rows_of("tagging"), _HIGHLIGHTS_TAGGED])
        table = {
            "quote": "annotation",
            "colour": "annotation",
            "note": "note",
            "fulltext": "full_text",
        }
        if field == "read":
            return rows_of("read_mark")
        if field in table or field == "annotated":
            return rows_of(table.get(field, "annotation"))
        if field == "updated":
            return Part("a.updated > 0", "select id from article where updated > 0")
        if field in ("author", "link"):
            return Part(f"a.{field} <> ''", price=0.5)
        name = self._bind(field)
        rows = f"""from stated s join study_text v on v.stated_id = s.id where s.name = {name}"""
        probe = f"exists (select 1 from study_text v where v.article_id = a.id and v.name = {name})"
        size = self._values.stating(field)
        return Part(probe, f"select distinct v.article_id as id {rows}", size)

    # -- columns of the user's own

    def _own(self, test: Criterion) -> Part:
        column = next((c for c in self._columns.all() if own_field(c.name) == test.field), None)
        if column is None:
            return NONE
        rows = f"select v.article_id as id from own_value v where v.column_id = {self._bind(column.id)}"
        if test.how == "within":
            rows += _between("v.number", test.limits, self._bind)
        elif test.how in ("contains", "exact"):
            said = [row.value for row in self._own_values.in_column(column.id)]
            same = [value for value in dict.fromkeys(said) if _says(column, value, test)]
            rows += f" and v.value in (select value from json_each({self._bind(ids(same))}))"
        part = Part(f"exists ({rows} and v.article_id = a.id)", rows)
        return negated(part) if test.how == "none" else part

    # -- the article

    def _time(self, test: Criterion) -> Part:
        parts, limits = [], test.limits
        table, column = _TIMES[test.field]
        if limits.low is not None:
            parts.append(f"{{0}}{column} >= {self._bind(limits.low)}")
        if limits.high is not None:
            parts.append(f"{{0}}{column} < {self._bind(limits.high)}")
        where = " and ".join(parts)
        if table == "read_mark":
            rows = f"select {{}} from read_mark x where x.at > 0 and {where.format('x.')}"
            probe = f"exists ({rows.format(1)} and x.article_id = a.id)"
            return Part(probe, rows.format("x.article_id as id"), price=1.5)
        if table == "annotation":
            rows = "select distinct article_id as id from annotation where " + where.format("")
            return Part("", rows)
        more = " and updated > 0" if test.field == "updated" else ""
        rows = f"select id from article where {where.format('')}{more}"
        in_time = column == "sorted_at"
        return Part(f"({where.format('a.')})", rows, price=0.5, in_time=in_time)

    def _tag(self, test: Criterion) -> Part:
        name = self._bind(test.text)
        where = {
            "exact": f"t.name_folded = {name}",
            "prefix": f"t.name_folded between {name} and {name} || '\U0010ffff'",
        }.get(
            test.how,
            f"(t.name_folded = {name} or t.name_folded between {name} || '/' and {name} || '/\U0010ffff')",
        )
        return either([_tagged(table, where) for table in ("tagging", "annotation_tag")])

    def _feed(self, test: Criterion) -> Part:
        asked = f"%{_escaped(test.text)}%" if test.how == "contains" else _escaped(test.text)
        rows = self._all(
            r"""
            select feed.id, coalesce(c.total, 0) from feed
            left join subscription s on s.feed_id = feed.id
            left join feed_description d on d.feed_id = feed.id
            left join feed_count c on c.feed_id = feed.id
            where coalesce(nullif(s.title, ''), nullif(d.title, ''), feed.address) like :asked escape '\'
            or feed.address like :asked escape '\'
            """,
            {"asked": asked},
        )
        return self._in_feeds([row[0] for row in rows], sum(row[1] for row in rows))

    def _folder(self, test: Criterion) -> Part:
        rows = self._all(
            r"""
            select s.feed_id, coalesce(c.total, 0) from subscription s
            left join feed_count c on c.feed_id = s.feed_id
            where s.folder like :asked escape '\' or s.folder like :asked || '/%' escape '\'
            """,
            {"asked": _escaped(test.text)},
        )
        return self._in_feeds([row[0] for row in rows], sum(row[1] for row in rows))

    def _in_feeds(self, feeds: Sequence[int], size: int) -> Part:
        if not feeds:
            return NONE
        which = f"feed_id in (select value from json_each({self._bind(ids(feeds))}))"
        return Part(f"a.{which}", f"select id from article where {which}", size, 0.5)

    def _author(self, test: Criterion) -> Part:
        return named(test.text, self._bind, exactly=test.how == "exact")

    def _colour(self, test: Criterion) -> Part:
        colour = self._bind(test.text)
        rows = f"select distinct article_id as id from annotation where colour = {colour}"
        return Part("", rows)

    def _link(self, test: Criterion) -> Part:
        if test.how == "contains":
            asked = self._bind(f"%{_escaped(test.text)}%")
            return Part(rf"a.link like {asked} escape '\'", price=1.0)
        ends = ("", "/")
        links = [scheme + test.text + end for scheme in _SCHEMES for end in ends]
        which = f"link in (select value from json_each({self._bind(ids(links))}))"
        return Part(f"a.{which}", f"select id from article where {which}", 10)

    def _in(self, test: Criterion) -> Part:
        """Words beside it are looked for there; by itself, that there are any."""
        return Part("1", price=0.1) if test.text in ("title", "text") else self._any(test.text)

    def _is(self, test: Criterion) -> Part:
        state = test.text
        if part := state_part(state):
            return part
        if state in ("updated", "tagged"):
            return self._any({"tagged": "tag"}.get(state, state))
        name, value = {
            "study": ("study", "yes"),
            "retracted": ("evidence", "retracted"),
            "preprint": ("evidence", "preprint"),
        }[state]
        return self._stating(name, *self._values.exact(name, value))


def _between_two(of: str, over: str, under: str) -> str:
    """Single numbers lie in one stretch of the index; of the others, which are few, each is read."""
    return f"""{of} and v.high {over} and v.high {under} and v.low = v.high
               union all {of} and v.high {over} and v.low {under} and v.high > v.low"""


def _tagged(table: str, where: str) -> Part:
    """The articles with a tag, or with a highlight that has it."""
    rows = f"select {{0}} from {table} t where {where}"
    probe = f"exists ({rows.format(1)} and t.article_id = a.id)"
    return Part(probe, rows.format("distinct t.article_id as id"))


def _between(column: str, limits: Limits, bind: Binder) -> str:
    """Conditions on a column for both ends that are given."""
    parts = [f"{column} is not null"]
    if limits.low is not None:
        parts.append(f"{column} {'>' if limits.without_low else '>='} {bind(limits.low)}")
    if limits.high is not None:
        parts.append(f"{column} {'<' if limits.without_high else '<='} {bind(limits.high)}")
    return "".join(f" and {part}" for part in parts)


def _says(column: OwnColumn, value: str, test: Criterion) -> bool:
    """Whether a value of a column of the user's own is what is asked for."""
    asked, said = number_in(test.text), number_in(value)
    if column.kind == "number" and asked is not None:
        return asked == said
    words = fold(value)
    return words == test.text if test.how == "exact" else f" {test.text}" in f" {words}"


def _escaped(text: str) -> str:
    """Text for LIKE without its own wildcards."""
    return text.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
