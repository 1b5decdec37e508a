"""What the program reads, in the shapes that `eval_corpora.py` and `score.py` ask for.

python ../shared/tools/eval_corpora.py tests.training.predictor:predict --part check
python ../shared/data/news_dev/score.py --callable tests.training.predictor:card --strict
python ../shared/data/news_dev/score.py --callable tests.training.predictor:closely --strict

`predict` is for texts that are known to be of a study: what it says is not held back by the verdict
on that, and of a thing that is named often every mention counts, as the corpora mark them. `shown` is
what the card of the text shows, and nothing where the program holds it for no study.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from reader.model.card_json import card_to_dict
from reader.model.study import StudyValue
from reader.study import (
    conditions,
    extract,
    figures,
    follow_up,
    genre,
    identifiers,
    marked,
)
from reader.study.phrases.closely import study_closely
from reader.study.phrases.second import SecondReader, second_reader
from reader.study.reading.article import Article

Found = tuple[Any, int, int]
Values = Mapping[str, tuple[StudyValue, ...]]

_DESIGN = {
    "randomized_controlled_trial": "rct",
    "single_arm_trial": "single_arm",
    "meta_analysis": "systematic_review",
}
#: Fields of which the corpora want what stands on the card.
_PHRASES = {
    "population": "population",
    "intervention_or_exposure": "intervention",
    "comparator": "comparator",
    "outcome_measures": "outcome",
    "condition": "condition",
    "country": "country",
    "journal": "journal",
    "nct_id": "registry_id",
    "follow_up": "duration",
    "limitations": "caveat",
    "claim_strength": "claim",
    "sample_size": "sample_size",
}
_FEATURES = {"multicentre": "multicenter", "crossover": "crossover", "parallel": "parallel"}


def card(article: dict[str, Any]) -> dict[str, Any]:
    """The card of a development article."""
    return card_to_dict(extract.study(article["text"]))


def closely(article: dict[str, Any]) -> dict[str, Any]:
    """The card of a development article as the second reader makes it (extra `phrases`)."""
    return card_to_dict(study_closely(article["text"], _second()))


def marked_only(article: dict[str, Any]) -> dict[str, Any]:
    """The same without the story model."""
    return card_to_dict(study_closely(article["text"], replace(_second(), stories=None)))


def _second() -> SecondReader:
    found = second_reader()
    if found is None:
        raise SystemExit("The extra [phrases] is not installed.")
    return found


def predict(text: str) -> dict[str, list[Found]]:
    """What is read of a study's text, by the attribute names of the corpora."""
    article = Article(text)
    return {**_of_card(extract.values(article, None)), **_mentions(article)}


def shown(text: str) -> dict[str, list[Found]]:
    """What the card of the text shows."""
    return _of_card(extract.study(text).values)


def _of_card(values: Values) -> dict[str, list[Found]]:
    out: dict[str, list[Found]] = {
        attribute: [found for value in values.get(field, ()) for found in _places(value)]
        for field, attribute in _PHRASES.items()
    }
    for drawn in values.get("study_type", ()):
        name = str(drawn.details.get("form", drawn.value))
        if drawn.details.get("of_treatment"):  # people treated without chance, however watched
            name = "nonrandomized_trial"
        out["design"] = [(_DESIGN.get(name, name), *_place(drawn))]
    for kind in values.get("species", ()):
        name = {"human": "human", "cells": "in_vitro"}.get(str(kind.value), "animal")
        out["species"] = [(name, *_place(kind))]
    for size in values.get("sample_size", ()):
        out["arm_size"] = [(arm["n"], *_place(size)) for arm in size.details.get("arms", ())]
    return {**out, "flags": list(_flags(values))}


def _flags(values: Values) -> Iterator[Found]:
    for drawn in values.get("randomized", ()):
        if drawn.value is True:
            yield "randomized", *_place(drawn)
    for masked in values.get("blinding", ()):
        name = str(masked.value)
        yield {"open_label": name, "triple": "double_blind"}.get(name, f"{name}_blind"), 0, 0
    for drawn in values.get("study_type", ()):
        for feature in drawn.details.get("features", ()):
            if feature in _FEATURES:
                yield _FEATURES[feature], *_place(drawn)


def _mentions(article: Article) -> dict[str, list[Found]]:
    """Every mention of what the corpora mark each time."""
    lengths = follow_up.lengths(article)
    scholars = genre.scholarly(article)
    things = [row for row in marked.named(article) if row.marked or (row.kind and not scholars)]

    return {
        "p_value": [(m["p"], *m.span()) for m in figures.P_VALUE.finditer(article.text)],
        "duration": [(article.text[d.start : d.end], d.start, d.end) for d in lengths],
        "registry_id": list(identifiers.numbers(article)),
        "condition": [(row.name, row.start, row.end) for row in conditions.mentions(article)],
        "intervention": [(row.core, row.start, row.end) for row in things],
    }


def _place(value: StudyValue) -> tuple[int, int]:
    return value.evidence[0].start, value.evidence[0].end


def _places(value: StudyValue) -> Iterator[Found]:
    for span in value.evidence:
        yield value.value, span.start, span.end
