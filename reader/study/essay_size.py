"""Sizes as the synopses of journals tell them: in passing, out of more, and by the shares in two groups.

"Of 1,304 people they approached, 1,193 agreed"; "they were able to examine 640 of them"; "was carried
by 29% of 514 patients but by only 20% of 913 controls".
"""

from reader.study.reading.article import Sentence
from reader.study.reading.numbers import Number
from reader.text import sieve as re

_N = r"\d[\d,]*"
_ABOUT = r"(?:only |just |about |some |nearly |almost |a total of )?"
_ASKED = r"(?:approached|asked|invited|contacted|eligible|offered|written to|visited|identified|screened|selected|chosen)"
#: "Of 1,304 people they approached, 1,193 agreed": who was asked, and who came.
_OF_ASKED = re.compile(
    rf"(?:^|[.;:] )(?:of|out of|from|among) (?:the |some |about )?{_N} (?:[\w’'-]+ ){{0,6}}{_ASKED}\b[^.;,]{{0,40}}, {_ABOUT}$"
)
_AGREED = re.compile(
    r" (?:[\w-]+ ){0,2}?(?:agreed|took part|consented|joined|accepted|enroll?ed|participated|answered|replied|responded|completed|came|said yes|did so|were (?:willing|enroll?ed|included|recruited|interviewed|examined|suitable)|gave)\b"
)
_ASKED_AFTER = re.compile(rf" (?:[\w’'-]+ ){{0,6}}{_ASKED}\b[^.;,]{{0,40}}, {_ABOUT}{_N}")
#: "Fifteen patients entered the trial".
_ENTERED = re.compile(
    r"^ (?:[\w-]+ ){0,3}?(?:entered|joined|enroll?ed in|began|started|were let into|were admitted to|took part in) (?:the|this|their|her|his|an?) (?:[\w-]+ ){0,2}(?:trial|study|experiments?|survey|programme|program)\b"
)
#: "They were able to examine 1,804 of them".
_ABLE = re.compile(
    rf"\b(?:able to|managed to|could|succeeded in|did) (?:examine|examining|trace|tracing|follow|following|interview|interviewing|test|testing|reach|reaching|include|see|seeing|scan|visit|study|find|finding|measure|weigh|contact) {_ABOUT}$|\b(?:they|team|researchers|investigators|authors) (?:have )?(?:now )?(?:examined|traced|followed up|interviewed|reached|re-?examined|revisited|found|tested|measured) {_ABOUT}$"
)
_OF_THEM = re.compile(r" of (?:them|these|those|the (?:original|first|former|\w+ \w+|\w+))\b")
#: The share of those with an illness, and of those without it.
_CASES = r"(?:patients|cases|people with [^.;,]{3,40}?|women with [^.;,]{3,40}?|men with [^.;,]{3,40}?|children with [^.;,]{3,40}?|of the sick)"
_CONTROLS = r"(?:[\w-]+ ){0,2}?(?:controls|neighbou?rs|healthy [a-z]+|others|people without|women without|men without|children without|unaffected [a-z]+|siblings)"
_SHARE = r"(?<![\d.])\d[\d.]* ?(?:%|per ?cent) of (?:the )?"
BOTH = re.compile(
    rf"{_SHARE}(?P<cases>{_N}) {_CASES}[^.;]{{1,60}}?{_SHARE}(?P<controls>{_N}) {_CONTROLS}\b"
)


def boost(sentence: Sentence, number: Number, noun_end: int) -> float:
    """What speaks for or against a count as an essay tells it, in the log odds of `sample_size`."""
    low, start, end = sentence.low, number.start - sentence.start, number.end - sentence.start
    before = low[max(0, start - 140) : start]
    out = 2.0 * bool(_ENTERED.match(low[noun_end - sentence.start :][:90]))
    if _OF_ASKED.search(before) and _AGREED.match(low, end):
        out += 4.5
    if before.endswith(("of ", "of the ", "of some ", "of about ")) and _ASKED_AFTER.match(
        low, end
    ):
        out -= 2.5
    out += 9.0 * (_ABLE.search(before) is not None and _OF_THEM.match(low, end) is not None)
    both = BOTH.search(low)
    return out + 5.0 * bool(both and start in {both.start("cases"), both.start("controls")})


def of_them(sentence: Sentence, number: Number) -> bool:
    """Whether a number tells how many of those before could be seen: it counts them."""
    low, start = sentence.low, number.start - sentence.start
    before = low[max(0, start - 80) : start]
    able = _ABLE.search(before) and _OF_THEM.match(low, number.end - sentence.start)
    came = _OF_ASKED.search(low[max(0, start - 140) : start])
    return bool(able or (came and _AGREED.match(low, number.end - sentence.start)))


def cases_and_controls(sentence: Sentence, number: Number) -> list[tuple[int, int, int]]:
    """Sizes and places of both groups, where the number is that of one of them."""
    both = BOTH.search(sentence.low)
    at = number.start - sentence.start
    if both is None or at not in {both.start("cases"), both.start("controls")}:
        return []
    return [
        (int(both[name].replace(",", "")), sentence.start + both.start(name), sentence.start + both.end(name))
        for name in ("cases", "controls")
    ]  # fmt: skip


#: "and added a third group of 15".
_THIRD = re.compile(
    r"\b(?:a|the) (?:second|third|fourth|further|comparison|control) (?:group|set) of $"
)
_THIRD_GROUP = re.compile(
    r"\b(?:a|the) (?:third|fourth) (?:group|set) of (?:\d|[a-z]+teen|[a-z]+ty|ten|eleven|twelve|eight|nine|six|seven)"
)
#: Two kinds of people, each with a clause of its own: "18 with asthma and 20 who were free of it".
_OF_A_KIND = re.compile(r"\b(?:with|who|whose) [^,;]{3,}\band (?:another |a further )?$")
_WHO = re.compile(r" (?:others )?(?:who|whose|without)\b")

#: "gave it to 1,200 children, while 1,188 were given another".
_WHILE = re.compile(r"(?:\bwhile|\bwhereas|,|\band) (?:another |a further |the other )?$")
_INSTEAD = re.compile(
    r" (?:others )?(?:were given|received|were left|went without|did without|were offered|were put on|served as controls)\b"
)


def third(sentence: Sentence) -> bool:
    """Whether a sentence goes on to a third group: what stands side by side is not all."""
    return _THIRD_GROUP.search(sentence.low) is not None


def goes_on(sentence: Sentence, number: Number, between: str) -> bool:
    """Whether a number behind another group, with the words between them, is a further group."""
    if _THIRD.search(between):
        return True
    after = sentence.low[number.end - sentence.start :][:40]
    if _WHILE.search(between) and _INSTEAD.match(after):
        return True
    who = _WHO.match(sentence.low, number.end - sentence.start)
    return who is not None and _OF_A_KIND.search(between) is not None
