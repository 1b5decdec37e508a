"""backup and restore without a window."""

from pathlib import Path

import pytest

from reader.app import FAILED, NO_ARCHIVE, WRONG_USE
from tests.commands.test_verbs import Verbs
from tests.commands.test_verbs import verbs as verbs  # the fixture

OPML = """<opml version="2.0"><body>
<outline type="rss" text="Far" xmlUrl="https://example.org/far.xml"/></body></opml>"""


def test_a_backup_is_made_listed_and_taken_back(
    verbs: Verbs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feeds = tmp_path / "feeds.opml"
    feeds.write_text(OPML, "utf-8")
    status, out, _ = verbs("backup")
    assert (status, out.count("0 feeds")) == (0, 1)
    verbs("import", str(feeds))
    (row,) = verbs.json("backup", "--list")
    assert verbs("restore", row["path"], "--dry-run")[1].startswith(f"Inside {row['path']}: 0 art")
    status, out, _ = verbs("restore", row["path"], "--yes")
    assert status == 0
    assert verbs.json("feeds") == []
    before = out.split("kept in ")[1].strip().rstrip(".")
    assert verbs("restore", before, "--yes")[0] == 0
    assert len(verbs.json("feeds")) == 1


def test_nothing_is_written_over_and_nothing_false_is_taken(verbs: Verbs, tmp_path: Path) -> None:
    there = tmp_path / "there.db"
    there.write_text("mine")
    assert verbs("backup", str(there))[0] == WRONG_USE
    assert there.read_text() == "mine"
    assert verbs("restore", str(there), "--yes")[0] in (FAILED, NO_ARCHIVE)
    status, out, _ = verbs("backup", str(tmp_path / "elsewhere.db"))
    assert (status, "Backed up to" in out) == (0, True)
