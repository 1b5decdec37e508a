"""What speaks for or against a phrase as the name of what a study is about: `nominal_model` weighs it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from reader.study import exposures, treatments, vocabulary
from reader.study.nominals import Nominal, Place, Ruled, Rules, Told
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.wording import stems, stems_in

#: Words around a phrase that count, and places of it that are looked at.
_FAR, _PLACES = 5, 2
#: How many of a thing are told apart.
_WORDS, _TIMES, _HEAD_TIMES, _FIRST, _RANKS = 6, 4, 5, 6, 3
_NO_HEADLINE = ("no headline",)
#: The heights that a weight of the rules, and a share, may reach.
_WEIGHTS, _SHARES = (-1, 0, 1, 2, 3, 4, 5), (0.01, 0.5, 1.0)
#: Names that go together, as they depend on one thing.
Part = tuple[str, ...]


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
        return Counter(stems(self.article))

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
        return stems_in(self.article, sentence.start, sentence.end)

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
    def ends(self) -> list[int]:
        return [hit.end for hit in self.hits]

    @cached_property
    def ruled(self) -> Mapping[str, Mapping[tuple[int, int], Ruled]]:
        """What the rules consider at a place, the likeliest of each field."""
        return {
            field: {(row.start, row.end): row for row in sorted(rows, key=lambda r: -r.rank)}
            for field, rows in self.rules.items()
        }

    @cached_property
    def spots(self) -> frozenset[tuple[int, int]]:
        """The places of what the rules consider, whatever the field."""
        return frozenset(spot for rows in self.ruled.values() for spot in rows)

    @cached_property
    def _lines(self) -> dict[int, "Line"]:
        return {}

    def line(self, told: Told) -> "Line":
        """A sentence with what is known of its words, found once."""
        line = self._lines.get(told.place)
        if line is None:
            line = self._lines[told.place] = Line(self, told)
        return line

    @cached_property
    def best(self) -> list[tuple[str, Ruled]]:
        """What is likeliest by the rules of each field, wherever it stands."""
        return [(field, row) for field, rows in self.rules.items() for row in rows if not row.rank]


class Line:
    """A sentence as the features see it: what is known of each word, what stands beside each place."""

    __slots__ = (
        "_after", "_before", "_left", "_right", "headed", "often", "opened", "people", "told", "whose"
    )  # fmt: skip

    def __init__(self, story: Story, told: Told) -> None:
        known = exposures.people()
        self.told = told
        self.whose = f"whose={told.sentence.whose.name}"
        self.often = [story.often[name] for name in told.stems]
        self.headed = [name in story.headed for name in told.stems]
        self.opened = [name in story.opened for name in told.stems]
        self.people = [word.folded in known for word in told.words]
        self._left = [f"l:{name}" for name in told.stems]
        self._right = [f"r:{name}" for name in told.stems]
        self._before: dict[int, Part] = {}
        self._after: dict[int, Part] = {}

    def before(self, at: int) -> Part:
        """What stands before a word."""
        said = self._before.get(at)
        if said is None:
            far = self._left[max(0, at - _FAR) : max(0, at - 1)]
            said = self._before[at] = (self.whose, *_next_before(self.told, at), *far)
        return said

    def after(self, at: int) -> Part:
        """What stands behind the last word before a place."""
        said = self._after.get(at)
        if said is None:
            far = self._right[at + 1 : at + _FAR]
            said = self._after[at] = (*_next_after(self.told, at), *far)
        return said


def features(story: Story, nominal: Nominal) -> list[str]:
    """What a phrase is, where it stands, what stands around it, what is known of it."""
    first = nominal.first
    line = story.line(first.told)
    said = ["", *_form(nominal, line), *_repeated(story, nominal, line), *_known(story, first)]
    for place in nominal.places[:_PLACES]:
        line = story.line(place.told)
        said += line.before(place.first)
        said += line.after(place.last)
        if place.told.sentence.zone is Zone.HEADLINE:
            said += _headline(story, place)
    said += _by_rules(story, nominal)
    return said


def _form(nominal: Nominal, line: Line) -> Part:
    place, stems = nominal.first, nominal.stems
    people = line.people[place.first : place.last]
    named = (f"h={stems[-1]}", f"s={stems[0]}", f"n={min(len(stems), _WORDS)}")
    if people[-1]:
        return (*named, "people")
    return (*named, "of people") if True in people else named


def _repeated(story: Story, nominal: Nominal, line: Line) -> Part:
    """How often text and headline come back to it."""
    told, first, last, *_ = nominal.first
    often, length = line.often[first:last], last - first
    return (
        *_times(
            min(_TIMES, *often),
            min(often[-1], _HEAD_TIMES),
            min(len(nominal.places), _TIMES),
            min(told.place, _FIRST),
        ),
        *(_share("headed", sum(line.headed[first:last]), length) if story.headed else _NO_HEADLINE),
        *_share("opened", sum(line.opened[first:last]), length),
    )


@lru_cache(maxsize=2_000)
def _times(rare: int, head: int, times: int, place: int) -> Part:
    return f"rare={rare}", f"head={head}", f"times={times}", f"place={place}"


@lru_cache(maxsize=500)
def _share(name: str, known: int, of: int) -> Part:
    return tuple(f"{name}>{least}" for least in _SHARES if known / of >= least)


def _known(story: Story, place: Place) -> Part:
    """What lists know there: it itself, its head, a part of it, or something wider."""
    start, end = place.start, place.end
    at = bisect_left(story.ends, start + 1)
    return tuple(
        f"{hit.said}={_relation(hit, start, end)}"
        for hit in story.hits[at : at + 12]
        if hit.start < end
    )


def _relation(hit: _Hit, start: int, end: int) -> str:
    if hit.end == end and hit.start >= start:
        return "it" if hit.start == start else "head"
    return "within" if hit.start >= start and hit.end <= end else "beside"


def _next_before(told: Told, at: int) -> Part:
    """The word and the mark before a place, and whether the name of something begins there."""
    sentence = told.sentence
    start = told.words[at].start - sentence.start
    nearest = f"l1={told.stems[at - 1] if at else '$'}"
    mark = f"gl={sentence.low[start - 1 : start] if start else ''}"
    if at and sentence.text[start].isupper():
        return nearest, mark, "capital"
    return nearest, mark


def _next_after(told: Told, at: int) -> Part:
    """The word and the marks behind a place."""
    end = told.words[at - 1].end - told.sentence.start
    nearest = f"r1={told.stems[at] if at < len(told.stems) else '$'}"
    return nearest, f"gr={told.sentence.low[end : end + 2]}"


def _headline(story: Story, place: Place) -> Part:
    """Where in the headline: before its verb, behind it, at its end."""
    told, first, last = place.told, place.first, place.last
    line = told.sentence
    said = [
        "H",
        f"H at={int(4 * (place.start - line.start) / len(line.low))}",
        f"H l1={told.stems[first - 1] if first else '$'}",
        f"H r1={told.stems[last] if last < len(told.stems) else '$'}",
    ]
    if verb := story.verb:
        side = "before" if place.end <= verb[0] else "after" if place.start >= verb[1] else "over"
        said.append(f"H {side}")
        if place.end == verb[0]:
            said.append("H does")
    return tuple(said)


def _by_rules(story: Story, nominal: Nominal) -> Part:
    """What the rules of each field make of its first places."""
    spots = [place[3:] for place in nominal.places[:_PLACES]]
    start, end = spots[0]
    spots = [spot for spot in spots if spot in story.spots]
    said: list[str] = []
    for field, rows in story.ruled.items() if spots else ():
        known = [rows[spot] for spot in spots if spot in rows]
        if known:
            said += _ranked(field, known)
    said += [
        f"{field} near"
        for field, row in story.best
        if row.start < end and start < row.end and (row.start, row.end) != (start, end)
    ]
    return tuple(said)


def _ranked(field: str, known: Sequence[Ruled]) -> Iterator[str]:
    yield f"{field} ruled"
    yield f"{field} rank={min(_RANKS, *(row.rank for row in known), _RANKS)}"
    weight = max(row.weight for row in known)
    yield from (f"{field} weight>{least}" for least in _WEIGHTS if weight >= least)
