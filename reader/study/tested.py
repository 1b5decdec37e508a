"""What a synopsis says its study was on, in turns that name no treatment: "a gene called X", "related it to X".

Rows for `treatments`, each with how strongly its turn speaks for it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from reader.study.reading.article import Article, Sentence
from reader.text import sieve as re


class Told(NamedTuple):
    """A passage of the article that its turn makes a matter of the study, with its weight."""

    start: int
    end: int
    cue: float
    sure: bool = False


_KIND = r"(?:genes?|proteins?|hormones?|(?:neuro)?peptides?|enzymes?|receptors?|channels?|molecules?|kinases?|transporters?|chaperones?|micrornas?|cytokines?|toxins?|transcription factors?)"
#: What makes a thing known by its name, which the story then goes on to use.
_CALLED = re.compile(
    rf"\b{_KIND},? (?:that is |which is |is )?(?:called|named|known as|dubbed) (?P<name>[a-z][\w-]{{2,16}})\b"
)
_CODE = r"(?=[\w-]{0,12}[A-Z\d])[A-Za-z][\w-]{2,12}"
#: A gene or protein by its short name, beside the word for what it is.
_CODED = re.compile(
    rf"\b(?:{_KIND} (?:for )?(?P<name>{_CODE})|(?:the|of) (?P<two>{_CODE}) {_KIND}|lack(?:s|ed|ing)? (?:the )?(?P<three>{_CODE})|(?:mice|flies|fish|worms|cells|plants|rats) without (?P<four>{_CODE}))\b"
)
_THING = r"[a-z][^.;:,()—]{2,44}?"
_END = r"(?=[.;:,()—]| (?:and|or|allowing|over|after|during|in which|by which|which|that|who|at (?:the|age)|on (?:the|their)|for the)\b)"
#: What something that was measured was related to, and what it was explained by.
_RELATED = re.compile(
    rf"\b(?:related|relating) (?:it|them|this|these|[a-z]+ [a-z]+|[a-z]+) to (?P<name>{_THING}){_END}(?: and to (?P<two>{_THING}){_END})?"
)
_EXPLAINED = re.compile(
    rf"\b(?:explained|accounted for) (?:best |better |well )?by (?P<name>{_THING}){_END}"
)
#: What the study asked of: "set out to ask whether X would do".
_ASKED = re.compile(
    r"\b(?:set out to (?:ask|find out|see|learn|test|discover|show|establish)|wanted to (?:know|find out|see|learn)|(?:asked|wondered|tested|examined|investigated|to find out|to see|to test)) (?:if|whether) "
    r"(?P<name>(?!(?:it|they|this|these|those|that|he|she|there|people|patients|the same|a)\b)[a-z][^.;,]{2,50}?) (?:would|could|might|can|may|does|did|helps?|works?|will)\b"
)
#: How long or how often, and of what.
_COURSE = re.compile(
    r"\b(?P<name>(?:(?:one|two|three|four|six|single|short|shorter|long|longer|[a-z\d]+-(?:day|week|month|year|dose)) ){1,2}(?:course|dose)s? of (?:[\w-]{2,20} (?=therapy|treatment|drops|tablets|vaccine))?[\w-]{4,20}(?: (?:therapy|treatment|drops|tablets|vaccine))?)\b"
)
#: What is done against something: "can be prevented by vaccinating dogs".
_BY_DOING = re.compile(
    r"\b(?:prevented|eliminated|controlled|contained|stopped|treated|cured|averted|curbed|avoided|halted|reversed) by (?P<name>[a-z]{3,14}ing (?:the |their )?[\w-]{3,20})\b"
)
_DOING = re.compile(
    r"(?:^|[.;—,] )(?P<name>[a-z]{4,14}ing (?:the |their |all )?[\w-]{3,20}) (?:turned out|would|could|helped|worked|hardly|proved|made|saved|prevented|cut|reduced)\b"
)
#: What was put to use on those studied, and what they were given to see, hear or smell.
_APPLIED = re.compile(
    r"\b(?:an?|the) (?P<name>(?:[a-z][\w-]{2,16} ){0,3}[a-z][\w-]{3,16}) was (?:then )?(?:passed (?:through|into)|applied to|sprayed on|administered to|delivered (?:to|into)|infused into|injected into|dripped into|placed (?:on|in|over) the (?:skin|scalp|eye|ear|mouth|nose|arm|back))\b"
)
_GIVEN_EACH = re.compile(
    r"\b(?:each|each of them|they|all|participants|volunteers|subjects) (?:was|were) (?:then )?(?:given|shown|played|made to (?:smell|watch|hear|taste)) (?P<name>(?!(?:the same|an? (?:questionnaire|test|interview|scan|choice|score|number)|an?|one|two|three|\d)\b)[a-z][^.;:,()—]{3,40}?)(?=[.;:,(]| (?:and|or|while|at|for|over|on|in|to)\b)"
)
_TURNS = re.Family(
    (
        (_RELATED, 2.2),
        (_EXPLAINED, 1.8),
        (_ASKED, 1.2),
        (_COURSE, 0.7),
        (_BY_DOING, 1.2),
        (_DOING, 1.0),
        (_APPLIED, 1.4),
        (_GIVEN_EACH, 1.4),
    )
)


def called(article: Article) -> Iterator[Told]:
    """Genes, proteins and hormones that are given a name, wherever it stands again."""
    seen = set()
    for sentence in article.body:
        for start, end, least in _named(sentence):
            words = article.words_in(start, end)
            folded = words[0].folded if len(words) == 1 and words[0].end == end else ""
            places = article.folds.places.get(folded, ())
            if folded in seen or len(places) < least:
                continue
            seen.add(folded)
            for at in places:
                again = article.words[at]
                here = again.start == start
                yield Told(again.start, again.end, 1.4 if here else 0.4, sure=here and least == 2)


def _named(sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """Where a name stands that is told as such, and how often it must stand."""
    for match in _CALLED.finditer(sentence.low):
        yield sentence.start + match.start("name"), sentence.start + match.end("name"), 2
    for match in _CODED.finditer(sentence.text):
        group = next(g for g in ("name", "two", "three", "four") if match[g])
        if any(c.isupper() or c.isdigit() for c in match[group][1:]):
            yield sentence.start + match.start(group), sentence.start + match.end(group), 3


def turns(sentence: Sentence) -> Iterator[Told]:
    """What a sentence on this study says that it was on."""
    for pattern, cue in _TURNS.within(sentence.low):
        for match in pattern.finditer(sentence.low):
            for group in ("name", "two"):
                if match.groupdict().get(group):
                    start, end = match.span(group)
                    yield Told(sentence.start + start, sentence.start + end, cue, cue > 1.3)
