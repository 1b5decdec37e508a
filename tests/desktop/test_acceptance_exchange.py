"""Getting out and in by the window, against the lines 34 to 38 of the acceptance list; and every kind
of file that is taken in, shown with counts first and taken back with one undo."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from pytestqt.qtbot import QtBot

from reader.desktop.window import MainWindow
from reader.export.formats import FORMAT
from reader.model.feed import Entry
from reader.model.query import ArticleQuery
from reader.model.record import Record, Wishes
from reader.operations.annotating import highlight, write_note
from reader.operations.tagging import tag
from reader.store.store import Store
from reader.text.document import content
from tests.cards import study
from tests.desktop.conftest import settle
from tests.operations.test_importing import found, take

HOSTILE = '=HYPERLINK("http://evil.example/","{click")'
ABSTRACT = "<p>We saw ER  - in it.</p><p>TY  - JOUR</p><p>ER  - </p><p>48 adults slept.</p>"
AUTHOR = "O'Neil & Söhne"


@pytest.fixture
def written(window: MainWindow, qtbot: QtBot) -> int:
    """An article that is hostile in every field, with a highlight, a note and a tag; its id."""
    store = window.panes.session.store
    feed = store.feeds.all()[0]
    entry = Entry(
        "hostile-1",
        "https://example.org/hostile",
        content(HOSTILE, ABSTRACT),
        author=AUTHOR,
        published=1_780_000_000,
    )
    with store.writing():
        store.arrivals.merge(feed.id, [entry], 1_780_000_000)
    window.panes.updater.catch_up()
    settle(qtbot, window)
    window.panes.sidebar.choose("all")
    settle(qtbot, window)
    rows = store.articles.rows(store.articles.ids(ArticleQuery()))
    article_id = next(row.id for row in rows.values() if row.title.startswith("=HYPER"))
    study(store, article_id, doi="10.5555/h.1", pmid="38123456", sample_size=48)
    article = store.articles.one(article_id)
    assert article
    start = article.content.text.index("48 adults")
    window.panes.session.do(highlight(article, start, start + 9, "green"))
    window.panes.session.do(write_note(store, article_id, "", "-1+1 is my note"))
    window.panes.session.do(tag(store, [article_id], "ms/relapse"))
    settle(qtbot, window)
    return article_id


def exported(
    window: MainWindow, qtbot: QtBot, path: Path, name: str, *, scope: str = "all", **wishes: object
) -> str:
    window.exchange.export_to(path, scope, FORMAT[name], Wishes(**wishes))  # type: ignore[arg-type]
    settle(qtbot, window)
    return path.read_text("utf-8-sig") if path.is_file() else ""


def choose(window: MainWindow, qtbot: QtBot, article_id: int) -> None:
    window.panes.list.choose(article_id)
    settle(qtbot, window)
    assert window.panes.list.selected_ids() == [article_id]


def test_a_selection_goes_to_three_bibliographies_and_study_and_news_are_told_apart(
    window: MainWindow, qtbot: QtBot, written: int, tmp_path: Path
) -> None:
    """Acceptance 34: type, authors, date, DOI, PMID and tags are right in each."""
    choose(window, qtbot, written)
    say = {"scope": "selected", "cite": "both"}
    csl = json.loads(exported(window, qtbot, tmp_path / "a.json", "csl", **say))
    assert [item["type"] for item in csl] == ["article-journal", "article-newspaper"]
    paper, news = csl
    assert (paper["DOI"], paper["PMID"]) == ("10.5555/h.1", "38123456")
    assert "DOI" not in news
    assert news["issued"]["date-parts"] == [[2026, 5, 28]]
    assert news["URL"] == "https://example.org/hostile"
    assert "ms/relapse" in news["keyword"]
    ris = rispy.loads(exported(window, qtbot, tmp_path / "a.ris", "ris", **say))
    assert [row["type_of_reference"] for row in ris] == ["JOUR", "NEWS"]
    assert ris[0]["doi"] == "10.5555/h.1"
    assert ris[0]["accession_number"] == "38123456"
    assert all("ms/relapse" in row["keywords"] for row in ris)
    bib = exported(window, qtbot, tmp_path / "a.bib", "bibtex", **say)
    library = parse_string(bib, append_middleware=[LatexDecodingMiddleware()])
    kinds = {entry.entry_type: dict(entry.items()) for entry in library.entries}
    assert set(kinds) == {"article", "misc"}
    assert kinds["article"]["doi"] == "10.5555/h.1"
    assert kinds["misc"]["title"].strip("{}").startswith("=HYPERLINK")


def test_hostile_cells_are_inert_and_numbers_are_numbers(
    window: MainWindow, qtbot: QtBot, written: int, tmp_path: Path
) -> None:
    """Acceptance 35: a title that is a formula, a note that begins with a dash; the long table is
    read without options."""
    wide = exported(window, qtbot, tmp_path / "w.csv", "csv")
    row = next(r for r in csv.DictReader(wide.splitlines()) if "HYPERLINK" in r["title"])
    assert row["title"] == f"'{HOSTILE}"
    assert row["sample_size"] == "48"
    notes = exported(window, qtbot, tmp_path / "n.csv", "csv-annotations")
    assert "'-1+1 is my note" in [r["Comment"] for r in csv.DictReader(notes.splitlines())]
    exported(window, qtbot, tmp_path / "l.csv", "csv-long")
    with (tmp_path / "l.csv").open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert all(None not in row and None not in row.values() for row in rows)
    assert {float(r["num"]) for r in rows if r["attr"] == "sample_size" and r["num"]} >= {48.0}


@pytest.mark.parametrize("name", ["ris", "bibtex", "csl"])
def test_a_hostile_record_comes_back_as_one(
    window: MainWindow, qtbot: QtBot, written: int, tmp_path: Path, name: str
) -> None:
    """Acceptance 36: `ER  - ` and line ends in the abstract, `{` in the title, an author with
    signs: one record each when it is imported again."""
    choose(window, qtbot, written)
    path = tmp_path / f"x{FORMAT[name].ending}"
    exported(window, qtbot, path, name, scope="selected", cite="news")
    store = window.panes.session.store
    before = store.articles.total()
    dialog = window.exchange.import_dialog()
    qtbot.addWidget(dialog)
    dialog.look_at([path])
    settle(qtbot, window)
    assert dialog.words.endswith("1 new.")
    dialog.go.click()
    settle(qtbot, window)
    assert store.articles.total() == before + 1
    rows = store.articles.rows([max(store.articles.ids(ArticleQuery()))])
    (row,) = rows.values()
    assert row.title == HOSTILE
    assert "Söhne" in row.author
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert store.articles.total() == before


def test_pages_exported_twice_keep_the_users_text(
    window: MainWindow, qtbot: QtBot, written: int, tmp_path: Path
) -> None:
    """Acceptance 37: my own text stays untouched, new highlights are added, links open the
    passage."""
    choose(window, qtbot, written)
    store = window.panes.session.store
    exported(window, qtbot, tmp_path, "obsidian", scope="selected")
    (page,) = tmp_path.glob("*.md")
    own = "\n\n## What I think\n\n- *mine*, with %% a comment %% and `code`\n"
    page.write_text(page.read_text("utf-8") + own, "utf-8")
    article = store.articles.one(written)
    assert article
    start = article.content.text.index("We saw")
    window.panes.session.do(highlight(article, start, start + 6, "red"))
    exported(window, qtbot, tmp_path, "obsidian", scope="selected")
    assert list(tmp_path.glob("*.md")) == [page]
    text = page.read_text("utf-8")
    assert text.endswith(own)
    assert "> We saw" in text
    assert "#:~:text=We%20saw" in text
    assert "> 48 adults" in text


def marks(store: Store) -> list[tuple[object, ...]]:
    """Highlights, notes, tags and states, without the numbers of this archive."""
    told: list[tuple[object, ...]] = []
    records: list[Record] = list(store.records.each(store.articles.ids(ArticleQuery())))
    for record in records:
        for row in record.marked:
            made = row.annotation
            place = (made.position.start, made.position.end, row.anchor.state)
            told.append((made.id, made.quote, made.colour, *place))
        if record.note:
            told.append((record.note.id, record.note.text, record.tags))
    return sorted(told, key=str)


def test_notes_come_to_a_fresh_profile_as_they_were(
    window: MainWindow, qtbot: QtBot, written: int, tmp_path: Path
) -> None:
    """Acceptance 38: the same notes, tags, colours, positions, states."""
    path = tmp_path / "x.jsonld"
    exported(window, qtbot, path, "jsonld")
    wanted = marks(window.panes.session.store)
    assert len(wanted) == 2
    with Store(tmp_path / "fresh.db") as fresh:
        take(fresh, found(path.read_text("utf-8"), path.name))
        assert marks(fresh) == wanted


def as_folder(path: Path) -> Path:
    folder = path / "texts"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_text(f"Title of {name}\n\nWords of {name}.", "utf-8")
    return folder


def as_file(name: str, text: str) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        made = path / name
        made.write_text(text, "utf-8")
        return made

    return make


HYPOTHESIS = [
    {
        "uri": "https://example.org/h",
        "text": "My thought",
        "tags": ["a"],
        "document": {"title": ["A page"]},
        "target": [
            {
                "source": "https://example.org/h",
                "selector": [{"type": "TextQuoteSelector", "exact": "some words"}],
            }
        ],
    }
]
OMNIVORE = [{"id": "1", "title": "Saved", "url": "https://example.org/o", "savedAt": "2026-01-01"}]
POCKET = "title,url,time_added,tags,status\nSaved,https://example.org/p,1700000000,a|b,unread\n"
INSTAPAPER = (
    "URL,Title,Selection,Folder,Timestamp\nhttps://example.org/i,Saved,,Unread,1700000000\n"
)
READWISE = (
    "Highlight,Title,Author,URL,Note,Location,Date\nWords,Book,Li,https://example.org/r,N,1,\n"
)
PAGE = "<!DOCTYPE html><html><head><title>A page</title></head><body><p>Words.</p></body></html>"
ZOTERO = "TY  - JOUR\nTI  - Tides\nAU  - Osei, Amara\nPY  - 2024\nDO  - 10.5555/t.1\nER  - \n"


@pytest.mark.parametrize(
    ("make", "count"),
    [
        (as_file("z.ris", ZOTERO), 1),
        (as_file("z.bib", "@article{a, title={Tides}, author={Osei, A}, year={2024}}"), 1),
        (as_file("z.json", '[{"id": "a", "type": "article-journal", "title": "Tides"}]'), 1),
        (as_file("h.json", json.dumps(HYPOTHESIS)), 1),
        (as_file("r.csv", READWISE), 1),
        (as_file("p.csv", POCKET), 1),
        (as_file("i.csv", INSTAPAPER), 1),
        (as_file("o.json", json.dumps(OMNIVORE)), 1),
        (as_file("page.html", PAGE), 1),
        (as_folder, 2),
    ],
    ids=(
        *("ris", "bibtex", "csl", "hypothesis", "readwise", "pocket", "instapaper", "omnivore"),
        *("page", "folder"),
    ),
)
def test_every_kind_of_file_is_counted_taken_in_and_taken_back(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, make: Callable[[Path], Path], count: int
) -> None:
    store = window.panes.session.store
    before = store.articles.total()
    dialog = window.exchange.import_dialog()
    qtbot.addWidget(dialog)
    dialog.look_at([make(tmp_path)])
    settle(qtbot, window)
    assert dialog.words.endswith(f"{count} new.")
    assert store.articles.total() == before
    dialog.go.click()
    settle(qtbot, window)
    assert store.articles.total() == before + count
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert store.articles.total() == before
