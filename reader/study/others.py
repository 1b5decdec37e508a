"""What the others got, told in plain words: "the rest drank ordinary milk", "a look-alike capsule".

More shapes for `comparator`: each row is a place in a sentence with a name and a weight.
"""

from collections.abc import Iterator

from reader.study import chunks
from reader.study.reading.article import Sentence
from reader.text import sieve as re

Row = tuple[int, int, str, float]

_GOT = r"(?:received|receiving|got|getting|took|taking|had|given|drank|drinking|ate|eating|used|using|wore|wearing|kept|followed|swallowed|chewed|held|contained|breathed|sprayed|heard|watched|did)"
#: Something that looks like the treatment and is none.
_INERT = re.compile(
    r"\b(?:inactive|inert|look-?alike|identical[- ]looking|dummy|mock|pretend|imitation|empty(?= (?:capsules?|pills?|tablets?|vectors?|plasmids?|syringes?|inhalers?|patch(?:es)?|packets?|sachets?|shells?|liposomes?|carriers?|vehicles?|cartridges?|devices?|bottles?|cages?)\b)|drug-free|medicine-free) (?=[a-z])|\bvehicles? without (?:the |any )?(?=[a-z])"
)
_NONE = re.compile(r"\b(?:neither|nor|no|not|without|never|nobody) [^.;,]{0,34}$")
#: The usual thing where the others, or the one or the other, had it.
_USUAL = re.compile(
    rf"\b(?:or|versus|than|with|to|on|{_GOT}) (?:an? |the )?(?P<at>(?:ordinary|regular|plain|conventional|traditional|commercial|unmodified|untreated|older|existing|everyday|customary|full|old)(?:, | )(?!(?:people|person|weight|levels?|intervals?|basis|range|age|life|cells?|day|time|contact|check-ups?|exercise|adults?|patients?|ones?)\b)[a-z])"
)
_ALONE = re.compile(rf"\b{_GOT} (?:only )?(?P<name>(?:[\w-]+ ){{0,2}}[\w-]+ (?:alone|by itself))\b")
#: "versus 27 percent who received the vehicle".
_WHO_GOT = re.compile(
    rf"\b(?:than|versus|vs\.?|compared (?:with|to)|against|as opposed to|as against|whereas|while|and|but)\b[^.;]{{0,50}}?\b(?:who|that|which|those|others?|rest) (?:only |were |was |had |just |had been )*{_GOT} (?:the |an? |only )*(?=[a-z])"
)
#: Those whom the others were set against.
_AGAINST = re.compile(
    r"\b(?:set|pitted|measured|matched|weighed|compared|ranged|held up|checked|tested|lined up)(?: \w+){0,3} (?:against|alongside|side by side with) (?:\d[\d,]* )?(?P<name>[a-z][^.;,()]{4,90})"
)
#: The clause of the other half, where it says what they did.
_REST = re.compile(
    r"\b(?:the (?:others?|rest|remainder|remaining (?:\d+|[\w-]+)|other (?:half|group|arm|\d+|[\w-]+))|(?:in|on) the (?:other|remaining|rest)(?: \d+| [\w-]+)?,?)(?: (?:it|they|the [\w-]+))? "
    r"(?:(?:were|was|had|simply|just|it|been|did|not) ){0,3}(?P<name>(?:\w{2,20}ed|kept|went|got|took|held|left|stayed|had|drank|ate|slept|sat|wore|told|given|shown|taught|only|nothing|as|when|once)\b[^.;,()]{3,70})"
)
#: "half took the drug, and half got olive oil"; "than those breastfed for a month".
_HALF = re.compile(
    rf"\bhalf\b[^.;]{{6,120}}? (?:and|while|whereas|the other) half (?:of them )?(?:only |were |was )*{_GOT} (?:the |an? |only )*(?=[a-z])"
)
_THOSE = re.compile(
    r"\b(?:than|versus|against|compared (?:with|to)|as against|unlike) (?:in |for |among )?(?P<name>those (?!who\b|that\b|of\b|with\b|in\b)(?:not )?\w{3,20}(?:ed|en|wn|ght|ing|ld|left|fed)\b[^.;,()]{3,60})"
)
_OR_NOTHING = re.compile(
    r"(?:,? or|versus|vs\.?|and) (?P<name>saline|(?:plain |tap |salt )?water|nothing)\b(?! (?:and|intake|supply|quality))"
)
_EITHER = re.compile(
    rf"\b(?:(?<!had )(?<!have )(?<!has )(?<!with )(?<!was )(?<!were )(?<!is )(?<!and )(?<!as )either|(?:randomi[sz]ed|assigned|asked|told|allotted|allocated|chosen|invited) to (?:\w+ )?|{_GOT} (?!either\b))(?P<one>[^.;:()]{{3,70}}?),? or (?:an? |the )?(?=[a-z])"
)
_CHOICE = re.compile(r"\beither |(?:ed|told|chosen) to ")
_AS_WELL = re.compile(
    r"\bas (?:\w+ly|well|good|safe|accurate|many|much|often) as (?:with |by |in )?(?=[a-z])"
)


#: What is read as a phrase from the end of a match, or as it stands by its name.
_PHRASES = (
    (_WHO_GOT, "who_got", 2.2),
    (_HALF, "half", 2.2),
    (_EITHER, "or", 1.9),
    (_AS_WELL, "as_well", 1.9),
)
_NAMED = (
    (_ALONE, "alone_too", 2.5),
    (_AGAINST, "against", 2.2),
    (_REST, "rest", 1.7),
    (_THOSE, "those_too", 2.0),
    (_OR_NOTHING, "or_nothing", 2.2),
)


_ALL_NAMED, _ALL_PHRASES = re.Family(_NAMED), re.Family(_PHRASES)


def rows(sentence: Sentence) -> Iterator[Row]:
    """Places that may name what it was compared with."""
    yield from _things(sentence.low)
    for pattern, name, weight in _ALL_NAMED.within(sentence.low):
        for match in pattern.finditer(sentence.low):
            yield match.start("name"), _end(sentence.low, match.end("name")), name, weight
    for pattern, name, weight in _ALL_PHRASES.within(sentence.low):
        for match in pattern.finditer(sentence.low):
            found = chunks.after(sentence.low, match.end(), 6)
            if found and not sentence.low.endswith("?"):
                sure = "_sure" * (pattern is _EITHER and _CHOICE.search(match.group()) is not None)
                yield found[0], found[1], name + sure, weight


def _things(low: str) -> Iterator[Row]:
    """Something inert, or the usual thing."""
    for match in _INERT.finditer(low):
        found = chunks.after(low, match.end(), 4)
        if found and not _NONE.search(low, max(0, match.start() - 40), match.start()):
            yield match.start(), found[1], "inert", 2.9
    for match in _USUAL.finditer(low):
        if found := chunks.after(low, match.start("at"), 5):
            yield match.start("at"), found[1], "usual", 1.9


def _end(low: str, end: int) -> int:
    """The end without a half sentence that goes on."""
    cut = re.search(
        r" (?:and|but|while|when the study|for (?:\d|two|three|four|five|six|a)) .*$",
        low[max(0, end - 90) : end],
    )
    return end if cut is None or cut.start() < 12 else max(0, end - 90) + cut.start()
