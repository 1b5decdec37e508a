"""Addresses that people type, that lists hold and that servers point to."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.feeds.addresses import (
    check,
    display,
    file_path,
    is_private,
    is_public,
    normalise,
    points_inward,
    redirected,
)
from reader.model.errors import AddressError


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("example.org", "https://example.org/"),
        ("  www.example.org/news?x=1#part ", "https://www.example.org/news?x=1"),
        ("<https://example.org/feed>", "https://example.org/feed"),
        ("HTTP://EXAMPLE.org:80", "http://example.org/"),
        ("https:/example.org/x", "https://example.org/x"),
        ("//example.org/x", "https://example.org/x"),
        ("example.org:8443/x", "https://example.org:8443/x"),
        ("feed:https://example.org/f", "https://example.org/f"),
        ("feed://example.org/f", "http://example.org/f"),
        ("FEED:example.org/f", "http://example.org/f"),
        ("web+feed:https://example.org/f", "https://example.org/f"),
        ("localhost:8000/f", "http://localhost:8000/f"),
        ("127.1:8000", "http://127.0.0.1:8000/"),
        ("192.168.0.7/f", "http://192.168.0.7/f"),
        ("http://[::1]:8000/f", "http://[::1]:8000/f"),
        ("bücher.example", "https://xn--bcher-kva.example/"),
        ("fußball.example", "https://xn--fuball-cta.example/"),
        ("file:///tmp/a%20b.xml", "file:///tmp/a%20b.xml"),
        ("/tmp/a b.xml", "file:///tmp/a%20b.xml"),
    ],
)
def test_what_is_typed_becomes_an_address(typed: str, address: str) -> None:
    assert normalise(typed) == address
    assert normalise(address) == address


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "complete"),
        ("neurology news", "complete"),
        ("https://", "complete"),
        ("http://exa mple.org/", "complete"),
        ("http://example..org/", "complete"),
        ("http://-example.org/", "complete"),
        ("http://[::1", "complete"),
        ("http://xn--/", "complete"),
        ("http://%6c%6f/", "complete"),
        ("http://example.org\\@evil.example/", "complete"),
        ("http://example.org/\0", "complete"),
        ("http://\u202eexample.org/", "complete"),
        ("http://example.org:0/", "Port 0"),
        ("http://example.org:25/", "Port 25"),
        ("http://example.org:6379/", "Port 6379"),
        ("http://example.org:65536/", "complete"),
        ("http://user:pass@example.org/", "password"),
        ("user@example.org", "password"),
        ("ftp://example.org/", "ftp"),
        ("javascript:alert(1)", "javascript"),
        ("data:text/xml,<rss/>", "data"),
        ("file://server/share/x", "this computer"),
        ("\\\\server\\share", "this computer"),
        ("https://example.org/" + "a" * 9_000, "too long"),
    ],
)
def test_what_is_no_address_is_refused_in_words(typed: str, words: str) -> None:
    with pytest.raises(AddressError, match=words):
        normalise(typed)


def test_a_name_of_a_file_that_is_there_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "feed.xml").write_text("x")
    assert file_path(normalise("feed.xml")) == tmp_path / "feed.xml"
    assert normalise("other.xml") == "https://other.xml/"
    assert file_path(normalise(str(tmp_path / "a b.xml"))) == tmp_path / "a b.xml"


@pytest.mark.parametrize(
    "address", ["/x", "example.org", "//e.org/", "http:e.org", "http:///e.org"]
)
def test_an_address_that_nobody_typed_must_be_whole(address: str) -> None:
    with pytest.raises(AddressError):
        check(address)


@pytest.mark.parametrize(
    "ip",
    [
        *("127.0.0.1", "0.0.0.0", "10.1.2.3", "172.31.255.255", "192.168.0.1", "169.254.169.254"),
        *("100.64.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1", "198.18.0.1", "203.0.113.1"),
        *("224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "::", "::1"),
        *("::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "fc00::1"),
        *("2002:7f00:1::", "2001:0:0:0:0:0:80ff:fffe", "fe80::1%eth0", "fec0::1", "ff02::1"),
        *("100::1", "2001:db8::1", "3fff::1", "5f00::1", "nonsense", ""),
    ],
)
def test_addresses_of_machines_at_hand_are_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize(
    "ip", ["8.8.8.8", "192.0.1.1", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"]
)
def test_addresses_of_the_internet_are_public(ip: str) -> None:
    assert is_public(ip)
    assert not is_private(ip)


def test_a_home_network_is_private_but_this_machine_is_not() -> None:
    assert is_private("192.168.1.5")
    assert is_private("fd00::5")
    assert not is_private("127.0.0.1")
    assert not is_private("169.254.169.254")
    assert not is_private("nonsense")


@pytest.mark.parametrize(
    ("host", "inward"),
    [
        *((host, True) for host in ("localhost", "LOCALHOST.", "foo.localhost", "printer.local")),
        *(
            (host, True)
            for host in ("intranet", "router.lan", "x.home.arpa", "localhost.localdomain")
        ),
        *((host, True) for host in ("2130706433", "0x7f.1", "0177.0.0.1", "127.1", "①②⑦.⓪.⓪.①")),
        *((host, True) for host in ("127。0。0。1", "[::1]", "[fe80::1%25eth0]", "10.0.0.1:8080")),
        *((host, False) for host in ("example.org", "8.8.8.8", "[2606:4700::1111]", "bücher.de")),
    ],
)
def test_some_addresses_lead_inward_as_they_are_written(host: str, inward: bool) -> None:
    assert points_inward(f"http://{host}/x") is inward


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/two", "http://example.org/two"),
        ("two", "http://example.org/a/two"),
        ("//b.example/x#y", "http://b.example/x"),
        ("https://bücher.example", "https://xn--bcher-kva.example/"),
        ("http://127.1:8000/", "http://127.1:8000/"),
    ],
)
def test_a_server_may_point_elsewhere(location: str, target: str) -> None:
    assert redirected("http://example.org/a/one", location) == target


@pytest.mark.parametrize(
    "location", ["file:///etc/hosts", "http://[::1", "data:,x", "http://e.org/\r\nX: y", "ftp://e"]
)
def test_but_not_everywhere(location: str) -> None:
    with pytest.raises(AddressError):
        redirected("http://example.org/", location)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://me:secret@bücher.example:8443/x", "https://xn--bcher-kva.example:8443/x"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
        ("http://[::1", "http://[::1"),
        ("https://example.org/\u202etxt", "https://example.org/txt"),
    ],
)
def test_an_address_is_shown_without_disguise(address: str, shown: str) -> None:
    assert display(address) == shown


@settings(max_examples=400, deadline=None, database=None)
@given(st.text(max_size=60) | st.text("htps:/[].@%\\x1#?- ~\0٣。", max_size=30))
def test_any_text_is_an_address_or_refused_in_words(typed: str) -> None:
    display(typed)
    points_inward(typed)
    try:
        address = normalise(typed)
    except AddressError as error:
        typed = str(error)
        assert typed
    else:
        assert address.startswith(("http://", "https://", "file:///"))
        assert normalise(address) == address
