"""States of the window itself: widths, colours, preferences, palette, help, what is empty."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reader.desktop.help.help_dialog import ABOUT, HELP, NEWS
from reader.desktop.no_archive import NoArchiveDialog
from reader.model.change import Change, Edit
from reader.model.feed import Entry, Subscription
from reader.operations.backing_up import back_up
from reader.operations.setting import set_one
from reader.store.store import Store
from reader.text.document import content

if TYPE_CHECKING:
    from tests.screenshots.take import Tour


def subscription(store: Store, address: str, title: str) -> int:
    """A feed that is followed now; its id."""
    store.apply(Change("Subscribe", (Edit(None, Subscription(address, title)),)))
    feed = store.feeds.at(address)
    assert feed is not None
    return feed.id


def _shown(dialog: QWidget) -> QPixmap:
    dialog.show()
    QTest.qWait(150)
    picture = dialog.grab()
    dialog.close()
    return picture


def _at(tour: "Tour", width: int, height: int = 760) -> QPixmap:
    tour.window.resize(width, height)
    QTest.qWait(200)
    return tour.window.grab()


def sepia(tour: "Tour") -> QPixmap:
    tour.do("theme_sepia")
    tour.read()
    return tour.window.grab()


def snug(tour: "Tour") -> QPixmap:
    tour.read()
    return _at(tour, 1024)


def snug_panel(tour: "Tour") -> QPixmap:
    tour.read()
    _at(tour, 900)
    tour.do("toggle_side_panel")
    return tour.window.grab()


def stacked_list(tour: "Tour") -> QPixmap:
    tour.read()
    tour.window.panes.list.view.setFocus()
    return _at(tour, 700)


def stacked_article(tour: "Tour") -> QPixmap:
    tour.read()
    _at(tour, 700)
    tour.do("focus_article")
    return tour.window.grab()


def bare(tour: "Tour") -> QPixmap:
    tour.read()
    _at(tour, 480)
    tour.do("focus_article")
    return tour.window.grab()


def large_text(tour: "Tour") -> QPixmap:
    tour.read()
    for _ in range(18):
        tour.window.actions_["larger_text"].trigger()
    return _at(tour, 760)


def large_interface(tour: "Tour") -> QPixmap:
    tour.window.setting.preferences_dialog().wanted.emit("interface_size", 150)
    tour.read()
    return tour.window.grab()


def interface_200(tour: "Tour") -> QPixmap:
    tour.window.setting.preferences_dialog().wanted.emit("interface_size", 200)
    tour.read()
    return _at(tour, 1440, 900)


#: Invented, in Arabic and in Hebrew, with what turns the other way within.
_ARABIC = (
    "دراسة صغيرة تربط المشي مساءً بنوم أعمق",
    "<p>شارك في التجربة 48 شخصًا في مدينة متخيلة، ومشى نصفهم (24) كل مساء لمدة 12 أسبوعًا.</p>"
    "<h2>النتائج</h2><p>نام المشاركون أطول بنحو 21 دقيقة (95% CI 8 to 34) من المجموعة الأخرى.</p>"
    "<ul><li>لم تُسجل أضرار.</li><li>نُشرت النتائج في <i>Journal of Quiet Nights</i>.</li></ul>"
    "<table><tr><th>المجموعة</th><th>n</th></tr><tr><td>المشي</td><td>24</td></tr></table>",
)
_HEBREW = (
    "מחקר קטן: אור ערב ושינה עמוקה יותר",
    "<p>במחקר השתתפו 36 מתנדבים, ומחציתם קיבלו מנורה חלשה (2 lux) למשך שישה שבועות.</p>"
    "<blockquote>״הופתענו מההבדל״, אמרה החוקרת.</blockquote>",
)


def rtl_article(tour: "Tour") -> QPixmap:
    tour.samples()
    feed = subscription(tour.store, "https://night.example.org/rss", "أخبار النوم")
    with tour.store.writing():
        late = [
            Entry(f"rtl {n}", "", content(title, html), published=int(time.time()))
            for n, (title, html) in enumerate((_HEBREW, _ARABIC))
        ]
        tour.store.arrivals.merge(feed, late, int(time.time()))
    tour.window.panes.updater.catch_up()
    tour.settle()
    tour.open("دراسة")
    tour.select("21 دقيقة")
    tour.do("highlight")
    return tour.window.grab()


def rtl_both(tour: "Tour") -> QPixmap:
    rtl_article(tour)
    return _mirrored(tour)


def right_to_left(tour: "Tour") -> QPixmap:
    tour.read()
    return _mirrored(tour)


def _mirrored(tour: "Tour") -> QPixmap:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.qWait(200)
    picture = tour.window.grab()
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return picture


def preferences(section: int) -> Callable[["Tour"], QPixmap]:
    def take(tour: "Tour") -> QPixmap:
        dialog = tour.window.setting.preferences_dialog()
        dialog.sections.setCurrentRow(section)
        return _shown(dialog)

    return take


def preferences_found(tour: "Tour") -> QPixmap:
    dialog = tour.window.setting.preferences_dialog()
    dialog.search.setText("size")
    return _shown(dialog)


def keys_clash(tour: "Tour") -> QPixmap:
    dialog = tour.window.setting.preferences_dialog()
    dialog.open_section("Keys")
    dialog.keys.choose("toggle_read")
    dialog.keys.edit.setKeySequence("S")
    return _shown(dialog)


def palette(tour: "Tour") -> QPixmap:
    tour.samples()
    tour.do("show_palette")
    return tour.window.grab()


def palette_typed(tour: "Tour") -> QPixmap:
    tour.samples()
    tour.do("show_palette")
    tour.window.palette_deeds.palette.line.setText("art")
    QTest.qWait(100)
    return tour.window.grab()


def help_page(page: int) -> Callable[["Tour"], QPixmap]:
    return lambda tour: _shown(tour.window.helping.help_dialog(page))


def report(tour: "Tour") -> QPixmap:
    return _shown(tour.window.helping.report_dialog())


def nothing_unread(tour: "Tour") -> QPixmap:
    tour.samples()
    tour.do("mark_all_read")
    tour.do("go_starred")
    tour.do("go_inbox")
    return tour.window.grab()


def no_stars(tour: "Tour") -> QPixmap:
    tour.samples()
    tour.do("go_starred")
    return tour.window.grab()


def no_archive(tour: "Tour") -> QPixmap:
    store = tour.store
    store.apply(set_one(store, "mark_read", "by_hand"))
    list(back_up(store))
    words = f"{store.path} is not a Studywire archive. It was left as it is."
    return _shown(NoArchiveDialog(store.path, words))


def feeds_faring(tour: "Tour") -> QPixmap:
    """Two feeds that nobody has checked yet, and nothing invented about them."""
    for name in ("Lab Letter", "Clinic Post"):
        subscription(tour.store, f"https://{name.split()[0].lower()}.example.org/rss", name)
    tour.samples()
    return _shown(tour.window.health_deeds.health_dialog())


def no_notes(tour: "Tour") -> QPixmap:
    tour.samples()
    tour.open("Aldane")
    tour.do("go_annotated")
    tour.window.panes.side.setCurrentWidget(tour.window.panes.side.notes)
    return tour.window.grab()


def trouble(tour: "Tour") -> QPixmap:
    tour.samples()
    tour.do("ask_model")
    tour.window.panes.session.failed.emit(
        "The archive cannot be written: the disk is full. Make room, then try again."
    )
    QTest.qWait(150)
    return tour.window.grab()


WINDOW_STATES: dict[str, Callable[["Tour"], QPixmap]] = {
    "reading-sepia": sepia,
    "width-1024": snug,
    "width-900-panel": snug_panel,
    "width-700-list": stacked_list,
    "width-700-article": stacked_article,
    "width-480": bare,
    "large-text": large_text,
    "large-interface": large_interface,
    "interface-200": interface_200,
    "right-to-left": right_to_left,
    "rtl-article": rtl_article,
    "rtl-both": rtl_both,
    "preferences": preferences(0),
    "preferences-reading": preferences(1),
    "preferences-model": preferences(3),
    "preferences-found": preferences_found,
    "preferences-keys": keys_clash,
    "palette": palette,
    "palette-typed": palette_typed,
    "help": help_page(HELP),
    "news": help_page(NEWS),
    "about-program": help_page(ABOUT),
    "report": report,
    "nothing-unread": nothing_unread,
    "no-stars": no_stars,
    "no-notes": no_notes,
    "trouble": trouble,
    "no-archive": no_archive,
    "feeds-faring": feeds_faring,
}
