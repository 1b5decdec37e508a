"""Stories: one study in many outlets, seen by itself, split and joined by people."""

from collections.abc import Sequence
from itertools import combinations

from reader.model.article import ArticleRow
from reader.model.change import Change, Edit, Step, Steps
from reader.model.errors import ReaderError
from reader.model.story import Story, StoryDecision
from reader.model.study import StudyCard
from reader.operations.contrasting import contrasts
from reader.store.store import Store
from reader.text.folding import fold

#: Articles a transaction.
SLICE = 200
#: Articles that may be joined at once.
MOST = 50


def group(store: Store) -> Steps:
    """Group what arrived or changed and was studied since with what reports the same study."""
    total, done = store.pending.count("story"), 0
    while waiting := store.pending.ready("story", SLICE):
        texts = store.studies.texts(waiting)
        with store.writing(durable=False):
            for text in texts:
                card = store.studies.card(text.article_id)
                store.stories.keep(text.article_id, names(card) if card else (), text.text)
            store.stories.regroup(waiting)
            store.pending.done("story", waiting)
        done += len(waiting)
        kinds = frozenset({ArticleRow} if len(waiting) < SLICE else ())
        yield Step(done, max(total, done), f"{done:,} articles compared", kinds)


def names(card: StudyCard) -> tuple[str, ...]:
    """What the study of a card is known by, each with a space in it."""
    if not card.is_study.value:
        return ()
    found = [
        f"{field} {str(value.value).lower()}"
        for field in ("doi", "pmid", "nct_id")
        for value in card.values.get(field, ())
        if value.value
    ]
    journal, pages = card.one("journal"), card.one("volume_pages")
    if journal and pages and journal.value and pages.value:
        found.append(f"cited {fold(str(journal.value))} {fold(str(pages.value))}")
    return tuple(found)


def split(store: Store, article_id: int) -> Change:
    """Say that an article does not report the study of its story."""
    others = [s.article_id for s in store.stories.of(article_id) if s.article_id != article_id]
    return _decide(
        store, "Split from story", [(article_id, other) for other in others], together=False
    )


def join(store: Store, article_ids: Sequence[int]) -> Change:
    """Say that articles report one study. Raises ReaderError for fewer than two, or very many."""
    chosen = list(dict.fromkeys(article_ids))
    if len(chosen) < 2:
        raise ReaderError("Choose the articles that report one study, two or more of them.")
    if len(chosen) > MOST:
        raise ReaderError(f"Up to {MOST} articles can be joined at once.")
    return _decide(store, "Join into a story", list(combinations(chosen, 2)), together=True)


def _decide(store: Store, name: str, pairs: Sequence[tuple[int, int]], *, together: bool) -> Change:
    known = store.story_decisions.between({number for pair in pairs for number in pair})
    edits = []
    for one, other in pairs:
        pair = (min(one, other), max(one, other))
        old, new = known.get(pair), StoryDecision(*pair, together)
        if old != new:
            edits.append(Edit(old, new))
    return Change(name, tuple(edits))


def story(store: Store, article_id: int) -> Story:
    """The story that an article belongs to, empty for one alone."""
    sources = tuple(store.stories.of(article_id))
    return Story(sources, contrasts(store, sources) if sources else ())
