"""Fetching the whole text of articles whose feed gives a part of it."""

import time
from collections.abc import Sequence
from concurrent.futures import CancelledError
from typing import Any

from reader.feeds.full_text import whole_text
from reader.model.article import Article, ArticleRow, Content, Revision, TextChoice
from reader.model.change import Change, Edit, Step, Steps
from reader.model.errors import ReaderError
from reader.model.feed import Request, Response
from reader.operations.pool import Pool
from reader.operations.refreshing import Wire
from reader.store.store import Store

#: Seconds that finding the article in a page may take.
LIMIT = 10.0
#: The kind of work that articles of feeds with the setting wait for.
WORK = "full text"
_KINDS = frozenset({ArticleRow, Revision})
_NO_LINK = "This article has no address to fetch its text from."


def complete(store: Store, wire: Wire, pool: Pool, article_ids: Sequence[int]) -> Steps:
    """Fetch the page of each article, and keep its text beside the feed's.

    Each step's report says what came of one: article, error (None where the text was had). The
    feed's text stays whatever happens, and one can go back to it (`switch_text`).
    """
    for done, article_id in enumerate(article_ids, 1):
        error = _complete(store, wire, pool, article_id)
        report: dict[str, Any] = {"article": article_id, "error": error or None}
        words = f"{done:,} of {len(article_ids):,} texts fetched"
        yield Step(done, len(article_ids), words, frozenset() if error else _KINDS, report)


def complete_waiting(store: Store, wire: Wire, pool: Pool) -> Steps:
    """Fetch the texts that new articles wait for, as the user set for their feeds."""
    waiting = store.pending.next(WORK, 10_000)
    for step in complete(store, wire, pool, waiting):
        with store.writing(durable=False):
            store.pending.done(WORK, [waiting[step.done - 1]])
        yield step


def switch_text(store: Store, article: Article) -> Change:
    """Show the feed's text in place of the page's, or the other way round."""
    both = store.full_texts.texts(article.id)
    other = next((n for n in both if n != article.revision_id), 0)
    if not other:
        return Change("Switch text", ())
    old, new = TextChoice(article.id, article.revision_id), TextChoice(article.id, other)
    return Change("Switch text", (Edit(old, new),))


def has_whole_text(store: Store, article_id: int) -> bool:
    return bool(store.full_texts.texts(article_id))


def _complete(store: Store, wire: Wire, pool: Pool, article_id: int) -> str:
    """Why the text of an article could not be had, "" where it was."""
    article = store.articles.one(article_id)
    if article is None or not article.link.startswith(("http://", "https://")):
        return _NO_LINK
    try:
        page = wire.submit(Request(article.link)).result()
        found = _found(pool, page, article)
    except CancelledError:
        return "Stopped before an answer came."
    except ReaderError as error:
        return str(error)
    with store.writing(durable=False):
        store.full_texts.complete(article_id, found, int(time.time()))
    return ""


def _found(pool: Pool, page: Response, article: Article) -> Content:
    said = article.content
    return pool.submit(whole_text, page, said.title, said.text, seconds=LIMIT).result()
