"""Collections of feeds, addresses, lists and HTML that lie beside the project, where they do."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.feeds.parse import parse
from reader.model.errors import ParseError
from reader.model.feed import Response

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
TOOLS = SHARED / "tools" / "safety"
FEEDS = sorted(SHARED.glob("data/feeds_*/files/*"))

pytestmark = pytest.mark.skipif(not TOOLS.is_dir(), reason="the collections are not here")


@pytest.mark.parametrize("path", FEEDS, ids=lambda path: path.name)
def test_every_feed_is_read_or_refused_in_words(path: Path) -> None:
    try:
        feed = parse(Response("https://feeds.example/f", path.read_bytes()))
    except ParseError as error:
        words = str(error)
        assert words.endswith(".")
    else:
        assert feed.kind


@pytest.mark.parametrize(
    "suite",
    [
        ("run_real.py", "tests.feeds.seams:real"),
        ("run_identity.py", "tests.feeds.seams:identity"),
        ("run_more.py", "opml", "tests.feeds.seams:opml"),
        ("run_more.py", "urls", "tests.feeds.seams:urls"),
        ("run_more.py", "dates", "tests.feeds.seams:dates"),
        pytest.param(
            ("check_sanitizer.py", "tests.feeds.seams:sanitize"),
            marks=pytest.mark.skipif(
                not importlib.util.find_spec("html5lib"), reason="html5lib is not installed"
            ),
        ),
    ],
    ids=lambda suite: " ".join(suite[:-1]),
)
def test_the_suite_holds(suite: tuple[str, ...]) -> None:
    script, *arguments = suite
    run = subprocess.run(
        [sys.executable, str(TOOLS / script), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(TOOLS)))},
    )
    assert run.returncode == 0, run.stdout[-2_000:] + run.stderr[-2_000:]
