"""Makers, payers, treatments and people studied, told as newsrooms tell them."""

import pytest

from reader.study import funding, interventions, people, population
from reader.study.reading.article import Article
from reader.study.reading.organisations import organisations

LEAD = "The trial enrolled 80 people with stiff hips, the researchers report. "


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Grants were awarded by the Fernhill Foundation and the Elm Trust.", ["Fernhill Foundation", "Elm Trust"]),
        ("The study was made possible by the Fernhill Foundation.", ["Fernhill Foundation"]),
        ("The Fernhill Council provided the money.", ["Fernhill Council"]),
        ("The shoe firm Springwell supplied the shoes and bore half the cost.", ["Springwell"]),
        ("The cost was shared; the remainder came from the Elm Trust.", ["Elm Trust"]),
    ],
)  # fmt: skip
def test_who_paid(sentence: str, names: list[str]) -> None:
    article = Article(LEAD + sentence)
    found = funding.funding(article, organisations(article))
    assert [str(v.value).removeprefix("the ") for v in found] == names


def test_the_rest_of_the_walkers_paid_for_nothing() -> None:
    article = Article(LEAD + "Half were from Fernhill; the rest came from Elm Hospital.")
    assert funding.funding(article, organisations(article)) == ()


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The group of Ada Fernhill and Bo Elmwood counted the steps.", ["Ada Fernhill", "Bo Elmwood"]),
        ("A team led by Ada Fernhill, M.B.B.S., of Elm Hospital and Bo Elmwood, Ph.D., of Oak College counted steps.", ["Ada Fernhill", "Bo Elmwood"]),
        ("In this month's issue, Ada Fernhill of Elm Hospital sets out what walking does. Her colleague Bo Elmwood counted the steps.", ["Bo Elmwood"]),
        ("“It helps,” says Ada Fernhill, who carried out the analysis together with Bo Elmwood.", ["Ada Fernhill", "Bo Elmwood"]),
        ("\n\nAuthors: Fernhill A, Elmwood B, Oakes CD", ["Fernhill A", "Elmwood B", "Oakes CD"]),
    ],
)  # fmt: skip
def test_who_made_it(sentence: str, names: list[str]) -> None:
    assert [v.value for v in people.investigators(Article(LEAD + sentence))] == names


def test_what_was_given_is_found_by_plain_verbs_in_trials() -> None:
    text = LEAD + "Half of them were told to take paracetamol every night."
    found = interventions.interventions(Article(text), set(), "randomized_controlled_trial")
    assert [v.value for v in found] == ["paracetamol"]


def test_a_dummy_is_not_what_was_tested() -> None:
    text = LEAD + "They were given a dummy syrup. The dummy syrup tasted of oranges."
    found = interventions.interventions(Article(text), set(), "randomized_controlled_trial")
    assert "dummy syrup" not in [v.value for v in found]


def test_those_left_out_were_not_studied() -> None:
    text = (
        "The team recruited children with stiff hips who lived near a park. "
        "Children with badly broken legs who needed plaster were kept out of the trial."
    )
    found = population.population(Article(text), None, "randomized_controlled_trial")
    assert found is not None
    assert str(found.value).startswith("children with stiff hips")
