"""A field with its value to a condition, or to a notice of what is wrong with the value."""

from datetime import datetime

from reader.model.frozen import dataclass
from reader.model.query_tree import Criterion, Limits, Node, Not, Notice, Or
from reader.text.folding import fold
from reader.text.query import sentences
from reader.text.query.fields import (
    PLACES,
    PRESENCES,
    STATE_NAMES,
    STATES,
    WITH_PRESENCE,
    Field,
    nearest_word,
)
from reader.text.query.synonyms import meant
from reader.text.query.terms import has_letters, normal
from reader.text.query.values import date_limits, duration_limits, number, number_limits

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Condition:
    """As typed: `sign` is the comparison between field and text, "" for none."""

    field: Field
    sign: str
    text: str
    is_phrase: bool = False
    unfinished: bool = False


def field_condition(asked: Condition, place: Place, now: datetime) -> Node | Notice:
    field, text = asked.field, asked.text.strip()
    plain = not asked.is_phrase and not asked.sign
    if plain and text.lower() in ("none", "any") and has_presence(field):
        return Criterion(field.name, text.lower(), "", Limits(), *place)
    if not has_letters(text) and field.kind != "tag":
        return Notice(*place, sentences.needs_value(field))
    made = _MAKERS[field.kind](asked, place, now)
    if asked.sign == "!=" and not isinstance(made, Notice):
        return Not(made, *place)
    return made


def tag_condition(text: str, start: int, end: int) -> Criterion:
    """A tag or one below it; `ms*` begins with it."""
    name = text.strip("#*").strip().casefold()
    how = "prefix" if text.endswith("*") and name else "contains"
    return Criterion("tag", how, name or text.casefold(), Limits(), start, end)


def _tag(asked: Condition, place: Place, now: datetime) -> Node | Notice:
    if not asked.text.strip("#* "):
        return Notice(*place, sentences.needs_value(asked.field))
    if asked.sign == "=":
        return Criterion("tag", "exact", asked.text.casefold(), Limits(), *place)
    return tag_condition(asked.text, *place)


def _stated(asked: Condition, place: Place, now: datetime) -> Node | Notice:
    """A value of the card: equal, or at the start of one of its words."""
    field = asked.field.name
    values = meant(field, asked.text.rstrip("*"))
    if not values or not values[0]:
        return Notice(*place, sentences.needs_value(asked.field))
    how = "exact" if asked.sign == "=" or values != (fold(asked.text.rstrip("*")),) else "contains"
    tests = tuple(Criterion(field, how, value, Limits(), *place) for value in values)
    return Or(tests, *place) if len(tests) > 1 else tests[0]


def _name(asked: Condition, place: Place, now: datetime) -> Node | Notice:
    how = "exact" if asked.sign == "=" else "contains"
    return Criterion(asked.field.name, how, asked.text.strip("*").casefold(), Limits(), *place)


def _identity(asked: Condition, place: Place, now: datetime) -> Node | Notice:
    name = asked.field.name
    how = "contains" if name == "link" and "/" not in asked.text else "exact"
    return Criterion(name, how, normal(name, asked.text), Limits(), *place)


def _number(asked: Condition, place: Place, now: datetime) -> Node | Notice:
    limits = number_limits(_sign(asked), asked.text)
    if limits is None:
        return Notice(*place, sentences.not_a_number(asked.text))
    return Criterion(asked.field.name, "within", "", limits, *place)


def _duration(asked: Condition, place: Place, now: datetime) -> Node | Notice:
    limits = duration_limits(_sign(asked), asked.text)
    if limits is None:
        years = f"{asked.text}y" if number(asked.text) is not None else ""
        fix = f"Write {years}" if years else ""
        return Notice(*place, sentences.not_a_duration(asked.text), fix, years)
    return Criterion(asked.field.name, "within", "", limits, *place)


def _date(asked: Condition, place: Place, now: datetime) -> Node | Notice:
    name, sign = asked.field.name, _sign(asked)
    sign = {"after": sign or ">=", "before": sign or "<"}.get(name, sign)
    limits = date_limits(sign, asked.text, now)
    if limits is None:
        return Notice(*place, sentences.not_a_date(asked.text))
    name = "published" if name in ("after", "before", "year") else name
    return Criterion(name, "within", "", limits, *place)


def _word(asked: Condition, place: Place, now: datetime) -> Node | Notice:
    """is:, has: and in:"""
    word = asked.text.lower()
    if asked.field.name == "in" and word in PLACES:
        return Criterion("in", "exact", PLACES[word], Limits(), *place)
    if asked.field.name == "has" and word in PRESENCES:
        return Criterion(PRESENCES[word], "any", "", Limits(), *place)
    state = STATE_NAMES.get(word, word)
    if asked.field.name == "is" and state in STATES:
        return Criterion("is", "exact", state, Limits(), *place)
    near = "unread" if word == "new" else nearest_word(word, asked.field.choices)
    fix = f"Use {near}" if near else ""
    return Notice(*place, sentences.not_a_choice(asked.field, asked.text), fix, near)


def _own(asked: Condition, place: Place, now: datetime) -> Node | Notice:
    """A column of the user's own: a range of numbers, else words as of the card."""
    name, sign = asked.field.name, _sign(asked)
    limits = None if asked.is_phrase else number_limits(sign, asked.text)
    if sign and limits is None:
        return Notice(*place, sentences.not_a_number(asked.text))
    if limits and (sign or ".." in asked.text):
        return Criterion(name, "within", "", limits, *place)
    how = "exact" if asked.sign == "=" else "contains"
    return Criterion(name, how, fold(asked.text.rstrip("*")), Limits(), *place)


def has_presence(field: Field) -> bool:
    """Whether a field may be asked for with `:none` and `:any`."""
    return field.name in WITH_PRESENCE or field.kind == "own"


def _search(asked: Condition, place: Place, now: datetime) -> Node | Notice:
    return Criterion("search", "exact", asked.text.casefold(), Limits(), *place)


def _sign(asked: Condition) -> str:
    return asked.sign if asked.sign in (">=", "<=", ">", "<") else ""


_MAKERS = {
    "stated": _stated,
    "number": _number,
    "duration": _duration,
    "date": _date,
    "tag": _tag,
    "name": _name,
    "identity": _identity,
    "word": _word,
    "search": _search,
    "own": _own,
}
