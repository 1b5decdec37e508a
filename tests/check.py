"""Everything a change must pass: format, lint, types, contracts and tests. `python tests/check.py`."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHECKS = (
    ("ruff", "format", "--check", "--quiet", "."),
    ("ruff", "check", "--quiet", "."),
    ("mypy", "--no-error-summary"),
    ("pytest", "-q", "-n", "auto", "--dist", "loadfile"),  # the import contracts are a test
)


def main() -> int:
    """Run the checks; the first that fails decides. Pytest's closing line comes last."""
    for name, *arguments in CHECKS:
        sys.stderr.write(f"{name} {' '.join(arguments)}\n")
        done = subprocess.run([sys.executable, "-m", name, *arguments], cwd=ROOT, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
