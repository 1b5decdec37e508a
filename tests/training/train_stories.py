"""Fine-tune all-MiniLM-L6-v2 to say what a news text reports; write it as int8 ONNX.

One network, several heads: whether a study is reported, its design and that design's features, and, for every
token, how much it speaks for the size and the follow-up, among the candidates of a text and "none". Texts
are read in windows; what each says of the whole counts by a gate of its own. The vectors of words and the
two lowest layers stay as they are.

    python -m tests.training.train_stories --weights FOLDER --out resources/models/stories [--aside] [--from FOLDER]

`--aside` writes nothing, but tells how often the model is right on texts set aside and on unseen ones. `--from` sets
out from a model that ships, for a few rounds at half the rates. Some 35 minutes on two cores without half floats.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
import torch
from tokenizers import Tokenizer
from torch.nn import functional
from transformers import AutoModel

from reader.study.phrases.stories import WIDTH, nearest, windows
from tests.training import corpora, shipped
from tests.training.story_rows import FLAGS, Row, rows
from tests.training.train_phrases import Edges, write_onnx

NAME, SEED, FROZEN = "stories:minilm/1", 1, 2
KINDS = ("size", "follow_up")
DESIGNS = (
    "animal", "case_control", "case_report", "case_series", "cohort", "cross_sectional", "in_vitro", "meta_analysis",
    "modelling", "nonrandomized_trial", "other", "qualitative", "randomized_controlled_trial", "single_arm_trial",
    "systematic_review",
)  # fmt: skip
#: Windows a step, words hidden, what is hidden of the last layer.
BATCH, HIDDEN, DROPOUT = 12, 0.1, 0.1
#: How much features and candidates count beside study and design, and what is left to other designs.
FEATURES, CANDIDATES, SMOOTHED = 0.3, 0.7, 0.05


@dataclass(frozen=True)
class Course:
    """How often all texts are read, and the rates of the layers and of the heads."""

    rounds: int
    rate: float
    of_heads: float


#: From the weights that know no news, and from those of a model that ships.
ANEW, FURTHER = Course(7, 1e-4, 1e-3), Course(3, 5e-5, 5e-4)


@dataclass(frozen=True)
class Text:
    """A text in tokens: its windows, and for each kind (window, first, last + 1, right) of the candidates read."""

    row: Row
    windows: tuple[tuple[int, ...], ...]
    told: dict[str, tuple[tuple[int, int, int, bool], ...]]


class Stories(torch.nn.Module):  # type: ignore[misc]
    """The network: for each window what it says of the text, the gate of that last, and of each token."""

    def __init__(self, weights: Path, pad: int) -> None:
        super().__init__()
        self.pad = pad
        self.encoder = AutoModel.from_pretrained(weights, attn_implementation="eager")
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:FROZEN]):
            part.requires_grad_(requires_grad=False)
        width = self.encoder.config.hidden_size
        said = 1 + len(DESIGNS) + sum(map(len, FLAGS.values())) + len(KINDS)
        self.hides = torch.nn.Dropout(DROPOUT)
        self.whole = torch.nn.Linear(width, said + 1)
        self.tokens = torch.nn.Linear(width, len(KINDS))

    def forward(self, input_ids: Any, attention_mask: Any) -> tuple[Any, Any]:
        out = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        seen = attention_mask.unsqueeze(-1).to(out.dtype)
        mean = (out * seen).sum(1) / seen.sum(1)
        return self.whole(self.hides(mean)), self.tokens(self.hides(out))


def read(tokenizer: Tokenizer, row: Row) -> Text:
    """A text cut into windows, its candidates found again in them."""
    encoded = tokenizer.encode(row.text, add_special_tokens=False)
    starts = windows(len(encoded.ids))
    end = min(len(encoded.ids), starts[-1] + WIDTH)
    told = {
        kind: tuple(_placed(encoded.offsets[:end], starts, row.told[kind].places))
        if kind in row.told
        else ()
        for kind in KINDS
    }
    return Text(row, tuple(tuple(encoded.ids[at : at + WIDTH]) for at in starts), told)


def _placed(
    offsets: Sequence[tuple[int, int]],
    starts: Sequence[int],
    places: Sequence[tuple[int, int, bool]],
) -> Iterator[tuple[int, int, int, bool]]:
    for start, end, right in places:
        inside = [at for at, (a, b) in enumerate(offsets) if a < end and start < b]
        if inside:
            window = nearest(inside[0], starts)
            first = inside[0] - starts[window] + 1  # behind the edge
            last = min(inside[-1] - starts[window] + 1, WIDTH)
            yield window, first, last + 1, right


def batches(texts: Sequence[Text], chance: random.Random) -> Iterator[list[Text]]:
    """The texts of a round in steps of some `BATCH` windows, long ones with long ones."""
    shuffled = chance.sample(list(texts), len(texts))
    steps: list[list[Text]] = []
    for at in range(0, len(shuffled), 5 * BATCH):
        step: list[Text] = []
        for text in sorted(shuffled[at : at + 5 * BATCH], key=lambda t: sum(map(len, t.windows))):
            step.append(text)
            if sum(len(one.windows) for one in step) >= BATCH:
                steps, step = [*steps, step], []
        steps += [step] if step else []
    return iter(chance.sample(steps, len(steps)))


def padded(parts: Sequence[Sequence[int]], edges: Edges, chance: random.Random | None) -> Any:
    """Windows side by side, some words hidden where `chance` draws them."""
    ids = numpy.full((len(parts), max(map(len, parts)) + 2), edges.pad)
    for row, part in zip(ids, parts, strict=True):
        hidden = [chance is not None and chance.random() < HIDDEN for _ in part]
        shown = [edges.hidden if hide else one for hide, one in zip(hidden, part, strict=True)]
        row[: len(part) + 2] = [edges.first, *shown, edges.last]
    return torch.from_numpy(ids)


def said_of(model: Stories, step: Sequence[Text], ids: Any) -> Iterator[tuple[Text, Any, Any]]:
    """(text, what its windows together say of it, what each window says of its tokens)."""
    whole, tokens = model(ids, (ids != model.pad).long())
    at = 0
    for text in step:
        own = slice(at, at + len(text.windows))
        gates = torch.softmax(whole[own, -1], 0).unsqueeze(1)
        yield text, (whole[own, :-1] * gates).sum(0), tokens[own]
        at = own.stop


def loss(text: Text, whole: Any, tokens: Any) -> Any:
    """How far what is said of a text lies from what is known of it."""
    row, at = text.row, 1 + len(DESIGNS)
    total = functional.binary_cross_entropy_with_logits(whole[0], torch.tensor(float(row.study)))
    if not row.study:
        return total
    if row.design in DESIGNS:
        total = total + _chosen(whole[1:at], DESIGNS.index(row.design), SMOOTHED)
    for name, answers in FLAGS.items():
        if row.flags.get(name) in answers:
            said = whole[at : at + len(answers)]
            total = total + FEATURES * _chosen(said, answers.index(row.flags.get(name)), 0.0)
        at += len(answers)
    for column, kind in enumerate(KINDS):
        if kind in row.told:
            none = whole[at + column]
            total = total + CANDIDATES * _pointed(text, kind, none, tokens[..., column])
    return total


def _chosen(said: Any, right: int, smoothed: float) -> Any:
    return functional.cross_entropy(said[None], torch.tensor([right]), label_smoothing=smoothed)


def _pointed(text: Text, kind: str, none: Any, tokens: Any) -> Any:
    """The candidates of a text share one certainty with "none"; of several right ones any will do."""
    told, stated = text.told[kind], text.row.told[kind].stated
    right = [at for at, (*_, ok) in enumerate(told, 1) if ok] if stated else [0]
    if not right:
        return 0.0
    odds = [tokens[window, first:end].mean() for window, first, end, _ in told]
    shares = torch.log_softmax(torch.stack([none, *odds]), 0)
    return -torch.logsumexp(shares[right], 0)


def train(model: Stories, texts: Sequence[Text], edges: Edges, course: Course) -> None:
    """AdamW; a tenth of the steps to warm up, then down to nothing."""
    chance = random.Random(SEED)
    steps = course.rounds * sum(1 for _ in batches(texts, random.Random(0)))
    learns = [weight for weight in model.encoder.parameters() if weight.requires_grad]
    heads = [*model.whole.parameters(), *model.tokens.parameters()]
    groups = [{"params": learns, "lr": course.rate}, {"params": heads, "lr": course.of_heads}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / (0.1 * steps), max(0.0, (steps - n) / (0.9 * steps)))
    )
    model.train()
    for number in range(course.rounds):
        for step in batches(texts, chance):
            ids = padded([part for text in step for part in text.windows], edges, chance)
            told = [loss(*one) for one in said_of(model, step, ids)]
            optimizer.zero_grad()
            (sum(told) / len(told)).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            rate.step()
        print(f"round {number + 1} of {course.rounds}", flush=True)
    model.eval()


def figures(model: Stories, texts: Sequence[Text], edges: Edges) -> str:
    """How often the likeliest answer is right."""
    right, asked = (
        dict.fromkeys(("study", "design", *KINDS), 0),
        dict.fromkeys(("study", "design", *KINDS), 0),
    )
    with torch.no_grad():
        for text in texts:
            ((_, whole, tokens),) = said_of(model, [text], padded(text.windows, edges, None))
            for name, ok in _answers(text, whole, tokens):
                asked[name] += 1
                right[name] += ok
    return ", ".join(f"{name} {right[name]} of {asked[name]}" for name in asked)


def _answers(text: Text, whole: Any, tokens: Any) -> Iterator[tuple[str, bool]]:
    yield "study", bool(whole[0] > 0) == text.row.study
    if text.row.design in DESIGNS:
        best = int(whole[1 : 1 + len(DESIGNS)].argmax())
        yield "design", DESIGNS[best] == text.row.design
    for column, kind in enumerate(KINDS):
        if kind in text.row.told and text.row.told[kind].stated:
            odds = [float(tokens[w, a:b, column].mean()) for w, a, b, _ in text.told[kind]]
            best = max(range(len(odds)), key=odds.__getitem__, default=-1)
            yield kind, best >= 0 and text.told[kind][best][3]


def export(model: Stories, folder: Path) -> None:
    """The model and what is to be known of it."""
    write_onnx(model, folder / "stories.onnx", ["whole", "tokens"])
    about = {"name": NAME, "designs": DESIGNS, "kinds": KINDS}
    (folder / "about.json").write_text(json.dumps(about, indent=1) + "\n", "utf-8")


def main() -> None:
    """Train; write the model, or tell its figures on what it has not seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--weights", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--from", dest="begun", type=Path, help="folder of a model that ships")
    parser.add_argument("--aside", action="store_true", help="tell figures, write nothing")
    asked = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(asked.weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    edges = Edges(tokenizer)
    torch.manual_seed(SEED)
    model = Stories(asked.weights, edges.pad)
    if asked.begun:
        shipped.load(model, asked.begun / "stories.onnx")
    course = FURTHER if asked.begun else ANEW
    train(model, [read(tokenizer, row) for row in rows(asked.shared, "train")], edges, course)
    for part in ("aside", "unseen") if asked.aside else ():
        texts = [read(tokenizer, row) for row in rows(asked.shared, part)]
        print(f"{part}: {figures(model, texts, edges)}")
    if not asked.aside:
        asked.out.mkdir(parents=True, exist_ok=True)
        export(model, asked.out)


if __name__ == "__main__":
    main()
