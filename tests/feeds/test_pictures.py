"""Which bytes are a picture that may be kept."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.feeds.pictures import look_at
from reader.model.errors import ParseError
from tests.pictures import gif, jpeg, png, webp


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (png(300, 200), "png"),
        (jpeg(300, 200), "jpeg"),
        (gif(300, 200), "gif"),
        (webp(b"VP8 ", 300, 200), "webp"),
        (webp(b"VP8L", 300, 200), "webp"),
        (webp(b"VP8X", 300, 200), "webp"),
    ],
)
def test_kind_and_size_are_read_from_the_bytes(body: bytes, kind: str) -> None:
    found = look_at(body)
    assert (found.kind, found.width, found.height, found.body) == (kind, 300, 200, body)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "no picture"),
        (b"<html><body>404</body></html>", "no picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "no picture"),
        (b"<?xml version='1.0'?><svg/>", "no picture"),
        (b"\0\0\x01\0\x01\0", "no picture"),
        (b"BM" + bytes(60), "no picture"),
        (b"II*\0" + bytes(60), "no picture"),
        (png()[:20], "no picture"),
        (b"\xff\xd8\xff\xe0\0\0" + bytes(30), "no picture"),
        (b"\xff\xd8" + b"\xff" * 5000, "no picture"),
        (b"RIFF\0\0\0\0WEBPVP8Z" + bytes(40), "no picture"),
        (png(1, 1), "counts readers"),
        (gif(1, 1), "counts readers"),
        (gif(600, 3), "counts readers"),
        (gif(0, 0), "counts readers"),
        (gif(60_000, 60_000), "more pixels"),
        (jpeg(9_000, 9_000), "more pixels"),
        (webp(b"VP8X", 60_000, 1), "counts readers"),
    ],
)
def test_beacons_bombs_and_what_is_no_picture_are_refused(body: bytes, words: str) -> None:
    with pytest.raises(ParseError, match=words):
        look_at(body)


@given(st.sampled_from([png(), jpeg(9, 9), gif(9, 9), webp(b"VP8X", 9, 9)]), st.data())
def test_damaged_pictures_raise_nothing_else(body: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(body)))
    damaged = body[:at] + data.draw(st.binary(max_size=12)) + body[at + 3 :]
    with suppress(ParseError):
        assert look_at(damaged).body == damaged
