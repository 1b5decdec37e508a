"""Lists of feeds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.feeds.opml import OpmlList, read_opml, write_opml
from reader.model.errors import ParseError
from reader.model.feed import Feed, Subscription
from reader.model.schedule import FeedSetting

NESTED = """<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Science"><outline text="Brain &amp; mind">
<outline type="rss" text="Field Notes" xmlUrl="https://news.example.org/feed" htmlUrl="x"/>
</outline><outline TITLE="Tides" XMLURL='https://tide.example/feed'></outline></outline>
<!-- <outline xmlUrl="https://dead.example/"/> -->
<outline xmlUrl="https://bare.example/f" category="/Law/Health,/Other"/>
<outline text="R&D <x>" xmlUrl="https://rd.example/f?a=1&b=2"/></body></opml>"""


def opml(*outlines: str) -> bytes:
    return f"<opml version='2.0'><body>{''.join(outlines)}</body></opml>".encode()


def feed(address: str, more: str = "") -> str:
    return f"<outline type='rss' xmlUrl='{address}' {more}/>"


def test_folders_titles_and_sloppy_markup_are_read() -> None:
    assert [(f.address, f.title, f.folder) for f in read_opml(NESTED.encode()).feeds] == [
        ("https://news.example.org/feed", "Field Notes", "Science/Brain & mind"),
        ("https://tide.example/feed", "Tides", "Science"),
        ("https://bare.example/f", "", "Law/Health"),
        ("https://rd.example/f?a=1&b=2", "R&D <x>", ""),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_lists_in_other_encodings_are_read(encoding: str) -> None:
    text = opml(feed("https://e.example/f", "text='Mörser'")).decode()
    assert read_opml(text.encode(encoding)).feeds[0].title == "Mörser"


def test_a_wrong_declaration_of_encoding_does_no_harm() -> None:
    text = "<?xml version='1.0' encoding='us-ascii'?>"
    text += opml(feed("https://e.example/f", "text='Mörser'")).decode()
    assert read_opml(text.encode("cp1252")).feeds[0].title == "Mörser"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("exec:touch /tmp/x", "exec"),
        ("|touch /tmp/x", "complete"),
        ("filter:x:http://e.example/", "filter"),
        ("file:///etc/hosts", "file"),
        ("/etc/hosts", "complete"),
        ("javascript:alert(1)", "javascript"),
        ("http://me:secret@e.example/", "password"),
        ("http://127.0.0.1:8000/f", "local"),
        ("http://2130706433/", "local"),
        ("http://router.lan/", "local"),
        ("feed://localhost/f", "local"),
        ("", "complete"),
    ],
)
def test_addresses_that_are_not_taken_come_with_the_reason(address: str, words: str) -> None:
    read = read_opml(opml(feed(address), feed("https://good.example/f")))
    assert [f.address for f in read.feeds] == ["https://good.example/f"]
    ((shown, why),) = read.skipped
    assert shown == address
    assert words in why


def test_local_addresses_are_taken_when_the_user_says_so_but_never_files() -> None:
    data = opml(feed("http://127.0.0.1:8000/f"), feed("file:///etc/hosts"))
    read = read_opml(data, allow_local=True)
    assert read.feeds == (Subscription("http://127.0.0.1:8000/f", local=True),)
    assert len(read.skipped) == 1


def test_a_feed_named_twice_is_taken_once() -> None:
    read = read_opml(opml(feed("http://e.example/f"), feed("feed:http://E.example:80/f#x")))
    assert len(read.feeds) == 1
    assert [why for _, why in read.skipped] == ["The list names this feed more than once."]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"<opml version='2.0'><head/></opml>", "no feeds"),
        (b"<html><body>x</body></html>", "web page"),
        (b"<rss version='2.0'><channel/></rss>", "is a feed"),
        (b"<svg/>", "not a list"),
        (b"plain words", "not a list"),
        (b"PK\x03\x04", "ZIP"),
        (b"<opml>" + b" " * (10 * 2**20), "10 MB"),
    ],
)
def test_what_is_no_list_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(ParseError, match=words):
        read_opml(data)


def test_bombs_and_outside_entities_are_worth_nothing() -> None:
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    document = (
        f'<!DOCTYPE opml [<!ENTITY a0 "lol">{laughs}<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    )
    document += opml(feed("https://e.example/&f;", "text='x&a9;&f;'")).decode()
    assert read_opml(document.encode()).feeds == (Subscription("https://e.example/", "x"),)


def test_endless_nesting_is_read() -> None:
    data = opml("<outline text='x'>" * 20_000, feed("https://e.example/f"), "</outline>" * 20_000)
    (found,) = read_opml(data).feeds
    assert found.folder == "/".join("x" * 8)


NAMES = st.text("aé&<>\"'/| \n中", max_size=8).map(lambda text: " ".join(text.split()))
FOLDERS = st.lists(NAMES.map(lambda name: " ".join(name.replace("/", " ").split())), max_size=3)


@settings(max_examples=150, deadline=None, database=None)
@given(st.lists(st.tuples(NAMES, FOLDERS)))
def test_a_list_reads_back_as_it_was_written(rows: list[tuple[str, list[str]]]) -> None:
    feeds = [
        Subscription(f"https://e{n}.example/f", title, "/".join(part for part in folder if part))
        for n, (title, folder) in enumerate(rows)
    ]
    assert read_back(write_opml(feeds)) == {(f.address, f.title, f.folder) for f in feeds}


def read_back(data: bytes) -> set[tuple[str, str, str]]:
    try:
        read = read_opml(data)
    except ParseError:
        read = OpmlList(())
    assert not read.skipped
    return {(f.address, f.title, f.folder) for f in read.feeds}


def test_a_followed_feed_is_written_with_its_site() -> None:
    row = Feed(1, "https://e.example/f", "E", site="https://e.example/", folder="A/B")
    assert b'htmlUrl="https://e.example/"' in write_opml([row])


@settings(max_examples=200, deadline=None, database=None)
@given(st.binary(max_size=200), st.floats(0, 1), st.integers(0, 60))
def test_damaged_lists_are_read_or_refused_in_words(put: bytes, where: float, length: int) -> None:
    body = bytearray(NESTED.encode())
    at = int(where * len(body))
    body[at : at + length] = put
    for data in (bytes(body), put):
        try:
            assert isinstance(read_opml(data), OpmlList)
        except ParseError as error:
            words = str(error)
            assert words


def test_folders_names_and_settings_go_round() -> None:
    rows = (
        Subscription("https://a.org/f", "A & <b>", "One/Two"),
        Subscription("https://b.org/f", "B", ""),
    )
    settings = {
        "https://a.org/f": {"interval": "30", "paused": "1", "proxy": "http://u:p@h", "x": "y"},
        "https://b.org/f": {"user_agent": 'My "reader"', "sign_in": "basic"},
    }
    written = write_opml(rows, settings)
    assert b"proxy" not in written
    assert b"sign_in" not in written
    read = read_opml(written)
    assert set(read.feeds) == set(rows)
    assert set(read.settings) == {
        FeedSetting("https://a.org/f", "interval", "30"),
        FeedSetting("https://a.org/f", "paused", "1"),
        FeedSetting("https://b.org/f", "user_agent", 'My "reader"'),
    }


def test_settings_that_make_no_sense_are_passed_over() -> None:
    body = b"""<opml xmlns:studywire="urn:studywire:feed"><body><outline xmlUrl="https://a.org/f"
    studywire:interval="soon" studywire:paused="-1" studywire:proxy="http://h"/></body></opml>"""
    assert read_opml(body).settings == ()
