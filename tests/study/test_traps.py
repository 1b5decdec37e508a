"""What stands in a story beside its study, and must stay off the card: places, numbers, findings of others."""

import pytest

from reader.model.study import StudyCard
from reader.study import extract

_SPRAY = """Nasal spray cuts short peanut reactions

A spray worked as quickly as an injection in a trial with 62 children who reacted to peanuts, doctors at the Royal Hospital in Melbourne, Australia, have found.

The children were randomly assigned to the spray or to the injection. Reactions ended after eight minutes in both groups.

{}

The researchers now want to know whether the spray works at home."""


def _values(card: StudyCard, field: str) -> set[object]:
    return {value.value for value in card.values.get(field, ())}


@pytest.mark.parametrize(
    "aside",
    [
        "Such sprays are banned in Brazil and Poland.",
        "In France and Canada doctors already give adrenaline to schools.",
        "Allergy kills most in Nigeria and Pakistan.",
        "Scientists in Sweden who were not involved urge caution.",
        "The result confirms a British trial of 2015.",
    ],
)
def test_countries_of_the_world_at_large_are_not_those_of_the_study(aside: str) -> None:
    card = extract.study(_SPRAY.format(aside))
    assert _values(card, "country") == {"Australia"}


@pytest.mark.parametrize(
    "aside",
    [
        "Together the registers hold data on 700,000 people.",
        "The disease is rare: some 400 families are known.",
        "The health board serves 310,000 people.",
    ],
)
def test_what_a_bank_holds_or_a_board_serves_is_no_size(aside: str) -> None:
    card = extract.study(_SPRAY.format(aside))
    assert _values(card, "sample_size") == {62}


def test_patients_with_a_find_are_some_of_those_who_were_looked_at() -> None:
    text = """Gene found for weak muscles

Scientists have found a gene behind a rare weakness of the muscles.

The team sequenced the genomes of 1,400 patients with unexplained weakness and found it in 12.

"We searched for years," said Ana Ruiz, who led the study."""
    assert _values(extract.study(text), "sample_size") == {1400}


@pytest.mark.parametrize(
    "aside",
    [
        "Earlier, a Danish study found that walking reduced reactions by 11%.",
        "A meta-analysis published in 2013 had shown that injections lowered deaths by 44%.",
        "A trial in adults had shown that tablets reduced reactions by 30%.",
        "Peanuts make up 20% of all nuts that are eaten.",
    ],
)
def test_what_others_had_shown_is_no_finding(aside: str) -> None:
    figure = aside.split("%")[0].split()[-1] + "%"
    told = _values(extract.study(_SPRAY.format(aside)), "key_results")
    assert told
    assert not [value for value in told if figure in str(value)]


def test_what_a_drug_is_used_for_elsewhere_is_not_the_condition() -> None:
    text = """Beta blockers do not calm students

A beta blocker did not improve the marks of students with exam anxiety in a trial of 72 students.

Beta blockers are used to treat high blood pressure and heart failure. They should not be taken by people with asthma.

The students took the pill or a placebo before two exams, the researchers report."""
    told = _values(extract.study(text), "condition")
    assert not told & {"high blood pressure", "heart failure", "asthma"}


def test_ages_at_which_children_are_vaccinated_are_no_follow_up() -> None:
    aside = "Children are usually jabbed at 14 months and again at nine years."
    told = _values(extract.study(_SPRAY.format(aside)), "follow_up")
    assert not told & {"14 months", "nine years"}


@pytest.mark.parametrize(
    "told",
    [
        "an inhaler first tested in mice",
        "an inhaler that had worked in lab mice",
        "an inhaler tried earlier in rats",
    ],
)
def test_animals_of_work_that_went_before_are_not_those_of_the_study(told: str) -> None:
    text = f"Inhaler eases asthma\n\nA trial in 120 people with asthma found that {told} eased breathing."
    card = extract.study(text)
    assert _values(card, "species") == {"human"}
    assert "animal" not in _values(card, "study_type")
    uncounted = extract.study(text.replace("120 people", "adults"))
    assert not {"mouse", "rat"} & _values(uncounted, "species")
    assert "animal" not in _values(uncounted, "study_type")
