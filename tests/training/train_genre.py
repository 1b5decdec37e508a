"""Write `resources/models/genre.json`: which words tell a scholar's own text from news.

    python -m tests.training.train_genre [--shared FOLDER] [--check]

A logistic regression over stems and the signs of `reader.study.genre`. For abstracts stand those of
`tests/data/abstracts`, of the open corpus evidence_outcomes and the records of neurotrialner; for news the
labelled articles and leads, whole and paragraph by paragraph. It says how many of each source, among
the texts with no word of news and too few signs of scholars, are taken for a scholar's. Needs scikit-learn.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.study import genre, genre_model
from reader.study.reading.article import Article
from tests.study import test_abstract_designs
from tests.training import corpora, linear
from tests.training.abstracts import abstracts
from tests.training.leads import leads
from tests.training.train_sizes import abstract

#: Inverse strength of the penalty, and the weights that are kept.
STRENGTH, KEPT = 0.3, linear.Kept(0.05, 3, linear.STEMS, digits=2)
#: A paragraph has more words; the documents of a corpus and the paragraphs of an article that are learnt from.
WORDS, DOCUMENTS, PARAGRAPHS = 25, 600, 5


@dataclass(frozen=True)
class Row:
    """A text: where it is from, what the model sees, whether it is a scholar's, whether the model is asked."""

    source: str
    features: frozenset[str]
    right: bool
    asked: bool


def rows(shared: Path, part: str) -> list[Row]:
    """The texts of a part: "train", "aside" or "unseen"."""
    out = [_row(source, text, right=False) for source, text in _news(shared, part)]
    if part == "unseen":
        return out
    out += [_row("lead", lead.text, right=False) for lead in leads(part)]
    out += [_row("abstract", one.text, right=True) for one in abstracts(part)]
    if part == "train":
        out += [_row("corpus", text, right=True) for text in _corpora(shared)]
        out += [_row("short", told, right=True) for told, _ in test_abstract_designs.TOLD]
    return out


def _news(shared: Path, part: str) -> Iterator[tuple[str, str]]:
    for article, _ in corpora.articles(shared, part):
        yield "news", article["text"]
        told = (line for line in article["text"].split("\n") if len(line.split()) > WORDS)
        yield from (("paragraph", line) for _, line in zip(range(PARAGRAPHS), told, strict=False))


def _corpora(shared: Path) -> Iterator[str]:
    for name in ("evidence_outcomes", "neurotrialner"):
        for document in corpora.corpus(shared, name, "train")[:DOCUMENTS]:
            yield abstract(document["text"])


def _row(source: str, text: str, *, right: bool) -> Row:
    article = Article(text)
    told = article.body
    asked = genre.plain(article) and genre.weight(told) < genre.ENOUGH
    return Row(source, genre.features(article), right, asked)


def fitted(learnt: Sequence[Row]) -> dict[str, float]:
    """The weights from the texts of the training part."""
    seen = [dict.fromkeys(sorted(row.features), 1.0) for row in learnt]
    return linear.fitted(seen, [row.right for row in learnt], STRENGTH, KEPT)


def figures(judged: Sequence[tuple[Row, Mapping[str, float]]]) -> str:
    """How many texts of each source, of those the model is asked about, it takes for a scholar's."""
    told = []
    for source in sorted({row.source for row, _ in judged}):
        of = [
            genre_model.probability(row.features, by) >= genre.LIKELY
            for row, by in judged
            if row.source == source and row.asked
        ]
        told.append(f"{source} {sum(of)} of {len(of)}")
    return ", ".join(told)


if __name__ == "__main__":
    linear.Script(__doc__ or "", "genre", rows, fitted, figures).run()
