"""Numbers of people that are no size of a study."""

import pytest

from reader.study import sample_size
from reader.study.reading.article import Article

LEAD = """Walking eases stiff knees, study finds

People with stiff knees who walk more have less pain, a study by Ada Fernhill and colleagues suggests. They report it in Joint Letters.

In one town, pensioners walked every day. """


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (100_000, "Stiff knees were seen in 984 per 100,000 live births of the town."),
        (1_000, "In every 1,000 women who took part, nine had a new knee."),
        (400_000, "Stiff knees affect more than 400,000 adults in the town."),
        (98, "In all, 98 people left the study before the year was out."),
        (14, "Fourteen participants went on to have an operation."),
        (3, "Three patients in the walking group and five in the other group needed a stick."),
        (300, "A trial among 300 recruits some years ago suggested that boots matter."),
        (138, "Last summer, a trial in 138 people showed that bands did nothing."),
    ],
)
def test_is_no_size(number: int, sentence: str) -> None:
    counts = sample_size.by_rules(Article(LEAD + sentence))
    assert all(w.weight < sample_size.ENOUGH for w in counts if w.count.value == number)


def test_participants_number_what_they_are() -> None:
    article = Article(LEAD + "The participants numbered 161 in May.")
    told = {w.count.value: w.weight for w in sample_size.by_rules(article)}
    assert told[161] > sample_size.ENOUGH
