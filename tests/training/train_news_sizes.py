"""Write `resources/models/news_sizes.json`: which number of a news text is the size of its study.

    python -m tests.training.train_news_sizes [--shared FOLDER] [--check]

A logistic regression over the features of `reader.study.news_sizes`, on the labelled news and leads that are
not set aside, studies without a size among them. It prints F1 of the rules alone and of the two together;
texts that were learnt from are judged by a fold that has not. Needs scikit-learn and scipy.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reader.study import groups, news_sizes, sample_size
from reader.study.abstract_sizes import Weighed, bare
from reader.study.counts import Count
from reader.study.reading.article import Article
from reader.study.size_model import Candidate
from tests.study import test_apart, test_sample_size, test_told_sizes
from tests.training import corpora, linear, ranking
from tests.training.leads import NO_STUDY, Lead, Mark, leads

#: Inverse strength of the penalty, and the weights that are kept.
STRENGTH, KEPT = 0.3, linear.Kept(0.02, 2)


@dataclass(frozen=True)
class Story:
    """A text that reports a study; several sizes may be right, or none is told."""

    source: str
    article: Article
    sizes: frozenset[int]

    @property
    def stated(self) -> bool:
        return bool(self.sizes)

    @cached_property
    def rules(self) -> list[Weighed]:
        return sample_size.by_rules(self.article)

    @cached_property
    def rows(self) -> list[tuple[news_sizes.Features, bool]]:
        found = news_sizes.features(self.article, self.rules)
        counts = {row.count.number.start: row.count for row in self.rules}
        return [(said, self._is_right(counts, candidate)) for candidate, said in found]

    def _is_right(self, counts: Mapping[int, Count], candidate: Candidate) -> bool:
        """Whether a number is the size, or that of a group with which others make it up."""
        if candidate.value in self.sizes:
            return True
        count = counts.get(candidate.number.start) or bare(candidate)
        near = [other for other in counts.values() if other.sentence is count.sentence]
        told = groups.groups(self.article, count, near)
        return len(told) > 1 and sum(group.value for group in told) in self.sizes

    def said(self, by: Mapping[str, float] | None) -> int | None:
        """The size by the rules, or by rules and model."""
        weighed = news_sizes.in_news(self.article, self.rules, by) if by else self.rules
        ranked = sorted(weighed, key=lambda w: (-w.weight, w.count.start))
        size = sample_size.sample_size(self.article, ranked)
        return None if size is None else int(size.value or 0)


def stories(shared: Path, part: str) -> list[Story]:
    """The texts of a part: "train", "aside" or "unseen"."""
    told = [*articles(shared, part), *(() if part == "unseen" else _leads(part))]
    return [*told, *_short()] if part == "train" else told


def articles(shared: Path, part: str) -> Iterator[Story]:
    """The articles of a part that report a study, in their order."""
    for article, label in corpora.articles(shared, part):
        if label["is_study"]["value"]:
            size = label["sample_size"] or {}
            source = "real" if str(article["id"]).startswith("d") else "invented"
            sizes = {n for n in (size.get("value"), *size.get("accept", ())) if n}
            yield Story(source, Article(article["text"]), frozenset(sizes))


def _leads(part: str) -> Iterator[Story]:
    for lead in leads(part):
        if lead.design != NO_STUDY:
            yield lead_story(lead, Article(lead.text))


def lead_story(lead: Lead, article: Article) -> Story:
    """A short item that reports a study; its size is the sum of its groups, where only they are told."""
    sizes = {_number(article, mark) for mark in lead.of("n")}
    if arms := [] if sizes else [_number(article, mark) for mark in lead.of("a")]:
        sizes = {sum(arms)}
    return Story("lead", article, frozenset(sizes))


def _number(article: Article, mark: Mark) -> int:
    """The first number of a mark; one whose age alone is told is one."""
    inside = (n for n in article.numbers if n.whole and mark.start <= n.start < mark.end)
    first = next(inside, None)
    alone = first is None or article.text.startswith("-year", first.end)
    return 1 if alone or first is None else int(first.value)


def _short() -> Iterator[Story]:
    """The short texts of the tests, for numbers that are no size are rare elsewhere."""
    read, told = test_sample_size, test_told_sizes
    for said, size in read.COUNTED:
        yield Story("short", Article(read.LEAD.format(said)), frozenset({size}))
    for said in read.PASSED_OVER:
        yield Story("short", Article(read.LEAD.format(said)), frozenset())
    for said, size in told.TOLD:
        yield Story("short", Article(told.LEAD + said + told.END), frozenset({size}))
    for said in test_apart.OF_OTHERS:
        yield Story("short", Article(test_apart.LEAD + said), frozenset({212}))


def fitted(learnt: Sequence[Story]) -> dict[str, float]:
    return ranking.fitted(learnt, STRENGTH, KEPT)


def figures(judged: Sequence[tuple[Story, Mapping[str, float]]]) -> str:
    return linear.f1_by_source(judged, _outcome)


def _outcome(story: Story, by: Mapping[str, float] | None) -> tuple[bool, bool]:
    size = story.said(by)
    return size is not None, size in story.sizes


if __name__ == "__main__":
    linear.Script(__doc__ or "", "news_sizes", stories, fitted, figures).run()
