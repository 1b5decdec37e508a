"""Makers, payers, treatments and people studied, told as newsrooms tell them."""

import pytest

from reader.study import (
    conditions,
    funding,
    institutions,
    interventions,
    outcomes,
    people,
    population,
    results,
    speakers,
)
from reader.study.reading.article import Article
from reader.study.reading.organisations import organisations
from reader.study.reading.whose import Whose

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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Biochemists at Elm University counted the steps.", ["Elm University"]),
        ("The work was done at Elm Hospital in Singapore and at the University of Oak in Norway.", ["Elm Hospital in Singapore", "University of Oak"]),
        ("The study was run from the Elm Trials Unit.", ["Elm Trials Unit"]),
        ("Researchers at the Department of Shoes, Elm University, counted the steps.", ["Elm University"]),
    ],
)  # fmt: skip
def test_where_it_was_done(text: str, names: list[str]) -> None:
    article = Article(LEAD + text)
    makers = institutions.Makers(frozenset(), ())
    found = institutions.institutions(article, organisations(article), makers)
    assert [v.value for v in found] == names


def test_those_announced_as_outsiders_are_outsiders() -> None:
    text = (
        LEAD
        + "Outside experts urged caution. “It is too early,” said Ruth Oak, a surgeon at Elm Hospital."
    )
    assert [name for name, _, _ in speakers.outsiders(Article(text))] == ["Ruth Oak"]


@pytest.mark.parametrize(
    "sentence",
    [
        "A Chinese trial with 900 people came to similar conclusions in 2021.",
        "A British survey of 2,600 walkers last year found no such link.",
    ],
)
def test_what_another_study_found_is_of_another(sentence: str) -> None:
    assert Article(LEAD + sentence).sentences[-1].whose is Whose.OTHER


def test_what_limits_the_study_is_no_finding() -> None:
    text = (
        LEAD
        + "They found that 40% of walkers could climb stairs sooner. Only 12% of the walkers were women."
    )
    article = Article(text)
    limit = text.index("Only")
    before = [v.value for v in results.key_results(article, 80)]
    after = [v.value for v in results.key_results(article, 80, [(limit, limit + 20)])]
    assert any("Only" in str(v) for v in before)
    assert not any("Only" in str(v) for v in after)


def test_a_scale_with_a_name_is_an_outcome_beside_heavier_ones() -> None:
    text = (
        "Falls and more falls: walking cuts falls, trial finds\n\n"
        + LEAD
        + "Falls were halved by walking. Falls fell by 12% a month. Fewer falls were seen at night. "
        "Balance, as measured with the Berg Balance Scale, was the same in both groups."
    )
    found = [str(v.value) for v in outcomes.outcome_measures(Article(text), set())]
    assert "Berg Balance Scale" in found


def test_two_names_that_act_together_again_and_again_made_it() -> None:
    text = (
        "Owls hunt by ear. Fernhill and Elmwood recorded from owls. The owls heard mice. "
        "When Fernhill and Elmwood played music, the owls left."
    )
    assert [v.value for v in people.investigators(Article(text))] == ["Fernhill", "Elmwood"]


def test_a_state_is_no_maker() -> None:
    text = "Rosalind Oak of the Elm Center in Greenbelt, Maryland, and colleagues counted steps."
    assert [v.value for v in people.investigators(Article(text))] == ["Rosalind Oak"]


def test_the_illness_that_a_synopsis_opens_with_is_its_subject() -> None:
    text = (
        "Malaria kills many children. A vaccine would help. In this issue, Ada Fernhill and "
        "colleagues describe what 80 volunteers thought of one."
    )
    assert [v.value for v in conditions.conditions(Article(text))] == ["Malaria"]
