"""Write `resources/models/abstract_sizes.json` and `sizes.json`: which number of an abstract is the size of its study.

    python -m tests.training.train_sizes [--shared FOLDER] [--score]

The first chooses among the numbers of an abstract (`reader.study.size_choice`), the second judges each by itself
(`reader.study.size_model`) and is asked of news. Both learn from abstracts of the corpora
evidence_inference and evidence_outcomes (MIT). Their sizes are our own labels (`sizes.json` beside this
script): what the rules said, put right where another fit of this kind disagreed. Each abstract is
learnt twice, with its headings and without. `--score` prints how often rules, and rules with the choice, are
right on the training parts of corpora that nothing here learns from. Needs scikit-learn and scipy.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from reader.resource import resource
from reader.study import abstract_sizes, sample_size, size_choice, size_model
from reader.study.reading.article import Article
from reader.study.size_model import Candidate
from tests.training import corpora, linear, ranking, score_corpora

LABELS = Path(__file__).with_name("sizes.json")
#: Inverse strength of the penalty, and the weights that are kept.
STRENGTH, KEPT = 0.5, linear.Kept(0.03, 3, digits=2)
#: The same for the choice among the numbers of a text.
CHOSEN, KEPT_OF_CHOICE = 1.0, linear.Kept(0.02, 3, digits=2)
_HEADING = re.compile(r"(?:(?<=\n)|(?<=[.\])] ))[A-Z][A-Z ,&]{3,40}:+ ")


@dataclass(frozen=True)
class Document:
    """An abstract and its size."""

    article: Article
    size: int

    @cached_property
    def found(self) -> list[Candidate]:
        return size_model.candidates(self.article)


class Story:
    """The numbers of an abstract, as `ranking` learns which of them is its size."""

    stated = True

    def __init__(self, document: Document) -> None:
        named = size_choice.named(document.found)
        self.rows = [
            (dict.fromkeys(said, 1.0), c.value == document.size)
            for c, said in zip(document.found, named, strict=True)
        ]


def main() -> None:
    """Fit and write, or score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--score", action="store_true")
    asked = parser.parse_args()
    learnt = list(documents(asked.shared))
    choosing = ranking.fitted([Story(document) for document in learnt], CHOSEN, KEPT_OF_CHOICE)
    if asked.score:
        print("\n".join(scored(asked.shared, choosing)))
        return
    _write("abstract_sizes", choosing)
    _write("sizes", fitted(learnt))


def _write(name: str, by_name: Mapping[str, float]) -> None:
    rows = ",\n".join(f"{json.dumps(n)}: {weight}" for n, weight in sorted(by_name.items()))
    resource(f"models/{name}.json").write_text(f'{{"weights": {{\n{rows}}}}}\n', "utf-8")
    print(name, len(by_name), "weights")


def documents(shared: Path) -> Iterator[Document]:
    """The labelled abstracts, each with its headings and without."""
    labels = json.loads(LABELS.read_text("utf-8"))
    for name, sizes in labels.items():
        for row in corpora.corpus(shared, name, "train"):
            if str(row["id"]) in sizes:
                text = abstract(row["text"])
                for form in (text, _HEADING.sub("", text).replace("\n", " ")):
                    yield Document(Article(form), sizes[str(row["id"])])


def abstract(text: str) -> str:
    """A text of the corpora as journals print abstracts: a title, then headings in the line."""
    text = re.sub(r"^TITLE:\s*", "", text)
    text = re.sub(r"\n*ABSTRACT\.([A-Z &]+):\s*", r"\n\1: ", text)
    text = re.sub(r"\n*ABSTRACT[.:]?:?\s*", "\n", text)
    if " : " in text:
        text = text.replace("\n\n", "\n").replace("\n", " ").replace(". ", ".\n", 1)
        text = re.sub(r"[\n ]([A-Z][A-Z ,&]{3,}) : ", r" \1: ", text)
    return re.sub(r"\n{2,}", "\n", text).strip()


def fitted(learnt: Iterable[Document]) -> dict[str, float]:
    """The weights that count."""
    rows: list[dict[str, float]] = []
    right: list[bool] = []
    for document in learnt:
        rows += (dict.fromkeys(c.features, 1.0) for c in document.found)
        right += (c.value == document.size for c in document.found)
    return linear.fitted(rows, right, STRENGTH, KEPT)


def scored(shared: Path, by_name: Mapping[str, float]) -> Iterator[str]:
    """How often the size is right on the training parts of two corpora that are for scoring."""
    scorer = score_corpora.load((shared / "data" / "corpora").resolve())
    for name in ("pico_corpus", "ct_corpus"):
        rows = [_sizes(d, by_name) for d in scorer.load(name, "train") if _marked(d)]
        shares = [sum(row[n] for row in rows) / len(rows) for n in range(2)]
        yield f"{name}: rules {shares[0]:.3f}, with the model {shares[1]:.3f} of {len(rows)}"


def _marked(document: dict[str, Any]) -> set[int]:
    spans = [s for s in document["spans"] if s["label"] == "sample_size"]
    return {s["value"] for s in spans if s.get("value") is not None}


def _sizes(document: dict[str, Any], by_name: Mapping[str, float]) -> tuple[bool, bool]:
    """Whether the rules, and rules and model, say a size that is marked."""
    article, marked = Article(document["text"]), _marked(document)
    rules = sample_size.by_rules(article)
    said = []
    for rows in (rules, abstract_sizes.in_abstract(article, rules, by_name)):
        ranked = sorted(rows, key=lambda w: (-w.weight, w.count.start))
        size = sample_size.sample_size(article, ranked)
        said.append(size is not None and size.value in marked)
    return said[0], said[1]


if __name__ == "__main__":
    main()
