"""How the results of a query divide: by design, condition, country, size, follow-up, year, feed …"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from reader.model.asked import FOLLOW_UP_BANDS, SIZE_BANDS, Band
from reader.model.facet import Facet, FacetValue
from reader.model.facts import DESIGNS
from reader.model.query import ArticleQuery
from reader.store.facets import Facets
from reader.store.store import Store
from reader.text.folding import fold
from reader.text.query.choosing import chosen, without_field
from reader.text.query.completing import quoted
from reader.text.query.parser import parse

#: Values of a facet that are counted.
MOST = 30
_STATES = {"unread": "Unread", "read": "Read", "starred": "Starred", "annotated": "Annotated"}
Values = Iterable[FacetValue]


@dataclass(frozen=True, slots=True)
class _Kind:
    """A facet: how it is asked for, how it is called, how it is counted."""

    field: str
    title: str
    values: Callable[[Facets], Values]
    #: What cards state it under, "" where "not stated" makes no sense.
    stated: str = ""


def facets(store: Store, query: ArticleQuery) -> Iterator[Facet]:
    """Each facet over the results without its own terms: OR inside a facet, AND across them.

    One at a time, so that what is counted already can be shown.
    """
    read, results = parse(query.words), Facets(store.connection)
    gathered, size = None, 0
    for kind in _KINDS:
        asked = chosen(read, kind.field)
        words = without_field(read, kind.field) if asked else query.words
        if words != gathered:
            size = results.gather(replace(query, words=words))
            gathered = words
        values = [replace(value, chosen=value.text in asked) for value in kind.values(results)]
        none = size - results.stating(kind.stated) if kind.stated else None
        yield Facet(kind.field, kind.title, _with_chosen(values, asked), none)


def _with_chosen(values: list[FacetValue], asked: Iterable[str]) -> tuple[FacetValue, ...]:
    """What is asked for is shown, too, where it is not one of the values; it has no count (-1)."""
    there = {value.text for value in values}
    lost = [FacetValue(text, text, -1, chosen=True) for text in asked if text not in there]
    return (*values, *(value for value in lost if value.text != "none"))


def _designs(results: Facets) -> Values:
    for code, count in results.stated("design", MOST):
        text = fold(code).replace(" ", "-")
        short = {"randomized-controlled-trial": "rct"}.get(text, text)
        yield FacetValue(short, DESIGNS.get(code, code), count)


def _stated(name: str) -> Callable[[Facets], Values]:
    def values(results: Facets) -> Values:
        for value, count in results.stated(name, MOST):
            yield FacetValue(f"={quoted(value)}", value, count)

    return values


def _bands(name: str, bands: tuple[Band, ...]) -> Callable[[Facets], Values]:
    def values(results: Facets) -> Values:
        counts = dict(results.stated(name, MOST))
        for _, text, words in bands:
            if words in counts:
                yield FacetValue(text, words, counts[words])

    return values


def _years(results: Facets) -> Values:
    return (FacetValue(str(year), str(year), n) for year, n in results.years(MOST))


def _feeds(results: Facets) -> Values:
    return (FacetValue(f"={quoted(name)}", name, n) for name, n in results.feeds(MOST))


def _tags(results: Facets) -> Values:
    return (FacetValue(quoted(name), name, n) for name, n in results.tags(MOST))


def _states(results: Facets) -> Values:
    return (FacetValue(s, _STATES[s], n) for s, n in results.states().items() if n)


_KINDS = (
    _Kind("design", "Design", _designs, "design"),
    _Kind("condition", "Condition", _stated("condition"), "condition"),
    _Kind("n", "Participants", _bands("size band", SIZE_BANDS), "size band"),
    _Kind("followup", "Follow-up", _bands("follow-up band", FOLLOW_UP_BANDS), "follow-up band"),
    _Kind("country", "Country", _stated("country"), "country"),
    _Kind("year", "Year", _years),
    _Kind("feed", "Feed", _feeds),
    _Kind("tag", "Tag", _tags),
    _Kind("is", "Status", _states),
)
