"""Who was studied, in the article's words, with age and sex where they are stated."""

import re
from typing import Any

from reader.model.study import StudyValue
from reader.study.counts import Count
from reader.study.reading.article import Article, Sentence
from reader.study.values import stated, trim

_NOUN = (
    r"(?:patients|people|persons|participants|subjects|individuals|volunteers|adults|men|women|children|infants|babies|newborns|adolescents|teens|teenagers|students|"
    r"schoolchildren|girls|boys|veterans|mothers|residents|survivors|twins|smokers|couples|families|workers|nurses|employees|households|mice|rats|monkeys|macaques|pigs|dogs|"
    r"embryos|cells|worms|flies|zebrafish|animals|strains|pregnancies|youth|respondents|trials|studies)"
)
_W = r"[\w’'/.+–-]{1,24}"
#: What may follow the noun and still say who they are.
_WITH = re.compile(
    rf"(?: (?:and|or|or) (?:{_W} )?{_NOUN})?(?:,? (?:\(?aged?\b|ages\b|between the ages|over the age|under the age|with\b|without\b|who\b|whose\b|living\b|from\b|in\b|at (?:high|increased|low)? ?risk\b|at\b|of\b|undergoing\b|receiving\b|taking\b|treated\b|"
    rf"diagnosed\b|suffering\b|hospitali[sz]ed\b|admitted\b|born\b|attending\b|enrolled in\b|age \d|\d+ (?:years|to)|isolated\b|infected\b|recovering\b|that were\b|close to\b|on\b|scheduled\b|being\b|between\b|older\b|younger\b|all age|-)[^.;:()]{{0,110}})?"
)
_STOP = re.compile(
    r",? (?:and (?:then|found|were|was|followed|compared|measured|their|the|asked|analy[sz]ed|\d+ )|were\b|was\b|took part|participated|to (?:receive|see|find|test|determine|take|either|one|identify|understand|learn|undergo|get|compare|assess|examine|measure|investigate|evaluate)|between (?:\w+ )?(?:19|20)\d\d|from (?:\w+ )?(?:19|20)\d\d|"
    r"in (?:the (?:study|trial|year|current|new)|19|20|a (?:study|trial|randomi|phase|large|small|new|clinical))|over (?:the|a)\b|for (?:up to|\d|two|three|four|five|six|an average|a)|at (?:baseline|the|\d+ (?:sites|cent|hosp))|showed|found|had (?:a |an |the )?(?:\w+ )?(?:risk|lower|higher|better)|on (?:a|the) |underwent|into\b|during\b|after\b|found that|using\b|by\b|—| – |“|\"|completed|with data|enrolled in the (?:trial|study)|which|while|but|respectively|initially)",
)
_STUDIED = re.compile(
    rf"\b(?:enroll?ed|recruited|included|include|involved|involving|studied|study of|trial of|trial in|conducted in|conducted among|data (?:on|from)|samples from|tested in|among|examined|looked at|followed|analy[sz]ed|treated|compared|treatment of|for the treatment of|approved for|tumors from|effective in|evaluated in|results in|given to|group of|working in|working with|evidence in|survey of|in) (?:the |a group of |some |certain |more than |nearly |about |all |large )*(?P<np>(?:(?!(?:the|and|of|in|or|for|with|to|that)\b){_W} ){{0,4}}{_NOUN}\b)"
)
_THOSE = re.compile(
    r"\b(?:participants|those enrolled(?: in the (?:trial|study))?|patients(?: in the study| in the trial)?|subjects|volunteers) were (?P<np>[^.;]{5,120})"
)


def population(article: Article, counted: Count | None, design: str | None) -> StudyValue | None:
    """The noun phrase around the sample, or the one that says who was studied."""
    places = []
    if counted is not None:
        places.append((_from_count(article, counted), 2.5))
    for number, sentence in enumerate(article.own):
        for match in _THOSE.finditer(sentence.low):
            if re.match(
                r"(?:adults|men|women|people|children|patients|all|mostly|between|aged)\b",
                match["np"],
            ):
                end = _end(
                    article,
                    sentence,
                    sentence.start + match.start("np"),
                    sentence.start + match.end("np"),
                )
                places.append(((sentence.start + match.start("np"), end), 2.9))
        for match in _STUDIED.finditer(sentence.low):
            start = sentence.start + match.start("np")
            end = _end(article, sentence, start, sentence.start + match.end("np"))
            weight = (
                0.8
                + 0.5 * (sentence.whose == "own")
                + 0.3 * (number < 4)
                + 0.8 * (end - sentence.start - match.end("np") > 8)
            )
            places.append(((start, end), weight - 0.6 * match.group().startswith("in ")))
    if not places:
        return None
    (start, end), weight = max(
        places, key=lambda row: (row[1] + min(row[0][1] - row[0][0], 80) / 100, -row[0][0])
    )
    start, end = trim(article.text, start, end)
    if weight < 1.2 or end - start < 6:
        return None
    details = {**_age(article, start), **_sex(article.text[start:end].lower())}
    return stated(
        article,
        article.text[start:end],
        [(start, end)],
        min(0.85, 0.4 + 0.15 * weight),
        "population",
        **details,
    )


def _from_count(article: Article, counted: Count) -> tuple[int, int]:
    """The phrase behind the number: "35 people with MS"."""
    start = counted.number.end
    end = _end(article, counted.sentence, start, counted.end)
    while start < end and article.text[start].isspace():
        start += 1
    return start, end


def _end(article: Article, sentence: Sentence, start: int, noun_end: int) -> int:
    """Where the phrase ends that begins at `start` and whose noun ends at `noun_end`."""
    low = sentence.low[noun_end - sentence.start :]
    match = _WITH.match(low)
    if match is None or not match.end():
        return noun_end
    tail = match.group()
    stop = _STOP.search(tail)
    return noun_end + (stop.start() if stop else len(tail))


_AGES = (
    re.compile(r"\b(?:aged?|ages|between the ages of|from age)(?: from| between)? (?P<lo>\d{1,3}) ?(?:-|–|—|to|and|through) ?(?P<hi>\d{1,3})\b(?: (?P<unit>months|weeks|days)\b)?"),
    re.compile(r"\b(?P<lo>\d{1,3}) ?(?:-|–|to) ?(?P<hi>\d{1,3})[- ](?P<unit>year|month)s?[- ](?:old|of age)"),
    re.compile(r"\b(?:aged?|ages) (?P<lo>\d{1,3})(?: years)?(?: of age)?(?: \w+)? ?(?:and|or) (?:older|over|above|up)\b|\b(?:over|above|older than|at least) (?:the )?(?:age (?:of )?)?(?P<lo2>\d{1,3})(?: years(?: of age| old)?)?\b(?! (?:patients|people|percent|%))"),
    re.compile(r"\b(?:aged?|ages) (?P<hi>\d{1,3})(?: years)?(?: of age)? (?:and|or) (?:younger|under|below)\b|\b(?:under|below|younger than) (?:the )?(?:age (?:of )?)(?P<hi2>\d{1,3})\b"),
)  # fmt: skip
_MEAN = re.compile(
    r"\b(?:mean|average|median) age (?:of |was |: )?(?:the \w+ was )?(?P<mean>\d{1,3}(?:\.\d)?)|\b(?:aged|age of) (?P<mean2>\d{1,3}(?:\.\d)?) (?:years )?on average"
)


def _age(article: Article, at: int) -> dict[str, Any]:
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


def _sex(low: str) -> dict[str, Any]:
    male = re.search(r"\b(?:men|boys|males?|fathers)\b", low)
    female = re.search(r"\b(?:women|girls|females?|mothers|pregnan\w+)\b", low)
    if bool(male) == bool(female):
        return {"sex": "all"} if male else {}
    return {"sex": "male" if male else "female"}
