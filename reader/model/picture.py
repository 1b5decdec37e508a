"""A picture of an article, as it is kept in the archive."""

from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """`kind` is "png", "jpeg", "gif" or "webp"; sizes are pixels as the picture states them."""

    kind: str
    width: int
    height: int
    body: bytes
