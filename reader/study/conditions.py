"""The condition studied: from the list, from the form of the words, from abbreviations explained."""

import re
from collections.abc import Iterator

from reader.model.study import StudyValue
from reader.study import topics, vocabulary
from reader.study.reading.article import Article
from reader.study.topics import Mention, Topic
from reader.study.values import stated

_HEAD = (
    r"(?:diseases?|syndromes?|disorders?|cancers?|deficienc(?:y|ies)|infections?|carcinomas?|lymphomas?|leuka?emias?|sarcomas?|tumou?rs?|"
    r"dystroph(?:y|ies)|neuropath(?:y|ies)|an(?:a)?emias?|failure|injur(?:y|ies)|impairments?|fever|palsy|sclerosis|neuralgia|epilepsy|arthritis|dementia|"
    r"diabetes|hypertension|fibrosis|allerg(?:y|ies)|addiction|obesity|degeneration|hemorrhage|overweight)"
)
_PATTERN = re.compile(
    rf"\b(?P<name>(?:[a-z][a-z’'-]{{2,20}} |[A-Z][\w’'-]{{2,20}} ){{1,3}}{_HEAD})\b"
)
_ONE_WORD = re.compile(
    r"\b(?P<name>[a-z]{3,20}(?:itis|osis|oma|emia|aemia|pathy|plegia|algia|iasis|trophy|phobia|uria|penia|megaly|ectasia|rrhea|rrhoea))\b"
)
_NOT_WORD = re.compile(
    r"^(?:diagnosis|prognosis|hypothesis|osmosis|mitosis|apoptosis|symbiosis|photosynthesis|meiosis|metamorphosis|analgesia|empathy|sympathy|diploma|aroma|soma|genoma|euploidy|psychopathy|homeopathy|osteopathy|naturopathy|phagocytosis|biosis|ketosis|neurosis|metastasis|glaucomatous|endocytosis|exocytosis|stoma|coma|hypnosis|gnosis|hyperplasia|nostalgia|necrosis|angiogenosis)$"
)
_LEADING = re.compile(
    r"^(?:(?:the|a|an|of|with|and|or|for|in|on|to|by|from|as|at|their|his|her|its|this|that|these|those|such|other|some|many|most|all|any|more|new|common|rare|serious|severe|major|"
    r"people|patients|treat(?:ing|ment)?|prevent(?:ing|ion)?|against|about|certain|developing|have|has|had|having|called|known|between|who|which|including|like|"
    r"underlying|debilitating|devastating|deadly|early|first|than|also|cause[sd]?|causing|including|health|human|adult|treats|fights|into|is|are|was|were|be|both|no|not|if|even|often|several|various|different|associated|related|specific|only|leading|after|before|during|early-stage|late-stage|overall|increased|reduced|death|dying) )+",
    re.I,
)
_STUDIED = re.compile(
    r"\b(?:people|patients|adults|men|women|children|infants|participants|individuals|volunteers|those|adolescents|subjects|veterans|mothers|residents|survivors|girls|boys|cases) (?:\w+ ){0,2}?(?:with|who (?:have|had|has)|diagnosed with|suffering from|at (?:high |increased )?risk (?:of|for)|being treated for|hospitalized with|living with|affected by|of|developing)(?: \w+){0,3} ?$|"
    r"\b(?:treat(?:s|ed|ing|ment)?|therap(?:y|ies)|drugs?|vaccine|prevent(?:s|ed|ing|ion)?|against|risk (?:of|for)|diagnos(?:e|ed|is|ing) (?:with|of)?|effects? (?:of|on)|management of|progression of|symptoms of|detect(?:s|ing)?|incidence of|prevalence of|cases of|linked to|evaluate|cure for|combat) (?:\w+ ){0,3}$"
)
_AFTER = re.compile(
    r"^ ?(?:\([A-Z][\w/-]{1,8}\) ?)?(?:patients|sufferers|survivors|cases|risk|treatment|prevention|drug|vaccine|symptoms|diagnosis|therapy|incidence|trial|progression|rates)\b"
)
_ABSENT = re.compile(
    r"\b(?:without|excluded|excluding|no history of|other than|unlike|such as|including|like|e\.g\.|history of|free of|caused by|due to|complications? (?:of|like|such as)|similar to|brought on by)(?: [\w,]+){0,4} $"
)
_WEAK = frozenset(
    [
        "pain",
        "stress",
        "death",
        "trauma",
        "fever",
        "bleeding",
        "smoking",
        "aging",
        "falls",
        "fatigue",
        "cough",
        "wounds",
        "burns",
        "symptoms",
        "shock",
        "wasting",
        "seizures",
        "inflammation",
        "infection",
        "infections",
        "injury",
        "injuries",
        "disease",
        "cancer",
        "obesity",
        "overweight",
        "anxiety",
    ]
)


def conditions(article: Article) -> tuple[StudyValue, ...]:
    """The condition the study is about, and others that are as much its subject."""
    ranked = _without_parts(topics.rank(article, _mentions(article)))
    if not ranked or ranked[0].weight < 1.6:
        return ()
    chosen = [ranked[0]] + [
        topic
        for topic in ranked[1:4]
        if topic.weight > 0.75 * ranked[0].weight and topic.weight > 3.2
    ]
    return tuple(_value(article, topic) for topic in chosen[:2])


def _value(article: Article, topic: Topic) -> StudyValue:
    form, mention = topics.printed(article, topic)
    short = article.abbreviations.get(form)
    name = short.long if short else form
    if sum(c.isupper() for c in name) > 1 and " " not in name and len(topic.name) > len(name):
        name = topic.name
    confidence = min(0.93, 0.35 + 0.1 * topic.weight)
    return stated(article, name, [(mention.start, mention.end)], confidence, "condition")


def _mentions(article: Article) -> Iterator[Mention]:
    """Every mention of a condition with what its surroundings say."""
    taken: list[tuple[int, int]] = []
    for found in article.found(vocabulary.names("conditions")):
        taken.append((found.start, found.end))
        yield _mention(article, found.entry.name, found.start, found.end)
    for start, end, name in _formed(article):
        if not any(a < end and start < b for a, b in taken):
            yield _mention(article, name, start, end)


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


def _mention(article: Article, name: str, start: int, end: int) -> Mention:
    before, after = topics.around(article, start, end, 70)
    cue = 1.2 * bool(_STUDIED.search(before)) + 0.5 * bool(_AFTER.match(after))
    cue -= 1.2 * bool(_ABSENT.search(before)) + 0.6 * (name in _WEAK)
    return Mention(name, start, end, cue)


def _without_parts(ranked: list[Topic]) -> list[Topic]:
    """Without the general name where a heavier or nearly as heavy one is more precise."""
    out: list[Topic] = []
    for topic in ranked:
        precise = any(
            topics.key(topic.name) in topics.key(other.name)
            and topic is not other
            and other.weight > 0.55 * topic.weight
            for other in ranked
        )
        if not precise:
            out.append(topic)
    return out
