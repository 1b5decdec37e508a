"""Sentences with offsets."""

from collections.abc import Iterator

from reader.text import sieve as re

#: No sentence is studied beyond this length; longer ones are cut at a space. It bounds the work of
#: every pattern on a text without full stops.
LONGEST = 1_200
_STOP = re.compile(
    r"[.!?…。！？](?:(?<=[.!?…])[\"”’')\]]{0,3}(?=\s+[\"“‘'(\[]{0,2}[A-Z0-9À-ÞΑ-ΩА-Я])|(?<=[a-z)]\.)(?=[A-Z][a-z]+ )|(?<=[。！？]))"
)
_SHORT = re.compile(
    r"(?:^|[\s(\[“\"‘'])(?:[A-Z]|(?:[A-Z]\.){1,5}[A-Z]?|Drs?|Profs?|Mrs?|Ms|Messrs|St|Sts|Jr|Sr|vs|etc|e\.g|i\.e|cf|ca|al|approx|"
    r"Fig|Figs|Eq|No|Nos|[Vv]ol|pp?|Inc|Ltd|Co|Corp|Dept|Univ|Mo|Calif|Mass|Conn|Md|Va|Fla|Ill|Mich|Minn|Wis|Tex|Pa|"
    r"Gen|Col|Sgt|Lt|Capt|Rev|Hon|Sen|Rep|Gov|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|sp|spp|subsp|var|"
    r"[Mm]in|[Mm]ax|[Aa]vg|est|Ph\.D|M\.D|D\.C|a\.m|p\.m)$"
    r"|(?:[(,;] ?|\b(?:grant|award|contract|registration|register|trial|issue|reference) )nos?$"
)
_NEVER_LAST = re.compile(r"(?:^|\s)(?:Drs?|Profs?|Mrs?|Ms|St|vs|e\.g|i\.e|cf|Fig|No|al|sp|spp)$")


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The [start, end) of each sentence of a block."""
    at = start
    for match in _STOP.finditer(text, start, end):
        if match.end() <= at or _abbreviated(text, at, match):
            continue
        yield from _cut(text, at, match.end())
        at = match.end()
    yield from _cut(text, at, end)


def _abbreviated(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation or an initial."""
    if not stop.group().startswith("."):
        return False
    before = text[max(start, stop.start() - 14) : stop.start()]
    short = _SHORT.search(before)
    if short is None:
        return False
    if _NEVER_LAST.search(before):
        return True
    following = text[stop.end() : stop.end() + 24].lstrip()
    word = short.group().strip(' (\n“"')
    if len(word) > 1 and word.isupper() and "." in word:
        return not following.startswith(_OPENERS)
    return True


#: A sentence that begins with one of these may follow "the U.S."
_OPENERS = (
    "The ",
    "In ",
    "It ",
    "This ",
    "They ",
    "He ",
    "She ",
    "But ",
    "A ",
    "An ",
    "These ",
    "For ",
    "We ",
    "Of ",
    "Most ",
    "More ",
    "About ",
    "According ",
    "However",
)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = space if space > 0 else start + LONGEST
        yield start, cut
        start = cut + 1 if space > 0 else cut
    if end > start:
        yield start, end
