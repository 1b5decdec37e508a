"""Pictures of an article are shown from the archive, and from nowhere else."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument, QTextImageFormat
from pytestqt.qtbot import QtBot

from reader.desktop.reading.images import unpacked
from reader.desktop.window import MainWindow
from reader.model.change import Change, Edit
from reader.model.feed import Response, Subscription
from reader.model.picture import Picture
from reader.model.query import ArticleQuery
from tests.desktop.conftest import Open, settle
from tests.fakes import Wire, rss
from tests.pictures import png

AT = "https://a.org/f.xml"
MAP, CHART = "https://example.org/map.png", "https://example.org/chart.png"
ITEM = (
    "<item><title>Otters</title><guid>g</guid><link>https://example.org/1</link><description>"
    f"&lt;p&gt;Before.&lt;/p&gt;&lt;img src='{MAP}' alt='A map'&gt;&lt;p&gt;Between.&lt;/p&gt;"
    f"&lt;img src='{CHART}' alt='A chart'&gt;&lt;p&gt;After.&lt;/p&gt;</description></item>"
)


def images(document: QTextDocument) -> Iterator[QTextImageFormat]:
    block = document.begin()
    while block.isValid():
        formats = (piece.fragment().charFormat() for piece in block)  # type: ignore[attr-defined]
        yield from (shape.toImageFormat() for shape in formats if shape.isImageFormat())
        block = block.next()


@pytest.fixture
def shown(open_window: Open, qtbot: QtBot) -> MainWindow:
    wire = Wire({AT: rss(ITEM), MAP: Response(MAP, png(3_000, 600)), CHART: Response(CHART, b"no")})
    window = open_window(wire)
    window.panes.session.do(Change("Add", (Edit(None, Subscription(AT)),)))
    window.actions_["refresh_all"].trigger()
    settle(qtbot, window)
    (article_id,) = window.panes.session.store.articles.ids(ArticleQuery())
    window.panes.opened.show(article_id)
    return window


def test_nothing_is_fetched_before_it_is_asked_for(shown: MainWindow) -> None:
    view = shown.panes.reading.view
    assert list(images(view.document())) == []
    assert "A map" in view.toPlainText()
    assert "A chart" in view.toPlainText()


def test_what_came_is_no_wider_than_the_column_and_the_rest_keeps_its_words(
    shown: MainWindow, qtbot: QtBot
) -> None:
    view = shown.panes.reading.view
    shown.actions_["fetch_images"].trigger()
    settle(qtbot, shown)
    qtbot.waitUntil(lambda: "A map" not in view.toPlainText(), timeout=10_000)
    (image,) = images(view.document())
    frame = view.document().rootFrame().frameFormat()
    column = view.viewport().width() - frame.leftMargin() - frame.rightMargin()
    assert 0 < image.width() <= column + 1
    assert image.height() == pytest.approx(image.width() / 5)
    assert "A chart" in view.toPlainText()


def test_a_picture_within_the_text_is_shown_and_nothing_asked_for(
    open_window: Open, qtbot: QtBot
) -> None:
    inside = base64.b64encode(png(60, 40)).decode()
    wire = Wire({AT: rss(ITEM.replace(MAP, f"data:image/png;base64,{inside}"))})
    window = open_window(wire)
    window.panes.session.do(Change("Add", (Edit(None, Subscription(AT)),)))
    window.actions_["refresh_all"].trigger()
    settle(qtbot, window)
    (article_id,) = window.panes.session.store.articles.ids(ArticleQuery())
    window.panes.opened.show(article_id)
    view = window.panes.reading.view
    (image,) = images(view.document())
    assert (image.width(), image.height()) == (60, 40)
    assert "A chart" in view.toPlainText()
    assert [request.address for request in wire.requests] == [AT]


def test_a_narrower_column_makes_pictures_narrower_and_marks_stay(
    shown: MainWindow, qtbot: QtBot
) -> None:
    view = shown.panes.reading.view
    shown.actions_["fetch_images"].trigger()
    settle(qtbot, shown)
    qtbot.waitUntil(lambda: len(list(images(view.document()))) == 1, timeout=10_000)
    article = shown.panes.opened.article
    assert article
    at = article.content.text.index("After")
    view.select(at, at + 5)
    assert view.textCursor().selectedText() == "After"
    wide = next(images(view.document())).width()
    view.resize(300, view.height())
    assert next(images(view.document())).width() < min(wide, 300)


def test_pictures_are_on_paper_too(shown: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    shown.exchange.write_pdf(tmp_path / "without.pdf")
    shown.actions_["fetch_images"].trigger()
    settle(qtbot, shown)
    shown.exchange.write_pdf(tmp_path / "with.pdf")
    assert b"/Subtype /Image" in (tmp_path / "with.pdf").read_bytes()
    assert b"/Subtype /Image" not in (tmp_path / "without.pdf").read_bytes()


@pytest.mark.parametrize("body", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", png()[:50]])
def test_what_cannot_be_unpacked_is_not_shown(body: bytes) -> None:
    assert unpacked(Picture("png", 40, 30, body)).isNull()


def test_a_picture_is_read_as_its_kind_and_as_no_other() -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9'/></svg>"
    assert unpacked(Picture("png", 9, 9, svg)).isNull()
    assert not unpacked(Picture("png", 40, 30, png(40, 30))).isNull()
