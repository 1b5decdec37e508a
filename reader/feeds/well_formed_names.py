"""Names of elements as feedparser knows them, and those that change nothing that we keep."""

from typing import Any

ATOM, RSS1 = "http://www.w3.org/2005/Atom", "http://purl.org/rss/1.0/"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RDF, XHTML = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/1999/xhtml"


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Namespaces that stand for none, by the prefix feedparser reads them with; then the usual others.
_SPACES = {
    **dict.fromkeys(("", ATOM, RSS1, "http://backend.userland.com/rss2"), ""),
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://wellformedweb.org/CommentAPI/": "wfw",
    "http://wellformedweb.org/commentAPI/": "wfw",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://creativecommons.org/ns#license": "cc",
    "http://web.resource.org/cc/": "cc",
    "http://webns.net/mvcb/": "admin",
    "http://prismstandard.org/namespaces/1.2/basic/": "prism",
    RDF: "rdf",
}
#: Prefixes that mean something to feedparser; an unknown namespace that uses one is not for us.
TAKEN = frozenset(_SPACES.values()) | words(
    "xml xhtml itunes media georss gml geo psc admin creativecommons title summary content "
    "published updated created author authors tags links link id language"
)
QUIET = words("slash sy wfw prism rdf admin")
#: Plain names that feedparser does something about, or keeps what we look at under. No others do.
MEANT = words(
    "rss channel feed image textinput author managingeditor contributor name width height url "
    "homepage uri email subtitle tagline rights copyright item entry language webmaster published "
    "issued pubdate updated modified lastbuilddate created expirationdate category keywords cloud "
    "link guid id title description abstract info generator summary enclosure source content body "
    "fullitem newlocation where tags authors links publisher svg math"
)
#: Elements that change nothing that we keep, whatever they say.
HARMLESS = words(
    "comments ttl generator docs cloud copyright rights webmaster rating "
    "skiphours skipdays hour day subtitle logo icon contributor expirationdate "
    "dc:publisher dc:rights dc:type dc:format dc:identifier dc:source dc:relation dc:coverage "
    "dc:contributor dcterms:license dcterms:identifier dcterms:ispartof dcterms:available "
    "dcterms:bibliographiccitation dcterms:rights dcterms:publisher cc:license "
    "media:content media:thumbnail media:group media:credit media:text media:copyright "
    "media:rating media:hash media:player media:community media:starrating media:statistics "
    "itunes:duration itunes:image itunes:block itunes:episode itunes:season itunes:episodetype "
    "itunes:order itunes:title itunes:type itunes:new-feed-url itunes:explicit itunes:subtitle "
    "feedburner:origlink feedburner:info feedburner:emailserviceid feedburner:feedburnerhostname "
    "content:format"
)
#: Harmless in a feed's head, where we keep no categories and no texts.
HARMLESS_IN_RSS = words(
    "author description dc:description dc:subject dc:date dc:creator category keywords itunes:category "
    "itunes:keywords itunes:summary itunes:owner itunes:name itunes:email itunes:author "
    "pubdate published managingeditor items updated lastbuilddate dcterms:created dcterms:modified "
    "dcterms:issued"
)
#: And in the head of an Atom feed, whose authors are those of its entries too.
HARMLESS_IN_ATOM = words("updated published category")


class UnsureError(Exception):
    """Only feedparser can tell what this document says."""


def name_of(element: Any) -> str:
    """The element's name with the prefix feedparser knows its namespace by."""
    tag = element.tag
    known = _NAMES.get(tag)
    if known is None:
        space, _, local = tag[1:].rpartition("}") if tag[0] == "{" else ("", "", tag)
        prefix = _SPACES.get(space, _SPACES.get(space.lower()))
        if prefix is None:
            prefix = (element.prefix or "").lower()
            if prefix in TAKEN and prefix and not _is_prism(prefix, space):
                raise UnsureError
            return f"{prefix}:{local}".lower() if prefix else local.lower()
        known = f"{prefix}:{local}".lower() if prefix else local.lower()
        if len(_NAMES) < 5_000:
            _NAMES[tag] = known
    return known


_NAMES: dict[str, str] = {}


def is_known(tag: str) -> bool:
    """Whether the tag alone gives the name: its namespace is one of those we know."""
    return tag in _NAMES


def _is_prism(prefix: str, space: str) -> bool:
    return prefix == "prism" and "prism" in space.lower()
