"""The short labelled items that teach and test the card: each can be read, and says what it should."""

import pytest

from reader.model.study import STUDY_TYPES
from tests.training.leads import FLAGS, KINDS, NO_STUDY, Lead, leads

ALL = list(leads())


@pytest.mark.parametrize("lead", ALL, ids=lambda lead: lead.name)
def test_an_item_is_labelled_as_agreed(lead: Lead) -> None:
    assert lead.design in (*STUDY_TYPES, NO_STUDY)
    assert lead.flags <= FLAGS
    assert not {"{", "}"} & set(lead.text), "a mark within another, or one left open"
    assert {mark.kind for mark in lead.marks} <= KINDS
    assert all(lead.text[mark.start : mark.end].strip() for mark in lead.marks)
    assert len(lead.text.split()) >= 40


def test_every_second_item_is_set_aside() -> None:
    taught, aside = list(leads("train")), list(leads("aside"))
    assert len(taught) + len(aside) == len(ALL)
    assert not {lead.text for lead in taught} & {lead.text for lead in aside}
