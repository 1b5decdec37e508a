"""Connections: to which numeric addresses they may lead, seen at the moment of connecting."""

import asyncio
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from reader.feeds.addresses import is_private, is_public, points_inward

#: Seconds for looking a name up, and for connecting.
CONNECTING = 10.0
_MAX_HEADER, _MAX_HEADERS = 65_536, 256


class InwardError(OSError):
    """An address of this machine or a private network, where it was not asked for."""


def session(allowed: Callable[[str, str], bool], **options: Any) -> aiohttp.ClientSession:
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


def openly(_host: str, ip: str) -> bool:
    return is_public(ip)


def by_its_owner(host: str, ip: str) -> bool:
    """What a user typed may lie on his network; on this machine, if its name says so."""
    return is_public(ip) or is_private(ip) or points_inward(f"http://{host}/")


def anywhere(_host: str, _ip: str) -> bool:
    """A proxy lies where the user or his system says."""
    return True


def public_socket(info: Any) -> socket.socket:
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
