"""One answer as it comes in: lines of its head, then its bytes, each looked at on arrival."""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reader.feeds import refusals
from reader.model.errors import FetchError

#: Bytes, as they come and unpacked.
MAX_BODY = 10 * 2**20
_MAX_LINE, _MAX_LINES = 65_536, 256
_STATUS = re.compile(rb"HTTP/(?:1\.[01]|2) (\d{3})(?:\s|$)")


class Headers(Mapping[str, str]):
    """Of several with one name, the first; names in any case (RFC 9110, 5.1)."""

    def __init__(self) -> None:
        self._lines: list[list[str]] = []

    def __getitem__(self, name: str) -> str:
        found = self.every(name)
        if not found:
            raise KeyError(name)
        return found[0]

    def __iter__(self) -> Iterator[str]:
        return iter({name: None for name, _ in self._lines})

    def __len__(self) -> int:
        return len(set(self))

    def every(self, name: str) -> list[str]:
        name = name.lower()
        return [value for known, value in self._lines if known == name]

    def add(self, line: str) -> None:
        """One line; one that begins with a space goes on with the line before."""
        if line[:1] in (" ", "\t") and self._lines:
            self._lines[-1][1] += " " + line.strip()
        elif len(self._lines) < _MAX_LINES:
            name, _, value = line.partition(":")
            self._lines.append([name.strip().lower(), value.strip()])
        else:
            raise ValueError("too many headers")


@dataclass
class Answer:
    """What a server says to one request. curl calls `head` and `take`, which say how much they
    have taken: less than all of it ends the transfer, and `error` or `enough` tells why."""

    host: str
    limit: int = MAX_BODY
    #: A packed body is kept as it comes.
    as_sent: bool = False
    #: A proxy speaks first, and is not heard.
    tunnelled: bool = False
    status: int = 0
    headers: Headers = field(default_factory=Headers)
    body: bytearray = field(default_factory=bytearray)
    packed: bool = False
    #: Nothing more is wanted.
    enough: bool = False
    error: FetchError | None = None
    _headed: bool = False
    _came: int = 0
    _encoded: bool = False
    _unpack: Any = None

    def head(self, line: bytes) -> int:
        """One line of the head, the empty one at its end too; what comes behind the body is ignored."""
        if self._headed:
            return len(line)
        begins = _STATUS.match(line) if line.startswith(b"HTTP/") else None
        if begins:  # of what comes before the answer (1xx, a proxy) nothing is kept
            self.status, self.headers = int(begins[1]), Headers()
        elif line.strip():
            return self._keep(line)
        elif self.tunnelled:
            self.tunnelled = False
        elif self.status >= 200:
            self._judge()
        return 0 if self.enough or self.error else len(line)

    def take(self, chunk: bytes) -> int:
        """Bytes of the body."""
        try:
            self._add(chunk)
        except zlib.error:
            self.error = FetchError(refusals.GARBLED.format(self.host))
        except FetchError as error:
            self.error = error
        return 0 if self.error else len(chunk)

    def check_end(self) -> None:
        """Raises FetchError for a head or packed bytes whose end has not come."""
        if not self._headed or (self._unpack and not self._unpack.eof):
            raise FetchError(refusals.CUT)

    def _keep(self, line: bytes) -> int:
        try:
            if len(line) > _MAX_LINE:
                raise ValueError("a line without end")
            self.headers.add(line.decode("utf-8", "surrogateescape").rstrip("\r\n"))
        except ValueError:
            self.error = FetchError(refusals.GARBLED.format(self.host))
            return 0
        return len(line)

    def _judge(self) -> None:
        """The head is whole. Only what 200 says is read; a body that belongs to anything else
        would be waited for in vain."""
        self._headed = True
        if self.status == 200:
            try:
                self._encoded = _is_packed(self.headers, self.host, self.limit)
            except FetchError as error:
                self.error = error
        else:
            self.enough = self.status != 304 and self.headers.get("Content-Length") != "0"

    def _add(self, chunk: bytes) -> None:
        if not self._came and self._encoded and chunk.startswith(b"\x1f"):
            self.packed = self.as_sent
            self._unpack = None if self.packed else zlib.decompressobj(31)
        self._came += len(chunk)
        while chunk:
            self.body += self._unpack.decompress(chunk, 2**20) if self._unpack else chunk
            chunk = self._unpack.unconsumed_tail if self._unpack else b""
            if max(self._came, len(self.body)) > self.limit:
                raise FetchError(_too_large(self.limit))


def _is_packed(headers: Headers, host: str, limit: int) -> bool:
    """Whether the body is gzip. Raises FetchError for lengths and packings that cannot be."""
    lengths = set(headers.every("Content-Length"))
    if len(lengths) > 1 or not all(length.isdecimal() for length in lengths):
        raise FetchError(refusals.GARBLED.format(host))
    if any(int(length[:20]) > limit for length in lengths):
        raise FetchError(_too_large(limit))
    encoding = headers.get("Content-Encoding", "").lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise FetchError(refusals.ENCODED.format(host))
    return encoding.endswith("gzip")


def _too_large(limit: int) -> str:
    return refusals.TOO_LARGE if limit == MAX_BODY else refusals.LARGER.format(limit / 2**20)
