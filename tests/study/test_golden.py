"""The cards of the twelve samples stay what they are, to the byte.

Where a card changes on purpose: `python -m tests.study.golden`, and look at what changed.
"""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from reader.feeds.parse import parse
from reader.model.feed import Response
from reader.resource import resource
from tests.study.golden import FOLDER, cards

MADE = dict(cards())
HOW = "run `python -m tests.study.golden` if this is on purpose"


def test_every_sample_has_a_card_and_no_card_is_left_over() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == set(MADE), HOW
    assert len(MADE) == 12


@pytest.mark.parametrize("name", MADE)
def test_a_sample_has_the_card_it_should_have(name: str) -> None:
    kept = (FOLDER / f"{name}.json").read_text("utf-8")
    assert json.loads(MADE[name]) == json.loads(kept), HOW
    assert MADE[name] == kept, HOW


def test_every_quote_of_a_sample_stands_in_its_text() -> None:
    body = resource("samples/feed.xml").read_bytes()
    feed = parse(Response("https://example.org/", body, "text/xml"))
    texts = {entry.link.rsplit("/", 1)[-1]: entry.content.text for entry in feed.entries}
    quotes = 0
    for name, made in MADE.items():
        for span in _spans(json.loads(made)):
            assert texts[name][span["start"] : span["end"]] == span["text"]
            quotes += 1
    assert quotes > 100


def _spans(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, dict):
        if set(part) == {"start", "end", "text"}:
            return [part]
        return [span for item in part.values() for span in _spans(item)]
    return [span for item in part for span in _spans(item)] if isinstance(part, list) else []


def test_the_cards_do_not_depend_on_the_process() -> None:
    """Another seed for hashing, another time zone: the same bytes."""
    code = (
        "import sys; from tests.study.golden import cards; "
        "sys.stdout.buffer.write(''.join(text for _, text in cards()).encode())"
    )
    other = {"PYTHONHASHSEED": "7", "TZ": "XYZ-13", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **other},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == "".join(MADE.values())
