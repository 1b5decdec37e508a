"""A feed document in, its entries out."""

import gzip
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.feeds.entries import MAX_AUTHOR, MAX_CATEGORIES, MAX_ENTRIES
from reader.feeds.parse import MAX_BODY, parse
from reader.model.errors import ParseError
from reader.model.feed import Entry
from tests.feeds.documents import ATOM, JSON, RDF, RSS, answer, atom, rss


def only(document: str) -> Entry:
    """The one entry of a document."""
    (entry,) = parse(answer(document)).entries
    return entry


def test_rss_is_read() -> None:
    feed = parse(answer(RSS))
    assert (feed.title, feed.kind, feed.language) == ("Field Notes", "RSS 2.0", "en-GB")
    assert feed.site == "https://news.example.org/"
    first, second = feed.entries
    assert (first.guid, first.link) == ("n-1", "https://news.example.org/otters")
    assert (first.content.title, first.author) == ("Otters return", "Ada Lund")
    assert first.categories == ("Rivers", "Mammals")
    assert first.published == 1736157600
    assert 'href="https://news.example.org/map"' in first.content.html
    assert "Thirty-five otters were seen, mapped." in first.content.text
    assert (second.guid, second.link, second.published) == ("", "https://other.example/2", None)


def test_atom_is_read() -> None:
    feed = parse(answer(ATOM))
    assert (feed.title, feed.kind, feed.site) == (
        "Tide Tables",
        "Atom 1.0",
        "https://tide.example/",
    )
    (entry,) = feed.entries
    assert entry.content.title == "Salt & light"
    assert entry.link == "https://tide.example/blog/one"
    assert entry.author == "Ben Roe"
    assert (entry.published, entry.updated) == (1714564800, 1714651200)
    assert "<b>12</b>" in entry.content.html


def test_rdf_is_read() -> None:
    feed = parse(answer(RDF))
    assert feed.kind == "RSS 1.0"
    (entry,) = feed.entries
    assert (entry.guid, entry.published) == ("https://lab.example/a", 1706918400)


def test_json_feed_is_read() -> None:
    feed = parse(answer(JSON))
    assert (feed.title, feed.kind, feed.language) == ("Letters", "JSON Feed 1.1", "en")
    seven, eight = feed.entries
    assert (seven.guid, seven.link) == ("7", "https://news.example.org/seven")
    assert (seven.content.title, seven.categories) == ("Seven & eight", ("a", "b"))
    assert seven.author == "Cy Vale"
    assert 'href="https://news.example.org/x"' in seven.content.html
    assert (eight.guid, eight.author) == ("8", "Di Ek")
    assert eight.content.html == "<p>First.</p><p>Second &lt;line&gt;</p>"


def test_rss_written_as_json_is_read() -> None:
    feed = parse(
        answer(
            '{"rss": {"channel": {"title": "T", "item": {"guid": {"#value": "g"}, "title": 5}}}}'
        )
    )
    assert feed.kind == "RSS in JSON"
    assert [(e.guid, e.content.title) for e in feed.entries] == [("g", "5")]


@pytest.mark.parametrize("version", ["0.91", "0.92", "0.93", "0.94"])
def test_old_versions_of_rss_are_read(version: str) -> None:
    document = rss("<title>Old</title><link>https://e.example/1</link>", version=version)
    assert [e.content.title for e in parse(answer(document)).entries] == ["Old"]


def test_a_feed_may_be_empty() -> None:
    assert parse(answer(rss())).entries == ()
    assert parse(answer(atom())).title == "Tide Tables"


def test_the_fullest_text_wins() -> None:
    entry = only(
        atom("<id>1</id><summary>Short.</summary><content type='html'>&lt;p>Much longer.</content>")
    )
    assert entry.content.text == "Much longer."
    entry = only(atom("<id>1</id><summary>This one is longer.</summary><content>Short</content>"))
    assert entry.content.text == "This one is longer."


def test_text_is_text_and_html_is_html() -> None:
    literal = "&lt;b>not bold&lt;/b> &amp;amp; so on"
    entry = only(
        atom(f"<id>1</id><title>{literal}</title><content type='text'>{literal}</content>")
    )
    assert entry.content.title == "<b>not bold</b> &amp; so on"
    assert entry.content.text.endswith("<b>not bold</b> &amp; so on")
    entry = only(rss(f"<title>{literal}</title><description>{literal}</description>"))
    assert entry.content.title == "not bold & so on"
    assert "<b>not bold</b>" in entry.content.html


@pytest.mark.parametrize(
    ("attributes", "link", "expected"),
    [
        ("", "one", "https://news.example.org/feeds/one"),
        ("xml:base='/blog/'", "one", "https://news.example.org/blog/one"),
        ("xml:base='https://b.example/x/'", "one", "https://b.example/x/one"),
        ("xml:base='javascript:x()//'", "one", "https://news.example.org/feeds/one"),
        ("xml:base='file:///etc/'", "hosts", ""),
        ("", "javascript:x()", ""),
        ("", "mailto:a@b.example", ""),
        ("", "http://[::1", ""),
    ],
)
def test_links_are_absolute_web_addresses(attributes: str, link: str, expected: str) -> None:
    entry = only(atom(f"<id>1</id><title>t</title><link href='{link}'/>", attributes=attributes))
    assert entry.link == expected


def test_an_entry_that_says_nothing_is_left_out() -> None:
    document = rss("", "<title> </title>", "<title>Good</title>", "<guid>g</guid>")
    assert [e.content.title for e in parse(answer(document)).entries] == ["Good", ""]


def test_entries_without_ids_stay_apart() -> None:
    items = [f"<title>T{n}</title><description>d{n}</description>" for n in range(5)]
    assert len(parse(answer(rss(*items))).entries) == 5


def test_a_guid_is_trimmed_and_an_endless_one_hashed() -> None:
    long = "g" * 5_000
    guids = [e.guid for e in parse(answer(rss("<guid> AbC </guid>", f"<guid>{long}</guid>",
                                              f"<guid>{long}x</guid>"))).entries]  # fmt: skip
    assert guids[0] == "AbC"
    assert len(set(guids)) == 3
    assert max(map(len, guids)) < 100


def test_names_and_tags_have_limits() -> None:
    tags = "".join(f"<category>t{n}</category>" for n in range(200))
    entry = only(rss(f"<title>{'x' * 9_000}</title><dc:creator>{'y' * 9_000}</dc:creator>{tags}"))
    assert len(entry.content.title) == 2_000
    assert len(entry.author) == MAX_AUTHOR
    assert len(entry.categories) == MAX_CATEGORIES


def test_no_more_entries_are_read_than_anybody_can() -> None:
    items = [f"<guid>{n}</guid>" for n in range(MAX_ENTRIES + 50)]
    entries = parse(answer(rss(*items))).entries
    assert len(entries) == MAX_ENTRIES
    assert entries[0].guid == "0"


def test_the_half_entry_of_a_document_cut_off_is_left_out() -> None:
    document = rss("<guid>one</guid><title>One</title>", "<guid>twenty-two</guid><title>T</title>")
    cut = document[: document.index("-two")]
    assert [e.guid for e in parse(answer(cut)).entries] == ["one"]
    with pytest.raises(ParseError, match="cut off"):
        parse(answer(document[: document.index("one</guid>")]))


def test_a_feed_sent_as_a_gzip_file_is_unpacked() -> None:
    assert len(parse(answer(gzip.compress(RSS.encode()))).entries) == 2


def test_people_are_named_together() -> None:
    people = "".join(f"<author><name>{name}</name></author>" for name in ("Ada", "Ben", "Ada"))
    assert only(atom(f"<id>1</id>{people}")).author == "Ada, Ben"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
        (b"<!doctype html><title>x</title>", "web page"),
        (b"<!-- x --><HTML><body>x", "web page"),
        (b"<opml version='2.0'><body/></opml>", "Import OPML"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture"),
        (b"<urlset><url/></urlset>", "urlset"),
        (b"%PDF-1.4 x", "PDF"),
        (b"PK\x03\x04xxxx", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"SQLite format 3\0", "database"),
        (b"\x00\x01\x02\x00\x00 binary", "binary"),
        (b"just words", "plain text"),
        (b"{}", "JSON"),
        (b"[1, 2]", "JSON"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": {"0": 1}}', "JSON"),
        (b'{"title": "cut", "items": [{"id"', "damaged"),
        (b"[" * 100_000, "damaged"),
        (b"\x1f\x8b\x08\x00" + b"\xff" * 50, "damaged"),
        (b"<" + b"x" * MAX_BODY, "10 MB"),
    ],
)
def test_what_is_no_feed_is_told_apart(body: bytes, words: str) -> None:
    with pytest.raises(ParseError, match=words):
        parse(answer(body))


def bomb(declared: str, inside: str) -> str:
    return f"<!DOCTYPE rss [{declared}]>" + rss(f"<guid>1</guid><title>T {inside}</title>")[39:]


def test_entities_that_grow_are_not_expanded() -> None:
    lol = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    assert only(bomb(f'<!ENTITY a0 "lol">{lol}', "&a9;")).content.title == "T"
    with pytest.raises(ParseError, match="grows"):
        parse(answer(bomb(f'<!ENTITY a "{"x" * 50_000}">', "&a;" * 50)))


def test_entities_that_name_files_and_servers_are_worth_nothing() -> None:
    declared = (
        '<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY % p SYSTEM "http://e.example/">%p;'
    )
    assert only(bomb(declared, "&f;")).content.title == "T"


def test_honest_document_types_and_entities_work() -> None:
    entry = only(
        bomb('<!ENTITY id "tag:example.org"><!ENTITY nb "&#160;">', "&id;&nb;&eacute;&copy;")
    )
    assert entry.content.title == "T tag:example.org é©"
    dtd = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/x.dtd">'
    assert only(dtd + rss("<title>Caf&eacute;</title>")[39:]).content.title == "Café"
    assert only("<!DOCTYPE rss [ <!ENTITY" + rss("<title>x</title>")[39:]).content.title == "x"


@pytest.mark.parametrize("reference", ["&#0;", "&#xD800;", "&#x110000;", "&#99999999999;", "&#8;"])
def test_characters_that_cannot_be_are_dropped(reference: str) -> None:
    assert only(rss(f"<title>a{reference}b & c &unknown; d</title>")).content.title in (
        "ab & c &unknown; d",
        "a b & c &unknown; d",
    )


def test_nothing_of_a_parser_s_own_dictionaries_can_be_forged() -> None:
    forged = "<summary_detail type='x'/><title_detail/><authors>x</authors><tags>y</tags><content/>"
    document = rss(f"{forged}<title>Safe</title>{forged}<published_parsed>1</published_parsed>")
    assert only(document).content.title == "Safe"


def test_tags_of_endless_attributes_are_cut() -> None:
    many = " ".join(f"a{n}='1'" for n in range(5_000))
    assert only(rss(f"<x {many}/><title {many}>T</title>")).content.title == "T"


def test_hidden_words_and_scripts_are_no_part_of_an_entry() -> None:
    entry = only(
        rss(
            "<title>&lt;script&gt;alert(1)&lt;/script&gt;T</title>"
            "<dc:creator>&lt;img src=x onerror=alert(1)&gt;Ann</dc:creator>"
            "<description><![CDATA[<p style='display:none'>50000</p>12 people"
            "<script>alert(1)</script>]]></description>"
        )
    )
    assert (entry.content.title, entry.author) == ("T", "Ann")
    assert entry.content.html == "12 people"


def test_parsing_is_work_for_another_process() -> None:
    feed = parse(pickle.loads(pickle.dumps(answer(RSS))))
    assert pickle.loads(pickle.dumps(feed)) == feed
    assert pickle.loads(pickle.dumps(parse)) is parse


@settings(max_examples=150, deadline=None, database=None)
@given(
    st.sampled_from([RSS, ATOM, RDF, JSON]),
    st.lists(
        st.tuples(
            st.floats(0, 1),
            st.integers(0, 60),
            st.binary(max_size=12) | st.sampled_from([b"<![CDATA[", b"]]>", b"&#x0;", b"<!DOCTYPE x [",
                                                      b"<item>", b"</item>", b"\xff\xfe", b"\0"]),
        ),
        max_size=8,
    ),
    st.sampled_from(["", "text/xml; charset=utf-16", "application/json", "x; charset=idna"]),
)  # fmt: skip
def test_damaged_feeds_are_read_or_refused_in_words(
    document: str, damages: list[tuple[float, int, bytes]], content_type: str
) -> None:
    body = bytearray(document.encode())
    for where, length, put in damages:
        at = int(where * len(body))
        body[at : at + length] = put
    assert outcome(bytes(body), content_type)


@settings(max_examples=150, deadline=None, database=None)
@given(st.binary(max_size=300), st.text(max_size=30))
def test_any_bytes_are_read_or_refused_in_words(body: bytes, content_type: str) -> None:
    assert outcome(body, content_type)


def outcome(body: bytes, content_type: str) -> str:
    """The kind of a feed, or the sentence that says why it is none."""
    try:
        return parse(answer(body, content_type)).kind
    except ParseError as error:
        return str(error)
