"""The certificates that servers are held to, and what is said of one that does not do."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

import pycurl
import pytest

from reader.feeds import certificates
from reader.feeds.fetch import Fetcher
from reader.model.errors import FetchError
from reader.model.feed import Request

#: Made for these tests with openssl: one for localhost that nobody else has signed, good until 2126,
#: and one whose time was over in 2020. Their keys are no secret.
HERE = Path(__file__).with_name("certificates")


class Secure(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"hi")

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(name: str) -> Iterator[int]:
    """The port of a server with this certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(HERE / f"{name}.pem")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Secure)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own certificates are trusted, as if the system knew them."""
    known = str(HERE / "known.pem")
    monkeypatch.setattr(certificates, "usual", lambda: ((pycurl.CAINFO, known),))


def ask(fetcher: Fetcher, host: str, port: int) -> bytes:
    return fetcher.get(Request(f"https://{host}:{port}/", local=True)).body


def test_a_server_with_a_known_certificate_is_asked(fetcher: Fetcher, trusting: None) -> None:
    with served("good") as port:
        assert ask(fetcher, "localhost", port) == b"hi"


def test_a_certificate_of_another_name_is_refused(fetcher: Fetcher, trusting: None) -> None:
    with served("good") as port, pytest.raises(FetchError, match="belongs to another site"):
        ask(fetcher, "127.0.0.1", port)


def test_a_certificate_whose_time_is_over_is_refused(fetcher: Fetcher, trusting: None) -> None:
    with served("over") as port, pytest.raises(FetchError, match="expired"):
        ask(fetcher, "localhost", port)


def test_a_certificate_that_nobody_vouches_for_is_refused(fetcher: Fetcher) -> None:
    with served("good") as port, pytest.raises(FetchError, match="made its certificate itself"):
        ask(fetcher, "localhost", port)


def test_what_python_would_trust_is_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    def found(file: str | None, folder: str | None) -> tuple[tuple[int, str | int], ...]:
        paths = SimpleNamespace(cafile=file, capath=folder)
        monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: paths)
        certificates.usual.cache_clear()
        return certificates.usual()

    assert found("a.pem", "certs") == ((pycurl.CAINFO, "a.pem"), (pycurl.CAPATH, "certs"))
    assert found(None, "certs") == ((pycurl.CAPATH, "certs"),)
    assert found(None, None) == ((pycurl.SSL_OPTIONS, pycurl.SSLOPT_NATIVE_CA),)
    monkeypatch.undo()
    certificates.usual.cache_clear()
