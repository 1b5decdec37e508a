"""The second of two arms, told one after the other: "half were assigned to A and half to B".

More shapes for `comparator`, as in `others`; synopses tell the groups of a study in a sentence each.
"""

from collections.abc import Iterator

from reader.study.others import Row
from reader.study.reading.article import Sentence
from reader.text import sieve as re

_W = r"[\w’'/.+%-]{1,24}"
_TO = r"(?:assigned|allotted|allocated|randomi[sz]ed|given|fed|injected with|treated with|put on|started on|switched to|received|got|took|to)(?: to| on)?(?: receive| take| get| have)?"
#: Up to where what they got is told.
_WHAT = r"(?P<name>(?!(?:be|see|the (?:hospital|clinic|study|trial)|do|a (?:hospital|clinic)|find|have)\b)[a-z\d][^.;:,()—]{2,60}?)(?=[.;:,()—]| (?:and|while|who|which|was|were|over|during|at|after|in (?:the|a|this))\b)"
_OF = r"(?:half|\d[\d,]*|the (?:others?|rest|second|remainder|remaining [\w-]{1,12}|other [\w-]{1,12})|others|another [\w-]{1,12})"
#: Two groups, and what the second got.
_SECOND = re.compile(
    rf"\b(?:assigned|allotted|allocated|randomi[sz]ed|given|fed|injected with|treated with|received|got|took) (?:{_W} ){{1,12}}?{_W},? ?(?:and|while|whereas|—) {_OF}(?: of them| group| of the \w+)?(?: (?:patients|people|women|men|children|animals|mice|rats|flies|group))?(?: (?:was|were))?(?: randomly)? {_TO} {_WHAT}"
)
#: Animals that were not given what was tested.
_OTHER_ANIMALS = re.compile(
    r"\b(?:other|the remaining|the other|control|a (?:second|third|further) (?:group|set|batch)(?: of)?)(?: (?:animals|mice|rats|flies|rabbits|pigs|monkeys|fish|worms|plants|cells|cultures))? (?:had|received|were given|got|were injected with|were fed|were treated with) (?P<name>(?!to\b|been\b|a (?:lower|higher)|lower|higher|more|less|fewer|no (?:such|effect|difference))[a-z][^.;,()]{3,60})"
)
#: Two groups by name, and what was seen in each.
_GROUPS = re.compile(
    r"\bin the [\w-]{2,24}(?: [a-z]{3,14})? (?:group|arm)\b[^.;]{2,70}?\b(?:and|versus|vs|with|to|but)\b[^.;]{1,50}? in the (?P<name>(?!(?:treatment|active|intervention|vaccine)\b)[\w-]{2,24}(?: [a-z]{3,14})? (?:group|arm))\b"
)
_PEOPLE = r"(?:people|patients|men|women|children|adults|relatives|neighbou?rs|siblings|infants|babies|volunteers|workers|residents|controls|soldiers|veterans|classmates|villagers|households|families)"
#: Those who lack what the others have.
_FREE = re.compile(
    rf"\b(?:and|with|against|to|than)(?: in| from)? (?P<name>(?:\d[\d,]* )?(?:[\w-]{{1,20}} ){{0,2}}(?:{_PEOPLE} )?(?:of (?:the same|a similar|similar|comparable|about the same) (?:age|sex|background)[^.;,()]{{0,30}}|who [^.;,()]{{3,70}}? (?:were|was|stayed|remained) (?:free (?:of|from)|without|unaffected by|healthy|well)(?: [^.;,()]{{3,40}})?))"
)
#: The end of a scale that the other is compared with.
_EXTREME = re.compile(
    rf"\bcompared (?:with|to) (?:the )?(?P<name>{_PEOPLE} (?:[\w’'-]{{1,16}} ){{1,5}}?the (?:highest|lowest|top|bottom|most|least|fewest|shortest|longest|largest|smallest)\b[^.;,()]{{0,50}})"
)
_NAMED = re.Family(
    (
        (_SECOND, "second", 2.7),
        (_OTHER_ANIMALS, "other_animals", 2.3),
        (_GROUPS, "groups", 2.1),
        (_FREE, "free", 3.0),
        (_EXTREME, "extreme", 3.1),
    )
)


def rows(sentence: Sentence) -> Iterator[Row]:
    """Places that may name what the other arm had, or who they were."""
    for pattern, name, weight in _NAMED.within(sentence.low):
        for match in pattern.finditer(sentence.low):
            yield match.start("name"), match.end("name"), name, weight
