"""Institutions that did the work: where its investigators are, or that the article says did it."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.model.study import StudyValue
from reader.study import elsewhere
from reader.study.reading.article import Article
from reader.study.reading.blocks import Zone
from reader.study.reading.names import PERSON, is_person
from reader.study.reading.organisations import Organisation
from reader.study.reading.whose import Whose
from reader.study.values import stated
from reader.text import sieve as re

#: Work that an organisation is the place of, before its name.
_WORK = (
    r"(?:researchers?|scientists?|investigators?|teams?|groups?|colleagues|associates|co-?authors?|co-?workers|collaborat(?:ors?|ion|ive)|astronomers?|engineers?|"
    r"physicists?|biologists?|chemists?|psychologists?|neuroscientists?|epidemiologists?|experts|academics|doctors|physicians|"
    r"clinicians|economists?|geologists?|ecologists?|surgeons|nurses|midwives|dentists|nutritionists|dieti[ct]ians|specialists|\w{2,20}(?:ologists?|emists?|icists?|icians|iatrists?))"
)
#: Where those studied were, or what was studied was made.
_THERE = re.compile(
    r"\b(?:built|developed|trained|made|tested|treated|operated on|given|grown|scanned|born|recruited|enroll?ed|followed|seen|cared for|infusion|injection|surgery|transplant|patients|people|children|babies|women|men|volunteers|nurses|students|wards?|clinics?)(?: [^.;,]{0,40})? (?:at|in)(?: the)? $|"
    r"^At(?: the)? $|\b(?:notes|records|files|archives?|database|charts|freezers|wards|labs?|laborator(?:y|ies)|clinics?|greenhouses) (?:of|at|in)(?: the)? $"
)
#: Those who pay do not do it.
_PAID = re.compile(
    r"\b(?:funded|paid for|financed|sponsored|bankrolled|supported|backed|covered|made possible)\b[^.;]{0,110}$"
)
_OFFICE = (
    r"(?:professors?|lecturer|fellow|student|researcher|scientist|director|chair(?:man|woman)?|chief|head|physician|surgeon|dean|"
    r"postdoc(?:toral)?|author|leader|investigator|specialist|consultant|instructor|\w{3,20}ologist|\w{3,20}iatrist|\w{3,20}icist|"
    r"\w{3,20}ician|engineer|economist|analyst|M\.?D\.?|Ph\.?D\.?|M\.?P\.?H\.?|D\.?V\.?M\.?|MSc|RN|MBBS|FRCP)"
)
#: The study was done here, whoever speaks.
_DID = re.compile(
    rf"\b{_WORK}(?: \w+)?,? (?:at|from) (?:[\w,.’&-]{{1,20}} ){{1,4}}and(?: the)? $|\b{_WORK}(?: \w+)?,? (?:at|from|in|of|with)(?: both| the)?(?: \w+ (?:of|at)| (?:organi[sz]ation|charity|company|firm|group|non-?profit))? $|"
    r"\b(?:led|conducted|carried out|performed|run|designed|developed|coordinated|organi[sz]ed|headed|undertaken|published|created|done|spearheaded|released|"
    r"ran the \w+|conducted the \w+)(?: \w+)? (?:by|at|through|in|with)(?: (?:a|an|the))?(?: (?:team|group|researchers|scientists|investigators|collaboration) (?:of \w+ )?(?:at|from|of|between))?(?: both)?(?: the)? $|"
    r"\b(?:study|report|analysis|survey|research|trial|paper|findings|work|review) (?:by|from|at|out of|(?:led|run|conducted|coordinated|carried out) (?:by|from|at))(?: the)? $|"
    r"\b(?:run|organi[sz]ed|directed|coordinated) from(?: the)? $|\b(?:work|tests?|testing|trials?|study|comparison|experiments?|project|survey|operations?|scans?|measurements)(?: (?:was|were|took))?(?: (?:done|place|made|run|carried out|in [a-z]+))? (?:at|in)(?: the)? $|"
    r"\b(?:is|was) the (?:joint )?work of(?: the)? $|\b(?:analy[sz]ed|examined|processed|sequenced|planned|conceived|set up) (?:by|at|in)(?: the)? $|\b(?:carried out|conducted|done|run) for [^.;,]{3,30} by(?: the)? $|\b(?:involved|taking part(?: in the \w+)?|partners(?: in the \w+)?|collaborators) (?:were|are|included?)(?: the)? $|\bbased at(?: the)? $|\(\s?(?:the )?$|\b(?:collaborat(?:ion|ive) (?:effort )?(?:by|between|with|of)|in collaboration with|effort (?:by|of)|together with|partnership with)(?: the)? $",
    re.I,
)
#: The place of a person; it counts when the person is a maker of the study.
_AFFILIATED = re.compile(
    rf"(?:\b{_OFFICE}|\bPh\.D\.)(?: and [^.;]{{1,60}}|,? [^.;]{{0,110}})?,? (?:at|of|from|in|with|for)(?: the)? $|\b(?:is|are|works?) (?:with|at|for)(?: the)? $",
    re.I,
)
_BY_NAME = re.compile(
    rf"{PERSON}(?:,? [A-Z][A-Za-z.]{{1,6}}){{0,3}}(?:, (?:[^.;]{{1,60}} )?(?:at|of|from|with)| (?:at|of|from|with)|,| \()(?: the)? ?$"
)
_DOES = re.compile(
    r"^(?:[’']s)? (?:\([^)]{1,30}\),? )?(?:[\w-]+ ){0,2}?(?:researchers?|scientists?|investigators?|team|study|analysis|found|led|conducted|has analy[sz]ed|showed|report(?:s|ed)? (?:that|their|in)|"
    r"which (?:led|conducted|ran|put|sent|built|asked|runs)\b|(?:has |had |have )?(?:put|sent|combed|built|asked|recruited|invited|posted|mailed|looked back|gave|tested|compared|followed|searched|tracked) |discovered|have (?:found|discovered|shown|developed|identified))\b|^(?:[’']s)? (?:\([^)]{1,30}\),? )?,? which (?:led|conducted|ran|carried)"
)
_NOT = re.compile(
    r"\b(?:funded|funding|supported|support (?:from|by|of)|grants? (?:from|by)|sponsor(?:ed|s)?(?: by)?|published (?:in|by)|approved by|approval (?:from|of|to)|meetings?|conference|according to|recommends?|"
    r"guidelines? (?:from|of|by)|told|reported to|presented (?:at|to)|similar to|used by|estimates? (?:from|by)|formerly|previously|part of|a (?:member|division|program) of|overseen by|money from|"
    r"license|licence|licensed|annual|symposium|congress|session at|not involved|independent|editor|editorial|perspective|commentary|provided by|courtesy of|credit|photo|granted|to|data from|"
    r"database of|registry of|trained at|graduated from|born|elected|fellow of|awarded by|donated|accredited by|press office)(?: in part)?(?: by| at| from)?(?: both| the)* ?$",
    re.I,
)
_MEETING = re.compile(
    r"^\) ?[—–-]|^(?:[’']s?)?(?: \([^)]{1,30}\))?(?:[’']s?)?,? (?:\d{4} )?(?:\w+ ){0,2}(?:meeting|conference|congress|symposium|convention|sessions|guidelines?|recommend\w*|criteria|classification|definition|press|website|journal|approved|spokes\w+|grants?|award|prize|provided)\b|^ (?:fund(?:s|ed|ing)?)\b",
    re.I,
)
_NOT_NAME = re.compile(
    r"\b(?:Study|Trial|Journal|Survey|National Health Service|Health Organi[sz]ation|Food and Drug|Programme|Report|Award|Prize|Act|Meeting|Conference|Campaign|Database|Registry|Nations|Initiative to|Assay|Fund|"
    r"Society|Press|Guidelines?|Parliament|Congress|Senate|Police|Service Award|Government|Union)\b|^(?:FDA|CDC|NHS|NIH|Experiment|Program)\b"
)
_CHAIN = re.compile(
    r"\)?(?: ?\([^)]{0,60}\))?(?:,? (?:in )?[A-Z][\w.’-]{1,20}(?: [A-Z][\w.’-]{1,20}){0,2}){0,2}[,;]?(?:(?:,? (?:and|as well as|along with|both|at|from|the|The|with|other|researchers|scientists|colleagues|teams?|investigators|in collaboration)))*,? ?"
)
_ACADEMIC = re.compile(
    r"Universi|Hospital|College|School|Medical Cent|Institut|Clinic|Observatory|Museum"
)
_SAYS = re.compile(
    r"\b(?:said|says|sai|explain(?:s|ed)|add(?:s|ed)|commented|told|according to|note[sd])\b"
)


@dataclass(frozen=True, slots=True)
class Makers:
    """Who speaks in the article: the surnames of its makers, and passages on outsiders."""

    surnames: frozenset[str]
    outsiders: tuple[tuple[int, int], ...]


def institutions(
    article: Article, found: Sequence[Organisation], makers: Makers
) -> tuple[StudyValue, ...]:
    """At most eight institutions in the order of the text."""
    weights: list[float] = []
    shorts: set[int] = set()
    for number, organisation in enumerate(found):
        weight = _weight(article, organisation, makers)
        if _part(article, organisation, found[number + 1 : number + 2]):
            shorts.add(organisation.start)
        if number and (
            _short(article, found[number - 1], organisation) or _whole(article, organisation)
        ):
            shorts.add(organisation.start)
            weights.append(weights[-1])
            continue
        if number and _chained(article, found[number - 1], organisation):
            weight = max(weight, weights[-1]) if weights[-1] > 0 else weights[-1]
        weights.append(weight)
    chosen: dict[str, tuple[Organisation, float]] = {}
    for organisation, weight in zip(found, weights, strict=True):
        if weight >= 1 and organisation.start not in shorts:
            _take(chosen, organisation, weight)
    if all(_LABORATORY.search(key) for key in chosen) and (own := _publisher(article, found)):
        _take(chosen, own, 1.0)
    return tuple(
        stated(article, o.name, [(o.start, o.end)], min(0.9, 0.5 + 0.12 * weight), "institution")
        for o, weight in list(chosen.values())[:8]
    )


_LABORATORY = re.compile(r"\b(?:laborator(?:y|ies)|lab|department|unit)\b")
#: The lines over a story, in which an institute says that it tells it.
_OVER = 6
_NATIONAL = re.compile(r"\bNational\b|\bAcadem|\bCouncil\b")


def _publisher(article: Article, found: Sequence[Organisation]) -> Organisation | None:
    """The house whose news it is, where it is one of research and no other is told of."""
    for organisation in found:
        sentence = organisation.sentence
        over = sentence.block < _OVER and sentence.zone not in {Zone.BODY, Zone.ABOUT}
        line = article.blocks[sentence.block]
        if over and line.end - line.start < 120 and _ACADEMIC.search(organisation.name):
            return None if _NATIONAL.search(organisation.name) else organisation
    return None


def _take(
    chosen: dict[str, tuple[Organisation, float]], organisation: Organisation, weight: float
) -> None:
    """Keep each institution once, in the form that says most."""
    key = re.sub(r"\W+", " ", organisation.name.lower().removeprefix("the ")).strip()
    words = frozenset(key.split())
    if any(words <= frozenset(known.split()) for known in chosen):
        return
    for known in [k for k in chosen if f" {k} " in f" {key} "]:
        both = f"{chosen[known][0].name} and {organisation.name}"
        if both not in organisation.sentence.text:
            del chosen[known]
    chosen[key] = (organisation, weight)


#: "…, both parts of the Ministry of Health; and the …": told of those before, it is none of them.
_WHOLE = re.compile(r",(?: (?:both|all|each|which is|which are))? (?:a )?parts? of(?: the)? $")


def _whole(article: Article, organisation: Organisation) -> bool:
    """Whether it is only named as what the organisations before it belong to."""
    return (
        _WHOLE.search(article.text, max(0, organisation.start - 40), organisation.start) is not None
    )


def _part(article: Article, organisation: Organisation, following: Sequence[Organisation]) -> bool:
    """Whether it is a department, told with the institution that it belongs to."""
    if not organisation.name.startswith(("Department", "Faculty", "Section", "Clinic of")):
        return False
    return any(
        article.text[organisation.end : o.start] in {", ", " at ", " of the ", ", the "}
        for o in following
    )


def _short(article: Article, before: Organisation, organisation: Organisation) -> bool:
    """Whether it is the abbreviation, in brackets, of the organisation before it."""
    gap = article.text[before.end : organisation.start]
    return gap == " (" and article.text.startswith(")", organisation.end)


def _chained(article: Article, before: Organisation, organisation: Organisation) -> bool:
    """Whether an organisation stands in a list with the one before it."""
    gap = article.text[before.end : organisation.start]
    listed = before.sentence is organisation.sentence and len(gap) < 110
    after = article.text[organisation.end : organisation.end + 60]
    return (
        listed and _CHAIN.fullmatch(gap) is not None
        and not (_NOT_NAME.search(organisation.name) or _MEETING.match(after))
    )  # fmt: skip


def _weight(article: Article, organisation: Organisation, makers: Makers) -> float:
    sentence = organisation.sentence
    if sentence.zone not in {Zone.BODY, Zone.HEADLINE}:
        return 0.0
    if any(start <= organisation.start < end for start, end in makers.outsiders):
        return 0.0
    before = article.text[max(sentence.start, organisation.start - 160) : organisation.start]
    after = article.text[organisation.end : min(sentence.end, organisation.end + 90)]
    if _NOT.search(before) or _MEETING.match(after) or _brought_in(article, organisation, before):
        return 0.0
    did, does = _DID.search(before[-110:]), _DOES.match(after) or _ANNOUNCES.match(after)
    if before.endswith("(") and after[:2].strip().islower():
        did = None
    if _PAID.search(before) and not did:
        return 0.0
    society = bool(_NOT_NAME.search(organisation.name))
    if society and not did:
        return 0.0
    general = -0.2 if did or does else -1.5
    person = _of_person(article, organisation, before, makers)
    general = general if person < _MAKER else 0.0
    weight = {Whose.OWN: 0.7, Whose.NEAR: 0.3, Whose.GENERAL: general}.get(sentence.whose, -1.5)
    did_it = bool(did or _AFFILIATIONS.match(sentence.low))
    there = not did_it and _ACADEMIC.search(organisation.name) and _THERE.search(before[-80:])
    return weight + 1.2 * did_it + 0.8 * bool(there) + 1.0 * bool(does) + person


#: A company that makes its own results known.
_ANNOUNCES = re.compile(
    r"(?: \([A-Za-z]{2,9}: ?[\w., :]{1,24}\))?,?(?: an? [^.;]{3,90},)? (?:today |yesterday |has )?(?:announce[sd]|made known|made public|report(?:s|ed) (?:today|positive|that|results|topline)|unveil(?:s|ed)|presented (?:today|results|data))\b"
)
#: Another team, brought in when the study has been told.
_OTHER_TEAM = re.compile(
    r"\b(?:an?|another|one) (?:[a-z-]+ ){0,2}(?:team|group|laboratory|lab|study|trial|survey|researchers?)\b[^.;]{0,12} (?:at|in|of|from|by)(?: the)? $|\bin (?:19|20)\d\d,? (?:an? |the )?$"
)


def _brought_in(article: Article, organisation: Organisation, before: str) -> bool:
    """Whether an organisation is named for another study, late in the news."""
    late = elsewhere.late(article, organisation.sentence)
    return late and _OTHER_TEAM.search(before) is not None


_AFFILIATIONS = re.compile(r"(?:authors?[’']? )?(?:affiliations?|institutions?): ")
#: What a maker's place weighs.
_MAKER = 1.6


def _of_person(article: Article, organisation: Organisation, before: str, makers: Makers) -> float:
    """What the person whose place it is adds: makers much, people of whom nothing is known little."""
    if not (_AFFILIATED.search(before[-120:]) or _BY_NAME.search(before[-120:])):
        return 0.0
    sentence = organisation.sentence
    people = [m.group() for m in re.finditer(PERSON, before) if is_person(m.group())]
    named = re.findall(r"[A-ZÀ-Þ][\w’'-]+", article.text[sentence.start : organisation.start])
    if any(word.lower() in makers.surnames for word in (*named, *(p.split()[-1] for p in people))):
        return _MAKER
    known = 0.3 * bool(_ACADEMIC.search(organisation.name))
    return known + (0.2 if people and _SAYS.search(sentence.low) else 0.4)
