"""Numbers that count people, animals or samples: "35 people", "n = 35", "417 and 289 patients"."""

from dataclasses import dataclass
from functools import cache

from reader.study import bare_counts, elsewhere, vocabulary
from reader.study.once import once
from reader.study.reading.article import Article, Sentence
from reader.study.reading.numbers import Number
from reader.study.reading.whose import Whose
from reader.study.vocabulary import Word, fold
from reader.text import sieve as re

#: Words that part a number from the noun it counts.
_STOP = frozenset(
    fold(word)
    for word in [
        "of",
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "by",
        "to",
        "who",
        "whom",
        "that",
        "which",
        "were",
        "was",
        "are",
        "is",
        "be",
        "been",
        "had",
        "has",
        "have",
        "did",
        "do",
        "does",
        "died",
        "die",
        "than",
        "then",
        "into",
        "over",
        "under",
        "between",
        "among",
        "during",
        "after",
        "before",
        "per",
        "each",
        "every",
        "or",
        "as",
        "not",
        "no",
        "said",
        "says",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "times",
        "time",
        "years",
        "year",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "percent",
        "cent",
        "million",
        "billion",
        "dollars",
        "points",
        "centers",
        "centres",
        "sites",
        "hospitals",
        "clinics",
        "countries",
        "schools",
        "villages",
        "studies",
        "trials",
        "states",
        "cities",
        "institutions",
        "practices",
    ]
)
#: Places that may stand before the people counted: "1,412 school pupils".
_PLACES = frozenset(
    {
        "school",
        "hospital",
        "clinic",
        "state",
        "city",
        "village",
        "trial",
        "study",
        "center",
        "centre",
    }
)
_LABEL = re.compile(
    r"\b(?:phase|type|grade|stage|group|week|day|month|year|table|figure|level|class|version|arm|"
    r"cohort|grades|age)\s$"
)
_PLURALS = frozenset(
    [
        "people",
        "sheep",
        "fish",
        "zebrafish",
        "deer",
        "youth",
        "personnel",
        "staff",
        "offspring",
        "cattle",
        "swine",
        "salmon",
        "trout",
        "mice",
    ]
)
_COMPOUND = frozenset({"year", "day", "month", "hour", "week", "visit", "pair"})
#: "233 (drug group, n = 121; placebo group, n = 112) patients".
_BRACKET = re.compile(r" \([^()\n]{3,90}\)(?= [a-z])")
#: "280 female (18-60 years) patients".
_ASIDE = re.compile(r" [a-z]+ (?P<aside>\([^()\n]{3,30}\))(?= [a-z])")


@dataclass(frozen=True, slots=True)
class Count:
    """A count of something studied; `start` to `end` is the number with its noun.

    `bare` counts have no noun of their own ("n = 35"); `bracketed` ones stand in brackets.
    """

    value: int
    start: int
    end: int
    unit: str
    kind: str
    sentence: Sentence
    number: Number
    bracketed: bool = False

    @property
    def bare(self) -> bool:
        return not self.unit


@cache
def _units() -> dict[str, str]:
    return {
        fold(form.strip()): kind
        for line in vocabulary.lines("population_nouns")
        for kind, *rest in [vocabulary.forms(line)]
        for form in ",".join(rest).split(",")
    }


@once  # the size and its groups both ask
def find_counts(article: Article) -> list[Count]:
    """The counts in sentences that may be on this study, in the order of the text.

    An abstract has no room for other studies: what seems to be of one may still be of its own.
    """
    short = article.synopsis or elsewhere.abstract(article)
    aside = () if short else (Whose.OTHER, Whose.FUTURE)
    return [
        count
        for sentence in article.body
        if sentence.whose not in aside
        for number in article.numbers_in(sentence)
        if (count := _count(article, sentence, number))
    ]


def _count(article: Article, sentence: Sentence, number: Number) -> Count | None:
    value = None if number.percent or number.money or number.value < 1 else _whole(article, number)
    before = sentence.low[max(0, number.start - sentence.start - 9) : number.start - sentence.start]
    if value is None or _LABEL.search(before):
        return None
    bracketed = article.text[max(sentence.start, number.start - 6) : number.start].rfind("(") >= 0
    noun = _noun(article, sentence, number, value)
    if noun is not None:
        start, end, kind = noun
        unit = article.text[start:end].lower()
        return Count(value, number.start, end, unit, kind, sentence, number, bracketed)
    if not bare_counts.counts_people(article, sentence, number, value, _STOP):
        return None
    return Count(value, number.start, number.end, "", "people", sentence, number, bracketed)


def _whole(article: Article, number: Number) -> int | None:
    """The number as a count; "1.234 patients" is a thousand in the writing of much of Europe."""
    if number.whole:
        return int(number.value)
    printed = article.text[number.start : number.end]
    return int(printed.replace(".", "")) if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", printed) else None


def _noun(
    article: Article, sentence: Sentence, number: Number, value: int
) -> tuple[int, int, str] | None:
    """Place and kind of the noun the number counts, at most six words on."""
    bracket = _BRACKET.match(article.text, number.end, sentence.end)
    at = bracket.end() if bracket else number.end
    rest = article.words_in(at, sentence.end)[:8]
    if len(rest) > 2 and rest[0].folded in {"and", "or"} and rest[1].folded.isdigit():
        rest, at = rest[2:], rest[1].end
    aside = _ASIDE.match(article.text, at, sentence.end)
    for place, word in enumerate(rest):
        if aside and aside.start("aside") < word.start < aside.end():
            at = aside.end()
            continue
        gap = article.text[at : word.start]
        if gap.strip(" -‐‑–/,\u00a0\u2009“”\"'’") or (gap.count(",") and place == 0):
            return None
        if "," in gap and word.folded.endswith("ed"):  # "5 Belgian, asked patients"
            return None
        kind = _units().get(word.folded) or _short(article, word)
        following = rest[place + 1] if place + 1 < len(rest) else None
        if kind and _counted(article.text, word, value, following):
            return word.start, word.end, kind
        typed = place > 0 and rest[place - 1].folded == "type"
        names = word.folded in _PLACES and following is not None and following.folded in _units()
        if (word.folded in _STOP and not names) or (word.folded.isdigit() and not typed):
            return None
        at = word.end
    return None


def _short(article: Article, word: Word) -> str | None:
    """The kind of what an abbreviation stands for: "BCS", breast cancer survivors."""
    meaning = article.abbreviations.get(article.text[word.start : word.end])
    last = meaning.long.split()[-1] if meaning else ""
    return _units().get(fold(last)) if last.endswith("s") else None


def _counted(text: str, word: Word, value: int, following: Word | None) -> bool:
    """Whether the noun is what is counted and not the first part of a compound."""
    noun = text[word.start : word.end].lower()
    plural = noun.endswith(("s", "children", "men")) or noun in _PLURALS
    plural = plural or text[word.end - 1].isupper()
    if (value > 1 and not plural) or noun.endswith(("'s", "’s")):
        return False
    if text[word.end : word.end + 1] in {"'", "’"}:
        return False
    joined = following is not None and following.start - word.end == 1
    return not (joined and following is not None and following.folded in _COMPOUND)
