"""One block of a text while it is read, and the marks over it."""

from reader.model.layout import Mark


class Line:
    """The block being read: its pieces of text and the inline marks over them."""

    def __init__(self) -> None:
        self.length = 0
        self._pieces: list[str] = []
        self._open: list[tuple[str, str, str, int]] = []  # tag, kind, target, start
        self._marks: list[Mark] = []

    def __bool__(self) -> bool:
        return bool(self._pieces)

    @property
    def at_break(self) -> bool:
        """Nothing has been read since the start, or since a line feed."""
        return not self._pieces or self._pieces[-1].endswith("\n")

    @property
    def at_space(self) -> bool:
        return self.at_break or self._pieces[-1].endswith(" ")

    def add(self, data: str) -> None:
        if data:
            self._pieces.append(data)
            self.length += len(data)

    def begin_mark(self, tag: str, kind: str, target: str) -> None:
        self._open.append((tag, kind, target, self.length))

    def end_mark(self, tag: str) -> None:
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == tag:
                _, kind, target, start = self._open.pop(at)
                self._marks.append(Mark(kind, start, self.length, target))
                return

    def take(self) -> tuple[str, list[Mark]]:
        """The text read so far, without white space at its end, and its marks; then a new line."""
        text = "".join(self._pieces).rstrip()
        marks = [*self._marks, *(Mark(k, start, self.length, to) for _, k, to, start in self._open)]
        self._open = [(tag, kind, target, 0) for tag, kind, target, _ in self._open]
        self._pieces, self._marks, self.length = [], [], 0
        size = len(text)
        marks = [m if m.end <= size else Mark(m.kind, m.start, size, m.target) for m in marks]
        return text, [m for m in marks if m.end > m.start and (m.kind != "link" or m.target)]
