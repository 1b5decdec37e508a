"""Links that open a page at a passage (text fragments, WICG)."""

from urllib.parse import quote

#: A passage of up to this many characters stands in the link whole; of a longer one its ends.
WHOLE = 120
_ENDS = 5


def passage_link(address: str, words: str) -> str:
    """The address, extended so that a browser scrolls to the words and marks them."""
    if not address:
        return ""
    page, mark, fragment = address.partition("#")
    text = " ".join(words.split())
    if not text:
        return address
    parts = [text] if len(text) <= WHOLE else _ends(text)
    directive = ",".join(_encoded(part) for part in parts)
    return f"{page}#{fragment.partition(':~:')[0] if mark else ''}:~:text={directive}"


def _ends(text: str) -> list[str]:
    """The first and the last words of a long passage."""
    words = text.split(" ")
    if len(words) < 2 * _ENDS:
        return [text[:WHOLE]]
    return [" ".join(words[:_ENDS]), " ".join(words[-_ENDS:])]


def _encoded(text: str) -> str:
    """Percent-encoded, the dash, comma and ampersand too, which a directive gives a meaning."""
    return quote(text, safe="").replace("-", "%2D")
