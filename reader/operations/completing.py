"""Fetching the whole text of articles whose feed gives a part of it."""

import time
from collections.abc import Sequence
from typing import Any

from reader.feeds.full_text import MAX_PAGE, Page, read_page
from reader.model.article import Article, ArticleRow, Content, Revision, TextChoice
from reader.model.change import Change, Edit, Step, Steps
from reader.model.errors import ReaderError
from reader.model.feed import Response
from reader.operations.errands import Asker, Came, Errands
from reader.operations.pool import Pool
from reader.operations.wire import Wire
from reader.store.store import Store

#: Seconds that finding the article in a page may take.
LIMIT = 10.0
#: The kind of work that articles of feeds with the setting wait for.
WORK = "full text"
_ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"
_KINDS = frozenset({ArticleRow, Revision})
_NO_LINK = "This article has no address to fetch its text from."


def complete(store: Store, wire: Wire, pool: Pool, article_ids: Sequence[int]) -> Steps:
    """Fetch the pages of articles, and keep their texts beside those of the feeds.

    Each step's report says what came of one: article, error (None where the text was had), later
    (whether it is worth trying again). The feed's text stays whatever happens, and one can go back
    to it (`switch_text`).
    """
    run = _Run(store, wire, pool)
    done = 0
    try:
        for article_id in article_ids:
            run.ask(article_id)
        while run.errands.busy:
            came = run.next()
            done += came is not None
            report = _report(came) if came else None
            kinds = _KINDS if came and not came.error else frozenset[type]()
            words = f"{done:,} of {len(article_ids):,} texts fetched"
            yield Step(done, len(article_ids), words, kinds, report)
    finally:
        run.errands.stop()


def complete_waiting(store: Store, wire: Wire, pool: Pool) -> Steps:
    """Fetch the texts that new articles wait for, as the user set for their feeds."""
    waiting = store.pending.next(WORK, 10_000)
    for step in complete(store, wire, pool, waiting):
        if step.report and not step.report["later"]:
            with store.writing(durable=False):
                store.pending.done(WORK, [step.report["article"]])
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


def _report(came: Came) -> dict[str, Any]:
    return {"article": came.key, "error": came.error or None, "later": came.later}


class _Run:
    """Pages on their way, and in the workers that find the article in them."""

    def __init__(self, store: Store, wire: Wire, pool: Pool) -> None:
        self._store = store
        self._pool = pool
        self._asker = Asker(store)
        self.errands = Errands(store, wire)

    def ask(self, article_id: int) -> None:
        article = self._store.articles.one(article_id)
        if article is None or not article.link.startswith(("http://", "https://")):
            self.errands.ready.append(Came(article_id, error=_NO_LINK))
            return
        try:
            request = self._asker.request(article.feed_id, article.link, _ACCEPT, MAX_PAGE)
        except ReaderError as error:
            self.errands.ready.append(Came(article_id, error=str(error)))
        else:
            self.errands.ask(article_id, request)

    def next(self) -> Came | None:
        """What became of an article; None while none is done."""
        came = self.errands.next()
        if came is None or came.error:
            return came
        if isinstance(came.result, Response):
            return self._find(came)
        page: Page = came.result
        with self._store.writing(durable=False):
            self._store.publications.complete(came.key, page.paper)
            if page.content:
                self._store.full_texts.complete(came.key, page.content, int(time.time()))
        return Came(came.key, error=page.error)

    def _find(self, came: Came) -> Came | None:
        """Let a worker find the article in the page that came."""
        article = self._store.articles.one(came.key)
        if article is None:
            return Came(came.key, error=_NO_LINK)
        said: Content = article.content
        found = self._pool.submit(read_page, came.result, said.title, said.text, seconds=LIMIT)
        self.errands.expect(came.key, found)
        return None
