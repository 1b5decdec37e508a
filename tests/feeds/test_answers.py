"""The lines of an answer, whichever HTTP they come by."""

import pytest

from reader.feeds.answers import Answer


@pytest.mark.parametrize("status", [b"HTTP/1.0 200 OK", b"HTTP/1.1 200", b"HTTP/2 200 "])
def test_a_head_of_any_http_is_read(status: bytes) -> None:
    answer = Answer("example.org")
    for line in (status, b"ETag: a", b"etag: b", b""):
        assert answer.head(line + b"\r\n") == len(line) + 2
    assert answer.take(b"hi") == 2
    answer.check_end()
    assert (answer.status, answer.headers["ETAG"], answer.headers.every("etag")) == (
        200,
        "a",
        ["a", "b"],
    )
    assert bytes(answer.body) == b"hi"


def test_what_is_no_http_has_no_status() -> None:
    answer = Answer("example.org")
    answer.head(b"HTTP/9 200 OK\r\n")
    assert answer.status == 0
