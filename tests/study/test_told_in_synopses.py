"""Who, what, against what and by what, in the turns of a journal's synopses."""

import pytest

from reader.study import seen, tested, two_arms
from reader.study.conditions import conditions
from reader.study.extract import study
from reader.study.population import population
from reader.study.reading.article import Article

TRIAL = "randomized_controlled_trial"


def told(text: str) -> list[str]:
    article = Article(text)
    rows = [row for sentence in article.body for row in tested.turns(sentence)]
    return [text[row.start : row.end] for row in (*tested.called(article), *rows)]


def against(text: str) -> list[str]:
    sentence = Article(text).body[0]
    return [text[start:end] for start, end, _, _ in two_arms.rows(sentence)]


def test_those_who_could_take_part_were_studied() -> None:
    text = (
        "Any adult over the age of 60 with a swollen ankle could take part in the trial. The team "
        "knows other people at the market."
    )
    found = population(Article(text), None, TRIAL)
    assert found is not None
    assert str(found.value) == "adult over the age of 60 with a swollen ankle"


def test_patients_have_the_illness_of_the_story() -> None:
    text = (
        "Leprosy is an old disease. Twelve patients entered the trial, in which they were randomly "
        "assigned to rifampicin or placebo. Leprosy got better in all patients of this trial."
    )
    assert str(study(text).values["population"][0].value) == "patients with leprosy"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Half were assigned to honey in two spoons and half to honey in four.", "honey in four"),
        ("Other mice had a needle put in but nothing more.", "a needle put in but nothing more"),
        (
            "They compared 30 bakers with a cough and bakers of the same age and sex.",
            "bakers of the same age and sex",
        ),
        (
            "Compared with children whose fathers were the highest earners, they read less.",
            "children whose fathers were the highest earners",
        ),
    ],
)
def test_the_second_arm_is_what_it_was_set_against(text: str, name: str) -> None:
    assert name in against(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The team studied a hormone called slimatin. In fish slimatin rose.", "slimatin"),
        ("We related it to height at school and to gain in height over time.", "height at school"),
        ("They set out to ask whether cold baths would help.", "cold baths"),
        ("A weak light was applied to the skin of volunteers.", "weak light"),
        ("The fever can be prevented by draining ponds, as they showed.", "draining ponds"),
    ],
)
def test_what_a_synopsis_was_on_need_be_no_treatment(text: str, name: str) -> None:
    assert name in told(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In this trial four patients relapsed after the course.", "relapse"),
        ("The chief aim of the study was to find out if the jab was safe.", "safety"),
        ("In this study, scores on tests of recall held steady.", "recall"),
        ("In this study grip strength was measured in spring.", "grip strength"),
    ],
)
def test_outcomes_are_told_by_verbs_and_tests(text: str, name: str) -> None:
    assert name in [mention.name for mention in seen.mentions(Article(text), 0.8)]


def test_the_second_name_of_a_microbe_is_no_illness() -> None:
    text = "Orientia tsutsugamushi is spread by mites. We studied 40 adults with scrub typhus."
    assert [str(value.value) for value in conditions(Article(text))] == ["scrub typhus"]
