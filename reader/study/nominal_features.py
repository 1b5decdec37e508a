"""What speaks for or against a phrase as the name of what a study is about: `nominal_model` weighs it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from reader.study import exposures, treatments, vocabulary
from reader.study.nominals import Nominal, Place, Ruled, Rules, Told
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.wording import stem

#: Words around a phrase that count, and places of it that are looked at.
_FAR, _PLACES = 5, 2
#: How many of a thing are told apart.
_WORDS, _TIMES, _FIRST, _RANKS = 6, 4, 6, 3
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
        return [stem(word.folded) for word in self.article.words_in(sentence.start, sentence.end)]

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
    def sides(self) -> dict[tuple[int, int, bool], Part]:
        """What stands before and behind the places between words, as far as asked."""
        return {}

    @cached_property
    def best(self) -> list[tuple[str, Ruled]]:
        """What is likeliest by the rules of each field, wherever it stands."""
        return [(field, row) for field, rows in self.rules.items() for row in rows if not row.rank]


def features(story: Story, nominal: Nominal) -> list[str]:
    """What a phrase is, where it stands, what stands around it, what is known of it."""
    first = nominal.first
    said = ["", *_form(nominal), *_repeated(story, nominal), *_known(story, first)]
    for place in nominal.places[:_PLACES]:
        said += _side(story, place.told, place.first, left=True)
        said += _side(story, place.told, place.last, left=False)
        if place.told.sentence.zone is Zone.HEADLINE:
            said += _headline(story, place)
    said += _by_rules(story, nominal)
    return said


def _form(nominal: Nominal) -> Part:
    words = nominal.first.told.words[nominal.first.first : nominal.first.last]
    known = exposures.people()
    named = (f"h={nominal.stems[-1]}", f"s={nominal.stems[0]}", f"n={min(len(words), _WORDS)}")
    if words[-1].folded in known:
        return (*named, "people")
    return (*named, "of people") if any(word.folded in known for word in words) else named


def _repeated(story: Story, nominal: Nominal) -> Part:
    """How often text and headline come back to it."""
    stems, often = nominal.stems, story.often
    return (
        f"rare={min(min(often[name] for name in stems), _TIMES)}",
        f"head={min(often[stems[-1]], 5)}",
        f"times={min(len(nominal.places), _TIMES)}",
        f"place={min(nominal.first.told.place, _FIRST)}",
        *(_share("headed", stems, story.headed) if story.headed else ("no headline",)),
        *_share("opened", stems, story.opened),
    )


def _share(name: str, stems: Sequence[str], known: frozenset[str]) -> Iterator[str]:
    share = sum(one in known for one in stems) / len(stems)
    return (f"{name}>{least}" for least in _SHARES if share >= least)


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


def _side(story: Story, told: Told, at: int, *, left: bool) -> Part:
    """What stands on one side of a place between words."""
    key = (told.place, at, left)
    if key not in story.sides:
        story.sides[key] = _before(told, at) if left else _behind(told, at)
    return story.sides[key]


def _before(told: Told, at: int) -> Part:
    names = told.stems[max(0, at - _FAR) : at][::-1]
    start = told.words[at].start - told.sentence.start
    nearest = f"l1={names[0] if names else '$'}"
    mark = f"gl={told.sentence.low[max(0, start - 1) : start]}"
    capital = ("capital",) if at and told.sentence.text[start].isupper() else ()
    whose = f"whose={told.sentence.whose.name}"
    return (nearest, mark, whose, *capital, *(f"l:{name}" for name in names[1:]))


def _behind(told: Told, at: int) -> Part:
    names = told.stems[at : at + _FAR]
    end = told.words[at - 1].end - told.sentence.start
    nearest = f"r1={names[0] if names else '$'}"
    return (nearest, f"gr={told.sentence.low[end : end + 2]}", *(f"r:{name}" for name in names[1:]))


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
    spots = [(place.start, place.end) for place in nominal.places[:_PLACES]]
    said: list[str] = []
    for field, rows in story.ruled.items():
        known = [rows[spot] for spot in spots if spot in rows]
        if known:
            said += _ranked(field, known)
    start, end = spots[0]
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
