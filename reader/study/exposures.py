"""What may have been given or met: every treatment and exposure named, with what stands around."""

from collections.abc import Iterable
from functools import cache

from reader.study import marked, topics, treatments, vocabulary
from reader.study.reading.article import Article
from reader.study.topics import Mention
from reader.study.treatments import Named
from reader.study.vocabulary import fold, words
from reader.text import sieve as re

_GENERIC = re.compile(
    r"^(?:(?:new|this|the|that|their|our|such|standard|usual|current|conventional|other|further|previous|existing|medical|effective|active|first|early|later|good|best|more|less|same|different|initial|additional|any|no|some|drug|health|control|placebo|both|all|each|either|only|long-term|first-line|second-line|primary|future|possible|potential|final|open-ended|care|study|clinical|emergency|hospital|human|animal|people|patients|participants|women|men|children|it|them|these|those|one|two|three|four|five|six|what|how|we|they|he|she|food|national|training|research|phase|wide|common|experimental|investigational|combination|not|for|than|but|even|continued|general|specific|own|increased|reduced|regular|widespread) )*"
    r"(?:treatments?|therap(?:y|ies)|drugs?|drug therapy|interventions?|program(?:me)?s?|care|use|training|surgery|procedures?|vaccines?|groups?|standard|placebo|study|trial|doses?|control|patients|people|participants|women|men|children|analysis|data|either|both|the|this|it|them|exposure|intake|consumption|diet|screening|medicines?|medications?|approach(?:es)?|support|treatment|factors?|time|age|levels?|one|two|three|cancer|disease|different|results|antiretroviral|who|that|supplements?|changes?|variables?|risk|two different|inhibitors?|stimulation|replacement|therapies|these|chronic|pollution)$",
    re.I,
)
_ABSENT = re.compile(
    r"\b(?:instead of|other than|without|unlike|such as|including|no|never|current standard|until now|conventional|standard treatment for|already taking|need(?:s|ed|ing)?|requir(?:es?|ed|ing)|history of|compared (?:with|to)|versus|than)(?: [\w,]+){0,3} $"
)
_GIVEN = re.compile(
    r"\b(?:effects? of|treated with|treatment with|received|receiving|receive|trial of|vaccine called|plus|given|taking|testing|tested|drug|randomi[sz]ed to|assigned to|with|of|approved) (?:\w+ ){0,2}$"
)
_PARTED = re.compile(r"[.;:()]|\b(?:and|or|was|were|is|are)\b")
_MEANWHILE = re.compile(r"\b(?:from|before|during|despite|awaiting|undergoing) (?:\w+ )?$")
#: Genes and proteins: "a protein called X-4", "mice lacking X4".
_CALLED = re.compile(
    r"\b(?:called|known as|named|lacking|lack|without|loss of|absence of|mutations? in|protein|gene|enzyme|receptor|molecule|hormone)(?: the \w+)? $"
)
_CODED = re.compile(r"^[\w-]*\d[\w-]*$")
#: What follows is what the treatment was compared with.
_AGAINST = re.compile(
    r"\b(?:versus|vs\.?|compar(?:ed|ing|ison)[\w ,-]{0,60}? (?:with|to|and)|superior to|inferior to|better than|over|than|alternative to|outperform(?:s|ed)|beats?|instead of|or)(?: (?:the|a|an|standard|conventional|treatment|with|those|receiving|taking|given))* $"
)
#: Whoever is studied had this before: "in women receiving …", "after … therapy".
_HAVING = re.compile(
    r"\b(?:in|among|for|of) (?:[\w-]+ ){0,4}?(?:patients|people|women|men|adults|children|survivors|those|individuals|veterans) (?:[\w-]+ ){0,5}?(?:receiving|taking|treated with|completing|undergoing|already on|on|after|previously given)(?: [\w-]+){0,2} $|"
    r"\b(?:previously|already) (?:treated with|received|taking|on)(?: \w+){0,2} $|\b(?:following|after) (?:failure of |progression on |prior |previous )?(?:\w+ ){0,1}$"
)
#: Words that show that a phrase names no treatment or exposure.
_PLAIN = re.compile(
    r"\b(?:participants|patients|study|studies|trials?|researchers?|results?|findings|data|evidence|analysis|report|methods?|groups?|lead|ways?|years?|months?|weeks?|days?|time|questions?|problems?|"
    r"effects?|risks?|rates?|outcomes?|symptoms|survival|mortality|deaths?|difference|changes?|survey|surveys|questionnaires?|interviews?|census|registry|database|cohort|samples?|datasets?|records|visits?|journal|university|institute|center|centre|percent|program|registries|network|period|work|works|progress|able|"
    r"lower|longer|better|worse|protective|unable|willing|essential|critical|necessary|somewhat|clear|unclear)$",
    re.I,
)


#: What is improved or slowed is an outcome, unless it can only be given or done.
_CHANGED = re.compile(
    r"\b(?:improv\w+|slow\w*|worsen\w*|boost\w*|better|poor(?:er)?|loss of|decline in|changes? in|difficulty|trouble) (?:[\w-]+ ){0,2}$"
)
_DONE = frozenset(["DRUG", "BIOLOGICAL", "PROCEDURE", "DEVICE", "RADIATION", "GENETIC"])
#: What stands before a word that is part of a name: "Journal of Made-Up Rehabilitation".
_OF_A_NAME = re.compile(
    r"\b(?:Journal|Annals|Archives|Acta|University|Universit[aàäé]t?|Institut[eo]?s?|Society|Association|College|Department|Faculty|School|Cent(?:er|re)s?|Foundation|Division|Academy|Federation|Council|Ministry|Office|Board|Trust|Agency|Clinic|Hospital|Unit|Chair|Professor|Conference|Congress)"
    r"(?: (?:of|for|on|in|and|the|&)){1,3} (?:[A-Z][\w-]{0,30},? |(?:and|of|for|the|in|&) ){0,6}$"
)
#: What stands behind it there: "Rehabilitation Network".
_A_NAME_AFTER = re.compile(
    r" (?:[A-Z][\w-]{1,20} ){0,2}(?:Network|Society|Association|Cent(?:er|re)|Institute|Foundation|Trust|Unit|Department|Journal|Registry|Alliance|Council|Federation|Consortium|Group|College|University|Hospital|Clinic|Agency|Fund|Charity)\b"
)
#: Words that name nothing that is given or done, nor what anything is set against.
_BARE = frozenset(
    fold(word)
    for word in (
        "hours", "months", "weeks", "years", "days", "minutes", "nights", "times", "hospitals", "hospital", "clinic", "clinics",
        "schools", "school", "towns", "villages", "cities", "countries", "districts", "wards", "homes", "places", "rooms", "groups",
        "group", "levels", "level", "rates", "rate", "results", "part", "parts", "lives", "life", "looked", "way", "ways", "things",
        "numbers", "figures", "points", "differences", "half", "quarter", "third", "home", "house", "city", "town", "country",
        "village", "world", "average", "experience", "experiences",
    )
)  # fmt: skip
#: Words after which it is said what was done: "babies given physiotherapy".
_DONE_WITH = frozenset(
    ["given", "fed", "taking", "receiving", "wearing", "using", "drinking", "eating", "got"]
)
#: How much what stands around speaks for a treatment, or against it.
WEIGHTS = {
    "given": 0.7,
    "absent": -1.0,
    "headline_causes": 0.5,
    "causes": 0.3,
    "headline_phrase": 0.5,
    "inert": -1.6,
    "meanwhile": -0.8,
    "having": -1.2,
    "against": -1.0,
    "called": 0.9,
    "changed": -0.8,
    "topped": -1.2,
    "or_placebo": 1.2,
    "dosed": 0.8,
    "instead": 1.0,
    "cells": -2.5,
    "dose_of": -0.8,
}


#: Cells are studied, unless they are put into somebody, or are of a kind that is a treatment.
_CELLS = re.compile(r"\bcells?$")
_TREATING = re.compile(
    r"\b(?:car[- ]t|stem|natural killer|dendritic|islet|marrow|engineered|modified|donor|immune) "
)
_PUT_IN = re.compile(
    r"\b(?:transplant\w*|inject\w*|infus\w*|graft\w*|given|giving|receiv\w+|treat\w+|implant\w*|transfer\w*|load\w+|million|dos\w+)\b[^.;]{0,40}$"
)
#: More or less of a drug that some had anyway.
_DOSE_OF = re.compile(
    r"\b(?:higher|lower|larger|smaller|bigger|extra|more|fewer) (?:daily )?doses? of $"
)
#: What everybody had, and the tested thing on top of it.
_TOPPED = re.compile(
    r"\b(?:on top of|in addition to|added to|adding (?:[\w-]+ ){1,5}to|alongside|as an add-on to|background of)(?: (?:the|their|standard|usual|existing|current|regular))* $"
)
#: What stands before "or placebo" is what was tested.
_OR_PLACEBO = re.compile(
    r"^ ?(?:\([^)]{1,30}\) ?)?(?:[\w-]+ ){0,3}(?:or|versus|vs\.?|and|,? or else) (?:an? |the )?(?:matching |identical |inactive |dummy |look-?alike |sugar |sham )*(?:placebo|dummy|sham|pill|version)\b"
)
#: What some had more of than others: "those with the highest levels of …".
_DOSED = re.compile(
    r"\b(?:people|individuals|those|adults|men|women|children|patients|participants|[a-z]{4,14}s) (?:with|who had|who reported|reporting|having) (?:the )?(?:high|higher|highest|greater|greatest|more|most|low|lower|lowest) (?:levels?|amounts?|intakes?|degrees?|doses?) of $"
)
#: What is done in the place of something else.
_INSTEAD = re.compile(r" (?:alone )?(?:instead of|rather than|in place of|as an alternative to) ")
#: What looks like the treatment and is none.
_INERT = re.compile(
    r"(?:dummy|inactive|inert|placebo|sham|fake|mock|look-?alike|pretend|empty|usual|ordinary|sugar pill)\b",
    re.I,
)


def mentions(article: Article) -> list[Mention]:
    """Every treatment or exposure named in the story, with what its surroundings say."""
    other = _other_things(article)
    return [
        _mention(article, row)
        for row in marked.named(article)
        if (_sure_row(article, row, other) or _may_be(article, row, other))
        and not _is_of_a_name(article, row)
    ]


def _is_of_a_name(article: Article, row: Named) -> bool:
    """Whether a capitalised word belongs to the name of a journal or an organisation."""
    if not article.text[row.start].isupper():
        return False
    if _A_NAME_AFTER.match(article.text, row.end) and not _in_headline(article, row):
        return True
    return _OF_A_NAME.search(article.text, max(0, row.start - 80), row.start) is not None


def is_bare(folded: Iterable[str]) -> bool:
    """Whether words name no more than a time, a place or a measure."""
    return all(word in _BARE for word in folded)


def _sure_row(article: Article, row: Named, other: set[int]) -> bool:
    """Whether a list knows it, and not only as a state that it may be just as well."""
    state = row.kind == "OTHER" and row.end in other
    listed = bool(row.kind or row.id) and (not state or _is_cause(article, row))
    return row.marked or listed


def _is_cause(article: Article, row: Named) -> bool:
    """Whether a state or habit ("smoking") is told as what something comes from."""
    sentence = article.sentence_at(row.start)
    if sentence is None:
        return False
    first, last = row.start - sentence.start, row.end - sentence.start
    led = treatments.GIVEN.finditer(sentence.low, max(0, first - 60), first)
    return any(match.end() + 1 == first for match in led) or bool(
        treatments.CAUSES.match(sentence.low, last)
    )


def _other_things(article: Article) -> set[int]:
    """Where the names of conditions, outcomes and scales end."""
    lists = (
        vocabulary.names("conditions"),
        vocabulary.descriptors("mesh_diseases"),
        vocabulary.names("outcomes"),
        vocabulary.names("instruments"),
    )
    return {found.end for terms in lists for found in article.found(terms)}


def _may_be(article: Article, row: Named, other: set[int]) -> bool:
    """Whether a phrase found by grammar alone may name a treatment or exposure."""
    text = article.text[row.start : row.end]
    if row.end in other or _GENERIC.match(text) or not re.match(r"[^\W\d]", text):
        return False
    parts = [word.folded for word in words(text)]
    if (
        not parts
        or parts[-1] in people()
        or fold(text.rsplit(None, 1)[-1]) in _BARE
        or _DONE_WITH.intersection(parts[1:-1])
        or (len(parts) == 1 and parts[0] in _animals())
    ):
        return False
    places = article.folds.places
    once = any(len(places.get(part, ())) < 2 for part in parts)
    if " " not in text and (len(text) < 4 or (once and not _is_named(article, row))):
        return False
    return not _PLAIN.search(text)


#: The kind of thing before its name: "the pill zelavorant", "a compound called XR-101".
_KIND_BEFORE = re.compile(
    r"\b(?:drug|pill|tablet|medicine|medication|compound|antibody|vaccine|jab|injection|inhibitor|antibiotic|antiviral|molecule|therapy|treatment|capsule|agent)s? (?:,? ?(?:is |was )?(?:called|known as|named|dubbed|codenamed|code-named) |)(?:the )?$"
)


def _is_named(article: Article, row: Named) -> bool:
    """Whether it is said to be the name of a drug."""
    before = topics.around(article, row.start, row.end, 60)[0]
    return bool(_CODED.match(row.core) or "call" in before) and bool(_KIND_BEFORE.search(before))


def people() -> frozenset[str]:
    return _counted("people")


def _animals() -> frozenset[str]:
    return _counted("animals")


@cache
def _counted(kind: str) -> frozenset[str]:
    """The nouns of one kind that are counted in studies."""
    lines = [vocabulary.forms(line) for line in vocabulary.lines("population_nouns")]
    return frozenset(
        fold(noun.strip())
        for group, *rest in lines
        if group == kind
        for noun in ";".join(rest).split(",")
    )


def _is_cells(core: str, before: str) -> bool:
    """Whether cells are named that were studied, not given."""
    cells = _CELLS.search(core) and not _TREATING.search(core)
    return bool(cells and not _PUT_IN.search(before))


def _mention(article: Article, row: Named) -> Mention:
    before, after = topics.around(article, row.start, row.end, 60)
    given = _GIVEN.search(before) or _opened(before)
    cue = row.cue + WEIGHTS["given"] * bool(given)
    cue += WEIGHTS["absent"] * bool(_ABSENT.search(before))
    caused = treatments.CAUSES.match(after)
    if caused:
        cue += WEIGHTS["headline_causes"] if _in_headline(article, row) else WEIGHTS["causes"]
    if (given or caused) and not row.kind and _in_headline(article, row):
        cue += WEIGHTS["headline_phrase"]
    cue += WEIGHTS["dosed"] * bool(_DOSED.search(before))
    cue += WEIGHTS["inert"] * bool(_INERT.match(row.core))
    cue += WEIGHTS["meanwhile"] * bool(_MEANWHILE.search(before))
    cue += WEIGHTS["having"] * bool(_HAVING.search(before))
    cue += WEIGHTS["against"] * bool(_AGAINST.search(before))
    cue += WEIGHTS["changed"] * bool(row.kind not in _DONE and _CHANGED.search(before))
    cue += WEIGHTS["called"] * bool(_CALLED.search(before)) * bool(_CODED.search(row.core))
    cue += WEIGHTS["topped"] * bool(_TOPPED.search(before))
    cue += WEIGHTS["or_placebo"] * bool(_OR_PLACEBO.match(after))
    cue += WEIGHTS["instead"] * bool(_INSTEAD.match(after))
    cue += WEIGHTS["cells"] * _is_cells(row.core.lower(), before)
    cue += WEIGHTS["dose_of"] * bool(_DOSE_OF.search(before))
    kind = row.kind or ("DRUG" if " " not in row.core and _KIND_BEFORE.search(before) else "")
    return Mention(row.core, row.start, row.end, cue, row.id, kind, row.marked)


def _in_headline(article: Article, row: Named) -> bool:
    line = article.headline
    return line is not None and line.start <= row.start < line.end


def _opened(before: str) -> bool:
    """Whether "treated with", "exposure to" or their like stand right before."""
    return any(
        not _PARTED.search(before, match.end()) for match in treatments.GIVEN.finditer(before)
    )
