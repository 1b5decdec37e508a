"""Tags: put on and taken off, renamed, merged, coloured, pinned, deleted."""

from collections.abc import Callable, Iterable
from functools import partialmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap

from reader.desktop.panes import Panes
from reader.desktop.tongue import tr
from reader.model.article import Tagging
from reader.model.errors import ReaderError
from reader.model.searches import Rule
from reader.model.tag import PINS, TagColour, TagPin, folded
from reader.operations.retagging import (
    colour_tag,
    delete_tag,
    pin_tag,
    rename_tag,
    toggle_pinned,
)
from reader.operations.tagging import tag, untag

if TYPE_CHECKING:
    from reader.desktop.annotations.rename_tag_dialog import RenameTagDialog
    from reader.desktop.annotations.tag_dialog import TagDialog
    from reader.desktop.annotations.tags_dialog import TagsDialog

_KINDS = {Tagging, TagColour, TagPin, Rule}
_NONE_CHOSEN = "Choose an article first."


class TagDeeds:
    """What can be done with tags, and with the tags of articles."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._session = panes.session
        self._store = panes.session.store
        panes.sidebar.tag_wanted.connect(self.do)
        panes.session.changed.connect(self._look_again)
        self._colour()

    def tag(self) -> None:
        """Type tags for the chosen articles."""
        if dialog := self.tag_dialog():
            dialog.exec()
            dialog.deleteLater()

    def tag_dialog(self) -> "TagDialog | None":
        """The dialog for the tags of the chosen articles, not yet shown; None where none is chosen."""
        chosen = self._panes.chosen_ids()
        if not chosen:
            self._panes.status.say(tr(_NONE_CHOSEN))
            return None
        from reader.desktop.annotations.tag_dialog import TagDialog

        known = [tag.name for tag in self._store.tags.in_use()]
        dialog = TagDialog(known, self._panes.theme, self._panes.window)

        def look_again(kinds: frozenset[type]) -> None:
            if Tagging in kinds:
                dialog.show_tags(self._by_origin(chosen))

        def put(name: str) -> None:
            try:
                self._session.do(tag(self._store, chosen, name))
            except ReaderError as error:
                dialog.refuse(str(error))

        dialog.tag_wanted.connect(put)
        dialog.removal_wanted.connect(
            lambda name: self._session.do(untag(self._store, chosen, name))
        )
        self._session.changed.connect(look_again)
        dialog.destroyed.connect(lambda: self._session.changed.disconnect(look_again))
        look_again(frozenset({Tagging}))
        return dialog

    def edit_tags(self) -> None:
        """All tags in a dialog."""
        dialog = self.tags_dialog()
        dialog.exec()
        dialog.deleteLater()

    def tags_dialog(self) -> "TagsDialog":
        """The dialog of all tags, not yet shown."""
        from reader.desktop.annotations.tags_dialog import TagsDialog

        dialog = TagsDialog(self._store.tags.in_use, self.do, self._dot, self._panes.window)
        look_again = lambda kinds: dialog.look_again() if kinds & _KINDS else None  # noqa: E731
        self._session.changed.connect(look_again)
        dialog.destroyed.connect(lambda: self._session.changed.disconnect(look_again))
        return dialog

    def do(self, deed: str, name: str, argument: str) -> None:
        """Do what a `tag_menu` offers."""
        if deed == "rename":
            self._rename(name)
        elif deed == "colour":
            self._session.do(lambda: colour_tag(self._store, name, argument))
        elif deed == "pin":
            self._session.do(lambda: pin_tag(self._store, name, int(argument)))
        else:
            self._session.do(delete_tag(self._store, name))

    def rename_dialog(self, name: str) -> "RenameTagDialog":
        """The dialog for another name of a tag, not yet shown."""
        from reader.desktop.annotations.rename_tag_dialog import RenameTagDialog

        parent = self._panes.window
        return RenameTagDialog(name, self._store.tags.in_use(), parent)

    def rename_to(self, old: str, new: str) -> None:
        """Rename or merge, and stay at the tag where it is shown."""
        place = self._panes.sidebar.place
        is_here = place is not None and place.key == f"tag:{folded(old)}"
        if self._session.do(lambda: rename_tag(self._store, old, new)) and is_here:
            self._panes.sidebar.choose(f"tag:{folded(new)}")

    def _rename(self, name: str) -> None:
        dialog = self.rename_dialog(name)
        if dialog.exec():
            self.rename_to(name, dialog.name)
        dialog.deleteLater()

    def _toggle(self, place: int) -> None:
        chosen = [*self._panes.chosen_ids()]
        if chosen:
            self._session.do(lambda: toggle_pinned(self._store, chosen, place))
        else:
            self._panes.status.say(tr(_NONE_CHOSEN))

    tag_1 = partialmethod(_toggle, 1)
    tag_2 = partialmethod(_toggle, 2)
    tag_3 = partialmethod(_toggle, 3)
    tag_4 = partialmethod(_toggle, 4)
    tag_5 = partialmethod(_toggle, 5)
    tag_6 = partialmethod(_toggle, 6)
    tag_7 = partialmethod(_toggle, 7)
    tag_8 = partialmethod(_toggle, 8)
    tag_9 = partialmethod(_toggle, 9)

    def name_actions(self, action: Callable[[str], QAction]) -> None:
        """Let the menu say which tag each key puts on, now and from now on."""
        self._action = action
        self._name_actions()

    def _name_actions(self) -> None:
        pins = {pin.place: pin.name for pin in self._store.tag_pins.all()}
        for place in PINS:
            words = f"Tag “{pins[place]}”".replace("&", "&&") if place in pins else tr("No tag")
            self._action(f"tag_{place}").setText(words)

    def _by_origin(self, article_ids: Iterable[int]) -> dict[str, str]:
        """The tags of articles, each with the name of the rule that put it there, "" for the user."""
        rules = {folded(rule.tag): rule for rule in self._store.rules.all() if rule.tag}
        found: dict[str, str] = {}
        for row in self._store.tags.of(article_ids):
            rule = rules.get(folded(row.name))
            by_rule = rule and self._store.ruled.among(rule.id, [row.article_id])
            found[row.name] = rule.name if rule and by_rule else found.get(row.name, "")
        return found

    def _look_again(self, kinds: frozenset[type]) -> None:
        if kinds & {TagColour, TagPin}:
            self._colour()
            self._name_actions()

    def _colour(self) -> None:
        """Lists paint tags in their colours."""
        colours = {folded(t.name): t.colour for t in self._store.tag_colours.all()}
        self._panes.list.view.show_tag_colours(colours)

    def _dot(self, colour: str) -> QIcon:
        """The colour of a tag, an empty circle for none."""
        pixmap = QPixmap(32, 32)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._panes.theme.colours
        painter.setPen(QColor(colours.faint))
        if colour:
            painter.setBrush(QColor(colours.highlights[colour]))
        painter.drawEllipse(QRectF(5, 5, 22, 22))
        painter.end()
        return QIcon(pixmap)
