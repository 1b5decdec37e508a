"""What feeds say of the paper behind an entry."""

import pytest

from reader.feeds.parse import parse
from reader.feeds.scholarly import Said, published
from reader.model.feed import Enclosure
from reader.model.published import NOTHING, Published
from tests.feeds.documents import answer, rss
from tests.feeds.test_well_formed import ARXIV, JOURNAL, PUBMED


def paper(document: str) -> Published:
    (entry,) = parse(answer(document)).entries
    return entry.paper


def test_pubmed_names_journal_numbers_and_authors() -> None:
    assert paper(PUBMED) == Published(
        journal="Journal of otter science",
        doi="10.5555/otter.2026.7",
        pmid="39999991",
        authors=("Lund A", "Roe B"),
    )
    assert parse(answer(PUBMED)).ttl == 86_400


def test_a_journal_names_volume_issue_pages_and_licence() -> None:
    assert paper(JOURNAL) == Published(
        journal="Tides",
        doi="10.5555/s-1",
        volume="7",
        issue="2",
        pages="11–19",
        authors=("Cy Vale", "Di Ek"),
        licence="https://creativecommons.org/licenses/by/4.0/",
    )


def test_arxiv_writes_all_authors_in_one_line() -> None:
    assert paper(ARXIV) == Published(doi="10.5555/ox.1", authors=("Ada Lund", "Ben Roe"))


def test_news_says_nothing_of_papers() -> None:
    assert (
        paper(rss("<title>T</title><dc:creator>Ada</dc:creator><category>x</category>")) == NOTHING
    )


def test_the_slow_way_reads_the_same_elements() -> None:
    broken = JOURNAL.replace(
        "<description>d</description>", "<description>d & <br></description>", 1
    )
    assert paper(broken).doi == "10.5555/s-1"
    assert paper(broken).pages == "11–19"
    assert paper(broken).licence.startswith("https://creativecommons.org/")


@pytest.mark.parametrize(
    ("pairs", "guid", "link", "doi"),
    [
        ([("prism:doi", "10.5555/a.b-(1)2")], "", "", "10.5555/a.b-(1)2"),
        ([("dc:identifier", "https://doi.org/10.5555/x.")], "", "", "10.5555/x"),
        ([("dc:identifier", "isbn:10")], "doi:10.5555/y", "", "10.5555/y"),
        ([], "", "https://press.example/doi/full/10.5555/z?af=R", "10.5555/z"),
        (
            [],
            "",
            "https://pre.example/content/10.1101/2026.01.02.123456v2.short?rss=1",
            "10.1101/2026.01.02.123456",
        ),
        ([], "", "https://news.example/2026/10.5555/story", ""),
        ([("citation:doi", "10.5555/c")], "", "", "10.5555/c"),
    ],
)
def test_a_doi_is_found_where_it_is_stated(
    pairs: list[tuple[str, str]], guid: str, link: str, doi: str
) -> None:
    assert published(Said(tuple(pairs)), (), guid, link).doi == doi


@pytest.mark.parametrize(
    ("person", "authors"),
    [
        ("Lund, A.; Roe, B.", ("Lund, A.", "Roe, B.")),
        ("Lund, Ada", ("Lund, Ada",)),
        ("Ada Lund, Ben Roe", ("Ada Lund", "Ben Roe")),
        ("Ada Lund", ("Ada Lund",)),
    ],
)
def test_authors_in_one_line_are_told_apart(person: str, authors: tuple[str, ...]) -> None:
    said = Said((("prism:doi", "10.5555/1"),), (person,))
    assert published(said, (), "", "").authors == authors


def test_categories_are_headings_in_pubmed_only() -> None:
    categories = ("Lutra", "Randomized Controlled Trial", "Sleep/physiology")
    there = published(Said(), categories, "pubmed:123", "")
    assert (there.mesh, there.publication_types) == (
        ("Lutra", "Sleep"),
        ("randomized controlled trial",),
    )
    elsewhere = published(Said(), categories, "x", "")
    assert elsewhere.mesh == ()


def test_files_of_an_entry_are_kept_and_not_fetched() -> None:
    document = rss(
        "<title>T</title><link>https://a.example/1</link>"
        "<enclosure url='/a.pdf' type='application/pdf' length='12'/>"
        "<enclosure url='file:///etc/passwd' type='x' length='-1'/>"
    )
    (entry,) = parse(answer(document)).entries
    assert entry.enclosures == (Enclosure("https://a.example/a.pdf", "application/pdf", 12),)


def test_json_feed_has_attachments_too() -> None:
    body = """{"version": "https://jsonfeed.org/version/1.1", "title": "L", "items": [{"id": "1",
    "content_text": "t", "attachments": [{"url": "https://a.example/x.mp3",
    "mime_type": "audio/mpeg", "size_in_bytes": 7}, 3]}]}"""
    (entry,) = parse(answer(body)).entries
    assert entry.enclosures == (Enclosure("https://a.example/x.mp3", "audio/mpeg", 7),)
