"""When the data were gathered, in the precision stated; dates of papers, grants and projections are not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from reader.model.study import StudyValue
from reader.study import genre, period_model, publication
from reader.study import period_words as told
from reader.study.period_model import Period
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.dates import Date, find_relative
from reader.study.reading.opinion import chance, logit
from reader.study.reading.sections import Section
from reader.study.reading.whose import Whose
from reader.study.values import stated

#: The least probability by the model, and that where the rules find none.
_LIKELY, _ALONE = 0.3, 0.4
#: As sure as a period ever is.
_SUREST = 0.95
#: How much a network counts that has read the text.
_TRUST = 0.5


def study_period(article: Article, published: date | None = None) -> StudyValue | None:
    """`from` and `to` as ISO 8601 dates; one of them where the text says only one.

    "Last year" is the one before that of the article, which was `published` then, or bears a dateline.
    """
    best, sure = chosen(article, told_periods(article, published))
    if best is None:
        return None
    first, last = best.first, best.last
    if later := _later(article, best):
        return _from_to(article, first, later, sure)
    value = article.text[first.start : best.end]
    return stated(
        article, value, [(first.start, best.end)], sure, "study_period",
        **{"from": _first_iso(first, last), "to": last.iso if last else None},
    )  # fmt: skip


def chosen(
    article: Article, told: Sequence[Period], by: Mapping[str, float] | None = None
) -> tuple[Period | None, float]:
    """(the likeliest period, its probability); what the rules say stays where the model sees none, or abstracts."""
    best = max(told, key=lambda one: one.weight, default=None)
    if best is None:
        return None, 0.0
    sure = min(_SUREST, 0.35 + 0.15 * best.weight)
    if not genre.scholarly(article):
        shares = _with_opinion(article, told, period_model.shares(article, told, by))
        at = max(range(len(told)), key=shares.__getitem__)
        if shares[at] >= (_LIKELY if best.weight else _ALONE):
            return told[at], round(min(_SUREST, shares[at]), 3)
    return (best, sure) if best.weight else (None, 0.0)


def _with_opinion(
    article: Article, told: Sequence[Period], shares: Sequence[float]
) -> Sequence[float]:
    """The probabilities of periods, drawn to what a network says of each, if one has read so far."""
    opinion = article.opinion
    if opinion is None:
        return shares
    heard = [opinion.odds("period", one.first.start, one.end) for one in told]
    return [
        share if odds is None else chance(_TRUST * odds + (1 - _TRUST) * logit(share))
        for share, odds in zip(shares, heard, strict=True)
    ]


def told_periods(article: Article, published: date | None = None) -> list[Period]:
    """The dates and pairs of dates of the story, with their weights by the rules."""
    own = publication.dated(article, published)
    year = own.year if own else 0
    found = [*_periods(article, article.body, year)]
    if not any(one.weight for one in found):
        found += _periods(article, _facts(article), year)
    return found


def _points(article: Article, sentence: Sentence, year: int) -> list[Date]:
    """The dates of a sentence; those of last year and this one, where it is known when the text was written."""
    points = article.points_in(sentence)
    if not year or " year" not in sentence.low:
        return points
    told = find_relative(article.text, year, sentence.start, sentence.end)
    apart = [p for p in points if not any(d.start < p.end and p.start < d.end for d in told)]
    return sorted((*apart, *told), key=lambda point: point.start)


def _periods(article: Article, sentences: Iterable[Sentence], year: int) -> Iterator[Period]:
    for sentence in sentences:
        points, end = _points(article, sentence, year), 0
        for at in range(len(points)):
            by_rules = _told(article, sentence, points, at) if sentence.own else None
            one = by_rules or _plain(article, sentence, points, at)
            if one and (one.first.start >= end or one.weight):
                end = one.end
                yield one


def _plain(article: Article, sentence: Sentence, points: Sequence[Date], at: int) -> Period | None:
    """What no rule takes for the time of a study: a range, or one date."""
    first, following = points[at], points[at + 1] if at + 1 < len(points) else None
    if end := _short_end(article.text, first):
        return Period(0.0, first, end, sentence, "short")
    if (
        following
        and _ordered(first, following)
        and told.RANGE.match(article.text[first.end : following.start].lower())
    ):
        return Period(0.0, first, following, sentence, "range")
    if not first.year:
        return None
    before = sentence.low[: first.start - sentence.start][-60:]
    start = told.START.search(before) or told.UNTIL.search(before)
    return Period(0.0, first, None if start else first, sentence, "one")


def _facts(article: Article) -> Iterator[Sentence]:
    """The facts of a study, told under its name at the end of a release."""
    for sentence in article.sentences:
        if sentence.zone is Zone.ABOUT and told.FACTS.search(sentence.low):
            yield sentence


def _later(article: Article, best: Period) -> Date | None:
    """The end of the watching, told in one of the sentences behind the start."""
    ranged = best.last not in (None, best.first)
    last, watched = best.last or best.first, told.TALLIED if ranged else told.WATCHED
    behind = [s for s in article.own if s.end > last.end][: 3 if ranged else 8]
    for sentence in behind:
        for point in article.points_in(sentence):
            before = sentence.low[: point.start - sentence.start]
            until = point.start > last.end and told.UNTIL.search(before[-40:])
            if until and watched.search(sentence.low) and _ordered(last, point):
                return point
    return None


def _from_to(article: Article, first: Date, last: Date, sure: float) -> StudyValue:
    """A period whose two ends stand apart."""
    printed = [article.text[date.start : date.end] for date in (first, last)]
    return stated(
        article, " to ".join(printed), [(first.start, first.end), (last.start, last.end)],
        sure, "study_period",
        **{"from": _first_iso(first, last), "to": last.iso},
    )  # fmt: skip


def _told(article: Article, sentence: Sentence, points: Sequence[Date], at: int) -> Period | None:
    """The period that begins with one of the dates of a sentence, if it is one of gathering."""
    first, low = points[at], sentence.low
    before = low[max(0, first.start - sentence.start - 140) : first.start - sentence.start]
    if told.NOT.search(before[-45:]):
        return None
    own = sentence.whose is Whose.OWN
    if not (own or sentence.section is Section.METHODS or told.GATHERED.search(low)):
        return None
    if end := _short_end(article.text, first):
        return Period(2.5 + own, first, end, sentence, "short")
    following = points[at + 1] if at + 1 < len(points) else None
    if following and (found := _two(article, sentence, (first, following), before)):
        return found
    return _one(sentence, first, before) if first.year else None


def _two(
    article: Article, sentence: Sentence, ends: tuple[Date, Date], before: str
) -> Period | None:
    """The two ends of a time, joined or told one after the other."""
    (first, last), own = ends, sentence.whose is Whose.OWN
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
        return Period(2.5 + own + 0.5 * named + 0.3 * long, first, last, sentence, "range")
    one_by_one = told.FIRST.search(before) and told.LAST.search(between)
    if one_by_one or (told.START.search(before) and told.ENDED.search(between)):
        return Period(2.4, first, last, sentence, "range")
    return None


def _one(sentence: Sentence, first: Date, before: str) -> Period | None:
    """One date: of the start, or of all that was done at that time."""
    low, end = sentence.low, first.end - sentence.start
    if told.OPENING.search(before) and told.ASKED.match(low, end):
        return Period(1.4, first, None if told.AGAIN.search(low, end) else first, sentence, "one")
    opens = told.OPENS.fullmatch(before) and told.BEGAN.match(low, end)
    if opens or told.START.search(before) or told.SET_UP.search(before):
        since = told.SINCE.search(before) and sentence.whose != "own"
        return Period(
            (0.9 if since else 1.3) + 0.1 * bool(first.month), first, None, sentence, "one"
        )
    if told.DONE.search(before) and sentence.own:
        began = told.BEGINNING.search(before)
        return Period(
            1.0 + 0.1 * (sentence.whose == "own") + 0.1 * bool(first.month),
            first,
            None if began else first,
            sentence,
            "one",
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
