"""Requests over the network, in one event loop. Imported by `reader.feeds.fetch` at first use.

HTTP/1.1, or HTTP/2 where a secure server offers it, by libcurl, which knows no policy here: every
address is checked, as it is written and as it is looked up, at the moment of connecting, so that no
name can point elsewhere meanwhile.
"""

import asyncio
import ssl
import time
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import quote, urlsplit

import pycurl

import reader
from reader.feeds import certificates, manners, refusals
from reader.feeds.addresses import normalise, points_inward, redirected
from reader.feeds.answers import MAX_BODY, Answer
from reader.feeds.connections import (
    CONNECTING,
    Connections,
    InwardError,
    anywhere,
    by_its_owner,
    openly,
)
from reader.feeds.proxies import proxy_for
from reader.feeds.refusals import failed, refused
from reader.model.errors import AddressError, FetchError
from reader.model.feed import Request, Response, Validators

AT_ONCE, PER_HOST, MAX_HOPS = 64, 2, 10
#: Seconds for one feed in all, waiting for our own turn not counted.
DEADLINE = 30.0
_MAX_VALIDATOR = 1_000
_CONDITIONS = {"If-None-Match", "If-Modified-Since"}
_PERMANENT, _REDIRECTS = (301, 308), (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": f"Studywire/{reader.__version__} (desktop feed reader)",
    "Accept": "application/atom+xml, application/rss+xml, application/feed+json, "
    "application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1",
    "Accept-Encoding": "gzip",
}
_CUT = (pycurl.E_PARTIAL_FILE, pycurl.E_GOT_NOTHING, pycurl.E_HTTP2)
_NETWORK = (pycurl.E_COULDNT_CONNECT, pycurl.E_RECV_ERROR, pycurl.E_SEND_ERROR)
_INSECURE = (pycurl.E_SSL_CONNECT_ERROR, pycurl.E_SSL_CIPHER, pycurl.E_SSL_CACERT_BADFILE)
#: What OpenSSL says of a name that does not fit, where curl compared it itself.
_ANOTHER_NAME, _UNSPECIFIED = 62, 1


@dataclass(slots=True)
class _Hop:
    """What one server said: an answer, or where to ask instead."""

    response: Response | None = None
    location: str = ""
    status: int = 200


class Transfer:
    """All requests under way. Lives in one event loop, where it is made."""

    def __init__(self) -> None:
        self._open = Connections(openly)
        self._own = Connections(by_its_owner)
        self._through = Connections(anywhere)
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
            except TimeoutError as error:
                raise FetchError(refusals.TIMED_OUT.format(host, DEADLINE)) from error
            except InwardError as error:
                raise FetchError(refusals.INWARD.format(host)) from error
            except (OSError, ValueError) as error:
                raise failed(error, host) from error
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
        by: Connections,
        address: str,
        headers: dict[str, str],
        proxy: str,
        request: Request,
    ) -> _Hop:
        host, secure = urlsplit(address).hostname or "", address.startswith("https:")
        limit = min(request.limit or MAX_BODY, MAX_BODY)
        answer = Answer(host, limit, as_sent=request.as_sent, tunnelled=bool(proxy) and secure)
        curl = _told(address, headers, proxy)
        if self._wanted[host] == 1 and len(self._wanted) > 8:
            curl.setopt(pycurl.FORBID_REUSE, 1)  # nobody else asks it, and open sockets are counted
        await _performed(by, curl, answer, address, proxy)
        answer.check_end()
        if answer.status in _REDIRECTS:
            return _Hop(location=_location(answer.headers), status=answer.status)
        if answer.status == 304 and not _CONDITIONS & headers.keys():
            raise FetchError(refusals.UNASKED, 304)
        if answer.status not in (200, 304):
            raise refused(answer.status, host, answer.headers, time.time())
        return _Hop(_response(address, answer))


def _told(address: str, headers: dict[str, str], proxy: str) -> pycurl.Curl:
    """A request as curl wants it: no redirect, cookie, file of passwords or proxy but ours."""
    curl = pycurl.Curl()
    options: tuple[tuple[int, object], ...] = (
        (pycurl.URL, quote(address, safe="%/:=&?~#+!$,;'@()*[]|")),
        (pycurl.HTTPHEADER, [f"{name}: {value}" for name, value in headers.items()]),
        (pycurl.PROXY, _with_port(proxy)),
        (pycurl.NOPROXY, ""),
        (pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS),
        (pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_2TLS),
        (pycurl.PATH_AS_IS, 1),
        (pycurl.NOSIGNAL, 1),
        (pycurl.CONNECTTIMEOUT_MS, int(CONNECTING * 1_000)),
        (pycurl.BUFFERSIZE, 2**16),
    )
    secure = "https:" in (address[:6], proxy[:6])
    for option, value in options + (certificates.usual() if secure else ()):
        curl.setopt(option, value)
    return curl


def _with_port(proxy: str) -> str:
    """curl would take 1080 where none is said."""
    parts = urlsplit(proxy)
    port = 443 if parts.scheme == "https" else 80
    return proxy if parts.port or not proxy else f"{parts.scheme}://{parts.netloc}:{port}"


async def _performed(
    by: Connections, curl: pycurl.Curl, answer: Answer, address: str, proxy: str
) -> None:
    """Ask, by way of a proxy if there is one. Raises FetchError, OSError, ValueError."""
    curl.setopt(pycurl.HEADERFUNCTION, answer.head)
    curl.setopt(pycurl.WRITEFUNCTION, answer.take)
    through = urlsplit(proxy).hostname or ""
    try:
        await by.perform(curl, *_origin(proxy or address))
    except pycurl.error as error:
        if answer.error:
            raise answer.error from error
        if not answer.enough:
            raise _explained(curl, error, answer.host, through) from error
    except OSError as error:
        if through:
            raise FetchError(refusals.PROXY.format(through)) from error
        raise


def _explained(curl: pycurl.Curl, error: pycurl.error, host: str, through: str) -> FetchError:
    """What curl could not do, in words; `through` is the proxy."""
    code, words = _told_by(error)
    if through and _is_of_proxy(curl, code):
        return FetchError(refusals.PROXY.format(through))
    if code in _CUT:
        return FetchError(refusals.CUT)
    if code == pycurl.E_OPERATION_TIMEDOUT:
        return failed(TimeoutError(words), host)
    if code == pycurl.E_PEER_FAILED_VERIFICATION:
        distrusted = ssl.SSLCertVerificationError(1, words)
        number = curl.getinfo(pycurl.SSL_VERIFYRESULT)
        distrusted.verify_code = number if number > _UNSPECIFIED else _ANOTHER_NAME
        return failed(distrusted, host)
    if code in _INSECURE:
        return failed(ssl.SSLError(1, words), host)
    number = curl.getinfo(pycurl.OS_ERRNO) if code in _NETWORK else 0
    if code == pycurl.E_RECV_ERROR and not number:
        return FetchError(refusals.CUT)
    return failed(OSError(number, words) if number else ValueError(words), host)


def _told_by(error: pycurl.error) -> tuple[int, str]:
    """libcurl's number and its words."""
    args: tuple[object, ...] = error.args
    return int(str(args[0])), str(args[-1])


def _is_of_proxy(curl: pycurl.Curl, code: int) -> bool:
    """Whether it was the proxy that could not be reached, or did not let a tunnel through."""
    unreached = (pycurl.E_COULDNT_CONNECT, pycurl.E_COULDNT_RESOLVE_PROXY)
    return code in unreached or curl.getinfo(pycurl.HTTP_CONNECTCODE) not in (0, 200)


def _response(address: str, answer: Answer) -> Response:
    headers = answer.headers
    return Response(
        address,
        bytes(answer.body),
        headers.get("Content-Type", "")[:_MAX_VALIDATOR],
        Validators(_validator(headers.get("ETag")), _validator(headers.get("Last-Modified"))),
        answer.status,
        lifetime=manners.lifetime(headers, time.time()),
        packed=answer.packed,
    )


@lru_cache(256)
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
