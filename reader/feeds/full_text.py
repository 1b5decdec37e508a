"""The text of an article's own page, without what stands around it. Pure: bytes in, text out.

trafilatura finds the article in the page; what it gives is cleaned as a feed's text is.
"""

import re
from dataclasses import dataclass

from reader.feeds.charset import decode
from reader.feeds.citation_meta import paper
from reader.feeds.sniff import is_page, refuse_binary
from reader.model.article import Content
from reader.model.errors import ParseError
from reader.model.feed import Response
from reader.model.published import NOTHING, Published
from reader.text.article import article

#: Characters that a whole text has at least; and how much of the feed's text must stand in it.
LEAST, SHARE = 400, 0.5
#: Bytes of a page that are read.
MAX_PAGE = 5 * 2**20

_NO_PAGE = "The article's address gives no web page, so there is no text to take from it."
_NOTHING = "No article was found in the page. The feed's text stays."
_WALL = "The page shows its text to subscribers only. The feed's text stays."
_OTHER = "The page shows another text than the feed, perhaps an error. The feed's text stays."
_SHORT = "The page holds no more than the feed's text, which stays."
_WALLS = re.compile(
    r"subscribe (?:now )?to (?:continue|read|keep)|sign in to (?:continue|read)|already a subscriber"
    r"|subscribers? only|create (?:a |an )?(?:free )?account to (?:continue|read)|purchase access"
    r"|access through your institution|enable javascript and cookies|get (?:full )?access to this",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """What an article's page holds: its text, or why there is none; what it says of the paper."""

    content: Content | None
    error: str = ""
    paper: Published = NOTHING


def read_page(response: Response, title: str, said: str) -> Page:
    """The article in a page and its paper; see `whole_text`. Raises ParseError for what is no page."""
    page = _page(response)
    about = paper(page, title)
    try:
        return Page(_whole_text(page, response.address, title, said), paper=about)
    except ParseError as error:
        return Page(None, str(error), about)


def whole_text(response: Response, title: str, said: str) -> Content:
    """The article in a page, laid out under the feed's `title`.

    `said` is the feed's text, which a page that shows the same article holds for the most part.
    Raises ParseError for pages that show something else: errors, walls, or nothing more.
    """
    return _whole_text(_page(response), response.address, title, said)


def _page(response: Response) -> str:
    body = response.body[:MAX_PAGE]
    refuse_binary(body)
    page = decode(body, response.content_type)
    if not is_page(page) and "<html" not in page[:5_000].lower():
        raise ParseError(_NO_PAGE)
    return page


def _whole_text(page: str, address: str, title: str, said: str) -> Content:
    found = article(title, _article(page, address), address)
    _check(found.text.removeprefix(title), said.removeprefix(title))
    return found


def _article(page: str, address: str) -> str:
    import trafilatura  # imports much, which only a worker needs

    try:
        found = trafilatura.extract(
            page,
            url=address or None,
            output_format="html",
            include_comments=False,
            include_formatting=True,
            include_links=True,
            include_tables=True,
            include_images=True,
        )
    except (ValueError, RecursionError, AttributeError, TypeError) as error:
        raise ParseError(_NOTHING) from error
    if not found:
        raise ParseError(_WALL if _WALLS.search(page) else _NOTHING)
    return str(found)


def _check(text: str, said: str) -> None:
    """Raises ParseError where `text` is not the whole of what the feed says."""
    if len(text) < LEAST or len(text) <= len(said):
        raise ParseError(_WALL if _WALLS.search(text) else _SHORT)
    words = set(re.findall(r"\w{4,}", said.casefold()))
    there = words & set(re.findall(r"\w{4,}", text.casefold()))
    if len(words) > 5 and len(there) < SHARE * len(words):
        raise ParseError(_OTHER)
    if _WALLS.search(text[-600:]) and len(text) < 1.5 * len(said) + LEAST:
        raise ParseError(_WALL)
