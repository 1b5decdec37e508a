"""Filling the study cards of articles that wait for one."""

import logging
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from functools import partial

from reader.model.article import Article
from reader.model.change import Change, Edit, Step, Steps
from reader.model.errors import WorkerError
from reader.model.study import StudyCard
from reader.operations.awaiting import (
    by_rules,
    classifier,
    extractor,
    is_left_to_rules,
    second_reader,
)
from reader.operations.pool import STUDY_LIMIT, Pool
from reader.store.store import Store
from reader.store.studies import Text
from reader.study.batch import study_texts
from reader.study.phrases import second
from reader.study.version import VERSION

log = logging.getLogger(__name__)

#: Seconds that reading one text of usual length closely may take.
CLOSE_LIMIT = 60.0
#: Characters of a text for which that is enough; each as many more have as much time again, as far as
#: a text is read.
LONG, LONGEST = 50_000, 200_000
#: How many articles a new classifier reads of those that are in the archive already: some ten minutes.
NEWEST = 2_000
#: Articles whose facts are told anew in one transaction.
FACTS = 20


@dataclass(frozen=True, slots=True)
class Reading:
    """A way of reading: the work that articles wait for, what is said of it, and how much of it a
    worker is given at once: texts a task, tasks under way, seconds a text of usual length."""

    work: str
    told: str
    batch: int
    ahead: int
    seconds: float

    @property
    def closely(self) -> bool:
        return self.work == "closely"

    def limit(self, texts: Sequence[Text]) -> float:
        """Seconds that reading these texts may take: a long one has more."""
        times = (1 + min(len(text.text), LONGEST) // LONG for text in texts)
        return self.seconds * sum(times)


BY_RULES = Reading("study", "{done:,} of {total:,} articles studied", 8, 4, STUDY_LIMIT)
CLOSELY = Reading("closely", "{done:,} of {total:,} articles read closely", 4, 1, CLOSE_LIMIT)


def study(store: Store, pool: Pool, first: list[int] | None = None) -> Steps:
    """Study what waits for it, the newest first. Takes up where it was stopped.

    Those of `first` that wait come before all others; it may grow meanwhile.
    """
    _ask_again_after_an_update(store)
    _leave_to_rules(store)
    yield from _tell_facts_anew(store)
    yield from _read(store, pool, BY_RULES, [] if first is None else first)


def study_closely(store: Store, pool: Pool, first: list[int] | None = None) -> Steps:
    """Let the token classifier read what the rules have read, where it is installed and wanted.

    The articles of `first` come before all that wait; it may grow meanwhile.
    """
    name = second_reader(store)
    if name is None:
        return
    _ask_for_the_newest(store, name)
    yield from _read(store, pool, CLOSELY, [] if first is None else first)


def lacks_close_reading(store: Store, article_id: int) -> bool:
    """Whether the token classifier, installed and wanted, has not read an article it could read."""
    name, card = second_reader(store), store.studies.extracted(article_id)
    if name is None or card is None or card.is_study.value is None:
        return False
    return not card.extractor.endswith(f"+{name}") or store.pending.has("closely", article_id)


def _read(store: Store, pool: Pool, reading: Reading, first: list[int]) -> Steps:
    total, done = store.pending.count(reading.work), 0
    under_way: dict[Future[list[StudyCard]], list[Text]] = {}
    try:
        while True:
            _fill(store, pool, reading, under_way, first)
            if not under_way:
                return
            ready, _ = wait(under_way, timeout=0.25, return_when=FIRST_COMPLETED)
            for future in ready:
                texts = under_way.pop(future)
                _keep(store, pool, reading, texts, future)
                done += len(texts)
            kinds = frozenset({StudyCard}) if ready else frozenset()
            total = max(total, done)
            yield Step(done, total, reading.told.format(done=done, total=total), kinds)
    finally:
        for future in under_way:
            future.cancel()


def _tell_facts_anew(store: Store) -> Steps:
    """Facts that a step of the archive could not make: lists show them as the cards say them now."""
    total = store.pending.count("facts")
    while waiting := store.pending.next("facts", FACTS):
        with store.writing(durable=False):
            store.studies.renew_facts(waiting)
            store.pending.done("facts", waiting)
        done = total - store.pending.count("facts")
        yield Step(done, total, "", frozenset({StudyCard}))


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
            _ask_for_a_second_look(store, [article.id])
    return store.studies.with_decisions(article.id, card)


def _ask_again_after_an_update(store: Store) -> None:
    """A new extractor studies the whole archive anew; what was read closely, closely at once, as the
    rules alone would take values away until it is."""
    row = store.settings.one("extractor")
    now = extractor()
    if row == now:
        return
    with store.writing():
        if row is not None:
            store.pending.ask_for_new_cards(closely=second_reader(store) is not None)
    store.apply(Change("Extractor", (Edit(row, now),)))


def _leave_to_rules(store: Store) -> None:
    """What waits to be read closely since an update, once that is switched off or not installed any
    more, is read by the rules: else its values would be an older extractor's for ever."""
    if not is_left_to_rules(store):
        return
    row, now = store.settings.one("by_rules"), by_rules()
    with store.writing():
        store.pending.ask_for_rules(VERSION)
    store.apply(Change("Rules", (Edit(row, now),)))


def _ask_for_the_newest(store: Store, name: str) -> None:
    """A classifier that was not there before reads the newest of the archive."""
    row = store.settings.one("classifier")
    now = classifier(name)
    if row == now:
        return
    with store.writing():
        store.pending.ask_for_newest("closely", NEWEST)
    store.apply(Change("Classifier", (Edit(row, now),)))


def _fill(
    store: Store,
    pool: Pool,
    reading: Reading,
    under_way: dict[Future[list[StudyCard]], list[Text]],
    first: list[int],
) -> None:
    """Keep the workers busy: with what somebody waits for, one text a task, then with the newest.
    Who switches the second reader off meanwhile wants no more of it."""
    if reading.closely and second_reader(store) is None:
        return
    busy = {text.article_id for texts in under_way.values() for text in texts}
    while len(under_way) < reading.ahead:
        waiting = store.pending.next(reading.work, len(busy) + reading.batch)
        fresh = [article_id for article_id in waiting if article_id not in busy][: reading.batch]
        fresh = _wanted_now(store, reading, first, busy) or fresh
        if not fresh:
            return
        texts = store.studies.texts(fresh)
        busy.update(fresh)
        if texts:
            under_way[_ask(pool, reading, texts)] = texts


def _wanted_now(store: Store, reading: Reading, first: list[int], busy: set[int]) -> list[int]:
    """The article that somebody waits for, if no worker has it yet."""
    while first:
        article_id = first.pop()
        asked = reading.closely or store.pending.has(reading.work, article_id)
        asked = asked or store.studies.is_damaged(article_id)
        if asked and article_id not in busy:
            return [article_id]
    return []


def _ask(pool: Pool, reading: Reading, texts: Sequence[Text]) -> "Future[list[StudyCard]]":
    asked = [(text.text, text.published) for text in texts]
    known = [text.known for text in texts]
    work = partial(study_texts, closely=True) if reading.closely else study_texts
    return pool.submit(work, asked, known, seconds=reading.limit(texts))


def _keep(
    store: Store,
    pool: Pool,
    reading: Reading,
    texts: Sequence[Text],
    future: "Future[list[StudyCard]]",
) -> None:
    """Keep the cards. A batch that failed is tried text by text, so that one harms only itself."""
    try:
        cards = future.result()
    except WorkerError as error:
        if len(texts) > 1:
            for text in texts:
                _keep(store, pool, reading, [text], _ask(pool, reading, [text]))
            return
        log.warning("article %d could not be studied: %s", texts[0].article_id, error)
        cards = _by_rules(pool, texts) if reading.closely else []
    with store.writing(durable=False):
        current = store.studies.still_current(texts)
        for text, card in zip(texts, cards, strict=False):
            if text.article_id in current:
                store.studies.keep(text, card)
        store.pending.done(reading.work, sorted(current))
        if not reading.closely:
            _ask_for_a_second_look(store, sorted(current))


def _by_rules(pool: Pool, texts: Sequence[Text]) -> list[StudyCard]:
    """What the rules say of texts that cannot be read closely: the card there is may be an older
    extractor's."""
    try:
        return _ask(pool, BY_RULES, texts).result()
    except WorkerError:
        return []


def _ask_for_a_second_look(store: Store, article_ids: Sequence[int]) -> None:
    if second.name() is not None:
        store.pending.ask("closely", article_ids)
