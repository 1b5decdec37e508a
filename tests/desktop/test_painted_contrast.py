"""What the themes paint can be seen: pixels of controls, measured as WCAG 2.1 does (1.4.3, 1.4.11)."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.desktop.theme import THEMES, Theme
from tests.desktop.test_theme import SIGN, TEXT, contrast

ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture(params=THEMES)
def dialog(request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot) -> Iterator[QDialog]:
    """An empty dialog in each of the themes."""
    theme = Theme(qapp, request.param)
    made = QDialog()
    made.resize(420, 320)
    QVBoxLayout(made)
    qtbot.addWidget(made)
    yield made
    theme.wear("light")


def put(dialog: QDialog, qtbot: QtBot, *widgets: QWidget) -> None:
    """Show widgets, the keys in none of them."""
    layout, first = dialog.layout(), QPushButton("Keys")
    assert layout
    for widget in (first, *widgets):
        layout.addWidget(widget)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=20_000)
    first.setFocus()
    QApplication.processEvents()


def grab(dialog: QDialog, widget: QWidget, part: QRect | None = None) -> QImage:
    """A widget as painted in the dialog, or a part of it."""
    QApplication.processEvents()
    rect = part or widget.rect()
    corner = widget.mapTo(dialog, rect.topLeft())
    return dialog.grab(QRect(corner, rect.size())).toImage()


def strongest(image: QImage, ground: str) -> float:
    """The contrast of the pixel that stands out most from a ground."""
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colours = {image.pixelColor(x, y).name() for x, y in places}
    return max(contrast(colour, ground) for colour in colours)


def ground_of(dialog: QDialog) -> str:
    return dialog.grab().toImage().pixelColor(2, 2).name()


def indicator(box: QCheckBox | QRadioButton) -> QRect:
    option = QStyleOptionButton()
    box.initStyleOption(option)
    part = QStyle.SubElement.SE_CheckBoxIndicator
    if isinstance(box, QRadioButton):
        part = QStyle.SubElement.SE_RadioButtonIndicator
    return box.style().subElementRect(part, option, box)


def edges(image: QImage) -> list[QImage]:
    """Narrow strips across the middle of each side of a small square."""
    width, height = image.width(), image.height()
    middle, centre = width // 2 - 1, height // 2 - 1
    return [
        image.copy(0, centre, 3, 2),
        image.copy(width - 3, centre, 3, 2),
        image.copy(middle, 0, 2, 3),
        image.copy(middle, height - 3, 2, 3),
    ]


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("checked", [True, False], ids=["checked", "unchecked"])
def test_boxes_have_an_edge_on_every_side(
    dialog: QDialog, qtbot: QtBot, kind: type[QCheckBox | QRadioButton], checked: bool
) -> None:
    box = kind("Include notes")
    box.setAutoExclusive(False)
    put(dialog, qtbot, box)
    box.setChecked(checked)
    ground = ground_of(dialog)
    for edge in edges(grab(dialog, box, indicator(box))):
        assert strongest(edge, ground) >= SIGN


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_checked_box_differs_from_an_unchecked_one_by_more_than_a_shade(
    dialog: QDialog, qtbot: QtBot, kind: type[QCheckBox | QRadioButton]
) -> None:
    box = kind("Include notes")
    box.setAutoExclusive(False)
    put(dialog, qtbot, box)
    without = grab(dialog, box, indicator(box))
    box.setChecked(True)
    assert strongest_change(without, grab(dialog, box, indicator(box))) >= SIGN


@pytest.mark.parametrize(
    "make",
    [
        lambda: QPushButton("Add"),
        lambda: QLineEdit("words"),
        lambda: QPlainTextEdit("words"),
        lambda: QComboBox(),
        lambda: QSpinBox(),
        lambda: filled_list(),
    ],
    ids=["button", "line", "text", "choice", "number", "list"],
)
def test_fields_and_buttons_have_an_edge_on_every_side(
    dialog: QDialog, qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    widget = make()
    put(dialog, qtbot, widget)
    ground = ground_of(dialog)
    for edge in edges(grab(dialog, widget)):
        assert strongest(edge, ground) >= SIGN


def test_the_button_that_return_presses_shows_when_it_has_the_keys(
    dialog: QDialog, qtbot: QtBot
) -> None:
    button = QPushButton("Add")
    put(dialog, qtbot, button)
    button.setDefault(True)
    line = QLineEdit()
    dialog.layout().addWidget(line)  # type: ignore[union-attr]
    line.setFocus()
    qtbot.waitUntil(line.hasFocus, timeout=20_000)
    without = grab(dialog, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus, timeout=20_000)
    assert strongest_change(without, grab(dialog, button)) >= SIGN


def test_boxes_of_rows_have_an_edge_too(dialog: QDialog, qtbot: QtBot) -> None:
    rows = QListWidget()
    for state in (OFF, ON):
        item = QListWidgetItem("A feed", rows)
        item.setCheckState(state)
    put(dialog, qtbot, rows)
    ground = grab(dialog, rows.viewport(), QRect(200, 2, 4, 4)).pixelColor(1, 1).name()
    for row in range(2):
        option = QStyleOptionViewItem()
        rows.initViewItemOption(option)
        index = rows.model().index(row, 0)
        rows.itemDelegate().initStyleOption(option, index)  # type: ignore[attr-defined]
        option.rect = rows.visualRect(index)
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        place = rows.style().subElementRect(part, option, rows)
        for edge in edges(grab(dialog, rows.viewport(), place)):
            assert strongest(edge, ground) >= SIGN


@pytest.mark.parametrize("make", [QCheckBox, QRadioButton, QPushButton])
def test_disabled_words_can_still_be_read(
    dialog: QDialog, qtbot: QtBot, make: Callable[[str], QWidget]
) -> None:
    widget = make("Include notes of all articles")
    put(dialog, qtbot, widget)
    widget.setEnabled(False)
    image = grab(dialog, widget, widget.rect().adjusted(30, 4, -8, -4))
    ground = image.pixelColor(image.width() - 1, image.height() - 1).name()
    assert strongest(image, ground) >= SIGN


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit])
def test_placeholders_can_be_read(
    dialog: QDialog, qtbot: QtBot, make: type[QLineEdit | QPlainTextEdit]
) -> None:
    line = make()
    line.setPlaceholderText("Addresses, one a line: HHHHH")
    put(dialog, qtbot, line)
    image = grab(dialog, line, line.rect().adjusted(6, 4, -6, -4))
    ground = image.pixelColor(image.width() - 1, image.height() - 1).name()
    assert strongest(image, ground) >= TEXT


def filled_list() -> QListWidget:
    made = QListWidget()
    made.addItems(["One", "Two"])
    return made


@pytest.mark.parametrize(
    "make",
    [
        lambda: QPushButton("Add"),
        lambda: QLineEdit("words"),
        lambda: QPlainTextEdit("words"),
        lambda: QCheckBox("Include"),
        lambda: QRadioButton("Include"),
        lambda: QComboBox(),
        lambda: QSpinBox(),
        filled_list,
    ],
    ids=["button", "line", "text", "check box", "radio button", "choice", "number", "list"],
)
def test_the_keys_are_seen_by_a_frame(
    dialog: QDialog, qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    widget = make()
    put(dialog, qtbot, widget)
    without = grab(dialog, widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(widget.hasFocus, timeout=20_000)
    assert strongest_change(without, grab(dialog, widget)) >= SIGN


def strongest_change(before: QImage, after: QImage) -> float:
    """The contrast of a pixel before and after, where it changed most."""
    assert before.size() == after.size()
    places = (QPoint(x, y) for x in range(before.width()) for y in range(before.height()))
    pairs = {(before.pixelColor(p).name(), after.pixelColor(p).name()) for p in places}
    return max(contrast(one, other) for one, other in pairs)
