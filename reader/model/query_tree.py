"""What a query means: a tree of conditions, and what could not be understood of it.

Every node knows where in the typed text it stands, half-open, in code points.
"""

from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A word or phrase that must stand somewhere. `scope` is "" (anywhere, the user's own words
    too), "title", "text", "note" or "quote". `literal` is what must stand there letter by letter
    because the index does not keep it, as the signs of "C++"; else "". `begun` says that the last
    word is still being typed."""

    text: str
    prefix: bool = False
    scope: str = ""
    literal: str = ""
    begun: bool = False
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """A range of numbers or of Unix seconds; an end that is None is open."""

    low: float | None = None
    high: float | None = None
    without_low: bool = False
    without_high: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """A condition on one field.

    `how` is "contains" (at the start of a word), "exact", "prefix", "within" (`limits`), "any"
    (something is stated) or "none" (nothing is).
    """

    field: str
    how: str
    text: str = ""
    limits: Limits = Limits()
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Not:
    part: "Node"
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple["Node", ...]
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple["Node", ...]
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Nothing:
    """Something that no article can match, such as a word without a letter."""

    start: int = 0
    end: int = 0


Node = Words | Criterion | Not | And | Or | Nothing


@dataclass(frozen=True, slots=True)
class Notice:
    """What was not understood, in a sentence; and the whole query as it was probably meant.

    `grave` where what is found says little because of it; else the results are good.
    """

    start: int
    end: int
    sentence: str
    fix: str = ""
    mended: str = ""
    grave: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """A text that was read. Without a tree it is everything."""

    text: str
    tree: Node | None = None
    #: "", or a name of `reader.text.query.fields.SORTS`.
    sort: str = ""
    reverse: bool = False
    notices: tuple[Notice, ...] = ()

    @property
    def parts(self) -> tuple[Node, ...]:
        """What must hold, each part by itself."""
        if self.tree is None:
            return ()
        return self.tree.parts if isinstance(self.tree, And) else (self.tree,)

    @property
    def is_grave(self) -> bool:
        """What is found says little: show the last good results meanwhile."""
        return isinstance(self.tree, Nothing) or any(notice.grave for notice in self.notices)
