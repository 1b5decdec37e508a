"""What an article is (`is:`) as SQL: rows that are there or not, and what became of passages."""

from reader.store.parts import Part, either

_MARKS = {
    "unread": "unread",
    "read": "read_mark",
    "starred": "star",
    "muted": "muted",
    "studied": "card",
}
#: Highlights in the current text, and what became of their words.
_HIGHLIGHTS = "from annotation x join anchor c on c.annotation_id = x.id where c.state = "
#: Values that the user decided on, whose passages say something else now or are gone.
_DECIDED = """from evidence_anchor e join correction x on x.id = e.correction_id
              join article t on t.id = x.article_id and t.revision_id = e.revision_id
              where e.state in ('material', 'ambiguous', 'orphan')"""


def state_part(state: str) -> Part | None:
    """The articles in a state; None where study cards say what it is."""
    if state in _MARKS:
        return rows_of(_MARKS[state])
    if state == "annotated":
        return either([rows_of("annotation"), rows_of("note")])
    if state in ("checked", "corrected"):
        return _of("from correction x where " + ("1" if state == "checked" else _NOT_ACCEPTED))
    if state == "orphaned":
        return _of(f"{_HIGHLIGHTS}'orphan'")
    if state == "stale":
        return either([_of(f"{_HIGHLIGHTS}'material'"), _of(_DECIDED)])
    return None


_NOT_ACCEPTED = "x.kind <> 'accepted'"


def rows_of(table: str) -> Part:
    """The articles that a table has rows for."""
    distinct = "distinct " if table in ("annotation", "note", "tagging") else ""
    probe = f"exists (select 1 from {table} x where x.article_id = a.id)"
    return Part(probe, f"select {distinct}article_id as id from {table}", price=1.5)


def _of(rows: str) -> Part:
    """The articles of rows `x`."""
    return Part(
        f"exists (select 1 {rows} and x.article_id = a.id)",
        f"select distinct x.article_id as id {rows}",
    )
