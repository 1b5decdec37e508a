"""What happens in a child process: its limits, and one task after another."""

import contextlib
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

#: Memory that work may take beyond what the interpreter itself needs, in bytes.
MEMORY = 400 * 2**20
#: Exit status of a child that ran out of memory.
OUT_OF_MEMORY = 77
#: Processor seconds beyond a task's limit after which the system itself ends the child.
_GRACE = 5
_NICE = 10
#: New objects after which Python looks for cycles: feeds and texts make hardly any, and few last.
_OBJECTS = 50_000

T = TypeVar("T")


def settle_in() -> None:
    """Prepare a new child: low priority, limited memory, no input, and an end with its parent."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # at once, even within a library in C
    for stream, mode in ((0, os.O_RDONLY), (1, os.O_WRONLY)):
        with contextlib.suppress(OSError):
            null = os.open(os.devnull, mode)
            os.dup2(null, stream)
            os.close(null)
    if hasattr(os, "nice"):
        os.nice(_NICE)
    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()
    gc.set_threshold(_OBJECTS, 20, 20)
    _limit_memory()


def perform(function: Callable[..., T], args: tuple[Any, ...], seconds: float) -> T:
    """Do one task. Without memory the child ends, and a fresh one takes its place."""
    _limit_processor(seconds)
    try:
        return function(*args)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _end_with_parent() -> None:
    """A parent that was killed cannot stop its children."""
    import multiprocessing
    from multiprocessing.connection import wait

    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
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
