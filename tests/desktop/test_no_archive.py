"""Where the archive cannot be opened a window says so and leads on."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reader import app
from reader.desktop import no_archive, run
from reader.desktop.no_archive import NoArchiveDialog
from reader.model.errors import ArchiveError
from reader.operations.backing_up import back_up, replace_unusable
from reader.operations.setting import set_one
from reader.store.store import Store

BROKEN = b"no archive at all"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """An archive with a backup, damaged since."""
    path = tmp_path / "archive.db"
    with Store(path) as store:
        store.apply(set_one(store, "theme", "sepia"))
        list(back_up(store))
    for old in tmp_path.glob("archive.db*"):
        if old.is_file():
            old.unlink()
    path.write_bytes(BROKEN)
    return path


def shown(qtbot: QtBot, path: Path, sentence: str = "It is broken.") -> NoArchiveDialog:
    dialog = NoArchiveDialog(path, sentence)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_backup_is_taken_back_and_the_broken_file_is_kept(qtbot: QtBot, broken: Path) -> None:
    dialog = shown(qtbot, broken)
    assert dialog.backups.count() == 1
    dialog.take_back.click()
    assert dialog.chosen == broken
    with Store(broken) as store:
        assert store.settings.all().theme == "sepia"
    (kept,) = broken.parent.glob("archive.db.unusable-*")
    assert kept.read_bytes() == BROKEN


def test_without_backups_none_is_offered(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shown(qtbot, tmp_path / "none.db", "Why not.")
    assert not dialog.take_back.isVisible()
    assert dialog.sentence.text() == "Why not."
    dialog.again.click()
    assert dialog.chosen == tmp_path / "none.db"


def test_another_archive_is_chosen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.db"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(other), ""))
    dialog = shown(qtbot, tmp_path / "archive.db")
    dialog.other.click()
    assert dialog.chosen == other


def test_an_archive_that_a_window_has_open_is_not_replaced(qtbot: QtBot, broken: Path) -> None:
    lock = run.only_window(broken)
    dialog = shown(qtbot, broken)
    dialog.take_back.click()
    assert dialog.isVisible()
    assert "another window" in dialog.sentence.text()
    assert broken.read_bytes() == BROKEN
    assert lock is not None
    lock.unlock()


def test_what_belongs_to_another_program_is_never_moved(tmp_path: Path, broken: Path) -> None:
    (backup,) = (broken.parent / "archive.db.backups").glob("*.db")
    theirs = tmp_path / "theirs.db"
    made = sqlite3.connect(theirs)
    made.execute("create table a (b)")
    made.commit()
    made.close()
    before = theirs.read_bytes()
    for place in (theirs, tmp_path):
        with pytest.raises(ArchiveError, match="left as it is"):
            replace_unusable(place, backup)
    assert theirs.read_bytes() == before
    assert tmp_path.is_dir()


def test_a_backup_that_is_damaged_itself_changes_nothing(broken: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.db"
    bad.write_bytes(BROKEN)
    with pytest.raises(ArchiveError):
        replace_unusable(broken, bad)
    assert broken.read_bytes() == BROKEN
    assert not list(tmp_path.glob("*.unusable-*"))


def test_the_program_asks_says_why_and_opens_what_was_chosen(
    broken: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked: list[Path] = []

    def opens(path: Path, link: str = "") -> int:
        if path == broken:
            raise ArchiveError("It is broken.")
        return 0

    def ask(path: Path, error: ArchiveError) -> Path | None:
        asked.append(path)
        return tmp_path / "other.db" if len(asked) == 1 else None

    monkeypatch.setattr(run, "run", opens)
    monkeypatch.setattr(no_archive, "other_archive", ask)
    assert app.main(["--archive", str(broken)]) == app.DONE
    assert app.main(["--archive", str(broken)]) == app.NO_ARCHIVE
    assert asked == [broken, broken]
    assert capsys.readouterr().err == "It is broken.\n" * 2


_ASKED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reader.desktop.run import application
from reader import app

def press():
    dialog = QApplication.activeModalWidget()
    if dialog is None or not hasattr(dialog, "sentence"):
        QTimer.singleShot(50, press)
        return
    print(dialog.sentence.text())
    dialog.reject()

application()
QTimer.singleShot(0, press)
sys.exit(app.main(["--archive", sys.argv[1]]))
"""


def test_from_start_to_end_the_dialog_shows_the_sentence(broken: Path) -> None:
    command = [sys.executable, "-c", _ASKED, str(broken)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == app.NO_ARCHIVE
    assert "is not a Studywire archive" in done.stdout
    assert "is not a Studywire archive" in done.stderr
