"""Groups of one study told side by side: "60 were given the drug and 58 a placebo" are 118.

The second group often lacks its noun ("and 58 to the standard dose"), stands in a sentence of its
own ("A further four animals received …"), or is told as a ratio ("for each of them, two farmers").
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from reader.study import essay_size, in_parallel, side_by_side, two_sets
from reader.study.counts import Count, find_counts
from reader.study.partitions import partitions
from reader.study.reading.article import Article, Sentence
from reader.study.reading.numbers import Number
from reader.text import sieve as re


@dataclass(frozen=True, slots=True)
class Group:
    """A group of `value` at [start, end), with the noun it is told with."""

    value: int
    start: int
    end: int
    label: str = ""


#: Two groups of one study are never so far apart in size, nor is one so small beside another.
_TIMES, _HANDFUL, _FEW = 300, 5, 12


def groups(article: Article, best: Count, counts: list[Count]) -> list[Group]:
    """The groups that the heaviest count belongs to; alone if it stands for all."""
    told = _told(article, best, counts)
    least, most = min(g.value for g in told), max(g.value for g in told)
    unlike = most > _TIMES * least or (least < _HANDFUL and most > _FEW * least)
    return [Group(best.value, best.start, best.end, best.unit)] if unlike else told


def _told(article: Article, best: Count, counts: list[Count]) -> list[Group]:
    first = Group(best.value, best.start, best.end, best.unit)
    both = [Group(*each) for each in essay_size.cases_and_controls(best.sentence, best.number)]
    if found := both or _bracketed(best, counts):
        return found
    if _whole(article, best, counts):
        return [first]
    others = _matched(article, best)
    more = others or essay_size.third(best.sentence)
    if not more and (told := _listed(article, best, counts) or _pair(article, best, counts)):
        return told
    others = others or _elliptic(article, best) or _apart(article, best)
    if best.bare:
        told_so = side_by_side.parallel(article, best.sentence, best.number)
        if len(told_so) > len(others):
            others = [Group(int(n.value), n.start, n.end) for n in told_so]
    if not others and (other := two_sets.second(article, best, find_counts(article))):
        others = [_group(other)]
    if not others or (len(others) > 1 and sum(g.value for g in others) == best.value):
        return [first]
    return [first, *others]


def _whole(article: Article, best: Count, counts: list[Count]) -> bool:
    """Whether numbers behind a count are its parts: "537 people: 188 with …, 149 … and 200 …"."""
    counted = {id(count.number) for count in counts}
    return any(group[-1].end < best.sentence.end for group in partitions(article, best, counted))


def _bracketed(best: Count, same: list[Count]) -> list[Group] | None:
    """Groups in brackets, "(n = 40) … (n = 38)", unless the best is the sum of the others."""
    if not best.bracketed:
        return None
    arms = [c for c in same if c.bracketed and c.bare == best.bare]
    every = sum(arm.value for arm in arms)
    for arm in arms:
        if len(arms) > 2 and every - arm.value == arm.value:
            return [_group(arm)]
    near = all(b.start - a.end < 160 for a, b in itertools.pairwise(arms))
    return [_group(arm) for arm in arms] if len(arms) > 1 and near else None


def _group(count: Count) -> Group:
    return Group(count.value, count.start, count.end, count.unit)


_TOGETHER = re.compile(
    r"^(?:[^.;()]{0,90}?)(?:,? and |,? with |,? to |versus | vs\.? |while |against |alongside |beside |next to )(?:[^.;()]{0,40})$|^[^.;()]{0,90}; (?:the |another |a further )?$"
)
_SET_AGAINST = re.compile(
    r"\b(?:set|put|held|compared|matched|paired|pitted|weighed) (?:them|these|those|their \w+|it) (?:against|beside|alongside|next to|with|to)\b|\bfor comparison\b|\bto compare (?:them )?with\b|\b(?:were|was) (?:\w+ )?compared (?:with|to)\b"
)
_SETS = re.compile(
    r"\b(?:compar(?:ed|es|ing)|match(?:ed|es)|contrast(?:ed|ing)|pitted|lined up|paired|weighed|a comparison of)(?: (?:the|data|records|files|scans|blood|samples|from|of|on|for|about|some|all|over|more|than|nearly))* $"
)
_CONTROL = re.compile(
    r"control|\d others\b|(?:drawn|picked|chosen|taken) from the (?:population|general|electoral|register|neighbou?rhood)|healthy|without|matched|respectively|unaffected|siblings|who (?:had not|did not|were not|stayed well|had stayed|had never|never)|of the same (?:age|sex)|neighbou?rs|free of|second (?:school|village|ward|clinic|town|hospital|class)"
)


def _pair(article: Article, best: Count, same: list[Count]) -> list[Group]:
    """Patients and their controls: "17 patients and 16 healthy volunteers"."""
    for first, second in itertools.pairwise(same):
        if best not in (first, second) or first.value == second.value == 1:
            continue
        together = first.end if first.end <= second.start else first.number.end
        between = article.text[together : second.start].lower()
        around = article.text[first.start : second.end + 60].lower()
        before = article.text[max(0, first.start - 50) : first.start].lower()
        known = _CONTROL.search(around) or _SET_AGAINST.search(between) or _SETS.search(before)
        if len(between) < 120 and _TOGETHER.match(between) and known:
            return [_group(first), _group(second)]
    return []


_SIDE_BY_SIDE = re.compile(r",? (?:and |plus )?(?:another |about |some )?|, ")
_ALTOGETHER = re.compile(r" (?:in all|in total|altogether|all told)\b")
#: "198,402 people and 9,870 new cases": the latter are some of the former.
_BECAME_ILL = re.compile(r" (?:new|incident|fatal|further) (?:\w+ )?cases\b", re.I)


def _listed(article: Article, best: Count, same: list[Count]) -> list[Group]:
    """Kinds of people listed one behind the other: "31 doctors, 40 nurses and 12 midwives"."""
    row: list[Count] = []
    for count in same:
        gap = article.text[row[-1].end : count.start] if row else ""
        if _BECAME_ILL.match(article.text, count.number.end, count.end):
            continue
        if not row or (count.unit and _SIDE_BY_SIDE.fullmatch(gap) and count.kind == best.kind):
            row.append(count)
        elif best in row:
            break
        else:
            row = [count]
    for count in row:
        if best in row and _ALTOGETHER.match(article.text, count.end):
            return [_group(count)]
    if best in row and len(row) > 2 and sum(c.value for c in row[1:]) == row[0].value:
        return [_group(row[0])]
    units = {count.unit for count in row}
    return [_group(c) for c in row] if best in row and 1 < len(row) == len(units) else []


#: What the second group goes on with, and the words before it that join it to the first.
_JOINED = re.compile(
    r"(?:\band|,|;|\bversus|\bvs\.?|\bwhile|\bwith|\bagainst|\bplus|\bbut|\bor|\bto|\bwhereas|\bbeside|\balongside)(?: with)? (?:a further |another |the other |about |some |an additional |left |kept |gave |put |let )?$"
    r"|(?:\band|,|;|\bwhile) (?:[\w’'-]+ ){0,2}(?:another|a further|the remaining) $"
)
_SECOND = re.compile(
    r" (?:of (?:them |whom )?)?(?P<word>to|in|on|through|with|without|had|were|was|who|whose|from|at|by|as|received|got|took|went|did not|not|"
    r"a|an|the|no|placebo|dummy|sham|usual|standard|given|healthy|controls?|untreated|that|allotted|assigned|others?)\b"
)
_BARE = frozenset({"a", "an", "the", "no", "not", "did not", "placebo", "dummy", "sham", "usual", "standard", "healthy", "control", "controls", "untreated", "without", "other", "others"})  # fmt: skip
_ASSIGNED = re.compile(
    r"\b(?:assigned|allocated|allotted|randomi[sz]ed|given|got|get|received?|took|take|went|gone|put|placed|had|have|offered|drank|ate|wore|used|underwent|undergo|chose|opted|swallowed|attended|followed|treated|vaccinated|injected|fed|with|who|whose|living|working|born|exposed|operated|drew|sent|set (?:them|these|their)|in whom)\b"
)
_OUTCOME = re.compile(
    r"\b(?:died|develop|report|improv|relaps|respon[ds]|complain|suffer|experienc|surviv|stopped|dropped|withdr|fail|recover|deteriorat|cured?\b|bled|befell|side effect|found (?:it|them|one|these) in\b|adverse|events?\b|deaths?\b|infections?\b|were found|tested positive|had (?:a |an |the )?(?:\w+ )?(?:stroke|attack|fall|relapse|infection|complication|seizure|reaction|improvement|response|recurrence))"
)


def _elliptic(article: Article, best: Count) -> list[Group]:
    """Further groups of the sentence that leave their noun out."""
    sentence, out, at = best.sentence, list[Group](), best.end
    if _OUTCOME.search(sentence.low[max(0, best.start - sentence.start - 60) :][:320]):
        return out
    behind = [n for n in article.numbers_in(sentence) if n.start >= best.end and not n.percent]
    behind = [n for n in behind[:12] if not _opened(article.text[best.end : n.start])]
    if any(a.value + b.value == best.value for a, b in itertools.pairwise(behind)):
        return out
    if behind and _flows(sentence, best, behind[0]):
        return out
    for number in behind[:6]:
        between = sentence.low[at - sentence.start : number.start - sentence.start]
        before = sentence.low[: best.start - sentence.start][-70:]
        if len(between) < 170 and _goes_on(sentence, number, between, before):
            out.append(Group(int(number.value), number.start, number.end, best.unit))
            at = number.end
    return out


def _opened(text: str) -> bool:
    """Whether a bracket is open at the end of a passage."""
    return text.rfind("(") > text.rfind(")")


#: All who entered, told before it is told what became of them: "of 62 registered, 50 …".
_ALL_OF = re.compile(
    r"\b(?:of|among|total of|altogether|in total,?|in all,?|overall,?)(?: the| these| all)? $"
)
_ENTERED = re.compile(
    r"\b(?:registered|enroll?ed|recruited|randomi[sz]ed|entered|screened|eligible|included|approached|consented|accrued|participants|patients|in(?:to)? (?:the|this) (?:study|trial))"
    r"(?: \([^()]*\))?[,;:]? ?(?:and |of (?:whom|which|these|them),? |with |but |only )*$"
)


#: "Of 96 patients who had been given it, 31 had a fever".
_PART_OF = re.compile(r"^[^;]*, (?:only |just |about )?$")


def _flows(sentence: Sentence, best: Count, following: Number) -> bool:
    """Whether a count is of all, and the number behind it of those that were left."""
    start, end = best.start - sentence.start, best.end - sentence.start
    between = sentence.low[end : following.start - sentence.start]
    if _ALL_OF.search(sentence.low[:start][-24:]) and not _ASSIGNED.search(between):
        return True
    if sentence.low[:start] in {"of ", "of the ", "among ", "among the "} and _PART_OF.search(
        between
    ):
        return True
    return bool(_ENTERED.search(best.unit + between)) and " to " not in between


def _goes_on(sentence: Sentence, number: Number, between: str, before: str) -> bool:
    """Whether a number is a further group, told in parallel with the one before it."""
    alike = in_parallel.alike(sentence, number, between, before)
    if alike or essay_size.goes_on(sentence, number, between):
        return True
    joined = _JOINED.search(between) is not None
    if joined and in_parallel.acts(sentence, number, between, _ASSIGNED.search(before[-30:])):
        return True
    second = _SECOND.match(sentence.low, number.end - sentence.start)
    if second is None or number.percent or number.money or not number.whole or number.value < 2:
        return False
    if not (_JOINED.search(between) and _ASSIGNED.search(between)):
        return False
    word = second["word"]
    return word in _BARE or re.search(rf"\b{word}\b", before + between[: -len("and ")]) is not None


_FOR_EACH = re.compile(
    r"\bfor (?:each|every one)(?: (?:of (?:them|these|those|the)(?: \d[\d,]*)?(?: \w+)?|case|patient|person|one|child|woman|man|\w+))?,? (?:[a-z,’' ]{0,60}?)$"
)
_EACH_WITH = re.compile(
    r"\b(?:each|every (?:case|patient|one)|they|these|who|and)(?: of (?:them|whom|these))?(?: \w+)? (?:was |were )?(?:each )?(?:matched|paired|compared)(?: individually| closely)? (?:with|to|against) (?:up to )?$"
)
_IN_ALL = re.compile(r"(?<![\w,])(?P<n>\d[\d,]*) (?:in (?:all|total)|altogether)\b")


def _matched(article: Article, best: Count) -> list[Group]:
    """Controls told as so many for each case."""
    low, end = best.sentence.low, best.end - best.sentence.start
    if same := in_parallel.AS_MANY.match(low, end):
        start = best.sentence.start + same.start()
        return [Group(best.value, start, best.sentence.start + same.end(), "controls")]
    for sentence in _from(article, best.sentence, 2):
        for number in article.numbers_in(sentence):
            if number.start < best.end or not (number.whole and 1 <= number.value <= 10):
                continue
            before = sentence.low[: number.start - sentence.start][-110:]
            if not (_FOR_EACH.search(before) or _EACH_WITH.search(before)):
                continue
            total = _IN_ALL.search(sentence.low, number.end - sentence.start)
            all_ = int(total["n"].replace(",", "")) if total else 0
            value = all_ if all_ > best.value else best.value * int(number.value)
            end = sentence.start + total.end() if total else number.end
            return [Group(value, number.start, end, "controls")]
    return []


_APART = re.compile(
    r"(?:^|; |, )(?:and )?(?:an?|the) (?:further|additional|other|second group of|comparison group of|control group of|parallel group of) $|(?:^|; )another (?:group of )?$"
)
#: "So were 1,340 women"; "they did the same with 114 neighbours".
_THE_SAME = re.compile(
    r"\b(?:so (?:were|did|was)|as (?:were|did)|(?:did|done) (?:the same|this|so|likewise) (?:with|for|to|in)|the same (?:was|were|went) (?:\w+ )?(?:for|with|to))(?: (?:another|a further|some|the))? $"
)
_SERVED = re.compile(
    r"^[^.;]{0,60}?\b(?:received|served|acted|got|were given|was given|were (?:left )?(?:untreated|unaffected)|were left|were kept|went without|had no|had (?:the )?(?:sham|placebo|usual|standard)|took|formed|did not (?:get|receive)|were used|made up the (?:control|comparison))\b"
)


#: "60 of the 120 walked. The other 60 sat": the first are told out of all.
_SOME_OF = re.compile(r"(?<![\w,])(?:\d[\d,]*|half|some|most|[a-z]+ty) of (?:the |these |those )$")


def _apart(article: Article, best: Count) -> list[Group]:
    """A group in a sentence of its own: "A further four animals received a sham."."""
    some = _SOME_OF.search(best.sentence.low[: best.start - best.sentence.start])
    for sentence in _from(article, best.sentence, 3):
        for number in article.numbers_in(sentence):
            at, end = number.start - sentence.start, number.end - sentence.start
            if number.start < best.end or number.percent or not number.whole or number.value < 2:
                continue
            served = (
                not some and _APART.search(sentence.low[:at]) and _SERVED.match(sentence.low[end:])
            )
            share = article.text.startswith(" (", number.end)  # "as did 5 (6 %)": an outcome
            same = number.value >= _HANDFUL and not share and _THE_SAME.search(sentence.low[:at])
            if served or same:
                return [Group(int(number.value), number.start, number.end, best.unit)]
    return []


def _from(article: Article, sentence: Sentence, many: int) -> Iterator[Sentence]:
    """A sentence of the story and those behind it, `many` in all."""
    start = next((n for n, row in enumerate(article.body) if row is sentence), 0)
    yield from article.body[start : start + many]
