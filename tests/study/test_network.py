"""The networks of the second reader keep to themselves, and to the memory of a worker."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.study.phrases import network
from reader.study.phrases.closely import study_closely
from reader.study.phrases.second import SecondReader
from tests.fakes import Classifier

_READS = """
import os
from reader.study.phrases.second import second_reader
second = second_reader()
second.marker.mark("A trial of 30 people.")
print(len(os.listdir("/proc/self/task")) if os.path.isdir("/proc/self/task") else 1)
"""


def test_nothing_is_kept_of_the_user_for_others_and_no_thread_is_started(tmp_path: Path) -> None:
    pytest.importorskip("tokenizers")
    ours = ("ORT_DISABLE_TELEMETRY", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")
    given = {name: value for name, value in os.environ.items() if name not in ours}
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_CACHE_HOME", "USERPROFILE")}
    path = os.pathsep.join(sys.path)
    told = subprocess.run(
        [sys.executable, "-c", _READS],
        env={**given, **homes, "LOCALAPPDATA": str(tmp_path), "PYTHONPATH": path},
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert told.stdout.split() == [b"1"]
    assert list(tmp_path.rglob("*")) == []


class Failing:
    """A network that cannot answer."""

    def __init__(self, words: str) -> None:
        self._words = words

    def run(self, *_: Any) -> Any:
        raise RuntimeError(self._words)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("Exception during initialization: std::bad_alloc", MemoryError),
        ("Failed to allocate memory for requested buffer of size 7", MemoryError),
        ("Invalid rank for input", RuntimeError),
    ],
)
def test_a_network_that_lacks_memory_says_so(words: str, error: type[Exception]) -> None:
    pytest.importorskip("numpy")
    with pytest.raises(error):
        network.run(Failing(words), [1, 2, 3])


def test_a_text_that_reports_no_study_is_not_marked() -> None:
    class Idle(Classifier):
        """Reads nothing."""

        def mark(self, text: str) -> Any:
            raise AssertionError("It was asked.")

    marker: Any = Idle()
    words = "The choir of the town sang for two hours on Sunday, and everybody liked it very much."
    card = study_closely(words, SecondReader(marker))
    assert card.is_study.value is False
    assert card.extractor.endswith(f"+{Idle.name}")
