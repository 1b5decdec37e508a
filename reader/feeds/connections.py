"""Connections: to which numeric addresses they may lead, seen at the moment of connecting."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import pycurl

from reader.feeds.addresses import is_private, is_public, points_inward

#: Seconds for looking a name up, and for connecting.
CONNECTING = 10.0
#: Seconds that an address is known, and that a connection waits to be used again.
_KNOWN, _KEPT = 60.0, 5.0
_MOST_KNOWN, _MOST_KEPT = 1_000, 32
Allowed = Callable[[str, str], bool]


class InwardError(OSError):
    """An address of this machine or a private network, where it was not asked for."""


def openly(_host: str, ip: str) -> bool:
    return is_public(ip)


def by_its_owner(host: str, ip: str) -> bool:
    """What a user typed may lie on his network; on this machine, if its name says so."""
    return is_public(ip) or is_private(ip) or points_inward(f"http://{host}/")


def anywhere(_host: str, _ip: str) -> bool:
    """A proxy lies where the user or his system says."""
    return True


@dataclass
class Gate:
    """The last look at an address: whatever led here, nothing is connected to that is not allowed."""

    host: str
    allowed: Allowed
    refused: bool = False
    _sockets: list[socket.socket] = field(default_factory=list)

    def open(self, _purpose: int, where: Any) -> Any:
        """A socket for curl, which makes its own of it; or a refusal."""
        ip = where.addr[0] if isinstance(where.addr, tuple) else ""
        if not self.allowed(self.host, ip):
            self.refused = True
            return pycurl.SOCKET_BAD
        made = socket.socket(where.family, where.socktype, where.protocol)
        self._sockets.append(made)
        return made

    def close(self) -> None:
        for each in self._sockets:
            each.close()


class Connections:
    """Those that lead only to such addresses as are allowed for a host. In one event loop."""

    def __init__(self, allowed: Allowed) -> None:
        self.allowed = allowed
        self._multi: pycurl.AsyncCurlMulti | None = None
        self._under_way = 0
        self._known: dict[tuple[str, int], tuple[float, list[str]]] = {}
        self._rest: asyncio.TimerHandle | None = None
        self._closing: set[asyncio.Task[None]] = set()

    async def perform(self, curl: pycurl.Curl, host: str, port: int) -> None:
        """Let curl do what it was told, by way of this host. Raises InwardError for one that leads
        where nothing may, OSError for one that is not found, pycurl.error.
        """
        found = await self._addresses(host, port)
        if found:
            curl.setopt(pycurl.RESOLVE, [f"{host}:{port}:{','.join(found)}"])
        gate = Gate(host, self.allowed)
        curl.setopt(pycurl.OPENSOCKETFUNCTION, gate.open)
        self._under_way += 1
        try:
            await self._opened().perform(curl)
        except pycurl.error as error:
            if gate.refused:
                raise InwardError(host) from error
            raise
        finally:
            gate.close()
            self._under_way -= 1
            self._leave()

    async def close(self) -> None:
        if self._rest:
            self._rest.cancel()
        if self._multi:
            await self._multi.aclose()

    def _opened(self) -> pycurl.AsyncCurlMulti:
        if self._rest:
            self._rest.cancel()
        if not self._multi:
            self._multi = pycurl.AsyncCurlMulti()
            self._multi.setopt(pycurl.M_MAXCONNECTS, _MOST_KEPT)
        return self._multi

    def _leave(self) -> None:
        """Nobody keeps a server's connections open who has nothing more to ask."""
        if not self._under_way and self._multi:
            self._rest = asyncio.get_running_loop().call_later(_KEPT, self._let_go)

    def _let_go(self) -> None:
        if self._multi and not self._under_way:
            task = asyncio.get_running_loop().create_task(self._multi.aclose())
            self._closing.add(task)
            task.add_done_callback(self._closing.discard)
            self._multi = None

    async def _addresses(self, host: str, port: int) -> list[str]:
        """Where curl is to look for a name, so that it cannot point elsewhere meanwhile; nothing
        for what is a number already."""
        if _is_number(host):
            _kept(host, [host], self.allowed)
            return []
        until, found = self._known.get((host, port), (0.0, []))
        if until < time.monotonic():
            answers = await _looked_up(host, port)
            found = _kept(host, [str(where[0]) for *_, where in answers], self.allowed)
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[host, port] = (time.monotonic() + _KNOWN, found)
        return found


def _kept(host: str, found: Iterable[str], allowed: Allowed) -> list[str]:
    """The allowed ones, each once, as curl writes them. Raises InwardError if there is none."""
    kept = [ip for ip in dict.fromkeys(found) if allowed(host, ip)]
    if not kept:
        raise InwardError(host)
    return [f"[{ip}]" if ":" in ip else ip for ip in kept]


def _is_number(host: str) -> bool:
    for family in (socket.AF_INET, socket.AF_INET6):
        with suppress(OSError, ValueError):
            socket.inet_pton(family, host)
            return True
    return False


async def _looked_up(host: str, port: int) -> list[Any]:
    """What the name service says; no answer within CONNECTING is its "not now" (EAI_AGAIN). Its
    threads cannot be stopped, so they are daemons."""
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
            outcome = (socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM),)
        except (OSError, ValueError) as error:
            outcome = ([], error)
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(settle, *outcome)

    threading.Thread(target=look_up, name="name service", daemon=True).start()
    try:
        async with asyncio.timeout(CONNECTING):
            return await answer
    except TimeoutError as error:
        raise socket.gaierror(socket.EAI_AGAIN, "the name service does not answer") from error
