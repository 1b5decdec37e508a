"""What the models over sentences have in common in learning: texts, features, labels, figures."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from reader.model.study import StudyCard, StudyValue
from reader.study import limitations, results, signs
from reader.study.reading.article import Article
from tests.training import corpora
from tests.training.calibrate import Scorer
from tests.training.leads import NO_STUDY, leads

FOLDS = 6
#: Inverse strength of the penalty.
STRENGTH = 0.2
#: How much a sentence of a lead counts beside one of a whole article.
LEAD = 0.5
#: How much a word counts beside a sign, and the signs of neighbours.
WORD, PAIR, NEAR, FAR = 0.3, 0.24, 0.6, 0.4
#: In how many articles a word must stand, and the least weight that is kept.
SEEN, KEPT = 2, 0.01


@dataclass(frozen=True)
class News:
    """A labelled article, what the rules say of it, and what its sentences are worth in learning."""

    article: Article
    label: dict[str, Any]
    found: tuple[results.Finding, ...]
    ruled: tuple[limitations.Caveat, ...]
    told: tuple[signs.Signed, ...]
    worth: float = 1.0

    @property
    def name(self) -> str:
        return str(self.label["id"])


def news(shared: Path, part: str) -> list[News]:
    """The articles that are studies: whether they are is not these models' matter."""
    return [
        News(
            article := Article(raw["text"]),
            label,
            tuple(results.candidates(article)),
            tuple(limitations.candidates(article)),
            signs.signed(article),
        )
        for raw, label in corpora.articles(shared, part)
        if label["is_study"]["value"]
    ]


def short(part: str) -> list[News]:
    """The leads that are studies: their caveats are labelled, their findings are not."""
    out = []
    for lead in leads(part):
        if lead.design != NO_STUDY:
            article = Article(lead.text)
            told = [{"evidence": lead.text[mark.start : mark.end]} for mark in lead.of("l")]
            label = {"id": lead.name, "limitations": told}
            ruled = tuple(limitations.candidates(article))
            out.append(News(article, label, (), ruled, signs.signed(article), LEAD))
    return out


def fitted(rows: Sequence[News], field: str) -> dict[str, float]:
    """The weights that count."""
    said: list[dict[str, float]] = []
    right: list[bool] = []
    weight: list[float] = []
    seen = _seen(rows)
    for row in rows:
        for one in row.told:
            said.append({name: _size(name) for name in one.features if seen.get(name, 0) >= SEEN})
            held, sure = labelled(one.sentence.text, row.label[field])
            right.append(held)
            weight.append(sure * row.worth)
    columns = DictVectorizer()
    matrix = columns.fit_transform(said)
    learnt = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=3000)
    learnt.fit(matrix, right, sample_weight=weight)
    named = zip(columns.get_feature_names_out(), learnt.coef_[0], strict=True)
    weights = {str(name): round(float(w) * _size(name), 3) for name, w in named}
    kept = {name: w for name, w in sorted(weights.items()) if abs(w) >= KEPT}
    return {"": round(float(learnt.intercept_[0]), 2), **kept}


def _seen(rows: Iterable[News]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in rows:
        for name in {name for one in row.told for name in one.features}:
            counts[name] = counts.get(name, 0) + 1
    return counts


def _size(name: str) -> float:
    """How large a feature is while learning: the larger, the less its weight is penalised."""
    if name.startswith(("<<", ">>")):
        return FAR
    if name.startswith(("<", ">")):
        return NEAR
    if name.startswith(("@", "~")):
        return 1.0
    return PAIR if " " in name else WORD


def labelled(text: str, items: Sequence[dict[str, Any]]) -> tuple[bool, float]:
    """Whether a sentence holds what is labelled; what is optional counts half."""
    squeezed = _squeezed(text)
    quotes = [(_squeezed(item.get("evidence")), item.get("optional", False)) for item in items]
    held = [
        optional
        for quote, optional in quotes
        if quote and (quote[:50] in squeezed or squeezed in quote)
    ]
    return bool(held), 0.5 if held and all(held) else 1.0


def _squeezed(text: Any) -> str:
    joined = " ".join(text) if isinstance(text, list) else str(text or "")
    return re.sub(r"\W+", " ", joined).strip().lower()


def counts(
    scorer: Scorer, field: str, row: News, values: tuple[StudyValue, ...]
) -> tuple[int, int, int]:
    verdict = StudyValue(True, (), 1.0, "")
    return scorer.counts(StudyCard("", "", verdict, {field: values}), row.label, field)
