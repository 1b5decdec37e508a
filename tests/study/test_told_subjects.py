"""Where the name of a thing or of people ends, and what names neither."""

import pytest

from reader.study import comparator, conditions, exposures, population, subjects
from reader.study.reading.article import Article

OPENING = "Walnut oil and itch\n\n"


def texts_of_people(text: str) -> list[str]:
    article = Article(OPENING + text)
    return [article.text[p.start : p.end] for p in population.phrases(article, None, "cohort")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In 120 people with severe itch they found dry skin.", "people with severe itch"),
        ("A study of nursing-home residents in Oslo linked them to damp.", "nursing-home residents in Oslo"),
        ("They saw children with dry skin lose weight over the winter.", "children with dry skin"),
        ("They asked women in Crete, oil and a diary, to help.", "women in Crete"),
        ("They asked adults from nine countries, two thirds of them women, to help.", "adults from nine countries"),
        ("They asked patients with asthma, eczema or hay fever to help.", "patients with asthma, eczema or hay fever"),
        ("The team asked boys who had lost a toe before they moved.", "boys who had lost a toe"),
        ("The team asked men who want to quit smoking.", "men who want to quit smoking"),
    ],
)  # fmt: skip
def test_who_was_studied_ends_before_what_they_did(text: str, said: str) -> None:
    assert said in texts_of_people(text)


def test_those_who_had_been_told_that_they_are_ill_stay_whole() -> None:
    said = "people who had been told that they had gout"
    assert said in texts_of_people(f"The team asked {said}.")


def against(text: str) -> list[str]:
    article = Article(OPENING + text)
    return [article.text[row.start : row.end] for row in comparator.candidates(article)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("People in the top fifth ate 9 g of oil, those in the bottom fifth none.", "those in the bottom fifth"),
        ("Itch was set, highest against lowest quarter, side by side.", "lowest quarter"),
        ("Half got oil; the rest got the same soap without the oil.", "same soap without the oil"),
        ("Itch came 1.3 times as often as in those with dry skin.", "those with dry skin"),
        ("Of them 7.1% itched, compared to 6.9% of weekday patients.", "weekday patients"),
        ("They were to receive either two doses of oil or three doses of rabies vaccine.", "rabies vaccine"),
        ("They took either walnut oil or menthol whenever the itch came.", "menthol"),
    ],
)  # fmt: skip
def test_it_is_told_what_the_others_had(text: str, said: str) -> None:
    assert said in against(text)


@pytest.mark.parametrize(
    "text",
    [
        "They may simply be frailer in ways that we did not measure.",
        "The work was paid for by Versus Itch and the Dermal Society.",
        "Patients go to whichever ward has an empty bed, by turns.",
        "An older scheme was never compared with schools left alone.",
        "Had they got less sore skin or dry lips, too?",
        "Skin was left from operations that did not succeed.",
    ],
)
def test_what_was_compared_with_nothing_is_no_comparator(text: str) -> None:
    assert against(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("One in five pupils has short sight", "short sight"),
        ("Children with glue ear were followed", "glue ear"),
        ("Hikers with a sprained ankle were followed", "sprained ankle"),
        ("Adults with difficulty swallowing were followed", "difficulty swallowing"),
    ],
)
def test_an_illness_is_known_by_its_everyday_name(text: str, name: str) -> None:
    article = Article(f"{text}\n\nThe study ran for a year.")
    said = {article.text[m.start : m.end] for m in conditions.mentions(article)}
    assert name in said


def done(text: str) -> set[str]:
    article = Article(text)
    return {article.text[m.start : m.end] for m in exposures.mentions(article)}


def test_the_name_of_a_network_is_nothing_that_was_done() -> None:
    story = "Oil and itch\n\nThe study was praised by Jo Roe of the Fenland {} Network."
    assert "Stroke Rehabilitation" not in done(story.format("Stroke Rehabilitation"))


def test_what_stands_everywhere_is_told_with_the_thing_itself() -> None:
    found = done("Soap in every yard halves itch\n\nThe study gave soap to each yard of a village.")
    assert "yard" not in {name.lower() for name in found}


@pytest.mark.parametrize(
    ("words", "little"),
    [(["month"], True), (["hospital", "hour"], True), (["walnut", "oil"], False)],
)
def test_times_and_places_alone_are_no_treatment(words: list[str], little: bool) -> None:
    assert exposures.is_bare(words) is little


def test_what_some_had_more_of_is_not_what_it_is_set_against() -> None:
    text = (
        "Walnut oil keeps itch away, study finds\n\nThose who ate the most walnuts were the least likely to itch, "
        "a study of 900 adults found. They were followed for nine years."
    )
    found = subjects.subjects(Article(text), None, "cohort")["comparator"]
    assert "walnuts" not in {str(value.value) for value in found}
