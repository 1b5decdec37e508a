"""Drives the window through its states and keeps a picture of each.

    python tests/screenshots/take.py FOLDER [STATE …]

Without states all are taken. `resources/screenshots` holds what the README shows:
reading-light, reading-dark and evidence-light. QT_SCALE_FACTOR=2 takes them at 200 %.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QPointF, QSettings, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.desktop.run import application
from reader.desktop.theme import Theme
from reader.desktop.window import MainWindow
from reader.feeds.fetch import Fetcher
from reader.feeds.pictures import look_at
from reader.model.article import ArticleRow, Content, TextChoice
from reader.model.feed import Entry
from reader.operations.annotating import tag_highlight, write_note
from reader.operations.tagging import tag
from reader.store.store import Store
from reader.text.article import article
from reader.text.document import content
from reader.workers.pool import Workers
from tests.screenshots.evidence_states import EVIDENCE
from tests.screenshots.window_states import WINDOW_STATES, subscription

SIZE = (1440, 900)


class Tour:
    """A window on a new archive, and ways to bring it into a state."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self.folder = folder
        self.theme = theme
        self.store = Store(folder / "archive.db")
        self.window = MainWindow(self.store, Fetcher(), Workers(), theme)
        self.window.resize(*SIZE)
        self.window.show()
        self.settle()

    def close(self) -> None:
        self.window.close()
        self.store.close()

    def settle(self) -> None:
        """Until no job runs and no question is open."""
        panes = self.window.panes
        end = time.monotonic() + 60
        while time.monotonic() < end:
            QTest.qWait(30)
            if not panes.jobs.running and panes.questions.is_idle:
                break
        QTest.qWait(60)

    def samples(self) -> None:
        self.window.panes.first_run.samples_wanted.emit()
        self.settle()

    def open(self, words: str) -> None:
        """Open the sample article whose title holds the words."""
        self.window.actions_["go_all"].trigger()
        self.settle()
        panes = self.window.panes
        rows = self.store.articles.rows(panes.list.model.ids)
        panes.list.choose(next(row.id for row in rows.values() if words in row.title))
        self.settle()

    def select(self, words: str) -> None:
        article = self.window.panes.opened.article
        assert article is not None
        start = article.content.text.index(words)
        self.window.panes.reading.view.setFocus()
        self.window.panes.reading.view.select(start, start + len(words))

    def do(self, name: str) -> None:
        self.window.actions_[name].trigger()
        self.settle()

    def search(self, query: str) -> None:
        self.window.panes.search.setText(query)
        QTest.qWait(500)
        self.settle()

    def dialog(self, name: str) -> QPixmap:
        """What an action asks; the window itself where it asks nothing."""
        seen: list[QPixmap] = []

        def look() -> None:
            if asked := QApplication.activeModalWidget():
                seen.append(asked.grab())
                asked.close()

        QTimer.singleShot(700, look)
        self.do(name)
        return seen[0] if seen else self.window.grab()

    def read(self) -> None:
        """The samples, one of them open with two highlights and a value chosen."""
        self.samples()
        self.open(STUDY)
        for words in HIGHLIGHTED:
            self.select(words)
            self.do("highlight")
        self.window.panes.opened.choose_value("sample_size", 0)
        self.window.panes.side.card.choose("sample_size", 0)
        self.settle()


#: The sample that most pictures show, and words of it that are highlighted.
STUDY = "antisynthetase"
HIGHLIGHTED = (
    "Muscle strength returned for many of them.",
    "cytokine release on day nine",
)


STORY = """<p>Softer lamps in the evening went with fewer falls in a randomised controlled trial of
410 people in 14 care homes in Denmark. They were followed for 12 months. Half of the homes kept the
lamps they had. Falls were written down by the staff, who knew which lamps were in use.</p><p>“We had
not thought the difference would be so steady over the seasons,” said the head of the trial, whose
group will look at hospitals next. The work appears in the Journal of Quiet Nights.</p>"""


def first_run(tour: Tour) -> QPixmap:
    return tour.window.grab()


def reading(tour: Tour) -> QPixmap:
    tour.read()
    return tour.window.grab()


def notes(tour: Tour) -> QPixmap:
    tour.read()
    tour.do("write_note")
    return tour.window.grab()


def _revised(tour: Tour) -> None:
    """The open article is changed by its publisher, as far as its highlights are concerned."""
    opened, store = tour.window.panes.opened, tour.store
    assert opened.article is not None
    said = opened.article.content
    text = said.text.replace("for many of them", "for none of them").replace(HIGHLIGHTED[1], "")
    with store.writing():
        changed = Content(said.title, said.html, text, said.layout)
        row = store.arrivals.revision(opened.article.id, changed, 1_790_000_000)
        store.full_texts.show([TextChoice(opened.article.id, row)])
    article_id = opened.article.id
    opened.close()
    opened.show(article_id)
    tour.settle()


def changed_notes(tour: Tour) -> QPixmap:
    tour.read()
    panes = tour.window.panes
    first = tour.store.annotations.of(panes.opened.article.id)[0]  # type: ignore[union-attr]
    tour.store.apply(
        write_note(
            tour.store,
            first.annotation.article_id,
            first.annotation.id,
            "**Ask Ana** how *strength* was measured:\n\n- at 12 weeks?\n- see [the registry](https://example.org/)",
        )
    )
    for words, colour in (("Muscle strength", "blue"), ("strength returned", "red")):
        tour.select(words)
        panes.reading.highlight_wanted.emit(colour)
    _revised(tour)
    tour.do("write_note")
    return tour.window.grab()


def all_notes(tour: Tour) -> QPixmap:
    tour.read()
    panes = tour.window.panes
    for at, words in enumerate(HIGHLIGHTED):
        row = tour.store.annotations.of(panes.opened.article.id)[at]  # type: ignore[union-attr]
        tour.store.apply(tag_highlight(tour.store, row, ("strength", "to check/harms")[at]))
        tour.store.apply(
            write_note(
                tour.store, row.annotation.article_id, row.annotation.id, f"Why “{words[:12]}…”?"
            )
        )
    tour.open("heart failure")
    tour.select("heart failure")
    panes.reading.highlight_wanted.emit("blue")
    tour.do("all_notes")
    view = tour.window.note_going.view
    view.view.setCurrentIndex(view.model.index(1))
    view.view.clicked.emit(view.model.index(1))
    tour.settle()
    return tour.window.grab()


def finding(tour: Tour) -> QPixmap:
    tour.read()
    tour.do("underline_highlights")
    tour.window.panes.side.setCurrentWidget(tour.window.panes.side.notes)
    tour.do("find")
    tour.window.panes.reading.finder.edit.setText("of")
    tour.settle()
    return tour.window.grab()


def about(tour: Tour) -> QPixmap:
    tour.read()
    side = tour.window.panes.side
    side.setCurrentWidget(side.about)
    return tour.window.grab()


def selection(tour: Tour) -> QPixmap:
    tour.read()
    tour.select("survivors were followed for two to five years")
    QTest.qWait(400)
    return tour.window.grab()


def searching(tour: Tour) -> QPixmap:
    tour.samples()
    tour.search("design:rct OR n:>=1000 followup:>=1y")
    tour.do("next_article")
    return tour.window.grab()


def arriving(tour: Tour) -> QPixmap:
    """Twelve articles come while one reads."""
    tour.read()
    feed = tour.store.feeds.all()[0]
    made = [content(f"A late report, number {n}", "<p>It came today.</p>") for n in range(12)]
    late = [Entry(f"late {n}", "", said, published=int(time.time())) for n, said in enumerate(made)]
    with tour.store.writing():
        tour.store.arrivals.merge(feed.id, late, int(time.time()))
    tour.window.panes.session.changed.emit(frozenset({ArticleRow}))
    tour.settle()
    return tour.window.grab()


def story(tour: Tour) -> QPixmap:
    """Three outlets on one study, one of which counts other people."""
    tour.samples()
    for number, (outlet, people) in enumerate(
        (("Lab Letter", 410), ("Clinic Post", 401), ("The Ward", 410))
    ):
        feed = subscription(tour.store, f"https://outlet{number}.example.org/rss", outlet)
        said = content(f"Evening light and falls, says {outlet}", STORY.replace("410", str(people)))
        late = [Entry(f"story {number}", "", said, published=int(time.time()))]
        with tour.store.writing():
            tour.store.arrivals.merge(feed, late, int(time.time()))
    tour.window.panes.updater.catch_up()
    tour.settle()
    tour.open("Evening light")
    return tour.window.grab()


def facets(tour: Tour) -> QPixmap:
    tour.samples()
    tour.search("study")
    tour.do("toggle_facets")
    return tour.window.grab()


def nothing_found(tour: Tour) -> QPixmap:
    tour.samples()
    tour.search("zebrafish unicorn")
    return tour.window.grab()


def no_study(tour: Tour) -> QPixmap:
    tour.samples()
    tour.open("Aldane")
    return tour.window.grab()


def narrow(tour: Tour) -> QPixmap:
    tour.read()
    tour.window.resize(1024, 700)
    QTest.qWait(100)
    return tour.window.grab()


def keys(tour: Tour) -> QPixmap:
    tour.samples()
    return tour.dialog("show_keys")


def subscribing(tour: Tour) -> QPixmap:
    return tour.dialog("add_feed")


def health(tour: Tour) -> QPixmap:
    tour.samples()
    return tour.dialog("show_feed_health")


def rules(tour: Tour) -> QPixmap:
    tour.samples()
    return tour.dialog("edit_rules")


def backing_up(tour: Tour) -> QPixmap:
    tour.read()
    dialog = tour.window.backing.backups_dialog()
    dialog.back_up.click()
    tour.settle()
    tour.settle()
    return dialog.grab()


def tagged(tour: Tour) -> None:
    """Tags in a tree on the first articles, two with a colour, one with a key."""
    tour.samples()
    session, ids = tour.window.panes.session, list(tour.window.panes.list.model.ids)
    for number, name in enumerate(("ms/relapse", "ms/drugs", "to read", "mice")):
        session.do(tag(session.store, ids[number : number + 2], name))
    for deed in (("colour", "ms", "red"), ("colour", "to read", "blue"), ("pin", "to read", "1")):
        tour.window.tag_deeds.do(*deed)
    tour.window.panes.list.choose_row(1)
    tour.settle()


def tag_tree(tour: Tour) -> QPixmap:
    tagged(tour)
    return tour.window.grab()


def tags(tour: Tour) -> QPixmap:
    tagged(tour)
    return tour.dialog("edit_tags")


def exporting(tour: Tour) -> QPixmap:
    tour.read()
    return tour.dialog("export")


def correcting(tour: Tour) -> QPixmap:
    tour.read()
    return tour.dialog("correct_value")


def images(tour: Tour) -> QPixmap:
    """An article with a picture that is kept, and with one that could not be had."""
    tour.samples()
    source = "https://pictures.example/curve.png"
    html = (
        "<p>Leaves that were shaded for an hour opened more slowly than their neighbours, and the "
        "difference was still there on the next day.</p>"
        f'<img src="{source}" alt="Two curves"><p>In the second greenhouse the roles were '
        'exchanged, with the same outcome.</p><img src="https://pictures.example/b.png" '
        'alt="The second greenhouse, seen from the north"><p>The plants were bean and pea.</p>'
    )
    said = article("Shaded leaves remember the dark for a day", html, "https://pictures.example/")
    entry = Entry("curve", "https://pictures.example/1", said)
    with tour.store.writing():
        tour.store.arrivals.merge(tour.store.feeds.all()[0].id, [entry], int(time.time()))
        (article_id,) = tour.store.pending.next("rule", 1)
        tour.store.pictures.keep(article_id, source, look_at(_curves(tour.folder / "curves.png")))
    tour.window.panes.updater.catch_up()
    tour.settle()
    tour.open("Shaded leaves")
    return tour.window.grab()


def _curves(path: Path) -> bytes:
    """Two curves, wider than the column."""
    image = QImage(1600, 640, QImage.Format.Format_RGB32)
    image.fill(QColor("#f6f4ee"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, slope in (("#2f6f62", 2.2), ("#b4552d", 3.4)):
        painter.setPen(QPen(QColor(colour), 6))
        line = [QPointF(60 + x * 14, 580 - 500 * (x / 106) ** (1 / slope)) for x in range(106)]
        painter.drawPolyline(line)
    painter.end()
    image.save(str(path))
    return path.read_bytes()


def starters(tour: Tour) -> QPixmap:
    dialog = tour.window.feed_deeds.starter_dialog()
    dialog.tick("Medicine and health")
    dialog.show()
    QTest.qWait(200)
    return dialog.grab()


def feed_settings(tour: Tour) -> QPixmap:
    tour.samples()
    tour.window.panes.sidebar.choose(f"feed:{tour.store.feeds.all()[0].id}")
    tour.settle()
    return tour.dialog("feed_settings")


STATES: dict[str, Callable[[Tour], QPixmap]] = {
    "first-run": first_run,
    "reading": reading,
    "notes": notes,
    "notes-changed": changed_notes,
    "notes-all": all_notes,
    "find": finding,
    "about": about,
    "selection": selection,
    "search": searching,
    "facets": facets,
    "arriving": arriving,
    "story": story,
    "nothing-found": nothing_found,
    "no-study": no_study,
    **EVIDENCE,
    "narrow": narrow,
    "images": images,
    "starters": starters,
    "feed-settings": feed_settings,
    "keys": keys,
    "subscribe": subscribing,
    "health": health,
    "rules": rules,
    "tag-tree": tag_tree,
    "tags": tags,
    "export": exporting,
    "backups": backing_up,
    "correct": correcting,
    **WINDOW_STATES,
}


@contextmanager
def touring(theme: Theme) -> Iterator[Tour]:
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        tour = Tour(Path(folder), theme)
        try:
            yield tour
        finally:
            tour.close()


def main(folder: Path, wanted: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    for colours in ("light", "dark", "sepia"):
        for name, state in STATES.items():
            asked = name in wanted or (not wanted and colours != "sepia")
            if not asked and f"{name}-{colours}" not in wanted:
                continue
            with touring(Theme(app, colours)) as tour:  # a state may choose other colours
                state(tour).save(str(folder / f"{name}-{colours}.png"))


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description="Pictures of the window, light and dark.")
    asked.add_argument("folder", type=Path)
    asked.add_argument("states", nargs="*", help=", ".join(STATES))
    given = asked.parse_args()
    main(given.folder, given.states)
