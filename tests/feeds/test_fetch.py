"""Fetching over the network of this machine."""

import asyncio
import gzip
import os
import socket
import subprocess
import sys
import threading
import zlib
from concurrent.futures import CancelledError, wait
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from types import SimpleNamespace

import pycurl
import pytest

import reader
from reader.feeds import connections, refusals, transfer
from reader.feeds.fetch import Fetcher
from reader.feeds.taking_in import unpacked
from reader.model.errors import AddressError, FeedError, FetchError, OfflineError
from reader.model.feed import Request, Response, Validators
from tests.feeds.conftest import Answer, Site, raw, reply
from tests.feeds.documents import RSS

BODY = RSS.encode()


def get(fetcher: Fetcher, address: str, known: Validators | None = None) -> Response:
    response = fetcher.get(Request(address, known or Validators(), local=True))
    assert response
    return response


def test_an_answer_comes_with_what_belongs_to_it(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = reply(
        body=BODY, Content_Type="application/rss+xml", ETag='"v1"', Last_Modified="Mon, 06 Jan 2025"
    )
    got = get(fetcher, site.at("/f#part"))
    assert got == Response(
        site.at("/f"), BODY, "application/rss+xml", Validators('"v1"', "Mon, 06 Jan 2025")
    )
    ((_, headers),) = site.asked
    assert headers["user-agent"] == f"Studywire/{reader.__version__} (desktop feed reader)"
    assert headers["accept-encoding"] == "gzip"
    assert not {"cookie", "referer", "authorization", "if-none-match"} & headers.keys()


def test_nothing_new_is_none(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = reply(304)
    known = Validators('"v1"', "Mon, 06 Jan 2025 10:00:00 GMT")
    assert fetcher.get(Request(site.at("/f"), known, local=True)).unchanged
    ((_, headers),) = site.asked
    assert headers["if-none-match"] == known.etag
    assert headers["if-modified-since"] == known.modified
    with pytest.raises(FetchError, match="not asked"):
        get(fetcher, site.at("/f"))


@pytest.mark.parametrize("etag", ['"' + "a" * 5_000 + '"', '"\u00e9"', '"a\\r\\nX-Injected: 1'])
def test_strange_validators_do_no_harm(site: Site, fetcher: Fetcher, etag: str) -> None:
    site.answers["/f"] = reply(body=BODY, ETag=etag)
    kept = get(fetcher, site.at("/f")).validators
    assert kept.etag in ("", etag)
    assert get(fetcher, site.at("/f"), kept).body == BODY
    assert "x-injected" not in site.asked[1][1]
    forged = Validators('"a"\r\nX-Injected: 1')
    assert get(fetcher, site.at("/f"), forged).body == BODY
    assert "x-injected" not in site.asked[2][1]


def test_gzip_is_unpacked(site: Site, fetcher: Fetcher) -> None:
    packed = gzip.compress(BODY)
    site.answers["/f"] = reply(body=packed, Content_Encoding="gzip")
    site.answers["/more"] = reply(body=packed + b"GARBAGE", Content_Encoding="x-gzip")
    site.answers["/plain"] = reply(body=BODY, Content_Encoding="gzip")
    for path in ("/f", "/more", "/plain"):
        answer = get(fetcher, site.at(path))
        assert (answer.body, answer.packed) == (BODY, False)


@pytest.mark.parametrize("sent", ["gzip", "more", "plain", "bare"])
def test_gzip_comes_as_it_was_sent_to_whoever_wants_that(
    site: Site, fetcher: Fetcher, sent: str
) -> None:
    packed = gzip.compress(BODY)
    body = {"gzip": packed, "more": packed + b"GARBAGE"}.get(sent, BODY)
    encoding = "identity" if sent == "bare" else "gzip"
    site.answers["/f"] = reply(body=body, Content_Encoding=encoding)
    answer = fetcher.get(Request(site.at("/f"), local=True, as_sent=True))
    assert (answer.body, answer.packed) == (body, sent in ("gzip", "more"))
    assert unpacked(answer) == BODY if answer.packed else answer.body == BODY


def test_redirects_are_followed_and_permanent_ones_told(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = reply(body=BODY)
    site.answers["/new"] = reply(301, Location="/f")
    site.answers["/both"] = reply(308, Location=site.at("/new"))
    site.answers["/for-now"] = reply(302, Location="new")
    site.answers["/last"] = reply(301, Location="/for-now")
    for path, moved in (
        ("/f", ""),
        ("/new", "/f"),
        ("/both", "/f"),
        ("/for-now", ""),
        ("/last", ""),
    ):
        got = get(fetcher, site.at(path))
        assert got.address == site.at("/f")
        assert got.moved_to == (site.at(moved) if moved else "")


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("/loop", "without end"),
        ("", "without saying which"),
        ("file:///etc/hosts", "file"),
        ("data:,x", "data"),
        ("javascript:x()", "javascript"),
        ("ftp://127.0.0.1/", "ftp"),
        ("http://[::1", "does not follow"),
        ("http://exa mple.org/", "does not follow"),
        ("http://example.org:22/", "Port 22"),
        ("http://me:secret@example.org/", "password"),
        ("http://127.0.0.1:1024/", "private network"),
        ("http://localhost/", "private network"),
        ("http://169.254.169.254/latest/", "private network"),
        ("http://10.0.0.1/", "private network"),
        ("http://[::ffff:127.0.0.1]/", "private network"),
        ("http://[64:ff9b::7f00:1]/", "private network"),
        ("http://2130706433/", "private network"),
        ("http://0x7f.1/", "private network"),
        ("http://router.lan/", "private network"),
        ("http://" + "a" * 9_000 + "/", "too long"),
    ],
)
def test_redirects_lead_nowhere_else(
    site: Site, fetcher: Fetcher, location: str, words: str
) -> None:
    site.answers["/loop"] = reply(302, Location=location)
    with pytest.raises(FetchError, match=words):
        get(fetcher, site.at("/loop"))
    assert {path for path, _ in site.asked} == {"/loop"}


def test_this_machine_under_another_name_is_not_what_was_typed(
    site: Site, fetcher: Fetcher
) -> None:
    site.answers["/f"] = reply(body=BODY)
    for host in ("127.1", "2130706433", "localhost", "0.0.0.0", "[::ffff:7f00:1]"):
        site.answers["/there"] = reply(302, Location=f"http://{host}:{site.port}/f")
        with pytest.raises(FetchError, match="private network"):
            get(fetcher, site.at("/there"))
    assert "/f" not in {path for path, _ in site.asked}


def test_nothing_local_is_asked_unless_the_user_typed_it(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = reply(body=BODY)
    assert get(fetcher, site.at("/f")).body  # its connection stays open and must not be used
    with pytest.raises(FetchError, match="private network"):
        fetcher.get(Request(site.at("/f")))
    assert len(site.asked) == 1


@pytest.mark.parametrize("ip", ["127.0.0.1", "10.0.0.9", "169.254.169.254", "::1", "fd00::1"])
def test_a_name_that_turns_out_to_be_local_is_not_asked(
    site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, ip: str
) -> None:
    family = socket.AF_INET6 if ":" in ip else socket.AF_INET

    def rebound(*_: object) -> list[object]:
        return [(family, socket.SOCK_STREAM, 6, "", (ip, site.port))]

    monkeypatch.setattr(socket, "getaddrinfo", rebound)
    with pytest.raises(FetchError, match="private network"):
        fetcher.get(Request(f"http://rebound.example:{site.port}/f"))
    assert not site.asked


def test_a_name_service_that_does_not_answer_is_told_as_such(
    fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_up = threading.Event()
    monkeypatch.setattr(connections, "CONNECTING", 0.2)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: given_up.wait(20))
    with pytest.raises(OfflineError, match=r"slow\.example cannot be looked up now"):
        fetcher.get(Request("http://slow.example/f"))
    given_up.set()


def test_the_last_look_is_at_the_socket() -> None:
    gate = connections.Gate("rebound.example", connections.openly)
    inward, outward = (
        SimpleNamespace(
            family=socket.AF_INET, socktype=socket.SOCK_STREAM, protocol=6, addr=(ip, 80)
        )
        for ip in ("127.0.0.1", "8.8.8.8")
    )
    assert isinstance(gate.open(0, outward), socket.socket)
    assert not gate.refused
    assert gate.open(0, inward) == pycurl.SOCKET_BAD
    assert gate.refused
    gate.close()


def test_curl_cannot_be_led_inward_whatever_it_makes_of_an_address(site: Site) -> None:
    async def ask() -> None:
        lines, curl = connections.Connections(connections.openly), pycurl.Curl()
        curl.setopt(pycurl.URL, site.at("/f"))
        try:
            await lines.perform(curl, "8.8.8.8", 80)  # what we read in the address, were it wrong
        finally:
            await lines.close()

    with pytest.raises(connections.InwardError):
        asyncio.run(ask())
    assert not site.asked


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "a name and a password"),
        (403, "refuses"),
        (404, "nothing at this address"),
        (410, "for good"),
        (418, "no feed"),
        (429, "fewer requests"),
        (451, "legal"),
        (500, "trouble of its own"),
        (503, "trouble of its own"),
        (204, "no feed"),
        (206, "no feed"),
        (999, "trouble"),
    ],
)
def test_every_refusal_has_its_own_words(
    site: Site, fetcher: Fetcher, status: int, words: str
) -> None:
    site.answers["/f"] = reply(status)
    with pytest.raises(FetchError, match=words) as caught:
        get(fetcher, site.at("/f"))
    assert caught.value.status == status
    assert "127.0.0.1" in str(caught.value) or status == 407


def test_a_wall_for_robots_is_told_apart(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = reply(403, cf_mitigated="challenge")
    with pytest.raises(FetchError, match="human"):
        get(fetcher, site.at("/f"))


HEAD = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"\x00\xff\xfe HELLO\r\n\r\n",
        BODY,
        b"HTTP/1.1 200 OK\r\nContent-Ty",
        HEAD + b"Content-Length: 5000\r\n\r\n" + BODY,
        HEAD + b"Content-Length: -1\r\n\r\n" + BODY,
        HEAD + b"Content-Length: 12abc\r\n\r\n" + BODY,
        HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n" + BODY,
        HEAD + b"Content-Length: 1000000000000000000\r\n\r\n" + BODY,
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5000\r\n" + BODY,
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n-5\r\n" + BODY,
        HEAD + b"X-Long: " + b"a" * 100_000 + b"\r\n\r\n",
        HEAD + b"X-A: 1\r\n" * 5_000 + b"\r\n",
        HEAD + b"Content-Encoding: br\r\n\r\nxxx",
        HEAD + b"Content-Encoding: gzip, gzip\r\n\r\nxxx",
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(BODY)[:-20],
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(BODY)[:20] + b"x" * 50,
    ],
)
def test_a_broken_answer_is_an_error_in_words(site: Site, fetcher: Fetcher, answer: bytes) -> None:
    site.answers["/f"] = raw(answer)
    with pytest.raises(FetchError) as caught:
        get(fetcher, site.at("/f"))
    assert str(caught.value).endswith(".")


def test_what_stands_behind_the_body_changes_nothing(site: Site, fetcher: Fetcher) -> None:
    behind = b"Content-Length: 7\r\nContent-Length: 8\r\nETag: late\r\n\r\n"
    site.answers["/f"] = raw(
        b"HTTP/1.1 103 Early Hints\r\nETag: early\r\n\r\n"
        + HEAD
        + b"X-Long: a\r\n  b\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n"
        + behind
    )
    got = get(fetcher, site.at("/f"))
    assert (got.body, got.validators) == (b"hi", Validators())


def bomb() -> bytes:
    """200 MB of spaces in 200 kB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([packer.compress(b" " * 2**20) for _ in range(200)] + [packer.flush()])


def test_what_is_too_large_is_refused_before_it_fills_the_memory(
    site: Site, fetcher: Fetcher
) -> None:
    site.answers["/bomb"] = reply(body=bomb(), Content_Encoding="gzip")

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.close_connection = True
        while True:
            handler.wfile.write(b" " * 2**16)

    site.answers["/endless"] = endless
    for path in ("/bomb", "/endless"):
        with pytest.raises(FetchError, match="10 MB"):
            get(fetcher, site.at(path))


def test_a_server_that_never_ends_is_left_in_time(
    site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfer, "DEADLINE", 0.4)
    stop = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.close_connection = True
        while not stop.wait(0.05):
            handler.wfile.write(b"x")

    site.answers["/drip"] = drip
    with pytest.raises(FetchError, match="took longer"):
        get(fetcher, site.at("/drip"))
    stop.set()


def test_no_more_than_two_connections_to_a_host_and_all_are_served(
    site: Site, fetcher: Fetcher
) -> None:
    site.answers["/f"] = reply(body=BODY)
    futures = [fetcher.submit(Request(site.at("/f"), local=True)) for _ in range(60)]
    assert all(future.result() for future in futures)
    assert site.most_open <= 2
    assert site.connections < 60  # connections are used again


def test_no_more_than_64_servers_are_asked_at_once() -> None:
    async def most() -> int:
        asking, inside, release = transfer.Transfer(), [0, 0], asyncio.Event()

        async def ask(host: str) -> None:
            async with asking._turn(host):
                inside[0] += 1
                inside[1] = max(inside)
                await release.wait()
                inside[0] -= 1

        tasks = [asyncio.create_task(ask(f"{number}.org")) for number in range(150)]
        await asyncio.sleep(0.05)
        release.set()
        await asyncio.gather(*tasks)
        await asking.close()
        return inside[1]

    assert asyncio.run(most()) == 64


def test_cookies_are_not_kept(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = reply(body=BODY, Set_Cookie="a=b; Path=/")
    for _ in range(2):
        get(fetcher, site.at("/f"))
    assert not any("cookie" in headers for _, headers in site.asked)


def until(stop: threading.Event) -> Answer:
    """No answer before the test is over."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        stop.wait(20)
        handler.close_connection = True

    return answer


def test_all_that_is_under_way_can_be_stopped(site: Site, fetcher: Fetcher) -> None:
    stop = threading.Event()
    site.answers["/stall"] = until(stop)
    futures = [fetcher.submit(Request(site.at("/stall"), local=True)) for _ in range(10)]
    fetcher.cancel()
    assert not wait(futures, timeout=5).not_done
    for future in futures:
        with pytest.raises(CancelledError):
            future.result()
    stop.set()
    site.answers["/f"] = reply(body=BODY)
    assert get(fetcher, site.at("/f")).body == BODY


def test_closing_ends_what_is_under_way_and_can_be_repeated(site: Site) -> None:
    stop = threading.Event()
    site.answers["/stall"] = until(stop)
    fetcher = Fetcher()
    future = fetcher.submit(Request(site.at("/stall"), local=True))
    fetcher.close()
    fetcher.close()
    assert future.cancelled()
    assert not [thread for thread in threading.enumerate() if thread.name == "fetcher"]
    with pytest.raises(RuntimeError):
        fetcher.submit(Request(site.at("/f")))
    stop.set()


def test_one_future_can_be_cancelled_alone(site: Site, fetcher: Fetcher) -> None:
    stop = threading.Event()
    site.answers["/stall"] = until(stop)
    site.answers["/f"] = reply(body=BODY)
    stalled = fetcher.submit(Request(site.at("/stall"), local=True))
    assert stalled.cancel()
    assert get(fetcher, site.at("/f")).body == BODY
    stop.set()


def test_no_server_and_no_name_have_their_own_words(fetcher: Fetcher) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        with pytest.raises(FetchError, match="takes no connections"):
            get(fetcher, f"http://127.0.0.1:{held.getsockname()[1]}/")
    with pytest.raises(FetchError, match=r"no server called|looked up"):
        fetcher.get(Request("https://nowhere.invalid/"))
    with pytest.raises(AddressError):
        fetcher.get(Request("ftp://example.org/"))


def test_a_secure_connection_that_cannot_be_has_its_own_words(site: Site, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="secure connection"):
        get(fetcher, f"https://127.0.0.1:{site.port}/f")


@pytest.mark.parametrize(("code", "words"), [(10, "expired"), (18, "itself"), (62, "another site")])
def test_bad_certificates_are_told_apart(code: int, words: str) -> None:
    import ssl

    error = ssl.SSLCertVerificationError(1, "no")
    error.verify_code = code
    assert words in str(refusals.failed(error, "e.example"))


def test_a_file_is_read_only_if_the_user_named_it(tmp_path: Path, fetcher: Fetcher) -> None:
    path = tmp_path / "a feed.xml"
    path.write_bytes(BODY)
    got = get(fetcher, path.as_uri())
    assert got.body == BODY
    assert fetcher.get(Request(path.as_uri(), got.validators, local=True)).unchanged
    path.write_bytes(BODY + b" ")
    assert get(fetcher, path.as_uri(), got.validators).body == BODY + b" "
    with pytest.raises(FetchError, match="name yourself"):
        fetcher.get(Request(path.as_uri()))


def test_only_regular_files_are_read(tmp_path: Path, fetcher: Fetcher) -> None:
    large = tmp_path / "large.xml"
    with large.open("wb") as file:
        file.truncate(11 * 2**20)
    refused = [tmp_path, tmp_path / "none.xml", large]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        refused += [tmp_path / "pipe", Path("/dev/zero")]
    for path in refused:
        with pytest.raises(FetchError) as caught:
            get(fetcher, path.as_uri())
        assert str(caught.value).endswith(".")
    with pytest.raises(FeedError):
        get(fetcher, "file://server/share/x")


def test_the_network_library_is_not_imported_before_it_is_used() -> None:
    code = (
        "import sys, reader.feeds.fetch as f; f.Fetcher().close(); print('pycurl' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"


def test_what_a_server_says_about_time_is_told(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = reply(body=BODY, Cache_Control="max-age=7200")
    site.answers["/busy"] = reply(429, Retry_After="120")
    site.answers["/down"] = reply(503, Retry_After="99999999")
    site.answers["/same"] = reply(304, Cache_Control="max-age=60")
    assert get(fetcher, site.at("/f")).lifetime == 7_200
    for path, status, seconds in (("/busy", 429, 120), ("/down", 503, 86_400)):
        with pytest.raises(FetchError) as caught:
            get(fetcher, site.at(path))
        error = caught.value
        assert (error.status, error.retry_after, error.host) == (status, seconds, "127.0.0.1")
    same = get(fetcher, site.at("/same"), Validators('"v"'))
    assert (same.unchanged, same.lifetime, same.body) == (True, 60, b"")


def test_credentials_go_to_the_server_they_are_for_and_no_other(
    site: Site, fetcher: Fetcher
) -> None:
    other = Site()
    try:
        site.answers["/f"] = reply(302, Location="/g")
        site.answers["/g"] = reply(302, Location=f"http://127.0.0.1:{other.port}/h")
        request = Request(
            site.at("/f"), local=True, user_agent="Mine/1", authorization="Bearer secret"
        )
        with pytest.raises(FetchError):
            fetcher.get(request)  # another port is not what the user allowed
        assert [headers["authorization"] for _, headers in site.asked] == ["Bearer secret"] * 2
        assert {headers["user-agent"] for _, headers in site.asked} == {"Mine/1"}
        headers = transfer._headers(request, same_origin=False)
        assert "Authorization" not in headers
    finally:
        other.close()


def test_a_strange_user_agent_forges_no_header(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = reply(body=BODY)
    fetcher.get(Request(site.at("/f"), local=True, user_agent="a\r\nX-Injected: 1"))
    assert "x-injected" not in site.asked[0][1]


def test_a_proxy_is_asked_for_what_lies_elsewhere(site: Site, fetcher: Fetcher) -> None:
    site.answers["http://feeds.example/f"] = reply(body=BODY)
    proxy = f"http://127.0.0.1:{site.port}"
    got = fetcher.get(Request("http://feeds.example/f", proxy=proxy))
    assert got.body == BODY
    with pytest.raises(FetchError, match="private network"):
        fetcher.get(Request("http://10.0.0.1/f", proxy=proxy))
    with pytest.raises(FetchError, match="HTTP proxies only"):
        fetcher.get(Request("http://feeds.example/f", proxy="socks5://127.0.0.1:9"))
    with pytest.raises(FetchError, match="lets nothing through"):
        fetcher.get(Request("http://feeds.example/f", proxy="http://127.0.0.1:1"))


def test_the_system_s_proxy_is_used_but_for_what_the_user_has_at_home(
    site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{site.port}")
    monkeypatch.delenv("no_proxy", raising=False)
    site.answers["http://feeds.example/f"] = reply(body=BODY)
    assert fetcher.get(Request("http://feeds.example/f")).body == BODY
    site.answers["/f"] = reply(body=BODY)
    assert get(fetcher, site.at("/f")).body == BODY
    assert [path for path, _ in site.asked] == ["http://feeds.example/f", "/f"]
