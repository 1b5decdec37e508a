"""Between offsets in an article's text (code points) and positions in a QTextDocument (UTF-16).

The document holds more than the text: the line above the title, places of images, notices.
Every stretch of the text that stands in it unbroken is one segment of the map.
"""

from bisect import bisect_right

from reader.desktop.writing import utf16_length
from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """text[start:end] stands in the document from `position` on."""

    start: int
    end: int
    position: int
    length: int  # in UTF-16 units

    @property
    def is_simple(self) -> bool:
        """No character beyond the Basic Multilingual Plane: both count alike."""
        return self.length == self.end - self.start


class OffsetMap:
    """The map of one document. Segments are added in reading order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._segments: list[Segment] = []
        self._starts: list[int] = []
        self._positions: list[int] = []

    def add(self, start: int, end: int, position: int) -> None:
        segment = Segment(start, end, position, utf16_length(self._text[start:end]))
        self._segments.append(segment)
        self._starts.append(start)
        self._positions.append(position)

    def position(self, offset: int) -> int:
        """Where an offset of the text stands in the document, 0 where the document has no text."""
        if not self._segments:
            return 0
        segment = self._segments[max(0, bisect_right(self._starts, offset) - 1)]
        inner = min(max(offset, segment.start), segment.end)
        if segment.is_simple:
            return segment.position + inner - segment.start
        return segment.position + utf16_length(self._text[segment.start : inner])

    def offset(self, position: int) -> int:
        """Which offset of the text stands at a position; between segments, the nearest before."""
        if not self._segments:
            return 0
        segment = self._segments[max(0, bisect_right(self._positions, position) - 1)]
        inner = min(max(position - segment.position, 0), segment.length)
        if segment.is_simple:
            return segment.start + inner
        units = self._text[segment.start : segment.end].encode("utf-16-le")[: 2 * inner]
        return segment.start + len(units.decode("utf-16-le", "ignore"))

    def holds(self, position: int) -> bool:
        """Whether the text, not an addition of ours, stands at a position."""
        at = bisect_right(self._positions, position) - 1
        return at >= 0 and position <= self._segments[at].position + self._segments[at].length

    def stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """The positions that text[start:end] covers, a pair a segment.

        Qt widens a selection that crosses the edge of a table; one pair a segment is never widened.
        """
        found = []
        at = max(0, bisect_right(self._starts, start) - 1)
        while at < len(self._segments) and self._segments[at].start < end:
            segment = self._segments[at]
            first, last = max(start, segment.start), min(end, segment.end)
            if first < last:
                found.append((self.position(first), self._end(segment, last)))
            at += 1
        return found

    def _end(self, segment: Segment, offset: int) -> int:
        return segment.position + utf16_length(self._text[segment.start : offset])
