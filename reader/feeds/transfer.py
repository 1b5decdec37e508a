"""Requests over the network, in one event loop. Imported by `reader.feeds.fetch` at first use.

HTTP/1.1 by aiohttp, which knows no policy here: every address is checked, as it is written and
as it is looked up, at the moment of connecting, so that no name can point elsewhere meanwhile.
"""

import asyncio
import socket
import threading
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

import reader
from reader.feeds import refusals
from reader.feeds.addresses import is_private, is_public, normalise, points_inward, redirected
from reader.feeds.refusals import failed, refused
from reader.model.errors import AddressError, FetchError
from reader.model.feed import Request, Response, Validators

AT_ONCE, PER_HOST, MAX_HOPS = 64, 2, 10
#: Seconds for one feed in all, waiting for our own turn not counted; for connecting.
DEADLINE, CONNECTING = 30.0, 10.0
#: Bytes, as they come and unpacked.
MAX_BODY = 10 * 2**20
_MAX_HEADER, _MAX_HEADERS, _MAX_VALIDATOR = 65_536, 256, 1_000
_PERMANENT, _REDIRECTS = (301, 308), (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": f"Studywire/{reader.__version__} (desktop feed reader)",
    "Accept": "application/atom+xml, application/rss+xml, application/feed+json, "
    "application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1",
    "Accept-Encoding": "gzip",
}


class InwardError(OSError):
    """An address of this machine or a private network, where it was not asked for."""


@dataclass(slots=True)
class _Hop:
    """What one server said: an answer, or where to ask instead."""

    response: Response | None = None
    location: str = ""
    status: int = 200


class Transfer:
    """All requests under way. Lives in one event loop, where it is made."""

    def __init__(self) -> None:
        self._open = _session(_openly, socket_factory=_public_socket)
        self._own = _session(_by_its_owner)
        self._room = asyncio.Semaphore(AT_ONCE)
        self._hosts: dict[str, asyncio.Semaphore] = {}
        self._wanted: Counter[str] = Counter()

    async def close(self) -> None:
        await self._open.close()
        await self._own.close()

    async def get(self, request: Request) -> Response | None:
        """The answer, None for "not changed". Raises FeedError."""
        address = normalise(request.address)
        granted = _origin(address) if request.local else None
        permanent, left = False, DEADLINE
        for count in range(MAX_HOPS + 1):
            hop, seconds = await self._hop(address, request.validators, granted, left)
            left -= seconds
            if not hop.location:
                moved = permanent and _as_secure(request.address, address)
                response = hop.response
                return replace(response, moved_to=address) if response and moved else response
            permanent = hop.status in _PERMANENT and (permanent or not count)
            address = _target(address, hop)
        raise FetchError(refusals.LOOP)

    async def _hop(
        self, address: str, known: Validators, granted: tuple[str, int] | None, left: float
    ) -> tuple[_Hop, float]:
        """Ask one server, when it is our turn; and the seconds that took."""
        host = urlsplit(address).hostname or ""
        own = _origin(address) == granted
        if not own and points_inward(address):
            raise FetchError(refusals.INWARD.format(host))
        async with self._turn(host):
            start = asyncio.get_running_loop().time()
            try:
                async with asyncio.timeout(max(0.1, left)):
                    hop = await self._ask(self._own if own else self._open, address, known)
            except aiohttp.ServerTimeoutError as error:
                raise failed(error, host) from error
            except TimeoutError as error:
                raise FetchError(refusals.TIMED_OUT.format(host, DEADLINE)) from error
            except (aiohttp.ClientError, OSError, ValueError, zlib.error) as error:
                raise _explained(error, host) from error
            return hop, asyncio.get_running_loop().time() - start

    @asynccontextmanager
    async def _turn(self, host: str) -> AsyncIterator[None]:
        """A place among PER_HOST of this host, and then among AT_ONCE of all."""
        self._wanted[host] += 1
        places = self._hosts.setdefault(host, asyncio.Semaphore(PER_HOST))
        try:
            async with places, self._room:
                yield
        finally:
            self._wanted[host] -= 1
            if not self._wanted[host]:
                del self._wanted[host], self._hosts[host]

    async def _ask(self, session: aiohttp.ClientSession, address: str, known: Validators) -> _Hop:
        url = URL(quote(address, safe="%/:=&?~#+!$,;'@()*[]|"), encoded=True)
        headers = _HEADERS | _conditions(known)
        async with session.get(url, headers=headers, allow_redirects=False) as answer:
            host = url.host or ""
            if answer.status in _REDIRECTS:
                return _Hop(location=_location(answer.headers), status=answer.status)
            if answer.status == 304:
                if headers.keys() == _HEADERS.keys():
                    raise FetchError(refusals.UNASKED, 304)
                return _Hop()
            if answer.status != 200:
                raise refused(answer.status, host, answer.headers)
            body = await _body(answer, host)
            if self._wanted[host] == 1 and len(self._wanted) > 8:
                answer.close()  # nobody else asks this host, and open sockets are counted
            validators = Validators(
                _validator(answer.headers.get("ETag")),
                _validator(answer.headers.get("Last-Modified")),
            )
            kind = answer.headers.get("Content-Type", "")[:_MAX_VALIDATOR]
            return _Hop(Response(address, body, kind, validators))


def _session(allowed: Callable[[str, str], bool], **options: Any) -> aiohttp.ClientSession:
    """A session that connects only to such addresses as are allowed for a host."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(
            limit=0, resolver=_Resolver(allowed), ttl_dns_cache=60, keepalive_timeout=5, **options
        ),
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECTING),
        max_line_size=_MAX_HEADER,
        max_field_size=_MAX_HEADER,
        max_headers=_MAX_HEADERS,
    )


def _openly(_host: str, ip: str) -> bool:
    return is_public(ip)


def _by_its_owner(host: str, ip: str) -> bool:
    """What a user typed may lie on his network; on this machine, if its name says so."""
    return is_public(ip) or is_private(ip) or points_inward(f"http://{host}/")


def _public_socket(info: Any) -> socket.socket:
    """The last look at an address: whatever led here, nothing inward is connected to."""
    if not is_public(info[4][0]):
        raise InwardError(info[4][0])
    return socket.socket(*info[:3])


class _Resolver(AbstractResolver):
    """Looks names up in threads that nobody waits for at the end, and drops what is not allowed."""

    def __init__(self, allowed: Callable[[str, str], bool]) -> None:
        self._allowed = allowed

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        async with asyncio.timeout(CONNECTING):
            found = await _looked_up(host, port, family)
        kept = [(kind, where[0]) for kind, _, _, _, where in found]
        kept = [(kind, ip) for kind, ip in kept if self._allowed(host, str(ip))]
        if not kept:
            raise InwardError(host)
        flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
        return [
            ResolveResult(hostname=host, host=str(ip), port=port, family=kind, proto=0, flags=flags)
            for kind, ip in kept
        ]

    async def close(self) -> None:
        pass


async def _looked_up(host: str, port: int, family: int) -> list[Any]:
    """What the name service says. Its threads cannot be stopped, so they are daemons."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[Any]] = loop.create_future()

    def settle(found: list[Any], error: OSError | ValueError | None = None) -> None:
        if error and not answer.done():
            answer.set_exception(error)
        elif not answer.done():
            answer.set_result(found)

    def look_up() -> None:
        outcome: tuple[Any, ...]
        try:
            outcome = (socket.getaddrinfo(host, port, family, socket.SOCK_STREAM),)
        except (OSError, ValueError) as error:
            outcome = ([], error)
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(settle, *outcome)

    threading.Thread(target=look_up, name="name service", daemon=True).start()
    return await answer


async def _body(answer: aiohttp.ClientResponse, host: str) -> bytes:
    """The whole body, unpacked in steps and never beyond MAX_BODY."""
    packed = _is_packed(answer, host)
    body, raw = bytearray(), 0
    unpack: Any = None
    async for chunk in answer.content.iter_any():
        if not raw and packed and chunk.startswith(b"\x1f"):
            unpack = zlib.decompressobj(31)
        raw += len(chunk)
        while chunk:
            body += unpack.decompress(chunk, 2**20) if unpack else chunk
            chunk = unpack.unconsumed_tail if unpack else b""
            if max(raw, len(body)) > MAX_BODY:
                answer.close()
                raise FetchError(refusals.TOO_LARGE)
    if unpack and not unpack.eof:
        raise FetchError(refusals.CUT)
    return bytes(body)


def _is_packed(answer: aiohttp.ClientResponse, host: str) -> bool:
    """Whether the body is gzip. Raises FetchError for lengths and packings that cannot be."""
    lengths = set(answer.headers.getall("Content-Length", ()))
    if len(lengths) > 1 or not all(length.strip().isdecimal() for length in lengths):
        raise FetchError(refusals.GARBLED.format(host))
    if any(int(length[:20]) > MAX_BODY for length in lengths):
        raise FetchError(refusals.TOO_LARGE)
    encoding = answer.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise FetchError(refusals.ENCODED.format(host))
    return encoding.endswith("gzip")


def _explained(error: BaseException, host: str) -> FetchError:
    """aiohttp's wrapping taken off."""
    inner = getattr(error, "certificate_error", None) or getattr(error, "os_error", None) or error
    if isinstance(inner, InwardError):
        return FetchError(refusals.INWARD.format(host))
    broken = (aiohttp.ClientPayloadError, aiohttp.ServerDisconnectedError)
    return FetchError(refusals.CUT) if isinstance(inner, broken) else failed(inner, host)


def _origin(address: str) -> tuple[str, int]:
    parts = urlsplit(address)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def _as_secure(first: str, last: str) -> bool:
    return last.startswith("https:") or not first.lower().startswith("https:")


def _conditions(known: Validators) -> dict[str, str]:
    """Conditional request (RFC 9110, 13.1)."""
    etag, modified = _validator(known.etag), _validator(known.modified)
    conditions = {"If-None-Match": etag} if etag else {}
    return conditions | ({"If-Modified-Since": modified} if modified else {})


def _validator(value: str | None) -> str:
    """A validator that can be sent back as it is; "" for one too long or strange."""
    fit = value and len(value) <= _MAX_VALIDATOR and value.isascii() and value.isprintable()
    return value.strip() if value and fit else ""


def _location(headers: Mapping[str, str]) -> str:
    location = headers.get("Location", "").strip()
    if not location:
        raise FetchError(refusals.NOWHERE)
    return location


def _target(address: str, hop: _Hop) -> str:
    try:
        return redirected(address, hop.location)
    except AddressError as error:
        raise FetchError(refusals.ELSEWHERE.format(error), hop.status) from error
