"""The report and the JSON forms hold what they should and nothing that runs."""

import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from reader.export.everything import write_json
from reader.export.html_report import write_html
from reader.export.links import web_address
from reader.export.web_annotation import write_web_annotations
from reader.model.record import Record, Wishes
from tests.export.records import article, card, highlight, record, reviewed

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title><script>x</script>",
    "javascript:alert(1)",
    "<!-- x",
    "<a href='file:///etc/passwd'>x</a>",
)


class Page(HTMLParser):
    """Which elements, addresses and words a page has."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.rows = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.rows += tag == "tr"
        for name, value in attrs:
            assert not name.startswith("on")
            if name in ("href", "src"):
                self.links.append(value or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def report(*records: Record, **wishes: object) -> tuple[str, Page]:
    file = io.StringIO()
    list(write_html(records, file, Wishes(**wishes)))  # type: ignore[arg-type]
    page = Page()
    page.feed(file.getvalue())
    return file.getvalue(), page


def hostile(said: str) -> Record:
    whole = article(1, author=said, feed_title=said, link=said)
    whole = replace(whole, content=replace(whole.content, title=said))
    return record(1, article=whole, tags=(said,), marked=(highlight(1, said, said),))


@pytest.mark.parametrize("said", ATTACKS)
def test_nothing_that_others_wrote_is_markup(said: str) -> None:
    """Rule 6."""
    text, page = report(hostile(said), asked=said)
    assert not {"script", "img", "iframe", "link", "object", "image", "use"} & set(page.tags)
    assert page.tags.count("svg") == 5  # the pictures, and none that came in a text
    assert page.tags.count("style") == 1
    assert all(link.startswith(("#a", "http://", "https://")) for link in page.links)
    assert "default-src 'none'" in text
    assert said in "".join(page.words)


def test_the_report_says_what_nobody_checked() -> None:
    text, page = report(record(), record(2, card=card(sample_size=(reviewed(48, "accepted"),))))
    words = " ".join("".join(page.words).split())
    assert "1 of 24 values were checked by a person" in words
    assert "2 articles, 2 of them on a study" in words
    assert "Randomised controlled trial*" in words
    assert "48 adults*" in words
    assert text.count("48 adults</td>") == 2  # in the table and in the card, without the star


def test_every_study_is_a_row_and_links_to_its_part() -> None:
    text, page = report(record(1), record(2), record(3, card=None))
    rows = text.partition("<table>")[2].partition("</table>")[0]
    assert re.findall(r'href="(#a\d+)"', rows) == ["#a1", "#a2"]
    assert {link for link in page.links if link.startswith("#")} == {"#a1", "#a2"}


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://x.example/"),
        *("https://user:pass@x.example/", "https://", "http://[::1", "https://x.example:99999/"),
        *("https://x.example/a b", "https://x\\@y.example/", "https://x.example/" + "a" * 2048),
        *("//x.example/", "http://-x.example", "\nhttps://x.example\n/y"),
    ],
)
def test_an_address_that_is_none_of_the_web_is_no_link(address: str) -> None:
    """Rule 7."""
    assert web_address(address) == ""


def test_an_address_of_the_web_is_encoded() -> None:
    assert web_address('https://x.example/a(b)"<c>') == "https://x.example/a%28b%29%22%3Cc%3E"


def rows_of_json(*records: Record, **wishes: object) -> list[dict[str, Any]]:
    file = io.StringIO()
    list(write_json(records, file, Wishes(**wishes)))  # type: ignore[arg-type]
    found: list[dict[str, Any]] = json.loads(file.getvalue())["articles"]
    return found


@pytest.mark.parametrize("said", [*ATTACKS, '"}],"x":[{', "\ud800", "\u2028", "\x00"])
def test_json_gives_every_text_back(said: str) -> None:
    """Rule 8."""
    (row,) = rows_of_json(hostile(said))
    assert row["title"] == said
    assert row["annotations"][0]["quote"]["exact"] == said
    assert row["tags"] == [said]


def test_texts_are_left_out_where_wished() -> None:
    (row,) = rows_of_json(record(), texts=False)
    assert "html" not in row
    assert row["card"]["sample_size"]["value"] == 48


def test_a_highlight_is_a_web_annotation() -> None:
    file = io.StringIO()
    list(
        write_web_annotations([record(), record(2, marked=(), note=None, tags=())], file, Wishes())
    )
    page = json.loads(file.getvalue())
    mark, note = page["items"]
    assert page["type"] == "AnnotationPage"
    assert mark["motivation"] == "commenting"
    assert [s["type"] for s in mark["target"]["selector"]] == [
        "TextQuoteSelector",
        "TextPositionSelector",
    ]
    assert mark["target"]["source"] == "https://example.org/news/1"
    assert {body["purpose"] for body in mark["body"]} == {"commenting", "tagging"}
    assert "selector" not in note["target"]
    assert len(page["studywire:articles"]) == 1


def test_the_tags_of_a_highlight_stand_with_it() -> None:
    tagged = replace(highlight(), tags=("to <check>", "ms/relapse"))
    _, page = report(record(1, tags=(), marked=(tagged,)))
    assert "Tags: to <check>, ms/relapse" in page.words
