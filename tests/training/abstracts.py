"""Invented abstracts with their designs: `tests/data/abstracts`.

Items stand apart by a line `---`. The first line of an item is its design, as the card names designs, or
the form of a paper that has none (`narrative_review`, `protocol`), and `treated` where people were
treated, without chance, to see what comes of it; then come the title and the abstract. Every second
item, from the first of each file on, may teach; the others are set aside.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ABSTRACTS = Path(__file__).resolve().parents[1] / "data" / "abstracts"
TREATED = "treated"
#: Designs that say by themselves that people were treated.
_TREATS = frozenset({"single_arm_trial", "nonrandomized_trial"})


@dataclass(frozen=True, slots=True)
class Abstract:
    """An item: its name, its design, whether people were treated without chance, its text."""

    name: str
    design: str
    treated: bool
    text: str


def abstracts(part: str = "all") -> Iterator[Abstract]:
    """The items in the order of their files; `part` is "train", "aside" or "all"."""
    for path in sorted(ABSTRACTS.glob("*.txt")):
        items = path.read_text("utf-8").strip().split("\n---\n")
        for number, item in enumerate(items, 1):
            if part in ("all", "train" if number % 2 else "aside"):
                yield _abstract(f"{path.stem} {number}", item)


def _abstract(name: str, item: str) -> Abstract:
    head, _, text = item.strip().partition("\n")
    design, *flags = head.split()
    return Abstract(name, design, design in _TREATS or TREATED in flags, text)
