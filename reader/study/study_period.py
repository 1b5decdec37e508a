"""When the data were gathered, in the precision stated; dates of papers, grants and projections are not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.model.study import StudyValue
from reader.study import period_words as told
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.dates import Date
from reader.study.reading.sections import Section
from reader.study.reading.whose import Whose
from reader.study.values import stated


@dataclass(frozen=True, slots=True)
class _Period:
    """A first and a last date, with what speaks for data having been gathered between them."""

    weight: float
    first: Date
    last: Date | None


def study_period(article: Article) -> StudyValue | None:
    """`from` and `to` as ISO 8601 dates; one of them where the text says only one."""
    best = _best(article, article.own) or _best(article, _facts(article))
    if best is None:
        return None
    weight, first, last = best.weight, best.first, best.last
    if later := _later(article, best):
        return _from_to(article, first, later, weight)
    end = max(last.end, first.end) if last else first.end
    value = article.text[first.start : end]
    return stated(
        article, value, [(first.start, end)], min(0.92, 0.35 + 0.15 * weight), "study_period",
        **{"from": _first_iso(first, last), "to": last.iso if last else None},
    )  # fmt: skip


def _best(article: Article, sentences: Iterable[Sentence]) -> _Period | None:
    best: _Period | None = None
    for sentence in sentences:
        points = article.points_in(sentence)
        for at in range(len(points)):
            found = _told(article, sentence, points, at)
            if found and (best is None or found.weight > best.weight):
                best = found
    return best


def _facts(article: Article) -> Iterator[Sentence]:
    """The facts of a study, told under its name at the end of a release."""
    for sentence in article.sentences:
        if sentence.zone is Zone.ABOUT and told.FACTS.search(sentence.low):
            yield sentence


def _later(article: Article, best: _Period) -> Date | None:
    """The end of the watching, told in one of the sentences behind the start."""
    ranged = best.last not in (None, best.first)
    last, watched = best.last or best.first, told.TALLIED if ranged else told.WATCHED
    behind = [s for s in article.own if s.end > last.end][: 3 if ranged else 8]
    for sentence in behind:
        for date in article.points_in(sentence):
            before = sentence.low[: date.start - sentence.start]
            until = date.start > last.end and told.UNTIL.search(before[-40:])
            if until and watched.search(sentence.low) and _ordered(last, date):
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


def _told(article: Article, sentence: Sentence, points: Sequence[Date], at: int) -> _Period | None:
    """The period that begins with one of the dates of a sentence, if it is one of gathering."""
    first, low = points[at], sentence.low
    before = low[max(0, first.start - sentence.start - 140) : first.start - sentence.start]
    if told.NOT.search(before[-45:]):
        return None
    own = sentence.whose is Whose.OWN
    if not (own or sentence.section is Section.METHODS or told.GATHERED.search(low)):
        return None
    if end := _short_end(article.text, first):
        return _Period(2.5 + own, first, end)
    following = points[at + 1] if at + 1 < len(points) else None
    if following and (found := _two(article, first, following, before, own=own)):
        return found
    return _one(sentence, first, before) if first.year else None


def _two(article: Article, first: Date, last: Date, before: str, *, own: bool) -> _Period | None:
    """The two ends of a time, joined or told one after the other."""
    if not _ordered(first, last):
        return None
    between = article.text[first.end : last.start].lower()
    if told.RANGE.match(between):
        long = last.year - first.year > 20
        born = (told.BORN_LONG if long else told.BORN).search(before)
        if born or (not own and told.TREND.search(before)):
            return None
        named = bool(told.NAMED.search(before))
        long = last.year - first.year > 3
        return _Period(2.5 + own + 0.5 * named + 0.3 * long, first, last)
    one_by_one = told.FIRST.search(before) and told.LAST.search(between)
    if one_by_one or (told.START.search(before) and told.ENDED.search(between)):
        return _Period(2.4, first, last)
    return None


def _one(sentence: Sentence, first: Date, before: str) -> _Period | None:
    """One date: of the start, or of all that was done at that time."""
    low, end = sentence.low, first.end - sentence.start
    if told.OPENING.search(before) and told.ASKED.match(low, end):
        return _Period(1.4, first, None if told.AGAIN.search(low, end) else first)
    opens = told.OPENS.fullmatch(before) and told.BEGAN.match(low, end)
    if opens or told.START.search(before) or told.SET_UP.search(before):
        since = told.SINCE.search(before) and sentence.whose != "own"
        return _Period((0.9 if since else 1.3) + 0.1 * bool(first.month), first, None)
    if told.DONE.search(before) and sentence.own:
        began = told.BEGINNING.search(before)
        return _Period(
            1.0 + 0.1 * (sentence.whose == "own") + 0.1 * bool(first.month),
            first,
            None if began else first,
        )
    return None


def _short_end(text: str, first: Date) -> Date | None:
    """The end of a range that is printed without its century."""
    short = told.SHORT_END.match(text, first.end)
    if short is None:
        return None
    end = Date(short.start(1), short.end(1), first.year // 100 * 100 + int(short[1]))
    return end if _ordered(first, end) else None


def _ordered(first: Date, last: Date) -> bool:
    if not last.year or last.year > 2035:
        return False
    return not first.year or (first.year, first.month) <= (last.year, last.month or 12)


def _first_iso(first: Date, last: Date | None) -> str:
    """ "between March and June 2010": the first date takes the year of the second."""
    if first.year or last is None:
        return first.iso
    return Date(first.start, first.end, last.year, first.month, first.day).iso
