"""Who was studied."""

import pytest

from reader.model.study import StudyValue
from reader.study.population import population
from reader.study.reading.article import Article


def who(text: str, design: str | None = "randomized_controlled_trial") -> StudyValue | None:
    return population(Article(text), None, design)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        (
            "The trial enrolled 64 adults with lupus who had never taken steroids.",
            "adults with lupus who had never taken steroids",
        ),
        (
            "The team studied postmenopausal women with osteoporosis for three years.",
            "postmenopausal women with osteoporosis",
        ),
        (
            "Researchers recruited 1,204 children aged 6 to 12 in Ghana and the United Kingdom.",
            "children aged 6 to 12 in Ghana and the United Kingdom",
        ),
        (
            "The trial assigned women with stage I breast cancer to cooling or to no cooling.",
            "women with stage I breast cancer",
        ),
        (
            "We followed people with asthma, those who smoked being left out.",
            "people with asthma",
        ),
    ],
)
def test_the_phrase_ends_where_the_story_goes_on(text: str, phrase: str) -> None:
    found = who(text)
    assert found is not None
    assert found.value == phrase


def test_a_bare_noun_says_nothing() -> None:
    assert who("The participants were asked again after a year.") is None


def test_animals_are_named_even_when_nothing_more_is_said() -> None:
    found = who("The mice slept longer. The mice ate less, the team reports.", "animal")
    assert found is not None
    assert "mice" in str(found.value)


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("The trial enrolled women aged 18 to 45 with acne.", {"min_age": 18, "max_age": 45}),
        ("The trial enrolled men aged 70 and older with gout.", {"min_age": 70, "sex": "male"}),
        (
            "The trial enrolled adults with gout. Their mean age was 61.5 years.",
            {"mean_age": 61.5},
        ),
        ("The trial enrolled women over 60 with gout.", {"min_age": 60, "sex": "female"}),
        ("The trial enrolled adults with gout who were over 45.", {"min_age": 45}),
        ("The trial enrolled adults with gout, all over 50 years of age.", {"min_age": 50}),
    ],
)
def test_age_and_sex_are_kept_where_stated(text: str, details: dict[str, object]) -> None:
    found = who(text)
    assert found is not None
    assert details.items() <= found.details.items()


@pytest.mark.parametrize(
    "said",
    [
        "They were asked whether they would develop dementia over 12 years.",
        "They lived longer over 30 years.",
        "They walked at least 20 minutes a day.",
        "They had a temperature above 38.5 degrees.",
        "They were compared with over 450 others.",
        "Adults over 70 were left out.",
    ],
)
def test_a_number_that_is_no_age_of_the_participants_makes_none(said: str) -> None:
    found = who(f"The trial enrolled adults with gout. {said}")
    assert found is not None
    assert not {"min_age", "max_age"} & found.details.keys()


def test_ages_rest_on_words_of_their_own() -> None:
    found = who("The trial enrolled adults with gout. They were aged 18 to 45.")
    assert found is not None
    assert [span.text for span in found.evidence] == ["adults with gout", "aged 18 to 45"]
    found = who("The trial enrolled women aged 18 to 45 with acne.")
    assert found is not None
    assert len(found.evidence) == 1


def test_how_common_an_illness_is_says_nothing_of_the_participants() -> None:
    text = (
        "Gout affects women three times less often than men. The trial enrolled adults with gout."
    )
    found = who(text)
    assert found is not None
    assert found.value == "adults with gout"
