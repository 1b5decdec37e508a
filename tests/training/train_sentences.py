"""Train the models that find key results and limitations.

    python -m tests.training.train_sentences [--shared FOLDER] [--check]

Logistic regressions over the features of `reader/study/signs.py`, learnt from the labelled news that is
not set aside. Writes `resources/models/findings.json` and `caveats.json`. Needs scikit-learn; what it
writes needs nothing.
"""

import argparse
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from reader.model.study import StudyCard, StudyValue
from reader.resource import resource
from reader.study import results, signs
from reader.study.limitations import by_rule, with_further
from reader.study.reading.article import Article
from reader.study.sentence_model import Model
from reader.study.values import stated
from tests.training import corpora
from tests.training.calibrate import Scorer, f1
from tests.training.leads import NO_STUDY, leads

FOLDS = 6
#: Inverse strength of the penalty, and the least log odds from which a sentence may be taken.
STRENGTH, STEPS = 0.2, (0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.25)
#: The lowest least is taken whose crossed figure is within this of the best.
WITHIN = 0.01
#: How much a sentence of a lead counts beside one of a whole article.
LEAD = 0.5
#: The log odds that caveats of brief texts are given: they are told there as often as in the short items.
SOONER = {"limitations": 1.0}
#: How much a word counts beside a sign, and the signs of neighbours.
WORD, PAIR, NEAR, FAR = 0.3, 0.24, 0.6, 0.4
BRIEF = "@brief True"
#: In how many articles a word must stand, and the least weight that is kept.
SEEN, KEPT = 2, 0.006


@dataclass(frozen=True)
class News:
    """A labelled article, what the rules say of it, and what its sentences are worth in learning."""

    article: Article
    label: dict[str, Any]
    found: tuple[results.Finding, ...]
    ruled: tuple[StudyValue, ...]
    told: tuple[signs.Signed, ...]
    worth: float = 1.0


@dataclass(frozen=True)
class Task:
    """A field with what a model makes of an article."""

    field: str
    file: str
    values: Callable[[News, Model], tuple[StudyValue, ...]]


def _findings(row: News, by: Model) -> tuple[StudyValue, ...]:
    text = row.article.text
    return tuple(
        stated(row.article, text[f.start : f.end], [(f.start, f.end)], 0.5, "")
        for f in results.chosen(row.article, row.found, by)
    )


def _caveats(row: News, by: Model) -> tuple[StudyValue, ...]:
    return with_further(row.article, row.ruled, by)


TASKS = (
    Task("key_results", "findings", _findings),
    Task("limitations", "caveats", _caveats),
)


def news(shared: Path, part: str) -> list[News]:
    """The articles that are studies: whether they are is not this model's matter."""
    return [
        News(
            article := Article(raw["text"]),
            label,
            tuple(results.candidates(article)),
            by_rule(article),
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
            out.append(News(article, label, (), by_rule(article), signs.signed(article), LEAD))
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
            held, sure = _labelled(one.sentence.text, row.label[field])
            right.append(held)
            weight.append(sure * row.worth)
    columns = DictVectorizer()
    matrix = columns.fit_transform(said)
    learnt = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=3000)
    learnt.fit(matrix, right, sample_weight=weight)
    named = zip(columns.get_feature_names_out(), learnt.coef_[0], strict=True)
    weights = {str(name): round(float(w) * _size(name), 3) for name, w in named}
    weights[BRIEF] = round(weights.get(BRIEF, 0.0) + SOONER.get(field, 0.0), 3)
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
    if name.startswith("@"):
        return 1.0
    return PAIR if " " in name else WORD


def _labelled(text: str, items: Sequence[dict[str, Any]]) -> tuple[bool, float]:
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


def score(scorer: Scorer, task: Task, pairs: Iterable[tuple[News, Model]]) -> float:
    """F1 of the field."""
    return f1(_counts(scorer, task.field, row, task.values(row, by)) for row, by in pairs)


def balanced(scorer: Scorer, task: Task, pairs: Sequence[tuple[News, Model]]) -> float:
    """The mean of the F1 on real and on invented news, which is told with more caveats than real is."""
    parts = [[p for p in pairs if p[0].label["id"].startswith(kind)] for kind in ("d", "n")]
    return sum(score(scorer, task, part) for part in parts) / len(parts)


def _counts(
    scorer: Scorer, field: str, row: News, values: tuple[StudyValue, ...]
) -> tuple[int, int, int]:
    verdict = StudyValue(True, (), 1.0, "")
    return scorer.counts(StudyCard("", "", verdict, {field: values}), row.label, field)


def precision(scorer: Scorer, task: Task, pairs: Iterable[tuple[News, Model]]) -> float:
    """The share of the values that are right; of limitations, of those that only the model finds."""
    right = [
        _counts(scorer, task.field, row, (value,))[1] == 0
        for row, by in pairs
        for value in task.values(row, by)
        if task.field == "key_results" or value.method.startswith("linear:")
    ]
    return round(sum(right) / max(1, len(right)), 2)


def trained(scorer: Scorer, task: Task, rows: Sequence[News], aside: Sequence[News]) -> Model:
    """The model of a field; prints its figures."""
    more = short("train") if task.field == "limitations" else []
    held = [[r for n, r in enumerate(rows) if n % FOLDS != fold] for fold in range(FOLDS)]
    folds = [fitted([*rest, *more], task.field) for rest in held]
    weights = fitted([*rows, *more], task.field)
    crossed = {}
    for least in STEPS:
        crossed[least] = balanced(scorer, task, list(_crossed(rows, folds, least)))
        apart = score(scorer, task, [(row, Model(weights, least)) for row in aside])
        real = score(
            scorer, task, [p for p in _crossed(rows, folds, least) if p[0].label["id"][0] == "d"]
        )
        print(
            task.field,
            least,
            "crossed",
            round(crossed[least], 3),
            "real",
            round(real, 3),
            "aside",
            round(apart, 3),
        )
    least = next(step for step in STEPS if crossed[step] >= max(crossed.values()) - WITHIN)
    sure = precision(scorer, task, _crossed(rows, folds, least))
    print(task.field, "chosen", least, "precision", sure, "weights", len(weights))
    return Model(weights, least, sure)


def _crossed(
    rows: Sequence[News], folds: Sequence[dict[str, float]], least: float
) -> Iterator[tuple[News, Model]]:
    """Each article with the model that did not learn from it."""
    return ((row, Model(folds[n % FOLDS], least)) for n, row in enumerate(rows))


def main() -> None:
    """Train, print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--check", action="store_true", help="print the figures, write nothing")
    asked = parser.parse_args()
    scorer = Scorer(asked.shared)
    rows, aside = news(asked.shared, "train"), news(asked.shared, "aside")
    for task in TASKS:
        by = trained(scorer, task, rows, aside)
        if not asked.check:
            data = {"schema": "studywire.sentences/1", "least": by.least, "precision": by.precision}
            text = json.dumps({**data, "weights": by.weights}, ensure_ascii=False, indent=0) + "\n"
            resource(f"models/{task.file}.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
