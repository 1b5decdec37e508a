"""Small pictures that stand in an article's own HTML as `data:` addresses, which cleaning leaves.

A layout names such a picture by its hash; its bytes stay in the HTML, once.
"""

import base64
import hashlib
import re

#: Pictures of an article, and their bytes in all.
MOST, MOST_BYTES = 30, 4 * 2**20

_PICTURE = re.compile(
    r'<img(?: [a-z]+="[^"]*")*? src="(data:image/[a-z]+;base64,([A-Za-z0-9+/=]+))"'
)


def place_of(source: str) -> str:
    """How a layout names the picture of an address; "" for one that nobody may show or ask for."""
    if source.startswith("data:image/"):
        return "data:" + hashlib.sha256(source.encode()).hexdigest()[:32]
    return source if source.startswith("http") else ""


def inline_pictures(html: str) -> dict[str, bytes]:
    """The bytes of the pictures in cleaned HTML, by how its layout names them."""
    found: dict[str, bytes] = {}
    size = 0
    for written in _PICTURE.finditer(html):
        try:
            body = base64.b64decode(written[2])
        except ValueError:  # cut off
            continue
        name = place_of(written[1])
        if name not in found:
            size += len(body)
            if len(found) == MOST or size > MOST_BYTES:
                break
            found[name] = body
    return found
