"""What the token classifier learns from: texts with marked passages, as token ids and targets.

A kind is learnt only from texts in which it is marked: no corpus marks all of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.training import corpora

#: Kinds that a field's value names, wherever the text has it …
NAMED = {
    "population": "population",
    "intervention_or_exposure": "intervention",
    "comparator": "comparator",
    "outcome_measures": "outcome",
    "condition": "condition",
}
#: … and kinds of which the labelled evidence is marked.
TOLD = {
    "key_results": "result",
    "limitations": "limitation",
    "sample_size": "sample",
    "follow_up": "follow_up",
    "adverse_events": "harm",
    "funding": "funder",
    "study_type": "design",
    "institution": "institution",
    "investigators": "investigator",
    "journal": "journal",
    "study_period": "period",
    "country": "country",
    "deaths": "death",
    "phase": "phase",
}
KINDS = (*NAMED.values(), *TOLD.values())
#: Articles of which the shipped model knows nothing: what is told of it is measured on them.
HELD = frozenset(f"n{number}" for number in range(102, 141, 2))
#: A target that counts for nothing.
IGNORED = -100

Mark = tuple[str, int, int]


@dataclass(frozen=True)
class Passage:
    """A text; `marks` are (kind, start, end), `told` the kinds that are marked in it."""

    name: str
    text: str
    marks: tuple[Mark, ...]
    told: frozenset[str]


@dataclass(frozen=True)
class Row:
    """A passage in tokens: 0 outside, 1 begin, 2 inside for each token and kind, or IGNORED."""

    name: str
    ids: list[int]
    targets: list[list[int]]


def corpus_passages(shared: Path, part: str) -> Iterator[Passage]:
    """The corpora with an open licence; `part` is "train" or "check"."""
    yield from _whole(shared, "neurotrialner", ("condition", "intervention", "comparator"), part)
    yield from _whole(shared, "rct_art", ("intervention", "outcome"), part)
    for document in corpora.corpus(shared, "evidence_outcomes", part):
        yield _outcomes(document)
    for document in corpora.corpus(shared, "spirit_terms", part):
        yield _title(document)
    for document in corpora.corpus(shared, "evidence_inference", part):
        spans = [s for s in document["spans"] if s["label"] == "evidence_sentence"]
        marks = tuple(("result", s["start"], s["end"]) for s in spans)
        yield Passage(document["id"], document["text"], marks, frozenset({"result"}))


def news_passages(shared: Path) -> dict[str, Passage]:
    """All labelled news but the unseen, by name."""
    return {
        label["id"]: Passage(
            label["id"], article["text"], _news_marks(article["text"], label), frozenset(KINDS)
        )
        for part in ("train", "aside")
        for article, label in corpora.articles(shared, part)
    }


def _whole(shared: Path, name: str, kinds: Sequence[str], part: str) -> Iterator[Passage]:
    for document in corpora.corpus(shared, name, part):
        marks = _marks(document, kinds)
        yield Passage(document["id"], document["text"], marks, frozenset(kinds))


def _marks(document: dict[str, Any], kinds: Sequence[str]) -> tuple[Mark, ...]:
    spans = document["spans"]
    return tuple((s["label"], s["start"], s["end"]) for s in spans if s["label"] in kinds)


def _outcomes(document: dict[str, Any]) -> Passage:
    """Outcomes are marked in results and conclusions alone."""
    marks, text = _marks(document, ("outcome",)), document["text"]
    heading = re.search(r"\n\n(?:RESULTS|FINDINGS|CONCLUSIONS?)[^\n]{0,40}:", text)
    first = min((start for _, start, _ in marks), default=len(text))
    begin = text.rfind("\n", 0, first) + 1 if not heading else min(heading.start() + 2, first)
    return _part(document, marks, begin, len(text), frozenset({"outcome"}))


def _title(document: dict[str, Any]) -> Passage:
    """Intervention and population are marked in titles alone."""
    told = frozenset({"intervention", "population"})
    return _part(document, _marks(document, sorted(told)), 0, document["text"].find("\n"), told)


def _part(
    document: dict[str, Any], marks: Sequence[Mark], start: int, end: int, told: frozenset[str]
) -> Passage:
    inside = tuple((c, a - start, b - start) for c, a, b in marks if start <= a and b <= end)
    return Passage(document["id"], document["text"][start:end], inside, told)


def _news_marks(text: str, label: dict[str, Any]) -> tuple[Mark, ...]:
    marks: set[Mark] = set()
    for field, kind in NAMED.items():
        for phrase in {p for row in _rows(label, field) for p in _phrases(row)}:
            for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE):
                marks.add((kind, match.start(), match.end()))
    for field, kind in TOLD.items():
        for quote in {q for row in _rows(label, field) for q in _quotes(row)}:
            if (at := text.find(quote)) >= 0:
                marks.add((kind, at, at + len(quote)))
    return tuple(sorted(marks))


def _rows(label: dict[str, Any], field: str) -> list[dict[str, Any]]:
    rows = label.get(field) or []
    return rows if isinstance(rows, list) else [rows]


def _quotes(row: dict[str, Any]) -> list[str]:
    evidence = row.get("evidence") or []
    return [evidence] if isinstance(evidence, str) else evidence


def _phrases(row: dict[str, Any]) -> list[str]:
    short = [quote for quote in _quotes(row) if len(quote) < 90]
    named = [row.get("value"), *(row.get("accept") or []), *short]
    return [phrase for phrase in named if isinstance(phrase, str) and len(phrase) > 2]


def tokens(tokenizer: Any, passage: Passage) -> Row:
    """`tokenizer` is a `tokenizers.Tokenizer` that neither cuts nor pads."""
    encoded = tokenizer.encode(passage.text, add_special_tokens=False)
    targets = [_targets(passage, kind, encoded.offsets) for kind in KINDS]
    return Row(passage.name, encoded.ids, targets)


def _targets(passage: Passage, kind: str, offsets: Sequence[tuple[int, int]]) -> list[int]:
    if kind not in passage.told:
        return [IGNORED] * len(offsets)
    out = [0] * len(offsets)
    marks = [(start, end) for name, start, end in passage.marks if name == kind]
    for start, end in sorted(marks, key=lambda mark: mark[0] - mark[1]):  # the longest first
        inside = [n for n, (a, b) in enumerate(offsets) if a < end and start < b]
        for number in inside:
            out[number] = 2
        if inside:
            out[inside[0]] = 1
    return out
