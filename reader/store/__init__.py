"""The archive on disk, and all SQL. Knows nothing of the network or of windows."""

import importlib
import sys
from typing import Any

#: sqlite-utils imports these where they are installed, for types of columns that no table here has:
#: 0.15 s.
_HEAVY = ("numpy", "pandas")


def import_lean(name: str) -> None:
    """Import a module that is to find neither of the heavy ones, unless they are there already."""
    modules: dict[str, Any] = sys.modules
    hidden = [heavy for heavy in _HEAVY if heavy not in modules]
    modules.update(dict.fromkeys(hidden))
    try:
        importlib.import_module(name)
    finally:
        for heavy in hidden:
            del modules[heavy]
