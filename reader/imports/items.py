"""Items made of what a file says: cleaned, laid out, with a name to know them by again."""

import html
import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urlsplit

from reader.imports.limits import MAX_TAGS, MAX_TEXT
from reader.model.feed import Entry
from reader.model.imported import FoundItem
from reader.model.reference import Reference
from reader.text.clean import clean, line
from reader.text.document import content

#: Times outside these years are mistakes.
_FIRST, _LAST = 1450, 2200


def entry(
    title: str,
    markup: str,
    *,
    link: str = "",
    author: str = "",
    published: int | None = None,
    guid: str = "",
) -> Entry:
    """An entry as the archive keeps it: markup cleaned, plain text and layout made of it."""
    address = web(link)
    said = content(line(title) or "Untitled", clean(markup[:MAX_TEXT], address))
    name = guid or (f"url:{address}" if address else f"title:{said.title.casefold()}")
    return Entry(name, address, said, line(author, 500), published)


def of_reference(reference: Reference) -> FoundItem:
    """A publication as an article: who wrote it where, then its abstract."""
    authors = "; ".join(person.shown for person in reference.authors)
    year = str(reference.issued[0]) if reference.issued else ""
    volume = " ".join(part for part in (reference.volume, reference.pages) if part)
    source = ". ".join(part for part in (authors, reference.container, year, volume) if part)
    markup = paragraphs(source) + paragraphs(reference.abstract)
    link = reference.url or (f"https://doi.org/{reference.doi}" if reference.doi else "")
    made = entry(
        reference.title,
        markup,
        link=link,
        author=authors,
        published=moment_of(reference.issued),
        guid=name_of(reference),
    )
    return FoundItem(made, tags=tags(reference.tags), read=True, reference=reference)


def name_of(reference: Reference) -> str:
    """What a publication is known by again: DOI, PubMed number, else title, author and year."""
    if reference.doi:
        return f"doi:{reference.doi.lower()}"
    if reference.pmid:
        return f"pmid:{reference.pmid}"
    first = reference.authors[0].shown if reference.authors else ""
    year = str(reference.issued[0]) if reference.issued else ""
    words = re.sub(r"\W+", " ", f"{reference.title} {first} {year}").casefold().strip()
    return f"work:{reference.kind}:{words}"


def paragraphs(text: str) -> str:
    """Plain text as HTML, a paragraph a block of lines."""
    blocks = (block.strip() for block in re.split(r"\n\s*\n", text[:MAX_TEXT]))
    return "".join(f"<p>{html.escape(block)}</p>" for block in blocks if block)


def quotes(words: Iterable[str]) -> str:
    """Quotations as the text of an article of which nothing else is known."""
    return "".join(f"<blockquote><p>{html.escape(quote)}</p></blockquote>" for quote in words)


def tags(names: Iterable[str]) -> tuple[str, ...]:
    """Tags on one line each, without repeats."""
    tidied = (line(name, 100).lstrip("#").strip() for name in names)
    return tuple(dict.fromkeys(name for name in tidied if name))[:MAX_TAGS]


def web(address: str) -> str:
    """The address, "" where it is none of the web."""
    address = address.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    is_web = parts.scheme.lower() in ("http", "https") and parts.netloc and len(address) < 8_192
    return address if is_web and not re.search(r"[\s\\\x00-\x1f]", address) else ""


def moment_of(parts: tuple[int, ...]) -> int | None:
    """A date in parts as Unix seconds at noon UTC, so that the day is the same everywhere."""
    if not parts or not _FIRST <= parts[0] <= _LAST:
        return None
    padded = [*parts, *[1] * (3 - len(parts))]
    try:
        when = datetime(padded[0], padded[1], padded[2], 12, tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return int(when.timestamp())


def moment(said: str) -> int:
    """A time in Unix seconds or ISO 8601, 0 where it is neither."""
    said = said.strip()
    if re.fullmatch(r"\d{9,10}", said):
        return int(said)
    try:
        when = datetime.fromisoformat(said)
    except ValueError:
        return 0
    if not _FIRST <= when.year <= _LAST:
        return 0
    return int((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp())


def identity(*parts: str) -> str:
    """A UUID that is the same whenever it is made of the same words."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "\0".join(parts)))


def uuid_of(said: str, *otherwise: str) -> str:
    """The UUID in "urn:uuid:…", or one made of other words."""
    found = said.removeprefix("urn:uuid:").lower()
    try:
        return str(uuid.UUID(found)) if len(found) == 36 else identity(said, *otherwise)
    except ValueError:
        return identity(said, *otherwise)
