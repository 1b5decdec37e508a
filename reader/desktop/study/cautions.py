"""What a reader should know before believing the headline, each with the words that say it."""

from reader.desktop.tongue import number, tr
from reader.model.article import Article
from reader.model.cautions import cautions
from reader.model.facts import facts
from reader.model.study import StudyCard
from reader.store.store import Store

_CAPTIONS = {
    "retracted": "Retracted",
    "animal": "Animal study",
    "in_vitro": "Laboratory study",
    "preprint": "Not peer reviewed",
    "conference_abstract": "Conference abstract",
    "uncontrolled": "No control group",
    "small": "Small: {size}",
    "industry_funded": "Paid by industry",
    "causal_claim": "Headline claims a cause",
    "observational": "Observational",
}
#: Characters of a unit that a caution repeats, at most; a longer one is a sentence of the user's.
_UNIT = 24
#: The scheme of the links in the line of cautions: studywire:evidence/FIELD/PLACE.
SCHEME = "studywire:evidence/"


def caution_links(card: StudyCard) -> tuple[tuple[str, str], ...]:
    """(caption, address) of each caution that the text has words for."""
    return tuple(
        (tr(_CAPTIONS[it.code]).format(size=_size(card)), f"{SCHEME}{it.field}/{it.place}")
        for it in cautions(facts(card))
    )


def links_of(
    store: Store, article: Article | None, card: StudyCard | None
) -> tuple[tuple[str, str], ...]:
    """Those of an article's card; while a changed text waits (None), of the card of the text before,
    which card and list show then."""
    if card is None and article and (before := store.studies.last(article.id)):
        card = before[1]
    return caution_links(card) if card else ()


def target(address: str) -> tuple[str, int] | None:
    """The field and place that a link in the line of cautions leads to."""
    field, _, place = address.removeprefix(SCHEME).partition("/")
    return (field, int(place)) if address.startswith(SCHEME) and place.isdecimal() else None


def _size(card: StudyCard) -> str:
    value = card.one("sample_size")
    if value is None or not isinstance(value.value, int):
        return ""
    unit = str(value.details.get("unit") or "")
    unit = unit if 0 < len(unit) <= _UNIT else tr("participants")
    return f"{number(value.value)} {unit}"
