"""A language model on this machine: what is sent, what is refused, how it fails."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from reader.feeds.language_model import LIMIT, LanguageModel, endpoint
from reader.model.errors import AddressError, ModelError

Answer = Callable[[str, dict[str, Any] | None], tuple[int, bytes]]


@contextmanager
def serving(answer: Answer) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A small server on this machine; gives its address and what it was asked."""
    asked: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.reply(None)

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append({"path": self.path, **body})
            self.reply(body)

        def reply(self, body: dict[str, Any] | None) -> None:
            status, content = answer(self.path, body)
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            if status == 302:
                self.send_header("Location", "http://example.org/")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def saying(content: object) -> Answer:
    """A server that offers one model, which always says this."""

    def answer(path: str, body: dict[str, Any] | None) -> tuple[int, bytes]:
        if path == "/v1/models":
            return 200, b'{"data": [{"id": "tiny"}, {"id": "large"}]}'
        return 200, json.dumps({"choices": [{"message": {"content": content}}]}).encode()

    return answer


def test_the_model_is_asked_with_the_text_and_its_answer_comes_back() -> None:
    with serving(saying("yes")) as (address, asked):
        assert LanguageModel(address, "large").answer("Read.", "A text.") == "yes"
    (request,) = asked
    assert request["path"] == "/v1/chat/completions"
    assert request["model"] == "large"
    assert [m["content"] for m in request["messages"]] == ["Read.", "A text."]
    assert request["temperature"] == 0
    assert request["stream"] is False


def test_without_a_name_the_first_model_there_is_asked() -> None:
    with serving(saying("yes")) as (address, asked):
        model = LanguageModel(f"{address}/v1/")
        model.answer("", "")
        model.answer("", "")
    assert model.name == "tiny"
    assert [request["model"] for request in asked] == ["tiny", "tiny"]


@pytest.mark.parametrize(
    ("typed", "host", "port", "path"),
    [
        ("http://localhost:11434", "localhost", 11434, "/v1"),
        ("localhost:8080", "localhost", 8080, "/v1"),
        (" http://127.0.0.1:8080/v1/ ", "127.0.0.1", 8080, "/v1"),
        ("http://[::1]:1234/api", "::1", 1234, "/api/v1"),
        ("https://localhost", "localhost", 443, "/v1"),
    ],
)
def test_an_address_is_read_as_people_type_it(typed: str, host: str, port: int, path: str) -> None:
    read = endpoint(typed)
    assert (read.host, read.port, read.path) == (host, port, path)


@pytest.mark.parametrize(
    "typed",
    ["http://192.168.1.5:11434", "http://10.0.0.2", "https://api.example.org", "http://[fe80::1]",
     "http://127.0.0.1.example.org", "http://0.0.0.0:80"],
)  # fmt: skip
def test_another_machine_is_asked_only_when_the_user_says_so(typed: str) -> None:
    with pytest.raises(AddressError, match="not this machine"):
        endpoint(typed)
    assert endpoint(typed, elsewhere=True).host in typed


@pytest.mark.parametrize(
    "typed", ["", "http://", "ftp://localhost", "file:///x", "http://localhost:99999",
              "http://me:word@localhost", "http://[::1", "http://localhost?x=1"],
)  # fmt: skip
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(AddressError, match="not an address"):
        endpoint(typed)


@pytest.mark.parametrize(
    ("status", "content", "words"),
    [
        (404, b'{"error": {"message": "model \'x\' not found."}}', r"404: model 'x' not found\."),
        (500, b"<html>", r"answered 500\."),
        (
            500,
            b'{"error": "out \\u001b[31m of\\ud800 memory"}',
            r"answered 500: out \[31m of memory\.",
        ),
        (302, b"", r"answered 302\."),
        (200, b"<html>", "not an answer"),
        (200, b"[]", "not an answer"),
        (200, b'{"choices": []}', "not an answer"),
        (200, b'{"choices": [{"message": {"content": null}}]}', "not an answer"),
        (200, b"[" * 100_000, "not an answer"),
        (200, b" " * (LIMIT + 10), "too long"),
    ],
)
def test_a_failure_is_a_sentence(status: int, content: bytes, words: str) -> None:
    with (
        serving(lambda path, body: (status, content)) as (address, _),
        pytest.raises(ModelError, match=words),
    ):
        LanguageModel(address, "x").answer("", "")


def test_nobody_there_is_said() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ModelError, match="No language model answers at 127"):
        LanguageModel(f"http://127.0.0.1:{port}").answer("", "")


def test_no_model_there_is_said() -> None:
    with (
        serving(lambda path, body: (200, b'{"data": []}')) as (address, _),
        pytest.raises(ModelError, match="offers no language model"),
    ):
        LanguageModel(address).answer("", "")


@contextmanager
def dripping() -> Iterator[str]:
    """A server that sends a byte of its headers now and then, for ever."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def drip() -> None:
            connection, _ = listening.accept()
            with connection:
                try:
                    while True:
                        connection.sendall(b"X")
                        time.sleep(0.05)
                except OSError:
                    return

        thread = threading.Thread(target=drip)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        thread.join(5)
        assert not thread.is_alive()


def test_a_model_that_never_ends_is_left() -> None:
    with dripping() as address:
        started = time.monotonic()
        with pytest.raises(ModelError, match="longer than"):
            LanguageModel(address, "x", patience=0.4).answer("", "")
        assert time.monotonic() - started < 5


def test_closing_ends_a_wait() -> None:
    with dripping() as address:
        model = LanguageModel(address, "x", patience=60)
        threading.Timer(0.3, model.close).start()
        started = time.monotonic()
        with pytest.raises(ModelError, match="Stopped"):
            model.answer("", "")
        assert time.monotonic() - started < 5
