"""The ages and the sex of the participants, where the text states them."""

from typing import Any

from reader.study.reading.article import Article
from reader.text import sieve as re

_AGES = (
    re.compile(r"\b(?:aged?|ages|between the ages of|from age)(?: from| between)? (?P<lo>\d{1,3}) ?(?:-|–|—|to|and|through) ?(?P<hi>\d{1,3})\b(?: (?P<unit>months|weeks|days)\b)?"),
    re.compile(r"\b(?P<lo>\d{1,3}) ?(?:-|–|to) ?(?P<hi>\d{1,3})[- ](?P<unit>year|month)s?[- ](?:old|of age)"),
    re.compile(r"\b(?:aged?|ages) (?P<lo>\d{1,3})(?: years)?(?: of age)?(?: \w+)? ?(?:and|or) (?:older|over|above|up)\b|\b(?:over|above|older than|at least) (?:the )?(?:age (?:of )?)?(?P<lo2>\d{1,3})(?: years(?: of age| old)?)?\b(?! (?:patients|people|percent|%))"),
    re.compile(r"\b(?:aged?|ages) (?P<hi>\d{1,3})(?: years)?(?: of age)? (?:and|or) (?:younger|under|below)\b|\b(?:under|below|younger than) (?:the )?(?:age (?:of )?)(?P<hi2>\d{1,3})\b"),
)  # fmt: skip
_MEAN = re.compile(
    r"\b(?:mean|average|median) age (?:of |was |: )?(?:the \w+ was )?(?P<mean>\d{1,3}(?:\.\d)?)|\b(?:aged|age of) (?P<mean2>\d{1,3}(?:\.\d)?) (?:years )?on average"
)


def ages(article: Article, at: int) -> dict[str, Any]:
    """Ages in years that the sentences on the participants give."""
    here = article.sentence_at(at)
    rows = [s for s in article.own if here is not None and abs(s.block - here.block) <= 1]
    out: dict[str, Any] = {}
    for sentence in sorted(rows, key=lambda s: s is not here):
        for pattern in _AGES:
            match = pattern.search(sentence.low)
            if match and "min_age" not in out and "max_age" not in out:
                out |= _bounds(match)
        mean = _MEAN.search(sentence.low)
        if mean and "mean_age" not in out:
            out["mean_age"] = float(mean["mean"] or mean["mean2"])
    return out


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
