"""Opening the palette: everything in the table, and every place."""

from collections.abc import Iterator, Sequence
from functools import partial

from reader.desktop.actions import DEEDS, Actions
from reader.desktop.feeds.tree_model import Place, look
from reader.desktop.palette.entries import Entry
from reader.desktop.palette.palette import Palette
from reader.desktop.panes import Panes
from reader.desktop.tongue import tr

_KINDS = {"feed": "Feed", "folder": "Folder", "tag": "Tag", "search": "Saved search"}


class PaletteDeeds:
    """Ctrl+K."""

    def __init__(self, panes: Panes, actions: Actions) -> None:
        self._panes = panes
        self._actions = actions
        self.palette = Palette(panes.theme, panes.window, panes.search.write)

    def show_palette(self) -> None:
        """Ask what to do. Places are read off the user's thread and follow."""
        self.palette.ask(list(_deeds(self._actions)))
        store = self._panes.session.store
        self._panes.questions.ask(
            lambda: look(store), lambda found: self.palette.add(list(self._places(found)))
        )

    def _places(self, found: Sequence[Place]) -> Iterator[Entry]:
        for place in found:
            kind = _KINDS.get(place.key.partition(":")[0])
            if place.query is not None and kind:
                go = partial(self._panes.sidebar.choose, place.key)
                yield Entry(place.title, tr(kind), go, place.icon)
            yield from self._places(place.children)


def _deeds(actions: Actions) -> Iterator[Entry]:
    for deed in DEEDS:
        if deed.name != "show_palette":
            action = actions[deed.name]
            yield Entry(
                action.text().replace("&&", "&").rstrip("…"),
                tr(deed.menu),
                action.trigger,
                deed.icon,
                actions.key(deed.name),
                action.isEnabled(),
                tr(deed.tip) if deed.tip else "",
            )
