"""What a report says, and what it keeps to itself."""

import logging
from pathlib import Path

import pytest

from reader.operations.remembering import KEPT, Remembering
from reader.operations.reporting import report, without_private
from reader.store.store import Store


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("at https://example.org/a?b=c now", "at (address) now"),
        ("from ann.lee@example.org", "from (mail address)"),
        (f"in {Path.home()}/papers/one.pdf", "in (folder)/one.pdf"),
        ("in /srv/of me/archive.db", "in (folder)/of me/archive.db"),
        ("no title “Sleep and stroke” here", "no title (words) here"),
        ("KeyError: 'Sleep and stroke'", "KeyError: (words)"),
        (
            "reader.model.errors.FeedError: My feed is gone",
            "reader.model.errors.FeedError: (words)",
        ),
        (
            '  File "/home/ann/x/reader/store/store.py", line 9, in put',
            '  File "reader/store/store.py", line 9, in put',
        ),
        ("    rows = self._all(sql)", "    rows = self._all(sql)"),
    ],
)
def test_private_words_are_left_out(line: str, told: str) -> None:
    assert without_private(line) == told


def test_only_the_last_and_grave_are_remembered() -> None:
    remembering = Remembering()
    log = logging.Logger("reader.x")
    log.addHandler(remembering)
    for number in range(KEPT + 5):
        log.info("quiet")
        log.warning("trouble with %s", number)
    assert len(remembering.records) == KEPT
    assert all("trouble with %s" in record for record in remembering.records)


def test_a_report_says_versions_and_rounds_the_archive(store: Store) -> None:
    text = report(store, [], "PySide6 6.8")
    assert text.startswith("Studywire ")
    assert "PySide6 6.8" in text
    assert "Archive: fewer than 10 articles" in text
    assert "Nothing went wrong since the start." in text
