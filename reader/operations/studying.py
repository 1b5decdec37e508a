"""Filling the study cards of articles that wait for one."""

import logging
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait

from reader.model.article import Article
from reader.model.change import Change, Edit, Step, Steps
from reader.model.errors import WorkerError
from reader.model.settings import Setting
from reader.model.study import StudyCard
from reader.operations.pool import STUDY_LIMIT, Pool
from reader.store.store import Store
from reader.store.studies import Text
from reader.study.batch import study_texts
from reader.study.version import VERSION

log = logging.getLogger(__name__)

#: Texts a task of a worker, and tasks under way at once.
BATCH, AHEAD = 8, 4


def study(store: Store, pool: Pool) -> Steps:
    """Study what waits for it, the newest first. Takes up where it was stopped."""
    _ask_again_after_an_update(store)
    total, done = store.pending.count("study"), 0
    under_way: dict[Future[list[StudyCard]], list[Text]] = {}
    try:
        while True:
            _fill(store, pool, under_way)
            if not under_way:
                return
            ready, _ = wait(under_way, timeout=0.25, return_when=FIRST_COMPLETED)
            for future in ready:
                texts = under_way.pop(future)
                _keep(store, pool, texts, future)
                done += len(texts)
            kinds = frozenset({StudyCard}) if ready else frozenset()
            yield Step(
                done, max(total, done), f"{done:,} of {max(total, done):,} articles studied", kinds
            )
    finally:
        for future in under_way:
            future.cancel()


def study_one(store: Store, article: Article) -> StudyCard:
    """The card of an article, made and kept here and now if it has none yet."""
    card = store.studies.card(article.id)
    if card is not None:
        return card
    (text,) = store.studies.texts([article.id])
    (card,) = study_texts([(text.text, text.published)], [text.known])
    if not store.read_only:
        with store.writing(durable=False):
            store.studies.keep(text, card)
            store.pending.done("study", [article.id])
    return store.studies.with_decisions(article.id, card)


def _ask_again_after_an_update(store: Store) -> None:
    """A new extractor studies the whole archive anew."""
    row = store.settings.one("extractor")
    now = Setting("extractor", f'"{VERSION}"')
    if row == now:
        return
    with store.writing():
        if row is not None:
            store.pending.ask_for_all("study")
    store.apply(Change("Extractor", (Edit(row, now),)))


def _fill(store: Store, pool: Pool, under_way: dict[Future[list[StudyCard]], list[Text]]) -> None:
    """Keep the workers busy with the newest texts that nobody studies yet."""
    busy = {text.article_id for texts in under_way.values() for text in texts}
    while len(under_way) < AHEAD:
        waiting = store.pending.next("study", len(busy) + BATCH)
        fresh = [article_id for article_id in waiting if article_id not in busy][:BATCH]
        if not fresh:
            return
        texts = store.studies.texts(fresh)
        busy.update(fresh)
        under_way[_ask(pool, texts)] = texts


def _ask(pool: Pool, texts: Sequence[Text]) -> "Future[list[StudyCard]]":
    asked = [(text.text, text.published) for text in texts]
    known = [text.known for text in texts]
    return pool.submit(study_texts, asked, known, seconds=STUDY_LIMIT * len(texts))


def _keep(
    store: Store, pool: Pool, texts: Sequence[Text], future: "Future[list[StudyCard]]"
) -> None:
    """Keep the cards. A batch that failed is tried text by text, so that one harms only itself."""
    try:
        cards = future.result()
    except WorkerError as error:
        if len(texts) > 1:
            for text in texts:
                _keep(store, pool, [text], _ask(pool, [text]))
            return
        log.warning("article %d could not be studied: %s", texts[0].article_id, error)
        cards = []
    with store.writing(durable=False):
        current = store.studies.still_current(texts)
        for text, card in zip(texts, cards, strict=False):
            if text.article_id in current:
                store.studies.keep(text, card)
        store.pending.done("study", sorted(current))
