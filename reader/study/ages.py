"""The ages and the sex of the participants, where the text states them."""

from typing import Any, NamedTuple

from reader.study.reading.article import Article
from reader.text import sieve as re

#: Whoever may have an age: "women over 50". What stands behind may make it a time or a share.
_WHO = (
    r"(?:people|persons?|adults?|men|women|patients?|participants?|volunteers?|children|boys|girls|"
    r"teenagers|adolescents|individuals|residents|citizens|drivers|workers|runners|smokers|survivors|"
    r"veterans|pensioners|members|americans|britons|females?|males?|those|anyone|everyone|anybody|everybody|all|who (?:are|were))"
)
_NO_AGE = (
    r"(?![.,]?\d)(?! ?(?:[-–—]|%|percent|per cent|years?|months?|weeks?|days?|nights?|hours?|minutes?|seconds?|decades?|"
    r"generations?|degrees|times|million|billion|thousand|hundred|different|separate|of (?:the|these|those|them)|per|"
    r"k[gm]|[mnµ]g|kilo\w+|pounds?|lbs?|stone|miles|cm|met(?:er|re)s|points?|patients|people|centers|centres|countries|sites|visits|rounds|sessions)\b)"
)
_AGES = (
    re.compile(r"\b(?:aged?|ages|between the ages of|from age)(?: from| between)? (?P<lo>\d{1,3}) ?(?:-|–|—|to|and|through) ?(?P<hi>\d{1,3})\b(?: (?P<unit>months|weeks|days)\b)?"),
    re.compile(r"\b(?P<lo>\d{1,3}) ?(?:-|–|to) ?(?P<hi>\d{1,3})[- ](?P<unit>year|month)s?[- ](?:old|of age)"),
    re.compile(
        r"\b(?:aged?|ages) (?P<lo>\d{1,3})(?: years)?(?: of age)?(?: \w+)? ?(?:and|or) (?:older|over|above|up)\b|"
        r"\b(?:over|above|older than|at least) (?:the )?age (?:of )?(?P<lo2>\d{1,3})\b|\b(?:aged?|ages) (?:over|above|older than|at least) (?P<lo3>\d{1,3})\b|"
        r"\b(?:over|above|older than|at least) (?P<lo4>\d{1,3}) years (?:old|of age)\b|\bolder than (?P<lo5>\d{1,3})\b(?! (?:million|billion|months|weeks|days))|"
        rf"\b{_WHO} (?:over|above) (?P<lo6>\d{{1,3}})\b{_NO_AGE}"
    ),
    re.compile(r"\b(?:aged?|ages) (?P<hi>\d{1,3})(?: years)?(?: of age)? (?:and|or) (?:younger|under|below)\b|\b(?:under|below|younger than) (?:the )?(?:age (?:of )?)(?P<hi2>\d{1,3})\b"),
)  # fmt: skip
#: Those of the age before it were not studied.
_LEFT_OUT = re.compile(
    r"[^.;]{0,60}\b(?:were|was|had been) (?:\w+ )?(?:excluded|left out|not (?:included|eligible|admitted|studied|invited|asked|enrolled))\b"
)
_MEAN = re.compile(
    r"\b(?:mean|average|median) age (?:of |was |: )?(?:the \w+ was )?(?P<mean>\d{1,3}(?:\.\d)?)|\b(?:aged|age of) (?P<mean2>\d{1,3}(?:\.\d)?) (?:years )?on average"
)


class Ages(NamedTuple):
    """Ages in years, and where the text has them."""

    details: dict[str, Any]
    places: list[tuple[int, int]]


def ages(article: Article, at: int) -> Ages:
    """Ages that the sentences on the participants give."""
    here = article.sentence_at(at)
    rows = [s for s in article.own if here is not None and abs(s.block - here.block) <= 1]
    told = Ages({}, [])
    for sentence in sorted(rows, key=lambda s: s is not here):
        for pattern in _AGES:
            match = pattern.search(sentence.low)
            if match is None or _LEFT_OUT.match(sentence.low, match.end()):
                continue
            if not told.details.keys() & {"min_age", "max_age"}:
                _add(told, _bounds(match), sentence.start, match)
        mean = _MEAN.search(sentence.low)
        if mean and "mean_age" not in told.details:
            _add(told, {"mean_age": float(mean["mean"] or mean["mean2"])}, sentence.start, mean)
    return told


def _add(told: Ages, found: dict[str, Any], start: int, match: re.Match[str]) -> None:
    if found:
        told.details.update(found)
        told.places.append((start + match.start(), start + match.end()))


def beside(places: list[tuple[int, int]], told: Ages) -> list[tuple[int, int]]:
    """The passages of a value, and those of its ages that do not lie within them."""
    apart = [
        (start, end)
        for start, end in told.places
        if not any(first <= start and end <= last for first, last in places)
    ]
    return [*places, *apart]


def _bounds(match: re.Match[str]) -> dict[str, Any]:
    found = {key[:2]: value for key, value in match.groupdict().items() if value}
    factor = {"mo": 1 / 12, "we": 7 / 365.25, "da": 1 / 365.25}.get(
        (match.groupdict().get("unit") or "")[:2], 1
    )
    ages = {
        name: round(int(found[key]) * factor, 2)
        for key, name in (("lo", "min_age"), ("hi", "max_age"))
        if key in found
    }
    return ages if all(age <= 120 for age in ages.values()) else {}


def sex(low: str) -> dict[str, Any]:
    male = re.search(r"\b(?:men|boys|males?|fathers)\b", low)
    female = re.search(r"\b(?:women|girls|females?|mothers|pregnan\w+)\b", low)
    if bool(male) == bool(female):
        return {"sex": "all"} if male else {}
    return {"sex": "male" if male else "female"}
