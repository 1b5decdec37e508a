"""What the study compared with: placebo, usual care, another drug, a group without the exposure."""

import re

from reader.model.study import StudyValue
from reader.study.reading.article import Article
from reader.study.values import denied, stated, trim

_W = r"[\w’'/+-]{1,24}"
_STOP = r"(?!(?:and|but|in|on|during|over|after|at|by|for|as|was|were|is|are|had|which|while|that|because|from|did|to|the researchers|with)\b)"
_TAIL = rf"(?:{_STOP}{_W}(?: {_STOP}{_W}){{0,7}}(?: (?:with|who|without|receiving|taking|on) (?:{_STOP}{_W} ?){{1,8}})?)"
_NONE = re.compile(
    r"\b(?:no|without(?: a| any)?|did not (?:include|have|use) an?y?|lacked an?) (?:other treatment(?: or)? ?)?(?:sham|placebo|control|comparison|comparator)(?: or \w+)? ?(?:procedure|group|arm|treatment)?s?\b[\w ]{0,30}|\buncontrolled\b(?= (?:and|study|trial|,))"
)
_SHAPES = (
    (3.0, "placebo", re.compile(r"\b(?:an? |inactive |matching |dummy )?placebo(?: pills?| tablets?| injections?| group)?\b")),
    (2.6, "sham", re.compile(r"\bsham (?:treatment|procedure|surgery|stimulation|injections?|acupuncture|group)\b")),
    (2.4, "usual_care", re.compile(r"\b(?:usual|standard|routine|conventional)[- ](?:of[- ])?(?:medical )?(?:care|treatment|therapy|chemotherapy|practice)(?: alone)?\b")),
    (2.5, "alone", re.compile(rf"\b(?:received|receiving|taking|given|than|with|to|versus|on|or) (?P<name>(?:{_W} ){{0,2}}{_W} alone)\b")),
    (2.2, "either_or", re.compile(rf"\b(?:receive[d]?|given|assigned to|randomized to|randomised to|get|got|took|take|undergo) (?:either )?[^.;:]{{3,110}}?,? (?:or|versus|vs\.?) (?P<name>{_TAIL})")),
    (1.9, "controls", re.compile(rf"\b(?P<name>(?:healthy |matched |age-matched |untreated |unvaccinated |normal |non-\w+ )*(?:control (?:individuals|subjects|participants|group|children|women|monkeys|mice|animals|patients)|controls)(?: (?:with|without|who|that had|that) (?:{_W} ?){{1,6}}?(?=[.,;)]| (?:and|were|was|had|died|in|at|to|did)\b))?)")),
    (1.8, "than", re.compile(rf"\b(?:compared (?:with|to)|in comparison (?:with|to)|relative to|versus|vs\.?|superior to|inferior to) (?:the |an? )?(?P<name>{_TAIL})")),
    (1.6, "those", re.compile(r"\b(?:than|compared (?:with|to)|versus) (?:the |similar |other )?(?P<name>(?:those|people|patients|men|women|children|adults|participants|individuals|mice|animals|non-?\w+)(?: \w+)? (?:who|with|without|in|on|taking|receiving|given|treated|whose|not)[^.;,)]{3,80})")),
)  # fmt: skip
_NOT = re.compile(r"\b(?:no|not|without) (?:\w+ )?$|\bno other treatment or $")
_BAD = re.compile(
    r"^(?:previous|earlier|baseline|the previous|last|average|expected|before|other (?:studies|treatments)|what|it|normal|the general|today|their|those of|each other|one another|any|other|either|results|most|more|only|just|\d)",
    re.I,
)


def comparator(article: Article, design: str | None) -> StudyValue | None:
    """The comparator as printed; "explicitly none" where the text denies one."""
    for sentence in article.own:
        if match := _NONE.search(sentence.low):
            place = (sentence.start + match.start(), sentence.start + match.end())
            return denied(article, trim(article.text, *place), "comparator_none")
    best: tuple[float, int, int, str] | None = None
    for number, sentence in enumerate(article.own):
        for weight, name, pattern in _SHAPES:
            for match in pattern.finditer(sentence.low):
                row = _row(article, sentence.start, match, weight + 0.3 * (number < 4), name)
                if row and (best is None or row[0] > best[0]):
                    best = row
    if best is None or not _fits(best, design):
        return None
    weight, start, end, name = best
    return stated(
        article,
        article.text[start:end],
        [(start, end)],
        min(0.85, 0.3 + 0.17 * weight),
        f"comparator_{name}",
    )


def _row(
    article: Article, offset: int, match: re.Match[str], weight: float, name: str
) -> tuple[float, int, int, str] | None:
    group = "name" if "name" in match.re.groupindex else 0
    start, end = offset + match.start(group), offset + match.end(group)
    before = match.string[max(0, match.start(group) - 24) : match.start(group)]
    if _NOT.search(before) or _BAD.match(article.text[start:end]):
        return None
    start, end = trim(article.text, start, end)
    return (weight, start, end, name) if end - start > 3 else None


def _fits(best: tuple[float, int, int, str], design: str | None) -> bool:
    """Loose comparisons count only where the design has a comparison group."""
    compared = {
        "randomized_controlled_trial",
        "nonrandomized_trial",
        "case_control",
        "cohort",
        "animal",
        "meta_analysis",
    }
    return best[0] >= 2.1 or design in compared or (design is None and best[0] > 1.8)
