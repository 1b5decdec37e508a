"""Fetching: requests go in from any thread, answers come out as futures.

The network's own work runs in one event loop on a thread of its own (`reader.feeds.transfer`),
which starts with the first request: nothing of it is imported before.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

from reader.model.errors import ReaderError
from reader.model.feed import Request, Response

if TYPE_CHECKING:
    import asyncio

    from reader.feeds.transfer import Transfer

#: Seconds that closing may take.
_PATIENCE = 1.0
T = TypeVar("T")


class Fetcher:
    """Fetches feeds: at most 64 at once, 2 of one host, 30 seconds each. Close it at the end."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None  # from the first request on
        self._thread: threading.Thread | None = None
        self._transfer: Transfer | None = None
        self._under_way: set[Future[Response]] = set()
        self._closed = False

    def submit(self, request: Request) -> "Future[Response]":
        """Ask for a feed. The future's result may say "not changed"; or it raises FeedError."""
        with self._lock:
            if self._closed:
                raise RuntimeError("this fetcher is closed")
            if request.address[:5].lower() == "file:":
                future = _in_thread(lambda: _read(request))
            else:
                future = self._in_loop(request)
            self._under_way.add(future)
        future.add_done_callback(self._forget)
        return future

    def get(self, request: Request) -> Response:
        """Ask for a feed and wait. Raises FeedError, or CancelledError after `cancel`."""
        return self.submit(request).result()

    def cancel(self) -> None:
        """Stop all that is under way. Their futures are cancelled at once."""
        with self._lock:
            futures = list(self._under_way)
        for future in futures:
            future.cancel()

    def close(self) -> None:
        """Stop everything and free what it holds, within a second. May be called twice."""
        with self._lock:
            self._closed = True
            loop, thread = self._loop, self._thread
            self._loop = self._thread = None
        self.cancel()
        if loop and thread:
            loop.call_soon_threadsafe(loop.stop)
            thread.join(_PATIENCE)

    def _in_loop(self, request: Request) -> "Future[Response]":
        import asyncio

        if not self._loop:
            self._loop = asyncio.SelectorEventLoop()  # curl's sockets need one, on Windows too
            self._thread = threading.Thread(
                target=self._run, args=(self._loop,), name="fetcher", daemon=True
            )
            self._thread.start()
        return asyncio.run_coroutine_threadsafe(self._get(request), self._loop)

    def _run(self, loop: "asyncio.AbstractEventLoop") -> None:
        try:
            loop.run_forever()
        finally:
            loop.run_until_complete(self._end())
            loop.close()

    async def _get(self, request: Request) -> Response:
        if self._transfer is None:
            from reader.feeds.transfer import Transfer  # imports libcurl

            self._transfer = Transfer()
        return await self._transfer.get(request)

    async def _end(self) -> None:
        import asyncio

        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)
        if self._transfer:
            await self._transfer.close()

    def _forget(self, future: "Future[Response]") -> None:
        with self._lock:
            self._under_way.discard(future)


def _read(request: Request) -> Response:
    from reader.feeds.files import read_file  # few feeds are files

    return read_file(request)


def _in_thread(function: Callable[[], T]) -> "Future[T]":
    """Files can be slow too: on a network drive, or a disk that sleeps."""
    future: Future[T] = Future()

    def work() -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(function())
        except ReaderError as error:
            future.set_exception(error)

    threading.Thread(target=work, name="file", daemon=True).start()
    return future
