"""Addresses in foreign HTML: which may be followed, and which only follow their reader."""

import base64
import re
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

#: Longest address of a link, and picture as base64, in characters.
MAX_LINK, MAX_PICTURE = 8_192, 350_000

_UNQUOTED = re.compile(r'[ "<>`{}|\\^]')
#: An address that is as it should be: nothing to resolve, to quote or to leave out.
_USUAL = re.compile(
    r"https?://[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+(?::[1-9]\d{0,3})?(?:/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)*/?"
)
_TRACKERS = re.compile(
    r"//(?:stats|pixel)\.(?:wordpress|wp)\.com|feedburner\.com/~|feedsportal|feeds\.wordpress\.com/1"
    r"|doubleclick\.net|google-analytics|quantserve|scorecardresearch|facebook\.com/(?:tr\b|sharer)"
    r"|twitter\.com/share|list-manage\.com/track|medium\.com/_/stat|/(?:pixel|spacer)\.(?:gif|png)",
    re.IGNORECASE,
)
_TRACKING = re.compile(
    r"(?:utm_|itm_|mtm_|pk_|piwik_|hmb_|hsa_|vero_|oly_|__hs)\w*|(?:fb|g|d|y|tw|tt|ms)clid|[gw]braid"
    r"|mc_[ce]id|fb_(?:action_ids|action_types|ref|source|comment_id)|mkt_tok|igshid|igsh|_hsenc"
    r"|_hsmi|hsctatracking|_openstat|li_fat_id|wickedid|xtor|s_kwcid|at_(?:campaign|medium)|cmpid"
    r"|guccounter|guce_referrer(?:_sig)?|ck_subscriber_id|trk_(?:contact|msg|module|sid)|_ga|_gl",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"(data:image/(?:png|jpe?g|gif|webp);base64,)([A-Za-z0-9+/=\s]{40,})", re.I)


def untracked(address: str) -> str:
    """The address without parameters that only follow its reader, such as `utm_source`."""
    head, mark, fragment = address.partition("#")
    if "=" in fragment and _TRACKING.fullmatch(fragment.partition("=")[0]):
        mark = fragment = ""
    path, _, query = head.partition("?")
    kept = [p for p in query.split("&") if p and not _TRACKING.fullmatch(p.partition("=")[0])]
    return path + ("?" + "&".join(kept) if kept else "") + mark + fragment


@lru_cache(maxsize=1024)
def link(value: str, base: str) -> str | None:
    """An absolute address that may be followed, or None."""
    if _USUAL.fullmatch(value):
        return value
    value = re.sub(r"[\t\r\n]", "", value).strip()
    if re.fullmatch(r"mailto:[^\s<>\"'\\]{3,1000}", value, re.IGNORECASE):
        return value if value.isprintable() else None
    try:
        parts = urlsplit(urljoin(base, value))
        ok = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        return None
    netloc = parts.netloc.rpartition("@")[2]
    if not ok or not value.isprintable() or re.search(r'[\\%<>"\s]', netloc) or "\\" in parts.path:
        return None
    address = urlunsplit(parts._replace(netloc=netloc))
    return untracked(_UNQUOTED.sub(lambda m: quote(m[0]), address))


def web(value: str, base: str) -> str | None:
    """An address on the web, of a picture."""
    address = link(value, base) if len(value) <= MAX_LINK else None
    return address if address and address.startswith("http") else None


def picture(value: str) -> str | None:
    """A raster picture within the text; "!" for a tracker; None for all else."""
    found = _PICTURE.fullmatch(value.strip()) if len(value) <= MAX_PICTURE else None
    if not found:
        return "!" if _TRACKERS.search(value[:MAX_LINK]) else None
    data = "".join(found[2].split())
    head = base64.b64decode(data[:32].replace("=", "A"))
    if _is_blank(head):
        return None
    known = head.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8"))
    known |= head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    return found[1].lower() + data if known else None


def _is_blank(head: bytes) -> bool:
    """The dot that a script replaces by a picture, or that is to be seen by nobody."""
    if head[:4] == b"GIF8":
        return max(head[6], head[8]) <= 2 and not head[7] + head[9]
    return head[:4] == b"\x89PNG" and max(head[16:24]) <= 2 and not any(head[16:19] + head[20:23])
