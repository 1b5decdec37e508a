"""Blocks of a page and their zones: menu, headline, dateline, body, about, contacts, footer, citation."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reader.study.reading.sections import record_end
from reader.text import sieve as re


class Zone(StrEnum):
    """What a block is for. Values of the study come from headline, heading, body and citation."""

    MENU = "menu"
    HEADLINE = "headline"
    DATELINE = "dateline"
    HEADING = "heading"
    BODY = "body"
    ABOUT = "about"
    CONTACTS = "contacts"
    CITATION = "citation"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or line of a list, at [start, end) of the text."""

    start: int
    end: int
    zone: Zone


_LINE = re.compile(r"[^\n\r\v\f\u2028\u2029]+")
_MENU = re.compile(
    r"(?:skip to|jump to|home$|menu$|search$|log ?in|sign ?(?:in|up)|subscribe|donate|share|print|"
    r"e-?mail this|tweet|facebook|twitter|linkedin|cookies?|newsletter|back to|you are here|"
    r"navigation|site map|advertisement|text size|download pdf|listen to)",
    re.I,
)
#: What a page says of itself to whoever opens it: its cookies, the reader's browser, where else it is.
_NOTICE = re.compile(
    r"(?:your browser (?:is|does|appears|has|doesn|isn)|for the best (?:possible )?(?:user )?experience\b|(?:we|this (?:web)?site) uses? cookies|we(?:[’']ll| will)? assume (?:that )?(?:we have your consent|you)|"
    r"(?:you need to |please )?enable (?:cookies|javascript)|you are (?:viewing|using) (?:an?|the) (?:javascript|outdated|old)|by (?:using|continuing to (?:use|browse))\b[^.]{0,40}\bcookies|"
    r"(?:[•·▪*-] ?)?(?:see|find|follow|join|like|share|watch) (?:us |this |me )?on (?:facebook|twitter|x|youtube|linkedin|instagram|whatsapp|bluesky|pinterest|tiktok)\b)",
    re.I,
)
#: No notice is as long as this.
_NOTICE_LONG = 300
#: "Home | News | Shop": the bar of a page.
_BAR = re.compile(r"[^|•·>»\n]{2,24}(?: ?[|•·>»] ?[^|•·>»\n]{2,24}){2,}$")
#: The same with nothing but wide gaps between.
_GAPS = re.compile(
    r"\S{1,20}(?: \S{1,20}){0,3}(?:(?: {2,8}|\t{1,4}) {0,4}\S{1,20}(?: \S{1,20}){0,3}){2,}$"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATELINE = re.compile(
    rf"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?[.,]? )?(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}-{_MONTH}-\d{{4}})(?:[ ,|–—-].{{0,40}})?$"
    r"|for immediate release|news release\b|peer-reviewed publication|press release|published|posted|updated|last updated|date:|"
    r"embargo|by [A-Z][\w.’'-]+ [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?(?:,.{0,60})?$|release date|issued",
    re.I,
)
_ABOUT = re.compile(
    r"(?:about|who we are:?) (?:the |us$|this (?:news|organi[sz]ation|charity))?", re.I
)
_ABOUT_NAME = re.compile(r"(?:About|ABOUT) (?:the |The |THE )?[“\"]?[A-Z0-9]")
#: "About lupus" over a paragraph of general knowledge; "About the study" tells of the study.
_ABOUT_TOPIC = re.compile(
    r"(?:About|ABOUT) (?!(?:the|this|our) (?:study|trial|research|survey|findings|project|data|paper|analysis)\b)(?:[\w’'-]+ ){0,4}[\w’'-]+:?"
)
#: "What is lupus?": the heading of general knowledge.
_EXPLAINER = re.compile(
    r"(?:What (?:is|are|causes?)(?! (?:the (?:problem|study|next|news|finding|result|question|evidence|limit|background)|new|next|this|known|it|they)\b)|Who (?:is|are)|Facts (?:about|on)|Key facts|Quick facts|Symptoms of|Understanding|More about|Background on|Fast facts)(?: (?:the |an? )?[\w’'-]+){0,5}\??:?$"
)
#: "About the KESTREL-2 trial": the name of a trial, which the text may be about.
_ABOUT_TRIAL = re.compile(
    r"(?:About|ABOUT) (?:the |The |THE )?(?:[Pp]hase [1-4IV]{1,3}[ab]? )?(?P<name>[A-Z][A-Za-z]*[A-Z][\w-]*(?: ?\d{1,3})?)(?: [\w-]+){0,4}:?"
)
_BOILERPLATE = re.compile(
    r"(?:, an (?:agency|institute|operating division) (?:within|of) the |, the nation['’]s medical research agency|"
    r"is (?:a|an|the) (?:(?:world['’]s|nation['’]s|uk['’]s|country['’]s|global|leading|largest|independent|"
    r"national|registered|private|international|non-?profit|not-for-profit|multi-?specialty|membership[- ]based|only|"
    r"premier|\d{1,4}-bed|tax[- ]exempt|voluntary|weekly|peer-reviewed|open[- ]access)[\s,]+(?:and )?){1,5}"
    r"(?:\w+ ){0,3}(?:organi[sz]ation|charity|agency|society|foundation|institute|hospital|cent(?:er|re)|university|"
    r"publisher|journal|company|association|provider|funder|health system|body)|"
    r"registered (?:charity|office|in england)|tax[- ]exempt|501\(c\)|(?:was )?founded in \d{4}|"
    r"for more information,? (?:about|on|visit|contact|please|go to|see)|follow (?:us )?on (?:twitter|facebook)|"
    r"our (?:mission|vision) is|is (?:ranked|recognized) (?:as|among)|all rights reserved|terms of use|"
    r"to learn more,? (?:about|visit)|visit (?:us at |our website|www\.|https?:))",
    re.I,
)
_CONTACTS = re.compile(
    r"(?:(?:WHO|WHAT|WHEN|WHERE|Who|What|When|Where): |(?:media|press|news)? ?(?:contacts?|inquiries|enquiries|office|relations)\b(?: media)?(?: details)?[:\s]|"
    r"contact(?:s|:| details| information)?$|for (?:further|more) information,? (?:please )?contact|"
    r"(?:tel|phone|e-?mail|mobile)\.?:|inquiries\b)",
    re.I,
)
_FOOTER = re.compile(
    r"(?:©|\(c\) ?\d{4}|copyright\b|all rights reserved|#\s?#\s?#?|-?\s?ends?\s?-?$|-30-|related (?:information|links|stories|"
    r"articles|content|topics)|read more\b|learn more\b|see also\b|more (?:stories|news|on this)|tags?:|filed under|"
    r"share this|disclaimer|image(?: credit)?:|photo(?: credit)?:|credit:|notes? (?:to|for) editors?|(?:last|page) (?:reviewed|updated)|"
    r"the views expressed|this (?:article|story|release) (?:has been|was) (?:re)?published|\*{3}|-{3}|_{3})",
    re.I,
)
_CITATION = re.compile(
    r"(?:references?\b|citation\b|article:|journal reference|paper:|full (?:paper|citation)|source:|publication:|"
    r"external links?\b|doi\b|study:|original (?:paper|article|publication))",
    re.I,
)
_VOLUME = re.compile(
    r"\b(?:19|20)\d\d\b[^\n]{0,40}?\d{1,4} ?(?:\(\d{1,3}\))? ?[:,] ?(?:pp?\.? ?)?e?\d{1,6}"
)
_INITIALS = re.compile(r"(?:[A-Z][\w’'-]{1,30} [A-Z]{1,3}[,.;] ?(?:and )?){2}")
_NAMES = re.compile(r"(?:[A-Z][\w.’'-]{1,30} (?:[A-Z]\.? ){0,2}[A-Z][\w’'-]{1,30}, ){4}")
_RECORD = re.compile(r"\d{1,3}\. [A-Z][\w .&():/-]{2,90}?\. (?:19|20)\d\d\b")
#: No reference is as long as this; a longer block tells something.
_CITATION_LONG, _RECORD_LONG = 1_500, 700
_END = re.compile(r"[.!?:;…][\"”’')\]]{0,2}$")


def find_blocks(text: str) -> list[Block]:
    """The blocks in order, without empty ones."""
    spans = [(m.start(), m.group()) for m in _LINE.finditer(text)]
    lines = [(start + len(row) - len(row.lstrip()), row.strip()) for start, row in spans]
    lines = [(start, row) for start, row in lines if row]
    return _zoned(list(_parted(text, _unwrapped(text, lines))))


def _parted(text: str, lines: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """A PubMed record parted from its abstract, and the parts of an abstract in one line."""
    for start, row in lines:
        end = start + len(row)
        at = record_end(text, start, end)
        if at > start:
            yield start, text[start:at].rstrip()
        yield at, text[at:end]


def _unwrapped(text: str, lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Lines of a hard-wrapped text joined to paragraphs; other texts as they are."""
    wrapped = [
        len(a) < 100 and not _END.search(a) and not re.search(r"\n\s*\n", text[at + len(a) : to])
        and b[:1].islower()
        for (at, a), (to, b) in itertools.pairwise(lines)
    ]  # fmt: skip
    if sum(wrapped) < 3 or sum(wrapped) * 4 < len(lines):
        return lines
    out: list[tuple[int, str]] = []
    for at, row in lines:
        last_end = out[-1][0] + len(out[-1][1]) if out else 0
        if out and "\n\n" not in text[last_end:at].replace("\r", "").replace(" ", ""):
            out[-1] = (out[-1][0], text[out[-1][0] : at + len(row)])
        else:
            out.append((at, row))
    return out


def _zoned(lines: list[tuple[int, str]]) -> list[Block]:
    longest = max((len(row) for _, row in lines), default=0)
    out: list[Block] = []
    zone, headless = Zone.MENU, True
    for number, (start, row) in enumerate(lines):
        zone = _zone(
            row, zone, headless=headless and longest > 2 * len(row), late=number * 2 > len(lines)
        )
        headless = headless and zone not in {Zone.HEADLINE, Zone.BODY}
        if zone is Zone.ABOUT and _about_own(row, lines[:number]):
            zone = Zone.HEADING
        out.append(Block(start, start + len(row), zone))
    return out


def _about_own(row: str, above: list[tuple[int, str]]) -> bool:
    """Whether a heading names a trial that the text has told of: what stands below tells more of it."""
    trial = _ABOUT_TRIAL.fullmatch(row)
    return trial is not None and any(
        trial["name"] in told and _TRIAL.search(told) for _, told in above
    )


_TRIAL = re.compile(r"\b(?:[Tt]rials?|TRIALS?|[Ss]tud(?:y|ies)|[Pp]hase|endpoint|readout)\b")


def _zone(row: str, before: Zone, *, headless: bool, late: bool) -> Zone:
    """The zone of a line, given the zone of the line before it."""
    asks = len(row) < 70 and row.endswith("?")
    short = asks or (len(row) < 90 and not _END.search(row))
    if fixed := _marked(row, short=short):
        return fixed
    if headless and len(row) < 320 and row[-1] not in ".;" and len(row.split()) > 2:
        return Zone.HEADLINE
    if before is Zone.ABOUT and not short:
        return Zone.ABOUT
    if before is Zone.CITATION and (
        _VOLUME.search(row) or _NAMES.match(row) or _INITIALS.search(row)
    ):
        return Zone.CITATION
    if _cited(row):
        return Zone.CITATION
    if late and _BOILERPLATE.search(row[:400]):
        return Zone.ABOUT
    if short and len(row.split()) < 14:
        return Zone.HEADING if any(c.isalpha() for c in row) else Zone.FOOTER
    return Zone.BODY


def _cited(row: str) -> bool:
    """Whether a line is a reference: the head of a PubMed record, or names of authors."""
    if _RECORD.match(row):
        return len(row) < _RECORD_LONG
    names = _INITIALS.match(row) or (_NAMES.match(row) and len(row) > 120)
    return bool(names) and len(row) < _CITATION_LONG


def _is_furniture(row: str, *, short: bool) -> bool:
    """Whether a line is a part of the page, and of no story."""
    if len(row) < _NOTICE_LONG and _NOTICE.match(row):
        return True
    menu = len(row) < 60 and _MENU.match(row)
    return short and bool(menu or _BAR.match(row) or _GAPS.match(row))


def _marked(row: str, *, short: bool) -> Zone | None:
    """The zone of a line that says itself what it is."""
    if _is_furniture(row, short=short):
        return Zone.MENU
    if len(row) < 120 and _DATELINE.match(row):
        return Zone.DATELINE
    if _EXPLAINER.match(row) or (short and _ABOUT_TOPIC.fullmatch(row)):
        return Zone.ABOUT
    if _ABOUT_NAME.match(row) and (short or ":" in row[:140]):
        return Zone.ABOUT
    if len(row) < 300 and _CONTACTS.match(row):
        return Zone.CONTACTS
    if len(row) < 300 and _FOOTER.match(row):
        return Zone.FOOTER
    if len(row) < _CITATION_LONG and _CITATION.match(row):
        return Zone.CITATION
    return None
