"""DOI, PubMed and trial registration numbers of the paper and trial the article reports."""

from collections.abc import Iterator

from reader.model.study import StudyValue
from reader.study.reading.article import Article
from reader.study.reading.whose import Whose
from reader.study.values import stated
from reader.text import sieve as re

_DOI = re.compile(r"(?<![\w.])10\.\d{4,9}/[^\s\"<>“”|]{1,200}")
_PMID = re.compile(
    r"(?:\bPMID:? ?|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)(\d{4,9})\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:perspective|editorial|commentary|accompanying|comment by|previous|earlier|see also|related (?:article|paper)|another|viewpoint|correspondence)\b"
)
#: A line that says where a trial is registered names no other trial, plural as its words may be.
_REGISTERED = re.compile(r"\bregist(?:ration|ered (?:at|in|with|on|under))\b|^clinical ?trials?\b")
#: Registries of the WHO network and of reviews (PROSPERO), each with the form of its numbers.
_REGISTRIES = (
    ("ClinicalTrials.gov", r"NCT:? ?\d{8}"),
    ("ISRCTN", r"ISRCTN ?\d{8}"),
    ("EudraCT", r"(?:19|20)\d\d[-‐‑–]\d{6}[-‐‑–]\d\d(?![-‐‑–])"),
    ("CTIS", r"20\d\d[-‐‑–]5\d{5}[-‐‑–]\d\d[-‐‑–]\d\d"),
    ("ANZCTR", r"ACTRN ?\d{14}"),
    ("ChiCTR", r"ChiCTR(?:-[A-Za-z]{2,5})?-?\d{8,12}"),
    ("UMIN-CTR", r"UMIN ?\d{9}"),
    ("DRKS", r"DRKS ?\d{8}"),
    ("jRCT", r"jRCTs?\d{9,10}"),
    ("CTRI", r"CTRI/\d{4}/\d{2,3}/\d{6}"),
    ("PACTR", r"PACTR ?\d{14,16}"),
    ("CRIS", r"KCT\d{7}"),
    ("IRCT", r"IRCT\d{10,20}N?\d{0,3}"),
    ("TCTR", r"TCTR\d{11}"),
    ("ReBec", r"RBR-[0-9a-z]{6,8}"),
    ("NTR", r"NTR:? ?\d{3,5}"),
    ("PROSPERO", r"CRD ?\d{11}"),
)
_FORMS = "|".join(f"(?P<r{n}>{form})" for n, (_, form) in enumerate(_REGISTRIES))
#: A letter or digit ahead, with which a form begins, spares trying all of them at each place.
_REGISTRY = re.compile(rf"(?<![\w-])(?=[A-Zj12])(?:{_FORMS})(?!\d)")
_EUDRACT_CUE = re.compile(r"eudract|eu clinical trial|ctis|euct", re.I)


def doi(article: Article) -> StudyValue | None:
    """The DOI of the paper, bare and in lower case; that of an accompanying piece is passed over."""
    for match in _DOI.finditer(article.text):
        if _of_another(article, match.start()):
            continue
        end = match.start() + len(_bare(match.group()))
        printed = article.text[match.start() : end]
        return stated(article, printed.lower(), [(match.start(), end)], 0.97, "doi")
    return None


def _bare(printed: str) -> str:
    """A DOI without the stop or bracket of the sentence around it."""
    while printed and (printed[-1] in ".,;:’'”*_" or _unopened(printed)):
        printed = printed[:-1]
    return printed


def _unopened(printed: str) -> bool:
    return printed[-1] in ")]}" and printed.count(printed[-1]) > printed.count(
        "([{"[")]}".index(printed[-1])]
    )


def pmid(article: Article) -> StudyValue | None:
    match = _PMID.search(article.text)
    if match is None:
        return None
    return stated(article, match[1], [match.span(1)], 0.97, "pmid")


def numbers(article: Article) -> Iterator[tuple[str, int, int]]:
    """Every number of a trial in its registry, with its place."""
    for number, _, (start, end) in _registrations(article):
        yield number, start, end


def registration(article: Article) -> StudyValue | None:
    """The trial's number in its registry; numbers of other trials are passed over."""
    found = list(_registrations(article))
    if not found:
        return None
    number, registry, place = found[0]
    also = sorted({other for other, _, _ in found} - {number})
    return stated(
        article, number, [place], 0.97, "registration", registry=registry, also=also or None
    )


#: Words with which a text gives its own number, or several of one programme.
_OWN_NUMBER = re.compile(
    r"\b(?:regist\w+|identifier|number|clinicaltrials\.gov|trials? (?:no|id)|study (?:no|id))\b",
    re.I,
)


def _registrations(article: Article) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """The numbers with registry and place; a second one of a registry must be told as one's own.

    A European number that is called so once is one wherever it stands.
    """
    own: set[str] = set()
    first: dict[str, str] = {}
    rows = [row for row in _printed(article) if not _of_another(article, row[2][0])]
    for number, registry, (start, _) in rows:
        around = article.text[max(0, start - 60) : start]
        if registry in _EUROPEAN and not _EUDRACT_CUE.search(around):
            continue
        if number == first.setdefault(registry, number) or _OWN_NUMBER.search(around):
            own.add(number)
    yield from (row for row in rows if row[0] in own)


#: Their numbers look like others'.
_EUROPEAN = frozenset({"EudraCT", "CTIS"})


def _printed(article: Article) -> Iterator[tuple[str, str, tuple[int, int]]]:
    for match in _REGISTRY.finditer(article.text):
        registry = _REGISTRIES[int((match.lastgroup or "r0")[1:])][0]
        yield _normal(match.group()), registry, match.span()


def _normal(printed: str) -> str:
    """A number as its registry writes it, whatever hyphens and spaces a page sets."""
    return re.sub("[ :]", "", re.sub("[‐‑–]", "-", printed))


def _of_another(article: Article, at: int) -> bool:
    sentence = article.sentence_at(at)
    if sentence is None:
        return False
    before = sentence.low[max(0, at - sentence.start - 120) : at - sentence.start]
    if _ELSEWHERE.search(before):
        return True
    aside = sentence.whose is Whose.OTHER and sentence.zone == "body"
    return aside and not _REGISTERED.search(sentence.low)
