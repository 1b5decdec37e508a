"""Icons as files: written once, found again, and gone with the process where they cannot be kept."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QStandardPaths
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from reader.desktop import icon_files
from reader.desktop.icon_files import IconFiles
from reader.desktop.theme import Theme

_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect {} fill="currentColor"/></svg>'
)
_WHOLE, _HALF = 'width="8" height="8"', 'width="4" height="8"'


@pytest.fixture
def drawing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An icon of our own, "box"."""
    made = tmp_path / "resources" / "icons" / "box.svg"
    made.parent.mkdir(parents=True)
    made.write_text(_DRAWING.format(_WHOLE))
    monkeypatch.setattr(icon_files, "resource", lambda name: tmp_path / "resources" / name)
    return made


@pytest.mark.usefixtures("drawing")
def test_an_icon_is_written_once_in_each_colour(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    first = Path(IconFiles(folder).path("box", "#102030"))
    written = first.stat().st_mtime_ns
    assert first.parent == folder
    assert "#102030" in first.read_text()
    assert IconFiles(folder).path("box", "#102030") == first.as_posix()
    assert first.stat().st_mtime_ns == written
    IconFiles(folder).path("box", "#ffffff")
    assert len(list(folder.iterdir())) == 2


def test_another_drawing_takes_the_place_of_the_one_before(drawing: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    before = IconFiles(folder).path("box", "#102030")
    drawing.write_text(_DRAWING.format(_HALF))
    after = IconFiles(folder).path("box", "#102030")
    assert after != before
    assert [path.as_posix() for path in folder.iterdir()] == [after]


@pytest.mark.usefixtures("drawing")
def test_icons_are_there_where_nothing_can_be_kept(tmp_path: Path) -> None:
    occupied = tmp_path / "kept"
    occupied.write_text("a file")
    for folder in (None, occupied):
        found = Path(IconFiles(folder).path("box", "#102030"))
        assert "#102030" in found.read_text()
        assert found.parent != occupied


def test_icons_that_are_not_kept_go_with_the_process() -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-c"),
            "from reader.desktop.icon_files import IconFiles; print(IconFiles().path('star', '#123456'))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    path = Path(done.stdout.strip())
    assert path.name.startswith("star-123456-")
    assert not path.parent.exists()


@pytest.mark.usefixtures("qtbot", "drawing")
@pytest.mark.parametrize("size", [16, 21, 64, 200])
def test_an_icon_is_drawn_as_large_as_it_is_shown(size: int, tmp_path: Path) -> None:
    icon = QIcon(IconFiles(tmp_path / "kept").path("box", "#102030"))
    image = icon.pixmap(QSize(size, size), 1.0).toImage()
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(size // 2, size // 2) == QColor("#102030")
    assert image.pixelColor(size - 2, size - 2) == QColor("#102030")


def test_icons_are_kept_with_what_can_be_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "own"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(place))
    assert Path(IconFiles.kept().path("star", "#123456")).parent == place / "icons"


@pytest.mark.parametrize("name", ["own", "a user's (other) folder", "Fächer; 50%"])
def test_the_style_sheet_finds_its_icons_in_any_folder(
    qtbot: QtBot, qapp: QApplication, name: str, tmp_path: Path
) -> None:
    theme = Theme(qapp, "dark", files=IconFiles(tmp_path / name))
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setChecked(True)
    box.resize(40, 40)
    assert QColor(theme.colours.on_accent) in colours(box)
    box.setChecked(False)
    assert QColor(theme.colours.on_accent) not in colours(box)


def colours(widget: QWidget) -> list[QColor]:
    image = widget.grab().toImage()
    return [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
