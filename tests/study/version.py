"""The version of the extractor, raised where what it says may have changed.

    python -m tests.study.version

After a change of the extractor, run this before `tests.study.golden`: archives are studied anew when
the version is another. With `--same` the number stays: for a change that alters no card.
"""

import argparse
import hashlib
from pathlib import Path

from reader.study.version import VERSION

ROOT = Path(__file__).parents[2]
RECORD = ROOT / "tests/data/extractor.txt"
_SOURCE = ROOT / "reader/study/version.py"
_PARTS = ("reader/study/**/*.py", "resources/models/*.json", "resources/vocabulary/*")
#: What says how to be quick, not what to say.
_APART = frozenset({"version.py", "needs.json"})


def digest() -> str:
    """SHA-256 over the rules, models and lists, whatever ends their lines."""
    made = hashlib.sha256()
    paths = {path for part in _PARTS for path in ROOT.glob(part) if path.name not in _APART}
    for path in sorted(paths, key=lambda path: path.relative_to(ROOT).as_posix()):
        made.update(path.relative_to(ROOT).as_posix().encode())
        made.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return made.hexdigest()


def recorded() -> tuple[str, str]:
    """The version and what the extractor was when it got it."""
    version, _, known = RECORD.read_text("utf-8").strip().partition(" ")
    return version, known


def write(*, same: bool = False) -> None:
    """Raise the version if the extractor has changed, and record what it is now."""
    version, known = recorded()
    now = digest()
    if now != known and not same:
        first, _, second = version.partition(".")
        version = f"{first}.{int(second) + 1}"
        text = _SOURCE.read_text("utf-8").replace(f'"{VERSION}"', f'"{version}"')
        _SOURCE.write_text(text, encoding="utf-8", newline="\n")
    RECORD.write_text(f"{version} {now}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--same", action="store_true", help="keep the number")
    write(same=parser.parse_args().same)
