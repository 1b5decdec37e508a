"""Learn what is a caveat: a model of words, and over it a small one of neighbours and rules.

The second must not hear from the first of sentences that it had learnt from: it would believe it too
much. So it learns from what six models say, each of the sixth of the texts that it had not seen.
"""

from collections.abc import Sequence
from dataclasses import replace

from sklearn.linear_model import LogisticRegression

from reader.study import limitations
from reader.study.caveat_model import HEARD, Weigher, heard
from reader.study.sentence_model import Model
from tests.training.calibrate import Scorer, f1
from tests.training.sentences import FOLDS, News, counts, fitted, labelled

FIELD = "limitations"
#: The probabilities from which a sentence may be taken.
STEPS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
#: The highest least is taken whose crossed figure is within this of the best: of two that do as well,
#: the one that tells fewer of what are none.
WITHIN = 0.02
#: Invented articles from this number on: no rule for caveats was mended with them in sight.
FRESH_FROM = 221
#: What a real article is worth beside an invented one, and a fresh one.
REAL, FRESH = 3.0, 2.0
Numbers = list[tuple[float, ...]]


def kind(row: News) -> str:
    """Which figure an article belongs to."""
    if row.name[0] == "d":
        return "real"
    if row.name[0] != "n" or not row.name[1:].isdigit():
        return "short"
    return "fresh" if int(row.name[1:]) >= FRESH_FROM else "invented"


def _weighed(row: News) -> News:
    return replace(row, worth={"real": REAL, "fresh": FRESH}.get(kind(row), row.worth))


def _numbers(row: News, words: dict[str, float]) -> Numbers:
    """What the second model hears of an article."""
    model = Model(words, 0.0)
    found = limitations.by_sentence(row.article, row.ruled)
    ruled = {start: max(c.weight for c in here) for start, here in found.items()}
    odds = [model.log_odds(one.features) for one in row.told]
    return heard([one.sentence for one in row.told], odds, ruled)


def _second(rows: Sequence[News], numbers: Sequence[Numbers]) -> dict[str, float]:
    """The weights of what is heard; a caveat that is optional teaches nothing."""
    said, right, weight = [], [], []
    for row, of in zip(rows, numbers, strict=True):
        for one, numbered in zip(row.told, of, strict=True):
            held, sure = labelled(one.sentence.text, row.label[FIELD])
            said.append(numbered)
            right.append(held)
            weight.append(row.worth if sure == 1 or not held else 0.0)
    learnt = LogisticRegression(C=1.0, max_iter=3000).fit(said, right, sample_weight=weight)
    named = zip(HEARD, learnt.coef_[0], strict=True)
    return {"": float(learnt.intercept_[0])} | {name: float(w) for name, w in named}


def trained(
    scorer: Scorer, rows: Sequence[News], more: Sequence[News], aside: Sequence[News]
) -> Weigher:
    """Both models; prints their figures."""
    rows = [_weighed(row) for row in rows]
    texts = [*rows, *more]
    fold = [n % FOLDS for n in range(len(rows))] + [n % FOLDS for n in range(len(more))]
    firsts = [
        fitted([t for t, n in zip(texts, fold, strict=True) if n != out], FIELD)
        for out in range(FOLDS)
    ]
    numbers = [_numbers(text, firsts[n]) for text, n in zip(texts, fold, strict=True)]
    seconds = []
    for out in range(FOLDS):
        kept = [k for k, n in enumerate(fold) if n != out]
        seconds.append(_second([texts[k] for k in kept], [numbers[k] for k in kept]))
    words, whole = fitted(texts, FIELD), _second(texts, numbers)
    crossed = {}
    for least in STEPS:
        pairs = [
            (row, Weigher(Model(firsts[n], 0.0), seconds[n], least))
            for row, n in zip(rows, fold, strict=False)
        ]
        crossed[least] = _told(scorer, f"crossed {least}", pairs)
        apart = Weigher(Model(words, 0.0), whole, least)
        _told(scorer, f"aside   {least}", [(row, apart) for row in aside])
    least = max(step for step in STEPS if crossed[step] >= max(crossed.values()) - WITHIN)
    print(FIELD, "chosen", least, "weights", len(words), whole)
    return Weigher(Model(words, 0.0), whole, least)


def _told(scorer: Scorer, title: str, pairs: Sequence[tuple[News, Weigher]]) -> float:
    """The mean of the F1 of the kinds of news, of which the real counts twice; prints them."""
    figures = {}
    for name in ("real", "invented", "fresh"):
        if part := [pair for pair in pairs if kind(pair[0]) == name]:
            figures[name] = score(scorer, part)
    print(FIELD, title, *(f"{name} {figure:.3f}" for name, figure in figures.items()))
    weighed = [*figures.values(), *(figures[name] for name in figures if name == "real")]
    return sum(weighed) / max(1, len(weighed))


def score(scorer: Scorer, pairs: Sequence[tuple[News, Weigher]]) -> float:
    """F1 of the field."""
    return f1(
        counts(scorer, FIELD, row, limitations.chosen(row.article, row.ruled, by))
        for row, by in pairs
    )
