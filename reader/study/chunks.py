"""Noun phrases without a grammar: words in a row that no function word, verb or mark interrupts."""

from collections.abc import Sequence
from functools import cache, lru_cache

from reader.study import vocabulary
from reader.text import sieve as re

_TOKEN = re.compile(r"[^\W_]+(?:[-‐‑–'’.+/][^\W_]+)*|[^\w\s]")
#: Determiners and measures that may open a phrase and are no part of it.
OPENING = frozenset(
    ["the", "a", "an", "their", "his", "her", "its", "this", "that", "these", "those", "our", "your", "such", "either", "both", "any", "each", "some", "all", "most", "certain", "various", "two", "three", "four", "several", "new", "daily", "regular", "weekly", "high", "low", "higher", "lower", "total", "overall", "average", "mean", "mg", "milligrams", "grams", "doses", "dose", "different", "single", "additional", "other", "more", "less"]
)  # fmt: skip
#: Words in -ed and -ing that describe rather than tell what was done.
_DESCRIBING = re.compile(
    r"(?<!\w)(?:modified|fermented|saturated|processed|inhaled|combined|structured|enriched|attenuated|supervised|"
    r"guided|assisted|extended|fried|dried|fortified|unsaturated|polyunsaturated|weighted|targeted|"
    r"automated|injected|refined|sweetened|restricted|controlled|engineered|purified|concentrated|unprocessed|"
    r"sustained|repeated|advanced|integrated|personali[sz]ed|stepped|tailored|directed|based|induced|"
    r"training|counseling|counselling|screening|monitoring|imaging|sequencing|feeding|breastfeeding|running|cycling|"
    r"walking|swimming|stretching|smoking|drinking|vaping|fasting|sleeping|sitting|standing|dancing|"
    r"coaching|teaching|parenting|mentoring|nursing|housing|lighting|cooking|gardening|singing|reading|"
    r"editing|blocking|lowering|warming|cooling|stimulating|binding|living|ageing|aging|spending|bullying|driving|stenting|dosing|timing|thinning|"
    r"[\w]+-[\w]+ed|[\w]+-[\w]+ing)$"
)
_LONG_ENOUGH = re.compile(r"(?<!\w)\w{3,}(?:ed|ing|ly)$")


@cache
def _stops() -> frozenset[str]:
    return vocabulary.plain("phrase_stops")


def is_stop(token: str) -> bool:
    """Whether a word is of the list at which phrases end."""
    return token in _stops()


@lru_cache(maxsize=20_000)
def ends(token: str) -> bool:
    """Whether a phrase stops before this word."""
    if not token[0].isalnum() or token in _stops():
        return True
    return bool(_LONG_ENOUGH.match(token)) and not _DESCRIBING.match(token)


def after(low: str, at: int, most: int = 6) -> tuple[int, int] | None:
    """The phrase that begins at `at`: its first and last offset, without what opens it."""
    start = end = -1
    count = 0
    for match in _TOKEN.finditer(low, at, min(len(low), at + 160)):
        token = match.group()
        if count == 0 and token in OPENING:
            continue
        if token == "of" and count and not _nothing(low, match.end()):
            continue
        if ends(token) or count == most:
            break
        start = match.start() if count == 0 else start
        end, count = match.end(), count + 1
    return (start, end) if count else None


def _nothing(low: str, at: int) -> bool:
    """Whether what follows "of" is no further part of the phrase."""
    match = _TOKEN.match(low, at + 1)
    return match is None or (ends(match.group()) and match.group() not in OPENING)


def before(low: str, at: int, most: int = 5) -> tuple[int, int] | None:
    """The phrase that ends at `at`."""
    tokens, first = _back(low, at, most, 40)
    if first < 3:  # what a cut of a word left may have been asked
        tokens, first = _back(low, at, most, 120)
    while first < len(tokens) and tokens[first] in OPENING:
        first += 1
    if first == len(tokens):
        return None
    start = last = low.rfind(tokens[-1], 0, at)
    for token in reversed(tokens[first:-1]):
        start = low.rfind(token, 0, start)
    return start, last + len(tokens[-1])


def _back(low: str, at: int, most: int, width: int) -> tuple[list[str], int]:
    """The tokens of a stretch, and the first of those at its end that no other interrupts."""
    tokens = _TOKEN.findall(low[max(0, at - width) : at])
    first = len(tokens)
    while first > 0 and len(tokens) - first < most and not ends(tokens[first - 1]):
        if tokens[first - 1].isdecimal():
            break
        first -= 1
    return tokens, first


def words_of(low: str) -> Sequence[str]:
    return [match.group() for match in _TOKEN.finditer(low)]
