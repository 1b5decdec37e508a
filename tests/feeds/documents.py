"""Feeds in our own words, for tests."""

from reader.model.feed import Response

ADDRESS = "https://news.example.org/feeds/all.xml"


def answer(body: bytes | str, content_type: str = "", address: str = ADDRESS) -> Response:
    data = body.encode() if isinstance(body, str) else body
    return Response(address, data, content_type)


def rss(*items: str, head: str = "", version: str = "2.0") -> str:
    """An RSS document with these items, each given by what stands within it."""
    inside = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<rss version="{version}" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">'
        "<channel><title>Field Notes</title><link>https://news.example.org/</link>"
        f"<description>d</description>{head}{inside}</channel></rss>"
    )


def atom(*entries: str, head: str = "", attributes: str = "") -> str:
    """An Atom document with these entries, each given by what stands within it."""
    inside = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}><title>Tide Tables</title>'
        f"<id>tag:example.org,2024:feed</id>{head}{inside}</feed>"
    )


RSS = rss(
    "<title>Otters return</title><link>/otters</link><guid isPermaLink='false'>n-1</guid>"
    "<pubDate>Mon, 06 Jan 2025 10:00:00 GMT</pubDate><dc:creator>Ada Lund</dc:creator>"
    "<category>Rivers</category><category>rivers</category><category>Mammals</category>"
    "<description>In short.</description>"
    "<content:encoded><![CDATA[<p>Thirty-five otters were seen, "
    "<a href='map?utm_source=rss'>mapped</a>.</p>]]></content:encoded>",
    "<title>Second</title><link>https://other.example/2</link><description>Two.</description>",
    head="<language>en-GB</language>",
)
ATOM = atom(
    "<title type='html'>Salt &amp;amp; &lt;i&gt;light&lt;/i&gt;</title><id>tag:example.org,2024:1</id>"
    "<link href='one'/><published>2024-05-01T12:00:00Z</published>"
    "<updated>2024-05-02T12:00:00Z</updated>"
    "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Of <b>12</b> wells"
    "</p></div></content>",
    head="<author><name>Ben Roe</name></author><link href='https://tide.example/'/>",
    attributes="xml:base='https://tide.example/blog/' xml:lang='en'",
)
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://lab.example/"><title>Lab</title><link>https://lab.example/</link></channel>
<item rdf:about="https://lab.example/a"><title>A trial</title><link>https://lab.example/a</link>
<dc:date>2024-02-03</dc:date><description>Forty people.</description></item></rdf:RDF>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "Letters", "language": "en",
"home_page_url": "https://letters.example/", "authors": [{"name": "Cy Vale"}],
"items": [{"id": "7", "url": "/seven", "title": "Seven &amp; eight", "tags": ["a", "A", "b"],
"content_html": "<p>One of <a href='x'>nine</a></p>", "date_published": "2024-03-04T05:06:07Z"},
{"id": 8, "content_text": "First.\\n\\nSecond <line>", "author": {"name": "Di Ek"}}]}"""
