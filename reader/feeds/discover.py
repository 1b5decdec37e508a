"""From what somebody typed to the feeds behind it."""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin, urlsplit

from reader.feeds.addresses import check, normalise
from reader.feeds.charset import decode
from reader.feeds.entries import web_link
from reader.feeds.forms import forms_in_page, known_forms
from reader.feeds.sniff import is_page
from reader.model.errors import AddressError, FeedError, FetchError, ParseError, ReaderError
from reader.model.feed import FoundFeed, ParsedFeed, Request, Response

Get = Callable[[Request], Response]
Parse = Callable[[Response], ParsedFeed]

#: Addresses of one page that are tried at most, and how much of the page is read.
MAX_CANDIDATES = 20
#: Titles shown of a feed that is found.
PREVIEW = 3
MAX_PAGE = 1_000_000

_TYPES = re.compile(
    r"application/(?:rss|atom|rdf|feed)\+(?:xml|json)|(?:text|application)/xml", re.I
)
_TAG = re.compile(r"<(link|a|base)\s((?:[^<>\"']|\"[^\"]*\"|'[^']*'){1,2000}+)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_DEAD = re.compile(r"<!--.*?(?:-->|$)|<(script|style)\b.*?(?:</\1|$)", re.DOTALL | re.IGNORECASE)
_FEED_LIKE = re.compile(
    r"(?:^|[/._?=&-])(?:rss|atom|feeds?|rdf)(?:[/._?=&-]|\d|$)|\.(?:rss|atom|rdf|xml)(?:\?|$)", re.I
)
_NO_FEED = re.compile(
    r"oembed|wp-json|sitemap|opensearch|\.(?:css|js|png|jpe?g|svg|html?)(?:\?|$)"
    r"|//(?:www\.)?(?:facebook|twitter|linkedin|feedly|inoreader)\.com",
    re.IGNORECASE,
)
_FOR_READERS = re.compile(r"\s*(?:feed:|https?://(?:www\.)?feedly\.com/i/.*?feed/(.+))", re.I)
_WELL_KNOWN = ("feed", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feed.json", "atom")
_HUMANS = re.compile(
    r"just a moment\.\.\.|cf-chl|challenge-platform|captcha|are you (?:a )?(?:human|robot)"
    r"|unusual traffic|ddos protection|enable javascript and cookies",
    re.IGNORECASE,
)
_SIGN_IN = re.compile(r"type\s*=\s*[\"']?password|<title>[^<]{0,80}(?:log ?in|sign ?in)\b", re.I)
_ERROR = re.compile(r"<title>[^<]{0,80}(?:\b404\b|not found|error|maintenance|unavailable)", re.I)


def candidates(response: Response) -> tuple[str, ...]:
    """Where the feeds of a web page may lie, the likeliest first, each once, at most 20."""
    found = dict.fromkeys(address for group in _groups(response) for address in group)
    return tuple(found)[:MAX_CANDIDATES]


def find(typed: str, get: Get, parse: Parse) -> tuple[FoundFeed, ...]:
    """The feeds behind an address of a feed, a page or a file.

    Raises FeedError with a sentence and what to do next where there is none.
    """
    address = normalise(typed)
    search = _Search(get, parse, address)
    try:
        response = search.ask(address)
    except FetchError as error:
        response, address = search.otherwise(typed, address, error)
    try:
        return (search.described(address, response),)
    except ParseError as error:
        text = decode(response.body[:MAX_PAGE], response.content_type)
        if not is_page(text) and "<html" not in text[:5000].lower():
            raise
        for group in _groups(response):
            if found := tuple(search.tried(group)):
                return found
        raise FeedError(_why_none(response, text)) from error


@dataclass(slots=True)
class _Search:
    """One look for feeds, which asks nobody twice."""

    get: Get
    parse: Parse
    typed: str
    left: int = MAX_CANDIDATES
    silent: set[str] = field(default_factory=set)

    def ask(self, address: str) -> Response:
        """What an address gives. What the user typed may be local, and nothing else."""
        own = urlsplit(address)[:2] == urlsplit(self.typed)[:2]
        return self.get(Request(address, local=own))

    def otherwise(self, typed: str, address: str, error: FetchError) -> tuple[Response, str]:
        """After `error`: the feed of a known site whose page refuses; http in place of https."""
        for form in known_forms(address):
            try:
                return self.ask(form), form
            except FeedError:
                continue
        if error.status or not address.startswith("https:") or "://" in typed:
            raise error
        self.typed = "http:" + address[6:]
        try:
            return self.ask(self.typed), self.typed
        except FeedError:
            raise error from None

    def described(self, address: str, response: Response) -> FoundFeed:
        """Raises ParseError for what is no feed."""
        feed = self.parse(response)
        dates = [entry.published or entry.updated for entry in feed.entries]
        return FoundFeed(
            address=response.moved_to or address,
            title=feed.title or urlsplit(address).hostname or address.rpartition("/")[2],
            kind=feed.kind,
            entries=len(feed.entries),
            newest=max((date for date in dates if date is not None), default=None),
            site=feed.site,
            preview=tuple(t for e in feed.entries[:PREVIEW] if (t := e.content.title[:120])),
        )

    def tried(self, addresses: Iterable[str]) -> Iterator[FoundFeed]:
        """The feeds among these. A host that does not answer is not asked again."""
        seen = set()
        for address in addresses:
            host = urlsplit(address).netloc
            if self.left <= 0 or host in self.silent:
                continue
            self.left -= 1
            try:
                response = self.ask(address)
                if response.address not in seen:
                    seen.add(response.address)
                    yield self.described(address, response)
            except FetchError as error:
                self.silent |= set() if error.status else {host}
            except ReaderError:
                continue


def _groups(response: Response) -> Iterator[list[str]]:
    """Candidates in groups: declared by the page or known; feed-like links; usual places."""
    page = decode(response.body[:MAX_PAGE], response.content_type)
    base = response.address
    declared: list[str] = []
    linked: list[str] = []
    for tag, written in _TAG.findall(_DEAD.sub(" ", page)):
        values = {
            k.lower(): html.unescape(a or b or c) for k, a, b, c in _ATTRIBUTE.findall(written)
        }
        link = _followable(values.get("href", ""), base)
        if tag.lower() == "base":
            base = link or base
        elif tag.lower() == "link" and link and _is_declared(values, link):
            declared.append(link)
        elif tag.lower() == "a" and link and _is_feed_like(values["href"], link):
            linked.append(link)
    declared.sort(key=lambda link: "comment" in link.lower())
    forms = (*known_forms(response.address), *forms_in_page(response.address, page))
    yield list(dict.fromkeys((*declared, *forms)))
    yield list(dict.fromkeys(link for link in linked if not _NO_FEED.search(link)))[:10]
    yield _usual_places(response.address)


def _is_declared(values: dict[str, str], link: str) -> bool:
    """Feed autodiscovery: <link rel=alternate type=…>."""
    rel = values.get("rel", "").lower().split()
    kind = values.get("type", "").partition(";")[0].strip()
    if _NO_FEED.search(link) or not ({"alternate", "feed", "service.feed"} & set(rel)):
        return False
    as_json = kind.lower() == "application/json" and bool(_FEED_LIKE.search(link))
    return "feed" in rel or as_json or bool(_TYPES.fullmatch(kind))


def _is_feed_like(href: str, link: str) -> bool:
    """A link for readers of feeds, or one that looks like a feed's."""
    return bool(_FOR_READERS.match(href) or _FEED_LIKE.search(link.partition("//")[2]))


def _followable(href: str, base: str) -> str:
    """The web address of a link, "" for one that is none."""
    href = href.strip()
    if (through := _FOR_READERS.match(href)) and through[1]:
        href = unquote(through[1])
    try:
        link = normalise(href) if href[:5].lower() == "feed:" else web_link(href, base)
        check(link)
        return link.partition("#")[0]
    except AddressError:
        return ""


def _usual_places(address: str) -> list[str]:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https"):
        return []
    folder = parts.path.rpartition("/")[0] if "." in parts.path.rpartition("/")[2] else parts.path
    here = (
        [f"{folder.rstrip('/')}/{name}" for name in ("feed", "rss.xml")]
        if folder.strip("/")
        else []
    )
    root = [f"/{name}" for name in _WELL_KNOWN]
    return [urljoin(address, path) for path in dict.fromkeys((*here, *root))]


def _why_none(response: Response, text: str) -> str:
    """The sentence for a page without feeds, as far as it can be told apart from others."""
    parts = urlsplit(response.address)
    host = parts.hostname or parts.path.rpartition("/")[2]
    if host.endswith("pubmed.ncbi.nlm.nih.gov"):
        return "PubMed makes a feed of a search: click “Create RSS” there, and add its address."
    if _HUMANS.search(text[:200_000]):
        return f"{host} wants proof of a human visitor. Ask its publisher for the feed's address."
    if re.search(r"/(?:log|sign)-?in\b", parts.path, re.I) or _SIGN_IN.search(text):
        return f"{host} wants you to sign in. Ask its publisher for a feed that is open to all."
    if _ERROR.search(text):
        return f"{host} shows an error page. Check the address, or try again later."
    return (
        f"No feed was found at {host}. Look there for a link “RSS” or “Atom”, and add its address."
    )
