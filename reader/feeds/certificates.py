"""The certificates that servers are held to, read when the first secure address is asked.

aiohttp reads all of them twice while it is imported, a sixth of what that takes: once for a context
that trusts nobody unknown, which is ours here, and once for one that checks nothing, which nobody wants.
"""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache


@contextmanager
def none_read() -> Iterator[None]:
    """Contexts that this thread makes meanwhile trust no certificate at all."""
    me = threading.get_ident()
    read = ssl.SSLContext.set_default_verify_paths

    def read_elsewhere(context: ssl.SSLContext) -> None:
        if threading.get_ident() != me:
            read(context)

    setattr(ssl.SSLContext, "set_default_verify_paths", read_elsewhere)  # noqa: B010 (a method)
    try:
        yield
    finally:
        del ssl.SSLContext.set_default_verify_paths


@cache
def usual() -> ssl.SSLContext:
    """The system's certificates, and names that must fit."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(("http/1.1",))
    return context
