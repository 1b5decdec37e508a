"""Fine-tune all-MiniLM-L6-v2 to mark what the study card asks for; write it as int8 ONNX.

First on the corpora, then on news with as many corpus texts beside it. The weights of several
fine-tunings with other seeds are averaged. Each kind has a head of its own (outside, begin, inside).

    python -m tests.training.train_phrases --weights FOLDER --out resources/models/phrases [--quick]
    python -m tests.training.train_phrases --weights FOLDER --folds 6 --out FOLDER

`--folds` writes no model but `unseen.npz`: of every news article what a model marks that did not
learn from it, for `score_phrases.py`; `--aside` a model that learns from nothing set aside. A GPU is
used where there is one (7 minutes for both, seven jobs at once, on one H200); `--quick` is for a
processor, ten minutes on two cores: fewer rounds, one fine-tuning, two fifths of the corpora, nothing
hidden within the network.
"""

import argparse
import copy
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy
import torch
from tokenizers import Tokenizer
from transformers import AutoModelForTokenClassification

from reader.study.phrases.marker import WIDTH, averaged
from tests.training import corpora, passages
from tests.training.passages import HELD, IGNORED, KINDS, Row

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
_ABLE: dict[str, Any] = getattr(torch.cpu, "get_capabilities", dict)()
#: Processors without half floats of their own are faster with whole ones.
HALF = DEVICE == "cuda" or any(_ABLE.get(name) for name in ("amx_bf16", "avx512_bf16"))
NAME = "phrases:minilm/2"


@dataclass(frozen=True)
class Step:
    """How a round learns: rate, times that for the heads, windows a step, words hidden."""

    rate: float
    heads: float
    batch: int
    hidden: float


@dataclass(frozen=True)
class Recipe:
    """Rounds over the corpora, rounds over news, fine-tunings to average, share of the corpora.

    `beside` is how many corpus texts a round over news has for each article, `batch` the part of the
    windows a step sees, `dropout` the part of what layers say that is hidden: on a processor to draw
    that by lot takes longer than all else together.
    """

    corpora: int = 6
    news: int = 40
    seeds: int = 3
    share: float = 1.0
    beside: float = 1.0
    batch: float = 1.0
    dropout: float = 0.1

    def step(self, step: Step) -> Step:
        return replace(step, batch=max(1, round(self.batch * step.batch)))


PRETRAINING, FINE_TUNING = Step(3e-4, 10, 32, 0.15), Step(2e-4, 3, 16, 0.15)
QUICK = Recipe(corpora=1, news=8, seeds=1, share=0.4, beside=0.5, batch=0.5, dropout=0.0)


class Edges:
    """The tokens around and instead of others."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        known = tokenizer.get_vocab()
        self.first, self.last = known["[CLS]"], known["[SEP]"]
        self.hidden, self.pad = known["[MASK]"], known["[PAD]"]


def window(row: Row, edges: Edges, chance: random.Random, hidden: float) -> tuple[Any, Any]:
    """A stretch of a text at a place of its own each time, some words hidden."""
    room = WIDTH - 2
    spare = max(0, len(row.ids) - room)
    at = min(spare, max(0, chance.randrange(-room // 4, spare + room // 4)))
    part = row.ids[at : at + room]
    shown = [edges.hidden if chance.random() < hidden else token for token in part]
    targets = numpy.full((len(shown) + 2, len(KINDS)), IGNORED)
    for column, wanted in enumerate(row.targets):
        targets[1:-1, column] = wanted[at : at + room]
    return [edges.first, *shown, edges.last], targets


def batches(
    rows: Sequence[Row], edges: Edges, chance: random.Random, step: Step
) -> Iterator[tuple[Any, Any]]:
    """The windows of a round, long ones with long ones."""
    windows = []
    for row in rows:
        for _ in range(max(1, round(1.2 * len(row.ids) / (WIDTH - 2)))):
            windows.append(window(row, edges, chance, step.hidden))
    chance.shuffle(windows)
    chunks = [windows[at : at + 8 * step.batch] for at in range(0, len(windows), 8 * step.batch)]
    windows = [one for chunk in chunks for one in sorted(chunk, key=lambda pair: len(pair[0]))]
    groups = [windows[at : at + step.batch] for at in range(0, len(windows), step.batch)]
    chance.shuffle(groups)
    for group in groups:
        yield _padded(group, edges)


def _padded(group: Sequence[tuple[Any, Any]], edges: Edges) -> tuple[Any, Any]:
    width = max(len(ids) for ids, _ in group)
    ids = numpy.full((len(group), width), edges.pad)
    targets = numpy.full((len(group), width, len(KINDS)), IGNORED)
    for number, (tokens, wanted) in enumerate(group):
        ids[number, : len(tokens)], targets[number, : len(tokens)] = tokens, wanted
    return torch.from_numpy(ids).to(DEVICE), torch.from_numpy(targets).to(DEVICE)


def train(
    model: Any,
    rounds: int,
    rows: Callable[[random.Random], Sequence[Row]],
    step: Step,
    edges: Edges,
    seed: int,
) -> Any:
    """Fine-tune; the answer is the running mean of the weights."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    sizes = sum(1 for _ in batches(rows(random.Random(0)), edges, random.Random(0), step))
    optimizer, rate = _optimizer(model, step, sizes * rounds)
    mean, number = copy.deepcopy(model).eval(), 0
    model.train()
    for done in range(rounds):
        print(f"round {done + 1} of {rounds}", flush=True)
        for ids, targets in batches(rows(chance), edges, chance, step):
            _loss(model, ids, targets, edges.pad).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            rate.step()
            optimizer.zero_grad()
            number += 1
            kept = min(0.98, number / (number + 10))
            with torch.no_grad():
                torch._foreach_lerp_(list(mean.parameters()), list(model.parameters()), 1 - kept)
    return mean


def _optimizer(model: Any, step: Step, steps: int) -> tuple[Any, Any]:
    """AdamW; a tenth of the steps to warm up, then down to nothing."""
    groups = [
        {"params": list(model.bert.parameters()), "lr": step.rate},
        {"params": list(model.classifier.parameters()), "lr": step.rate * step.heads},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    return optimizer, torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / (0.1 * steps), max(0.0, (steps - n) / (0.9 * steps)))
    )


def _loss(model: Any, ids: Any, targets: Any, pad: int) -> Any:
    with torch.autocast(DEVICE, dtype=torch.bfloat16, enabled=HALF):
        logits = model(input_ids=ids, attention_mask=(ids != pad).long()).logits
    return torch.nn.functional.cross_entropy(
        logits.float().reshape(-1, 3), targets.reshape(-1), ignore_index=IGNORED
    )


class Trainer:
    """The data and the first, common part of the training."""

    def __init__(self, shared: Path, weights: Path, recipe: Recipe) -> None:
        self.recipe, self._weights = recipe, weights
        self.tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self._edges = Edges(self.tokenizer)
        told = [
            passages.tokens(self.tokenizer, p) for p in passages.corpus_passages(shared, "train")
        ]
        self._corpora = random.Random(7).sample(told, int(recipe.share * len(told)))
        news = passages.news_passages(shared)
        self.news = {name: passages.tokens(self.tokenizer, p) for name, p in news.items()}
        self._begun = train(
            self._fresh(), recipe.corpora, lambda _: self._corpora,
            recipe.step(PRETRAINING), self._edges, 1,
        )  # fmt: skip

    def _fresh(self) -> Any:
        torch.manual_seed(1)  # its heads are drawn by lot
        return AutoModelForTokenClassification.from_pretrained(
            self._weights, num_labels=3 * len(KINDS), attn_implementation="eager",
            hidden_dropout_prob=self.recipe.dropout,
            attention_probs_dropout_prob=self.recipe.dropout,
        ).to(DEVICE)  # fmt: skip

    def without(self, held: frozenset[str]) -> Any:
        """A model that learnt from all news but those."""
        learnt = [row for name, row in sorted(self.news.items()) if name not in held]

        def rows(chance: random.Random) -> list[Row]:
            beside = round(self.recipe.beside * len(learnt))
            return learnt + chance.sample(self._corpora, min(beside, len(self._corpora)))

        total: dict[str, Any] = {}
        for seed in range(self.recipe.seeds):
            begun = copy.deepcopy(self._begun)
            step = self.recipe.step(FINE_TUNING)
            model = train(begun, self.recipe.news, rows, step, self._edges, 100 * seed)
            for name, weights in model.state_dict().items():
                total[name] = total.get(name, 0) + weights.float() / self.recipe.seeds
        model.load_state_dict(total)
        return model

    def marks(self, model: Any, row: Row) -> Any:
        """Probabilities (tokens, kinds, begin and inside), as `Marker.mark` makes them."""
        rows = averaged(row.ids, len(KINDS), lambda part: self._shares(model, part))
        return rows[:, :, 1:]

    def _shares(self, model: Any, part: Sequence[int]) -> Any:
        ids = torch.tensor([[self._edges.first, *part, self._edges.last]], device=DEVICE)
        with torch.no_grad():
            logits = model(input_ids=ids, attention_mask=torch.ones_like(ids)).logits[0, 1:-1]
        return logits.float().view(len(part), len(KINDS), 3).softmax(-1).cpu().numpy()

    def unseen(self, folds: int) -> dict[str, Any]:
        """The marks of every article by a model that did not learn from it."""
        names = sorted(self.news)
        random.Random(5).shuffle(names)
        out: dict[str, Any] = {}
        for fold in range(folds):
            held = names[fold::folds]
            model = self.without(frozenset(held))
            for name in held:
                out[name] = (255 * self.marks(model, self.news[name])).round().astype("uint8")
            print(f"fold {fold + 1} of {folds}", flush=True)
        return out


def write_onnx(model: Any, path: Path, outputs: Sequence[str]) -> None:
    """The model as int8 ONNX (seven bits a weight: older processors overflow with eight).

    The first axis of what goes in is that of texts, the second that of tokens; so it is of those `outputs`
    that have the name of tokens or of logits.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    ids = torch.ones(1, 8, dtype=torch.long)
    whole = path.with_name(f"{path.stem}-fp32.onnx")
    names = ["input_ids", "attention_mask"]
    axes = {
        name: {0: "batch", 1: "token"} if name in _BY_TOKEN else {0: "batch"}
        for name in (*names, *outputs)
    }
    torch.onnx.export(
        model, (ids, torch.ones_like(ids)), str(whole), dynamo=False, opset_version=17,
        input_names=names, output_names=list(outputs), dynamic_axes=axes,
    )  # fmt: skip
    quantize_dynamic(
        str(whole), str(path),
        weight_type=QuantType.QInt8, reduce_range=True, per_channel=True,
    )  # fmt: skip
    whole.unlink()


_BY_TOKEN = frozenset({"input_ids", "attention_mask", "logits", "tokens"})


def export(model: Any, tokenizer: Tokenizer, folder: Path) -> None:
    """The model, its tokenizer and what is to be known of it."""
    write_onnx(model.cpu().eval(), folder / "phrases.onnx", ["logits"])
    told = json.loads(tokenizer.to_str())
    (folder / "tokenizer.json").write_text(
        json.dumps(told, ensure_ascii=False, separators=(",", ":")), "utf-8"
    )
    about = {"name": NAME, "kinds": KINDS}
    (folder / "about.json").write_text(json.dumps(about, indent=1), "utf-8")


def main() -> None:
    """Train; write a model, or what models mark in articles they do not know."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--weights", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--aside", action="store_true", help="learn from nothing set aside")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    trainer = Trainer(asked.shared, asked.weights, QUICK if asked.quick else Recipe())
    if asked.folds:
        numpy.savez_compressed(asked.out / "unseen.npz", **trainer.unseen(asked.folds))
    else:
        aside = {label["id"] for _, label in corpora.articles(asked.shared, "aside")}
        held = HELD | aside if asked.aside else HELD
        export(trainer.without(held), trainer.tokenizer, asked.out)


if __name__ == "__main__":
    main()
