"""Sections of a structured abstract, and records as PubMed prints them in one line."""

from enum import StrEnum

from reader.text import sieve as re


class Section(StrEnum):
    """The part of a structured abstract that a sentence stands in; NONE elsewhere."""

    NONE = ""
    BACKGROUND = "background"
    METHODS = "methods"
    RESULTS = "results"
    CONCLUSIONS = "conclusions"


_NAMES = {
    Section.BACKGROUND: r"background(?: and (?:aims?|objectives?|purpose))?|introduction|context|importance|rationale|(?:study )?objectives?|aims?|purpose|hypothesis|unlabelled",
    Section.METHODS: r"(?:research )?(?:study )?design(?:,? (?:and )?(?:setting|methods|participants|patients|interventions?)(?:,? and \w+)*)?|"
    r"(?:materials?|patients?|subjects?|participants?)(?: and methods)?|methods?(?: and (?:materials|findings|results))?|methodology|setting|interventions?|"
    r"main outcome measures?|main outcomes?(?: and measures)?|measurements?|data (?:sources?|extraction|synthesis|collection)|study selection|trial registration|exposures?|population",
    Section.RESULTS: r"results?(?: and \w+)?|(?:main |principal |key )?findings|main results|outcomes",
    Section.CONCLUSIONS: r"(?:authors? )?conclusions?(?: and \w+)?|interpretation|discussion|implications|significance|limitations?",
}
_HEADING = re.compile(
    "|".join(f"(?P<{section.name}>{names})" for section, names in _NAMES.items()), re.I
)
#: "RESULTS Of the 40 men": capitals alone mark the heading.
_SPACE = re.compile(r" (?=[A-Z0-9][a-z0-9,]* )")
_MARK = re.compile(r"[:.]\s")
#: Where a heading may begin in a line: at its start or behind a full stop.
_STARTS = re.compile(r"(?:^|(?<=[.?!)\]\w]) {1,2})(?=[A-Z][A-Za-z ,/&]{3,60}?:\s)")


def heading_at(text: str, at: int) -> tuple[Section, int]:
    """The section whose heading begins at an offset, and where the heading ends."""
    match = _HEADING.match(text, at)
    if match is None or not match.lastgroup:
        return Section.NONE, at
    printed = match.group()
    mark = _MARK.match(text, match.end())
    if mark is None and printed.isupper():
        mark = _SPACE.match(text, match.end())
    colon = mark is not None and mark.group()[0] == ":"
    if mark is None or not printed[0].isupper() or not (colon or printed.isupper()):
        return Section.NONE, at
    return Section[match.lastgroup], mark.end()


def headings(text: str, start: int, end: int) -> list[int]:
    """Offsets of the headings within a line."""
    found = [match.end() for match in _STARTS.finditer(text, start, end)]
    return [at for at in found if heading_at(text, at)[0]]


#: "1. J Invented Med. 2001 Apr;24(4):631-6."
_RECORD = re.compile(
    r"(?:\d{1,3}\. )?[A-Z][\w .&():/-]{2,90}?\. (?:19|20)\d\d(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?)?(?: \d{1,2})?[;:.]"
)


def record_end(text: str, start: int, end: int) -> int:
    """Where the abstract begins behind the head of a PubMed record; `start` when it is none."""
    if end - start < 400 or not _RECORD.match(text, start, end):
        return start
    found = headings(text, start, end)
    return found[0] if found else start
