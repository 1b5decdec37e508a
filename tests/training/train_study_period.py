"""Write `resources/models/study_period.json`: when the data of a news text's study were gathered.

    python -m tests.training.train_study_period [--shared FOLDER] [--check]

A logistic regression that chooses one of the dates of a text, or none, over the features of
`reader.study.period_model`, on the labelled news that is not set aside. It prints F1 of the rules alone and of
the two together; texts that were learnt from are judged by a fold that has not. Needs scikit-learn and scipy.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from reader.study import period_model, study_period
from reader.study.period_model import Period
from reader.study.reading.article import Article
from tests.study import test_told_places
from tests.study.test_design import story
from tests.training import corpora, linear, ranking

#: Inverse strength of the penalty, and the weights that are kept.
STRENGTH, KEPT = 0.3, linear.Kept(0.02, 2)


@dataclass(frozen=True)
class Story:
    """A text that reports a study; `ends` are the labelled first and last date, None where not told."""

    source: str
    article: Article
    ends: frozenset[tuple[str | None, str | None]]

    @property
    def stated(self) -> bool:
        return any(first or last for first, last in self.ends)

    @cached_property
    def told(self) -> list[Period]:
        return study_period.told_periods(self.article)

    @cached_property
    def rows(self) -> list[tuple[period_model.Features, bool]]:
        found = period_model.features(self.article, self.told)
        return [(said, self.is_right(one)) for said, one in zip(found, self.told, strict=True)]

    def is_right(self, one: Period) -> bool:
        """Whether its first date is, or the last where no first one is labelled."""
        first, last = one.first.iso, (one.last or one.first).iso
        return any(
            _alike(first, begun) if begun else bool(ended) and _alike(last, ended)
            for begun, ended in self.ends
        )

    def said(self, by: Mapping[str, float] | None) -> Period | None:
        """The period by the rules (weights that know nothing), or by rules and model."""
        return study_period.chosen(self.article, self.told, by or {"": -9.0})[0]


def _alike(one: str, other: str | None) -> bool:
    """Whether two dates are the same as far as both are told."""
    return bool(one and other) and (one.startswith(str(other)) or str(other).startswith(one))


def stories(shared: Path, part: str) -> list[Story]:
    """The articles of a part that report a study: "train" (with the tests' short texts), "aside" or "unseen"."""
    told = [*_articles(shared, part)]
    return [*told, *_short()] if part == "train" else told


def _articles(shared: Path, part: str) -> Iterator[Story]:
    for article, label in corpora.articles(shared, part):
        if label["is_study"]["value"]:
            source = "real" if str(article["id"]).startswith("d") else "invented"
            yield Story(source, Article(article["text"]), _ends(label["study_period"]))


def _short() -> Iterator[Story]:
    """The short texts of the tests, for times of the world at large are rare elsewhere."""
    for first, last, said in test_told_places.PERIODS:
        yield Story("short", story(said), frozenset({(first, last)}))
    for said in test_told_places.NO_PERIODS:
        yield Story("short", story(said), frozenset())


def _ends(label: Mapping[str, Any] | None) -> frozenset[tuple[str | None, str | None]]:
    told = (label, *label.get("accept", ())) if label else ()
    return frozenset((one.get("from"), one.get("to")) for one in told if one)


def fitted(learnt: Sequence[Story]) -> dict[str, float]:
    return ranking.fitted(learnt, STRENGTH, KEPT)


def figures(judged: Sequence[tuple[Story, Mapping[str, float]]]) -> str:
    return linear.f1_by_source(judged, _outcome)


def _outcome(story: Story, by: Mapping[str, float] | None) -> tuple[bool, bool]:
    one = story.said(by)
    return one is not None, one is not None and story.is_right(one)


if __name__ == "__main__":
    linear.Script(__doc__ or "", "study_period", stories, fitted, figures).run()
