"""Highlights and notes of the whole archive, as lists show them."""

import json
import re
from collections.abc import Sequence
from typing import Any

from reader.model.annotation import NoteRow, NotesQuery
from reader.store.table import Table

#: Rows that a list holds at most.
MOST = 5_000
_WORD = re.compile(r"\w+")
_HITS = """own as (select owner from own_text where id in
    (select rowid from own_words where own_words match :match)),"""
_ROWS = """rows as (
    select a.article_id, a.id, a.exact, coalesce(n.text, '') as note, a.colour,
        iif(c.state <> 'ok' and coalesce(s.revision_id, 0) <> c.revision_id, c.state, 'ok') as state,
        (select json_group_array(name) from (select name from annotation_tag t
            where t.annotation_id = a.id order by name_folded)) as tags,
        max(a.created, coalesce(n.modified, 0)) as moment,
        c.state = 'orphan' as lost, c.start as place, coalesce(n.id, '') as note_id
    from annotation a join anchor c on c.annotation_id = a.id
    left join note n on n.annotation_id = a.id
    left join settled s on s.annotation_id = a.id
    union all
    select n.article_id, '', '', n.text, '', 'ok', '[]', n.modified, 0, -1, n.id
    from note n where n.annotation_id is null
), wanted as (select * from rows where {which})
"""
_LIST = """
    select w.article_id, article.title, w.id, w.exact, w.note, w.colour, w.state, w.tags, w.moment
    from wanted w join article on article.id = w.article_id
    order by max(w.moment) over (partition by w.article_id) desc, w.article_id, w.lost, w.place
    limit {most}
"""


class NoteLists(Table):
    """What the user marked and wrote, the articles written about last first."""

    def rows(self, query: NotesQuery) -> list[NoteRow]:
        """Grouped by article, in reading order within one. Words are looked for in quotations,
        notes and tags, whole or begun."""
        which, values = _conditions(query)
        head = f"with {_HITS if 'match' in values else ''} {_ROWS.format(which=which)}"
        found = self._all(head + _LIST.format(most=MOST), values)
        return [NoteRow(*[*row[:7], tuple(json.loads(row[7])), row[8]]) for row in found]

    def count(self) -> int:
        """How many highlights and notes on articles there are."""
        row = self._one("""
            select (select count(*) from annotation)
                 + (select count(*) from note where annotation_id is null)
        """)
        return int(row[0])


def _conditions(query: NotesQuery) -> tuple[str, dict[str, Any]]:
    parts, values = ["1"], dict[str, Any]()
    if query.words.strip():
        parts.append("""('annotation ' || id in own or 'note ' || note_id in own or exists
            (select 1 from annotation_tag t where t.annotation_id = rows.id
             and 'annotation tag ' || t.annotation_id || ' ' || t.name_folded in own))""")
        values["match"] = _match(query.words)
    if query.colours:
        parts.append("colour in (select value from json_each(:colours))")
        values["colours"] = json.dumps(sorted(query.colours))
    if query.tag:
        parts.append("""exists (select 1 from annotation_tag t where t.annotation_id = rows.id
                                and t.name_folded = :tag)""")
        values["tag"] = query.tag.casefold()
    parts += ["note <> ''"] if query.noted else []
    parts += ["state <> 'ok'"] if query.changed else []
    return " and ".join(parts), values


def _match(words: str) -> str:
    """Every word, whole or begun; words that hold no letter find nothing."""
    found: Sequence[str] = _WORD.findall(words.encode("utf-8", "replace").decode())
    return " ".join(f'"{word}"*' for word in found) or '""'
