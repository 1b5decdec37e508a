"""Allotment, comparison and masking, told without their words; and those of other studies."""

import pytest

from reader.study.extract import study

STORY = (
    "Fewer night cramps\n\nResearchers at Fenwick University report a new finding on night cramps. "
    "{} Cramps were less frequent, the researchers found. The findings were published in The Lancet.\n"
)

SAID = [
    ("randomized", "A computer decided which of the 90 volunteers got the tablet.", True),
    ("randomized", "The villages drew lots for the nets.", True),
    ("randomized", "Twenty people drank both syrups, in random order.", True),
    ("randomized", "The 300 patients were randomised to surgery or rest.", True),
    ("randomized", "This was not a randomised trial.", False),
    ("randomized", "The wards could not be chosen by the toss of a coin.", None),
    ("randomized", "A trial for which 45 adults will be randomly assigned opens next year.", None),
    ("randomized", "The decision to stop the tablet wasn’t made by the toss of a coin.", False),
    ("randomized", "Wards were not picked by chance.", False),
    ("randomized", "Waiting for a randomised trial of so cheap a tablet makes little sense, they say.", None),
    ("randomized", "The team brought together every randomised trial that they could find.", None),
    ("randomized", "A previous randomised, placebo-controlled trial in 39 adults had shown as much.", None),
    ("randomized", "They had the computer pick out every test that was pending.", None),
    ("randomized", "A computer program picked out two kinds of call.", None),
    ("randomized", "A random sample of 2,000 adults was asked.", None),
    ("controlled", "Sixty people took the tablet and sixty a dummy pill.", True),
    ("controlled", "Their untreated littermates served as controls.", True),
    ("controlled", "A neighbouring ward carried on as before.", True),
    ("controlled", "There was no placebo arm.", False),
    ("controlled", "There was nothing to compare the tablet with.", False),
    ("controlled", "People with well-controlled asthma took part.", None),
    ("blinding", "Neither the patients nor their nurses knew which tablet was which.", "double"),
    ("blinding", "The scans were read by radiologists who were not told who had had the tablet.", "single"),
    ("blinding", "There was no way of hiding who had had surgery.", "open_label"),
    ("blinding", "Masking was not feasible.", "open_label"),
    ("blinding", "The charity helps blind people.", None),
    ("phase", "In the phase 2 trial, 90 people took the tablet.", "2"),
    ("phase", "A phase 3 trial of the tablet will start next year.", None),
]  # fmt: skip


@pytest.mark.parametrize(("field", "said", "value"), SAID)
def test_what_was_done_tells_how_the_study_was_built(
    field: str, said: str, value: bool | str | None
) -> None:
    found = study(STORY.format(said)).one(field)
    assert (found.value if found else None) == value
