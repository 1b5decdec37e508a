"""Write `resources/models/interventions.json`: which words of an abstract name what is given or done.

    python -m tests.training.train_interventions [--shared FOLDER] [--score]

A conditional random field is fitted by python-crfsuite on the records of trials of neurotrialner
(MIT; the texts are public). Its weights are kept as differences to those of "outside". `--score` fits
five more, each on four fifths, and prints what they mark in the other fifth beside the rules.
"""

import argparse
import json
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite  # type: ignore[import-not-found,import-untyped,unused-ignore]

from reader.study import intervention_model, treatments
from reader.study.intervention_model import Tagger
from reader.study.reading.article import Article
from tests.training import corpora, score_corpora

TARGET = Path(__file__).resolve().parents[2] / "resources" / "models" / "interventions.json"
STATES = ("B", "I", "O")
#: Found by five-fold search on the part that is learnt from: penalties, rounds, and by how much a
#: passage is favoured over none, since marks of people are more than a fit on few texts dares.
PENALTY, ROUNDS, RARE, FAVOUR = (0.3, 0.05), 60, 2, 0.5
FOLDS = 5

Document = dict[str, Any]


def main() -> None:
    """Fit on all that may be learnt from and write, or score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--score", action="store_true")
    asked = parser.parse_args()
    documents = corpora.corpus(asked.shared, "neurotrialner", "train")
    articles = [Article(document["text"]) for document in documents]
    if asked.score:
        print(scored(asked.shared, documents, articles))
        return
    weights, steps = fitted(documents, articles)
    rows = (f"{json.dumps(name)}: {json.dumps(pair)}" for name, pair in sorted(weights.items()))
    body = ",\n".join(rows)
    TARGET.write_text(f'{{"steps": {json.dumps(steps)},\n"weights": {{\n{body}}}}}\n', "utf-8")
    print(f"{len(weights)} features of {len(documents)} texts")


Weights = dict[str, tuple[float, float]]


def fitted(
    documents: Sequence[Document], articles: Sequence[Article]
) -> tuple[Weights, list[list[float]]]:
    """The weights of features and steps."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for document, article in zip(documents, articles, strict=True):
        row = intervention_model.features(intervention_model.tokens(article))
        trainer.append(row, states(document, article))
    c1, c2 = PENALTY
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": ROUNDS, "feature.minfreq": RARE})
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/crf"
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        return _read(tagger.info())


def _read(info: Any) -> tuple[Weights, list[list[float]]]:
    rows: dict[str, dict[str, float]] = {}
    for (name, state), weight in info.state_features.items():
        rows.setdefault(name, {})[state] = weight
    pairs = {
        name: tuple(round(row.get(state, 0.0) - row.get("O", 0.0), 2) for state in "BI")
        for name, row in rows.items()
    }
    steps = [
        [round(info.transitions.get((a, b), 0.0) + FAVOUR * (b != "O"), 3) for b in STATES]
        for a in STATES
    ]
    return {name: (pair[0], pair[1]) for name, pair in pairs.items() if any(pair)}, steps


def states(document: Document, article: Article) -> list[str]:
    """The state of each word by what people marked."""
    out = ["O"] * len(article.words)
    for span in document["spans"]:
        inside = [
            n
            for n, word in enumerate(article.words)
            if word.start < span["end"] and span["start"] < word.end
        ]
        if span["label"] == "intervention" and inside:
            out[inside[0]] = "B"
            out[inside[0] + 1 : inside[-1] + 1] = ["I"] * (len(inside) - 1)
    return out


def scored(shared: Path, documents: Sequence[Document], articles: Sequence[Article]) -> str:
    """What five fits mark in texts they had not learnt from, and what the rules find."""
    scorer = score_corpora.load((shared / "data" / "corpora").resolve())
    marks: list[Any] = [None] * len(documents)
    for fold in range(FOLDS):
        learnt = [n for n in range(len(documents)) if n % FOLDS != fold]
        tagger = Tagger(*fitted([documents[n] for n in learnt], [articles[n] for n in learnt]))
        for n in range(fold, len(documents), FOLDS):
            found = intervention_model.passages(articles[n], tagger)
            marks[n] = _said((start, end) for start, end in found)
    rules = [_said((r.start, r.end) for r in treatments.named(a) if r.kind) for a in articles]
    kinds = ({"intervention"}, "intervention")
    figures = [scorer.span_scores(documents, said, *kinds)["overlap"] for said in (rules, marks)]
    return "rules {}\nmodel {}".format(*figures)


def _said(places: Iterable[tuple[int, int]]) -> dict[str, list[tuple[str, int, int]]]:
    return {"intervention": [("", start, end) for start, end in places]}


if __name__ == "__main__":
    main()
