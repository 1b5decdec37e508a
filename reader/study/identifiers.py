"""DOI, PubMed and trial registration numbers of the paper and trial the article reports."""

from collections import Counter
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
#: What may stand between a registry's letters and its digits, where a page prints "UMIN-CTR: 000012345".
_GAP = r"(?:[ -]?(?:CTR|ID|Identifier|No\.?|Nr\.?|#))?[ :#‐‑–-]{0,3}"
_DASH = r" ?[-‐‑–] ?"
#: The primary registries of the WHO's International Clinical Trials Registry Platform and ClinicalTrials.gov,
#: some of their forerunners, and those of reviews, each with the form of its numbers as the platform
#: lists them (trialsearch.who.int), and with what pages make of it.
_REGISTRIES = (
    ("ClinicalTrials.gov", rf"NCT{_GAP}\d{{8}}"),
    ("ISRCTN", rf"ISRCTN{_GAP}\d{{8}}"),
    ("CTIS", rf"(?:EUCT)?20\d\d{_DASH}5\d{{5}}{_DASH}\d\d(?:{_DASH}\d\d)"),
    (
        "EudraCT",
        rf"(?:EUCTR)?(?:19|20)\d\d{_DASH}\d{{6}}{_DASH}\d\d(?:-[A-Z]{{2}}\b)?(?! ?[-‐‑–]\d)",
    ),
    ("ANZCTR", rf"ACTRN{_GAP}0?\d{{14}}"),
    ("ChiCTR", rf"C[hH][iI]CTR{_GAP}(?:[A-Za-z]{{2,5}}[-‐‑–])?\d{{8,12}}"),
    ("ITMCTR", rf"ITMCTR{_GAP}\d{{10}}"),
    ("UMIN-CTR", rf"UMIN{_GAP}C?\d{{9}}"),
    ("DRKS", rf"DRKS{_GAP}\d{{8}}"),
    ("jRCT", rf"(?:j|J)RCT{_GAP}s?\d{{9,10}}"),
    ("JAPIC", r"JapicCTI[-‐‑– ]?\d{6}"),
    ("JMACCT", r"JMA-IIA\d{5}"),
    ("CTRI", r"CTRI[/ -]{1,2}\d{4}[/-]\d{2,3}[/-]\d{6}"),
    ("PACTR", rf"PACTR{_GAP}\d{{14,16}}"),
    ("CRIS", rf"KCT{_GAP}\d{{7}}"),
    ("IRCT", rf"IRCT{_GAP}\d{{10,20}}(?:N\d{{1,3}})?"),
    ("TCTR", rf"TCTR{_GAP}\d{{11}}"),
    ("SLCTR", r"SLCTR/\d{4}/\d{3}"),
    ("LBCTR", rf"LBCTR{_GAP}\d{{10}}"),
    ("ReBec", r"RBR-[0-9a-z]{6,10}"),
    ("RPCEC", rf"RPCEC{_GAP}\d{{8}}"),
    ("REPEC", r"PER-\d{3}-\d{2}"),
    ("NTR", rf"NTR{_GAP}\d{{3,5}}"),
    ("OMON", r"NL-OMON\d{4,6}"),
    ("PHRR", r"PHRR\d{6}-\d{6}"),
    ("SNCTP", rf"SNCTP{_GAP}\d{{9}}"),
    ("HKUCTR", r"HKUCTR-\d{2,5}"),
    ("PROSPERO", rf"CRD{_GAP}42\d{{9,13}}"),
)
_FORMS = "|".join(f"(?P<r{n}>{form})" for n, (_, form) in enumerate(_REGISTRIES))
#: A letter or digit ahead, with which a form begins, spares trying all of them at each place.
_REGISTRY = re.compile(rf"(?<![\w-])(?=[A-Zj12])(?:{_FORMS})(?!\d)")
_EUDRACT_CUE = re.compile(r"eudract|eu clinical trial|ctis|eu ?ct", re.I)


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

    A European number that is called so once is one wherever it stands. Where many trials are told of
    with their numbers, only those that stand beside the first are one's own.
    """
    own: set[str] = set()
    first: dict[str, tuple[str, int]] = {}
    rows = [row for row in _printed(article) if not _of_another(article, row[2][0])]
    of = Counter(registry for _, registry in {row[:2] for row in rows})
    for number, registry, (start, end) in rows:
        around = article.text[max(0, start - 60) : end]
        if registry in _EUROPEAN and not _EUDRACT_CUE.search(around):
            continue
        told_first, last = first.setdefault(registry, (number, end))
        beside = of[registry] <= _FEW or start - last < _BESIDE
        if number == told_first or (beside and _OWN_NUMBER.search(around)):
            own.add(number)
            first[registry] = (told_first, end)
    yield from (row for row in rows if row[0] in own)


#: So many numbers of a registry may be one's own wherever they stand; more must be this near each other.
_FEW, _BESIDE = 3, 160
#: Their numbers look like others'.
_EUROPEAN = frozenset({"EudraCT", "CTIS"})


def _printed(article: Article) -> Iterator[tuple[str, str, tuple[int, int]]]:
    for match in _REGISTRY.finditer(article.text):
        registry = _REGISTRIES[int((match.lastgroup or "r0")[1:])][0]
        yield _normal(match.group()), registry, match.span()


def _normal(printed: str) -> str:
    """A number as its registry writes it, whatever hyphens and spaces a page sets."""
    plain = re.sub("[‐‑–]", "-", printed)
    plain = _LETTERS.sub(r"\1", plain)
    for capitals, letters in _CAPITALS.items():
        plain = letters + plain.removeprefix(capitals) if plain.startswith(capitals) else plain
    if plain.startswith("CTRI"):
        return "CTRI/" + re.sub("[- ]", "/", plain[4:].strip("/ -"))
    if european := _EUROPE.search(plain.replace(" ", "")):
        return european.group()
    return plain.replace(" ", "")


#: Letters, and what a page sets between them and the digits.
_LETTERS = re.compile(
    rf"^(NCT|ISRCTN|ACTRN|C[hH][iI]CTR|ITMCTR|UMIN|DRKS|[jJ]RCT|PACTR|KCT|IRCT|TCTR|LBCTR|RPCEC|NTR|SNCTP|CRD){_GAP}(?=[Cs]?\d)"
)
_CAPITALS = {"CHICTR": "ChiCTR", "JRCT": "jRCT"}
_EUROPE = re.compile(r"(?<=^EUCTR)\d{4}-\d{6}-\d\d|(?<=^EUCT)\d{4}-\d{6}-\d\d-\d\d")


def _of_another(article: Article, at: int) -> bool:
    sentence = article.sentence_at(at)
    if sentence is None:
        return False
    before = sentence.low[max(0, at - sentence.start - 120) : at - sentence.start]
    if _ELSEWHERE.search(before):
        return True
    aside = sentence.whose is Whose.OTHER and sentence.zone == "body"
    return aside and not _REGISTERED.search(sentence.low)
