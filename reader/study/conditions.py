"""The condition studied: from the list, from the form of the words, from abbreviations explained."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.model.study import StudyValue
from reader.study import elsewhere, microbes, named_together, topics, vocabulary
from reader.study.reading.article import Article
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.topics import Mention, Topic
from reader.study.treatments import SHORT
from reader.study.values import stated
from reader.study.vocabulary import Found
from reader.text import sieve as re

_HEAD = (
    r"(?:diseases?|syndromes?|disorders?|cancers?|deficienc(?:y|ies)|infections?|carcinomas?|lymphomas?|leuka?emias?|sarcomas?|tumou?rs?|"
    r"dystroph(?:y|ies)|neuropath(?:y|ies)|an(?:a)?emias?|failure|injur(?:y|ies)|impairments?|fever|palsy|sclerosis|neuralgia|epilepsy|arthritis|dementia|"
    r"diabetes|hypertension|fibrosis|allerg(?:y|ies)|addiction|obesity|degeneration|hemorrhage|overweight)"
)
#: Words that may stand before such a head: by their ending, of a part of the body, or a name.
_BEFORE = (
    r"(?:[a-z]{2,18}(?:ic|al|ar|ary|ous|oid|ive|iac|ine|ile|ory|eal|ed|genic|genetic|related|induced|onset|positive|negative|resistant)|"
    r"heart|kidney|liver|lung|skin|eye|bone|brain|blood|gum|muscle|joint|nerve|bladder|sleep|mood|anxiety|eating|breast|bowel|colon|stomach|throat|thyroid|prostate|tick|"
    r"knee|hip|back|neck|spine|spinal cord|head|immune|hormone|vitamin [a-z]\d{0,2}|iron|iodine|zinc|protein|enzyme|food|peanut|nut|milk|egg|pollen|drug|alcohol|opioid|nicotine|substance|"
    r"personality|stress|growth|motor|movement|speech|language|learning|hearing|vision|memory|attention|mood|panic|conduct|attachment|birth|blood|urinary tract|ear|tooth|dental|gut|plasma|stem|mast|"
    r"cell|gene|prion|virus|fungal|yeast|worm|parasite|sickle cell|storage|altitude|motion|radiation|"
    r"[A-Z][\w’'-]{2,20})"
)
_PATTERN = re.compile(rf"\b(?P<name>(?:{_BEFORE} ){{1,3}}{_HEAD})\b")
_ONE_WORD = re.compile(
    r"\b(?P<name>[a-z]{3,20}(?:itis|osis|oma|emia|aemia|pathy|plegia|algia|iasis|trophy|phobia|uria|penia|megaly|ectasia|rrhea|rrhoea))\b"
)
_NOT_WORD = re.compile(
    r"^(?:\w*rhabditis|diagnosis|prognosis|hypothesis|osmosis|mitosis|apoptosis|symbiosis|photosynthesis|meiosis|metamorphosis|analgesia|empathy|sympathy|diploma|aroma|soma|genoma|euploidy|psychopathy|homeopathy|osteopathy|naturopathy|phagocytosis|biosis|ketosis|neurosis|metastasis|glaucomatous|endocytosis|exocytosis|stoma|coma|hypnosis|gnosis|hyperplasia|nostalgia|necrosis|angiogenosis)$"
)
_LEADING = re.compile(
    r"^(?:(?:[A-Z]\w*(?:ing|ed)|[a-z]+ed|The|An?|This|These|Those|Such|New|Many|Most|Some|Several|Other|National|American|British|European|Global|Annual|People|Patients|Study|In|Of|For|With|"
    r"latent|secondary|repeated|further|natural|general|additional|typical|potential|final|initial|several|total|different|new|serious|previous|similar|historical|medical|clinical|individual|original|annual|critical|physical|real|actual|"
    r"common|severe|debilitating|devastating|deadly|early|various|specific|underlying|particular|public|national|human|usual|other|possible|related|special|future|own) )+"
)
_STUDIED = re.compile(
    r"\b(?:people|patients|adults|men|women|children|infants|participants|individuals|volunteers|those|adolescents|subjects|veterans|mothers|residents|survivors|girls|boys|cases) (?:\w+ ){0,2}?(?:with|who (?:have|had|has)|diagnosed with|suffering from|at (?:high |increased )?risk (?:of|for)|being treated for|hospitalized with|living with|affected by|of|developing)(?: [\w-]+){0,3} ?$"
)
_TREATED = re.compile(
    r"\b(?:treat(?:s|ed|ing|ment)?|therap(?:y|ies)|drugs?|vaccine|prevent(?:s|ed|ing|ion)?|against|risk (?:of|for)|diagnos(?:e|ed|is|ing) (?:with|of)?|effects? (?:of|on)|management of|progression of|symptoms of|detect(?:s|ing)?|incidence of|prevalence of|cases of|linked to|evaluate|cure for|combat) (?:\w+ ){0,3}$"
)
_AFTER = re.compile(
    r"^ ?(?:\([A-Z][\w/-]{1,8}\) ?)?(?:patients|sufferers|survivors|cases|risk|treatment|prevention|drug|vaccine|symptoms|diagnosis|therapy|incidence|trial|progression|rates)\b"
)
_ABSENT = re.compile(
    r"\b(?:without|excluded|excluding|no history of|other than|unlike|such as|including|like|e\.g\.|history of|free of|caused by|due to|complications? (?:of|like|such as)|similar to|brought on by)(?: [\w,]+){0,4} $"
)
_DRUG = re.compile(r"[ -](?:drugs?|pills?|medicines?|medications?|vaccines?|tablets?|jabs?)\b")
_WEAK = frozenset(
    ["pain", "stress", "death", "trauma", "fever", "bleeding", "smoking", "aging", "falls", "fatigue", "cough", "wounds",
     "burns", "symptoms", "shock", "wasting", "seizures", "inflammation", "infection", "infections", "injury", "injuries", "disease", "cancer"]
)  # fmt: skip


def conditions(article: Article, ranked: Sequence[Topic] | None = None) -> tuple[StudyValue, ...]:
    """The condition the study is about, and others that are as much its subject; from `ranking`, if known."""
    ranked = ranking(article) if ranked is None else ranked
    if not ranked or ranked[0].weight < WEIGHTS["known" if ranked[0].best.id else "formed"]:
        return ()
    least = max(WEIGHTS["second"], WEIGHTS["share"] * ranked[0].weight)
    second = [
        t
        for t in ranked[1:2]
        if t.weight > least or (t.weight > WEIGHTS["headed"] and _headed(article, t))
    ]
    told = [t for t in named_together.beside(article, ranked, WEIGHTS["beside"]) if t not in second]
    return tuple(value(article, topic) for topic in [ranked[0], *second, *told])


def ranking(article: Article) -> list[Topic]:
    """All conditions named, the heaviest first."""
    return _without_parts(_signs_last(topics.rank(article, mentions(article), _topic)))


def _signs_last(ranked: list[Topic]) -> list[Topic]:
    """Signs ("pain") behind an illness that is named clearly enough."""
    if not any(t.weight > 1.5 and t.best.id and not _sign(t) for t in ranked):
        return ranked
    out = [replace(t, weight=t.weight - 1.8 * _sign(t)) for t in ranked]
    return sorted(out, key=lambda topic: (-topic.weight, topic.best.start))


def _sign(topic: Topic) -> bool:
    known = vocabulary.descriptors("mesh_diseases")
    return topic.name in _WEAK or known.starred(topic.name) or topic.name.endswith(_COMPLICATION)


#: What says only that something goes wrong, not what: "pregnancy complications".
_COMPLICATION = ("complication", "complications")


def _headed(article: Article, topic: Topic) -> bool:
    line = article.headline
    return line is not None and any(
        m.start < line.end and not _DRUG.match(article.text, m.end) for m in topic.mentions
    )


WEIGHTS = {
    "headline": 2.4,
    "opening": 0.7,
    "opening_alone": 1.5,
    "often": 0.55,
    "having": 1.4,
    "treated": 1.0,
    "after": 0.5,
    "known": 0.9,
    "formed": 1.4,
    "second": 3.2,
    "share": 0.9,
    "headed": 2.6,
    "beside": 1.7,
}
#: The doubt of what a sentence says of the world: "The drug is used to treat heart failure".
_SO = 0.6
_TOLD = {Whose.OWN: 0.8, Whose.NEAR: 0.6, Whose.FUTURE: 0.3, Whose.GENERAL: 0.2, Whose.OTHER: 0.1}


def _topic(article: Article, group: list[Mention]) -> Topic | None:
    """The condition with its weight: the best place it stands in, and how often it is named."""
    rows = [(weight, m) for m in group if (weight := _place(article, m)) is not None]
    if not rows:
        return None
    weight, best = max(rows, key=lambda row: (row[0], -row[1].start))
    opening = any(m.start < _opening(article) for _, m in rows)
    weight += WEIGHTS["often"] * math.log2(len(rows))
    weight += WEIGHTS["opening" if article.headline else "opening_alone"] * opening
    return Topic(best.name, weight, best, tuple(m for _, m in rows))


def _place(article: Article, mention: Mention) -> float | None:
    sentence = article.sentence_at(mention.start)
    if sentence is None or sentence.zone not in {Zone.HEADLINE, Zone.HEADING, Zone.BODY}:
        return None
    if _organised(article.text, mention):
        return None
    headline = WEIGHTS["headline"] * (sentence.zone is Zone.HEADLINE)
    return headline + _TOLD[sentence.whose] + mention.cue - _SO * elsewhere.standing(sentence)


_BODY = "Institutes?|Society|Foundation|Association|Cent(?:er|re)s?|Office|Division|Department|School|Journal|College|Council|Trust|Federation|Network|Programme?|Faculty"
#: A part of an organisation's name: "Cancer Centre", "Institute of Allergy and …".
_OF_BODY = re.compile(
    rf"\b(?:{_BODY}) (?:of|for|on|Against) (?:[A-Z][\w-]+,? (?:and |& )?){{0,4}}$"
)
_BODY_AFTER = re.compile(
    rf" (?:[A-Z][\w-]+ ){{0,2}}(?:{_BODY}|Research|UK|Hospital|Unit|Clinic|Charity|Fund|Action|Alliance|Registr(?:y|ies))\b"
)


def _organised(text: str, mention: Mention) -> bool:
    """Whether a condition is only named in the name of an organisation."""
    if not text[mention.start].isupper():
        return False
    before = text[max(0, mention.start - 90) : mention.start]
    return bool(_BODY_AFTER.match(text, mention.end) or _OF_BODY.search(before))


def _opening(article: Article) -> int:
    """Where the second sentence of the story ends."""
    told = [s for s in article.body if s.zone is Zone.BODY][:2]
    return told[-1].end if told else 0


def value(article: Article, topic: Topic) -> StudyValue:
    """A condition as the card says it."""
    form, mention = topics.printed(article, topic)
    short = article.abbreviations.get(form)
    name = short.long if short else form
    if sum(c.isupper() for c in name) > 1 and " " not in name and len(topic.name) > len(name):
        name = f"{topic.name} ({name})"
    confidence = min(0.93, 0.35 + 0.1 * topic.weight)
    place = [(mention.start, mention.end)]
    return stated(article, name, place, confidence, "condition", ids=_ids(topic.best.id))


def _ids(name: str) -> dict[str, str] | None:
    scheme = "doid" if name.startswith("DOID:") else "mesh"
    return {scheme: name} if name else None


def mentions(article: Article) -> list[Mention]:
    """Every mention of a condition in the story, with what its surroundings say."""
    found = list(_named(article))
    taken = [(row[0], row[1]) for row in found]
    at = 0
    for row in sorted(_formed(article)):
        while at < len(taken) and taken[at][1] <= row[0]:
            at += 1
        if at == len(taken) or row[1] <= taken[at][0]:
            found.append((*row, "", False))
    return [_mention(article, *row) for row in found]


Row = tuple[int, int, str, str, bool]


def _named(article: Article) -> Iterator[Row]:
    """Names of the lists, the longer where two lists have one: start, end, name, id, sign."""
    known = vocabulary.descriptors("mesh_diseases")
    rows: list[Row] = [
        (f.start, f.end, f.entry.name, known.id_of(f.entry.name), f.entry.starred)
        for f in article.found(vocabulary.names("conditions"))
        if not _explained_otherwise(article, f)
    ]
    rows += [
        (f.start, f.end, f.entry.name, f.entry.id, f.entry.starred) for f in article.found(known)
    ]
    rows += _shortened(article, rows)
    end = 0
    for row in sorted(rows, key=lambda row: (row[0], -row[1])):
        if row[0] >= end and not microbes.is_epithet(article.text, row[0], row[1]):
            end = row[1]
            yield row


def _shortened(article: Article, rows: list[Row]) -> Iterator[Row]:
    """The short forms that the article explains by a condition, wherever they stand."""
    ends = {row[1]: row for row in rows}
    short = {
        form: ends[meaning.end]
        for form, meaning in article.abbreviations.items()
        if meaning.end in ends
        and 2 * (meaning.end - ends[meaning.end][0]) > meaning.end - meaning.start
    }
    for match in SHORT.finditer(article.text) if short else ():
        row = short.get(match.group())
        if row:
            yield (match.start(), match.end(), *row[2:])


def _explained_otherwise(article: Article, found: Found) -> bool:
    """Whether the article gives the short form another meaning than the list does."""
    short = article.abbreviations.get(article.text[found.start : found.end])
    return short is not None and not set(topics.key(short.long).split()) & set(
        topics.key(found.entry.name).split()
    )


def _formed(article: Article) -> Iterator[tuple[int, int, str]]:
    """Names by their form: "Hartnup disease", "costochondritis"."""
    for sentence in article.body:
        for match in _PATTERN.finditer(sentence.text):
            name = match["name"]
            lead = _LEADING.match(name)
            start = match.start() + (lead.end() if lead else 0)
            if " " in sentence.text[start : match.end()]:
                yield (
                    sentence.start + start,
                    sentence.start + match.end(),
                    sentence.text[start : match.end()].lower(),
                )
        for match in _ONE_WORD.finditer(sentence.low):
            if not _NOT_WORD.match(match["name"]):
                yield sentence.start + match.start(), sentence.start + match.end(), match["name"]


def _mention(article: Article, start: int, end: int, name: str, known: str, sign: bool) -> Mention:
    before, after = topics.around(article, start, end, 70)
    with_it = (
        WEIGHTS["having"]
        if _STUDIED.search(before)
        else WEIGHTS["treated"] * bool(_TREATED.search(before))
    )
    cue = with_it + WEIGHTS["after"] * bool(_AFTER.match(after))
    cue -= 1.2 * bool(_ABSENT.search(before)) + 0.6 * (sign or name in _WEAK)
    given = article.found(vocabulary.kinds("interventions"))
    at = bisect_left(given, start, key=lambda found: found.start)
    cue -= 1.2 * (at < len(given) and (given[at].start, given[at].end) == (start, end))
    return Mention(name, start, end, cue, known)


def _without_parts(ranked: list[Topic]) -> list[Topic]:
    """Without the general name where a heavier or nearly as heavy one is more precise."""
    return [topic for topic in ranked if not any(_is_part(topic, other) for other in ranked)]


def _is_part(topic: Topic, other: Topic) -> bool:
    within = topics.key(topic.name) in topics.key(other.name)
    return within and topic is not other and other.weight > 0.55 * topic.weight
