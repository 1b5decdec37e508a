"""Countries of the work and of its participants, named outright or by a people, a state or a city."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from reader.model.study import StudyValue
from reader.study import away, elsewhere, pointers, vocabulary
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.organisations import Organisation
from reader.study.reading.whose import Whose
from reader.study.values import stated
from reader.study.vocabulary import Entry, Terms
from reader.text import sieve as re

_WHERE = re.compile(
    r"\b(?:in|from|across|throughout|of|at|living in|born in|conducted in|sites in|hospitals in|villages in|coast of|cent(?:er|re)s in|researchers in|team (?:in|from)|people in)(?: the| rural| urban| northern| southern| eastern| western| central| mainland| every| all)* ?$"
)
_PEOPLE_AFTER = re.compile(
    r"^ (?:\w+ ){0,2}(?:people|patients|participants|adults|men|women|children|infants|babies|volunteers|villages?|households?|families|population|students|schoolchildren|schools?|twins|study|trial|survey|cohort|"
    r"drivers?|nurses?|midwives|farm(?:s|ers|ing)?|pupils?|workers?|doctors?|teens|towns?|cities|wards?|clinics?|scans|researcher|scientist|soldier|pensioners|couples|smokers|dataset|data|registr(?:y|ies)|hospitals?|researchers?|scientists?|team|health|adolescents|teenagers|mothers|primary|national|citizens|residents|veterans|employees|workers|soldiers|birth|audit|database|files|provinces|counties|islands|coast)\b"
)
_GENERAL = re.compile(
    r"\b(?:(?:funded|paid for|financed|sponsored|supported|backed) by (?:the )?|in line with|unlike|imported|importation|each year|guidelines?|recommend|according to|approved|food and drug|regulator|government|ministry|department of|president|similar to|as in|such as in|compared (?:to|with) other|elsewhere|society|association|foundation|agency|centers for disease|institutes? of health)\b"
)
#: Where a journal is at home: "the American journal Sleep Letters".
_IN_PRINT = re.compile(r" (?:[a-z-]+ )?(?:journals?|magazine|newspaper|daily)\b")
#: "More than half of all Americans": what is known of a people, not who was studied.
_OF_ALL = re.compile(
    r"\b(?:half|thirds?|quarters?|fifth|tenth|percent|per cent|majority|most|\d) of all (?:adult )?$"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a country at [start, end), with its weight."""

    entry: Entry
    weight: float
    start: int
    end: int


@cache
def _terms() -> Terms:
    rows: list[tuple[str, Entry]] = []
    for line in vocabulary.lines("countries"):
        names, people, cities = (part.strip() for part in [*line.split("|"), "", ""][:3])
        code, *forms = vocabulary.forms(names)
        short = forms[0].partition(" (")[0]
        parts = [
            ("country", [short, *forms[1:]] if "(" not in forms[0] else []),
            ("people", people.split(",")),
            ("city", cities.split(",")),
        ]
        for kind, words in parts:
            rows += [
                (word.strip(), Entry(f"{code} {short}", kind)) for word in words if word.strip()
            ]
    return Terms(rows)


@cache
def names() -> frozenset[str]:
    """Countries, states and cities as they are printed."""
    rows = (line.split("|") for line in vocabulary.lines("countries"))
    named = (
        name.strip()
        for row in rows
        for part in (row[0], *row[2:])
        for name in re.split("[,;]", part)
    )
    return frozenset(named)


def countries(
    article: Article,
    found_names: Sequence[Organisation] = (),
    outside: Sequence[tuple[int, int]] = (),
) -> tuple[StudyValue, ...]:
    """Countries with enough weight, the heaviest first.

    A place inside the name of an organisation says little, one that an outsider comes from nothing.
    """
    found = [_judged(article, place, found_names, outside) for place in _places(article)]
    weights: dict[str, list[Place]] = defaultdict(list)
    for place in _listed(article, found):
        weights[place.entry.name].append(place)
    out = []
    totals = {name: _total(places) for name, places in weights.items()}
    most = max(totals.values(), default=0.0)
    least = max(ENOUGH, BESIDE * most) if most >= ENOUGH else max(LIKELY, most)
    for name, places in sorted(weights.items(), key=lambda row: -max(p.weight for p in row[1])):
        best = max(places, key=lambda place: place.weight)
        total = totals[name]
        if total >= least:
            code, _, short = name.partition(" ")
            out.append(
                stated(
                    article,
                    short,
                    [(best.start, best.end)],
                    min(0.92, 0.45 + 0.15 * total),
                    "country",
                    code=code,
                )
            )
    return tuple(out[:6]) or _only(article, found_names, outside)


#: The least weight of a country, and its share of the heaviest one's.
ENOUGH, BESIDE = 0.95, 0.5
#: Enough for the heaviest, where none has more.
LIKELY = 0.7


def _total(places: Sequence[Place]) -> float:
    """The weight of the best mention, and a little for each further one."""
    return max(place.weight for place in places) + 0.2 * min(len(places) - 1, 4)


_BESIDE = re.compile(r"(?:, (?:and )?| and )(?:the )?")


def _listed(article: Article, found: Sequence[Place]) -> list[Place]:
    """Countries told in one list weigh what the first of them weighs."""
    out: list[Place] = []
    for place in found:
        last = out[-1] if out else None
        beside = last and last.entry.kind == place.entry.kind and place.entry.kind != "people"
        if last and beside and _BESIDE.fullmatch(article.text, last.end, place.start):
            place = replace(place, weight=max(place.weight, last.weight))
        out.append(place)
    return out


def _judged(
    article: Article,
    place: Place,
    names: Sequence[Organisation],
    outside: Sequence[tuple[int, int]],
) -> Place:
    if any(start <= place.start < end for start, end in outside):
        return replace(place, weight=0.0)
    named = any(name.start <= place.start < name.end for name in names)
    if named and not _set_in(article, place.start):
        return replace(place, weight=min(place.weight, 0.3))
    return place


def _set_in(article: Article, start: int) -> bool:
    """Whether a place is told to be where an organisation is: "the Institute of Sleep in Norway"."""
    return article.text.startswith(" in ", max(0, start - 4))


def _only(
    article: Article, names: Sequence[Organisation], outside: Sequence[tuple[int, int]]
) -> tuple[StudyValue, ...]:
    """Where no country is told as that of the work: the one that its makers and payers point to."""
    signs: dict[str, list[tuple[float, pointers.Sign]]] = defaultdict(list)
    for sign in pointers.signs(article, article.found(_terms()), names, outside):
        signs[sign.country].append((sign.weight, sign))
    totals = sorted(((sum(w for w, _ in rows), name) for name, rows in signs.items()), reverse=True)
    if not totals or totals[0][0] < pointers.ENOUGH:
        return ()
    if len(totals) > 1 and totals[1][0] == totals[0][0]:
        return ()
    code, _, short = totals[0][1].partition(" ")
    best = max((sign for _, sign in signs[totals[0][1]]), key=lambda sign: sign.weight)
    return (stated(article, short, [(best.start, best.end)], 0.6, "country", code=code),)


#: What a place may stand in that is no place of the study: companies, viruses, the poles.
_THING = re.compile(
    r"^(?:-\w+)? (?:\w+ )?(?:biotech\w*|company|firm|drugmaker|pharma\w*|manufacturer|ebola|virus|strain|flu|fever|encephalitis|measles|government|officials|president|law|market|dollar|regulators?)\b"
)
_POLE = re.compile(r"\b(?:south|north|magnetic|geographic|latin|central) $")


def _places(article: Article) -> list[Place]:
    out = []
    for found in article.found(_terms()):
        sentence = article.sentence_at(found.start)
        printed = article.text[found.start : found.end]
        if (
            sentence is None
            or not printed[0].isupper()
            or sentence.zone not in {Zone.BODY, Zone.HEADLINE, Zone.HEADING}
        ):
            continue
        out.append(Place(found.entry, _weight(article, sentence, found), found.start, found.end))
    return out


#: "a trial from Norway suggests", where the news begins.
_STUDY_IN = re.compile(
    r"\b(?:stud(?:y|ies)|trial|survey|analysis|paper|research|report|experiment|findings|data|records|audit) (?:from|in|of|out of)(?: the)? $"
)


_A_STUDY = re.compile(r"^ (?:study|trial|survey|paper|register study)\b")
#: What a city stands behind where it is that of the study.
_SET_THERE = re.compile(
    r"(?:\bin|, |\bfrom|\b(?:slums?|outskirts|suburbs?|shantytowns?|streets|city|town|port|capital|districts?|province|region|county|island|neighbou?rhoods?|north|south|east|west|parts?) of|\b(?:outside|near|around)) $"
)
#: Where people are treated, taught or live: sites of a study.
_SITES = re.compile(
    r"\b(?:hospitals|clinics|cent(?:er|re)s|schools|villages|sites|universities|wards|laboratories|farms|districts|towns|cities) (?:in|between|around|near|across) $"
)


def _weight(article: Article, sentence: Sentence, found: vocabulary.Found) -> float:
    kind, printed = found.entry.kind, article.text[found.start : found.end]
    start, end = found.start - sentence.start, found.end - sentence.start
    before, after = sentence.low[:start][-60:], sentence.low[end:][:60]
    if re.match(
        r" (?:[A-Z][\w]+ ){0,3}(?:University|Institute|Society|Association|Journal|Foundation|Department|Food|Agency|Academy|Academies|Congress|Senate|College|Times|Herald|Cancer|Medical|Heart|Census|Geological|Forest|Fish|Navy|Army|Preventive)\b",
        article.text[found.end : found.end + 60],
    ):
        return 0.2
    if _THING.match(after) or ((kind == "people" or printed == "America") and _POLE.search(before)):
        return 0.0
    if away.away(article, sentence, found):
        return 0.0
    if _IN_PRINT.match(after) or (kind == "people" and _OF_ALL.search(before)):
        return 0.0
    if _GENERAL.search(before) or _GENERAL.match(after.strip()):
        return 0.0
    weight = {Whose.OWN: 0.7, Whose.NEAR: 0.35}.get(sentence.whose, -1.0)
    lead = sentence.whose is not Whose.OTHER and not elsewhere.late(article, sentence)
    if lead and (_STUDY_IN.search(before) or _A_STUDY.match(after)):
        weight = max(weight, 0.7)
    weight += 0.5 * bool(_WHERE.search(before)) + 0.7 * bool(_PEOPLE_AFTER.match(after))
    weight += 0.3 * bool(_SITES.search(before)) - 0.7 * away.opening(sentence, before, after)
    weight -= 0.5 * elsewhere.standing(sentence)
    weight += 0.3 * (kind == "country") + 0.4 * (sentence.zone is Zone.HEADLINE)
    if kind == "city":
        set_there = _SET_THERE.search(before) or _PEOPLE_AFTER.match(after)
        weight -= 0.5 * (set_there is None) + 0.1
    return weight
