"""How results divide by one property."""

from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class FacetValue:
    """`text` is how one asks for it, `words` how it is shown. `count` is -1 where nobody counted."""

    text: str
    words: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """Values of one field with the number of results that have each, the most first. `none` is
    how many results do not state it, None where that makes no sense."""

    field: str
    title: str
    values: tuple[FacetValue, ...]
    none: int | None = None
