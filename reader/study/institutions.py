"""Institutions that did the work: where its investigators are, or that the article says did it."""

import re

from reader.model.study import StudyValue
from reader.study.reading.article import Article
from reader.study.reading.blocks import Zone
from reader.study.reading.names import Organisation
from reader.study.reading.whose import Whose
from reader.study.values import stated

_DID = re.compile(
    r"\b(?:researchers?|scientists?|investigators?|team|colleagues|authors?|co-?authors?|astronomers|engineers|physicists|biologists|collaborat\w+|led by|conducted (?:by|at|through)|professor|"
    r"lecturer|fellow|student|scientist|study by|analysis by|report from|analyst|epidemiologist|carried out (?:by|at)|designed by|developed (?:by|at)|work(?:s|ing)? (?:at|with)|based at|effort by|lead|principal investigator|"
    r"director|chair(?:man)?|chief|head|physician|neurologist|oncologist|cardiologist|psychologist|dean|postdoctoral|M\.?D\.?|Ph\.?D\.?|is with|co-lead(?:er)?|doctor|of|from|at)\b[^.;]{0,90}$",
    re.I,
)
_DOES = re.compile(
    r"^[^.;]{0,40}\b(?:researchers?|scientists?|investigators?|team|study|analysis|found|led|conducted|has analy[sz]ed|report(?:ed)?|showed|which led|in collaboration|have)\b"
)
_NOT = re.compile(
    r"\b(?:funded|funding|supported|support from|grant(?:s)? from|sponsor(?:ed)?|published|approved by|meeting|conference|according to|recommends?|recommendation|guidelines?|told|reported to|similar to the one|guidance|"
    r"used by|estimated?|estimates|formerly|part of the|a member of|overseen by|money from|says the|license|licence|annual|symposium|congress|not involved|editor|editorial|perspective|commentary|notes?|convinced)\b[^.;]{0,60}$",
    re.I,
)
_NOT_NAME = re.compile(
    r"\b(?:Study|Trial|Journal|Survey|Health Organi[sz]ation|Food and Drug|Programme|Report|Award|Prize|Act|Meeting|Conference|Campaign|Database|Registry|Nations|Initiative to|Assay|Fund)\b|^(?:FDA|Experiment|Program)"
)


def institutions(
    article: Article,
    found: list[Organisation],
    outsiders: tuple[tuple[int, int], ...],
    funders: set[str],
) -> tuple[StudyValue, ...]:
    """At most eight institutions; `outsiders` are passages on people who were not part of the study."""
    out: dict[str, StudyValue] = {}
    for organisation in found:
        weight = _weight(article, organisation, outsiders)
        key = re.sub(r"\W+", " ", organisation.name.lower().removeprefix("the ")).strip()
        if weight < 1 or key in out or any(key in known or known in key for known in out):
            continue
        if key in funders and weight < 2:
            continue
        out[key] = stated(
            article,
            organisation.name,
            [(organisation.start, organisation.end)],
            min(0.9, 0.5 + 0.12 * weight),
            "institution",
        )
    return tuple(out.values())[:8]


def _weight(
    article: Article, organisation: Organisation, outsiders: tuple[tuple[int, int], ...]
) -> float:
    sentence = organisation.sentence
    if sentence.zone not in {Zone.BODY, Zone.HEADLINE} or _NOT_NAME.search(organisation.name):
        return 0.0
    if any(start <= organisation.start < end for start, end in outsiders):
        return 0.0
    before = article.text[max(sentence.start, organisation.start - 110) : organisation.start]
    after = sentence.low[organisation.end - sentence.start :]
    if _NOT.search(before):
        return 0.0
    weight = {Whose.OWN: 0.8, Whose.NEAR: 0.3}.get(sentence.whose, -1.5)
    weight += 1.0 * bool(_DID.search(before)) + 0.7 * bool(_DOES.match(after))
    return weight + 0.3 * bool(
        re.search(
            r"\bUniversit|Institut|Hospital|College|School|Clinic|Laborator|Observatory",
            organisation.name,
        )
    )
