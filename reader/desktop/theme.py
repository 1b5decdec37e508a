"""Every colour of the window, its style sheet and its icons: light, sepia and dark."""

import re
from dataclasses import asdict
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from reader.desktop.icon_files import IconFiles
from reader.model.frozen import dataclass
from reader.resource import resource


@dataclass(frozen=True, slots=True)
class Colours:
    """Greys, one accent; amber is for caution alone and green for evidence alone. A `line` parts what
    stands side by side, an `edge` says where a control is."""

    window: str
    page: str
    list: str
    line: str
    edge: str
    text: str
    dim: str
    faint: str
    accent: str
    on_accent: str
    selected: str
    on_selected: str
    hover: str
    caution: str
    caution_page: str
    evidence: str
    evidence_page: str
    error: str
    highlights: dict[str, str]


LIGHT = Colours(
    window="#f6f5f2",
    page="#fffdf9",
    list="#fcfbf8",
    line="#e0ded8",
    edge="#87857c",
    text="#1b1b1b",
    dim="#5f5d58",
    faint="#6a6862",
    accent="#2563b0",
    on_accent="#ffffff",
    selected="#e2eaf6",
    on_selected="#14365f",
    hover="#eeece7",
    caution="#7d5200",
    caution_page="#fdf0d2",
    evidence="#28702c",
    evidence_page="#d9ecd5",
    error="#a3261f",
    highlights={
        "yellow": "#ffe27a",
        "green": "#bfe8b0",
        "blue": "#b5dcf7",
        "red": "#ffc2bd",
        "purple": "#d9cbf7",
        "orange": "#ffd3a1",
    },
)

SEPIA = Colours(
    window="#efe5d0",
    page="#f8f0df",
    list="#f4ebd8",
    line="#d8cab0",
    edge="#89795c",
    text="#33281a",
    dim="#5c4d3a",
    faint="#64543f",
    accent="#1f5590",
    on_accent="#ffffff",
    selected="#e0d3b6",
    on_selected="#2b2113",
    hover="#e8dcc3",
    caution="#6d4500",
    caution_page="#f5dca6",
    evidence="#22602a",
    evidence_page="#d6e2b8",
    error="#8f231b",
    highlights={
        "yellow": "#f6d76a",
        "green": "#c3dfa0",
        "blue": "#b9d6e4",
        "red": "#f3bdab",
        "purple": "#d8c6e6",
        "orange": "#f7c88c",
    },
)

DARK = Colours(
    window="#17191b",
    page="#1d1f21",
    list="#1a1c1e",
    line="#34373a",
    edge="#707478",
    text="#dcdcdc",
    dim="#a5a7a9",
    faint="#9c9fa2",
    accent="#6cabf0",
    on_accent="#10202f",
    selected="#22384f",
    on_selected="#e3edf8",
    hover="#26292c",
    caution="#e9b64e",
    caution_page="#3b2d12",
    evidence="#8fd08a",
    evidence_page="#24421f",
    error="#f0908a",
    highlights={
        "yellow": "#6b5500",
        "green": "#2f5a24",
        "blue": "#1f4f73",
        "red": "#7a2e2a",
        "purple": "#4f3f86",
        "orange": "#74420f",
    },
)

#: The themes by the name that is kept; "system" is light or dark.
THEMES = {"light": LIGHT, "sepia": SEPIA, "dark": DARK}

#: What a highlight's colour stands for.
MEANINGS = {
    "yellow": "Key result",
    "green": "Agree, use",
    "blue": "Method",
    "red": "Doubt",
    "purple": "Definition",
    "orange": "To check",
}


class Theme(QObject):
    """What the window wears. Panes take it through their constructor and paint anew on `changed`."""

    changed = Signal()

    def __init__(
        self, app: QApplication, choice: str, scale: int = 100, files: IconFiles | None = None
    ) -> None:
        """`choice` is "system" or one of `THEMES`; `scale` is in percent of the usual size."""
        super().__init__()
        self._app = app
        self._choice = choice
        self._scale = scale
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._files = files or IconFiles()
        app.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self.wear(choice)

    @property
    def is_dark(self) -> bool:
        return self.colours is DARK

    def wear(self, choice: str) -> None:
        self._choice = choice
        scheme = QGuiApplication.styleHints().colorScheme()
        system = "dark" if scheme == Qt.ColorScheme.Dark else "light"
        self.colours = THEMES.get(system if choice == "system" else choice, THEMES[system])
        self._icons.clear()
        self._app.setPalette(_palette(self.colours))
        tokens = {k: v for k, v in asdict(self.colours).items() if isinstance(v, str)}
        drawn, on_accent = self._files.path, self.colours.on_accent
        tokens |= {name: drawn(name, self.colours.dim) for name in ("up", "down")}
        tokens |= {name: drawn(name, on_accent) for name in ("ticked", "partly")}
        sheet = Template(resource("style.qss").read_text("utf-8")).substitute(tokens)
        self._app.setStyleSheet(_scaled(sheet, self._scale))
        self.changed.emit()

    @property
    def scale(self) -> int:
        """The size of letters in lists and menus, in percent of the usual."""
        return self._scale

    def set_scale(self, percent: int) -> None:
        """Larger or smaller letters everywhere but in the article, which has a size of its own."""
        if percent != self._scale:
            self._scale = percent
            self.wear(self._choice)

    def icon(self, name: str, colour: str = "") -> QIcon:
        """An icon of ours, dim or in another colour, sharp at every scale."""
        key = (name, colour or self.colours.dim)
        if key not in self._icons:
            self._icons[key] = QIcon(self._files.path(*key))
        return self._icons[key]

    def _follow(self) -> None:
        if self._choice == "system":
            self.wear("system")


def _scaled(sheet: str, percent: int) -> str:
    """A style sheet with all sizes of letters in another scale."""
    if percent == 100:
        return sheet
    larger = lambda found: f"font-size: {max(9, round(int(found[1]) * percent / 100))}px"  # noqa: E731
    return re.sub(r"font-size: (\d+)px", larger, sheet)


def _palette(c: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, c.window),
        (role.WindowText, c.text),
        (role.Base, c.page),
        (role.AlternateBase, c.list),
        (role.Text, c.text),
        (role.Button, c.window),
        (role.ButtonText, c.text),
        (role.Highlight, c.selected),
        (role.HighlightedText, c.on_selected),
        (role.Link, c.accent),
        (role.LinkVisited, c.accent),
        (role.ToolTipBase, c.list),
        (role.ToolTipText, c.text),
        (role.PlaceholderText, c.faint),
        (role.Mid, c.line),
        (role.Dark, c.line),
        (role.Light, c.list),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(c.faint))
    return palette
