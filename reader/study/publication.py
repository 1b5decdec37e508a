"""The paper behind the article: journal, date, volume and pages."""

from collections.abc import Iterator
from datetime import date, timedelta

from reader.model.study import StudyValue
from reader.study.citations import citations
from reader.study.journals import Journal
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.dates import MONTH, MONTHS, Date, find_dates, find_years
from reader.study.reading.whose import Whose
from reader.study.values import stated
from reader.text import sieve as re


def journal(article: Article, found: list[Journal]) -> StudyValue | None:
    if not found:
        return None
    best = found[0]
    start = best.start + 4 if article.text.startswith("the ", best.start) else best.start
    printed = article.text[start : best.end]
    places = [(start, best.end)]
    return stated(article, printed, places, min(0.95, 0.55 + 0.1 * best.weight), "journal")


_PAGES = re.compile(
    r"(?<![\d:.])(?P<v>\d{1,4}) ?(?P<i>\(\d{1,3}(?:[-–]\d{1,3})?\))? ?: ?(?P<p>(?:pp?\.? ?)?[A-Za-z]{0,4}\d{1,6}(?:[-–][A-Za-z]?\d{1,6})?(?:\.e\d{1,3})?)(?![\d:])"
    r"|\b[Vv]ol(?:ume|\.) ?(?P<v2>\d{1,4})(?:,? ?(?:[Ii]ssue|[Nn]o\.?|[Nn]umber) ?(?P<i2>\d{1,3}))?,? ?(?:pages?|pp?\.?) ?(?P<p2>[a-z]?\d{1,6}(?:[-–][a-z]?\d{1,6})?(?:\.e\d{1,3})?)"
)


def volume_pages(article: Article, found: list[Journal]) -> StudyValue | None:
    """`volume(issue):pages` behind the journal's name or in a citation."""
    best = found[0] if found else None
    for match in _PAGES.finditer(article.text):
        sentence = article.sentence_at(match.start())
        if sentence is None:
            continue
        near = (
            best is not None
            and 0 <= match.start() - best.end <= 60
            and sentence.whose is not Whose.OTHER
        )
        before = article.text[max(sentence.start, match.start() - 40) : match.start()]
        cited = sentence.zone is Zone.CITATION or sentence.zone is Zone.HEADING
        if near or (cited and re.search(r"(?:19|20)\d\d", before)):
            volume, pages = match["v"] or match["v2"], match["p"] or match["p2"]
            issue = match["i"] or (f"({match['i2']})" if match["i2"] else "")
            return stated(article, f"{volume}{issue}:{pages}", [match.span()], 0.9, "volume_pages")
    return _cited_pages(article, best)


def _cited_pages(article: Article, best: Journal | None) -> StudyValue | None:
    """Volume and pages of the reference that names the journal."""
    for citation in citations(article):
        if citation.pages and best is not None and citation.name[0] == best.start:
            return stated(article, citation.volume_pages, [citation.pages], 0.88, "cited_pages")
    return None


_WHEN = re.compile(
    r"\b(?P<word>today|yesterday|this (?:week|month)|(?:on |last )?(?P<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b"
)
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_ISSUE_MONTH = re.compile(rf"\b({MONTH})(?: (\d{{4}}))? (?:issue|edition)\b")
_SAID = re.compile(r"publish|appear|issue|online|print|edition|journal")


def publication_date(
    article: Article, found: list[Journal], published: date | None
) -> StudyValue | None:
    """The date of the paper; year or day that it lacks come from the article's own date."""
    own_date = dated(article, published) or _opening_date(article, found)
    for sentence in _told_published(article, found):
        near = [d for d in find_dates(sentence.text) if _about_paper(sentence, d)]
        if near:
            chosen = _with_year(near[0], own_date)
            place = (sentence.start + chosen.start, sentence.start + chosen.end)
            return stated(article, chosen.iso, [place], 0.88, "publication_date")
        if (value := _relative(article, sentence, own_date)) is not None:
            return value
    return _cited_date(article, found) or _cited_year(article, found) or _lined_date(article, found)


def _lined_date(article: Article, found: list[Journal]) -> StudyValue | None:
    """A day on a line of its own with the journal, or with the paper's DOI."""
    name = article.text[found[0].start : found[0].end] if found else "\n"
    for sentence in article.sentences:
        if len(sentence.text) > 160 or sentence.zone in {Zone.MENU, Zone.ABOUT, Zone.CONTACTS}:
            continue
        named = name in sentence.text and sentence.zone is not Zone.DATELINE
        if named or ("doi" in sentence.low and "publish" in sentence.low):
            for when in find_dates(sentence.text):
                if when.year and when.day:
                    place = (sentence.start + when.start, sentence.start + when.end)
                    return stated(article, when.iso, [place], 0.75, "publication_line")
    return None


def _cited_date(article: Article, found: list[Journal]) -> StudyValue | None:
    """The date of the reference that names the journal."""
    for citation in citations(article):
        if citation.date and any(citation.name[0] == row.start for row in found[:2]):
            start, end = citation.date
            dates = find_dates(article.text, start, end)
            value = dates[0].iso if dates else article.text[start : start + 4]
            return stated(article, value, [(start, end)], 0.8, "cited_date")
    return None


def _told_published(article: Article, found: list[Journal]) -> Iterator[Sentence]:
    """The sentence with the journal first, then others that say when the study came out."""
    if found:
        yield found[0].sentence
    for sentence in article.body:
        told = re.search(r"\bpublished\b|\bonline\b", sentence.low)
        if (
            sentence.whose is Whose.OWN
            and told
            and (not found or sentence is not found[0].sentence)
        ):
            yield sentence
    for sentence in article.sentences:
        if sentence.zone is Zone.CITATION and found and sentence.block == found[0].sentence.block:
            yield sentence


_OTHER_DATE = re.compile(
    r"\b(?:launched|enroll?ed|between|from|since|presented|meeting|conference|diagnosed|until|to)\b[^.;]{0,40}$"
)


def _about_paper(sentence: Sentence, when: Date) -> bool:
    before = sentence.low[max(0, when.start - 70) : when.start]
    if _OTHER_DATE.search(before[-45:]) and "publish" not in before[-45:]:
        return False
    around = sentence.low[max(0, when.start - 90) : when.end + 60]
    return (
        bool(_SAID.search(around))
        or sentence.zone is Zone.CITATION
        or "(" in before[-2:]
        or bool(re.match(r"[;,)] ?\d", sentence.low[when.end :]))
    )


def dated(article: Article, published: date | None) -> date | None:
    """The article's own date: its feed's, or that of its dateline."""
    return published or _dateline(article)


def _dateline(article: Article) -> date | None:
    for block in article.blocks[:8]:
        if block.zone is Zone.DATELINE:
            for found in find_dates(article.text, block.start, block.end):
                if found.year and found.day:
                    return _day(found)
    return None


def _opening_date(article: Article, found: list[Journal]) -> date | None:
    """The day, or the year, that the first lines or the reference give."""
    for block in article.blocks[:8]:
        for when in find_dates(article.text, block.start, min(block.end, block.start + 60)):
            if when.year and when.day:
                return _day(when)
    dated = [c.date for c in citations(article) if c.date]
    lines = [(b.start, b.end) for b in article.blocks[:5] if b.end - b.start < 90]
    for start, end in (*dated, *lines):
        if years := find_years(article.text, start, end):
            return date(years[0].year, 12, 31)
    return None


def _day(found: Date) -> date | None:
    try:
        return date(found.year, found.month, found.day)
    except ValueError:
        return None


def _with_year(found: Date, own_date: date | None) -> Date:
    if found.year or own_date is None:
        return found
    year = own_date.year - (found.month > own_date.month + 1)
    return Date(found.start, found.end, year, found.month, found.day)


def _relative(article: Article, sentence: Sentence, own_date: date | None) -> StudyValue | None:
    """ "published today", "this week", "on Monday", "in the March issue"."""
    issue = _ISSUE_MONTH.search(sentence.text)
    if issue and (issue[2] or own_date):
        year = (
            int(issue[2])
            if issue[2]
            else _with_year(Date(0, 0, 0, MONTHS[issue[1][:3].lower()]), own_date).year
        )
        place = (sentence.start + issue.start(), sentence.start + issue.end())
        return stated(
            article, f"{year}-{MONTHS[issue[1][:3].lower()]:02d}", [place], 0.8, "publication_issue"
        )
    when = _WHEN.search(sentence.low)
    if (
        when is None
        or own_date is None
        or ("publish" not in sentence.low and "appear" not in sentence.low)
    ):
        return None
    place = (sentence.start + when.start(), sentence.start + when.end())
    value = (
        own_date.strftime("%Y-%m")
        if when["word"].startswith("this")
        else _shifted(when, own_date).isoformat()
    )
    return stated(article, value, [place], 0.75, "publication_relative")


def _shifted(when: re.Match[str], own_date: date) -> date:
    if when["word"] == "yesterday":
        return own_date - timedelta(days=1)
    if when["day"]:
        return own_date - timedelta(days=(own_date.weekday() - _DAYS.index(when["day"])) % 7)
    return own_date


def _cited_year(article: Article, found: list[Journal]) -> StudyValue | None:
    """The year of a citation: "J Natl Cancer Inst (2017) 109(9)"."""
    for row in found:
        match = re.match(r"[.,]? ?\(?((?:19|20)\d\d)\b", article.text[row.end : row.end + 10])
        if match and row.sentence.zone is not Zone.BODY:
            place = (row.end + match.start(1), row.end + match.end(1))
            return stated(article, match[1], [place], 0.8, "publication_year")
    return None
