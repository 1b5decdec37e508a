"""What came instead of a feed, each with the words that help."""

import re

from reader.model.errors import ParseError

EMPTY = "The server sent an empty document. Try again later, or check the address."
PAGE = "This is a web page, not a feed. Add the page's own address to look for its feeds."
LIST = "This is a list of feeds (OPML), not a feed. Import it with “Import OPML…”."
BINARY = "This is {}, not a feed. Check the address."
OTHER = "This is an XML document (“{}”), but not a feed. Check the address."
TEXT = "This is plain text, not a feed. Check the address."

_BINARIES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S)
#: Bytes that say nothing by themselves.
_NOTHING = b"\xef\xbb\xbf\xfe\xff\0 \t\r\n"
_FEED_ROOTS = frozenset(("rss", "rdf", "feed", "channel", "item", "entry"))


def refuse_binary(body: bytes) -> None:
    """Raises ParseError for nothing, and for what is no text at all."""
    if not body[:100].strip(_NOTHING) and not body.strip(_NOTHING):
        raise ParseError(EMPTY)
    for start, what in _BINARIES:
        if body.startswith(start):
            raise ParseError(BINARY.format(what))
    head = body[:1024]
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff") or re.match(rb"\0{0,3}[<{\[]\0|\0{1,3}[<{]", head)
    if not wide and head.count(0) > 2:
        raise ParseError(BINARY.format("a binary file"))


def is_page(text: str) -> bool:
    """A web page, by its beginning."""
    return bool(_PAGE.match(text[:10_000]))


def refuse_root(root: str, text: str) -> None:
    """Raises ParseError for documents whose root element is that of no feed."""
    if root in _FEED_ROOTS:
        return
    if root == "opml":
        raise ParseError(LIST)
    if root in ("html", "body", "head"):
        raise ParseError(PAGE)
    if root == "svg":
        raise ParseError(BINARY.format("a picture (SVG)"))
    if root and not re.search(r"<(?:\w+:)?(?:rss|feed|rdf|channel)[\s>]", text[:100_000], re.I):
        raise ParseError(OTHER.format(root[:40]))
    if not root:
        raise ParseError(PAGE if "<a " in text.lower() else TEXT)
