"""One study in many outlets is one story; what people decide about it stays."""

import random

import pytest

from reader.model.errors import ReaderError
from reader.model.feed import Feed
from reader.operations.grouping import group, join, split, story
from reader.store.store import Store
from reader.text.sketches import bands, likeness, sketch
from tests.cards import study, value
from tests.conftest import arrive, entry

WORDS = [
    f"{a}{b}" for a in ("ba", "ko", "lu", "mi", "ne", "so") for b in ("dar", "fin", "got", "lam")
]


def prose(seed: int, length: int = 120) -> str:
    """Words of a text that no other seed gives."""
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.choice(WORDS)}" for _ in range(length))


def sources(store: Store, article_id: int) -> list[int]:
    return [source.article_id for source in store.stories.of(article_id)]


def tell(store: Store, feed: Feed, *texts: str) -> list[int]:
    """Articles arrive, are studied without a finding, and are compared; ids in their order."""
    first = store.articles.total() + 1
    entries = [entry(first + n, html=f"<p>{text}</p>") for n, text in enumerate(texts)]
    found = sorted(arrive(store, feed, *entries))[-len(texts) :]
    for article_id in found:
        study(store, article_id)
    list(group(store))
    return found


def test_nearly_the_same_text_is_one_story(store: Store, feed: Feed) -> None:
    text = prose(1)
    first, copy, edited, other = tell(
        store, feed, text, text, f"Another start. {text[:-60]} and 401 people", prose(2)
    )
    assert sources(store, first) == [first, copy, edited]
    assert sources(store, other) == []
    assert store.articles.rows([first])[first].sources == 3
    assert store.articles.rows([other])[other].sources == 1


def test_a_changed_number_changes_nothing(store: Store) -> None:
    text = prose(3)
    one, two = sketch(f"{text} 410 people {text}"), sketch(f"{text} 401 people {text}")
    assert likeness(one, two) == 1
    assert set(bands(one)) == set(bands(two))
    assert sketch("Too short to say.") == b""
    assert likeness(sketch(text), sketch(prose(4))) < 0.1


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ({"doi": "10.5555/x"}, {"doi": "10.5555/X"}, True),
        ({"doi": "10.5555/x"}, {"doi": "10.5555/y"}, False),
        ({"nct_id": "NCT01234567"}, {"nct_id": "NCT01234567"}, True),
        ({"pmid": "123"}, {"pmid": "123"}, True),
        ({"journal": "Annals", "volume_pages": "3:1"}, {"journal": "annals", "volume_pages": "3:1"}, True),
        ({"journal": "Annals"}, {"journal": "Annals"}, False),
        ({"doi": "123"}, {"pmid": "123"}, False),
    ],
)  # fmt: skip
def test_the_names_of_a_study_bind(
    store: Store, feed: Feed, one: dict[str, str], other: dict[str, str], together: bool
) -> None:
    ids = arrive(store, feed, entry(1, html=prose(1)), entry(2, html=prose(2)))
    study(store, ids[0], **one)
    study(store, ids[1], **other)
    list(group(store))
    assert (sources(store, ids[0]) == sorted(ids)) is together


def test_what_people_decide_stays_when_more_arrives(store: Store, feed: Feed) -> None:
    text = prose(5)
    first, second = tell(store, feed, text, text)
    change = split(store, second)
    store.apply(change)
    assert sources(store, first) == sources(store, second) == []
    (third,) = tell(store, feed, text)
    assert sources(store, first) == [first, third]
    assert sources(store, second) == []
    store.apply(change.reversed())
    assert sources(store, second) == [first, second, third]


def test_articles_can_be_joined_and_parted_again(store: Store, feed: Feed) -> None:
    first, second, third = tell(store, feed, prose(6), prose(7), prose(8))
    change = join(store, [third, first])
    store.apply(change)
    assert sources(store, third) == [first, third]
    store.apply(split(store, first))
    assert sources(store, third) == []
    store.apply(join(store, [first, second, third]))
    assert sources(store, second) == [first, second, third]
    with pytest.raises(ReaderError, match="two or more"):
        join(store, [first])


def test_a_changed_text_leaves_its_story(store: Store, feed: Feed) -> None:
    text = prose(9)
    first, second = tell(store, feed, text, text)
    arrive(store, feed, entry(second, html=f"<p>{prose(10)}</p>"))
    study(store, second)
    list(group(store))
    assert sources(store, first) == sources(store, second) == []


def test_sources_that_disagree_are_told_apart(store: Store, feed: Feed) -> None:
    ids = sorted(arrive(store, feed, *(entry(n, html=f"<p>{prose(11)}</p>") for n in (1, 2, 3))))
    for article_id, n in zip(ids, (410, 401, 410), strict=True):
        study(store, article_id, sample_size=n, study_type="cohort",
              follow_up=value("a year", min_years=1, max_years=1))  # fmt: skip
    list(group(store))
    (found,) = story(store, ids[0]).disagreements
    assert found.label == "Participants"
    whose = [(words, [s.article_id for s in sources]) for words, sources in found.values]
    assert whose == [("410", [ids[0], ids[2]]), ("401", [ids[1]])]
    assert story(store, ids[1]).disagreements == (found,)


def test_what_one_source_alone_states_is_no_disagreement(store: Store, feed: Feed) -> None:
    ids = sorted(arrive(store, feed, *(entry(n, html=f"<p>{prose(12)}</p>") for n in (1, 2))))
    study(store, ids[0], phase="2", journal="The Annals")
    study(store, ids[1], journal="the annals")
    list(group(store))
    found = story(store, ids[0])
    assert found.disagreements == ()
    rows = {row.field: row for row in found.contrasts}
    assert [s.article_id for s in rows["phase"].silent] == [ids[1]]
    assert [(words, len(sources)) for words, sources in rows["journal"].values] == [
        ("The Annals", 2)
    ]
