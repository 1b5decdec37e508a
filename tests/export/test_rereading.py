"""Every format read back with somebody else's parser: as many records, and the same fields, whatever
hostile text stands in them. The texts are ours and those of the collection beside the project."""

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from lxml.html import document_fromstring
from openpyxl.utils.escape import unescape

from reader.export.bibliography import write_csl, write_ris
from reader.export.bibtex import write_bibtex
from reader.export.cells import guarded
from reader.export.everything import write_json
from reader.export.formats import FORMATS, Write
from reader.export.html_report import write_html
from reader.export.plain import one_line, printable
from reader.export.tables import write_annotations, write_long, write_readwise
from reader.export.vault import write_pages
from reader.export.web_annotation import write_web_annotations
from reader.export.wide import write_wide
from reader.export.xlsx import LONGEST, write_xlsx
from reader.model.own_columns import OwnColumn
from reader.model.record import Record, Wishes
from tests.export.records import article, card, highlight, record, value
from tests.export.test_bibliographies import HOSTILE
from tests.export.test_reports import ATTACKS

SUITE = Path(__file__).parents[3] / "shared" / "data" / "export_hostile"
COLUMN = OwnColumn("c1", "=Mine", "text")


def collected() -> tuple[str, ...]:
    """The texts of the collection, none where it is not there."""
    found: list[str] = []
    for path in sorted(SUITE.glob("*.json")) if SUITE.is_dir() else ():
        told = json.loads(path.read_text("utf-8"))
        for rows in told.values() if isinstance(told, dict) else ():
            listed = rows if isinstance(rows, list) else []
            cases = [row.get("value", row.get("text")) for row in listed if isinstance(row, dict)]
            found += [said for said in cases if isinstance(said, str)]
    return tuple(found)


TEXTS = tuple(dict.fromkeys((*HOSTILE, *ATTACKS, "=1+1", "-0.5", " \t", "%% end %%", *collected())))


def hostile(number: int, said: str) -> Record:
    """A record that says it everywhere the user or a stranger can."""
    whole = article(number, author=said, feed_title=said, link=f"https://example.org/{number}")
    whole = replace(whole, content=replace(whole.content, title=said))
    made = record(
        number,
        article=whole,
        tags=(said,),
        marked=(highlight(number, note=said),),
        card=card(journal=(value(said),), doi=(value(f"10.5555/r.{number}"),)),
        own=((COLUMN.id, said),),
    )
    assert made.note
    return replace(made, note=replace(made.note, id=f"{number:032x}", text=said))


RECORDS = tuple(hostile(number, said) for number, said in enumerate(TEXTS, 1))


def written(write: Write, **wishes: Any) -> str:
    file = io.StringIO(newline="")
    list(write(RECORDS, file, Wishes(own=(COLUMN,), **wishes)))
    return file.getvalue()


def table(write: Write) -> list[dict[str, str]]:
    text = written(write, mark=False)
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def inert(said: str) -> str:
    """A text as it stands in a CSV cell."""
    return guarded(printable(said))


def test_every_format_is_looked_at_here() -> None:
    assert {row.name for row in FORMATS} == {
        *("csl", "ris", "bibtex", "csv", "csv-long", "csv-annotations", "readwise", "xlsx"),
        *("obsidian", "logseq", "jsonld", "html", "json"),
    }
    assert len(TEXTS) > 20


def test_csl_json_is_read_back() -> None:
    items = json.loads(written(write_csl, cite="news"))
    assert [item["title"] for item in items] == [one_line(said) or "Untitled" for said in TEXTS]
    assert len({item["id"] for item in items}) == len(TEXTS)
    studies = json.loads(written(write_csl, cite="study"))
    assert [item["DOI"] for item in studies] == [f"10.5555/r.{n}" for n in range(1, len(TEXTS) + 1)]


def test_ris_is_read_back() -> None:
    """Rule 2: no value begins a line, so none begins or ends a record."""
    rows = rispy.loads(written(write_ris, cite="news", notes=True))
    assert [row.get("title", "") for row in rows] == [
        one_line(said) or "Untitled" for said in TEXTS
    ]
    assert [row["urls"][0] for row in rows] == [r.article.link for r in RECORDS]
    both = rispy.loads(written(write_ris, cite="both", notes=True))
    assert len(both) == 2 * len(TEXTS)


def test_bibtex_is_read_back() -> None:
    """Rule 3: what TeX gives a meaning is escaped; brackets stay in balance."""
    text = written(write_bibtex, cite="both", notes=True)
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    assert len(library.entries) == 2 * len(TEXTS)
    assert len({entry.key for entry in library.entries}) == 2 * len(TEXTS)
    assert all(re.fullmatch(r"[a-z0-9]+", entry.key) for entry in library.entries)
    dois = [
        field.value for entry in library.entries for field in entry.fields if field.key == "doi"
    ]
    assert sorted(dois) == sorted(f"10.5555/r.{n}" for n in range(1, len(TEXTS) + 1))


def test_a_wide_table_is_read_back() -> None:
    """Rule 1: no cell is a formula; every text comes back but for the guard."""
    rows = table(write_wide)
    assert [row["title"] for row in rows] == [inert(said) for said in TEXTS]
    assert [row[f"my.{COLUMN.name}"] for row in rows] == [inert(said) for said in TEXTS]
    assert [row["sample_size"] for row in rows] == ["48"] * len(TEXTS)
    assert all(len(row) == len(rows[0]) and None not in row for row in rows)


def test_a_long_table_is_read_back() -> None:
    rows = table(write_long)
    told = [row["value"] for row in rows if row["attr"] == "journal"]
    assert told == [inert(said) for said in TEXTS]
    assert {row["num"] for row in rows if row["attr"] == "sample_size"} == {"48"}
    assert len(rows) == sum(
        1 + sum(map(len, r.card.values.values())) for r in RECORDS if r.card is not None
    )


def test_highlights_as_tables_are_read_back() -> None:
    rows = table(write_annotations)
    assert [row["Comment"] for row in rows] == [inert(said) for said in TEXTS for _ in range(2)]
    assert [row["Note"] for row in table(write_readwise)] == [inert(said) for said in TEXTS]


def test_a_workbook_is_read_back() -> None:
    file = io.BytesIO()
    list(write_xlsx(RECORDS, file, Wishes(own=(COLUMN,))))
    book = openpyxl.load_workbook(io.BytesIO(file.getvalue()))
    rows = list(book["Studies"].iter_rows(min_row=2))
    head = [cell.value for cell in book["Studies"][1]]
    titles = [row[head.index("title")] for row in rows]
    assert len(titles) == len(TEXTS)
    for cell, said in zip(titles, TEXTS, strict=True):
        assert cell.data_type in ("s", "n")
        kept = unescape(cell.value or "")  # openpyxl leaves _x000D_ as Excel writes it
        assert kept.split() == printable(said)[:LONGEST].split()
    assert {row[head.index("sample_size")].value for row in rows} == {48}


class Headings(HTMLParser):
    """The headings of articles, as a browser reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "h2":
            self.found.append("")
        self._open = tag == "h2"

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag != "h2"


def test_a_report_is_read_back() -> None:
    """Rule 6: what others wrote is text; two parsers agree on the articles that are there."""
    text = written(write_html)
    page = Headings()
    page.feed(text)
    wanted = [one_line(said) or "Untitled" for said in TEXTS]
    assert [" ".join(found.split()) for found in page.found] == [
        " ".join(w.split()) for w in wanted
    ]
    tree = document_fromstring(text)
    assert len(tree.xpath("//section")) == len(TEXTS)
    assert not tree.xpath("//script | //img | //iframe | //object | //form")
    assert len(tree.xpath("/html/body/table/tbody/tr")) == len(TEXTS)


def test_json_is_read_back() -> None:
    """Rule 8: exactly what was there."""
    told = json.loads(written(write_json))
    assert [row["title"] for row in told["articles"]] == list(TEXTS)
    assert [row["note"]["text"] for row in told["articles"]] == list(TEXTS)
    assert [row["own"] for row in told["articles"]] == [{COLUMN.id: said} for said in TEXTS]
    assert told["own_columns"][0]["name"] == COLUMN.name


def test_web_annotations_are_read_back() -> None:
    told = json.loads(written(write_web_annotations))
    notes = [
        body["value"]
        for item in told["items"]
        for body in item["body"]
        if body.get("purpose") == "commenting"
    ]
    # a highlight with an empty note has none
    assert notes == [each for said in TEXTS for each in ([said] if said else []) + [said]]
    assert [row["title"] for row in told["studywire:articles"]] == list(TEXTS)


@pytest.mark.parametrize("kind", ["obsidian", "logseq"])
def test_pages_are_read_back(tmp_path: Path, kind: str) -> None:
    """Rules 4, 5 and 9: properties are quoted, names are safe, and no page takes another's place."""
    names = [page.name for page in write_pages(RECORDS, tmp_path, kind, Wishes())]
    assert len(set(names)) == len(TEXTS)
    paths = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(paths) == len(TEXTS)
    assert all(path.resolve().is_relative_to(tmp_path.resolve()) for path in paths)
    if kind == "obsidian":
        titles = sorted(_property(path, "title") for path in paths)
        assert titles == sorted(one_line(said) or "Untitled" for said in TEXTS)


def _property(path: Path, name: str) -> str:
    """A property of a page's head, each of which is a string as JSON writes it."""
    head = path.read_text("utf-8").split("\n---\n", 1)[0]
    found = re.search(rf"^{name}: (.*)$", head, re.M)
    return str(json.loads(found[1])) if found else ""
