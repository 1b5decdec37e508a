"""The study behind an article in a line of the list, in the user's words."""

from reader.desktop.card_terms import durations
from reader.desktop.tongue import localised, tr

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
    return " · ".join(map(_fact, facts.split(" · ")))


def cautions(codes: tuple[str, ...]) -> list[str]:
    return [tr(CHIPS[code]) for code in codes if code in CHIPS]


def _fact(words: str) -> str:
    """A fact of ours in the user's words: a design, "n 4,812", "2.6 y"."""
    told = tr(words)
    return told if told != words else durations(localised(words))
