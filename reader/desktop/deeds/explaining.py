"""What an empty list says: why it is empty, and what to do about it."""

from collections.abc import Callable

from reader.desktop.actions import Actions
from reader.desktop.panes import Panes
from reader.desktop.tongue import tr

_NO_STARS = "No stars yet: {key} keeps an article at hand."
_NO_NOTES = "No notes yet: select words in an article and press {key}."


def explain_empty(panes: Panes, actions: Actions, clear: Callable[[], None]) -> None:
    """Say it in the list; `clear` takes the query away."""
    query, empty, show_all = panes.list.query, panes.list.empty, actions["go_all"].trigger
    if query.words:
        words = tr("Nothing matches “{value}”.", value=query.words.strip()[:60])
        empty.say(words, tr("Show all articles"), clear)
    elif query.unread:
        empty.say(tr("Nothing unread."), tr("Show all articles"), show_all)
    elif query.starred or query.annotated:
        name, words = ("toggle_star", _NO_STARS) if query.starred else ("highlight", _NO_NOTES)
        empty.say(words.format(key=actions.key(name)), tr("Show all articles"), show_all)
    elif not panes.sidebar.has_feeds:
        empty.say(tr("You follow no feed yet."), tr("Add a feed…"), actions["add_feed"].trigger)
    else:
        empty.say(tr("No articles here yet."), tr("Check feeds"), actions["refresh_place"].trigger)
