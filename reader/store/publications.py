"""What feeds say of the paper behind an article, and of files that belong to it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from reader.model.feed import Enclosure, Entry
from reader.model.published import NOTHING, Published
from reader.store.table import Table, ids

_COLUMNS = "article_id, journal, volume, issue, pages, doi, pmid, authors, publication_types, mesh, licence"


class Publications(Table):
    """One row an article that is about a paper, as its feed says."""

    def of(self, article_ids: Sequence[int]) -> dict[int, Published]:
        """What is known of these articles; those without anything are left out."""
        rows = self._all(
            f"""
            select {_COLUMNS} from publication
            where article_id in (select value from json_each(?))
            """,
            (ids(article_ids),),
        )
        return {row[0]: _published(row) for row in rows}

    def one(self, article_id: int) -> Published:
        return self.of([article_id]).get(article_id, NOTHING)

    def same_paper(self, article_id: int) -> list[int]:
        """Other articles about the paper of the same DOI, from any feed, the newest first."""
        rows = self._all(
            """
            select other.article_id from publication mine
            join publication other on lower(other.doi) = lower(mine.doi)
            where mine.article_id = :id and other.article_id <> :id
            and mine.doi <> '' and other.doi <> ''
            order by other.article_id desc
            """,
            {"id": article_id},
        )
        return [row[0] for row in rows]

    def enclosures(self, article_id: int) -> tuple[Enclosure, ...]:
        rows = self._all(
            "select address, kind, size from enclosure where article_id = ? order by place",
            (article_id,),
        )
        return tuple(Enclosure(*row) for row in rows)

    def keep(self, entries: Mapping[int, Entry]) -> None:
        """Keep what entries say now of their papers and files. Called inside a transaction.

        What a feed says no longer stays.
        """
        old = self.of(list(entries))
        said = {number: entry.paper for number, entry in entries.items() if entry.paper}
        self._keep({number: new.filled(old.get(number, NOTHING)) for number, new in said.items()})
        self._many(
            "insert or replace into enclosure values (?, ?, ?, ?, ?)",
            [
                (article_id, place, file.address, file.kind, file.size)
                for article_id, entry in entries.items()
                for place, file in enumerate(entry.enclosures)
            ],
        )

    def complete(self, article_id: int, paper: Published) -> None:
        """Keep what an article's page says of its paper where the feed says nothing. Called inside
        a transaction."""
        if paper:
            self._keep({article_id: self.one(article_id).filled(paper)})

    def _keep(self, papers: Mapping[int, Published]) -> None:
        """Cards and stories rest on papers too, so articles whose paper changed wait for both."""
        old = self.of(list(papers))
        changed = [number for number, paper in papers.items() if paper != old.get(number)]
        self._many(
            f"insert or replace into publication ({_COLUMNS}) values (?,?,?,?,?,?,?,?,?,?,?)",
            [(number, *_row(papers[number])) for number in changed],
        )
        self._many(
            "insert or ignore into pending (work, article_id) values (?, ?)",
            [(work, number) for number in changed for work in ("study", "story")],
        )


def _row(paper: Published) -> tuple[str, ...]:
    several = (paper.authors, paper.publication_types, paper.mesh)
    return (
        *(paper.journal, paper.volume, paper.issue, paper.pages, paper.doi, paper.pmid),
        *(json.dumps(values, ensure_ascii=False) if values else "[]" for values in several),
        paper.licence,
    )


def _published(row: Sequence[Any]) -> Published:
    authors, types, mesh = (tuple(json.loads(text)) for text in row[7:10])
    return Published(
        types,
        mesh,
        journal=row[1],
        volume=row[2],
        issue=row[3],
        pages=row[4],
        doi=row[5],
        pmid=row[6],
        authors=authors,
        licence=row[10],
    )
