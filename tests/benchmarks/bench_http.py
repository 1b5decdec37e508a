"""httpx, aiohttp or libcurl: what the same 200 feeds cost with each, and what it costs to import them.

    python tests/benchmarks/bench_http.py TOOLS [--rounds 5] [--latency 0]

TOOLS is a folder with make_feeds.py and serve_feeds.py, which write and serve feeds on loopback.
Each measurement is a process of its own: import, first fetch of all feeds, then all again with
their validators (304). Prints medians; `reader` is our own `Fetcher`, `none` a bare interpreter.
"""

import argparse
import asyncio
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

AT_ONCE = 64
Fetch = Callable[[str, dict[str, str]], Awaitable[dict[str, str]]]


def main() -> None:
    """Run all rounds, or with --child one measurement."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("tools", type=Path)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--feeds", type=int, default=200)
    options.add_argument("--latency", default="0")
    options.add_argument("--child", nargs=2, metavar=("LIBRARY", "URLS"))
    given = options.parse_args()
    if given.child:
        sys.stdout.write(json.dumps(measure(given.child[0], Path(given.child[1]))))
        return
    with tempfile.TemporaryDirectory() as folder:
        feeds = Path(folder) / "feeds"
        make = [sys.executable, given.tools / "make_feeds.py", "--out", feeds]
        subprocess.run(
            [*make, "--feeds", str(given.feeds), "--entries", "30", "30", "--port", "8931"],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        rounds(given, feeds)


def rounds(given: argparse.Namespace, feeds: Path) -> None:
    """Interleaved, so that all suffer alike from a busy machine."""
    serve = [sys.executable, str(given.tools / "serve_feeds.py"), "--dir", str(feeds)]
    server = subprocess.Popen([*serve, "--latency", given.latency], stdout=subprocess.PIPE)
    assert server.stdout
    server.stdout.readline()
    results: dict[str, list[dict[str, float]]] = {}
    try:
        for _ in range(given.rounds):
            for library in ("none", "httpx", "aiohttp", "pycurl", "reader"):
                child = [sys.executable, __file__, str(given.tools), "--child", library]
                out = subprocess.run(
                    [*child, str(feeds / "urls.txt")], check=True, capture_output=True
                )
                results.setdefault(library, []).append(json.loads(out.stdout))
    finally:
        server.terminate()
        server.wait()
    for library, found in results.items():
        medians = {key: round(statistics.median(r[key] for r in found), 3) for key in found[0]}
        sys.stdout.write(f"{library:8} {medians}\n")


def measure(library: str, urls: Path) -> dict[str, float]:
    """Seconds, CPU seconds and MiB of one library in this process."""
    addresses = urls.read_text(encoding="utf-8").split()
    figures: dict[str, float] = {}
    start = _clock()
    if library == "reader":
        from reader.feeds.fetch import Fetcher
        from reader.model.feed import Request

        figures |= _since(start, "import")
        start = _clock()
        fetcher = Fetcher()
        answers = [f.result() for f in [fetcher.submit(Request(a, local=True)) for a in addresses]]
        figures |= _since(start, "first")
        start = _clock()
        again = [
            fetcher.submit(Request(a, answer.validators, local=True))
            for a, answer in zip(addresses, answers, strict=True)
            if answer
        ]
        assert all(future.result().unchanged for future in again)
        figures |= _since(start, "304")
        fetcher.close()
    elif library != "none":
        figures = asyncio.run(
            {"httpx": _httpx, "aiohttp": _aiohttp, "pycurl": _pycurl}[library](addresses)
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {**figures, "cpu all": time.process_time(), "MiB": peak}


async def _httpx(addresses: list[str]) -> dict[str, float]:
    start = _clock()
    import httpx  # type: ignore[import-not-found,unused-ignore]

    figures = _since(start, "import")
    start = _clock()
    limits = httpx.Limits(max_connections=AT_ONCE)
    async with httpx.AsyncClient(timeout=30, limits=limits, trust_env=False) as client:

        async def fetch(address: str, headers: dict[str, str]) -> dict[str, str]:
            async with client.stream("GET", address, headers=headers) as answer:
                async for _ in answer.aiter_bytes():
                    pass
                return _validators(answer.status_code, headers, answer.headers)

        return figures | await _twice(fetch, addresses, start)


async def _aiohttp(addresses: list[str]) -> dict[str, float]:
    start = _clock()
    import aiohttp  # type: ignore[import-not-found,unused-ignore]

    figures = _since(start, "import")
    start = _clock()
    connector = aiohttp.TCPConnector(limit=AT_ONCE, limit_per_host=2)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def fetch(address: str, headers: dict[str, str]) -> dict[str, str]:
            async with session.get(address, headers=headers) as answer:
                async for _ in answer.content.iter_any():
                    pass
                return _validators(answer.status, headers, answer.headers)

        return figures | await _twice(fetch, addresses, start)


async def _pycurl(addresses: list[str]) -> dict[str, float]:
    start = _clock()
    import pycurl

    figures = _since(start, "import")
    start = _clock()
    async with pycurl.AsyncCurlMulti() as multi:

        async def fetch(address: str, headers: dict[str, str]) -> dict[str, str]:
            curl, lines = pycurl.Curl(), list[bytes]()
            curl.setopt(pycurl.URL, address)
            curl.setopt(pycurl.HTTPHEADER, [f"{name}: {value}" for name, value in headers.items()])
            curl.setopt(pycurl.HEADERFUNCTION, lines.append)
            curl.setopt(pycurl.WRITEFUNCTION, len)
            await multi.perform(curl)
            found = dict(line.decode().strip().split(": ", 1) for line in lines if b": " in line)
            return _validators(curl.getinfo(pycurl.RESPONSE_CODE), headers, found)

        return figures | await _twice(fetch, addresses, start)


def _validators(status: int, asked: dict[str, str], headers: Any) -> dict[str, str]:
    assert status == (304 if asked else 200), status
    return {"If-None-Match": headers["ETag"], "If-Modified-Since": headers["Last-Modified"]}


async def _twice(fetch: Fetch, addresses: list[str], start: list[float]) -> dict[str, float]:
    room = asyncio.Semaphore(AT_ONCE)

    async def one(address: str, headers: dict[str, str]) -> dict[str, str]:
        async with room:
            return await fetch(address, headers)

    known = await asyncio.gather(*(one(address, {}) for address in addresses))
    figures = _since(start, "first")
    start = _clock()
    await asyncio.gather(*map(one, addresses, known))
    return figures | _since(start, "304")


def _clock() -> list[float]:
    return [time.perf_counter(), time.process_time()]


def _since(start: list[float], name: str) -> dict[str, float]:
    wall, cpu = (now - then for now, then in zip(_clock(), start, strict=True))
    return {f"{name} s": wall, f"{name} cpu": cpu}


if __name__ == "__main__":
    main()
