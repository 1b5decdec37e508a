"""What the shipped file says of the patterns' needs is what the patterns say."""

from reader.text import literals, needs
from tests.study.needs import every, lasting


def test_what_the_file_says_of_a_pattern_is_true() -> None:
    for pattern, flags in every():
        known = needs.known().get(needs.key(pattern, flags))
        if known is not None:
            assert [frozenset(need) for need in known] == list(literals.needs(pattern, flags))


def test_the_file_knows_nearly_every_pattern_and_few_that_are_gone() -> None:
    """Else: `python -m tests.study.needs`."""
    known = needs.known().keys()
    keys = {needs.key(pattern, flags) for pattern, flags in lasting()}
    assert len(keys - known) < 0.1 * len(keys)
    assert len(known - {needs.key(*each) for each in every()}) < 0.1 * len(keys)


def test_a_pattern_that_the_file_has_not_is_read() -> None:
    assert needs.needs("quokkas? of Rottnest", 0) == literals.needs("quokkas? of Rottnest", 0)
