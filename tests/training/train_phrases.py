"""Fine-tune all-MiniLM-L6-v2 to mark population, intervention, comparator, outcome and condition.

Each class has a head of its own (begin, inside, outside), because no corpus marks all five: a head
learns only from the texts that mark its class. Writes an int8 ONNX file and the tokenizer.

    python -m tests.training.train_phrases --out FOLDER [--no-news] [--epochs 4]
"""

import argparse
import random
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
import torch
from tokenizers import Tokenizer
from transformers import AutoModelForTokenClassification

from tests.training import corpora

CLASSES = ("population", "intervention", "comparator", "outcome", "condition")
#: Tokens of a window.
WIDTH = 160
#: Windows of a step.
BATCH = 8
_IGNORED = -100


@dataclass(frozen=True)
class Passage:
    """A stretch of text; `marks` are (class, start, end), `told` the classes that are marked in it."""

    text: str
    marks: tuple[tuple[str, int, int], ...]
    told: frozenset[str]


def passages(shared: Path, *, news: bool, part: str = "train") -> list[Passage]:
    """What the model learns from."""
    out = [*_whole(shared, "neurotrialner", ("condition", "intervention", "comparator"), part)]
    out += _whole(shared, "rct_art", ("intervention", "outcome"), part)
    out += _results(shared, part)
    out += _titles(shared, part)
    if news:
        for article, label in corpora.articles(shared, part):
            out.append(_article(article["text"], label))
    return out


def _whole(shared: Path, name: str, classes: tuple[str, ...], part: str) -> Iterator[Passage]:
    for document in corpora.corpus(shared, name, part):
        yield Passage(document["text"], _marks(document, classes), frozenset(classes))


def _marks(document: dict[str, Any], classes: Sequence[str]) -> tuple[tuple[str, int, int], ...]:
    spans = document["spans"]
    return tuple((s["label"], s["start"], s["end"]) for s in spans if s["label"] in classes)


def _results(shared: Path, part: str) -> Iterator[Passage]:
    """Abstracts whose outcomes are marked in results and conclusions alone."""
    for document in corpora.corpus(shared, "evidence_outcomes", part):
        marks, text = _marks(document, ("outcome",)), document["text"]
        heading = re.search(r"\n\n(?:RESULTS|FINDINGS|CONCLUSIONS?)[^\n]{0,40}:", text)
        begin = min([m[1] for m in marks], default=len(text))
        begin = text.rfind("\n", 0, begin) + 1 if not heading else min(heading.start() + 2, begin)
        yield _part(text, marks, begin, len(text), frozenset({"outcome"}))


def _titles(shared: Path, part: str) -> Iterator[Passage]:
    """Titles of trial protocols: intervention and population are marked there alone."""
    told = ("intervention", "population")
    for document in corpora.corpus(shared, "spirit_terms", part):
        end = document["text"].find("\n")
        yield _part(document["text"], _marks(document, told), 0, end, frozenset(told))


def _part(
    text: str, marks: Sequence[tuple[str, int, int]], start: int, end: int, told: frozenset[str]
) -> Passage:
    inside = tuple((c, a - start, b - start) for c, a, b in marks if start <= a and b <= end)
    return Passage(text[start:end], inside, told)


_FIELD = {
    "population": "population",
    "comparator": "comparator",
    "condition": "condition",
    "intervention_or_exposure": "intervention",
    "outcome_measures": "outcome",
}


def _article(text: str, label: dict[str, Any]) -> Passage:
    """A news article: every place that names a labelled value is marked."""
    marks = set()
    for field, name in _FIELD.items():
        rows = label.get(field) or []
        for row in rows if isinstance(rows, list) else [rows]:
            for phrase in _phrases(row):
                for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE):
                    marks.add((name, match.start(), match.end()))
    return Passage(text, tuple(sorted(marks)), frozenset(CLASSES))


def _phrases(row: dict[str, Any]) -> set[str]:
    named = [row.get("value"), *(row.get("accept") or [])]
    evidence = row.get("evidence") or []
    quotes = [evidence] if isinstance(evidence, str) else evidence
    named += [quote for quote in quotes if len(quote) < 90]
    return {phrase for phrase in named if isinstance(phrase, str) and len(phrase) > 2}


@dataclass(frozen=True)
class Window:
    """Token ids with a target for each class and token."""

    ids: list[int]
    targets: list[list[int]]


def windows(tokenizer: Tokenizer, passage: Passage) -> Iterator[Window]:
    """A passage in windows of WIDTH tokens."""
    encoded = tokenizer.encode(passage.text, add_special_tokens=False)
    targets = [_targets(passage, name, encoded.offsets) for name in CLASSES]
    step = WIDTH - 2
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    for at in range(0, len(encoded.ids), step):
        rows = [[_IGNORED, *row[at : at + step], _IGNORED] for row in targets]
        yield Window([first, *encoded.ids[at : at + step], last], rows)


def _targets(passage: Passage, name: str, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """0 outside, 1 begin, 2 inside, for each token."""
    if name not in passage.told:
        return [_IGNORED] * len(offsets)
    out = [0] * len(offsets)
    for label, start, end in passage.marks:
        if label == name:
            inside = [n for n, (a, b) in enumerate(offsets) if a < end and start < b]
            for number in inside:
                out[number] = 2
            if inside:
                out[inside[0]] = 1
    return out


def train(model: Any, rows: list[Window], epochs: int, pad: int) -> None:
    """Fine-tune in place: AdamW, linear warm-up and decay."""
    steps = epochs * -(-len(rows) // BATCH)
    model.get_input_embeddings().weight.requires_grad = False  # most of the weights, rare words
    head = list(model.classifier.parameters())
    rest = [w for w in model.bert.parameters() if w.requires_grad]
    groups = [{"params": rest, "lr": 4e-4}, {"params": head, "lr": 4e-3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / (0.1 * steps), max(0.0, (steps - n) / (0.9 * steps)))
    )
    model.train()
    started = time.perf_counter()
    for epoch in range(epochs):
        for number, batch in enumerate(_batches(rows, epoch)):
            loss = _loss(model, batch, pad)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            rate.step()
            optimizer.zero_grad()
            if number % 20 == 0:
                spent = time.perf_counter() - started
                print(
                    f"epoch {epoch} batch {number} loss {loss.item():.4f} {spent:.0f} s", flush=True
                )


def _batches(rows: list[Window], seed: int) -> Iterator[list[Window]]:
    order = list(range(len(rows)))
    random.Random(seed).shuffle(order)
    chunks = [order[at : at + 256] for at in range(0, len(order), 256)]
    for chunk in chunks:
        chunk.sort(key=lambda n: len(rows[n].ids))
        for at in range(0, len(chunk), BATCH):
            yield [rows[n] for n in chunk[at : at + BATCH]]


def _loss(model: Any, batch: list[Window], pad: int) -> Any:
    width = max(len(row.ids) for row in batch)
    ids = torch.tensor([row.ids + [pad] * (width - len(row.ids)) for row in batch])
    targets = torch.tensor(
        [[t + [_IGNORED] * (width - len(t)) for t in row.targets] for row in batch]
    )
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = model(input_ids=ids, attention_mask=(ids != pad).long()).logits
    logits = logits.float().view(len(batch), width, len(CLASSES), 3).permute(0, 2, 1, 3)
    return torch.nn.functional.cross_entropy(
        logits.reshape(-1, 3), targets.reshape(-1), ignore_index=_IGNORED
    )


def export(model: Any, folder: Path) -> None:
    """The model as int8 ONNX."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model.eval()
    ids = torch.ones(1, 8, dtype=torch.long)
    whole = folder / "phrases-fp32.onnx"
    torch.onnx.export(
        model, (ids, torch.ones_like(ids)), str(whole), dynamo=False, opset_version=17,
        input_names=["input_ids", "attention_mask"], output_names=["logits"],
        dynamic_axes={n: {0: "batch", 1: "token"} for n in ("input_ids", "attention_mask", "logits")},
    )  # fmt: skip
    quantize_dynamic(str(whole), str(folder / "phrases.onnx"), weight_type=QuantType.QInt8)
    whole.unlink()


def _shared(asked: argparse.Namespace) -> list[Passage]:
    """All news, and the share of the corpora that was asked for."""
    told = list(passages(asked.shared, news=False))
    kept = [passage for passage in told if random.random() < asked.share]
    return [*kept, *(passages(asked.shared, news=True)[len(told) :] if not asked.no_news else [])]


def main() -> None:
    """Train, export, say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--weights", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument(
        "--share", type=float, default=1.0, help="share of the corpora to learn from"
    )
    parser.add_argument("--no-news", action="store_true", help="learn from the corpora alone")
    asked = parser.parse_args()
    random.seed(7)
    numpy.random.seed(7)
    torch.manual_seed(7)
    asked.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(asked.weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(asked.out / "tokenizer.json"))
    rows = [w for p in _shared(asked) for w in windows(tokenizer, p)]
    print(len(rows), "windows,", sum(len(row.ids) for row in rows), "tokens", flush=True)
    model = AutoModelForTokenClassification.from_pretrained(
        asked.weights, num_labels=3 * len(CLASSES), attn_implementation="eager"
    )
    train(model, rows, asked.epochs, tokenizer.token_to_id("[PAD]"))
    export(model, asked.out)


if __name__ == "__main__":
    main()
