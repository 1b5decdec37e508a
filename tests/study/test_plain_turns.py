"""Turns of phrase of charities and agencies: comparisons, caveats, harms and claims in plain words."""

import pytest

from reader.model.study import StudyValue
from reader.study import (
    caveat_model,
    claim,
    comparator,
    findings,
    harms,
    interventions,
    limitations,
    outcomes,
)
from reader.study.extract import study
from reader.study.reading.article import Article

_LEAD = "The researchers asked 240 adults with hay fever to take part in a trial for eight weeks. "

COMPARED = [
    ("Those who drank the most had a lower risk than those in the bottom third.", "those in the bottom third"),
    ("They compared the 80 who sang both alone and in choirs with the 90 who never sang at all.", "90 who never sang at all"),
    ("Compared with nasal spray alone, the two together eased sneezing.", "nasal spray alone"),
    ("Their children were no more likely to sneeze than children whose parents never took it.", "children whose parents never took it"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), COMPARED)
def test_whom_they_were_compared_with_is_read_from_the_comparison(
    sentence: str, expected: str
) -> None:
    found = comparator.comparator(Article(_LEAD + sentence), "cohort")
    assert found is not None
    assert found.value == expected


CAVEATS = [
    ("The spray has not yet been tried in children.", "The spray has not yet been tried in children"),
    ("“Rats are not people, and sprays that work in rats often fail in patients,” said Dr Ames.", "Rats are not people, and sprays that work in rats often fail in patients"),
    ("The team had no group that was left without any spray.", "The team had no group that was left without any spray"),
    ("“It does not tell us that sneezing can be prevented.”", "It does not tell us that sneezing can be prevented"),
    ("Pollen was measured a single time.", "Pollen was measured a single time"),
]  # fmt: skip


def _caveats(text: str) -> list[str]:
    article = Article(text)
    found = [c for c in limitations.candidates(article) if c.weight >= caveat_model.FIRM]
    return [article.text[c.start : c.end] for c in found]


@pytest.mark.parametrize(("sentence", "expected"), CAVEATS)
def test_a_caveat_in_plain_words_is_one_without_its_speaker(sentence: str, expected: str) -> None:
    assert expected in _caveats(_LEAD + sentence)


def test_two_caveats_joined_by_and_are_two() -> None:
    text = "The study did not include anyone over 70, and it was too short to show whether the effect lasts."
    assert _caveats(_LEAD + text) == [
        "The study did not include anyone over 70",
        "it was too short to show whether the effect lasts",
    ]


CLAIMS = [
    ("Nasal spray does not prevent hay fever", "direct_causal", True),
    ("Nasal spray prevents hay fever", "direct_causal", None),
    ("Nasal spray may offer relief in spring", "conditional_causal", None),
    ("Hay fever risk lower in people who own dogs", "correlational", None),
    ("People treated for hay fever at greater risk of colds", "correlational", None),
]


@pytest.mark.parametrize(("headline", "strength", "denied"), CLAIMS)
def test_a_claim_is_as_strong_as_its_words(
    headline: str, strength: str, denied: bool | None
) -> None:
    found = claim.claim_strength(Article(f"{headline}\n\n{_LEAD}They counted sneezes."))
    assert found is not None
    assert (found.value, found.details.get("denied")) == (strength, denied)


def _values(text: str, field: str) -> list[StudyValue]:
    return list(study(text).values.get(field, ()))


def test_an_outcome_is_named_without_the_comparison_before_it() -> None:
    text = f"Dog owners may face higher asthma risk\n\n{_LEAD}Dog owners had a 20% higher risk of asthma."
    assert all("face" not in str(v.value) for v in _values(text, "outcome_measures"))


def test_what_was_taken_into_account_is_no_outcome() -> None:
    text = f"{_LEAD}After taking into account blood pressure, those who sprayed sneezed 30% less than the others."
    found = outcomes.outcome_measures(Article(text), set())
    assert "blood pressure" not in [value.value for value in found]


def test_how_many_were_in_each_group_is_no_finding() -> None:
    assert findings.tells_sizes("there were 12 rats in each group.")
    assert not findings.tells_sizes("there were fewer sneezes in each group.")


def test_a_drug_told_by_its_kind_and_code_is_what_was_given() -> None:
    text = "A compound stops sneezing in rats\n\nScientists gave rats with hay fever an experimental compound called QX-77 and counted sneezes for a week. The rats sneezed 40% less than untreated rats."
    found = interventions.interventions(Article(text), set(), "animal")
    assert [value.value for value in found] == ["QX-77"]


def test_harms_told_as_what_came_after_the_treatment_are_harms() -> None:
    text = f"{_LEAD}Seven of the adults had a convulsion after vaccination; all recovered. Sneezing fell by half in those who were vaccinated, compared with those given a placebo injection."
    found = harms.adverse_events(Article(text), "randomized_controlled_trial")
    assert found is not None
    assert "convulsion" in str(found.value)
