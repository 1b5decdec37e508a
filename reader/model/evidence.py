"""The evidence table: its columns, its rows, and how a cell stands."""

from collections.abc import Mapping
from dataclasses import field

from reader.model.card_words import label, shown, sureness
from reader.model.facts import DESIGNS, duration
from reader.model.frozen import dataclass
from reader.model.own_columns import PREFIX, OwnColumn
from reader.model.study import FIELD, FIELDS, StudyValue


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `number` ones sort and stand as numbers; `width` is in pixels at first."""

    name: str
    label: str
    width: int = 150
    number: bool = False


#: What stands at the left and never leaves sight.
FROZEN = (Column("title", "Study", 300), Column("published", "Year", 76, number=True))

_WIDTHS = {"key_results": 300, "limitations": 240, "population": 220, "sample_size": 130}
_WIDTHS |= {
    "study_type": 160,
    "follow_up": 120,
    "nct_id": 160,
    "doi": 200,
    "phase": 80,
    "randomized": 100,
    "controlled": 90,
}
_NUMBERS = frozenset(("sample_size", "studies_included"))
_LABELS = {"sample_size": "n", "adverse_events": "Harms", "key_results": "Result"}

COLUMNS = {
    row.name: Column(
        row.name,
        _LABELS.get(row.name, row.label),
        _WIDTHS.get(row.name, 150),
        row.name in _NUMBERS,
    )
    for row in FIELDS
}


def own_column(made: OwnColumn) -> Column:
    """A column of the user's own."""
    return Column(
        made.column, made.name, 130 if made.kind != "text" else 200, made.kind == "number"
    )


#: Sets of columns, by what is reviewed.
PRESETS: dict[str, tuple[str, ...]] = {
    "Trial": (
        *("study_type", "sample_size", "follow_up", "condition", "intervention_or_exposure"),
        *("comparator", "key_results", "adverse_events", "blinding", "phase", "nct_id"),
    ),
    "Observational": (
        *("study_type", "sample_size", "follow_up", "condition", "intervention_or_exposure"),
        *("population", "key_results", "claim_strength", "limitations", "country"),
    ),
    "Animal": (
        *("study_type", "species", "sample_size", "condition", "intervention_or_exposure"),
        *("key_results", "limitations", "status_of_evidence"),
    ),
    "Review": (
        *("study_type", "studies_included", "sample_size", "condition"),
        *("intervention_or_exposure", "key_results", "limitations", "funding"),
    ),
    "Minimal": ("study_type", "sample_size", "follow_up", "key_results"),
    "Everything": tuple(row.name for row in FIELDS),
}

#: How a cell stands: its sign, and what a screen reader says of it. A state for what the user
#: decided is given by `EvidenceRow.states`; without one the sign tells how sure the value is.
STATES = {
    "accepted": ("✓", "accepted by you"),
    "corrected": ("✎", "your value"),
    "rejected": ("–", "rejected"),
    "not_reported": ("NR", "not reported"),
    "changed": ("≠", "source text changed"),
    "candidates": ("?", "several candidates"),
    "differ": ("▲", "sources differ"),
}


@dataclass(frozen=True, slots=True)
class Order:
    """What the table is sorted by; articles without a value come last either way."""

    column: str = "published"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is painted and said. `state` is a key of `STATES`, "auto" or "nothing"."""

    words: str
    state: str
    sign: str = ""
    spoken: str = ""
    has_sentence: bool = False

    @property
    def wants_a_look(self) -> bool:
        """Something is there that the user has not decided about."""
        return self.state in ("auto", "changed", "candidates", "differ")


NOTHING = Cell("·", "nothing", spoken="nothing found")


@dataclass(frozen=True, slots=True)
class Report:
    """An article on a study."""

    article_id: int
    title: str
    year: int | None
    feed_title: str


@dataclass(frozen=True, slots=True)
class Said:
    """A value of a field, and the articles that state it."""

    value: StudyValue
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A row: a study, with the values of the cards of all articles that report it.

    `article_id`, title, year and feed are those of the first of them.
    """

    article_id: int
    title: str
    year: int | None
    feed_title: str
    values: Mapping[str, tuple[StudyValue, ...]]
    #: What the user decided, by field.
    states: Mapping[str, str] = field(default_factory=dict)
    #: Values below the threshold of their field, by field.
    candidates: Mapping[str, int] = field(default_factory=dict)
    #: The articles that report the study, the first of them first.
    reports: tuple[Report, ...] = ()
    #: Whose value is whose, by field; only where several articles report the study.
    said: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)
    #: What the user wrote into his own columns, by the column's id.
    own: Mapping[str, str] = field(default_factory=dict)

    def stated(self, name: str) -> tuple[Said, ...]:
        """The values of a field with the articles that state each."""
        if name in self.said:
            return self.said[name]
        return tuple(Said(value, self.reports[:1]) for value in self.values.get(name, ()))

    def owner(self, name: str) -> int:
        """The article that states the value shown of a field, the first one where none does."""
        said = self.said.get(name)
        return said[0].reports[0].article_id if said else self.article_id

    def cell(self, name: str) -> Cell:
        """How a column of this row stands."""
        if name == "title":
            return self._title()
        if name == "published":
            said = str(self.year) if self.year else ""
            return Cell(said, "text", spoken=said or "no date")
        if name.startswith(PREFIX):
            return self._own(name.removeprefix(PREFIX))
        values, state = self.values.get(name, ()), self.states.get(name, "auto")
        if state == "not_reported":
            return Cell("not reported", state, "NR", STATES[state][1])
        if not values:
            return self._empty(name, state)
        if state == "differ":
            return self._differing(name)
        return _filled(name, values, state)

    def _own(self, column_id: str) -> Cell:
        said = self.own.get(column_id, "")
        return Cell(said, "own", spoken=said or "nothing written")

    def _title(self) -> Cell:
        count = len(self.reports)
        if count < 2:
            return Cell(self.title, "text", spoken=self.title)
        reports = f"{count} reports"
        return Cell(self.title, "text", reports, f"{self.title}, {reports}")

    def _differing(self, name: str) -> Cell:
        """Values that contradict each other stand side by side."""
        each = [(one_line(_short(name, s.value)), s) for s in self.said[name]]
        told = "; ".join(f"{words} in {s.reports[0].feed_title}" for words, s in each)
        sign, spoken = STATES["differ"]
        words = " / ".join(words for words, _ in each)
        return Cell(words, "differ", sign, f"{spoken}: {told}", bool(each[0][1].value.evidence))

    def _empty(self, name: str, state: str) -> Cell:
        count = self.candidates.get(name, 0)
        if state == "rejected":
            return Cell("–", state, "", STATES[state][1])
        return Cell(f"{count}?", "candidates", "▲", f"{count} candidates") if count else NOTHING


@dataclass(frozen=True, slots=True)
class Point:
    """A study as charts show it. Durations are in years; `month` counts from year 0."""

    article_id: int
    title: str
    design: str = ""
    size: float | None = None
    years: float | None = None
    month: int | None = None
    conditions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


def _filled(name: str, values: tuple[StudyValue, ...], state: str) -> Cell:
    first = values[0]
    said = one_line(_short(name, first))
    more = f" +{len(values) - 1}" if len(values) > 1 else ""
    dots, words = sureness(first.confidence)
    sign, spoken = STATES.get(state, (dots, f"extracted, {words}"))
    return Cell(f"{said}{more}", state, sign, f"{said}, {spoken}", bool(first.evidence))


def _short(name: str, value: StudyValue) -> str:
    """A value in as few words as a column has room for."""
    if name == "sample_size" and isinstance(value.value, int):
        return f"{value.value:,}"
    if name == "study_type":
        return DESIGNS.get(str(value.value), str(value.value))
    if name == "follow_up":
        years = duration(value.details.get("min_years"), value.details.get("max_years"))
        return years or shown(name, value)
    return shown(name, value)


def one_line(text: str) -> str:
    return " ".join(text.split())


def heading(name: str) -> str:
    """The label of a column of the table."""
    frozen = {column.name: column.label for column in FROZEN}
    return frozen.get(name) or (COLUMNS[name].label if name in COLUMNS else label(name))


def is_field(name: str) -> bool:
    """Whether a column is a field of the card."""
    return name in FIELD
