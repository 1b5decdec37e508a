"""What speaks for or against a phrase as the name of what a study is about: `nominal_model` weighs it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log2
from typing import NamedTuple

from reader.study import exposures, treatments, vocabulary
from reader.study.nominals import Nominal, Place, Ruled, Rules
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.wording import stem

#: Words around a phrase that count, and places of it that are looked at.
_FAR, _PLACES = 5, 2
#: How many of a thing are told apart.
_WORDS, _TIMES, _FIRST, _RANKS = 6, 4, 6, 3
Features = dict[str, float]


class _Hit(NamedTuple):
    """What a list knows at [start, end)."""

    start: int
    end: int
    said: str


@dataclass(frozen=True)
class Story:
    """An article as the features see it."""

    article: Article
    rules: Rules

    @cached_property
    def often(self) -> Counter[str]:
        return Counter(stem(word.folded) for word in self.article.words)

    @cached_property
    def headed(self) -> frozenset[str]:
        """The stems of the headline."""
        line = self.article.headline
        return frozenset(self._stems(line)) if line else frozenset()

    @cached_property
    def opened(self) -> frozenset[str]:
        """The stems of the first two sentences on this study, the headline among them."""
        return frozenset(name for s in self.article.own[:2] for name in self._stems(s))

    def _stems(self, sentence: Sentence) -> list[str]:
        return [
            stem(word.folded) for word in self.article.words_in(sentence.start, sentence.end)
        ]

    @cached_property
    def verb(self) -> tuple[int, int] | None:
        """Where the headline says what something does to something."""
        line = self.article.headline
        found = treatments.CAUSES.search(line.low, 3) if line else None
        return (line.start + found.start(), line.start + found.end()) if line and found else None

    @cached_property
    def hits(self) -> list[_Hit]:
        """What lists know, by where it ends."""
        names = (("con", vocabulary.names("conditions")), ("dis", vocabulary.descriptors("mesh_diseases")),
                 ("out", vocabulary.names("outcomes")), ("ins", vocabulary.names("instruments")))  # fmt: skip
        kinds = (("kind", vocabulary.kinds("interventions")), ("tr", vocabulary.descriptors("mesh_treatments", kinds=True)))  # fmt: skip
        rows = [
            _Hit(f.start, f.end, name + "*" * f.entry.starred)
            for name, terms in names
            for f in self.article.found(terms)
        ]
        rows += [
            _Hit(f.start, f.end, f"{name}-{f.entry.kind}")
            for name, terms in kinds
            for f in self.article.found(terms)
        ]
        return sorted(rows, key=lambda hit: hit.end)

    @cached_property
    def ruled(self) -> Mapping[str, Mapping[tuple[int, int], Ruled]]:
        """What the rules consider at a place, the likeliest of each field."""
        return {
            field: {(row.start, row.end): row for row in sorted(rows, key=lambda r: -r.rank)}
            for field, rows in self.rules.items()
        }

    @cached_property
    def best(self) -> list[tuple[str, Ruled]]:
        """What is likeliest by the rules of each field, wherever it stands."""
        return [(field, row) for field, rows in self.rules.items() for row in rows if not row.rank]


def features(story: Story, nominal: Nominal) -> Features:
    """The features of a phrase; what it is, where it stands, what stands around it, what is known of it."""
    said = dict.fromkeys(("", *_form(nominal)), 1.0)
    said |= _repeated(story, nominal)
    said |= dict.fromkeys(_known(story, nominal.first), 1.0)
    for place in nominal.places[:_PLACES]:
        said |= dict.fromkeys(_around(place), 1.0)
        if place.told.sentence.zone is Zone.HEADLINE:
            said |= _headline(story, place)
        said |= _by_rules(story, place, said)
    return said


def _form(nominal: Nominal) -> Iterator[str]:
    words = nominal.first.told.words[nominal.first.first : nominal.first.last]
    yield f"h={nominal.stems[-1]}"
    yield f"s={nominal.stems[0]}"
    yield f"n={min(len(words), _WORDS)}"
    people = [word.folded in exposures.people() for word in words]
    if people[-1]:
        yield "people"
    elif any(people):
        yield "of people"


def _repeated(story: Story, nominal: Nominal) -> Features:
    """How often text and headline come back to it."""
    stems, count = nominal.stems, len(nominal.stems)
    rare = min(story.often[name] for name in stems)
    said = {f"rare={min(rare, _TIMES)}": 1.0, f"head={min(story.often[stems[-1]], 5)}": 1.0}
    said["headed"] = sum(name in story.headed for name in stems) / count if story.headed else 0.5
    said["opened"] = sum(name in story.opened for name in stems) / count
    said[f"times={min(len(nominal.places), _TIMES)}"] = 1.0
    said["often"] = log2(len(nominal.places))
    said[f"place={min(nominal.first.told.place, _FIRST)}"] = 1.0
    if not story.headed:
        said["no headline"] = 1.0
    return said


def _known(story: Story, place: Place) -> Iterator[str]:
    """What lists know there: it itself, its head, a part of it, or something wider."""
    at = bisect_left(story.hits, place.start + 1, key=lambda hit: hit.end)
    for hit in story.hits[at : at + 12]:
        if hit.start < place.end:
            yield f"{hit.said}={_relation(hit, place)}"


def _relation(hit: _Hit, place: Place) -> str:
    if hit.end == place.end and hit.start >= place.start:
        return "it" if hit.start == place.start else "head"
    return "within" if hit.start >= place.start and hit.end <= place.end else "beside"


def _around(place: Place) -> Iterator[str]:
    told, first, last = place
    left, right = told.stems[max(0, first - _FAR) : first][::-1], told.stems[last : last + _FAR]
    yield f"l1={left[0] if left else '$'}"
    yield f"r1={right[0] if right else '$'}"
    yield from (f"l:{name}" for name in left[1:])
    yield from (f"r:{name}" for name in right[1:])
    start, low = told.sentence.start, told.sentence.low
    yield f"gl={low[max(0, place.start - start - 1) : place.start - start]}"
    yield f"gr={low[place.end - start : place.end - start + 2]}"
    if first and told.sentence.text[place.start - start].isupper():
        yield "capital"
    yield f"whose={told.sentence.whose.name}"


def _headline(story: Story, place: Place) -> Features:
    """Where in the headline: before its verb, behind it, at its end."""
    told, first, last = place
    line = told.sentence
    said = {"H": 1.0, "H at": (place.start - line.start) / len(line.low)}
    said[f"H l1={told.stems[first - 1] if first else '$'}"] = 1.0
    said[f"H r1={told.stems[last] if last < len(told.stems) else '$'}"] = 1.0
    if verb := story.verb:
        side = "before" if place.end <= verb[0] else "after" if place.start >= verb[1] else "over"
        said[f"H {side}"] = 1.0
        if place.end == verb[0]:
            said["H does"] = 1.0
    return said


def _by_rules(story: Story, place: Place, said: Features) -> Features:
    """What the rules of each field make of the place."""
    spot = (place.start, place.end)
    new: Features = {}
    for field, rows in story.ruled.items():
        if row := rows.get(spot):
            new[f"{field} rank={min(row.rank, _RANKS)}"] = 1.0
            new[f"{field} ruled"] = 1.0
            weight = max(-2.0, min(6.0, row.weight)) / 3
            new[f"{field} weight"] = max(said.get(f"{field} weight", weight), weight)
    for field, row in story.best:
        if row.start < place.end and place.start < row.end and spot != (row.start, row.end):
            new[f"{field} near"] = 1.0
    return new
