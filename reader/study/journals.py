"""Journals that may have published the study, by what stands around their names."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.study import citations, elsewhere, vocabulary
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.dates import MONTH
from reader.study.reading.whose import Whose
from reader.study.values import trim
from reader.text import sieve as re

_PUBLISHED = re.compile(
    r"\b(?:publish(?:ed|es|ing)?|publication|announced?|appear(?:s|ed|ing)?|report(?:s|ed|ing)?|describ(?:ed|es?|ing)|\bout (?:today|now|this \w+)|summari[sz]ed|set out|shared|come out|came out|comes out|carried|detailed|featured|posted|print(?:ed)?|"
    r"writ(?:ing|es?|ten)|wrote|outlined|presented|online|release[ds]?|says?|stud(?:y|ied)|paper|article|findings|results|research|accepted|review|reveal(?:ed|s)?|analysis|work)\b[^.;]{0,80}?"
    r"\b(?:in|by|on|from)(?: the)?(?: (?:\w+ )?\d{1,2},?(?: \d{4})?,? in(?: the)?)?(?: (?:\w+[- ]){0,3}(?:issue|edition|version|pages) of(?: the)?)?"
    r"(?: (?:(?:peer-reviewed|scientific|medical|open[- ]access|academic|online|prestigious|international|leading|british|american|research|specialist|weekly|monthly|science) ){0,3}(?:journals?|magazine|preprint server|server),?)?[ “\"‘]{0,3}$",
    re.I,
)
_JOURNAL_WORD = re.compile(r"\b(?:journals?|magazine|preprint server)[,:]?[ “\"‘]{1,3}$", re.I)
_ISSUE = re.compile(
    r"(?:\b(?:issue|edition) of(?: the)?(?: journal)?|\bth(?:is|e) (?:week|month|issue|current)[’']?s?(?: (?:issue|edition) of(?: the)?)?|\bin today[’']s)[ “\"‘]{1,3}$",
    re.I,
)
_WORD_AFTER = re.compile(r"^[”\"’]?,? ?(?:journal\b|\(magazine\)|magazine\b|\(journal\))", re.I)
#: "the January 17th Sleep Letters online report", "The Lancet study showed": named as whose the paper is.
_THE = re.compile(r"\b(?:the|this|new)(?: (?:new|latest|current))? ?$", re.I)
_DATED = re.compile(rf"\bthe {MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)? $")
_PAPER = re.compile(r" (?:online )?(?:study|paper|report|article)\b(?! (?:group|collaborators))")
_CITED = re.compile(
    r"^[”\"’.,]{0,2} ?(?:\(?\d{4}\b|\(?[A-Z][a-z]{2,8}\.? \d{1,2},|\(?vol|\d{1,4} ?[(:]|,? \d{1,2} [A-Z][a-z]{2,8} \d{4}$|,? doi\b)"
)
#: "Sleep Letters published the work".
_PUBLISHES = re.compile(
    r"[”\"’]? (?:has |have )?(?:published|publishes|carries|carried|printed|ran) (?:the|their|its|his|her|this|these) (?:\w+ )?(?:work|results|study|findings|paper|report|article|trial|data|analysis)\b"
)
#: "is in Sleep Letters (2022; 3: 4)"; "the work (Sleep Letters 190, 108555) was".
_IN_PRINT = re.compile(r"\b(?:in|by)(?: the)? (?:journal )?$")
_BRACKETED = re.compile(
    r"\b(?:work|study|paper|trial|results|findings|article|research|report) \($"
)
_PLACE = re.compile(r" \((?:vol\b|(?:19|20)\d\d;|doi\b)")
_NUMBER = re.compile(r",? \d{1,4}, ?[a-z]?\d{2,}")
_SEE = re.compile(r"\((?:see )?[\w. ’']{0,30}$")
_BACK_THEN = re.compile(
    r"\b(?:in|back in) (?:19|20)\d\d,[^.;]{0,80}\b(?:reported|published|showed|described|found)\b|\b(?:(?<!00 )years ago|a decade ago|last year)\b",
    re.I,
)
_OLD = re.compile(
    r"\b(?:previous|earlier|prior|another|in (?:19|20)\d\d|last year|(?<!00 )years ago)\b", re.I
)
_NAME = re.compile(
    r"(?:[Tt]he )?[A-Z][\w’'-]{1,30}(?:(?:,? (?:of|and|the|in|for|on|&|de|et)){0,2} (?:[A-Z][\w’'-]{1,30}|&)|: [A-Z][\w’'-]{1,30}){0,9}"
)
_NAME_WORDS = re.compile(
    r"\b(?:Journal|Letters|Research|Sciences?|Medicine|Reviews?|Proceedings|Annals|Archives|Biology|Advances|Reports|Frontiers|Bulletin|"
    r"Transactions|Communications|Psychology|Psychiatry|Therapy|Studies|Genetics|Physics|Chemistry|Ecology|Epidemiology|Quarterly|Acta|"
    r"International|Clinical|Nutrition|Oncology|Neuroscience|Immunology|Nursing|Surgery|Pharmacology|Cardiology|Education|Methods|Materials|Today|Open)\b"
)
_NO_NAME = re.compile(
    rf"(?:the )?(?:{MONTH}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Washington|London|University|Figure|Table|English|"
    r"New York|Boston|Chicago|Dr|Professor|Europe|Africa|Asia|North|South|East|West|Congress|House|Senate|Parliament|Internet|Web|Facebook|Twitter)\b(?!-)",
)


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal named at [start, end), with the weight of what stands around it."""

    start: int
    end: int
    weight: float
    sentence: Sentence


def journals(article: Article) -> list[Journal]:
    """Journals that may have published the study, the likeliest first."""
    found = [
        *_listed(article),
        *_unlisted(article),
        *_record(article),
        *_cited(article),
        *_labelled(article),
        *_in_text(article),
    ]
    return sorted((j for j in found if j.weight >= 2), key=lambda j: (-j.weight, j.start))


def _listed(article: Article) -> Iterator[Journal]:
    for found in article.found(vocabulary.names("journals")):
        sentence = article.sentence_at(found.start)
        begin = found.start + 4 * article.text.startswith("the ", found.start)
        printed = article.text[begin : found.end]
        if sentence is None or not printed[:1].isalpha() or not _capital(printed):
            continue
        start, end = _whole_name(article, _begun(article, begin), found.end)
        if (start, end) == (begin, found.end) or not found.entry.starred:
            weight = _weigh(article, sentence, start, end, known=not found.entry.starred)
            yield Journal(start, end, weight, sentence)


#: The head of a PubMed record: "1. J Invented Med. 2001 Apr;24(4):631-6."
_RECORD = re.compile(
    r"(?:\d{1,3}\. )?(?P<name>[A-Z][\w .&():/-]{2,90}?)\. (?:19|20)\d\d(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?)?(?: \d{1,2})?[;:.]"
)


def _labelled(article: Article) -> Iterator[Journal]:
    """ "Journal: Sleep Letters" on a line of its own."""
    for match in citations.LABELLED.finditer(article.text):
        sentence = article.sentence_at(match.start("name"))
        if sentence and (
            match.group().lower().startswith(("journal", "published"))
            or _NAME_WORDS.search(match["name"])
        ):
            yield Journal(match.start("name"), match.end("name"), 4.0, sentence)


#: "Open Sleep Medicine 14(6): e5551207.": a reference parted by its full stops.
_PARTED = re.compile(r"(?P<name>[A-Z][A-Za-z&’ -]{3,60}?),? \d{1,4} ?(?:\(\d{1,3}\))?: ?e?\d{2}")


def _in_text(article: Article) -> Iterator[Journal]:
    for sentence in article.body:
        match = _PARTED.match(sentence.text)
        if match and _NAME_WORDS.search(match["name"]):
            start = sentence.start
            yield Journal(start, start + match.end("name"), 3.0, sentence)


def _record(article: Article) -> Iterator[Journal]:
    for block in article.blocks[:3]:
        match = _RECORD.match(article.text, block.start, block.end)
        sentence = article.sentence_at(block.start)
        if match and sentence:
            yield Journal(match.start("name"), match.end("name"), 6.0, sentence)


def _cited(article: Article) -> Iterator[Journal]:
    """Journals of references; the reference at the end of news is to the paper it is on."""
    for citation in citations.citations(article):
        start, end = citation.name
        printed = re.sub(r"\W", "", article.text[start:end])
        weight = (4.5 if citation.pages else 3.4) - 1.5 * citation.running
        coded = re.match(r"[A-Z]{1,4}\d{3}", printed)
        if (
            len(printed) > 2
            and not coded
            and not elsewhere.other(article, citation.sentence, start - citation.sentence.start)
        ):
            yield Journal(start, end, weight, citation.sentence)


def _capital(printed: str) -> bool:
    return printed[0].isupper() or any(c.isupper() for c in printed[1:4])


_BEGUN = re.compile(
    r"\b(?:Open|European|International|British|American|Canadian|Nordic|Scandinavian|Asian|African|Current|(?:European |International |British |American )?(?:Journal|Annals|Archives) of(?: the)?|Frontiers in|Advances in) $"
)


def _begun(article: Article, start: int) -> int:
    """Where a name begins of which the list has only the end: "Open Sleep Medicine"."""
    before = _BEGUN.search(article.text, max(0, start - 44), start)
    return before.start() if before else start


def _whole_name(article: Article, start: int, end: int) -> tuple[int, int]:
    """The capitals that go on after a listed name: "Nature" in "Nature Climate Change"."""
    match = _NAME.match(article.text, start)
    if (
        match
        and match.end() > end
        and re.match(r" [A-Z]|: [A-Z]| (?:of|and|&) [A-Z]", article.text[end : end + 8])
    ):
        return start, _undated(match.group(), match.end())
    return start, end


_REFERRED = re.compile(r"[”\"’]?,? \((?:doi|DOI|https?:|(?:19|20)\d\d|[Vv]ol\b|\d{1,4}[:;(,] ?\d)")
_DAY = re.compile(
    rf"[’']s (?:Online|Early|Advance|Web)\b.*$| (?:on|in|for|of|the|and)(?: the)? (?:{MONTH}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b.*$"
)


def _undated(name: str, end: int) -> int:
    """The end of a name without the day that stands behind it: "Sleep Letters on Monday"."""
    dated = _DAY.search(name)
    return end - (len(name) - dated.start()) if dated else end


_CUE = re.compile(
    r"\b(?:in|by|on|(?:issue|edition) of|this (?:week|month)[’']s) (?:the )?(?:(?:peer-reviewed|scientific|medical|open[- ]access|academic|online) ){0,2}(?:(?P<word>journals?|magazine),? )?[“\"‘]?(?=(?:[Tt]he )?[A-Z])"
)


_TOLD = re.compile(
    r"\b(?:publish\w*|journal|appear\w*|wrote in|writ(?:e|es|ing) in|report(?:s|ed)? in|describ\w+ in|out (?:today|now|this week|this month) in|online in|issue of|print in|detailed in|come[s]? out in|came out in|accepted by|accepted (?:for publication )?in|(?:report|paper|study|article|analysis|survey|letter|work), in|this week[’']s)\b|\((?:vol\b|doi|(?:19|20)\d\d;)"
)


def _unlisted(article: Article) -> Iterator[Journal]:
    """Names after "published in the journal"; without that word they must sound like a journal."""
    for sentence in article.body:
        if not _TOLD.search(sentence.low):
            continue
        for cue in _CUE.finditer(sentence.text):
            match = _NAME.match(sentence.text, cue.end())
            if match is None or _NO_NAME.match(match.group()):
                continue
            end = _undated(match.group(), match.end())
            referred = "&" in match.group() or _REFERRED.match(sentence.text, end)
            if not (cue["word"] or referred or _sounds(sentence.text, cue.start(), match)):
                continue
            start, end = trim(article.text, sentence.start + match.start(), sentence.start + end)
            weight = _weigh(article, sentence, start, end, known=False)
            yield Journal(start, end, weight - 0.5, sentence)


_FAR = {Whose.GENERAL: -1.0}
_OUT = re.compile(r"\bpublished (?:\w+ ){0,2}$|\bappear(?:s|ed|ing) (?:\w+ ){0,2}$")


def _sounds(text: str, cue: int, name: re.Match[str]) -> bool:
    """Whether a name sounds like a journal, or stands where only a journal can."""
    if _NAME_WORDS.search(name.group()):
        return True
    ends = text[name.end() : name.end() + 1] in {",", ".", ""} or text.startswith(
        " with co-", name.end()
    )
    return ends and len(name.group().split()) > 1 and bool(_OUT.search(text[:cue].lower()))


def _weigh(article: Article, sentence: Sentence, start: int, end: int, *, known: bool) -> float:
    """What speaks for the journal being that of this study."""
    before = article.text[max(sentence.start, start - 130) : start]
    after = article.text[end : min(sentence.end, end + 40)]
    weight = 1.0 * known
    weight += 2.6 * bool(_PUBLISHED.search(before)) + 1.5 * bool(_JOURNAL_WORD.search(before))
    weight += 2.6 * bool(_ISSUE.search(before)) + 1.5 * bool(_WORD_AFTER.match(after))
    weight += 1.2 * bool(_CITED.match(after)) + 1.5 * (sentence.zone is Zone.CITATION)
    weight += 1.6 * (known and bool(re.search(r"\| ?$", before)))
    the = _THE.search(before) or article.text.startswith("The ", start)
    named = (known and the) or _DATED.search(before)
    weight += 2.6 * bool(named and _PAPER.match(after))
    weight += {Whose.OWN: 0.5, Whose.NEAR: 0.0}.get(
        sentence.whose, _FAR.get(sentence.whose, -3.0) if sentence.zone is Zone.BODY else 0.0
    )
    placed = _IN_PRINT.search(before) and _PLACE.match(after)
    bracketed = _BRACKETED.search(before) and (_NUMBER.match(after) or _CITED.match(after))
    weight += 2.6 * bool(placed or bracketed or _PUBLISHES.match(article.text, end))
    seen = _SEE.search(before) and _CITED.match(after) and not bracketed
    weight -= 3.0 * bool(seen and sentence.zone is Zone.BODY)
    weight -= 3.0 * bool(_BACK_THEN.search(before))
    weight -= 1.5 * bool(_OLD.search(before[-60:]) or _OLD.match(after.strip(" ,")))
    return weight - 4.0 * (sentence.zone in {Zone.ABOUT, Zone.FOOTER, Zone.MENU, Zone.CONTACTS})
