"""The fast way through a feed says what feedparser says, or nothing."""

import base64
import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.feeds.charset import decode
from reader.feeds.markup import is_usual, prepared
from reader.feeds.parse import read_by_feedparser, read_fast
from reader.model.errors import ParseError
from reader.model.feed import Entry, ParsedFeed, Wanted
from tests.feeds.documents import ATOM, RDF, RSS, atom, rss

SHARED = Path(__file__).parents[3] / "shared" / "data"
ADDRESS = "https://news.example.org/feeds/all.xml"

PUBMED = """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>otters and sleep</title>
<link>https://pubmed.ncbi.nlm.nih.gov/rss-feed/</link><description>d</description><ttl>1440</ttl>
<item><title>Sleep of river otters.</title><link>https://pubmed.ncbi.nlm.nih.gov/39999991/?x=1</link>
<description><![CDATA[<p>J Otter Sci. 2026 Jan 3.</p>]]></description>
<content:encoded><![CDATA[<div><p><b>ABSTRACT</b></p><p>Forty otters slept.</p></div>]]></content:encoded>
<guid isPermaLink="false">pubmed:39999991</guid><pubDate>Sat, 03 Jan 2026 06:00:00 -0500</pubDate>
<dc:creator>Lund A</dc:creator><dc:creator>Roe B</dc:creator><dc:date>2026-01-03</dc:date>
<dc:source>Journal of otter science</dc:source><dc:title>Sleep of river otters</dc:title>
<dc:identifier>pmid:39999991</dc:identifier><dc:identifier>doi:10.5555/otter.2026.7</dc:identifier>
</item></channel></rss>"""
JOURNAL = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:cc="http://web.resource.org/cc/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:admin="http://webns.net/mvcb/">
<channel rdf:about="https://tides.example/rss"><title>Tides</title><link>https://tides.example/</link>
<description>d</description><dc:publisher>Field Press</dc:publisher><dc:language>en</dc:language>
<prism:publicationName>Tides</prism:publicationName><admin:errorReportsTo rdf:resource="mailto:a@b.example"/>
<items><rdf:Seq><rdf:li rdf:resource="https://tides.example/a1"/></rdf:Seq></items></channel>
<item rdf:about="https://tides.example/a1"><title><![CDATA[Salt & <i>light</i>]]></title>
<link>https://tides.example/a1</link><content:encoded><![CDATA[<p>Of 12 wells.</p>]]></content:encoded>
<dc:title>Salt and light</dc:title><dc:creator>Cy Vale</dc:creator><dc:creator>Di Ek</dc:creator>
<dc:identifier>doi:10.5555/s-1</dc:identifier><dc:source>Tides, Published online: 2026-01-03</dc:source>
<dc:date>2026-01-03</dc:date><prism:doi>10.5555/s-1</prism:doi><prism:volume>7</prism:volume>
<prism:number>2</prism:number><prism:startingPage>11</prism:startingPage>
<prism:endingPage>19</prism:endingPage><cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>
</item></rdf:RDF>"""
ARXIV = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"
 xml:lang="en-us"><title>q-bio.NC</title><id>http://rss.arxiv.example/q</id>
<link rel="alternate" href="https://arxiv.example/q" type="text/html"/>
<entry><id>oai:arXiv.org:2601.00001v1</id><title>On the sleep of otters</title>
<updated>2026-01-05T05:00:00Z</updated><link href="https://arxiv.org/abs/2601.00001" rel="alternate"
 type="text/html"/><summary>Abstract: We watched.</summary><category term="q-bio.NC"/>
<published>2026-01-05T00:00:00-05:00</published><arxiv:doi>10.5555/ox.1</arxiv:doi>
<rights>http://creativecommons.org/licenses/by/4.0/</rights><dc:creator
 xmlns:dc="http://purl.org/dc/elements/1.1/">Ada Lund, Ben Roe</dc:creator></entry></feed>"""
OWN = {"rss": RSS, "atom": ATOM, "rdf": RDF, "pubmed": PUBMED, "journal": JOURNAL, "arxiv": ARXIV}


def both(document: str, address: str = ADDRESS) -> ParsedFeed | None:
    """What the fast way says, after it was held against feedparser."""
    ready, _ = prepared(document)
    return held(document.encode(), ready, address)


def held(body: bytes, ready: str, address: str = ADDRESS) -> ParsedFeed | None:
    """What the fast way says of a prepared document, and of its bytes as they came."""
    fast = read_fast(ready.encode(), address)
    raw = read_fast(body, address) if is_usual(body) else None
    if fast is not None:
        assert fast == read_by_feedparser(ready, address)
    assert raw is None or raw == (fast or read_by_feedparser(ready, address))
    held_bare(ready, address)
    return fast


def held_bare(ready: str, address: str) -> None:
    """What the fast way says of the list alone is what feedparser says, texts left out."""
    bare = read_fast(ready.encode(), address, Wanted(bare=True))
    if bare is not None:
        whole = read_by_feedparser(ready, address)
        assert replace(bare, entries=()) == replace(whole, entries=())
        assert [listed(entry) for entry in bare.entries] == [
            listed(entry) for entry in whole.entries
        ]


def listed(entry: Entry) -> tuple[object, ...]:
    """What a list shows of an entry, and what it is known by."""
    names = (entry.guid, entry.link, entry.content.title, entry.author)
    return (*names, entry.published, entry.updated, entry.categories)


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("address", ["", ADDRESS])
def test_usual_feeds_go_the_fast_way(name: str, address: str) -> None:
    assert both(OWN[name], address)


@pytest.mark.parametrize(
    "document",
    [
        "<rss><channel><title>T</title><item><title>unclosed</item></channel></rss>",
        rss("<title>T</title><pubDate>il y a deux jours</pubDate>"),
        rss("<title>T <b>bold</b></title>"),
        rss("<title>T</title><media:keywords>a,b</media:keywords>"),
        rss("<title>a</title><author>x@example.technology</author>"),
        rss("<description>one</description><description>two</description>"),
        rss("<title>&#x92;quoted&#x92;</title>"),
        atom("<title>T</title><content type='image/png'>AAAA</content>"),
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old</title></feed>',
    ],
)
def test_what_is_not_sure_is_left_to_feedparser(document: str) -> None:
    assert both(document) is None


_TITLES = st.sampled_from(
    [
        *(
            "<title>One</title>",
            "<title/>",
            "<title>A &amp;amp; b</title>",
            "<title>p &lt; .05</title>",
        ),
        *("<dc:title>Two</dc:title>", "<media:title>Three</media:title>", "<title> Grüße </title>"),
        "<title><![CDATA[<i>x</i> & y]]></title>",
        "<title>Ã¼ber</title>",
    ]
)
_LINKS = st.sampled_from(
    [
        *("<link>https://a.example/1?x=1&amp;amp;y=2</link>", "<link/>", "<link>rel/2</link>"),
        "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' href='https://a.example/s' rel='self'/>",
        "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' href='/alt'/>",
        "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' href='/j' type='application/json'/>",
        "<guid>https://a.example/perma</guid>",
        "<guid isPermaLink='false'>g-1</guid>",
        "<guid/>",
        "<enclosure url='https://a.example/a.mp3' length='12' type='audio/mpeg'/>",
        "<source url='https://b.example/'>B</source>",
    ]
)
_TEXTS = st.sampled_from(
    [
        *("<description>Short.</description>", "<description/>"),
        "<description>&lt;p&gt;Long &lt;b&gt;text&lt;/b&gt; with a &lt;a href='x'&gt;link&lt;/a&gt;</description>",
        "<content:encoded><![CDATA[<p>All of it, and more.</p>]]></content:encoded>",
        "<dc:description>Of DC</dc:description>",
    ]
)
_OTHERS = st.sampled_from(
    [
        *("<pubDate>Mon, 06 Jan 2025 10:00:00 GMT</pubDate>", "<dc:date>2025-01-07</dc:date>"),
        *("<dc:creator>Ada</dc:creator>", "<author>b@c.example (Ben)</author>", "<author/>"),
        *("<category>A</category>", "<category domain='d'/>", "<dc:subject>B</dc:subject>"),
        *("<category term='t' label='l'/>", "<comments>c</comments>", "<pubDate/>"),
        *("<dc:identifier>doi:10.5555/1</dc:identifier>", "<dc:source>J</dc:source>"),
        "<dc:language>de</dc:language>",
        "<media:content url='u'><media:title>M</media:title></media:content>",
        "<foo xmlns='urn:x'>bar</foo>",
        "<media:thumbnail url='u'/>",
        "<author>Name</author>",
    ]
)
_PARTS = st.lists(st.one_of(_TITLES, _LINKS, _TEXTS, _OTHERS), max_size=9)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PARTS, max_size=3), _PARTS)
def test_any_order_of_elements_comes_to_the_same(items: list[list[str]], head: list[str]) -> None:
    both(rss(*("".join(parts) for parts in items), head="".join(head)))


_ATOM = st.sampled_from(
    [
        *("<title>T &amp;amp; t</title>", "<title type='html'>a &amp;amp; b</title>", "<title/>"),
        *(
            "<id>tag:1</id>",
            "<id>https://a.example/1</id>",
            "<link href='x'/>",
            "<link rel='self' href='s'/>",
        ),
        *("<published>2024-05-01T12:00:00Z</published>", "<updated>2024-05-02T12:00:00Z</updated>"),
        *("<author><name>Ben</name></author>", "<author><email>b@c.example</email></author>"),
        *("<summary>Short</summary>", "<summary type='html'>&lt;p&gt;S&lt;/p&gt;</summary>"),
        "<author><name>Ada</name><uri>https://a.example/</uri></author>",
        "<content type='html' xml:base='https://b.example/x/'>&lt;a href='y'&gt;z&lt;/a&gt; long text</content>",
        "<content>plain &lt;text&gt;</content>",
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a<p class='q'>b &amp; c</p>d</div></content>",
        "<link rel='enclosure' href='f.pdf' type='application/pdf' length='9'/>",
        "<category term='t' label='L'/>",
        "<source><title>S</title><id>s</id><updated>2001-01-01T00:00:00Z</updated></source>",
        "<contributor><name>C</name></contributor>",
        "<rights>mine</rights>",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.lists(_ATOM, max_size=8), max_size=3),
    st.lists(_ATOM, max_size=4),
    st.sampled_from(["", "xml:base='https://a.example/d/' xml:lang='en_GB'"]),
)
def test_any_order_of_atom_s_elements_comes_to_the_same(
    entries: list[list[str]], head: list[str], attributes: str
) -> None:
    both(atom(*("".join(e) for e in entries), head="".join(head), attributes=attributes))


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(sorted(OWN)),
    st.floats(0, 1),
    st.integers(0, 12),
    st.sampled_from(
        [
            "",
            "<",
            "</title>",
            "&",
            "<b>",
            "\x85",
            "é",
            "<title>x</title>",
            "]]>",
            " type='html'",
            "<image>",
        ]
    ),
)
def test_damaged_feeds_come_to_the_same(name: str, at: float, cut: int, put: str) -> None:
    document = OWN[name]
    place = int(at * len(document))
    damaged = document[:place] + put + document[place + cut :]
    try:
        ready, _ = prepared(damaged)
    except ParseError:
        return
    held(damaged.encode("utf-8", "surrogatepass"), ready)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the collections are not here")
@pytest.mark.parametrize("folder", ["feeds_real", "feeds_hostile"])
def test_collected_feeds_come_to_the_same(folder: str) -> None:
    fast = [_same(path.read_bytes()) for path in sorted((SHARED / folder / "files").iterdir())]
    assert fast.count(True) > 0.6 * len(fast)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the collections are not here")
def test_feedparser_s_own_cases_come_to_the_same() -> None:
    path = SHARED / "feeds_feedparser" / "feedparser_cases.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines]
    fast = [_same(base64.b64decode(case["body_b64"])) for case in cases]
    assert fast.count(True) > 0.3 * len(fast)


def _same(body: bytes) -> bool:
    """Whether the fast way went through, after holding it against feedparser."""
    try:
        ready, _ = prepared(decode(body))
    except ParseError:
        return False
    return held(body, ready) is not None
