"""The fields one can ask for: their names, their kinds, and the help that completion shows."""

from reader.model.frozen import dataclass
from reader.text.folding import fold


@dataclass(frozen=True, slots=True)
class Field:
    """`kind` says how values are read: "words", "stated" (text of the study card), "number",
    "duration", "date", "name" (contains), "tag", "identity", "word" (one of `choices`), "own"
    (a column of the user's own)."""

    name: str
    kind: str
    help: str
    aliases: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


STATES = (
    *("unread", "read", "starred", "annotated", "tagged", "updated", "study", "studied"),
    *("retracted", "preprint", "muted", "orphaned", "stale", "checked", "corrected"),
)
#: Other names of states.
STATE_NAMES = {"edited": "corrected", "overridden": "corrected", "favourite": "starred"}
#: What `has:` asks for, and the field or state that answers.
PRESENCES = {
    "note": "note",
    "highlight": "quote",
    "quote": "quote",
    "tag": "tag",
    "author": "author",
    "link": "link",
    "doi": "doi",
    "pmid": "pmid",
    "nct": "nct",
    "n": "n",
    "size": "n",
    "design": "design",
    "condition": "condition",
    "intervention": "intervention",
    "country": "country",
    "followup": "followup",
    "limitation": "limitation",
    "phase": "phase",
    "blinding": "blinding",
    "funder": "funder",
    "journal": "journal",
    "outcome": "outcome",
    "comparator": "comparator",
    "p": "p",
    "fulltext": "fulltext",
}

#: What `in:` names, and the scope of words that it is.
PLACES = {
    **dict.fromkeys(("notes", "note"), "note"),
    **dict.fromkeys(("highlights", "highlight", "quotes", "quote"), "quote"),
    **dict.fromkeys(("title", "titles"), "title"),
    **dict.fromkeys(("text", "body", "abstract"), "text"),
}

FIELDS = (
    Field("title", "words", "words of the title"),
    Field("text", "words", "words of the text, not of your notes", ("body", "abstract")),
    Field("note", "words", "words of your notes", ("notes",)),
    Field("quote", "words", "words you highlighted", ("highlight", "highlights")),
    Field(
        "in", "word", "where the words beside it are", (), ("notes", "highlights", "title", "text")
    ),
    Field("design", "stated", "study design, such as rct or cohort", ("type",)),
    Field("condition", "stated", "disease or condition", ("disease",)),
    Field("intervention", "stated", "treatment or exposure", ("treatment", "exposure")),
    Field("comparator", "stated", "what it was compared with"),
    Field("population", "stated", "who took part"),
    Field("outcome", "stated", "what was measured", ("outcomes",)),
    Field("country", "stated", "where the study was done"),
    Field("institution", "stated", "who did the study"),
    Field("investigator", "stated", "researchers of the study", ("investigators",)),
    Field("species", "stated", "human, mouse, rat …"),
    Field("phase", "stated", "phase of a trial, 1 to 4"),
    Field("blinding", "stated", "open label, single, double, triple", ("masking",)),
    Field("randomized", "stated", "yes or no", ("randomised",)),
    Field("controlled", "stated", "yes or no"),
    Field("funder", "stated", "who paid", ("funding",)),
    Field("limitation", "stated", "uncontrolled, small, observational …", ("limitations",)),
    Field("evidence", "stated", "preprint, retracted, conference abstract …"),
    Field("claim", "stated", "how strong the headline claims: causal, correlational"),
    Field("journal", "stated", "journal of the study"),
    Field("n", "number", "participants, such as n>=100", ("size", "sample", "participants")),
    Field("studies", "number", "studies in a review"),
    Field("arms", "number", "groups of a trial"),
    Field("p", "number", "smallest p value, such as p<0.05"),
    Field("hr", "number", "hazard ratio"),
    Field("or", "number", "odds ratio"),
    Field("rr", "number", "risk ratio"),
    Field("confidence", "number", "least sure value of the card, 0 to 1"),
    Field("followup", "duration", "follow-up, such as followup:>=2y", ("follow-up", "fu")),
    Field("published", "date", "a day, month, year or 7d", ("date",)),
    Field("year", "date", "year of publication"),
    Field("after", "date", "published on or after a day", ("since",)),
    Field("before", "date", "published before a day"),
    Field("added", "date", "when it came into the archive", ("arrived",)),
    Field("updated", "date", "when its publisher changed it"),
    Field("read", "date", "when you marked it read"),
    Field("annotated", "date", "when you highlighted in it"),
    Field(
        "tag", "tag", "tag of the article or of a highlight in it, with those below it", ("tags",)
    ),
    Field("feed", "name", "name or address of the feed", ("source", "outlet")),
    Field("folder", "name", "folder of feeds"),
    Field("author", "name", "author of the article", ("by",)),
    Field("colour", "name", "colour of a highlight", ("color",)),
    Field("doi", "identity", "DOI of the study"),
    Field("pmid", "identity", "PubMed number of the study"),
    Field("nct", "identity", "trial registration", ("registration", "trial")),
    Field("link", "identity", "address of the article", ("url", "site")),
    Field("is", "word", "unread, starred, annotated …", ("status",), STATES),
    Field("has", "word", "note, highlight, tag, doi …", (), tuple(PRESENCES)),
    Field("search", "search", "a saved search, by its name", ("saved",)),
    Field("sort", "sort", "order of the results", ("order",)),
)
#: How fields begin that are columns of the user's own in the evidence table.
OWN = "my."
SORTS = {
    "newest": "newest first",
    "oldest": "oldest first",
    "relevance": "most relevant first",
    "n": "most participants first",
    "followup": "longest follow-up first",
    "added": "last arrived first",
    "design": "strongest design first",
}
#: Other names of orders.
SORT_NAMES = {
    "date": "newest",
    "new": "newest",
    "old": "oldest",
    "best": "relevance",
    "arrived": "added",
    "size": "n",
    "participants": "n",
    "follow-up": "followup",
}
_BY_NAME = {name: field for field in FIELDS for name in (field.name, *field.aliases)}
NUMERIC = frozenset(
    name for name, field in _BY_NAME.items() if field.kind in ("number", "duration", "date")
)
#: Fields that may be asked for with `:none` and `:any`.
WITH_PRESENCE = frozenset(
    field.name
    for field in FIELDS
    if field.kind in ("stated", "number", "duration", "tag", "identity")
    or field.name in ("note", "quote", "author", "colour", "annotated", "updated", "read")
) - {"confidence"}


def field_named(name: str) -> Field | None:
    """The field of a name or alias, in either case; columns of the user's own are fields too."""
    low = name.lower()
    if low.startswith(OWN) and len(low) > len(OWN):
        return Field(low, "own", "your own column")
    return _BY_NAME.get(low)


def own_field(column: str) -> str:
    """What a column of the user's own is asked for by: "my.risk-of-bias"."""
    return OWN + "-".join(fold(column).split())


def nearest(name: str) -> str:
    """The field that was probably meant, "" where none is close."""
    from difflib import get_close_matches

    found = get_close_matches(name.lower(), list(_BY_NAME), 1, 0.72)
    return found[0] if found else ""


def nearest_word(word: str, choices: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    found = get_close_matches(word.lower(), choices, 1, 0.6)
    return found[0] if found else ""
