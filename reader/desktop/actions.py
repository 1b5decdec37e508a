"""Everything the window does, as a table: name, key, icon, menu, words.

Menus, tooltips, the sheet of keys and the palette are made from it. The user may give other keys
(`reader.desktop.keymap`). Single letters do nothing while one types.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from reader.desktop import keys_in_use
from reader.desktop.keys_in_use import native
from reader.desktop.theme import Theme
from reader.desktop.tongue import tr
from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Deed:
    """`name` is the method in `reader.desktop.deeds` that does it (`doers` says whose). `keys`
    are in Qt's portable text; `pane` says that they count in the list and the article only ("" everywhere in the window)."""

    name: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    pane: str = ""


DEEDS = (
    Deed(
        "export", "Export…", "File", ("Ctrl+Shift+E",), "copy", "For Zotero, Obsidian, R and others"
    ),
    Deed("save_pdf", "Save article as PDF…", "File", ("Ctrl+P",), tip="With highlights and notes"),
    Deed("import_files", "Import…", "File", ("Ctrl+I",), "folder", "Take in what others export"),
    Deed("show_backups", "Backups…", "File", tip="Which there are; taking one back"),
    Deed("add_feed", "Add feed…", "Feeds", ("Ctrl+N", "+"), "add", "Follow a feed or a site"),
    Deed("import_opml", "Import OPML…", "Feeds", tip="Take over the feeds of another reader"),
    Deed("export_opml", "Export OPML…", "Feeds", tip="Write the list of feeds for another reader"),
    Deed("add_samples", "Add sample articles", "Feeds", (), "sample", "12 invented studies"),
    Deed("refresh_all", "Check all feeds", "Feeds", ("F5", "Shift+R", "Ctrl+F5"), "refresh"),
    Deed("refresh_place", "Check this feed", "Feeds", ("R", "Ctrl+R")),
    Deed("starter_feeds", "Feeds to begin with…", "Feeds", tip="Research feeds by field"),
    Deed("show_feed_health", "Health of feeds…", "Feeds", tip="Which are dead, quiet or failing"),
    Deed("feed_settings", "Settings of this feed…", "Feeds"),
    Deed(
        "automatic_checks", "Automatic checks…", "Feeds", tip="When feeds are asked by themselves"
    ),
    Deed("stop", "Stop", "Feeds", (), "stop", "Stop the work that goes on; what is done stays"),
    Deed("quit", "Quit", "Feeds", ("Ctrl+Q",)),
    Deed("undo", "Undo", "Edit", ("Ctrl+Z",), "undo"),
    Deed("redo", "Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Deed("search", "Search", "Edit", ("/",), "search", "Search words, or ask for studies"),
    Deed("show_palette", "Do anything…", "Edit", ("Ctrl+K",), tip="Type what to do or where to go"),
    Deed("save_search", "Save this search…", "Edit", ("Ctrl+D",)),
    Deed("forget_searches", "Forget what was searched for", "Edit"),
    Deed("edit_rules", "Rules for new articles…", "Edit"),
    Deed(
        "find", "Find in article…", "Edit", ("Ctrl+F",), "search", "Find words in the open article"
    ),
    Deed("find_next", "Find next", "Edit", ("F3",)),
    Deed("find_previous", "Find previous", "Edit", ("Shift+F3",)),
    Deed("preferences", "Preferences…", "Edit", ("Ctrl+,",), "settings"),
    Deed("next_article", "Next article", "Go", ("J",)),
    Deed("previous_article", "Previous article", "Go", ("K",)),
    Deed("next_unread", "Next unread", "Go", ("N",)),
    Deed("previous_unread", "Previous unread", "Go", ("P",)),
    Deed("page_on", "Page on, then next unread", "Go", ("Space",), pane="reading"),
    Deed("page_back", "Page back", "Go", ("Shift+Space",), pane="reading"),
    Deed("next_feed", "Next feed with unread", "Go", ("Shift+J",)),
    Deed("previous_feed", "Previous feed with unread", "Go", ("Shift+K",)),
    Deed("go_inbox", "Inbox", "Go", ("G, U", "G, I"), "inbox"),
    Deed("go_starred", "Starred", "Go", ("G, S",), "star"),
    Deed("go_annotated", "Annotated", "Go", (), "annotated"),
    Deed("all_notes", "Highlights and notes", "Go", ("G, N",), "note", "All you marked and wrote"),
    Deed("go_all", "All articles", "Go", ("G, A",), "articles"),
    Deed("evidence_table", "Evidence table", "Go", ("G, E", "Ctrl+T"), "articles"),
    Deed(
        *("go_back", "Back", "Go", ("Esc", "Alt+Left"), "back"),
        tip="From the article to the list or the evidence table",
        pane="reading",
    ),
    Deed("show_new", "Show new articles", "Go", (".",), tip="Those that came since"),
    Deed("focus_article", "Into the article", "Go", ("Return", "O"), pane="reading"),
    Deed("next_pane", "Next pane", "Go", ("F6",)),
    Deed("previous_pane", "Previous pane", "Go", ("Shift+F6",)),
    Deed("pane_before", "Pane before", "Go", ("Left",), pane="panes"),
    Deed("pane_after", "Pane after", "Go", ("Right",), pane="panes"),
    Deed("toggle_read", "Read / unread", "Article", ("M", "U"), "check"),
    Deed("toggle_star", "Star", "Article", ("S",), "star", "Star this article"),
    Deed("tag", "Tag…", "Article", ("T", "L"), "tag", "Tag this article"),
    Deed("mark_all_read", "Mark all here as read", "Article", ("Shift+A",)),
    Deed("mark_above_read", "Mark those above as read", "Article"),
    Deed("mark_below_read", "Mark those below as read", "Article", ("Shift+O",)),
    Deed("join_stories", "These report one study", "Article", tip="Show them as one row"),
    Deed("open_original", "Open original in browser", "Article", ("B", "V"), "external"),
    Deed(
        *("open_behind", "Open original behind this window", "Article", ("Shift+B",)),
        tip="All chosen articles, in the browser, while you read on here",
    ),
    Deed(
        "full_text", "Whole text / feed's text", "Article", ("D",), tip="Fetch the article's page"
    ),
    Deed("fetch_images", "Fetch images", "Article", ("Shift+D",), tip="Keep them in the archive"),
    Deed("copy_link", "Copy address", "Article", ("Ctrl+Shift+L",), "copy"),
    Deed("copy_quote", "Copy with citation", "Article", ("Ctrl+Shift+C",), "quote"),
    Deed("copy_passage_link", "Copy link to the passage", "Article", ("Ctrl+Shift+P",)),
    Deed("highlight", "Highlight", "Article", ("H",), "highlight", "Highlight the selected words"),
    Deed("highlight_with_note", "Highlight with note", "Article", ("A",), "note"),
    Deed("tag_highlight", "Tag highlight…", "Article", ("Shift+T",), "tag"),
    Deed("remove_highlight", "Remove highlight", "Article", ("Shift+H",)),
    Deed("next_highlight", "Next highlight", "Go", ("]",)),
    Deed("previous_highlight", "Previous highlight", "Go", ("[",)),
    Deed(
        "copy_highlight_link",
        "Copy link for notes",
        "Article",
        ("Ctrl+Alt+L",),
        tip="studywire://…",
    ),
    Deed("write_note", "Note on the article", "Article", ("E",), "note"),
    Deed("edit_tags", "All tags…", "Tags", ("G, T",), "tag", "Rename, merge, colour, pin, delete"),
    *(Deed(f"tag_{n}", f"Tag of the key {n}", "Tags", (f"Ctrl+{n}",)) for n in range(1, 10)),
    Deed("study_card", "Study card", "Study", ("C", "G, C"), "", "Give the keys to the study card"),
    Deed(
        "next_unchecked",
        "Check next",
        "Study",
        ("Shift+V",),
        "",
        "Next unchecked value; V on the card",
    ),
    Deed("accept_value", "Accept value", "Study", ("Y",), "check", "The chosen value is right"),
    Deed("correct_value", "Correct value…", "Study", ("Ctrl+E",), "note", "Type the right value"),
    Deed("reject_value", "Reject value", "Study", ("X",), "close", "Take it off the card"),
    Deed("value_not_reported", "Not reported", "Study", ("Shift+X",)),
    Deed("link_selection", "Link selection as evidence…", "Study", ("Ctrl+L",), "quote"),
    Deed("take_back_decision", "Take back decision", "Study"),
    Deed(
        *("ask_model", "Ask the language model", "Study"),
        tip="What a model on your computer finds waits below the card",
    ),
    Deed("larger_text", "Larger text", "View", ("Ctrl++", "Ctrl+=")),
    Deed("smaller_text", "Smaller text", "View", ("Ctrl+-",)),
    Deed("usual_text", "Usual text size", "View", ("Ctrl+0",)),
    Deed("theme_system", "Colours of the system", "View"),
    Deed("theme_light", "Light", "View"),
    Deed("theme_sepia", "Sepia", "View"),
    Deed("theme_dark", "Dark", "View"),
    Deed("toggle_sidebar", "Sidebar", "View", ("F9",)),
    Deed("toggle_side_panel", "Study, notes and about", "View", ("F10",), "panel"),
    Deed("toggle_facets", "Facets", "View", ("F7",), tip="How the results divide"),
    Deed("caret", "Caret in the article", "View", ("F8",), tip="Select words with the keys"),
    Deed("underline_highlights", "Lines under highlights", "View", tip="Tell colours by lines too"),
    Deed("full_screen", "Full screen", "View", ("F11",)),
    Deed("show_keys", "Keys", "Help", ("?", "F1"), "help"),
    Deed("show_help", "Help", "Help", ("Shift+F1",), "help", "How Studywire is used; offline"),
    Deed("show_news", "What is new", "Help", tip="What changed in this version"),
    Deed(
        "register_links",
        "Open studywire:// links here",
        "Help",
        tip="Links in notes of other programs",
    ),
    Deed("copy_report", "Report of a mistake…", "Help", tip="To send; holds nothing private"),
    Deed("show_about", "About Studywire", "Help"),
)

#: The table by name.
DEED = {deed.name: deed for deed in DEEDS}

#: What leads on through a list, often with the key held down.
PASSING = {"next_article", "previous_article", "next_unread", "previous_unread"}

MENUS = ("File", "Feeds", "Edit", "Go", "Article", "Tags", "Study", "View", "Help")


class Actions:
    """The table as Qt actions, each calling `perform` with its name."""

    def __init__(
        self,
        perform: Callable[[str], object],
        theme: Theme,
        parent: QWidget,
        before: Callable[[], object] = lambda: None,
    ) -> None:
        """`before` is called before anything is done but to go on through the list."""
        self._theme = theme
        self._actions = {deed.name: _made(deed, perform, parent, before) for deed in DEEDS}
        self._worn: dict[str, Sequence[str]] = {}
        self.wear({deed.name: deed.keys for deed in DEEDS})
        self._painted: set[str] = set()
        theme.changed.connect(self._paint_again)

    def __getitem__(self, name: str) -> QAction:
        """An action with its icon, which is painted when somebody asks for the action."""
        self._paint([DEED[name]])
        return self._actions[name]

    def wear(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Give actions these keys; menus, buttons and tooltips show them."""
        for name, wanted in keys.items():
            if self._worn.get(name) == wanted:
                continue
            self._worn[name] = wanted
            action, deed = self._actions[name], DEED[name]
            action.setShortcuts([QKeySequence(key) for key in wanted])
            words = tr(deed.tip) if deed.tip else tr(deed.text).rstrip("…")
            action.setToolTip(f"{words} ({native(wanted[0])})" if wanted else words)
        keys_in_use.wear(keys, {deed.name: deed.text for deed in DEEDS})

    def key(self, name: str) -> str:
        """The key of an action, as this system calls it; "" for none."""
        sequence = self._actions[name].shortcut()
        return sequence.toString(QKeySequence.SequenceFormat.NativeText)

    def attach(self, window: QWidget, sidebar: QWidget) -> None:
        """Let the keys count: in the window, or only in the panes the table names."""
        for deed in DEEDS:
            action = self._actions[deed.name]
            if not deed.pane:
                window.addAction(action)
                continue
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            if deed.pane == "panes":
                sidebar.addAction(action)

    def attach_reading(self, pane: QWidget) -> None:
        """Let the keys of list and article count in one of them."""
        pane.addActions([self._actions[deed.name] for deed in DEEDS if deed.pane])

    def menus(self, parent: QWidget) -> Iterator[QMenu]:
        """The menus, in their order."""
        for name in MENUS:
            menu = QMenu(tr(name), parent)
            menu.setToolTipsVisible(True)
            listed = [deed for deed in DEEDS if deed.menu == name]
            menu.addActions([self._actions[deed.name] for deed in listed])
            menu.aboutToShow.connect(partial(self._paint, listed))
            yield menu

    def _paint(self, deeds: Iterable[Deed]) -> None:
        for deed in deeds:
            if deed.icon and deed.name not in self._painted:
                self._painted.add(deed.name)
                self._actions[deed.name].setIcon(self._theme.icon(deed.icon))

    def _paint_again(self) -> None:
        """In the colours of another theme."""
        names, self._painted = self._painted, set()
        self._paint(DEED[name] for name in names)


def _made(
    deed: Deed, perform: Callable[[str], object], parent: QWidget, before: Callable[[], object]
) -> QAction:
    action = QAction(tr(deed.text), parent)
    action.setObjectName(deed.name)
    if deed.name not in PASSING:
        action.triggered.connect(lambda: before())
    action.triggered.connect(lambda: perform(deed.name))
    return action
