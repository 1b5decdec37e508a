"""When the data were gathered, in the precision stated; dates of papers, grants and projections are not."""

from collections.abc import Sequence

from reader.model.study import StudyValue
from reader.study.reading.article import Article, Sentence
from reader.study.reading.dates import Date
from reader.study.reading.sections import Section
from reader.study.values import stated
from reader.text import sieve as re

_GATHERED = re.compile(
    r"\b(?:enroll?ed|recruit|collect|gather|conduct|carried out|perform|diagnos|treat|receiv|admitt|born|hospitali|underw|surve[yi]|interview|stud(?:y|ied)|trial|data|"
    r"records?|follow|monitor|track|observ|measur|took part|particip|participants|patients|people|women|men|children|births|deaths?|rates?|cases|period|sampl|visit|gave birth|deliver|registered|"
    r"tested|screened|vaccinat|transplant|assigned|asked|twins|cohort|operat|took place|infus|inject|put online|scan|questionnaire|asked|seen|counted|notes|files|began|launched|started|report)"
)
_RANGE = re.compile(
    r"^(?:(?: ?[-–—−/] ?)| (?:and|to|until|till|through|up to)(?: the)?(?: end of| early| late| mid)? |(?: ?[-–—−] ?)|, and | and (?:again |then )in )$"
)
#: "2010-14": the end of a range without its century.
_SHORT_END = re.compile(r"[-–](\d\d)(?![\d-])")
_NOT = re.compile(
    r"\b(?:analys[ei]s (?:was|were)|published|presented|released|approved|copyright|©|funded|grant|award|predict|project|forecast|by|simulat|scenario|expected|will|estimat\w* (?:for|that|in)|hop(?:e|es|ing)|plan(?:s|ned|ning)?|due|slated|averted|according to|in the past|founded|launched the|introduced|died of)\b"
)
_START = re.compile(
    r"\b(?:since|began(?: \w+)? in|started(?: \w+)? in|launched\b[^.;]{0,110}\bin|beginning in|starting in|from|(?:begin|start|began|started)\b[^.;]{0,90}\b(?:in|on|of))(?: early| late| mid-?| the| about)? ?$"
)
#: "The first patient entered in May 2017, the last visit was in 2024."
_FIRST = re.compile(r"\b(?:first|earliest)\b")
_LAST = re.compile(r"\b(?:last|latest|final)\b")
#: What was done at one time: "were interviewed in 2018".
_DONE = re.compile(
    r"\b(?:made|taken|observed|conducted|carried out|collected|gathered|surveyed|interviewed|vaccinated|enroll?ed|recruited|asked|performed|took place|measured|sampled|examined|tested|treated|polled|questioned|sent|mailed|posted|filled in|answered|switched|fed|launched|completed|registered|born|diagnosed|hospitali[sz]ed|conclusion of the \w+)\b"
    r"[^.;]{0,50}\b(?:in|during|on|over)(?: the (?:week|month|summer|winter|spring|autumn|fall|year|first|second) of)?(?: early| late| mid-?| the| about)? ?$"
)


_OPENS = re.compile(r"(?:in|since|from)(?: early| late| the \w+ of)? ")
#: "In 2001 researchers began mailing questionnaires".
_BEGAN = re.compile(
    r",? (?:[\w’'-]+ ){0,5}?(?:began|started|set out|launched|enroll?ed|recruited|signed up|invited)\b"
)


#: "In the spring of 2022 they asked 312 households".
_OPENING = re.compile(
    r"^(?:[a-z]+,? )?(?:in|during|over|on)(?: the)?(?: (?:spring|summer|autumn|fall|winter|course|first half|second half|early|late|middle|months) of| early| late| mid-?)?(?: the)? $"
)
_ASKED = re.compile(
    r",? (?:they|we|he|she|the (?:team|group|researchers|scientists|pair|authors|investigators)|researchers|scientists|nurses|doctors|volunteers|teams)(?: [a-z]+)? (?:asked|gave|collected|took|visited|tested|sent|measured|surveyed|interviewed|sampled|counted|caught|trapped|mailed|recorded|recruited|enroll?ed|invited|went|scanned|examined|planted|tagged)\b"
)
_BORN = re.compile(r"\bborn (?:between|from|in) $")


def study_period(article: Article) -> StudyValue | None:
    """`from` and `to` as ISO 8601 dates; one of them where the text says only one."""
    best: tuple[float, Date, Date | None] | None = None
    for sentence in article.own:
        points = article.points_in(sentence)
        for at, date in enumerate(points):
            weight, last = _weigh(article, sentence, points, at)
            if weight > 0 and (best is None or weight > best[0]):
                best = (weight, date, last)
    if best is None:
        return None
    weight, first, last = best
    if last in (None, first) and (later := _later(article, first)):
        return _from_to(article, first, later, weight)
    end = max(last.end, first.end) if last else first.end
    value = article.text[first.start : end]
    return stated(
        article, value, [(first.start, end)], min(0.92, 0.35 + 0.15 * weight), "study_period",
        **{"from": _first_iso(first, last), "to": last.iso if last else None},
    )  # fmt: skip


#: "kept up with them until 2023", "by the end of 2021, 389 had gone through".
_UNTIL = re.compile(
    r"\b(?:until|till|up to|by)(?: the)?(?: (?:end|start|middle|spring|summer|autumn|fall|winter) of| late| early)? $"
)
_WATCHED = re.compile(
    r"\b(?:followed|tracked|kept up|kept an eye|monitored|watched|gone through|been seen|had (?:enroll?ed|joined|completed|taken part)|seen again|ran|lasted|went on)\b"
)


def _later(article: Article, first: Date) -> Date | None:
    """The end of the watching, told in one of the sentences behind the start."""
    behind = [s for s in article.own if s.end > first.end][:5]
    for sentence in behind:
        for date in article.points_in(sentence):
            before = sentence.low[: date.start - sentence.start]
            until = date.start > first.end and _UNTIL.search(before[-40:])
            if until and _WATCHED.search(sentence.low) and _ordered(first, date):
                return date
    return None


def _from_to(article: Article, first: Date, last: Date, weight: float) -> StudyValue:
    """A period whose two ends stand apart."""
    printed = [article.text[date.start : date.end] for date in (first, last)]
    return stated(
        article, " to ".join(printed), [(first.start, first.end), (last.start, last.end)],
        min(0.9, 0.35 + 0.15 * weight), "study_period",
        **{"from": _first_iso(first, last), "to": last.iso},
    )  # fmt: skip


def _weigh(
    article: Article, sentence: Sentence, points: Sequence[Date], at: int
) -> tuple[float, Date | None]:
    first = points[at]
    low = sentence.low
    before = low[max(0, first.start - sentence.start - 140) : first.start - sentence.start]
    gathered = sentence.section is Section.METHODS or _GATHERED.search(low)
    if not gathered or _NOT.search(before[-45:]):
        return 0.0, None
    if end := _short_end(article.text, first):
        return 2.5 + (sentence.whose == "own"), end
    if _OPENING.search(before) and _ASKED.match(low, first.end - sentence.start) and first.year:
        return 1.4, first
    following = points[at + 1] if at + 1 < len(points) else None
    if following and _range(article, first, following, before):
        named = re.search(r"(?:between|from|during|period)(?: the)?(?: years)? ?$", before)
        weight = 2.5 + (sentence.whose == "own") + 0.5 * bool(named)
        return weight + 0.3 * (following.year - first.year > 3), following
    opens = _OPENS.fullmatch(before) and _BEGAN.match(low, first.end - sentence.start)
    if first.year and (opens or _START.search(before)):
        return 1.3, None
    if (
        following
        and _FIRST.search(before)
        and _LAST.search(article.text[first.end : following.start].lower())
        and _ordered(first, following)
    ):
        return 2.4, following
    if _DONE.search(before) and first.year and sentence.own:
        began = _FIRST.search(before) or "launched" in before or "conclusion" in before
        return 1.0 + 0.1 * (sentence.whose == "own"), None if began else first
    return 0.0, None


def _short_end(text: str, first: Date) -> Date | None:
    """The end of a range that is printed without its century."""
    short = _SHORT_END.match(text, first.end)
    if short is None:
        return None
    end = Date(short.start(1), short.end(1), first.year // 100 * 100 + int(short[1]))
    return end if _ordered(first, end) else None


def _range(article: Article, first: Date, last: Date, before: str) -> bool:
    """Whether two dates are the ends of a time, and not of when people were born."""
    if last.year - first.year > 20 and _BORN.search(before):
        return False
    joined = _RANGE.match(article.text[first.end : last.start])
    return joined is not None and _ordered(first, last)


def _ordered(first: Date, last: Date) -> bool:
    if not last.year or last.year > 2035:
        return False
    return not first.year or (first.year, first.month) <= (last.year, last.month or 12)


def _first_iso(first: Date, last: Date | None) -> str:
    """ "between March and June 2010": the first date takes the year of the second."""
    if first.year or last is None:
        return first.iso
    return Date(first.start, first.end, last.year, first.month, first.day).iso
