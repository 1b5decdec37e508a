"""References to a paper: "J Invented Med 2019;24(4):631-6", "Inv. Adv. 12, e991 (2026)", "Med, doi: …"."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.study.once import once
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Block, Zone
from reader.study.reading.dates import MONTH
from reader.text import sieve as re

_NAME = r"(?P<name>(?:The )?[A-Z][\w&’'-]{0,24}\.?(?: (?:(?:of|and|the|in|for|on|&|de) )?[A-Z][\w&’'-]{0,24}\.?){0,8}?(?: \([A-Z][\w ]{1,20}\))?)"
_START = r"(?:^|(?<=[.?!,;:(–—] )|(?<=[”\"’] )|(?<=\())"
_PAGES = r"(?P<pages>(?:pp?\.? ?)?[A-Za-z]{0,6}\d{1,8}(?:[-–][A-Za-z]?\d{1,7})?(?:\.e\d{1,3})?)"
_ISSUE = r"(?P<issue>\((?:\d{1,3}|[Ss]uppl\w*\.? ?\d{0,2})(?:[-–]\d{1,3})?\))?"
_YEAR = r"(?:19|20)\d\d"
_MON = r"[A-Z][a-z]{2,8}\.?"
_DATE = rf"(?P<date>{MONTH}\.? \d{{1,2}},? {_YEAR}|\d{{1,2}} {MONTH}\.? {_YEAR}|{MONTH}\.? {_YEAR}|{_YEAR} {MONTH}(?: \d{{1,2}})?|{_YEAR})"

#: Name, year, volume and pages; name, volume, pages and year.
_FULL = (
    re.compile(
        rf"{_START}{_NAME}[.,]? \(?(?P<date>{_YEAR})(?: {_MON}(?: \d{{1,2}})?)?\)?[;,:]? ?(?P<volume>\d{{1,4}}) ?{_ISSUE} ?[:,] ?{_PAGES}",
        re.M,
    ),
    re.compile(
        rf"{_START}{_NAME}[.,]? (?P<volume>\d{{1,4}}) ?{_ISSUE} ?[,:] ?{_PAGES} \((?P<date>{_YEAR})\)",
        re.M,
    ),
    re.compile(
        rf"{_START}{_NAME}[.,]? [Vv]ol(?:ume|\.)? ?(?P<volume>\d{{1,4}}),? (?:[Ii]ssue|[Nn]o\.?|[Nn]umber) ?(?P<number>\d{{1,3}}),? (?:pages?|pp?\.?) ?{_PAGES}",
        re.M,
    ),
)
#: Name and date, or the name alone, before a DOI or at the end; only where references stand.
_SHORT = (
    re.compile(rf"{_START}{_NAME}[.,] (?:[Pp]ublished (?:online )?)?{_DATE}(?=[.;,]|$)", re.M),
    re.compile(
        rf"{_START}{_NAME}[.,;]? (?P<date>(?!))?(?:\(\d{{4}}\)[.,]? )?(?=doi\b|DOI\b|https?://(?:dx\.)?doi)",
        re.M,
    ),
)
#: A line that labels the journal.
LABELLED = re.compile(
    rf"^(?:[Jj]ournal(?: name| title)?|[Pp]ublished in|[Pp]ublication|[Ss]ource|[Jj]ournal reference): ?(?:[Tt]he )?{_NAME}(?=[.,;(]|$)",
    re.M,
)
_INITIALS = re.compile(r"(?<![\w’'-])[\w’'-]+ [A-Z]{1,3}\. (?=[A-Z])")
_NO_NAME = re.compile(
    rf"(?<![\w’'-])(?:{MONTH}|[A-Z][\w’'-]+ [A-Z]{{1,3}}|Vol(?:ume)?|Issue|DOI|Doi|Abstract|Table|Figure)\.?$"
)
_SEE = re.compile(r"\b(?:see|e\.g\.|cf\.?|reviewed in)\b[^()]{0,40}$")
_APART = frozenset({Zone.ABOUT, Zone.FOOTER, Zone.MENU, Zone.CONTACTS})


@dataclass(frozen=True, slots=True)
class Citation:
    """A journal named in a reference, with the places of date and of volume and pages there."""

    name: tuple[int, int]
    date: tuple[int, int] | None
    pages: tuple[int, int] | None
    volume_pages: str
    sentence: Sentence
    running: bool


@once
def citations(article: Article) -> tuple[Citation, ...]:
    """The references that may be to the paper on this study, those in full first."""
    return (*_found(article, full=True), *_found(article, full=False))


def _found(article: Article, *, full: bool) -> Iterator[Citation]:
    for block in article.blocks:
        if block.zone in _APART or not _DATED.search(article.text, block.start, block.end):
            continue
        if not (full or block.zone is Zone.CITATION or _refers(article, block)):
            continue
        running = block.end - block.start > _RUNNING
        for pattern in _FULL if full else _SHORT:
            for match in pattern.finditer(article.text, block.start, block.end):
                sentence = article.sentence_at(match.start("name"))
                if sentence and not _unfit(article, sentence, match, running=running):
                    yield _citation(match, sentence, running=running)
                    break


def _refers(article: Article, block: Block) -> bool:
    return _REFERS.search(article.text, block.start, block.end) is not None


#: A block as long as this is running text with a reference in it.
_RUNNING = 420
_REFERS = re.compile(r"\bdoi\b", re.I)
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\bdoi\b|\bvol(?:ume)?\b", re.I)


def _unfit(article: Article, sentence: Sentence, match: re.Match[str], *, running: bool) -> bool:
    before = article.text[sentence.start : match.start("name")]
    short = len(match["name"]) < 4 and match["name"] not in {"BMJ", "Gut"}
    told = running and sentence.zone is Zone.BODY and not sentence.own
    return bool(told or short or _NO_NAME.fullmatch(match["name"]) or _SEE.search(before))


def _citation(match: re.Match[str], sentence: Sentence, *, running: bool) -> Citation:
    start, end = match.span("name")
    if authors := list(_INITIALS.finditer(match["name"])):
        start += authors[-1].end()
    parts = match.groupdict()
    end -= match["name"].endswith(".") and "." not in match["name"][:-1]
    pages, printed = None, ""
    if parts.get("pages"):
        pages = (match.start("volume"), match.end("pages"))
        issue = parts.get("issue") or (f"({parts['number']})" if parts.get("number") else "")
        printed = f"{parts['volume']}{issue}:{parts['pages']}"
    date = match.span("date") if parts.get("date") else None
    return Citation((start, end), date, pages, printed, sentence, running)
