"""Addresses of feeds that follow from the address of a page, without asking anybody."""

import re
from urllib.parse import parse_qs, urlsplit

_CHANNEL = re.compile(r"\bUC[\w-]{22}\b")
_YOUTUBE = "https://www.youtube.com/feeds/videos.xml?"

#: Host, path of a page, and the feeds behind it, the likeliest first.
_FORMS = (
    (
        r"(?:www\.)?github\.com",
        r"/([\w.-]+)/([\w.-]+?)(?:\.git)?(?:/(?:releases|tags|commits|tree|blob|issues)\b.*)?/?",
        ("https://github.com/{1}/{2}/releases.atom", "https://github.com/{1}/{2}/commits.atom"),
    ),
    (r"(?:www\.)?github\.com", r"/([\w-]+)/?", ("https://github.com/{1}.atom",)),
    (
        r"(?:www\.|export\.|rss\.)?arxiv\.org",
        r"/(?:list|archive|rss|atom|corr)/([a-z-]+(?:\.[A-Za-z-]+)?)(?:/.*)?",
        ("https://rss.arxiv.org/rss/{1}",),
    ),
    (
        r"(?:www\.|connect\.)?(bio|med)rxiv\.org",
        r"/collection/([\w-]+)/?",
        ("https://connect.{h1}rxiv.org/{h1}rxiv_xml.php?subject={1_}",),
    ),
    (
        r"(?:www\.)?(bio|med)rxiv\.org",
        r"/?",
        ("https://connect.{h1}rxiv.org/{h1}rxiv_xml.php?subject=all",),
    ),
    (r"(?:www\.)?nature\.com", r"/([a-z][a-z0-9]{2,30})/?", ("https://www.nature.com/{1}.rss",)),
    (
        r"(?:www\.)?nature\.com",
        r"/subjects/([a-z0-9-]+)/?.*",
        ("https://www.nature.com/subjects/{1}.rss",),
    ),
    (
        r"journals\.plos\.org",
        r"/([a-z]+)(?:/.*)?",
        ("https://journals.plos.org/{1}/feed/atom",),
    ),
    (r"(?:www\.|old\.)?reddit\.com", r"/r/(\w+)/?.*", ("https://www.reddit.com/r/{1}/.rss",)),
    (r"(?:www\.)?medium\.com", r"/(@?[\w.-]+)/?", ("https://medium.com/feed/{1}",)),
)


def known_forms(address: str) -> tuple[str, ...]:
    """Feeds that belong to the page at an address, by the form of addresses of its site."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    if re.fullmatch(r"(?:www\.|m\.)?youtube\.com", host):
        return _youtube(parts.path, parts.query)
    for host_form, path_form, feeds in _FORMS:
        at_host = re.fullmatch(host_form, host)
        at_path = re.fullmatch(path_form, parts.path)
        if at_host and at_path:
            names = (*at_path.groups(), "", "")
            values = {"h1": next(iter(at_host.groups()), ""), "1_": names[0].replace("-", "_")}
            return tuple(feed.format("", *names, **values) for feed in feeds)
    return ()


def forms_in_page(address: str, text: str) -> tuple[str, ...]:
    """Feeds that follow from what a page says: the number of a YouTube channel."""
    if not re.fullmatch(r"(?:www\.|m\.)?youtube\.com", urlsplit(address).hostname or ""):
        return ()
    named = re.search(
        r"(?:channelId|externalId|identifier)\W{1,30}(?:content\W{1,5})?(UC[\w-]{22})", text
    )
    return (f"{_YOUTUBE}channel_id={named[1]}",) if named else ()


def _youtube(path: str, query: str) -> tuple[str, ...]:
    if channel := _CHANNEL.search(path):
        return (f"{_YOUTUBE}channel_id={channel[0]}",)
    if lists := parse_qs(query[:2000]).get("list"):
        return (f"{_YOUTUBE}playlist_id={lists[0]}",) if re.fullmatch(r"[\w-]+", lists[0]) else ()
    if user := re.fullmatch(r"/user/([\w.-]+).*", path):
        return (f"{_YOUTUBE}user={user[1]}",)
    return ()
