"""Fit how much the signs and the words for and against a study count.

    python -m tests.training.train_is_study [--shared FOLDER] [--check]

A logistic regression over the signs of `reader.study.is_study` and the stems of the text, on the labelled
news and leads that are not set aside, the short texts of the tests, and some abstracts, which are studies
told in other words. Writes `resources/models/is_study.json`. Needs scikit-learn; what it writes needs
nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.study import verdict_model
from reader.study.is_study import ENOUGH, scores, words
from reader.study.reading.article import Article
from tests.study import lay_stories, short_others, short_studies
from tests.study.stories import OTHERS, STUDIES
from tests.training import corpora, linear
from tests.training.leads import NO_STUDY, everyday, leads, teasers
from tests.training.train_sizes import abstract

#: Inverse strength of the penalty, and the weights that are kept.
STRENGTH, KEPT = 0.25, linear.Kept(0.02, 3, linear.STEMS)
#: So many abstracts of each of two corpora.
ABSTRACTS = 60


@dataclass(frozen=True)
class Row:
    """The signs and words of a text, and whether it reports a study."""

    source: str
    signs: Mapping[str, float]
    words: frozenset[str]
    study: bool

    @property
    def features(self) -> dict[str, float]:
        return {**self.signs, **dict.fromkeys(self.words, 1.0)}


def rows(shared: Path, part: str) -> list[Row]:
    """The texts of a part: "train", "aside" or "unseen"."""
    out = [
        _row(
            "real" if str(a["id"]).startswith("d") else "invented",
            a["text"],
            label["is_study"]["value"],
        )
        for a, label in corpora.articles(shared, part)
    ]
    if part != "unseen":
        out += [_row("lead", lead.text, lead.design != NO_STUDY) for lead in leads(part)]
        out += [_row("teaser", said.text, said.design != NO_STUDY) for said in teasers(part)]
    return [*out, *_short(shared)] if part == "train" else out


def _short(shared: Path) -> Iterator[Row]:
    """The short texts of the tests, for news without a study is rare elsewhere, and abstracts."""
    for text in {**STUDIES, **short_studies.STUDIES}.values():
        yield _row("short", text, True)
    for text in {**OTHERS, **lay_stories.OTHERS, **short_others.OTHERS}.values():
        yield _row("short", text, False)
    for other in everyday():
        yield _row("everyday", other.text, False)
    for name in ("evidence_inference", "evidence_outcomes"):
        for document in corpora.corpus(shared, name, "train")[:ABSTRACTS]:
            yield _row("abstract", abstract(document["text"]), True)


def _row(source: str, text: str, study: bool) -> Row:
    article = Article(text)
    signs, _ = scores(article)
    return Row(source, signs, words(article), study)


def fitted(learnt: Sequence[Row]) -> dict[str, float]:
    """The weights that count."""
    return linear.fitted(
        [row.features for row in learnt], [row.study for row in learnt],
        STRENGTH, KEPT,
    )  # fmt: skip


def right(by: Mapping[str, float], row: Row) -> bool:
    return (verdict_model.probability(row.signs, row.words, by) >= ENOUGH) == row.study


def figures(judged: Sequence[tuple[Row, Mapping[str, float]]]) -> str:
    """How many of each source are right by the weights beside them."""
    told = []
    for source in sorted({row.source for row, _ in judged}):
        of = [right(by, row) for row, by in judged if row.source == source]
        told.append(f"{source} {sum(of)} of {len(of)}")
    return ", ".join(told)


if __name__ == "__main__":
    linear.Script(__doc__ or "", "is_study", rows, fitted, figures).run()
