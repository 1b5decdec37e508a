"""The window. Knows the operations, and Qt."""

import builtins

import PySide6.QtCore  # noqa: F401  # puts its own import in place of Python's

# PySide's import reads the source of every module, and keeps it, to learn whether it asks for names in
# another style (`__feature__`), which none here does: a tenth of the start, and megabytes.
if "__orig_import__" in vars(builtins):
    vars(builtins)["__import__"] = vars(builtins)["__orig_import__"]
