"""The parsed article: what every extractor works on, made in one pass over the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from reader.study.reading import coming_back, gathering, whose
from reader.study.reading.abbreviations import Abbreviation, find_abbreviations
from reader.study.reading.blocks import Block, Zone, find_blocks
from reader.study.reading.dates import Date, find_dates, find_years
from reader.study.reading.durations import Duration, find_durations
from reader.study.reading.numbers import Number, find_numbers
from reader.study.reading.opinion import Opinion
from reader.study.reading.sections import Section, heading_at
from reader.study.reading.sentences import split
from reader.study.reading.whose import Whose
from reader.study.vocabulary import Folds, Found, Terms, Word, words
from reader.text import sieve as re

_SMALL = re.compile(r"[a-zà-ÿ]{3,}")
_IN_A_WORD = re.compile(r"[\w’'-]")
#: The sentences that say whether the study is a review.
_LEAD = 4
_TOLD = frozenset({Zone.HEADLINE, Zone.HEADING, Zone.BODY})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at [start, end): its place, its zone and whose study it is about."""

    start: int
    end: int
    text: re.Sifted
    low: re.Sifted
    block: int
    zone: Zone
    whose: Whose
    section: Section = Section.NONE

    @property
    def own(self) -> bool:
        """Whether what it says may belong to this study."""
        return self.whose in {Whose.OWN, Whose.NEAR}

    @property
    def told(self) -> bool:
        """Whether it stands where the story is told."""
        return self.zone in _TOLD


class _Row(NamedTuple):
    """A sentence as long as it is not known whose study it is about."""

    start: int
    end: int
    text: re.Sifted
    low: re.Sifted
    block: int
    zone: Zone


class _SmallWords:
    """The words that a text writes without a capital: few are asked about, so none is gathered."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str) or not _SMALL.fullmatch(word):
            return False
        text, at = self._text, self._text.find(word)
        while at >= 0:
            end = at + len(word)
            joined = _IN_A_WORD.match(text, at - 1) if at else None
            if not joined and not (text[end : end + 1].isalnum() or text.startswith("_", end)):
                return True
            at = text.find(word, at + 1)
        return False


class Article:
    """An article's text with its blocks, sentences, words, numbers, dates and abbreviations."""

    def __init__(self, text: str, opinion: Opinion | None = None) -> None:
        #: Not sifted: what a whole text has not is little, and asked of few patterns.
        self.text = text
        #: What a network says of it that has read it whole, if one has.
        self.opinion = opinion
        self.blocks: tuple[Block, ...] = tuple(find_blocks(text))
        self.sentences: tuple[Sentence, ...] = tuple(_told(text, self.blocks))
        self._found: dict[int, list[Found]] = {}

    @cached_property
    def words(self) -> list[Word]:
        return words(self.text)

    @cached_property
    def folds(self) -> Folds:
        return Folds(self.words)

    @property
    def small_words(self) -> Container[str]:
        """The words that the text writes without a capital."""
        return _SmallWords(self.text)

    @cached_property
    def numbers(self) -> list[Number]:
        return find_numbers(self.text, self.words)

    @cached_property
    def durations(self) -> list[Duration]:
        return find_durations(self.text, self.numbers)

    @cached_property
    def dates(self) -> list[Date]:
        return find_dates(self.text)

    @cached_property
    def years(self) -> list[Date]:
        return find_years(self.text)

    @cached_property
    def abbreviations(self) -> dict[str, Abbreviation]:
        return find_abbreviations(self.text)

    @cached_property
    def headline(self) -> Sentence | None:
        return next((s for s in self.sentences if s.zone is Zone.HEADLINE), None)

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """Headline, headings and body: what tells the story."""
        return tuple(s for s in self.sentences if s.zone in _TOLD)

    @cached_property
    def own(self) -> tuple[Sentence, ...]:
        """The sentences that may speak of this study."""
        return tuple(s for s in self.body if s.own)

    @cached_property
    def synopsis(self) -> bool:
        """Whether the story stands in a few blocks, as research synopses do."""
        return _synopsis(self.sentences)

    @cached_property
    def lead(self) -> tuple[Sentence, ...]:
        """Headline and the first sentences that tell of this study."""
        return self.own[:4]

    def found(self, terms: Terms) -> list[Found]:
        """The names of a list in the whole text; looked up once."""
        key = id(terms)
        if key not in self._found:
            self._found[key] = terms.find(self.text, self.words, self.folds)
        return self._found[key]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    def words_in(self, start: int, end: int) -> Sequence[Word]:
        """The words that begin in [start, end)."""
        return self.words[self.numbers_of_words(start, end)]

    def numbers_of_words(self, start: int, end: int) -> slice:
        """Which words begin in [start, end)."""
        starts = self._word_starts
        first = bisect_left(starts, start)
        return slice(first, bisect_left(starts, end, first))

    @cached_property
    def points(self) -> list[Date]:
        """Dates and bare years in order, none inside another."""
        taken = {at for date in self.dates for at in range(date.start, date.end)}
        years = [year for year in self.years if year.start not in taken]
        return sorted((*self.dates, *years), key=lambda date: date.start)

    def points_in(self, sentence: Sentence) -> list[Date]:
        low = bisect_left(self.points, sentence.start, key=lambda date: date.start)
        high = bisect_left(self.points, sentence.end, key=lambda date: date.start)
        return self.points[low:high]

    @cached_property
    def _number_starts(self) -> list[int]:
        return [number.start for number in self.numbers]

    def numbers_in(self, sentence: Sentence) -> list[Number]:
        low = bisect_left(self._number_starts, sentence.start)
        high = bisect_left(self._number_starts, sentence.end)
        return [number for number in self.numbers[low:high] if number.end <= sentence.end]

    def sentence_at(self, at: int) -> Sentence | None:
        """The sentence that holds an offset."""
        number = bisect_right(self._sentence_starts, at) - 1
        if number >= 0 and at < self.sentences[number].end:
            return self.sentences[number]
        return None

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]


def _lower(text: str) -> str:
    """Lower case of the same length, so that offsets hold (İ becomes two letters elsewhere)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower()[0] if c.lower() else c for c in text)


def _told(text: str, blocks: Sequence[Block]) -> Iterator[Sentence]:
    """The sentences, each with whose study it is about in its surroundings."""
    rows = [
        _Row(start, end, part, re.Sifted(_lower(part), part), number, block.zone)
        for number, block in enumerate(blocks)
        for start, end in split(text, block.start, block.end)
        for part in (re.Sifted(text[start:end]),)
    ]
    told = [row for row in rows if row.zone in _TOLD]
    synopsis = _synopsis(rows)
    review = gathering.reviews(row.low for row in told[:_LEAD]) or (
        synopsis and gathering.gathers(row.low for row in told)
    )
    weights = [whose.weigh(row.low, review=review) for row in rows]
    sections = _sections(text, rows)
    turn = _turn(rows, weights)
    opening = next((n for n, row in enumerate(rows) if row.zone is Zone.BODY), 0)
    before: Whose = Whose.NEAR
    for number, (row, weight, section) in enumerate(zip(rows, weights, sections, strict=True)):
        if not number or rows[number - 1].block != row.block:
            before = Whose.NEAR
        early = number < turn and (synopsis or number > opening)
        verdict = _beside(before, row.low, weight, early=early, synopsis=synopsis)
        before = _in_section(section, verdict, weight)
        yield Sentence(*row, whose=before, section=section)


def _beside(
    before: Whose, low: re.Sifted, weight: whose.Weight, *, early: bool, synopsis: bool
) -> Whose:
    """Whose study a sentence is about, behind another of its block; `early` if the story has not
    turned to its own study yet."""
    verdict = whose.of(low, weight)
    weak = verdict in {Whose.NEAR, Whose.OWN} and weight.own < 2
    if (early and weak and (synopsis or not whose.past(low))) or (
        verdict is Whose.NEAR and before is Whose.GENERAL and not (synopsis and whose.past(low))
    ):
        return Whose.GENERAL
    if synopsis and not early and coming_back.turns_back(before, verdict, low):
        return Whose.NEAR
    return Whose.OTHER if before is Whose.OTHER and weak else verdict


def _sections(text: str, rows: Sequence[_Row]) -> list[Section]:
    """The section of each sentence; a text with fewer than two headings is no structured abstract."""
    out: list[Section] = []
    now, seen = Section.NONE, set()
    for row in rows:
        found, _ = heading_at(text, row.start)
        if found:
            now = found
            seen.add(found)
        elif row.zone not in _TOLD:
            now = Section.NONE
        out.append(now if row.zone in _TOLD else Section.NONE)
    return out if len(seen) > 1 else [Section.NONE] * len(out)


def _in_section(section: Section, verdict: Whose, weight: whose.Weight) -> Whose:
    """Background is general unless it says "we"; all else in an abstract is of the study."""
    if section is Section.NONE or verdict is Whose.OWN:
        return verdict
    if section is Section.BACKGROUND:
        return Whose.GENERAL
    aside = section is Section.CONCLUSIONS and verdict is Whose.OTHER
    if verdict is Whose.FUTURE or weight.other > 2 or aside:
        return verdict
    return Whose.OWN


def _synopsis(rows: Sequence[_Row | Sentence]) -> bool:
    """Whether the story stands in a block or two without a headline, as research synopses do."""
    headed = any(row.zone is Zone.HEADLINE for row in rows)
    return not headed and len({row.block for row in rows if row.zone in _TOLD}) <= 3


def _turn(rows: Sequence[_Row], weights: Sequence[whose.Weight]) -> int:
    """The sentence where a synopsis comes to its study; all before it is introduction."""
    told = [number for number, row in enumerate(rows) if row.zone in _TOLD]
    return next((n for n in told if weights[n].announces and weights[n].own > 1), 0)
