"""At which stage the evidence is."""

import pytest

from reader.study.claim import status_of_evidence
from reader.study.reading.article import Article


def codes(text: str) -> set[object]:
    return {value.value for value in status_of_evidence(Article(text), journal=False)}


@pytest.mark.parametrize(
    "text",
    [
        "The study was published as a preprint on medRxiv.",
        "The work was first released as a preprint and has not yet been peer reviewed.",
        "The study has since been published on the preprint server medRxiv.",
    ],
)
def test_a_preprint_is_one(text: str) -> None:
    assert codes(text) == {"preprint"}


@pytest.mark.parametrize(
    "text",
    [
        "The study, first posted as a preprint, has now been peer reviewed.",
        "The study, first posted as a preprint on medRxiv, was published today in Heart Notes.",
        "The study appeared on the server medRxiv. It has since been published in Heart Notes.",
        "The preprint, which appeared on bioRxiv in May, has been through peer review.",
        "Not a preprint any more\n\nThe study of 300 adults has been peer reviewed.",
    ],
)
def test_what_was_a_preprint_is_one_no_longer(text: str) -> None:
    assert codes(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The paper, published in 2019, has been retracted.",
        "The journal published a retraction of the study.",
    ],
)
def test_a_paper_is_retracted(text: str) -> None:
    assert codes(text) == {"retracted"}


@pytest.mark.parametrize(
    "text",
    [
        "The study has not been retracted.",
        "Surgery with retraction of the lid helped 30 patients.",
        "In 30 patients the iris was retracted with hooks.",
    ],
)
def test_what_is_pulled_back_in_surgery_is_no_paper(text: str) -> None:
    assert codes(text) == set()
