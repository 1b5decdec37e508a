"""Which proxy a request goes through: the feed's own, the system's, or none."""

import re
from urllib.parse import urlsplit

from reader.model.errors import FetchError

#: What a feed says that is to be asked directly.
NONE = "none"
_KIND = "Studywire goes through HTTP proxies only. Check the proxy {} of this feed."


def proxy_for(address: str, own: str) -> str:
    """The address of the proxy, "" for none. `own` is what the user set for the feed.

    Raises FetchError for a proxy of a kind that is not spoken here.
    """
    if own == NONE:
        return ""
    if own:
        return check(own)
    import urllib.request  # takes longer to import than a hundred feeds to ask

    parts = urlsplit(address)
    found = urllib.request.getproxies().get(parts.scheme, "")
    if not found or urllib.request.proxy_bypass(parts.hostname or ""):
        return ""
    return check(found)


def check(proxy: str) -> str:
    """A proxy's address as it is used. Raises FetchError for what is none."""
    if proxy == NONE:
        return proxy
    text = proxy if "://" in proxy else f"http://{proxy}"
    try:
        parts = urlsplit(text)
        fit = parts.scheme in ("http", "https") and parts.hostname and (parts.port or True)
    except ValueError:
        fit = False
    if not fit or not re.fullmatch(r"[\x21-\x7e]{1,500}", text):
        raise FetchError(_KIND.format(proxy.rpartition("@")[2][:100]))
    return text
