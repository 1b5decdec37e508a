"""Addresses that may stand in an export: http and https, without user names, encoded."""

import re
from urllib.parse import quote, urlsplit

#: Longest address that is written as a link.
LIMIT = 2_048
_CLEAN = re.compile(r"https?://[^\s\\\x00-\x20\x7f]+", re.IGNORECASE)
#: What may stand unquoted; parentheses, quotation marks, | and the like are encoded everywhere.
_SAFE = "%/?:=&+,;!*~[]#-._@"


def web_address(address: str) -> str:
    """The address as it may be linked, "" for one that may not."""
    address = address.strip()
    if len(address) > LIMIT or not _CLEAN.fullmatch(address):
        return ""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018  (raises for a port that is none)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if not _is_host(host) or parts.username is not None or parts.password is not None:
        return ""
    bracketed = "[" in parts.netloc
    safe = _SAFE if bracketed else _SAFE.replace("[", "").replace("]", "")
    return quote(address, safe=safe)


def _is_host(host: str) -> bool:
    """A name or number that a browser looks up, letters of every script included."""
    if not host or len(host) > 253:
        return False
    return ":" in host or all(label and _LABEL.fullmatch(label) for label in host.split("."))


_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)", re.UNICODE)
