"""Articles with all that belongs to them, a page in a few queries, for exports."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from reader.model.annotation import Marked, Note
from reader.model.article import Article, Content
from reader.model.correction import Correction
from reader.model.csl_json import csl_to_reference
from reader.model.record import Record
from reader.model.reference import Reference
from reader.model.study import StudyCard
from reader.store.annotations import Annotations, Notes
from reader.store.correction_rows import CorrectionRows
from reader.store.kept_cards import kept_cards
from reader.store.studies import Studies
from reader.store.table import Connect, Table, ids

#: Records read at once: their texts are in memory together.
PAGE = 64


class Records(Table):
    """Everything of an article in one value."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._annotations = Annotations(connect)
        self._notes = Notes(connect)
        self._studies = Studies(connect)
        self._corrections = CorrectionRows(connect)

    def each(self, article_ids: Iterable[int]) -> Iterator[Record]:
        """The records of articles, in their order, a page at a time."""
        waiting = iter(article_ids)
        while page := tuple(islice(waiting, PAGE)):
            found = self.of(page)
            yield from (found[article_id] for article_id in page if article_id in found)

    def of(self, article_ids: Sequence[int]) -> dict[int, Record]:
        """The records of a page of articles."""
        rows = self._all(
            """
            select a.id, a.feed_id,
                coalesce(nullif(s.title, ''), nullif(d.title, ''), feed.address),
                a.link, a.author, a.published, a.first_seen, a.revision_id,
                (select count(*) from revision v where v.article_id = a.id), r.fetched,
                r.title, r.html, r.text, r.layout, a.guid,
                r.sha256, feed.address, c.json, citation.json,
                exists (select 1 from star where star.article_id = a.id),
                exists (select 1 from read_mark m where m.article_id = a.id),
                (select json_group_array(name) from
                    (select name from tagging t where t.article_id = a.id order by name_folded)),
                (select json_group_array(json_array(column_id, value)) from own_value v
                 where v.article_id = a.id),
                coalesce((select story_id from story where story.article_id = a.id), 0)
            from json_each(?) wanted
            join article a on a.id = wanted.value
            join feed on feed.id = a.feed_id
            join revision r on r.id = a.revision_id
            left join subscription s on s.feed_id = a.feed_id
            left join feed_description d on d.feed_id = a.feed_id
            left join card c on c.article_id = a.id and c.revision_id = a.revision_id
            left join citation on citation.article_id = a.id
            """,
            (ids(article_ids),),
        )
        marked = self._annotations.of_all(article_ids)
        notes = self._notes.of_articles(article_ids)
        decisions = self._decisions(article_ids)
        cards = self._studies.decided(kept_cards({row[0]: row[17] for row in rows if row[17]}))
        return {
            row[0]: _record(
                *(row, cards.get(row[0]), notes.get(row[0]), marked.get(row[0], [])),
                decisions=tuple(decisions.get(row[0], ())),
            )
            for row in rows
        }

    def _decisions(self, article_ids: Sequence[int]) -> dict[int, list[Correction]]:
        out: dict[int, list[Correction]] = {}
        for row in self._corrections.among(article_ids):
            out.setdefault(row.article_id, []).append(row)
        return out


def _record(
    row: Sequence[Any],
    card: StudyCard | None,
    note: Note | None,
    marked: list[Marked],
    decisions: tuple[Correction, ...],
) -> Record:
    return Record(
        article=Article(*[*row[:10], Content(*row[10:14]), row[14]]),
        text_sha256=row[15],
        feed_address=row[16],
        starred=bool(row[19]),
        read=bool(row[20]),
        tags=tuple(json.loads(row[21])),
        note=note,
        marked=tuple(marked),
        card=card,
        decisions=decisions,
        reference=_reference(row[18]),
        own=tuple((column, said) for column, said in json.loads(row[22])),
        story=row[23],
    )


def _reference(text: str | None) -> Reference | None:
    return csl_to_reference(json.loads(text)) if text else None
