"""What patterns need, found out before: to read it off hundreds of patterns takes half a second.

`python -m tests.study.needs` writes it. A pattern that has changed since is read anew: what the file
has not costs time, and nothing else.
"""

import functools
import hashlib
import json
from collections.abc import Collection, Mapping, Sequence

from reader.resource import resource
from reader.text import literals

FILE = "models/needs.json"


def needs(pattern: str, flags: int) -> Sequence[Collection[str]]:
    """As `literals.needs` tells them."""
    found = known().get(key(pattern, flags))
    return literals.needs(pattern, flags) if found is None else found


def key(pattern: str, flags: int) -> str:
    return hashlib.blake2b(f"{flags} {pattern}".encode(), digest_size=8).hexdigest()


@functools.cache
def known() -> Mapping[str, Sequence[Collection[str]]]:
    """The needs of patterns by their keys."""
    try:
        found: dict[str, list[list[str]]] = json.loads(resource(FILE).read_text("utf-8"))
    except FileNotFoundError:  # not written yet
        return {}
    return found
