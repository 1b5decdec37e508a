"""What the story model learns from: whole texts with what they report, and where size and follow-up stand.

Candidates are those that `reader.study.news_sizes` and `reader.study.follow_up` weigh, so that what the network
says of one can be added to what they say.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.study import news_sizes
from reader.study.reading.article import Article
from tests.training import corpora, train_follow_up, train_news_sizes
from tests.training.leads import NO_STUDY, Lead, everyday, leads, teasers

#: Answers of the features of a design, the first of which is that nothing is told.
FLAGS: Mapping[str, tuple[Any, ...]] = {
    "randomized": (None, True, False),
    "controlled": (None, True, False),
    "blinding": (None, "open_label", "single", "double", "triple"),
}


@dataclass(frozen=True)
class Told:
    """Candidates (start, end, whether right), and whether the text states what they may be."""

    places: tuple[tuple[int, int, bool], ...]
    stated: bool


@dataclass(frozen=True)
class Row:
    """A text: what kind of text, whether it reports a study, of which design, and what else is known of it."""

    source: str
    text: str
    study: bool
    design: str | None = None
    flags: Mapping[str, Any] = field(default_factory=dict)
    told: Mapping[str, Told] = field(default_factory=dict)


def rows(shared: Path, part: str) -> Iterator[Row]:
    """The texts of a part: "train", "aside" or "unseen"; what other feeds carry only teaches."""
    yield from _articles(shared, part)
    if part != "unseen":
        yield from (_lead("lead", lead) for lead in leads(part))
        yield from (_lead("teaser", teaser) for teaser in teasers(part))
    if part == "train":
        yield from (Row("everyday", item.text, study=False) for item in everyday())


def _articles(shared: Path, part: str) -> Iterator[Row]:
    sizes = iter(train_news_sizes.articles(shared, part))
    lengths = iter(train_follow_up.articles(shared, part))
    for raw, label in corpora.articles(shared, part):
        source = "real" if str(raw["id"]).startswith("d") else "invented"
        if not label["is_study"]["value"]:
            yield Row(source, raw["text"], study=False)
            continue
        design = (label["study_type"] or {}).get("value")
        flags = {name: (label.get(name) or {}).get("value") for name in FLAGS}
        told = {"size": _sizes(next(sizes)), "follow_up": _lengths(next(lengths))}
        yield Row(source, raw["text"], True, design, flags, told)


def _lead(source: str, lead: Lead) -> Row:
    if lead.design == NO_STUDY:
        return Row(source, lead.text, study=False)
    flags: dict[str, Any] = {
        "randomized": _yes(lead, "randomized", "not_randomized"),
        "controlled": _yes(lead, "controlled", "uncontrolled"),
        "blinding": next((name for name in FLAGS["blinding"] if name in lead.flags), None),
    }
    if source == "teaser":  # in which neither sizes nor follow-ups are labelled
        return Row(source, lead.text, True, lead.design, flags)
    size = train_news_sizes.lead_story(lead, Article(lead.text))
    length = train_follow_up.lead_story(lead, Article(lead.text))
    told = {"size": _sizes(size), "follow_up": _lengths(length)}
    return Row(source, lead.text, True, lead.design, flags, told)


def _yes(lead: Lead, yes: str, no: str) -> bool | None:
    return True if yes in lead.flags else False if no in lead.flags else None


def _sizes(story: train_news_sizes.Story) -> Told:
    found = news_sizes.features(story.article, story.rules)
    places = (
        (candidate.number.start, candidate.number.end, right)
        for (candidate, _), (_, right) in zip(found, story.rows, strict=True)
    )
    return Told(tuple(places), story.stated)


def _lengths(story: train_follow_up.Story) -> Told:
    lengths = [one.duration for one in story.told]
    return Told(tuple((d.start, d.end, story.is_right(d)) for d in lengths), story.stated)
