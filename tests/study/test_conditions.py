"""What the condition is, told in the ways of charities, institutes, journals and agencies."""

import pytest

from reader.study.conditions import conditions
from reader.study.reading.article import Article


def named(text: str) -> list[str]:
    return [str(value.value).lower() for value in conditions(Article(text))]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Rowing eases stiffness in ankylosing spondylitis\n\nFifty adults with ankylosing "
            "spondylitis rowed at home for ten weeks, a team in Leeds reports.",
            "ankylosing spondylitis",
        ),
        (
            "Lassa fever is feared in West Africa. Lassa fever spreads from rats. In this issue, Ada "
            "Obi and colleagues report a trial of a new antiviral in 90 patients.",
            "lassa fever",
        ),
        (
            "Drops halt sight loss in Stargardt disease\n\nThe researchers treated 40 people with "
            "Stargardt disease. Nausea and headache were reported.",
            "stargardt disease",
        ),
        (
            "Pain eases with heat packs in knee osteoarthritis\n\nThe trial gave heat packs to 88 "
            "people with knee osteoarthritis. Pain fell by a third.",
            "knee osteoarthritis",
        ),
    ],
)
def test_the_condition_is_what_the_participants_have(text: str, condition: str) -> None:
    assert named(text)[:1] == [condition]


def test_a_short_form_is_given_with_what_it_stands_for() -> None:
    text = "Walking helps people with MS\n\nThe team asked 60 people with MS to walk each day."
    assert named(text) == ["multiple sclerosis (ms)"]


def test_a_short_form_means_what_the_article_says_it_means() -> None:
    text = (
        "Pauses in treatment tested\n\nStructured treatment interruptions (STIs) were tested in 30 "
        "people with HIV infection. STIs were safe. STIs cut costs."
    )
    assert named(text) == ["hiv infection"]


@pytest.mark.parametrize(
    "text",
    [
        "Ice found on a far moon\n\nThe probe measured ice on the moon. Its makers had no fever.",
        "Cancer Centre opens a laboratory\n\nThe building has four floors and a garden.",
        "Roundworms feel touch\n\nCaenorhabditis elegans has six touch cells, the study shows.",
    ],
)
def test_what_is_nobodys_illness_is_no_condition(text: str) -> None:
    assert named(text) == []


def test_a_condition_of_the_about_box_is_not_the_condition() -> None:
    text = (
        "Sleep training shortens nights awake\n\nThe team in Ghent trained 50 adults with insomnia."
        "\n\nAbout Parkinson's disease\n\nParkinson's disease affects one in 500 people. "
        "Parkinson's disease has no cure."
    )
    assert named(text) == ["insomnia"]


def test_ids_come_from_the_lists_that_ship() -> None:
    (value,) = conditions(Article("Gum study\n\nThey studied 70 patients with celiac disease."))
    assert value.details["ids"] == {"mesh": "D002446"}


def test_every_condition_stands_in_the_text() -> None:
    text = "Migraine and sleep\n\nPeople with migraine slept badly, the study of 90 people found."
    for value in conditions(Article(text)):
        assert all(text[s.start : s.end] == s.text for s in value.evidence)
