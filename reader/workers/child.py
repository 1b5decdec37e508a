"""What happens in a child process: its limits, and one task after another."""

import contextlib
import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from queue import SimpleQueue
from typing import Any, TypeVar

from reader.workers.frames import receive, say_ready, send

#: Memory that work may take beyond what the interpreter itself needs, in bytes: both networks of the second
#: reader take some 340 MiB of address space.
MEMORY = 480 * 2**20
#: Exit status of a child that ran out of memory.
OUT_OF_MEMORY = 77
#: Processor seconds beyond a task's limit after which the system itself ends the child.
_GRACE = 5
_NICE = 10
#: New objects after which Python looks for cycles: feeds and texts make hardly any, and few last.
_OBJECTS = 50_000

T = TypeVar("T")


def serve() -> None:
    """All that a child does: one task after another, as they come, until its parent is gone."""
    inbox, outbox = FileIO(os.dup(0)), FileIO(os.dup(1), "w")
    tasks: SimpleQueue[bytearray] = SimpleQueue()
    settle_in(inbox, tasks)
    say_ready(outbox)
    while True:
        send(outbox, _answer(tasks.get()))


def settle_in(inbox: FileIO, tasks: "SimpleQueue[bytearray]") -> None:
    """Prepare a new child: low priority, limited memory, no input, and an end with its parent."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # at once, even within a library in C
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # its parent says when it ends
    for stream, mode in ((0, os.O_RDONLY), (1, os.O_WRONLY)):
        with contextlib.suppress(OSError):
            null = os.open(os.devnull, mode)
            os.dup2(null, stream)
            os.close(null)
    if hasattr(os, "nice"):
        os.nice(_NICE)
    listening = threading.Event()
    threading.Thread(
        target=_listen, args=(inbox, tasks, listening), name="parent", daemon=True
    ).start()
    gc.set_threshold(_OBJECTS, 20, 20)
    listening.wait()
    _limit_memory()


def perform(function: Callable[..., T], args: tuple[Any, ...], seconds: float) -> T:
    """Do one task. Without memory the child ends, and a fresh one takes its place."""
    _limit_processor(seconds)
    try:
        return function(*args)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _answer(message: bytearray) -> bytes:
    """What came of a task, for `reader.workers.lane`: whether it went well, and the result or error."""
    try:
        function, args, seconds = pickle.loads(message)
        return pickle.dumps((True, perform(function, args, seconds)), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except BaseException as error:  # noqa: BLE001 (whatever it raises is told)
        return _failure(error)


def _failure(error: BaseException) -> bytes:
    try:
        return pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)
    except Exception:  # noqa: BLE001 (some errors hold what cannot be sent)
        return pickle.dumps((False, RuntimeError(repr(error))), pickle.HIGHEST_PROTOCOL)


def _listen(inbox: FileIO, tasks: "SimpleQueue[bytearray]", listening: threading.Event) -> None:
    """Take in tasks, the next while one is done. A parent that was killed cannot stop its children:
    they end when nothing can come from it any more."""
    bytearray(2**16)  # the C library sets memory aside for a thread, which is not the tasks' use
    listening.set()
    try:
        while True:
            tasks.put(receive(inbox))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (EOFError, OSError):
        os._exit(1)


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + MEMORY
        with contextlib.suppress(ValueError, OSError):  # a lower limit is set already
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _limit_processor(seconds: float) -> None:
    """The last resort for a task that no signal of ours reaches, as when the parent is gone."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime + seconds) + _GRACE
        with contextlib.suppress(ValueError, OSError):
            hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
            resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))
