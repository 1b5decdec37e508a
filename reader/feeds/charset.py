"""Bytes to text: which character set a feed is really in.

Neither header nor declaration is believed blindly (RFC 7303; the byte order mark comes first),
and no name from the network reaches Python's codecs but those of character sets: "punycode",
"undefined", "zlib" or UTF-7 in a declaration are ignored.
"""

import codecs
import re

#: Sets of characters that a document may name, by Python's names, and what is really meant by
#: them (WHATWG Encoding Standard: Latin 1 means windows-1252, GB 2312 means GB 18030 …).
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_KNOWN = {
    *_MEANT,
    *_MEANT.values(),
    *(f"cp{n}" for n in (437, 850, 852, 855, 862, 864, 866, 950)),
    *(f"cp{n}" for n in range(1250, 1259)),
    *(f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    *("koi8-r", "koi8-u", "koi8-t", "mac-roman", "mac-cyrillic", "mac-greek", "mac-latin2"),
    *("mac-turkish", "euc_jp", "iso2022_jp", "johab", "utf-8"),
}
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"{\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
    (b"\0{", "utf-16-be"),
    (b"\x4c\x6f\xa7\x94", "cp037"),  # "<?xm" in EBCDIC
)
_ALL_MARKS = tuple(mark for mark, _ in _MARKS)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,300}?encoding\s*=\s*[\"']\s*([\w.:-]{1,40})")
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)


def decode(body: bytes, content_type: str = "") -> str:
    """The text of a document. Bytes that are no characters become U+FFFD. Never raises."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body.decode(name, "replace")
    text = body.decode("utf-8", "replace")
    named = _named(body, content_type)
    if body.isascii() and "iso2022_jp" not in named:
        return text
    bad = text.count("\ufffd")
    good = sum(1 for char in text if char > "\x7f") - bad if bad else 1
    if not body.isascii() and good > 10 * bad:
        return text
    for name in named:
        try:
            return body.decode(name)
        except UnicodeError:
            continue
    return text if good >= bad and bad else body.decode("cp1252", "replace")


def is_utf8(body: bytes, content_type: str = "") -> bool:
    """Whether `decode` takes a document for UTF-8 as it is. Its bytes are not proven to be that."""
    if body.startswith(_ALL_MARKS) or (b"\xef" in body and b"\xef\xbf\xbd" in body):
        return False
    return not body.isascii() or "iso2022_jp" not in _named(body, content_type)


def _named(body: bytes, content_type: str) -> list[str]:
    """Character sets that the header and the document name, the more credible first."""
    header = _HEADER.search(content_type)
    head = body[:2048]
    declared = _DECLARED.match(head) or (_META.search(head) if _is_page(head) else None)
    names = [_meant(header[1])] if header else []
    if declared:
        names.append(_meant(declared[1].decode("ascii", "replace")))
    if names[:1] == ["cp1252"]:
        names.reverse()  # a server's default says less than the document's own word
    return [name for name in names if name]


def _is_page(head: bytes) -> bool:
    return head.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html"))


def _meant(label: str) -> str:
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    return _MEANT.get(name, name) if name in _KNOWN else ""
