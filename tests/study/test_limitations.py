"""What an article says limits its study, in the many ways in which news says it."""

import pytest

from reader.study.extract import study

STORY = (
    "Fewer night cramps\n\nResearchers at Fenwick University report a new finding on night cramps. "
    "In the trial, 240 adults were given a tablet or a placebo. Cramps were a third less frequent "
    "with the tablet, the researchers found.\n\n{}\n\nThe findings were published in The Lancet.\n"
)

CAVEATS = [
    "The study has some limitations. Most participants were men.",
    "“We did not follow people beyond six weeks,” said Dr Lee.",
    "The sample was small, and few of the participants were over 80.",
    "Dr Lee cautioned that cramps were reported by the patients themselves.",
    "It is not yet clear whether the effect lasts.",
    "The authors admit that the dose was low, that a third of patients dropped out and that nobody checked whether the tablets were taken.",
    "What the study cannot show is whether the tablet prevents falls.",
    "The findings come from one hospital and may not hold elsewhere.",
    "Because patients knew what they were taking, the results could be biased.",
    "But mice are not people.",
    "The results should be interpreted with caution, as the trial was stopped early.",
    "Only 12 of the participants were women.",
    "The researchers had no information on diet.",
    "Larger trials are needed to confirm the results.",
    "The work has not been peer reviewed.",
    "There was no control group.",
    "We can't be sure that the tablet was the reason, Lee said.",
    "The link does not prove that the tablet prevents cramps.",
    "One weakness is that cramps were counted by phone.",
    "Fewer than half of those invited took part.",
    "The diary relied on people's memory.",
    "The team could not rule out that people who cramp more also drink more.",
    "The study lasted just six weeks.",
    "It remains to be seen whether children would benefit.",
    "The experiments were done in cells, not in patients.",
    "The follow-up was short.",
    "Data on smoking were missing for many.",
    "The trial was not designed to look at falls.",
    "The study was paid for by the maker of the tablet.",
    "The researchers did not look at older people.",
]

NONE = [
    "Cramps can ruin a night.",
    "The tablet costs 20 pence a day.",
    "Previous studies were too small to tell.",
    "“This is a big step,” said Dr Lee.",
    "People should not stop their tablets without asking a doctor.",
    "Cramps often go away by themselves.",
    "Only a few treatments exist.",
    "It is a myth that cramps are harmless.",
    "To avoid bias, nobody knew who got what.",
]


@pytest.mark.parametrize("said", CAVEATS)
def test_a_caveat_is_known_without_the_word(said: str) -> None:
    assert told(said)


@pytest.mark.parametrize("said", NONE)
def test_other_sentences_are_no_caveats(said: str) -> None:
    assert not told(said)


def test_caveats_listed_in_one_sentence_are_told_apart() -> None:
    said = "The authors admit that the dose was low, that a third of patients dropped out and that the diary was short."
    assert told(said)[0] == "the dose was low"


def test_sentences_under_a_heading_for_drawbacks_are_caveats() -> None:
    said = "Are there any drawbacks?\n\nSome. The tablets taste bitter, and the winter was mild.\n\nWhat next?\n\nThe tablets are sold in blue boxes."
    assert told(said) == ["The tablets taste bitter, and the winter was mild"]


def test_that_there_are_limitations_is_not_one() -> None:
    assert told("The scientists noted several limitations. Most participants were men.") == [
        "Most participants were men"
    ]


def told(said: str) -> list[object]:
    return [value.value for value in study(STORY.format(said)).values.get("limitations", ())]
