"""Names of organisations as news prints them, found by their form or in a list."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.study import vocabulary
from reader.study.reading.article import Article, Sentence
from reader.study.reading.names import PERSON, is_person
from reader.text import sieve as re

_CAPITAL = r"(?:[A-ZÀ-Þ](?:[\w’'&–-]|\.(?=[A-Za-z]{3})){0,30}|(?:St|Mt|Ft)\.(?= [A-Z])|[A-Z]\.(?:[A-Z]\.)*|&)"
_LINK = r"(?:of|for|the|and|in|at|on|de|la|le|du|des|der|di|da|del|do|dos|y|e|et|für|to|&)"
#: Words that begin with a capital, joined by small ones: the names in it are told apart below.
_RUN = re.compile(
    rf"{_CAPITAL}(?:(?: {_LINK}){{0,3}}(?: \([A-Z][a-z]{{1,4}}\.\))? {_CAPITAL}){{0,14}}"
)
#: "Heart, Lung, and Blood Institute": a list inside a name, taken up where a run ends.
_LISTED = re.compile(
    rf"(?:, {_CAPITAL}(?: {_CAPITAL}){{0,2}}){{1,4}},? (?:and|&) {_CAPITAL}(?: (?:of )?{_CAPITAL}){{0,3}}"
)
#: The word that makes a run of capitals an organisation.
HEAD = re.compile(
    r"\b(?:Universi(?:t(?:y|ies|é|ät|à|eit|at|et|i|as|ari[oa]|ário|aire|air|ätsklinikum|ätsmedizin|etet|etssjukhus)|dad|dade)|Uniwersytet|Univerzita|Üniversitesi|Yliopisto|Institut(?:e|es|ion|ions|o|et|t)?|"
    r"Hospitals?|Hôpital|Ospedale|Klinikum|Colleges?|Schools?|Cent(?:er|re)s?|Centro|Clinics?|Laborator(?:y|ies)|Labs?|"
    r"Observatory|Foundation|Society|Association|Academy|Academies|Agency|Council|Department|Ministry|Trust|Network|"
    r"Consortium|Infirmary|Faculty|Museum|Survey|Administration|Services?|Organi[sz]ation|Corporation|"
    r"ETH|KU|TU|RWTH|IIT|AG|GmbH|plc|Pharmaceuticals?|Pharma|Therapeutics|Biosciences|Biotech|Bio[Tt]herapeutics|Diagnostics|Genomics|Inc|LLC|Ltd|Company|"
    r"Health System|Health Care System|Healthcare|Health Board|Polytechnic|Charity|Commission|Office|Fund|Alliance|Union|"
    r"Research Group|Research Unit|Collaborative|Collaboration|Collaborators|Division|Federation|Veterans Affairs|"
    r"Program|Programme|Initiative|Technologies|Oncology Group|Study Group|Trials? Unit|Bureau|Authority|Directorate|"
    r"Medicine and Science|Medical Corps|Zoo|Aquarium|Botanic(?:al)? Gardens?|Biobank|Police|League|Section|Branch)\b"
)
#: Heads that carry no name of their own: an organisation that holds it stands behind or before.
_BARE_HEAD = re.compile(
    r"(?:The )?(?:University|Institutes?|Department|Hospital|Cent(?:er|re)|School|College|Faculty|Division|Society|"
    r"Agency|Council|Association|Foundation|Ministry|Academy|Network|Program(?:me)?|Medical School|Medical Cent(?:er|re))s?"
)
_DEGREE = re.compile(
    r"^(?:(?:Ph|M|D|Sc|Dr|B|R|N|P|H|MB|Pharm|Psy)\.?)(?:[A-Z]\.)*,? ?$|^(?:MD|PhD|MPH|DVM|MBBS|RN)$"
)
_TITLE = re.compile(
    r"^(?:the|Drs?|Prof|Professors?|Mr|Mrs|Ms|The|In|At|From|A|An|By|And|But|As|For|Researchers?|Scientists?|Investigators?|"
    r"Director|President|Doctors|When|While|Both|New(?! (?:York|Zealand|Jersey|Mexico|England|Hampshire|South|Orleans|Delhi|Haven|Brunswick|Caledonia|Hope)\b)|Now|Lead|Senior|Study|Chief|Reference|Article|Source|About|Contact|"
    r"Media|With|On|According|Co|Our|Their|This|These|To|Of|Since|After|Before|Also|Additional|Other|Associate|Assistant|"
    r"Fellow|Chair|Head|Dean|Funding|Funded|Support|Credit|Image|Photo|[A-ZÀ-Þ][\w’]+-based)\b\.? ?(?=\S)"
)
_TAIL = re.compile(
    r"(?:,? (?:of|for|the|and|in|at|on|de|la|to|&|The)|[’']s?|\.|,|–)$|(?<=.) (?:Curator|Director|President|Professor|Chief|Scientist|Researcher|Fellow|Chair|Dean|Spokes\w+|Study|Press)$"
)
_CAMPUS = re.compile(
    r",? (?:at )?(?:San Francisco|Los Angeles|Berkeley|San Diego|Davis|Irvine|Santa Barbara|Santa Cruz|Riverside|Merced)\b"
)
#: Small words behind which a place, or another organisation, begins.
_JOINT = re.compile(
    r" (?P<word>and (?:at|from|in|of)(?: the)?|and the|and|in the|in|on the|on|at the|at|of the|of|from the|to the|to|&) (?=[A-Z])"
)


_NATIONAL = frozenset({"National", "Royal", "American", "International", "European", "Canadian"})


def _fields() -> frozenset[str]:
    """Words such a name goes on with: "Institute of Allergy and Infectious Diseases"."""
    return vocabulary.plain("organisation_fields")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation named at [start, end)."""

    name: str
    start: int
    end: int
    sentence: Sentence


def organisations(article: Article) -> list[Organisation]:
    """All organisations of the text in its order; of two that overlap, the longer name."""
    found = [organisation for s in article.sentences for organisation in _in(article, s)]
    found += [organisation for s in article.sentences for organisation in _headless(article, s)]
    for term in article.found(vocabulary.names("organisations")):
        sentence = article.sentence_at(term.start)
        printed = article.text[term.start : term.end]
        if sentence and printed[0].isupper():
            found.append(Organisation(printed, term.start, term.end, sentence))
    kept: list[Organisation] = []
    for one in sorted(found, key=lambda o: (o.start - o.end, o.start)):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda o: o.start)


#: "Fernhill University's Ann Lee": the house, and somebody of it.
_OWNER = re.compile(
    rf"^([^’']*\b(?:University|College|Hospital|Institute|Clinic|School))[’']s {PERSON}$"
)


def _in(article: Article, sentence: Sentence) -> Iterator[Organisation]:
    if not HEAD.search(sentence.text):
        return
    for start, end in _runs(sentence.text):
        for part_start, part_end in _parts(sentence.text, start, end):
            at, to = _bare(sentence.text, part_start, part_end)
            name = sentence.text[at:to]
            if owned := _OWNER.match(name):
                name, to = owned[1], at + owned.end(1)
            if HEAD.search(name) and len(name.split()) > 1 and not _BARE_HEAD.fullmatch(name):
                yield Organisation(name, sentence.start + at, sentence.start + to, sentence)


#: What stands before an organisation whose name does not say that it is one.
_CUE = re.compile(
    r"\b(?:researchers|scientists|investigators|team|colleagues|experts|astronomers|engineers|working|works|based) at (?:the )?(?=[A-Z])|"
    r"\b(?:organi[sz]ation|company|charity|firm|biotech|startup|start-up|non-?profit|drugmaker|manufacturer) (?=[A-Z])"
)


def _headless(article: Article, sentence: Sentence) -> Iterator[Organisation]:
    """Names without such a word, where the words before them say what they are."""
    for cue in _CUE.finditer(sentence.text):
        match = _RUN.match(sentence.text, cue.end())
        if match and not HEAD.search(match.group()):
            end = match.start() + len(re.split(r" (?:in|on|at|and|to) ", match.group())[0])
            start, end = _bare(sentence.text, match.start(), end)
            if end - start > 2:
                name = sentence.text[start:end]
                yield Organisation(name, sentence.start + start, sentence.start + end, sentence)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Runs of capitals, each with the list of fields that belongs to its name."""
    at = 0
    while match := _RUN.search(text, at):
        start, at = match.span()
        listed = _LISTED.match(text, at)
        if listed and _belongs(match.group(), listed.group()):
            at = listed.end()
        campus = _CAMPUS.match(text, at)
        if campus and match.group().endswith("University of California"):
            at = campus.end()
        yield start, at


def _belongs(run: str, listed: str) -> bool:
    """Whether a list goes on with the name: fields behind "Institute of", or a head at its end."""
    parts = [part for part in re.split(r", (?:and |& )?| and | & ", listed) if part]
    if HEAD.search(run):
        return all(part.split()[-1].lower() in _fields() for part in parts)
    inner = parts[:-1]
    whole = bool(HEAD.search(parts[-1])) and not any(HEAD.search(part) for part in inner)
    return whole and not _NATIONAL.isdisjoint(run.split())


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The run [start, end) cut where one organisation, or a person, or a place ends."""
    at = start
    for joint in _JOINT.finditer(text, start, end):
        if joint.start() < at:
            continue
        left, right = text[at : joint.start()], text[joint.end() : end]
        verdict = _cut(left, joint["word"], right)
        if verdict == "both":
            yield at, joint.start()
        if verdict:
            at = joint.end()
        if verdict == "left":
            yield at - (joint.end() - joint.start()) - len(left), joint.start()
            return
    yield at, end


def _ends_in_person(left: str) -> bool:
    """ "Deputy Scientist Ann Lee", "Dr Lee": a person with an office, or without."""
    bare = _TITLE.sub("", left)
    last = " ".join(left.split()[-2:])
    return is_person(bare) or (" " in last and is_person(last))


_COMPANY = re.compile(
    r"\b(?:Therapeutics|Pharmaceuticals?|Pharma|Biosciences|Biotech|Inc|Ltd|LLC|Corporation)\.?$"
)


def _cut(left: str, word: str, right: str) -> str:
    """What to keep at a joint: "both" sides, the "left", the "right", or all of it ("")."""
    name, follows = bool(HEAD.search(left)), bool(HEAD.search(right))
    if word.startswith(("and", "&")):
        return _cut_and(left, word, right)
    if not name and follows and (word != "of" or _ends_in_person(left)):
        return "right"
    if word == "of" and _COMPANY.search(left):
        return "left"
    if word in {"to", "to the", "from", "from the"} and right.split()[-1].lower() not in _fields():
        return "left" if name else "right"
    place = not follows and right.split()[-1].lower() not in _fields()
    if word in {"in", "in the", "on", "on the"} and name and place:
        return "left"
    return ""


def _cut_and(left: str, word: str, right: str) -> str:
    if not HEAD.search(left) or _BARE_HEAD.fullmatch(left.split(" of ")[-1]):
        return "right" if word == "and the" and HEAD.search(right) else ""
    first = re.split(rf" {_LINK} ", right)[0].split()
    goes_on = bool(first) and first[-1].lower() in _fields() and word != "and the"
    return "" if goes_on else "both"


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Without a title or degree before the name and a possessive or connector behind it."""
    while match := _TITLE.match(text[start:end]):
        start += match.end()
    first = re.match(r"(\S+?,?) ", text[start:end])
    while first and _DEGREE.match(first[1]):
        start += first.end()
        first = re.match(r"(\S+?,?) ", text[start:end])
    while tail := _TAIL.search(text[start:end]):
        if text[start:end].endswith(("Inc.", "Ltd.")):
            break
        end = start + tail.start()
    return start, end
