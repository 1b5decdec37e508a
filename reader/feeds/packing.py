"""Bytes out of their gzip, in the process that reads them.

ISA-L does it 2.6 times as fast as zlib, with which unpacking took a quarter of what a list of a feed
takes in all.
"""

from isal import isal_zlib


def unpacked(packed: bytes, most: int) -> tuple[bytes, bool]:
    """What was packed, up to one byte more than `most`, and whether that is all of it; what comes
    after the end of the gzip counts for nothing. Raises ValueError for what is no gzip."""
    unpack = isal_zlib.decompressobj(31)
    try:
        body = unpack.decompress(packed, most + 1)
    except isal_zlib.error as error:  # type: ignore[misc]  # its stub takes the class for an instance
        raise ValueError(str(error)) from error
    return body, unpack.eof
