"""Collections of hostile text that lie beside the project, where they do."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ROOT.parent / "shared" / "tools" / "safety"

pytestmark = pytest.mark.skipif(not TOOLS.is_dir(), reason="the collections are not here")


@pytest.mark.parametrize("kind", ["csv", "filenames", "markdown", "html", "bibtex", "ris", "json"])
def test_the_suite_holds(kind: str) -> None:
    if kind in ("markdown", "html") and not importlib.util.find_spec("html5lib"):
        pytest.skip("html5lib is not installed")
    run = subprocess.run(
        [sys.executable, str(TOOLS / "run_more.py"), kind, f"tests.export.seams:{kind}"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(TOOLS)))},
    )
    assert run.returncode == 0, run.stdout[-2_000:] + run.stderr[-2_000:]
