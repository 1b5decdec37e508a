"""Which character set a document is in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.feeds.charset import decode

WORDS = "café – 中文"


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        (b"plain", "", "plain"),
        (WORDS.encode(), "", WORDS),
        (WORDS.encode(), "text/xml; charset=iso-8859-1", WORDS),
        (WORDS.encode(), "text/xml; charset=utf-16", WORDS),
        (WORDS.encode("utf-8-sig"), "text/xml; charset=koi8-r", WORDS),
        (WORDS.encode("utf-16"), "text/xml; charset=utf-8", WORDS),
        (WORDS.encode("utf-32"), "", WORDS),
        ("<a>é</a>".encode("utf-16-le"), "", "<a>é</a>"),
        ("<a>é</a>".encode("utf-16-be"), "", "<a>é</a>"),
        ("привет".encode("koi8-r"), "text/xml; charset=KOI8-R", "привет"),
        ("caf\xe9 “x”".encode("cp1252"), "text/xml; charset=ISO-8859-1", "café “x”"),
        ("caf\xe9".encode("cp1252"), "", "café"),
        ("镕".encode("gb18030"), "text/xml; charset=gb2312", "镕"),
        ("日本語".encode("shift_jis"), "text/xml; charset=x-sjis", None),
        ("日本語".encode("iso2022_jp"), "text/xml; charset=iso-2022-jp", "日本語"),
        (WORDS.encode()[:-1], "", "café – 中\ufffd"),
    ],
)
def test_the_bytes_are_believed_before_header_and_declaration(
    body: bytes, content_type: str, text: str | None
) -> None:
    got = decode(body, content_type)
    assert got == text if text is not None else got


def test_a_declaration_counts_where_the_bytes_do_not_say() -> None:
    declared = "<?xml version='1.0' encoding='windows-1251'?><a>привет</a>"
    assert decode(declared.encode("cp1251")) == declared
    assert decode(declared.encode("cp1251"), "text/xml; charset=iso-8859-1") == declared
    page = "<!doctype html><meta charset=windows-1251><p>привет"
    assert decode(page.encode("cp1251"), "text/html") == page


@pytest.mark.parametrize(
    "name",
    [
        *("utf-7", "punycode", "undefined", "idna", "zlib_codec", "rot13", "unicode_escape"),
        *("hex_codec", "base64", "mbcs", "x-klingon", "../../x", "encodings.punycode", "\0"),
    ],
)
def test_names_that_are_no_character_set_are_ignored(name: str) -> None:
    body = f"<?xml version='1.0' encoding='{name}'?><a>+ADw- caf\xe9</a>"
    assert decode(body.encode("cp1252"), f"text/xml; charset={name}") == body
    assert decode(body.encode(), f"text/xml; charset={name}") == body


@settings(max_examples=300, deadline=None, database=None)
@given(st.binary(max_size=200), st.text(max_size=40))
def test_whatever_the_bytes_there_is_text(body: bytes, name: str) -> None:
    assert isinstance(decode(body, f"text/xml; charset={name}"), str)
