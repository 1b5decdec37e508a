"""What the token classifier adds to the rules, on articles it did not learn from.

    python -m tests.training.score_phrases UNSEEN.npz [--shared FOLDER]
    python -m tests.training.score_phrases FOLDER --part unseen [--part aside]

`UNSEEN.npz` is what `train_phrases.py --folds` writes, `FOLDER` what it writes without, as in
`resources/models/phrases`: then say parts that this model did not learn from ("held" are those that
no model learns from, though rules and calibration may). Prints the F1 of each field of
`merging.POLICIES`, rules alone and together: for real and invented articles of each part.
"""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

import numpy

from reader.model.study import StudyCard
from reader.resource import resource
from reader.study.extract import study
from reader.study.phrases.marker import Marker, Marks
from reader.study.phrases.merging import POLICIES, with_marks
from reader.study.reading.article import Article
from tests.training import calibrate, corpora
from tests.training.passages import HELD, KINDS

Pair = tuple[StudyCard, StudyCard, dict[str, Any]]
#: What is marked in the article of a name and a text.
Reader = Callable[[str, str], Marks]


def reader(path: Path) -> Reader:
    """Of a model's folder, or of what models marked that had not learnt from each article."""
    if path.is_dir():
        model = Marker(path)
        return lambda _, text: model.mark(text)
    return _unseen(numpy.load(path))


def _unseen(unseen: Any) -> Reader:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(resource("models/phrases/tokenizer.json")))

    def read(name: str, text: str) -> Marks:
        inner = unseen[name].astype(float) / 255
        rows = numpy.concatenate([1 - inner.sum(axis=2, keepdims=True), inner], axis=2)
        return Marks(KINDS, tokenizer.encode(text, add_special_tokens=False).offsets, rows)

    return read


def _articles(shared: Path, part: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    if part != "held":
        yield from corpora.articles(shared, part)
        return
    for article, label in corpora.articles(shared, "aside"):
        if label["id"] in HELD:
            yield article, label


def pairs(shared: Path, read: Reader, part: str) -> list[Pair]:
    """(card of the rules, card of both, label) of the articles of a part."""
    out = []
    for article, label in _articles(shared, part):
        text, card = article["text"], study(article["text"])
        marks = read(label["id"], text)
        out.append((card, with_marks(Article(text), card, marks, "phrases:unseen/1"), label))
    return out


def table(scorer: calibrate.Scorer, told: Sequence[Pair]) -> Iterable[str]:
    rows = []
    for name in POLICIES:
        rules = calibrate.f1(scorer.counts(card, label, name) for card, _, label in told)
        both = calibrate.f1(scorer.counts(card, label, name) for _, card, label in told)
        rows.append((rules, both))
        yield f"  {name:25} {rules:.3f} -> {both:.3f}"
    yield f"  {'mean':25} {mean(r for r, _ in rows):.3f} -> {mean(b for _, b in rows):.3f}"


def main() -> None:
    """Print the tables of the parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("marked", type=Path, help="UNSEEN.npz, or the folder of a model")
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--part", action="append", choices=("train", "aside", "held", "unseen"))
    asked = parser.parse_args()
    scorer, read = calibrate.Scorer(asked.shared), reader(asked.marked)
    for part in asked.part or ("train", "aside"):
        told = pairs(asked.shared, read, part)
        for kind, first in (("real", "d"), ("invented", "n")):
            if some := [pair for pair in told if pair[2]["id"].startswith(first)]:
                print(f"{kind}, {part}: {len(some)} articles")
                print("\n".join(table(scorer, some)))


if __name__ == "__main__":
    main()
