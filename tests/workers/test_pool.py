"""Child processes that can be stopped."""

import operator
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future, wait
from pathlib import Path
from typing import Any

import pytest

from reader.feeds.parse import parse
from reader.model.errors import FetchError, ParseError, WorkerError
from reader.model.feed import Response
from reader.workers import lane
from reader.workers.pool import Workers

ROOT = Path(__file__).parents[2]
#: Where there is no limit of memory to set, a child that eats it would eat all there is.
HAS_MEMORY_LIMIT = sys.platform == "linux"


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers(1)
    yield made
    made.close()


def test_work_is_done_elsewhere(workers: Workers) -> None:
    assert workers.submit(operator.add, 2, 3, seconds=30).result() == 5
    assert workers.submit(os.getpid, seconds=30).result() != os.getpid()


def test_nothing_is_started_before_the_first_task() -> None:
    before = ours()
    workers = Workers()
    assert ours() == before
    workers.close()


def test_what_a_task_raises_comes_through_unchanged(workers: Workers) -> None:
    with pytest.raises(ParseError, match="empty"):
        workers.submit(parse, Response("", b""), seconds=30).result()
    code = "from reader.model.errors import FetchError\nraise FetchError('Gone.', 410)"
    with pytest.raises(FetchError, match="Gone") as caught:
        workers.submit(exec, code, seconds=30).result()
    assert caught.value.status == 410
    with pytest.raises(ZeroDivisionError):
        workers.submit(operator.truediv, 1, 0, seconds=30).result()


def test_errors_keep_their_status_when_pickled() -> None:
    assert pickle.loads(pickle.dumps(FetchError("Gone.", 410))).status == 410


def test_a_task_that_sleeps_for_ever_is_stopped_and_the_next_one_works(workers: Workers) -> None:
    with pytest.raises(WorkerError, match=r"longer than 0\.3 seconds"):
        workers.submit(time.sleep, 1_000, seconds=0.3).result()
    assert workers.submit(operator.add, 2, 3, seconds=30).result() == 5


def test_a_task_that_no_signal_reaches_is_stopped(workers: Workers) -> None:
    """A regular expression that runs away holds the interpreter's lock."""
    code = "import re; re.match('(a+)+$', 'a' * 64 + 'b')"
    with pytest.raises(WorkerError, match="longer"):
        workers.submit(exec, code, seconds=0.3).result()


@pytest.mark.skipif(not HAS_MEMORY_LIMIT, reason="no limit of memory on this system")
def test_a_task_that_eats_memory_is_stopped_and_the_next_one_works(workers: Workers) -> None:
    eat = "held = []\nwhile True:\n    held.append(bytearray(10_000_000))"
    with pytest.raises(WorkerError, match="memory"):
        workers.submit(exec, eat, seconds=60).result()
    assert workers.submit(operator.add, 2, 3, seconds=30).result() == 5


@pytest.mark.parametrize("status", [0, 1, 3])
def test_a_child_that_dies_is_replaced(workers: Workers, status: int) -> None:
    if status:
        with pytest.raises(WorkerError, match="broke"):
            workers.submit(os._exit, status, seconds=30).result()
    assert workers.submit(operator.add, 2, 3, seconds=30).result() == 5


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_child_killed_while_idle_is_replaced(workers: Workers) -> None:
    child = workers.submit(os.getpid, seconds=30).result()
    os.kill(child, signal.SIGKILL)
    for _ in range(3):  # the death may be noticed with a task already given
        try:
            assert workers.submit(operator.add, 2, 3, seconds=30).result() == 5
        except WorkerError:
            continue
        break
    else:
        pytest.fail("no child took over")


def test_cancelling_a_task_under_way_kills_its_child_alone() -> None:
    workers = Workers(2)
    long = workers.submit(time.sleep, 1_000, seconds=2_000)
    other = workers.submit(time.sleep, 0.5, seconds=60)
    time.sleep(0.2)
    assert long.cancel()
    assert long.cancelled()
    with pytest.raises(CancelledError):
        long.result()
    other.result()
    assert workers.submit(operator.add, 2, 3, seconds=30).result() == 5
    workers.close()


def test_light_work_shares_one_child_and_heavy_work_gets_another() -> None:
    workers = Workers(3)
    light = [workers.submit(os.getpid, seconds=60, light=True) for _ in range(6)]
    assert len({future.result() for future in light}) == 1
    long = workers.submit(time.sleep, 1_000, seconds=2_000)
    heavy = workers.submit(os.getpid, seconds=60)
    assert heavy.result() != light[0].result()
    assert not long.done()
    workers.close()


def test_light_work_passes_a_child_that_is_held_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lane, "HELD_UP", 0.0)
    workers = Workers(2)
    workers.submit(len, "the child has started", seconds=60, light=True).result()
    long = workers.submit(time.sleep, 1_000, seconds=2_000, light=True)
    assert workers.submit(operator.add, 2, 3, seconds=60, light=True).result() == 5
    assert not long.done()
    workers.close()


def test_tasks_behind_one_that_is_stopped_are_done_by_the_next_child(workers: Workers) -> None:
    workers.submit(len, "the child has started", seconds=60, light=True).result()
    long = workers.submit(time.sleep, 1_000, seconds=0.5, light=True)
    behind = [workers.submit(operator.add, n, 1, seconds=60, light=True) for n in range(5)]
    with pytest.raises(WorkerError, match="longer"):
        long.result()
    assert [future.result() for future in behind] == [1, 2, 3, 4, 5]


def test_a_task_that_breaks_its_child_takes_no_other_with_it(workers: Workers) -> None:
    tasks = [workers.submit(operator.add, 2, 3, seconds=60, light=True)]
    broken = workers.submit(os._exit, 3, seconds=60, light=True)
    tasks += [workers.submit(operator.add, 2, 3, seconds=60, light=True) for _ in range(3)]
    with pytest.raises(WorkerError, match="broke"):
        broken.result()
    assert [task.result() for task in tasks] == [5, 5, 5, 5]


def test_a_task_that_waits_behind_another_can_be_cancelled(workers: Workers) -> None:
    first = workers.submit(time.sleep, 1, seconds=60, light=True)
    others = [workers.submit(time.sleep, 1_000, seconds=2_000, light=True) for _ in range(3)]
    assert all(other.cancel() for other in others)
    assert all(other.cancel() for other in others)
    assert not wait(others, timeout=5).not_done
    assert first.result() is None
    assert workers.submit(operator.add, 2, 3, seconds=60, light=True).result() == 5


def test_what_cannot_be_sent_back_is_an_error_of_its_task_alone(workers: Workers) -> None:
    with pytest.raises((TypeError, AttributeError, pickle.PicklingError)):
        workers.submit(eval, "lambda: 1", seconds=60).result()
    bad = "class Bad(Exception):\n def __reduce__(self): return 1\nraise Bad('no')"
    with pytest.raises(RuntimeError, match="Bad"):
        workers.submit(exec, bad, seconds=60).result()
    with pytest.raises(SystemExit):
        workers.submit(sys.exit, 3, seconds=60).result()
    assert workers.submit(operator.add, 2, 3, seconds=60).result() == 5


def test_an_error_that_cannot_be_read_here_is_told_in_words(workers: Workers) -> None:
    far = "class Far(Exception): pass\nFar.__module__ = 'nowhere'\n"
    far += "import sys, types\nsys.modules['nowhere'] = types.SimpleNamespace(Far=Far)\nraise Far"
    with pytest.raises(WorkerError, match="could not be read"):
        workers.submit(exec, far, {}, seconds=60).result()
    assert workers.submit(operator.add, 2, 3, seconds=60).result() == 5


def test_where_no_child_can_be_started_its_tasks_say_so(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(sys, "executable", "/nowhere/python")
        with pytest.raises(WorkerError):
            workers.submit(operator.add, 2, 3, seconds=60).result(timeout=60)
    assert workers.submit(operator.add, 2, 3, seconds=60).result() == 5


def test_many_large_tasks_go_through_one_child(workers: Workers) -> None:
    large = [bytes([n]) * 3_000_000 for n in range(8)]
    tasks = [workers.submit(bytes.upper, one, seconds=60, light=True) for one in large]
    assert [task.result()[:1] for task in tasks] == [one[:1].upper() for one in large]


def test_closing_cancels_all_and_leaves_no_child() -> None:
    before = ours()
    workers = Workers(2)
    futures: list[Future[Any]] = [
        workers.submit(time.sleep, 1_000, seconds=2_000) for _ in range(5)
    ]
    futures += [workers.submit(len, bytes(5_000_000), seconds=60) for _ in range(3)]
    workers.close()
    workers.close()
    assert not wait(futures, timeout=5).not_done
    assert all(future.cancelled() for future in futures[:5])
    assert ours() == before
    with pytest.raises(RuntimeError):
        workers.submit(len, "x", seconds=1)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc")
def test_at_rest_there_is_no_child_and_the_next_task_starts_one(workers: Workers) -> None:
    before = ours()
    busy = workers.submit(time.sleep, 0.5, seconds=60)
    workers.rest()
    busy.result()
    assert ours() != before
    workers.rest()
    for _ in range(200):
        if ours() == before:
            break
        time.sleep(0.05)
    assert ours() == before
    assert workers.submit(operator.add, 2, 3, seconds=30).result() == 5


def ours() -> list[str]:
    """Our children that are alive, where the system tells."""
    tasks = Path("/proc/self/task").glob("*/children")
    return sorted(pid for task in tasks for pid in task.read_text("ascii").split())


def test_a_child_knows_no_window_and_no_archive_and_reads_no_input(workers: Workers) -> None:
    names = workers.submit(eval, "sorted(__import__('sys').modules)", seconds=30).result()
    assert not {"PySide6", "sqlite3", "sqlite_utils", "pycurl"} & set(names)
    assert workers.submit(os.read, 0, 10, seconds=30).result() == b""


@pytest.mark.skipif(not hasattr(os, "nice"), reason="no priorities on this system")
def test_a_child_steps_back_behind_the_window(workers: Workers) -> None:
    assert workers.submit(os.nice, 0, seconds=30).result() > os.nice(0)


PROGRAM = """
import operator, os, sys, time
from reader.workers.pool import Workers

if __name__ == "__main__":
    workers = Workers(1)
    print(workers.submit(operator.add, 2, 3, seconds=30).result())
    print(workers.submit(os.getpid, seconds=30).result(), flush=True)
    if "die" in sys.argv:
        workers.submit(time.sleep, 1000, seconds=2000)
        time.sleep(0.2)
        os._exit(1)
    workers.close()
"""


def test_it_works_in_a_program_started_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(PROGRAM)
    assert run(tmp_path / "program.py")[0] == "5"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc")
def test_children_end_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(PROGRAM)
    child = run(tmp_path / "program.py", "die")[1]
    for _ in range(100):
        if not Path(f"/proc/{child}").exists():
            return
        time.sleep(0.05)
    pytest.fail("the child lives on")


def run(program: Path, *arguments: str) -> list[str]:
    out = subprocess.run(
        [sys.executable, str(program), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=not arguments,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return out.stdout.split()
