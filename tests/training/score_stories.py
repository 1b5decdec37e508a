"""What the story model that ships adds to rules and linear models, on texts it did not learn from.

    python -m tests.training.score_stories [--shared FOLDER]

For each kind of text: how many verdicts and designs (the label's first) are right, and of sizes and
follow-ups how many are right and wrong: right is what stands where a right candidate does. Needs the extra
`phrases` and what training needs; some minutes.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from reader.model.study import StudyCard
from reader.study.extract import Teller, study
from reader.study.phrases.stories import stories
from tests.training import corpora
from tests.training.story_rows import Row, rows

FIELDS = {"size": "sample_size", "follow_up": "follow_up"}


def counted(texts: Sequence[Row], teller: Teller | None) -> Counter[str]:
    """What is right and wrong of some texts, by names."""
    out: Counter[str] = Counter(texts=len(texts))
    for row in texts:
        card = study(row.text, teller=teller)
        out["verdict"] += bool(card.is_study.value) == row.study
        if row.source == "teaser":  # nothing else is labelled in them
            continue
        if row.design:
            out["designs"] += 1
            drawn = card.values.get("study_type", ())
            out["design"] += bool(drawn) and drawn[0].value == row.design
        for kind, field in FIELDS.items():
            out[f"{kind} {_found(card, row, kind, field)}"] += 1
    return out


def _found(card: StudyCard, row: Row, kind: str, field: str) -> str:
    """Whether what a card says stands where a right candidate does."""
    values = card.values.get(field, ())
    if not values:
        return "left"
    told = row.told[kind].places if kind in row.told and row.told[kind].stated else ()
    right = [(start, end) for start, end, ok in told if ok]
    at = [(span.start, span.end) for span in values[0].evidence]
    return "right" if any(a < end and start < b for a, b in right for start, end in at) else "wrong"


def told(name: str, texts: Sequence[Row], teller: Teller) -> str:
    """A line: without the model -> with it."""
    both = [counted(texts, None), counted(texts, teller)]

    def change(key: str) -> str:
        return " -> ".join(str(one[key]) for one in both)

    parts = [f"verdict {change('verdict')} of {len(texts)}"]
    if not both[0]["designs"]:
        return f"{name}: {parts[0]}"
    parts.append(f"design {change('design')} of {both[0]['designs']}")
    for kind in FIELDS:
        parts.append(f"{kind} right {change(f'{kind} right')}, wrong {change(f'{kind} wrong')}")
    return f"{name}: {'; '.join(parts)}"


def main() -> None:
    """Print a line for each kind of text of the parts that are set aside or unseen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    asked = parser.parse_args()
    model = stories()
    if model is None:
        raise SystemExit("The extra [phrases] is not installed.")
    for part in ("aside", "unseen"):
        texts = list(rows(asked.shared, part))
        for source in sorted({row.source for row in texts}):
            print(
                told(f"{part}, {source}", [r for r in texts if r.source == source], model.opinion),
                flush=True,
            )


if __name__ == "__main__":
    main()
