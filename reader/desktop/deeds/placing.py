"""Where a file is to be written that the user has named."""

from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from reader.desktop.tongue import tr


def with_ending(window: QWidget, typed: str, ending: str) -> Path | None:
    """The path that was typed, with the ending of its kind where it has none. None where another
    file has that name, which the dialog did not ask about, and is to stay."""
    path = Path(typed)
    if path.suffix.lower() == ending or not typed:
        return path if typed else None
    named = path.with_name(f"{path.name}{ending}")
    if named.exists() and not _agrees(window, named):
        return None
    return named


def _agrees(window: QWidget, path: Path) -> bool:
    words = tr("{name} is there already. Write over it?", name=path.name)
    return QMessageBox.question(window, "Studywire", words) == QMessageBox.StandardButton.Yes
