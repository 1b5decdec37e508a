"""Names of organisations and people as news prints them, found by their form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.study import vocabulary
from reader.study.reading.article import Article, Sentence

_CAPITAL = r"(?:[A-ZÀ-Þ][\w’'&-]{0,30}|[A-Z]\.(?:[A-Z]\.)*|&)"
_RUN = re.compile(
    rf"{_CAPITAL}(?:\.?(?:,? (?:of|for|the|and|in|at|on|de|la|le|du|des|der|di|da|del|do|y|et|&)){{0,3}} {_CAPITAL}(?:\([A-Z][a-z]{{1,4}}\.\))?){{0,14}}"
)
_ORGANISATION = re.compile(
    r"\b(?:Universit(?:y|ies|é|ät|à|eit|at|et)|Universidad|Universidade|Université|Institut(?:e|es|ion|ions|o|et|t)?|Hospitals?|Hôpital|Klinikum|Colleges?|Schools?|Cent(?:er|re)s?|"
    r"Clinic|Laborator(?:y|ies)|Lab|Observatory|Foundation|Society|Association|Academy|Agency|Council|Department|Ministry|Trust|Network|Consortium|"
    r"Infirmary|Faculty|Museum|Survey|Administration|Service|Services|Organi[sz]ation|Corporation|Pharmaceuticals?|Therapeutics|Biosciences|Biotech|Biomarkers|"
    r"Inc|LLC|Ltd|Company|Health System|Polytechnic|Charity|Commission|Office|Fund|Alliance|Union|Research Group|Research Unit|Collaborative|Division|Collaboration|Federation|Veterans Affairs|Program|Programme|Initiative|Technologies|Healthcare)\b"
)
_JOIN = re.compile(r",? and (?:the )?")
_TITLE = re.compile(
    r"^(?:Dr|Prof|Professor|Drs|Mr|Mrs|Ms|The|In|At|From|A|An|By|And|But|As|For|Researchers|Scientists|Investigators|Director|President|Doctors|When|While|Both|New|Now|Lead|Senior|Study|Chief|Reference|Article|Source|About|Contact|Media|With|On|According)\b\.? ?"
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation named at [start, end)."""

    name: str
    start: int
    end: int
    sentence: Sentence


def organisations(article: Article) -> list[Organisation]:
    """All organisations of the text in its order."""
    found = [organisation for s in article.sentences for organisation in _in(article, s)]
    taken = [(o.start, o.end) for o in found]
    for term in article.found(vocabulary.names("organisations")):
        sentence = article.sentence_at(term.start)
        printed = article.text[term.start : term.end]
        if sentence and printed[0].isupper() and not any(a <= term.start < b for a, b in taken):
            found.append(Organisation(printed, term.start, term.end, sentence))
    return sorted(found, key=lambda o: o.start)


def _in(article: Article, sentence: Sentence) -> Iterator[Organisation]:
    for match in _RUN.finditer(sentence.text):
        if not _ORGANISATION.search(match.group()):
            continue
        for start, end in _parts(match.group()):
            start, end = start + match.start(), end + match.start()
            start, end = _bare(sentence.text, start, end)
            name = sentence.text[start:end]
            if _ORGANISATION.search(name) and len(name.split()) > 1:
                yield Organisation(name, sentence.start + start, sentence.start + end, sentence)


def _parts(run: str) -> Iterator[tuple[int, int]]:
    """A run cut where "and" or a comma joins two organisations."""
    start = 0
    for join in re.finditer(r",? and (?:the )?|, (?:the )?(?:and )?", run):
        left, right = run[start : join.start()], run[join.end() :]
        if (
            _ORGANISATION.search(left)
            and _ORGANISATION.search(right)
            and not left.endswith(("Institute", "Department"))
        ):
            yield start, join.start()
            start = join.end()
    yield start, len(run)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Without a title before the name and a place, possessive or connector behind it."""
    while match := _TITLE.match(text[start:end]):
        if not match.end() or match.end() >= end - start:
            break
        start += match.end()
    while tail := re.search(
        r"(?:,? (?:of|for|the|and|in|at|on|de|la)|[’']s?|\.|,)$", text[start:end]
    ):
        if text[start:end].endswith(("Inc.", "Ltd.")) or not tail.group():
            break
        end = start + tail.start()
    return start, end


_GIVEN = (
    r"(?:[A-ZÀ-Þ][a-zà-ÿ’'-]{1,24}(?:-[A-Z][a-zà-ÿ]{1,20})?|[A-Z]\.(?:[ -]?[A-Z]\.)?|[A-Z]{1,2}\b)"
)
_SURNAME = r"(?:(?:[Vv]an der|[Vv]an den|[Vv]an de|[Vv]an|[Vv]on|[Dd]e la|[Dd]e|[Dd]el|[Dd]i|[Dd]a|[Dd]os|[Ll]e|[Ll]a|bin|al|el|St\.|Mc|O[’'])[ -]?)?[A-ZÀ-Þ][\w’'-]{1,24}"
#: A person's name of two to five parts.
PERSON = rf"{_GIVEN}(?: {_GIVEN}){{0,2}} {_SURNAME}(?: (?:Jr|Sr|III|II)\b\.?)?"
#: A surname alone, as in "Lee and colleagues".
SURNAME = _SURNAME
_NOT_PERSON = re.compile(
    r"^(?:The|This|These|In|On|At|A|An|For|With|From|By|As|And|But|When|While|Since|After|Before|During|New|National|American|British|European|"
    r"United|University|Institute|College|School|Hospital|Center|Centre|North|South|East|West|Northern|Southern|Western|Eastern|Central|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Nature|Science|Journal|"
    r"Results|Findings|Patients|People|Researchers|Scientists|Study|Research|However|Although|Our|Their|His|Her|It|They|We|Medical|Health|Public|"
    r"World|International|Food|Drug|Department|Division|Office|General|Society|Association|Phase|Group|Figure|Table|Photo|Image|Credit|Early|Late|High|Low|Human|Clinical|Cancer|Breast|Lung|Type|Los|San|Santa|Great|"
    r"Annual|Senior|Lead|Chief|Both|Other|Many|Most|Some|All|Each|More|Two|Three|Four|Five|Media|Contact|About|Related|Overall|Vitamin|Global|Royal|Saint|Although|Here|There|If|Because|Despite|Until|Once|Yet|Previous|Recent|Further|Future|Older|Younger|Women|Men|Children|Adults|Palo|White|African|Asian|Native|Latin|Middle|Hubble|Earth|Mars|Moon|Sun|First|Second|Third|Last|Next)\b"
)
_NOT_IN_PERSON = re.compile(
    r"\b(?:University|Institute|College|School|Hospital|Center|Centre|Society|Association|Foundation|Journal|Medicine|Health|Research|Department|Agency|Council|"
    r"Disease|Study|Trial|Program|Programme|Project|Sciences?|Engineering|Laboratory|Group|Network|Award|Prize|Press|News|Today|Street|Road|Avenue|City|County|State|States|Kingdom|Island|Islands|Ocean|River|Lake|"
    r"Administration|Drug|Services?|Committee|Commission|Report|Survey|Scale|Index|Test|Syndrome|Virus|Cancer|Diet|Act|Day|Week|Month|Year|Affairs|Telescope|Observatory|Clinic|Times|Post|Herald|Biology|Physics|Chemistry|Psychology|Oncology|Neurology|Surveys?|Nutrition|Control|Prevention|Therapy|Technology|Technologies|Institution|Biomarkers|Pharmaceuticals)\b"
)


def is_person(name: str) -> bool:
    """Whether a run of capitals may be a person and not a thing or an office."""
    return not _NOT_PERSON.match(name) and not _NOT_IN_PERSON.search(name) and not name.isupper()
