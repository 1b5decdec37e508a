"""One child process, and the two threads of ours that talk with it."""

import pickle
import subprocess
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from io import BufferedReader, RawIOBase
from typing import Any, Protocol, cast

from reader.model.errors import WorkerError
from reader.workers.frames import receive, send, until_ready
from reader.workers.task import Task

#: Seconds that a child may take to start, on a busy machine.
STARTING = 60.0
#: Bytes on their way to a child.
_PIPE = 2**19
#: Bytes that most answers have not.
_ANSWER = 2**16
_PROGRAM = "import sys; sys.path[:] = {!r}; from reader.workers.child import serve; serve()"
_UNREADABLE = "What came back of this could not be read."


class Giver(Protocol):
    """Where a child's tasks come from, and what becomes of them."""

    def take(self, process: "Process") -> Task[Any] | None:
        """The next task, which now is the child's; None if there will be none for it."""
        ...

    def answered(self, process: "Process", *, well: bool, came: Any) -> None: ...

    def lost(self, process: "Process", status: int | None) -> None:
        """The child has ended."""
        ...


class Process:
    """Tasks go in and answers come out in the same order. What is said here of time and of tasks is
    changed by its `Giver` alone, under its lock."""

    def __init__(self, giver: Giver) -> None:
        self._giver = giver
        #: Its tasks: the first is being done.
        self.given: deque[Task[Any]] = deque()
        #: When it is stopped, and for what.
        self.due = time.monotonic() + STARTING
        self.stopped_for: Task[Any] | None = None
        self.is_ready = self.is_over = False
        self._process = subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        _widen(self._process.stdin)
        threading.Thread(target=self._hand_out, name="tasks", daemon=True).start()
        self._answers = threading.Thread(target=self._take_back, name="answers", daemon=True)
        self._answers.start()

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def join(self, seconds: float) -> None:
        """Wait for its end."""
        self._answers.join(seconds)

    def _hand_out(self) -> None:
        stream: Any = self._process.stdin
        with stream, suppress(OSError):  # it has ended, which the other thread sees
            while task := self._giver.take(self):
                send(stream, task.message)

    def _take_back(self) -> None:
        stream = BufferedReader(cast(RawIOBase, self._process.stdout), _ANSWER)
        try:
            until_ready(stream)
            self._giver.answered(self, well=True, came=None)
            while True:
                well, came = _read(receive(stream))
                self._giver.answered(self, well=well, came=came)
        except (EOFError, OSError, MemoryError):
            self._process.kill()
        stream.close()
        self._giver.lost(self, self._process.wait())


def _read(message: bytearray) -> tuple[bool, Any]:
    try:
        well, came = pickle.loads(message)
    except Exception:  # noqa: BLE001 (what errors of any library are made of)
        return False, WorkerError(_UNREADABLE)
    return well, came


def _widen(pipe: Any) -> None:
    """Let a whole feed be handed over at once, where the system can."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE)


def _command() -> list[str]:
    path = [place for place in sys.path if isinstance(place, str)]
    alone = ["-I"] if sys.flags.isolated else []
    return [sys.executable, "-P", *alone, "-c", _PROGRAM.format(path)]
