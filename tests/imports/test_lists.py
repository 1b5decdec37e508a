"""Annotations, reading lists, pages and texts of other programs."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.imports import items, reading_lists
from reader.imports.limits import MAX_FILE, decoded
from reader.imports.read import kind_of, read
from reader.model.errors import ParseError
from reader.model.feed import Entry
from reader.model.imported import FoundFile

HYPOTHESIS = {
    "annotations": [
        {
            "id": "a1",
            "uri": "https://tide.example/1",
            "created": "2026-01-02T03:04:05.678901+00:00",
            "updated": "2026-01-03T03:04:05+00:00",
            "text": "check this",
            "tags": ["ms", "to do"],
            "document": {"title": ["Tides and sleep"]},
            "target": [
                {
                    "source": "https://tide.example/1",
                    "selector": [
                        {"type": "TextPositionSelector", "start": 5, "end": 9},
                        {
                            "type": "TextQuoteSelector",
                            "exact": "forty-eight\n adults",
                            "prefix": "Then ",
                            "suffix": " slept",
                        },
                    ],
                }
            ],
        },
        {"id": "a2", "uri": "https://tide.example/1", "text": "on the page", "target": [{}]},
    ]
}
POCKET_CSV = "title,url,time_added,tags,status\nTides,https://tide.example/1,1700000000,ms|sea,unread\nOld,https://tide.example/2,1600000000,,archive\n"
POCKET_HTML = """<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1>
<ul><li><a href="https://tide.example/1" time_added="1700000000" tags="ms,sea">Tides &amp; sleep</a></li>
<li><a href="javascript:alert(1)" time_added="1" tags="">Bad</a></li></ul></body></html>"""
INSTAPAPER = "URL,Title,Selection,Folder,Timestamp,Tags\nhttps://tide.example/1,Tides,,Unread,1700000000,\nhttps://tide.example/2,Old,,Archive,1600000000,\n"
READWISE = 'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n"forty-eight, adults",Tides,A. Osei,,few,blue,,order,1,2026-01-02 03:04:05+00:00,ms\nslept,Tides,A. Osei,,,,,order,2,,\n'
OMNIVORE = [
    {
        "id": "x",
        "slug": "tides",
        "title": "Tides",
        "description": "On sleep.",
        "author": "A. Osei",
        "url": "https://tide.example/1",
        "state": "Archived",
        "labels": ["ms"],
        "savedAt": "2026-01-02T03:04:05.000Z",
        "publishedAt": None,
    }
]
PAGE = """<!-- saved from url=(0022)https://tide.example/1 -->
<html><head><title>Tides | Site</title><meta property="og:title" content="Tides &amp; sleep">
<meta name="author" content="Amara Osei"><meta property="article:published_time" content="2026-01-02T00:00:00Z">
<script>alert(1)</script></head><body><p>Forty-eight adults slept.</p></body></html>"""
WADM = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "type": "Annotation",
    "id": "http://elsewhere.example/anno1",
    "bodyValue": "a bare note",
    "target": {
        "source": "https://tide.example/1",
        "selector": {"type": "TextQuoteSelector", "exact": "adults"},
    },
}


def found(name: str, document: object) -> FoundFile:
    text = document if isinstance(document, str) else json.dumps(document)
    return read(name, text.encode())


def test_hypothesis_pages_have_their_highlights_and_notes() -> None:
    (item,) = found("h.json", HYPOTHESIS).items
    (mark,) = item.highlights
    assert item.entry.content.title == "Tides and sleep"
    assert item.tags == ("ms", "to do")
    assert mark.quote.exact == "forty-eight adults"
    assert mark.quote.prefix == "Then "
    assert mark.position is None
    assert mark.note
    assert mark.note.text == "check this"
    assert mark.note.modified - mark.note.created == 86_400
    assert item.note
    assert item.note.text == "on the page"
    assert found("h.json", HYPOTHESIS) == found("h.json", HYPOTHESIS)


@pytest.mark.parametrize(
    ("name", "document", "titles", "tags", "read_"),
    [
        ("p.csv", POCKET_CSV, ["Tides", "Old"], ("ms", "sea"), [False, True]),
        ("ril_export.html", POCKET_HTML, ["Tides & sleep"], ("ms", "sea"), [False]),
        ("i.csv", INSTAPAPER, ["Tides", "Old"], (), [False, True]),
        ("o.json", OMNIVORE, ["Tides"], ("ms",), [True]),
    ],
)
def test_reading_lists_are_read(
    name: str, document: object, titles: list[str], tags: tuple[str, ...], read_: list[bool]
) -> None:
    items = found(name, document).items
    assert [item.entry.content.title for item in items] == titles
    assert items[0].tags == tags
    assert [item.read for item in items] == read_
    assert items[0].entry.link == "https://tide.example/1"


def test_readwise_highlights_belong_to_their_article() -> None:
    (item,) = found("readwise.csv", READWISE).items
    first, second = item.highlights
    assert (first.quote.exact, first.colour) == ("forty-eight, adults", "blue")
    assert first.note
    assert first.note.text == "few"
    assert (second.quote.exact, second.note) == ("slept", None)
    assert "forty-eight, adults" in item.entry.content.text


def test_the_guard_of_an_exported_cell_is_taken_off() -> None:
    (item,) = found("r.csv", "Highlight,Title,URL\n'=1+1,'quoted,\n").items
    assert item.highlights[0].quote.exact == "=1+1"
    assert item.entry.content.title == "'quoted"


def test_a_saved_page_knows_where_it_was() -> None:
    (item,) = found("x.html", PAGE).items
    entry = item.entry
    assert (entry.content.title, entry.author) == ("Tides & sleep", "Amara Osei")
    assert entry.link == "https://tide.example/1"
    assert entry.published == 1_767_312_000
    assert "Forty-eight adults slept." in entry.content.text
    assert "alert" not in entry.content.text


@pytest.mark.parametrize(
    ("document", "title"), [("# Tides\n\nWords.", "Tides"), ("Just one line of words", "my file")]
)
def test_a_text_has_a_title(document: str, title: str) -> None:
    (item,) = found("my file.txt", document).items
    assert item.entry.content.title == title


def test_annotations_of_others_are_read_too() -> None:
    (item,) = found("a.jsonld", WADM).items
    assert item.highlights[0].note
    assert item.highlights[0].note.text == "a bare note"
    assert item.entry.link == "https://tide.example/1"


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("x", "\ufeff<?xml version='1.0'?><opml version='2.0'>", "opml"),
        ("x", "<rss>", "xml"),
        ("x.txt", "TY  - JOUR", "ris"),
        ("x.ris", "Provider: X\n\nTY  - JOUR", "ris"),
        ("x", "\n@article{a,", "bibtex"),
        ("x", '[{"id": "a", "type": "book"}]', "csl"),
        ("x", '{"total": 3, "rows": [{"uri": "x", "target": [{"selector": []}]}]}', "hypothesis"),
        ("x.csv", "Highlight;Title;URL", "table"),
        ("x.csv", "a,b,c", ""),
        ("x.bin", "words", ""),
        ("x.md", "words", "text"),
        ("x.html", "<p>words", "page"),
    ],
)
def test_a_file_is_known_by_how_it_begins(name: str, head: str, kind: str) -> None:
    assert kind_of(name, head) == kind


def read_or_refused(name: str, data: bytes) -> bool:
    """Whether a file is read to items with titles, or refused with a sentence."""
    try:
        return all(item.entry.content.title for item in read(name, data).items)
    except ParseError as error:
        return str(error).endswith(".")


JSON_ATTACKS = (
    "[" * 200_000,
    '{"@context": "http://www.w3.org/ns/anno.jsonld", "items": ' + "[" * 60 + "]" * 60 + "}",
    '{"@context": "http://www.w3.org/ns/anno.jsonld", "items": [3, null, {"target": 3}]}',
    '{"@context": "http://www.w3.org/ns/anno.jsonld", "items": {"a": 1}}',
    '{"annotations": [{"uri": 3, "selector": 1, "target": "x"}], "selector": 2}',
    '{"schema": "studywire.export/1", "articles": 5}',
    '[{"savedAt": 1, "url": "javascript:alert(1)"}]',
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        *(("x.json", attack.encode()) for attack in JSON_ATTACKS),
        ("x.csv", b'title,url\n"' + b"a" * 2_000_000),
        ("x.zip", b"PK\x03\x04\0\0"),
        ("x.html", b"<title></title>" + b"<ul>" * 50_000),
        ("x.txt", b""),
        ("x.txt", b"\xff\xfe\x00\xd8"),
        ("x.json", b"\xef\xbb\xbf{"),
        ("x.csv", b"title,url\n"),
    ],
)
def test_what_can_be_no_file_of_ours_is_refused_in_words(name: str, data: bytes) -> None:
    assert read_or_refused(name, data)


def test_a_file_that_is_too_large_is_not_read() -> None:
    """Rule 10."""
    with pytest.raises(ParseError, match="50 MB"):
        decoded(b"a" * (MAX_FILE + 1))


@pytest.mark.parametrize("suite", ["feeds_hostile/files", "html_hostile", "opml_hostile"])
def test_hostile_files_beside_the_project_are_read_or_refused(suite: str) -> None:
    """Rule 10."""
    folder = Path(__file__).parents[2].parent / "shared" / "data" / suite
    if not folder.is_dir():
        pytest.skip("the collections are not here")
    for path in sorted(folder.iterdir())[:200]:
        if path.is_file() and path.stat().st_size < 2_000_000:
            assert read_or_refused(path.name, path.read_bytes())


def test_of_a_page_of_links_no_more_are_made_than_are_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[str] = []

    def entry(title: str, markup: str, *, link: str, published: int | None) -> Entry:
        made.append(link)
        return items.entry(title, markup, link=link, published=published)

    monkeypatch.setattr(reading_lists, "MAX_ITEMS", 3)
    monkeypatch.setattr(reading_lists, "items", SimpleNamespace(**{**vars(items), "entry": entry}))
    page = "".join(f'<a href="https://example.org/{n}">Article</a>' for n in range(100))
    found = reading_lists.read_bookmarks(page)
    assert len(found.items) == 3
    assert found.skipped
    assert len(made) <= 4
