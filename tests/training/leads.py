"""Short invented news items with their labels in the text: `tests/data/leads`.

Items stand apart by a line `---`. The first line of an item is its design (`none`: no study is reported)
and flags, then come a headline and paragraphs. `{n:2,400 adults}` marks the whole sample, `{a:…}` the
size of an arm, `{f:…}` follow-up, `{i:…}` what was given or looked at, `{c:…}` with what it was compared,
`{k:…}` the condition, `{l:…}` what limits the study. Every second item, from the first on, may teach; the
others are set aside.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"
LEADS = DATA / "leads"
KINDS = frozenset("nafickl")
FLAGS = frozenset(
    [
        "randomized",
        "not_randomized",
        "controlled",
        "uncontrolled",
        "open_label",
        "single",
        "double",
        "triple",
        "stated",
        "told",
    ]
)
NO_STUDY = "none"
_MARK = re.compile(r"\{(?P<kind>[a-z]):(?P<words>[^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled passage at [start, end) of the text without its marks."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lead:
    """An item: its text without marks, its design, its flags and the passages that are labelled."""

    name: str
    design: str
    flags: frozenset[str]
    text: str
    marks: tuple[Mark, ...]

    def of(self, kind: str) -> list[Mark]:
        return [mark for mark in self.marks if mark.kind == kind]


def leads(part: str = "all") -> Iterator[Lead]:
    """The items in the order of their files; `part` is "train", "aside" or "all"."""
    for path in sorted(LEADS.glob("*.txt")):
        for number, item in enumerate(_items(path), 1):
            if part in ("all", "train" if number % 2 else "aside"):
                yield _lead(f"{path.stem} {number}", item)


def everyday() -> Iterator[Lead]:
    """What other feeds carry (politics, sport, software, reviews …): none reports a study."""
    for number, item in enumerate(_items(DATA / "everyday.txt"), 1):
        yield _lead(f"everyday {number}", item)


def teasers(part: str) -> Iterator[Lead]:
    """A headline and a sentence, as most feeds of news for doctors carry; the parts lie as in `leads`.

    Pairs of a study and of none stand one behind the other: the first of two pairs teaches.
    """
    for number, item in enumerate(_items(DATA / "teasers.txt")):
        if part == ("aside" if number // 2 % 2 else "train"):
            yield _lead(f"teasers {number + 1}", item)


def _items(path: Path) -> list[str]:
    return path.read_text("utf-8").strip().removesuffix("\n---").split("\n---\n")


def _lead(name: str, item: str) -> Lead:
    head, _, told = item.strip().partition("\n")
    design, _, flags = head.partition("|")
    text, marks, at = "", [], 0
    for match in _MARK.finditer(told):
        text += told[at : match.start()]
        marks.append(Mark(match["kind"], len(text), len(text) + len(match["words"])))
        text += match["words"]
        at = match.end()
    return Lead(name, design.strip(), frozenset(flags.split()), text + told[at:], tuple(marks))
