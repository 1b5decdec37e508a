"""The house stands as ARCHITECTURE.md draws it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "reader").rglob("*.py"))
#: The whole top level; names with a dot are git's and the tools' own.
TOP_LEVEL = {
    *("reader", "resources", "tests", "main.py", "pyproject.toml"),
    *("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"),
}


def test_imports_go_down_only() -> None:
    contracts = (
        "import sys; from importlinter import cli; sys.exit(cli.lint_imports(no_cache=True))"
    )
    # in a process of its own, for it turns off what other tests log
    done = subprocess.run(
        [sys.executable, "-c", contracts], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_top_level_holds_what_was_agreed() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    names = {line.split("/")[0] for line in listed.stdout.splitlines()}
    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_short_and_says_what_it_is_for(module: Path) -> None:
    source = module.read_text("utf-8")
    assert source.count("\n") <= 300
    assert ast.get_docstring(ast.parse(source))


def test_verbs_work_without_qt_and_the_window_starts_without_the_parser() -> None:
    """Start-up time: nothing is imported before it is needed."""
    code = (
        "import sys, reader.app; "
        "assert not [m for m in sys.modules if m.startswith('PySide6')], 'Qt'; "
        "import reader.desktop.window; "
        "late = {'feedparser', 'pycurl', 'reader.study.extract'} & set(sys.modules); "
        "assert not late, late"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
