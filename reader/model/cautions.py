"""What a reader should know before believing the headline, each with the value that says it.

The list and the article both show what is found here, so they agree; and nothing is found that the
text has no passage for.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from reader.model.facts import REVIEWS, Fact
from reader.model.frozen import dataclass

_OBSERVATIONAL = ("cohort", "case_control", "cross_sectional", "case_series", "case_report")
_COMPANY = re.compile(
    r"\b(?:Inc|Ltd|Limited|LLC|plc|PLC|GmbH|AG|Corp|Corporation|Company|Pharma|Pharmaceuticals?"
    r"|Therapeutics|Biosciences|Biotech|Laboratories)\b|\b(?:S\.A\.|A/S|N\.V\.)"
)
_CHARITY = re.compile(
    r"\b(?:Foundation|Fund|Trust|Universit\w+|Institutes?|Hospital|Council|Society|National)\b"
)
#: Fewer participants than this are called few.
SMALL = 50


@dataclass(frozen=True, slots=True)
class Caution:
    """`code` says what to know; `field` and `place` which value of the card has the words for it."""

    code: str
    field: str
    place: int


_Facts = Mapping[str, Sequence[Fact]]
_Says = Callable[[Fact], bool]


def is_company(name: str) -> bool:
    """A funder that sells something, by its legal form or its trade."""
    return bool(_COMPANY.search(name)) and not _CHARITY.search(name)


def _one_of(*values: str) -> _Says:
    return lambda fact: fact.value in values


def _is_small(fact: Fact) -> bool:
    return fact.number is not None and fact.number < SMALL


_UNREVIEWED = _one_of("preprint", "not_peer_reviewed")
#: The values that say each caution, the gravest first; of the fields the first that has a passage.
_SAID: dict[str, tuple[tuple[str, _Says], ...]] = {
    "retracted": (("status_of_evidence", _one_of("retracted")),),
    "animal": (
        ("species", lambda fact: fact.value != "human"),
        ("study_type", _one_of("animal")),
    ),
    "in_vitro": (("study_type", _one_of("in_vitro")),),
    "preprint": (("status_of_evidence", _UNREVIEWED), ("limitations", _UNREVIEWED)),
    "conference_abstract": (("status_of_evidence", _one_of("conference_abstract")),),
    "uncontrolled": (
        ("limitations", _one_of("uncontrolled")),
        ("controlled", _one_of("no")),
        ("comparator", _one_of("none")),
        ("study_type", _one_of("single_arm_trial")),
    ),
    "small": (("sample_size", _is_small),),
    "industry_funded": (
        ("limitations", _one_of("industry_funded")),
        ("funding", lambda fact: is_company(fact.value)),
    ),
    "causal_claim": (("claim_strength", _one_of("conditional_causal", "direct_causal")),),
    "observational": (("study_type", _one_of(*_OBSERVATIONAL)),),
}


def cautions(found: Iterable[Fact]) -> tuple[Caution, ...]:
    """The cautions that a card's facts give, the gravest first."""
    facts: dict[str, list[Fact]] = {}
    for fact in found:
        facts.setdefault(fact.name, []).append(fact)
    rest = (
        Caution(code, *place)
        for code, said in _SAID.items()
        if _applies(code, facts) and (place := _place(facts, said))
    )
    return tuple(rest)


def _place(facts: _Facts, said: Sequence[tuple[str, _Says]]) -> tuple[str, int] | None:
    """The first value that says it and has a passage in the text."""
    for field, says in said:
        for place, fact in enumerate(facts.get(field, ())):
            if fact.quoted and says(fact):
                return field, place
    return None


def _applies(code: str, facts: _Facts) -> bool:
    """Whether the rest of the card lets a value be a caution: what forbids one needs no passage."""
    designs = {fact.value for fact in facts.get("study_type", ())}
    if code == "animal":
        return "animal" in designs
    if code == "small":
        return not designs & {"animal", "in_vitro", "modelling", *REVIEWS}
    if code == "causal_claim":  # it is one because of the design, which needs its words as well
        return _place(facts, _SAID["observational"]) is not None
    return code != "uncontrolled" or _is_uncontrolled(designs, facts)


def _is_uncontrolled(designs: set[str], facts: _Facts) -> bool:
    """Treated without a comparison; observed people have none to begin with."""
    limits = {fact.value for fact in facts.get("limitations", ())}
    if "single_arm_trial" in designs or "uncontrolled" in limits:
        return True
    others = {*_OBSERVATIONAL, *REVIEWS, "animal", "in_vitro", "modelling", "qualitative"}
    tried = not designs & others
    return tried and {fact.value for fact in facts.get("controlled", ())} == {"no"}
