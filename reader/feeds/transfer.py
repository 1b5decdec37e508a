"""Requests over the network, in one event loop. Imported by `reader.feeds.fetch` at first use.

HTTP/1.1 by aiohttp, which knows no policy here: every address is checked, as it is written and
as it is looked up, at the moment of connecting, so that no name can point elsewhere meanwhile.
"""

import asyncio
import time
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlsplit

import aiohttp
from yarl import URL

import reader
from reader.feeds import certificates, manners, refusals
from reader.feeds.addresses import normalise, points_inward, redirected
from reader.feeds.connections import (
    InwardError,
    anywhere,
    by_its_owner,
    openly,
    public_socket,
    session,
)
from reader.feeds.proxies import proxy_for
from reader.feeds.refusals import failed, refused
from reader.model.errors import AddressError, FetchError
from reader.model.feed import Request, Response, Validators

AT_ONCE, PER_HOST, MAX_HOPS = 64, 2, 10
#: Seconds for one feed in all, waiting for our own turn not counted.
DEADLINE = 30.0
#: Bytes, as they come and unpacked.
MAX_BODY = 10 * 2**20
_MAX_VALIDATOR = 1_000
_CONDITIONS = {"If-None-Match", "If-Modified-Since"}
_PERMANENT, _REDIRECTS = (301, 308), (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": f"Studywire/{reader.__version__} (desktop feed reader)",
    "Accept": "application/atom+xml, application/rss+xml, application/feed+json, "
    "application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1",
    "Accept-Encoding": "gzip",
}


@dataclass(slots=True)
class _Hop:
    """What one server said: an answer, or where to ask instead."""

    response: Response | None = None
    location: str = ""
    status: int = 200


class Transfer:
    """All requests under way. Lives in one event loop, where it is made."""

    def __init__(self) -> None:
        self._open = session(openly, socket_factory=public_socket)
        self._own = session(by_its_owner)
        self._through = session(anywhere)
        self._room = asyncio.Semaphore(AT_ONCE)
        self._hosts: dict[str, asyncio.Semaphore] = {}
        self._wanted: Counter[str] = Counter()

    async def close(self) -> None:
        for each in (self._open, self._own, self._through):
            await each.close()

    async def get(self, request: Request) -> Response:
        """The answer; its status is 304 for "not changed". Raises FeedError."""
        address = normalise(request.address)
        first = _origin(address)
        permanent, left = False, DEADLINE
        for count in range(MAX_HOPS + 1):
            hop, seconds = await self._hop(address, request, first, left)
            left -= seconds
            if hop.response:
                moved = permanent and _as_secure(request.address, address)
                return replace(hop.response, moved_to=address if moved else "")
            permanent = hop.status in _PERMANENT and (permanent or not count)
            address = _target(address, hop)
        raise FetchError(refusals.LOOP)

    async def _hop(
        self, address: str, request: Request, first: tuple[str, int], left: float
    ) -> tuple[_Hop, float]:
        """Ask one server, when it is our turn; and the seconds that took."""
        host = urlsplit(address).hostname or ""
        own = request.local and _origin(address) == first
        if not own and points_inward(address):
            raise FetchError(refusals.INWARD.format(host))
        proxy = "" if own and not request.proxy else proxy_for(address, request.proxy)
        by = self._through if proxy else self._own if own else self._open
        headers = _headers(request, same_origin=_origin(address) == first)
        async with self._turn(host):
            start = asyncio.get_running_loop().time()
            try:
                async with asyncio.timeout(max(0.1, left)):
                    hop = await self._ask(by, address, headers, proxy, request)
            except aiohttp.ServerTimeoutError as error:
                raise failed(error, host) from error
            except TimeoutError as error:
                raise FetchError(refusals.TIMED_OUT.format(host, DEADLINE)) from error
            except (aiohttp.ClientError, OSError, ValueError, zlib.error) as error:
                raise _explained(error, host, proxy) from error
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

    async def _ask(
        self,
        by: aiohttp.ClientSession,
        address: str,
        headers: dict[str, str],
        proxy: str,
        request: Request,
    ) -> _Hop:
        url = URL(quote(address, safe="%/:=&?~#+!$,;'@()*[]|"), encoded=True)
        via = URL(proxy) if proxy else None
        secure = certificates.usual() if "https" in (url.scheme, via and via.scheme) else True
        async with by.get(
            url, headers=headers, proxy=via, ssl=secure, allow_redirects=False
        ) as answer:
            host = url.host or ""
            if answer.status in _REDIRECTS:
                return _Hop(location=_location(answer.headers), status=answer.status)
            if answer.status == 304 and not _CONDITIONS & headers.keys():
                raise FetchError(refusals.UNASKED, 304)
            if answer.status not in (200, 304):
                raise refused(answer.status, host, answer.headers, time.time())
            body, packed = b"", False
            if answer.status == 200:
                body, packed = await _body(answer, host, request)
            if self._wanted[host] == 1 and len(self._wanted) > 8:
                answer.close()  # nobody else asks this host, and open sockets are counted
            return _Hop(replace(_response(address, answer, body), packed=packed))


def _response(address: str, answer: aiohttp.ClientResponse, body: bytes) -> Response:
    headers = answer.headers
    return Response(
        address,
        body,
        headers.get("Content-Type", "")[:_MAX_VALIDATOR],
        Validators(_validator(headers.get("ETag")), _validator(headers.get("Last-Modified"))),
        answer.status,
        lifetime=manners.lifetime(headers, time.time()),
    )


async def _body(answer: aiohttp.ClientResponse, host: str, request: Request) -> tuple[bytes, bool]:
    """The whole body, never beyond the limit, and whether it is still packed; else it is unpacked
    in steps."""
    limit = min(request.limit or MAX_BODY, MAX_BODY)
    encoded, packed = _is_packed(answer, host, limit), False
    body, came = bytearray(), 0
    unpack: Any = None
    async for chunk in answer.content.iter_any():
        if not came and encoded and chunk.startswith(b"\x1f"):
            packed = request.as_sent
            unpack = None if packed else zlib.decompressobj(31)
        came += len(chunk)
        while chunk:
            body += unpack.decompress(chunk, 2**20) if unpack else chunk
            chunk = unpack.unconsumed_tail if unpack else b""
            if max(came, len(body)) > limit:
                answer.close()
                raise FetchError(_too_large(limit))
    if unpack and not unpack.eof:
        raise FetchError(refusals.CUT)
    return bytes(body), packed


def _is_packed(answer: aiohttp.ClientResponse, host: str, limit: int) -> bool:
    """Whether the body is gzip. Raises FetchError for lengths and packings that cannot be."""
    lengths = set(answer.headers.getall("Content-Length", ()))
    if len(lengths) > 1 or not all(length.strip().isdecimal() for length in lengths):
        raise FetchError(refusals.GARBLED.format(host))
    if any(int(length[:20]) > limit for length in lengths):
        raise FetchError(_too_large(limit))
    encoding = answer.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise FetchError(refusals.ENCODED.format(host))
    return encoding.endswith("gzip")


def _too_large(limit: int) -> str:
    return refusals.TOO_LARGE if limit == MAX_BODY else refusals.LARGER.format(limit / 2**20)


def _explained(error: BaseException, host: str, proxy: str) -> FetchError:
    """aiohttp's wrapping taken off."""
    if isinstance(error, aiohttp.ClientProxyConnectionError | aiohttp.ClientHttpProxyError):
        return FetchError(refusals.PROXY.format(urlsplit(proxy).hostname))
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


def _headers(request: Request, *, same_origin: bool) -> dict[str, str]:
    """What a server is told. Credentials go to the one they were given for, and to no other."""
    headers = _HEADERS | _conditions(request.validators)
    if request.user_agent.isprintable() and request.user_agent.isascii():
        headers |= {"User-Agent": request.user_agent} if request.user_agent else {}
    headers |= {"Accept": request.accept} if request.accept else {}
    if same_origin and request.authorization:
        headers["Authorization"] = request.authorization
    return headers


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
