"""The study card in the shape that `eval_corpora.py` and `score.py` ask for.

python ../shared/tools/eval_corpora.py tests.training.predictor:predict --part check
python ../shared/data/news_dev/score.py --callable tests.training.predictor:card --strict
"""

from collections.abc import Iterator
from typing import Any

from reader.model.card_json import card_to_dict
from reader.model.study import StudyCard, StudyValue
from reader.study.extract import study

Found = tuple[Any, int, int]

_DESIGN = {
    "randomized_controlled_trial": "rct",
    "single_arm_trial": "single_arm",
    "meta_analysis": "systematic_review",
}
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


def card(article: dict[str, Any]) -> dict[str, Any]:
    """The card of a development article."""
    return card_to_dict(study(article["text"]))


def predict(text: str) -> dict[str, list[Found]]:
    """What the card says, by the attribute names of the corpora."""
    read = study(text)
    out: dict[str, list[Found]] = {}
    for field, attribute in _PHRASES.items():
        out[attribute] = [found for value in read.values.get(field, ()) for found in _places(value)]
    if drawn := read.one("study_type"):
        name = str(drawn.value)
        out["design"] = [(_DESIGN.get(name, name), *_place(drawn))]
    out["flags"] = list(_flags(read))
    if size := read.one("sample_size"):
        out["arm_size"] = [(arm["n"], *_place(size)) for arm in size.details.get("arms", ())]
    return out


def _place(value: StudyValue) -> tuple[int, int]:
    return value.evidence[0].start, value.evidence[0].end


def _places(value: StudyValue) -> Iterator[Found]:
    for span in value.evidence:
        yield value.value, span.start, span.end


def _flags(read: StudyCard) -> Iterator[Found]:
    if (drawn := read.one("randomized")) and drawn.value is True:
        yield "randomized", *_place(drawn)
    if masked := read.one("blinding"):
        name = str(masked.value)
        yield {"open_label": name}.get(name, f"{name}_blind"), *_place(masked)
