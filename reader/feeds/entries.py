"""What every format of feed comes to: one cleaned entry, within limits."""

import html as entities
import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from reader.feeds.scholarly import NOTHING, Said, published
from reader.model.article import Content
from reader.model.feed import WHOLE, Enclosure, Entry, Wanted
from reader.model.frozen import dataclass
from reader.text.clean import line

#: Entries of one document, the newest first in every feed; characters of names; tags
#: and files of an entry.
MAX_ENTRIES = 5_000
MAX_AUTHOR = 300
MAX_CATEGORIES, MAX_CATEGORY = 50, 100
MAX_ENCLOSURES = 20
_MAX_GUID = 1_000
#: The way in which texts are made of entries. With another, all are made anew when feeds change.
MADE_BY = b"1"
_MAX_LINK = 8_192
#: An absolute address that is as it should be.
_USUAL_LINK = re.compile(
    r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?/[A-Za-z0-9_.~/%+,=@-]*"
    r"(?:\?[A-Za-z0-9_.~/%+,=@&-]+)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry as a format gives it: any text, of any length, safe or not.

    `title` is one line of plain text already; `html` is as published, its relative links
    meant against `base`.
    """

    guid: str = ""
    link: str = ""
    title: str = ""
    html: str = ""
    base: str = ""
    author: str = ""
    published: int | None = None
    updated: int | None = None
    categories: tuple[str, ...] = ()
    enclosures: tuple[tuple[str, str, str], ...] = ()
    said: Said = NOTHING


def entry(draft: Draft, wanted: Wanted = WHOLE) -> Entry | None:
    """The entry, cleaned; None where the publisher said nothing at all."""
    guid = plain(draft.guid, 10**6)
    if len(guid) > _MAX_GUID:  # cut, two that begin alike would be one
        import hashlib  # with the library behind it a hundredth of a second

        guid = "sha256:" + hashlib.sha256(guid.encode()).hexdigest()
    digest = _digest(draft) if guid and not wanted.bare else 0
    if guid and (wanted.bare or digest in wanted.known):
        return _bare(draft, guid, digest)
    from reader.text.article import article  # not needed for what a list shows

    made = article(draft.title, draft.html, draft.base)
    if not (guid or draft.link or draft.title or made.html):
        return None
    categories = distinct(draft.categories)
    return Entry(
        guid=guid,
        link=draft.link,
        content=made,
        author=_author(draft),
        published=draft.published,
        updated=draft.updated,
        categories=categories,
        enclosures=_enclosures(draft),
        paper=published(draft.said, categories, guid, draft.link),
        digest=digest,
    )


def _bare(draft: Draft, guid: str, digest: int) -> Entry:
    """What a list shows of an entry, and what it is known by."""
    return Entry(
        guid=guid,
        link=draft.link,
        content=Content(draft.title, "", "", ""),
        author=_author(draft),
        published=draft.published,
        updated=draft.updated,
        categories=distinct(draft.categories),
        digest=digest,
        bare=True,
    )


def _author(draft: Draft) -> str:
    return draft.author[:MAX_AUTHOR].rstrip()


def _digest(draft: Draft) -> int:
    """A number below 2^63, never 0, that another text, name, date or way of cleaning changes."""
    import hashlib  # lists are made without

    names = (draft.guid, draft.link, draft.title, draft.author[:MAX_AUTHOR], draft.base)
    said = (names, draft.html, draft.published, draft.categories, draft.enclosures, draft.said)
    written = repr(said).encode("utf-8", "surrogatepass")
    number = hashlib.blake2b(written, digest_size=8, person=MADE_BY).digest()
    return int.from_bytes(number, "big") >> 1 | 1


def _enclosures(draft: Draft) -> tuple[Enclosure, ...]:
    """Files of web addresses, each once, at most MAX_ENCLOSURES."""
    found: dict[str, Enclosure] = {}
    for href, kind, size in draft.enclosures[: 4 * MAX_ENCLOSURES]:
        if address := web_link(href, draft.link):
            number = int(size) if re.fullmatch(r"\d{1,15}", size, re.ASCII) else 0
            found.setdefault(address, Enclosure(address, plain(kind, 100).lower(), number))
    return tuple(found.values())[:MAX_ENCLOSURES]


def plain(text: object, limit: int = 2_000) -> str:
    """One line of what is plain text by its format: "<b>" and "&amp;" are those very characters."""
    if isinstance(text, str) and ("&" in text or "<" in text):
        text = entities.escape(text)
    return line(text, limit)


def paragraphs(text: str) -> str:
    """Plain text as HTML: paragraphs where a line is empty, line breaks kept."""
    parts = (part.strip() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")))
    escaped = (entities.escape(part, quote=False).replace("\n", "<br>") for part in parts if part)
    return "".join(f"<p>{part}</p>" for part in escaped)


def distinct(categories: Iterable[object]) -> tuple[str, ...]:
    """Names of categories, each once whatever its case, at most MAX_CATEGORIES."""
    found: dict[str, str] = {}
    for category in categories:
        name = line(category, MAX_CATEGORY)
        if name:
            found.setdefault(name.casefold(), name)
        if len(found) == MAX_CATEGORIES:
            break
    return tuple(found.values())


def web_link(link: object, base: str) -> str:
    """An http(s) address a feed gives, absolute where `base` is one; "" for all others."""
    if isinstance(link, str) and len(link) <= _MAX_LINK and _USUAL_LINK.fullmatch(link):
        return link
    text = plain(link, _MAX_LINK + 1)
    if not text or len(text) > _MAX_LINK:
        return ""
    try:
        text = urljoin(base, text)
        parts = urlsplit(text)
    except ValueError:
        return ""
    relative = not base and not parts.scheme and not parts.netloc and not text.startswith("\\")
    return text if relative or (parts.scheme in ("http", "https") and parts.netloc) else ""
