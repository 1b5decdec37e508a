"""Groups of one study told side by side: "60 were given the drug and 58 a placebo" are 118.

The second group often lacks its noun ("and 58 to the standard dose"), stands in a sentence of its
own ("A further four animals received …"), or is told as a ratio ("for each of them, two farmers").
"""

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Set
from dataclasses import dataclass

from reader.study.counts import Count
from reader.study.for_each import is_each
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


def groups(article: Article, best: Count, counts: list[Count]) -> list[Group]:
    """The groups that the heaviest count belongs to; alone if it stands for all."""
    first = Group(best.value, best.start, best.end, best.unit)
    if (found := _bracketed(best, counts)) is not None:
        return found
    if _whole(article, best, counts):
        return [first]
    others = _matched(article, best)
    if not others and (told := _listed(article, best, counts) or _pair(article, best, counts)):
        return told
    others = others or _elliptic(article, best) or _apart(article, best)
    if not others or (len(others) > 1 and sum(g.value for g in others) == best.value):
        return [first]
    return [first, *others]


def _whole(article: Article, best: Count, counts: list[Count]) -> bool:
    """Whether numbers behind a count are its parts: "537 people: 188 with …, 149 … and 200 …"."""
    counted = {id(count.number) for count in counts}
    return any(group[-1].end < best.sentence.end for group in partitions(article, best, counted))


def sums(article: Article, counts: list[Count]) -> tuple[set[int], set[int]]:
    """The ids of counts that two or three numbers behind them add up to, and of counts among those."""
    totals: set[int] = set()
    parts: set[int] = set()
    by_number = {id(count.number): id(count) for count in counts}
    by_value: dict[int, set[int]] = {}
    for total in counts:
        by_value.setdefault(total.value, set()).add(id(total))
        for group in partitions(article, total, by_number.keys()):
            totals.add(id(total))
            parts |= {by_number[id(n)] for n in group if id(n) in by_number}
    for part in counts:
        whole = [by_value[n * part.value] for n in range(2, 7) if n * part.value in by_value]
        if whole and is_each(part):
            totals = totals.union(*whole)
            parts.add(id(part))
    return totals, parts - totals


def partitions(article: Article, total: Count, counted: Set[int]) -> Iterator[list[Number]]:
    """The rows of two or three numbers behind a count that add up to it.

    `counted` are the ids of the numbers that count something.
    """
    behind = _behind(article, total)
    for first in range(len(behind)):
        for length in (2, 3):
            group = behind[first : first + length]
            if _adds_up(total, group, length, counted):
                yield group


#: Who went, and who was left: no groups.
_GONE = re.compile(
    r"\b(?:leaving|left|set|exclud(?:ed|ing)|removed|dropped|lost|withdrew|which left)(?: the| another| these)? $"
)


def _behind(article: Article, total: Count) -> list[Number]:
    """The whole numbers soon behind a count, as groups of it are told."""
    at = bisect_left(article.numbers, total.end, key=lambda number: number.start)
    near = [n for n in article.numbers[at : at + 24] if n.start - total.end < 900]
    near = [n for n in near if not _GONE.search(article.text[max(0, n.start - 24) : n.start])]
    return [n for n in near if n.whole and not (n.percent or n.money) and 1 < n.value < total.value]


def _adds_up(total: Count, group: list[Number], length: int, counted: Set[int]) -> bool:
    """Whether numbers are the parts of a total; small ones only if they count something, too."""
    if len(group) < length or sum(n.value for n in group) != total.value or total.value < 6:
        return False
    if group[-1].end - group[0].start > 450:
        return False
    known = sum(id(n) in counted for n in group)
    return known == length or (total.value > 19 and min(n.value for n in group) > 7)


def _bracketed(best: Count, same: list[Count]) -> list[Group] | None:
    """Groups in brackets, "(n = 40) … (n = 38)", unless the best is the sum of the others."""
    if not best.bracketed:
        return None
    arms = [c for c in same if c.bracketed and c.bare == best.bare]
    if len(arms) > 2 and sum(arm.value for arm in arms if arm is not best) == best.value:
        return [_group(best)]
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
_CONTROL = re.compile(
    r"control|healthy|without|matched|respectively|unaffected|siblings|who (?:had not|did not|were not|stayed well|had stayed|had never|never)|of the same (?:age|sex)|neighbou?rs|free of|second (?:school|village|ward|clinic|town|hospital|class)"
)


def _pair(article: Article, best: Count, same: list[Count]) -> list[Group]:
    """Patients and their controls: "17 patients and 16 healthy volunteers"."""
    for first, second in itertools.pairwise(same):
        if best not in (first, second) or first.value == second.value == 1:
            continue
        together = first.end if first.end <= second.start else first.number.end
        between = article.text[together : second.start].lower()
        around = article.text[first.start : second.end + 60].lower()
        known = _CONTROL.search(around) or _SET_AGAINST.search(between)
        if len(between) < 120 and _TOGETHER.match(between) and known:
            return [_group(first), _group(second)]
    return []


_SIDE_BY_SIDE = re.compile(r",? (?:and |plus )?(?:another |about |some )?|, ")


_ALTOGETHER = re.compile(r" (?:in all|in total|altogether|all told)\b")


def _listed(article: Article, best: Count, same: list[Count]) -> list[Group]:
    """Kinds of people listed one behind the other: "31 doctors, 40 nurses and 12 midwives"."""
    row: list[Count] = []
    for count in same:
        gap = article.text[row[-1].end : count.start] if row else ""
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
)
_SECOND = re.compile(
    r" (?:of (?:them |whom )?)?(?P<word>to|in|on|through|with|without|had|were|was|who|whose|from|at|by|as|received|got|took|went|did not|not|"
    r"a|an|the|no|placebo|dummy|sham|usual|standard|given|healthy|controls?|untreated|that|allotted|assigned|others?)\b"
)
#: What groups do, told one after the other: "106 walked and 106 sat".
_ACTS = (
    r"walked|sat|rested|ran|swam|cycled|danced|slept|stayed|kept|carried|continued|waited|drank|ate|wore|used|took|got|had|received|underwent|stopped|went|did|were|was|read|watched|listened|played|learnt|learned"
)
_ACTED = re.compile(rf"\b(?:{_ACTS})\b")
_SECOND_ACTS = re.compile(rf" (?:of them |others? )?(?P<word>{_ACTS})\b")
_ANOTHER_WAY = re.compile(
    r" (?:(?:\w+ ){0,3}(?:dummy|placebo|sham|usual|standard|nothing|no|salt|saline|ordinary|old|normal|still|home|at home|as before|untreated)\b|[.;,]|$)"
)
_BARE = frozenset({"a", "an", "the", "no", "not", "did not", "placebo", "dummy", "sham", "usual", "standard", "healthy", "control", "controls", "untreated", "without", "other", "others"})  # fmt: skip
_ASSIGNED = re.compile(
    r"\b(?:assigned|allocated|allotted|randomi[sz]ed|given|got|get|received?|took|take|went|gone|put|placed|had|have|offered|drank|ate|wore|used|underwent|undergo|treated|vaccinated|injected|fed|with|who|whose|living|working|born|exposed|operated|drew|sent|set (?:them|these|their)|in whom)\b"
)
_OUTCOME = re.compile(
    r"\b(?:died|develop|report|improv|relaps|respon[ds]|complain|suffer|experienc|surviv|stopped|dropped|withdr|fail|recover|deteriorat|cured?\b|bled|befell|side effect|adverse|events?\b|deaths?\b|infections?\b|were found|tested positive|had (?:a |an |the )?(?:\w+ )?(?:stroke|attack|fall|relapse|infection|complication|seizure|reaction|improvement|response|recurrence))"
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
    if _acts(sentence, number, between, before):
        return True
    second = _SECOND.match(sentence.low, number.end - sentence.start)
    if second is None or number.percent or number.money or not number.whole or number.value < 2:
        return False
    if not (_JOINED.search(between) and _ASSIGNED.search(between)):
        return False
    word = second["word"]
    return word in _BARE or re.search(rf"\b{word}\b", before + between[: -len("and ")]) is not None


def _acts(sentence: Sentence, number: Number, between: str, before: str) -> bool:
    """Whether a number is of those who did, or got, something else than the ones before."""
    end = number.end - sentence.start
    second = _SECOND_ACTS.match(sentence.low, end)
    if second is None or number.percent or number.money or not number.whole or number.value < 4:
        return False
    if len(between) > 80 or not _JOINED.search(between):
        return False
    first = _ACTED.search(between) or _ASSIGNED.search(before[-30:])
    return bool(first and _ANOTHER_WAY.match(sentence.low, second.end()))


_FOR_EACH = re.compile(
    r"\bfor (?:each|every one|every)(?: (?:of (?:them|these|those|the)(?: \d[\d,]*)?(?: \w+)?|case|patient|person|one|child|woman|man|\w+))?,? (?:[a-z,’' ]{0,60}?)$"
)
_EACH_WITH = re.compile(
    r"\b(?:each|every (?:case|patient|one)|they|these|who|and)(?: of (?:them|whom|these))?(?: \w+)? (?:was |were )?(?:each )?(?:matched|paired|compared)(?: individually| closely)? (?:with|to|against) (?:up to )?$"
)
_IN_ALL = re.compile(r"\b(?P<n>\d[\d,]*) (?:in (?:all|total)|altogether)\b")


#: "thirty walked, and as many sat"; "each was paired with a neighbour".
_AS_MANY = re.compile(
    r"[^.;]{0,70}?,? (?:and|while|with) (?:just )?(?:as many|the same number(?: of)?|an equal number(?: of)?)\b(?! as)|[^.;]{0,70}?\b(?:each|all) (?:\w+ )?(?:paired|matched|twinned) (?:with|to) (?:an? |one |their )(?:[\w’'-]+ ){0,4}?(?:neighbou?r|person|people|child|brother|sister|sibling|twin|friend|colleague|patient|man|woman|spouse|volunteer|control)\b|"
    r"[^.;]{0,30}\. for each[^.;]{0,40} (?:there was|came|was found) (?:one|another) (?:\w+ )?(?:who|without)"
)


def _matched(article: Article, best: Count) -> list[Group]:
    """Controls told as so many for each case."""
    low, end = best.sentence.low, best.end - best.sentence.start
    if same := _AS_MANY.match(low, end):
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
_SERVED = re.compile(
    r"^[^.;]{0,60}?\b(?:received|served|acted|got|were given|was given|were (?:left )?(?:untreated|unaffected)|were left|were kept|went without|had no|had (?:the )?(?:sham|placebo|usual|standard)|took|formed|did not (?:get|receive)|were used|made up the (?:control|comparison))\b"
)


def _apart(article: Article, best: Count) -> list[Group]:
    """A group in a sentence of its own: "A further four animals received a sham."."""
    for sentence in _from(article, best.sentence, 3):
        for number in article.numbers_in(sentence):
            at, end = number.start - sentence.start, number.end - sentence.start
            if number.start < best.end or number.percent or not number.whole or number.value < 2:
                continue
            if _APART.search(sentence.low[:at]) and _SERVED.match(sentence.low[end:]):
                return [Group(int(number.value), number.start, number.end, best.unit)]
    return []


def _from(article: Article, sentence: Sentence, many: int) -> Iterator[Sentence]:
    """A sentence of the story and those behind it, `many` in all."""
    start = next((n for n, row in enumerate(article.body) if row is sentence), 0)
    yield from article.body[start : start + many]
