"""Long work beside the window."""

import os
import sys
import threading

import pytest
from pytestqt.qtbot import QtBot

from reader.desktop.jobs import Jobs
from reader.model.change import Step, Steps


@pytest.mark.skipif(sys.platform != "linux", reason="threads have priorities of their own")
def test_long_work_and_what_it_starts_are_less_urgent_than_the_window(qtbot: QtBot) -> None:
    found: list[int] = []

    def look() -> None:
        found.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

    def work() -> Steps:
        look()
        other = threading.Thread(target=look)
        other.start()
        other.join()
        yield Step(1, 1, "")

    mine = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    jobs = Jobs()
    with qtbot.waitSignal(jobs.finished):
        jobs.start("Look", work())
    jobs.close()
    assert len(found) == 2
    assert all(one > mine or mine == 19 for one in found)
