"""A tag itself, apart from the articles that carry it. "a/b" is a tag below "a"."""

from collections.abc import Mapping

from reader.model.annotation import COLOURS
from reader.model.frozen import dataclass

#: Names of the colours that a tag may have.
TAG_COLOURS = COLOURS

#: Places that a tag can be pinned to: Ctrl and one of these keys puts it on, or takes it off.
PINS = range(1, 10)


@dataclass(frozen=True, slots=True)
class TagColour:
    """The user has given this tag a colour, one of `TAG_COLOURS`."""

    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class TagPin:
    """The user has pinned this tag to a key, one of `PINS`."""

    place: int
    name: str


@dataclass(frozen=True, slots=True)
class TagInUse:
    """A tag as a list shows it. `articles` carry it or one below it, each counted once."""

    name: str
    articles: int
    #: "" for none.
    colour: str = ""
    #: 0 for none.
    pin: int = 0


def folded(name: str) -> str:
    """What two spellings of one tag have in common."""
    return name.casefold()


def parents(name: str) -> list[str]:
    """The tags above "a/b/c", the highest first: "a", "a/b"."""
    parts = name.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]


def is_below(name: str, other: str) -> bool:
    """Whether a tag is another one or stands below it."""
    return f"{folded(name)}/".startswith(f"{folded(other)}/")


def colour_of(name: str, colours: Mapping[str, str]) -> str:
    """A tag's colour, else that of the nearest tag above it, "" for none; `colours` by folded name."""
    nearest = (colours[up] for up in map(folded, [name, *parents(name)[::-1]]) if up in colours)
    return next(nearest, "")
