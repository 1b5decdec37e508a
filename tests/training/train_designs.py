"""Write `resources/models/designs.json`: which design a news text tells of.

    python -m tests.training.train_designs [--shared FOLDER] [--check]

A logistic regression over what the rules of `reader.study.design` say and the words told of the study
(`reader.study.design_model`), on the labelled news and leads that are not set aside. It says how often the
rules alone, and the two together, name the labelled design; for the real articles the model has not
learnt from the fold that it judges. Needs scikit-learn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.study import design, design_model, species
from reader.study.extract import studied
from reader.study.reading.article import Article
from tests.study import test_design_words
from tests.training import corpora, linear
from tests.training.leads import NO_STUDY, leads

#: Inverse strength of the penalty, and the weights that are kept.
STRENGTH, KEPT = 1.0, linear.Kept(0.03, 2, linear.STEMS)


@dataclass(frozen=True)
class Row:
    """A study: where its text is from, what the model sees, what the rules say and how firmly, what is right."""

    source: str
    features: dict[str, float]
    rules: str | None
    firm: bool
    right: str
    accepted: frozenset[str]

    def is_right(self, said: str | None) -> bool:
        return said is not None and said in self.accepted


def rows(shared: Path, part: str) -> list[Row]:
    """The studies of a part: "train", "aside" or "unseen"."""
    out = list(_articles(shared, part))
    if part != "unseen":
        out += [
            _row("lead", lead.text, lead.design, ())
            for lead in leads(part)
            if lead.design != NO_STUDY
        ]
    return [*out, *_short()] if part == "train" else out


def _short() -> Iterator[Row]:
    """The short texts of the tests, for some designs are rare elsewhere."""
    for said, name in test_design_words.TOLD:
        yield _row("short", test_design_words.STORY.format(said), name, ())


def _articles(shared: Path, part: str) -> Iterator[Row]:
    for article, label in corpora.articles(shared, part):
        if label["is_study"]["value"] and (drawn := label["study_type"]):
            source = "real" if str(article["id"]).startswith("d") else "invented"
            yield _row(source, article["text"], drawn["value"], drawn.get("accept", ()))


def _row(source: str, text: str, right: str, accepted: Sequence[str | None]) -> Row:
    article = Article(text)
    _, _, kind = studied(article)
    cells = species.cells(article)
    said = design.by_rules(article, kind, cells)
    weights = design.weighed(article, kind, cells)
    seen = design_model.features(article, said, weights, kind)
    named, firm = str(said.value) if said else None, design.is_firm(said, weights)
    return Row(source, seen, named, firm, right, frozenset({right, *(a for a in accepted if a)}))


def fitted(learnt: Sequence[Row]) -> dict[str, dict[str, float]]:
    return linear.fitted_each(
        [row.features for row in learnt], [row.right for row in learnt],
        STRENGTH, KEPT,
    )  # fmt: skip


def judged(by: design_model.Weights, row: Row) -> bool:
    """Whether rules and model together are right."""
    if row.firm:
        return row.is_right(row.rules)
    shares = design_model.probabilities(row.features, by)
    return row.is_right(max(sorted(shares), key=shares.__getitem__))


def figures(rows: Sequence[tuple[Row, design_model.Weights]]) -> str:
    """How many of each source are right by the rules, and by both."""
    told = []
    for source in sorted({row.source for row, _ in rows}):
        of = [
            (row.is_right(row.rules), judged(by, row)) for row, by in rows if row.source == source
        ]
        told.append(f"{source} {sum(r for r, _ in of)} -> {sum(ok for _, ok in of)} of {len(of)}")
    return ", ".join(told)


if __name__ == "__main__":
    linear.Script(__doc__ or "", "designs", rows, fitted, figures).run()
