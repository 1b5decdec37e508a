"""Addresses of feeds: what people type, what we follow, and what lies on the user's own network.

Sources: RFC 3986, the IANA registries of special-purpose addresses, the WHATWG list of bad ports.
"""

import ipaddress
import os
import re
import socket
import unicodedata
from functools import lru_cache
from pathlib import Path
from urllib.parse import SplitResult, unquote, urljoin, urlsplit, urlunsplit

from reader.model.errors import AddressError

MAX_ADDRESS = 8_192

INCOMPLETE = "This is no complete web address. It should look like https://example.org/feed."
_SCHEME = "Studywire follows web addresses (http and https) only, not “{}:”."
_CREDENTIALS = "This address holds a user name or password. Remove the part before the “@”."
_PORT = "Port {} is not used by web sites, so Studywire does not connect to it."
_LONG = "This address is too long to be right."

_BAD_PORTS = (
    frozenset(range(1024)) - {80, 443}
    | frozenset(
        (1719, 1720, 1723, 2049, 3306, 3659, 4045, 4190, 5060, 5061, 5432, 6000, 6379, 6566)
    )
    | frozenset((6665, 6666, 6667, 6668, 6669, 6679, 6697, 9200, 10080, 11211, 27017))
)
_SPECIAL_V4 = tuple(
    ipaddress.IPv4Network(network)
    for network in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"),
        *("172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16"),
        *("198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
    )
)
_PRIVATE = tuple(
    ipaddress.ip_network(network)
    for network in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7")
)
_UNICAST_V6 = ipaddress.IPv6Network("2000::/3")
_SPECIAL_V6 = tuple(map(ipaddress.IPv6Network, ("2001::/23", "2001:db8::/32", "3fff::/20")))
_6TO4, _NAT64 = ipaddress.IPv6Network("2002::/16"), ipaddress.IPv6Network("64:ff9b::/96")
_OWN_NAMES = ("localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_HAS_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d{1,5}(?:[/?#]|$))", re.IGNORECASE)
_DRIVE = re.compile(r"/[A-Za-z]:")
_PATH = re.compile(r"(?:[/~]|\.\.?[/\\]|[a-z]:[\\/]|\\\\)", re.IGNORECASE)


def normalise(typed: str) -> str:
    """The address meant by what somebody typed or dropped: http, https, or file for a path.

    Understands addresses without https://, feed: addresses and paths of local files. The host
    comes out in ASCII, the fragment is dropped. Raises AddressError.
    """
    text = typed.strip().strip("<>\"'“”").strip()
    if len(text) > MAX_ADDRESS:
        raise AddressError(_LONG)
    text = re.sub(r"^(?:web\+)?feed:(?://)?(?=https?:)", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:web\+)?feed:/{0,2}", "http://", text, flags=re.IGNORECASE)
    if text[:5].lower() == "file:" or _is_path(text):
        return _file(text)
    text = re.sub(r"^(https?):/*(?=[^/])", r"\1://", text, flags=re.IGNORECASE)
    if not _HAS_SCHEME.match(text) or "." in text.partition(":")[0]:
        text = text.lstrip("/")
        text = ("http://" if points_inward(f"http://{text}") else "https://") + text
    check(text)
    parts = urlsplit(text)
    return _canonical(parts, _number(_folded(parts.hostname or "")))


def redirected(address: str, location: str) -> str:
    """Where a server that was asked at `address` points to (RFC 9110, 10.2.2).

    Raises AddressError. Old notations of numbers stay as they are, so that 127.1 is never taken
    for the 127.0.0.1 that a user has typed.
    """
    if not _is_clean(location):
        raise AddressError(INCOMPLETE)
    try:
        target = urljoin(address, location)
    except ValueError as error:
        raise AddressError(INCOMPLETE) from error
    check(target)
    return _canonical(urlsplit(target))


def _canonical(parts: SplitResult, number: str = "") -> str:
    host = number or _ascii_host(parts)
    netloc = f"[{host}]" if ":" in host else host
    if parts.port and parts.port != {"http": 80, "https": 443}[parts.scheme]:
        netloc += f":{parts.port}"
    return urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, ""))


def check(address: str) -> None:
    """Raises AddressError for what is no address, or none that we would follow.

    Says nothing of where it leads: see `points_inward` for the name, `is_public` for the number.
    """
    if len(address) > MAX_ADDRESS:
        raise AddressError(_LONG)
    if not _is_clean(address):
        raise AddressError(INCOMPLETE)
    scheme = _HAS_SCHEME.match(address)
    if scheme and scheme[1].lower() not in ("http", "https"):
        raise AddressError(_SCHEME.format(scheme[1].lower()))
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise AddressError(INCOMPLETE) from error
    if parts.username is not None or parts.password is not None:
        raise AddressError(_CREDENTIALS)
    if not re.match(r"https?://[^/?#]", address, re.IGNORECASE) or not _is_host(parts):
        raise AddressError(INCOMPLETE)
    if port in _BAD_PORTS:
        raise AddressError(_PORT.format(port))


@lru_cache(2_048)
def is_public(ip: str) -> bool:
    """Whether a numeric address belongs to a machine on the open internet.

    Python's `is_global` lets several through that do not; addresses that hold an IPv4 address
    (mapped, NAT64, 6to4) count as that address.
    """
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in network for network in _SPECIAL_V4)
    if address.ipv4_mapped:
        return is_public(str(address.ipv4_mapped))
    if address in _NAT64:
        return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
    if address in _6TO4:
        return is_public(str(address.sixtofour))
    return address in _UNICAST_V6 and not any(address in network for network in _SPECIAL_V6)


@lru_cache(2_048)
def is_private(ip: str) -> bool:
    """Whether a numeric address is one of a home or office network, but not of this machine."""
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    return any(address in network for network in _PRIVATE if network.version == address.version)


def points_inward(address: str) -> bool:
    """Whether an address, as it is written, leads to this machine or a private network.

    A name that only turns out so when it is looked up is found at connecting (`is_public`).
    """
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    if ":" in host:
        return not is_public(host)
    name = _folded(host)
    if number := _number(name):
        return not is_public(number)
    return "." not in name or name.rsplit(".", 1)[1] in _OWN_NAMES or name.endswith(".home.arpa")


def display(address: str) -> str:
    """The address as it may be shown: the host in ASCII (punycode), no user name or password."""
    try:
        parts = urlsplit(address)
        host = _ascii_host(parts)
        netloc = (f"[{host}]" if ":" in host else host) + (f":{parts.port}" if parts.port else "")
    except (ValueError, AddressError):
        return "".join(char for char in address if char.isprintable())
    shown = urlunsplit(parts._replace(netloc=netloc))
    return "".join(char for char in shown if char.isprintable())


def file_path(address: str) -> Path:
    """The path of a file: address. Raises AddressError for one on another machine."""
    parts = urlsplit(address)
    if parts.scheme != "file" or parts.netloc not in ("", "localhost") or parts.path[:2] == "//":
        raise AddressError("Studywire reads files of this computer only.")
    path = unquote(parts.path)
    return Path(path[1:] if _DRIVE.match(path) and os.name == "nt" else path)


def _is_clean(address: str) -> bool:
    """Without control and format characters, which Python would drop, and backslashes."""
    return "\\" not in address and not any(
        unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in address
    )


def _is_path(text: str) -> bool:
    if _PATH.match(text) and not text.startswith("//"):
        return True
    try:
        return not _HAS_SCHEME.match(text) and Path(text).is_file()
    except (OSError, ValueError):
        return False


def _file(text: str) -> str:
    if text[:5].lower() == "file:":
        path = file_path("file:" + text[5:])
    elif text.startswith("\\\\"):
        raise AddressError("Studywire reads files of this computer only.")
    else:
        path = Path(text)
    try:
        return path.expanduser().absolute().as_uri()
    except (ValueError, RuntimeError) as error:
        raise AddressError(INCOMPLETE) from error


def _ascii_host(parts: SplitResult) -> str:
    """The host in lower-case ASCII. Raises AddressError for one that cannot be."""
    host = parts.hostname or ""
    if host.isascii():
        return host
    import idna  # big tables, for few addresses

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise AddressError(INCOMPLETE) from error


def _is_host(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    if "[" in parts.netloc:
        try:
            return bool(ipaddress.IPv6Address(host.partition("%")[0]))
        except ValueError:
            return False
    name = _folded(host)
    if not name or len(name) > 253 or "%" in host:
        return False
    if _number(name):
        return True
    try:
        name = _ascii_host(parts).rstrip(".")
        return all(map(_is_label, name.split(".")))
    except AddressError:
        return False


def _is_label(label: str) -> bool:
    if label.startswith("xn--"):
        try:
            return bool(label[4:]) and bool(label[4:].encode().decode("punycode"))
        except (UnicodeError, ValueError):
            return False
    return bool(_LABEL.fullmatch(label))


def _folded(host: str) -> str:
    """The host as resolvers read it: ⓪ is 0, 。 is a full stop."""
    return unicodedata.normalize("NFKC", host).replace("。", ".").rstrip(".").lower()


def _number(name: str) -> str:
    """The IPv4 address that a host is in any of the old notations (127.1, 0x7f.1, 2130706433)."""
    if not re.fullmatch(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}", name):
        return ""
    try:
        return socket.inet_ntoa(socket.inet_aton(name))
    except OSError:
        return ""
