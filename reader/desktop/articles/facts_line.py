"""The study behind an article in a line of the list, in the user's words."""

from reader.desktop.tongue import here, tr
from reader.text import card_terms

#: Captions of the cautions that a list shows, the gravest first.
CHIPS = {
    "retracted": "retracted",
    "animal": "animal study",
    "in_vitro": "lab study",
    "preprint": "preprint",
    "conference_abstract": "abstract",
    "uncontrolled": "uncontrolled",
    "small": "small",
    "industry_funded": "industry-funded",
    "causal_claim": "claims cause",
    "observational": "observational",
}


def facts_line(facts: str) -> str:
    """What `model.facts.line` says."""
    return card_terms.facts_line(facts, here())


def cautions(codes: tuple[str, ...]) -> list[str]:
    return [tr(CHIPS[code]) for code in codes if code in CHIPS]
