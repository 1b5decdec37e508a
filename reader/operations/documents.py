"""Reading a document that somebody gives us: text or HTML, in any usual encoding."""

import re

from reader.model.errors import TextError
from reader.text.clean import clean, line
from reader.text.document import content

#: Bytes of a document that are read at most.
LIMIT = 20_000_000
_HTML = re.compile(rb"\s*(<!doctype html|<html|<head|<body|<article|<div|<p[\s>]|<h[1-6])", re.I)
_TITLE = re.compile(r"<title[^>]*>([^<]{0,2000})", re.IGNORECASE)
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def plain_text(data: bytes, name: str) -> str:
    """The text of a document, to be studied. A text is taken as it is, HTML is laid out.

    Raises TextError for what is no text.
    """
    if len(data) > LIMIT:
        raise TextError(f"{name} is larger than {LIMIT // 1_000_000} MB, too large for an article.")
    text = _decoded(data, name)
    if not _HTML.match(data.removeprefix(b"\xef\xbb\xbf")):
        return text
    title = _TITLE.search(text)
    return content(line(title[1]) if title else "", clean(text)).text


def _decoded(data: bytes, name: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data[:4096]:
        raise TextError(f"{name} is not a text. Give a text or HTML file.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
