"""Where the identifiers on a card lead to on the web."""

from urllib.parse import quote

from reader.desktop.card_terms import shown
from reader.desktop.tongue import tr
from reader.model.study import StudyCard, StudyValue

_REGISTRIES = (
    ("NCT", "https://clinicaltrials.gov/study/{}"),
    ("ISRCTN", "https://www.isrctn.com/{}"),
    ("ACTRN", "https://www.anzctr.org.au/TrialSearch.aspx#&&searchTxt={}"),
    ("DRKS", "https://drks.de/search/en/trial/{}"),
    ("jRCT", "https://jrct.mhlw.go.jp/en-latest-detail/{}"),
)
_FIELDS = {"doi": "DOI", "pmid": "PubMed", "nct_id": "Trial register"}


def address(field: str, value: StudyValue) -> str:
    """The address of what an identifier names, "" for values that name nothing on the web."""
    said = str(value.value or "").strip()
    if not said:
        return ""
    if field == "doi":
        return f"https://doi.org/{quote(said, safe='/:;()._-')}"
    if field == "pmid" and said.isdecimal():
        return f"https://pubmed.ncbi.nlm.nih.gov/{said}/"
    if field == "nct_id":
        named = (form for start, form in _REGISTRIES if said.lower().startswith(start.lower()))
        return next(named, "").format(quote(said, safe=""))
    return ""


def card_links(card: StudyCard) -> tuple[tuple[str, str, str], ...]:
    """(caption, address, what it names) of each identifier on the card that leads somewhere."""
    return tuple(
        (tr(caption), there, shown(field, value))
        for field, caption in _FIELDS.items()
        for value in card.values.get(field, ())[:1]
        if (there := address(field, value))
    )
