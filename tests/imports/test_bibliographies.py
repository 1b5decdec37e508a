"""References of other programs are read as they were meant."""

import io
import json

import pytest

from reader.export.bibliography import write_csl, write_ris
from reader.export.bibtex import write_bibtex
from reader.export.formats import Write
from reader.imports.bibliographies import read_csl, read_ris
from reader.imports.bibtex import read_bibtex
from reader.model.errors import ParseError
from reader.model.imported import FoundFile
from reader.model.record import Wishes
from reader.model.reference import Person, Reference
from tests.export.records import record

RIS = """TY  - JOUR
TI  - Tides and sleep
AU  - Osei, Amara
AU  - The Tide Group
T2  - Journal of Invented Trials
PY  - 2024
DA  - 2024/03/05/
VL  - 12
IS  - 2
SP  - 101
EP  - 119
DO  - https://doi.org/10.5555/Tide.1
UR  - https://tide.example/1
AN  - 38123456
KW  - sea
KW  - NCT01234567
AB  - Forty-eight adults slept
 by the sea.
N1  - my note
ER  -

TY  - BOOK
T1  - A book of water
A1  - Li, Hugo
Y1  - 2001///
"""

BIBTEX = r"""
@string{jit = "Journal of Invented Trials"}
@comment{not this}
@article{osei2024,
  title = {{Tides \& {S}leep at 5\,\% in M{\"u}nchen}},
  author = {Osei, Amara and van der Berg, Jan and {The Tide Group} and Hugo Li and others},
  journal = jit,
  year = 2024, month = mar,
  pages = {101--119}, volume = 12, number = {2},
  doi = {10.5555/Tide.1}, keywords = {sea, moon; night},
}
@misc{page1, title = "A page", url = {https://tide.example/a\_b}, urldate = {2026-01-02}}
"""


def one(found: FoundFile, at: int = 0) -> Reference:
    reference = found.items[at].reference
    assert reference
    return reference


def test_ris_is_read() -> None:
    found = read_ris(RIS)
    paper, book = one(found), one(found, 1)
    assert paper.kind == "article-journal"
    assert paper.authors == (Person("Osei", "Amara"), Person(literal="The Tide Group"))
    assert paper.issued == (2024, 3, 5)
    assert (paper.volume, paper.issue, paper.pages) == ("12", "2", "101-119")
    assert (paper.doi, paper.pmid) == ("10.5555/tide.1", "38123456")
    assert paper.trial_ids == ("NCT01234567",)
    assert paper.abstract == "Forty-eight adults slept by the sea."
    assert (book.kind, book.title, book.issued) == ("book", "A book of water", (2001,))


def test_bibtex_is_read() -> None:
    found = read_bibtex(BIBTEX)
    paper, page = one(found), one(found, 1)
    assert paper.title == "Tides & Sleep at 5 % in München"
    assert paper.authors == (
        Person("Osei", "Amara"),
        Person("van der Berg", "Jan"),
        Person(literal="The Tide Group"),
        Person("Li", "Hugo"),
    )
    assert paper.container == "Journal of Invented Trials"
    assert paper.issued == (2024, 3)
    assert paper.pages == "101-119"
    assert paper.tags == ("sea", "moon", "night")
    assert (page.kind, page.url, page.accessed) == (
        "webpage",
        "https://tide.example/a_b",
        (2026, 1, 2),
    )


def test_a_reference_is_an_article_with_its_abstract() -> None:
    item = read_ris(RIS).items[0]
    assert item.entry.content.title == "Tides and sleep"
    assert "Forty-eight adults slept by the sea." in item.entry.content.text
    assert "Journal of Invented Trials" in item.entry.content.text
    assert item.entry.guid == "doi:10.5555/tide.1"
    assert item.entry.published == 1_709_640_000
    assert item.read


@pytest.mark.parametrize(
    ("write", "read"), [(write_ris, read_ris), (write_bibtex, read_bibtex), (write_csl, read_csl)]
)
def test_what_we_write_we_read(write: Write, read: object) -> None:
    file = io.StringIO(newline="")
    list(write([record(1), record(2)], file, Wishes(cite="both")))
    found = read(file.getvalue())  # type: ignore[operator]
    study = one(found)
    assert (study.doi, study.pmid) == ("10.5555/abc.1", "38123456")
    assert study.authors == (Person("Osei", "Amara"),)
    assert study.container == "Journal of Invented Trials"
    assert study.issued == (2026, 3, 5)
    assert study.trial_ids == ("NCT01234567",)
    # both studies have one DOI, so they are one publication; the two news items are two
    assert len(found.items) == 3


def test_signs_that_tex_gives_a_meaning_come_back() -> None:
    said = "A {b} c} & 50% of $x_1$ #2 ^ ~ <i> | \\n @me"
    file = io.StringIO()
    kept = Reference("article-journal", said, "k1", (Person("O’Neil & Söhne", "A_B"),))
    list(write_bibtex([record(1, reference=kept, tags=())], file, Wishes()))
    back = one(read_bibtex(file.getvalue()))
    assert back.title == said
    assert back.authors == kept.authors


@pytest.mark.parametrize(
    ("read", "document"),
    [
        (read_ris, "nothing here"),
        (read_bibtex, "nothing here"),
        (read_csl, "[]"),
        (read_csl, "{"),
        (read_csl, '{"items": 3}'),
        (read_csl, "[" * 100_000),
        (read_csl, '{"a":' * 100 + "1" + "}" * 100),
        (read_csl, "[1, null, true, NaN]"),
        (read_csl, "[" + "9" * 10_000 + "]"),
    ],
)
def test_what_holds_no_references_is_refused_in_words(read: object, document: str) -> None:
    with pytest.raises(ParseError, match=r"\.$"):
        read(document)  # type: ignore[operator]


@pytest.mark.parametrize(
    "item",
    [
        {"type": "book", "title": {"x": 1}},
        {"type": "book", "title": ["a"], "author": 3},
        {"type": "book", "title": "T", "author": [1, {"family": {"a": 1}}], "issued": 5},
        {"type": "book", "title": "T", "issued": {"date-parts": [[10**30, 99, 99]]}},
        {"type": "book", "title": "T", "issued": {"date-parts": [["x"]]}, "DOI": None},
        {"type": "book", "title": "<script>x</script>", "URL": "javascript:alert(1)"},
    ],
)
def test_items_of_wrong_types_harm_nobody(item: dict[str, object]) -> None:
    found = read_csl(json.dumps([item, {"type": "book", "title": "Good"}]))
    assert found.items[-1].entry.content.title == "Good"
    for entry in (item.entry for item in found.items):
        assert not entry.link.startswith("javascript")
        assert "<script" not in entry.content.html


@pytest.mark.parametrize(
    "document",
    [
        "TY  - JOUR\n" + "TI  - x\n" * 5_000 + "ER  - \n",
        "TY  - JOUR\nTI  - x\nAU  -\nDA  - 99/99/9999\nSP  - \nER  -\n",
        "ER  - \nER  - \nTY  - \nTI  - x\n  broken\nER  - ",
        "TY  - JOUR\r\nTI  - x\r\nXX  - unknown\r\nER  - \r\n",
    ],
)
def test_broken_ris_is_read_as_far_as_it_goes(document: str) -> None:
    assert len(read_ris(document).items) == 1


def test_entries_that_are_no_bibtex_are_counted() -> None:
    found = read_bibtex("@article{a, title={Good}}\n@article{b, title={never closed\n\n@x")
    assert [item.entry.content.title for item in found.items] == ["Good"]
    assert found.skipped
