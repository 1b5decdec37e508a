"""Writing articles, studies and notes for other programs."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader import __version__
from reader.export.formats import FORMAT, Format
from reader.export.places import folder, whole
from reader.export.vault import write_pages
from reader.model.change import Step, Steps
from reader.model.errors import ReaderError
from reader.model.query import ArticleQuery
from reader.model.record import CITE, Record, Wishes
from reader.store.store import Store

#: Records between two steps.
STRIDE = 64


def export(
    store: Store, article_ids: Sequence[int], format_name: str, path: Path, wishes: Wishes
) -> Steps:
    """Write articles in a format. A file appears whole or not at all, a folder page by page.

    The last step's report tells how many were written. Raises ReaderError.
    """
    chosen = _format(format_name)
    if wishes.cite not in CITE:
        raise ReaderError(f"“{wishes.cite}” cannot be cited; choose {', '.join(CITE)}.")
    wishes = replace(
        wishes, made=wishes.made or int(time.time()), generator=f"Studywire {__version__}"
    )
    wishes = replace(wishes, own=tuple(store.own_columns.all()))
    if chosen.by_study:
        article_ids = store.evidence.together(article_ids)
    if chosen.write is None:
        yield from _pages(store, article_ids, chosen, path, wishes)
    else:
        yield from _file(store, article_ids, chosen, path, wishes)


def export_ids(store: Store, query: ArticleQuery) -> list[int]:
    """The articles that an export of a query's results holds, in their order."""
    return list(store.articles.ids(query))


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The records of articles, read anew by the page whenever one goes through them."""

    store: Store
    article_ids: Sequence[int]

    def __iter__(self) -> Iterator[Record]:
        return self.store.records.each(self.article_ids)


def _file(
    store: Store, article_ids: Sequence[int], chosen: Format, path: Path, wishes: Wishes
) -> Steps:
    total, count = len(article_ids), 0
    records = _Chosen(store, article_ids)
    with whole(path, binary=chosen.binary) as file:
        for count in chosen.write(records, file, wishes) if chosen.write else ():
            if count % STRIDE == 0:
                yield Step(min(count, total), total, f"{count:,} written")
    yield Step(total, total, f"Written: {path.name}", report=_report(path, total, count))


def _pages(
    store: Store, article_ids: Sequence[int], chosen: Format, path: Path, wishes: Wishes
) -> Steps:
    total, done = len(article_ids), 0
    outcomes: dict[str, list[str]] = {"new": [], "updated": [], "same": [], "beside": []}
    into = folder(path)
    for written in write_pages(store.records.each(article_ids), into, chosen.name, wishes):
        outcomes[written.outcome].append(written.name)
        done += 1
        yield Step(done, total, f"{done:,} of {total:,} pages")
    counts = {name: len(names) for name, names in outcomes.items()}
    report = {**_report(path, done, done), **counts, "beside_names": outcomes["beside"]}
    yield Step(done, total, f"Written: {path.name}", report=report)


def _report(path: Path, articles: int, written: int) -> dict[str, object]:
    return {"path": str(path), "articles": articles, "written": written}


def _format(name: str) -> Format:
    if name not in FORMAT:
        raise ReaderError(f"There is no format “{name}”. There are {', '.join(FORMAT)}.")
    return FORMAT[name]
