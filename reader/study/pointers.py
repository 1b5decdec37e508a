"""What points to the country of the work where the story does not say it: house, dateline, payer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.organisations import Organisation
from reader.study.vocabulary import Found
from reader.text import sieve as re

#: The least weight of a country that is only pointed to.
ENOUGH = 1.0
_HOUSE = re.compile(r"Universi|Hospital|College|Institut|Clinic|Medical|School")
_DATELINE = re.compile(
    r"^(?:(?:[A-ZÀ-Þ][\w.’-]{0,24}|and|de|do|of|the),? ){1,9}(?:[–—(]|--|\d{1,2}\b)"
)
_PAYER = re.compile(r"\b(?:fund(?:ed|ing)?|financed|supported|paid for|grants?)\b")
_OPENING_BLOCKS = 6


@dataclass(frozen=True, slots=True)
class Sign:
    """A place at [start, end) that points to a country, with its weight."""

    country: str
    weight: float
    start: int
    end: int


def signs(
    article: Article,
    places: Iterable[Found],
    names: Sequence[Organisation],
    outside: Sequence[tuple[int, int]],
) -> Iterator[Sign]:
    """The places that point somewhere, in the order of the text."""
    for found in places:
        sentence = article.sentence_at(found.start)
        if sentence is None or not article.text[found.start].isupper():
            continue
        if any(start <= found.start < end for start, end in outside):
            continue
        if weight := _weight(article, sentence, found, names):
            yield Sign(found.entry.name, weight, found.start, found.end)


def _weight(
    article: Article, sentence: Sentence, found: Found, names: Sequence[Organisation]
) -> float:
    within = [name for name in names if name.start <= found.start < name.end]
    if sentence.zone in {Zone.BODY, Zone.HEADLINE} and sentence.own and within:
        if _HOUSE.search(within[0].name):
            return 1.0
        return 1.0 if _PAYER.search(sentence.low) else 0.0
    opening = sentence.block < _OPENING_BLOCKS and sentence.zone in {Zone.BODY, Zone.DATELINE}
    line = article.text[sentence.start : sentence.start + 80]
    at = found.start - sentence.start
    dated = _DATELINE.match(line)
    block = article.blocks[sentence.block]
    if opening and sentence.start == block.start and at < 40 and dated:
        return 1.0 if dated.end() >= at else 0.0
    return 0.0
