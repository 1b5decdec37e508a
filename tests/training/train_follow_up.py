"""Write `resources/models/follow_up.json`: which length of time of a news text is the follow-up.

    python -m tests.training.train_follow_up [--shared FOLDER] [--check]

A logistic regression over the features of `reader.study.follow_up_model`, on the labelled news and leads
that are not set aside, studies without a follow-up among them. It prints F1 of the rules alone and of the
two together; texts that were learnt from are judged by a fold that has not. Needs scikit-learn.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from reader.study import follow_up, follow_up_model
from reader.study.follow_up_model import Told
from reader.study.reading.article import Article
from reader.study.reading.durations import Duration
from tests.study import test_told_follow_up
from tests.training import corpora, linear
from tests.training.leads import NO_STUDY, Lead, leads

#: Inverse strength of the penalty, and the weights that are kept.
STRENGTH, KEPT = 1.0, linear.Kept(0.02, 2)


@dataclass(frozen=True)
class Story:
    """A text that reports a study, and which lengths of time are its follow-up; `stated` if one is."""

    source: str
    article: Article
    is_right: Callable[[Duration], bool]
    stated: bool

    @cached_property
    def told(self) -> list[Told]:
        return follow_up.told_lengths(self.article)

    @cached_property
    def rows(self) -> list[tuple[follow_up_model.Features, bool]]:
        found = follow_up_model.features(self.article, self.told)
        return [
            (said, self.is_right(one.duration)) for said, one in zip(found, self.told, strict=True)
        ]

    def said(self, by: Mapping[str, float] | None) -> Duration | None:
        """The follow-up by the rules, or by rules and model."""
        if not self.told:
            return None
        best, sure = max(self.told, key=lambda one: one.weight), 0.0
        if by:
            best, sure = follow_up.by_model(self.article, self.told, by)
        return best.duration if best.weight >= 1 or sure else None


def stories(shared: Path, part: str) -> list[Story]:
    """The texts of a part: "train", "aside" or "unseen"."""
    told = [*articles(shared, part), *(() if part == "unseen" else _leads(part))]
    return [*told, *_short()] if part == "train" else told


def articles(shared: Path, part: str) -> Iterator[Story]:
    """The articles of a part that report a study, in their order."""
    for raw, label in corpora.articles(shared, part):
        if label["is_study"]["value"]:
            said, article = label["follow_up"], Article(raw["text"])
            source = "real" if str(raw["id"]).startswith("d") else "invented"
            yield Story(source, article, _labelled(article, said), bool(said))


def _labelled(article: Article, said: Mapping[str, Any] | None) -> Callable[[Duration], bool]:
    """A length is right whose words stand in what is labelled."""
    labelled = _squeezed(str(said["value"])) if said else ""

    def is_right(duration: Duration) -> bool:
        printed = _squeezed(article.text[duration.start : duration.end])
        return bool(labelled) and (printed in labelled or labelled in printed)

    return is_right


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _leads(part: str) -> Iterator[Story]:
    for lead in leads(part):
        if lead.design != NO_STUDY:
            yield lead_story(lead, Article(lead.text))


def lead_story(lead: Lead, article: Article) -> Story:
    """A short item that reports a study; what its marks touch is right."""
    marks = lead.of("f")

    def is_right(duration: Duration) -> bool:
        return any(m.start < duration.end and duration.start < m.end for m in marks)

    return Story("lead", article, is_right, bool(marks))


def _short() -> Iterator[Story]:
    """The short texts of the tests, for lengths of time that are none are rare elsewhere."""
    for said, years in test_told_follow_up.TOLD:

        def is_right(duration: Duration, years: float | None = years) -> bool:
            return years is not None and abs(duration.high - years) < _LIKE * years

        article = Article(test_told_follow_up.LEAD + said)
        yield Story("short", article, is_right, years is not None)


#: The share by which the years told of a short text may differ from those read.
_LIKE = 0.1


def fitted(learnt: Sequence[Story]) -> dict[str, float]:
    return linear.fitted_rows(learnt, STRENGTH, KEPT)


def figures(judged: Sequence[tuple[Story, Mapping[str, float]]]) -> str:
    return linear.f1_by_source(judged, _outcome)


def _outcome(story: Story, by: Mapping[str, float] | None) -> tuple[bool, bool]:
    length = story.said(by)
    return length is not None, length is not None and story.is_right(length)


if __name__ == "__main__":
    linear.Script(__doc__ or "", "follow_up", stories, fitted, figures).run()
