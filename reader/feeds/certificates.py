"""The certificates that servers are held to: the system's, as Python finds them.

curl brings a TLS library of its own, which knows none of them.
"""

import ssl
from functools import cache

import pycurl


@cache
def usual() -> tuple[tuple[int, str | int], ...]:
    """Options for curl: the file and the folder that Python would read, or else the store that
    Windows and macOS keep."""
    where = ssl.get_default_verify_paths()
    kept = ((pycurl.CAINFO, where.cafile), (pycurl.CAPATH, where.capath))
    found = tuple((option, path) for option, path in kept if path)
    return found or ((pycurl.SSL_OPTIONS, pycurl.SSLOPT_NATIVE_CA),)
