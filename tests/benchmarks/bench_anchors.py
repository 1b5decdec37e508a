"""How often highlights are found again in edited texts, how often not, and how often wrongly.

    python tests/benchmarks/bench_anchors.py [PASSAGES]

For each way of editing: of the passages, how many are found, found at a wrong place (less than half
of the words they should be), listed as uncertain, listed as lost; for passages that were deleted,
"lost" is right and everything else but "uncertain" is wrong.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.model.annotation import TextPositionSelector
from reader.text import anchors
from reader.text.following import follow
from reader.text.revised import Revised
from tests.benchmarks.edited_texts import Publisher, Words

Edit = Callable[[Publisher, Words, tuple[int, int, list[int]]], Words | None]


def words_edited(rate: float) -> Edit:
    return lambda publisher, old, _: publisher.edit_words(publisher.add_above(old), rate)


def moved(rate: float) -> Edit:
    return lambda publisher, old, passage: publisher.edit_words(
        publisher.move(old, passage[0]), rate
    )


def deleted(rate: float) -> Edit:
    return lambda publisher, old, passage: publisher.edit_words(
        publisher.delete_sentence(old, passage[0], passage[1]), rate
    )


def number_changed(
    publisher: Publisher, old: Words, passage: tuple[int, int, list[int]]
) -> Words | None:
    changed = publisher.change_number(old, set(passage[2]))
    return publisher.add_above(changed) if changed else None


EDITS: dict[str, Edit] = {
    **{f"{round(100 * rate)} % of words": words_edited(rate) for rate in (0, 0.02, 0.05, 0.1, 0.2)},
    "paragraph moved": moved(0),
    "moved, 5 % of words": moved(0.05),
    "sentence deleted": deleted(0),
    "deleted, 10 % of words": deleted(0.1),
    "number changed": number_changed,
}


def truth(new: Words, numbers: list[int]) -> tuple[int, int] | None:
    """Where the surviving words of a passage stand; None where none survived."""
    _, places = new.laid_out()
    there = [places[number] for number in numbers if number in places]
    return (there[0][0], there[-1][1]) if there else None


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / (max(one[1], other[1]) - min(one[0], other[0]))


def judged(old: Words, new: Words, numbers: list[int]) -> tuple[str, float]:
    """What became of one passage: "found", "wrong", "uncertain", "lost" or "material"; seconds."""
    text, places = old.laid_out()
    start, end = places[numbers[0]][0], places[numbers[-1]][1]
    begun = time.perf_counter()
    position = TextPositionSelector(start, end)
    place = follow(Revised(text, new.text()), anchors.quote(text, start, end), position)
    took = time.perf_counter() - begun
    if place.state in ("orphan", "ambiguous"):
        return {"orphan": "lost", "ambiguous": "uncertain"}[place.state], took
    right = truth(new, numbers)
    if right is None or overlap(right, (place.start, place.end)) < 0.5:
        return "wrong", took
    return ("material" if place.state == "material" else "found"), took


def measure(edit: Edit, count: int, *, boilerplate: bool) -> tuple[Counter[str], float]:
    tally = Counter[str]()
    took, seed = 0.0, 0
    while tally.total() < count:
        seed += 1
        publisher = Publisher(seed, boilerplate=boilerplate)
        old = publisher.article()
        passage = publisher.passage(old)
        new = edit(publisher, old, passage)
        if new is None:
            continue
        what, seconds = judged(old, new, passage[2])
        tally[what] += 1
        took += seconds
    return tally, took / count


def main(count: int) -> None:
    names = ("found", "material", "uncertain", "lost", "wrong")
    for kind, boilerplate in (("Prose", False), ("Boilerplate", True)):
        print(
            f"{kind}, {count:,} passages each{'':<6}"
            + "".join(f"{n:>10}" for n in names)
            + "        ms"
        )
        for name, edit in EDITS.items():
            tally, took = measure(edit, count, boilerplate=boilerplate)
            print(
                f"  {name:<28}"
                + "".join(f"{tally[n]:>10,}" for n in names)
                + f"{took * 1e3:>10.2f}"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
