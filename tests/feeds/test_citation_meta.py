"""What a page says of its paper in its head."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.feeds.citation_meta import paper
from reader.model.published import NOTHING

TITLE = "Otters return to the river"
HEAD = """<html><head><meta charset="utf-8">
<meta name="citation_title" content="Otters return to the river: a count">
<meta content='Journal of Rivers' name='citation_journal_title'>
<meta name="citation_doi" content="doi:10.5555/rivers.7">
<meta name="citation_volume" content="12"/><META NAME="citation_issue" CONTENT="3">
<meta name="citation_firstpage" content="101"><meta name="citation_lastpage" content="109">
<meta name="citation_author" content="Lind, Ida"><meta name="citation_author" content="Bo Ek">
<meta name="citation_pmid" content="123456"><meta name="og:title" content="x">
</head><body>"""


def test_the_facts_of_the_paper_are_read() -> None:
    found = paper(HEAD, TITLE)
    assert (found.journal, found.doi, found.pmid) == (
        "Journal of Rivers",
        "10.5555/rivers.7",
        "123456",
    )
    assert (found.volume, found.issue, found.pages) == ("12", "3", "101–109")
    assert found.authors == ("Ida Lind", "Bo Ek")


def test_dublin_core_and_prism_are_read_too() -> None:
    page = (
        f'<meta name="DC.title" content="{TITLE}"><meta name="DC.identifier" '
        'content="doi:10.5555/a&amp;b"><meta name="prism.publicationName" content="Rivers">'
    )
    found = paper(page, TITLE)
    assert (found.journal, found.doi) == ("Rivers", "10.5555/a")


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html><head><title>x</title></head>",
        HEAD.replace("Otters return to the river", "Bees leave the hill"),
        '<meta name="citation_doi" content="10.5555/rivers.7">',
        '<meta name="citation_title" content="">',
        '<meta name="citation_title content="Otters return to the river">',
    ],
)
def test_without_the_title_of_the_article_nothing_is_believed(page: str) -> None:
    assert paper(page, TITLE) == NOTHING


@given(st.text(alphabet="<>meta =\"'namecontitl_/", max_size=200))
def test_any_page_can_be_read(page: str) -> None:
    assert isinstance(paper(page, TITLE).authors, tuple)


def test_a_page_of_nothing_but_quotes_is_read_at_once() -> None:
    for piece in ("<meta ", '<meta "', "<meta name='", '<meta name="a" ', "<meta a=b "):
        assert paper(piece * 50_000, TITLE) == NOTHING
