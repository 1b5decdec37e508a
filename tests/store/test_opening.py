"""Opening the archive."""

import subprocess
import sys


def test_opening_an_archive_loads_no_numbers_library() -> None:
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, reader.store.store; print('numpy' in sys.modules)\n"
            "import numpy; print(numpy.arange(3).sum())",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.split() == ["False", "3"]
