"""Masking that is told in plain words."""

import pytest

from reader.study.masking import blinding
from reader.study.reading.article import Article

LEAD = "The trial enrolled 80 people with stiff hips, the researchers report. "


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Neither the walkers nor the staff were told which shoes had the springs.", "double"),
        ("Nobody at the clinic knew which shoe was which.", "double"),
        ("Patients and nurses had no idea who had been given the springs.", "double"),
        ("What was in the soles was kept hidden from patients and physiotherapists.", "double"),
        ("The physiotherapists who timed the stairs had not been told, and did not know which group anyone was in.", "single"),
        ("Radiologists were unaware of who had been walking.", "single"),
        ("The people who timed the climb did not know whether the soles were sprung, but the walkers did.", "single"),
        ("Everyone knew which shoes they had been given.", "open_label"),
        ("Patients could of course see which group they had been put in.", "open_label"),
        ("Nor could the walkers be kept from knowing what they had on their feet.", "open_label"),
        ("Walkers were telephoned every month by interviewers who did not know the group to which they belonged.", "single"),
        ("Physiotherapists who scored the walks did not know which group people had been in.", "single"),
        ("None of this, of course, could be hidden from patients.", "open_label"),
        ("Everyone taking part knew what was in the soles.", "open_label"),
        ("Neither the walkers nor the nurses will know which it is.", "double"),
        ("Shoes are handed out so that neither walkers nor nurses are told.", "double"),
        ("No attempt was made to disguise the springs.", "open_label"),
    ],
)  # fmt: skip
def test_masking_is_read_from_plain_words(sentence: str, kind: str) -> None:
    value = blinding(Article(LEAD + sentence))
    assert value is not None
    assert value.value == kind
    (span,) = value.evidence
    assert span.text in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The researchers do not know why the springs helped.",
        "The team could not tell how long the springs would last.",
        "Patients were told to walk for an hour a day.",
        "Through the registers the researchers could then see who had been treated in hospital.",
        "Nobody knew what to expect afterwards.",
        "People knew that the park was near.",
        "Surgeons never knew how hips stiffen.",
    ],
)
def test_other_ignorance_is_no_masking(sentence: str) -> None:
    assert blinding(Article(LEAD + sentence)) is None
