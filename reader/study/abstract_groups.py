"""Groups that an abstract tells in one breath, and which together are the size of its study.

"15 moderate users, 23 heavy users and 15 controls", "12 users in comparison with 20 subjects", "15 males
and 5 females", "(encoding, n = 20), (retrieval, n = 20)", "43 patients were randomized to the drug and 50
patients were randomized to placebo". News tells groups more loosely (`reader.study.groups`).
"""

from collections.abc import Iterator, Sequence

from reader.study.counts import Count
from reader.study.groups import Group
from reader.study.reading.article import Article, Sentence
from reader.study.reading.numbers import Number
from reader.text import sieve as re

_WHO = r"(?:patients?|subjects?|participants?|volunteers?|individuals|people|persons|adults|adolescents|children|infants|women|men|females?|males?|boys|girls|controls?|users?|nonusers|survivors|carriers|relatives|siblings|twins|students|veterans|smokers|drinkers|abusers|athletes|(?!RCTs)[A-Z]{1,4}s|[a-z]+ics)"
_WORDS = r"(?: (?!(?:of|were|was|had|have|in|to|for|who|that|and|or|with)\b)[\w/+'’-]+){0,6}?"
_SEX = r"(?:women|men|females?|males?|boys|girls)"
#: What joins the name of a group to the number of the next.
_JOINS = re.compile(
    rf"^{_WORDS} {_WHO}\b(?: \([^()]*\))?(?:,? (?:with|who|on|in|at|of|from|without) [^.;()]{{3,80}}?)?(?:,? and|,|,? (?:in comparison|compared|along|together|contrasted|matched) (?:with|to)|,? versus|,? vs\.?|,? plus|,? as well as| with| to)(?: with| to| in| for| by)?(?: the| a group of| a further| another)? $"
)
#: "30 current and 31 previous users": the noun is that of the next.
_NO_NOUN = re.compile(r"^ [a-z-]+ and $")
_AND_MORE = re.compile(r"^ [a-z-]+ and (?:\d|[a-z-]+ )")
_BARE_AND = re.compile(r"^ and $")
_AND_NEXT = re.compile(r"^ and \d")
_GROUPS_OF = re.compile(r"\b(?:groups|arms)\b[^.;]{0,30} $")
#: "30 women in the one group and 28 in the other group", "to 66 patients and the other to 68".
_IN_ONE = re.compile(rf"^ (?:{_WHO} )?in (?:the |group )[^.;,]{{1,50}},? (?:and|versus|vs\.?) $")
_IN_ANOTHER = re.compile(r"^ in (?:the [^.;,]{1,40} (?:group|arm)|group)\b")
_OR_TO = re.compile(rf"^ {_WHO},? (?:and|or) [^.;,]{{3,50}} to $")
_ENDS = re.compile(r"^[.;,]")
#: "34 of 101 patients given the one and 22 of 99 given the other".
_AMONG = re.compile(r"(?:\d(?: ?\([^()]{1,30}\))? of|\bamong)(?: the)? $")
_GIVEN = re.compile(
    rf"^ (?:[a-z-]+ )?(?:{_WHO} )?(?:given|assigned|allocated|randomi[sz]ed|treated|receiving|who (?:received|were)|in the|on|with)\b"
)
_NAMED = re.compile(rf"^{_WORDS} {_WHO}\b")
_OF_A_SEX = re.compile(
    rf"^ (?:[a-z-]+ )?{_SEX}\b(?! (?:[a-z-]+ )?(?:patients|subjects|volunteers|users|controls))"
)
#: What is told of some of those counted.
_BEFELL = re.compile(
    r"\b(?:died|responded|relapsed|improved|withdrew|dropped|discontinued|developed|experienced|reported|excluded|eligible|refused|declined|failed|achieved|showed|survived|recurred|including|of whom|of which|were (?:found|positive|negative|lost|still))\b"
)
_ASSIGNED = r"(?:were|was) (?:then )?(?:randomi[sz]ed|randomly (?:assigned|allocated)|assigned|allocated|allotted|enrolled|treated)\b"
_TO_ONE = re.compile(
    rf"^ (?:[a-z-]+ ){{0,3}}?(?:{_WHO} )?(?:{_ASSIGNED}|received|underwent)[^.;]{{3,90}},? (?:and|while|whereas) $"
)
_TO_ANOTHER = re.compile(rf"^ (?:[a-z-]+ ){{0,3}}?{_WHO} (?:{_ASSIGNED}|received|underwent)")
#: Of all that follow some are told, and measures that count nobody.
_OF_ALL = re.compile(r"(?:\b(?:Of|Among)|[,;] (?:of|among))(?: the| these| all)? $")
_MEASURE = re.compile(
    r"[ -](?:years?|yr|months?|weeks?|days?|hours?|h|min|minutes|mg|g|ml|kg|doses?|sites|centers|centres|countries|sessions?|times|items?|points?)\b"
)
_N_IS = re.compile(r"[(;,] ?[nN] ?= ?$")
_PEOPLE_ALONE = re.compile(rf" {_WHO}\)")
#: Whole groups, and times at which the same people were seen.
_GROUP = re.compile(
    r"\bgroups?\b|\barms?\b|\bcohorts?\b|\bplacebo\b|\bcontrols?\b|\bsham\b|\breceiv|\brandom|\bassigned\b|\badministered\b|\bcompared\b|\bversus\b|\busers\b|\beither\b|\bsamples?\b"
)
_TIMES = re.compile(
    r"\b(?:baseline|follow-up|weeks?|months?|days?|hours?|minutes?|years?|visit|session|time ?points?|responders?|respon[ds]\w*|complet\w+|events?|cases of|adverse|deaths?|relapse\w*|reported|because|due to|reasons?)\b"
)


def told(article: Article, best: Count) -> list[Group]:
    """The groups that a count stands among, or all of them; none if it stands alone."""
    inside = _in_brackets(article, best.number)
    if _OF_ALL.search(article.text[max(0, best.start - 20) : best.start]):
        return []
    every = [n for n in article.numbers_in(best.sentence) if _counts(article, n)]
    numbers = every if inside else [n for n in every if _beside(article, best, n)]
    at = next((place for place, n in enumerate(numbers) if n.start == best.number.start), None)
    if at is None:
        return []
    row = _row(best.sentence, numbers, at)
    row = row if len(row) > 1 else _equal(article, best, numbers)
    row = row or _denominators(best, every)
    if len(row) < 2 or _all_and_parts(every):
        return []
    together = _known(article, row)
    return [Group(int(n.value), n.start, n.end, best.unit) for n in together or row]


def _in_brackets(article: Article, number: Number) -> bool:
    before = article.text[max(0, number.start - 90) : number.start]
    return before.rfind("(") > before.rfind(")")


def _counts(article: Article, number: Number) -> bool:
    if not number.whole or number.value < 1 or number.percent or number.money:
        return False
    return _MEASURE.match(article.text, number.end) is None


def _all_and_parts(numbers: Sequence[Number]) -> bool:
    """Whether two numbers in a row, or three, add up to the one before them."""
    values = [number.value for number in numbers]
    rows = (
        (values[n], values[n + 1 : n + 1 + many]) for n in range(len(values)) for many in (2, 3)
    )
    return any(len(parts) > 1 and sum(parts) == whole for whole, parts in rows)


def _known(article: Article, row: Sequence[Number]) -> list[Number]:
    """Where what the groups add up to is told soon before or behind them."""
    total = sum(number.value for number in row)
    near = (n for n in article.numbers if row[0].start - 400 < n.start < row[-1].end + 200)
    return [n for n in near if n.value == total and n not in row and _counts(article, n)][:1]


def _beside(article: Article, best: Count, number: Number) -> bool:
    """Whether people stand behind a number out of brackets, or another number of such people."""
    after = _behind(best.sentence, number)
    forms = (_NAMED, _AND_MORE, _AND_NEXT, _IN_ANOTHER, _ENDS)
    named = number == best.number or any(form.match(after) for form in forms)
    return named and not _in_brackets(article, number)


def _row(sentence: Sentence, numbers: Sequence[Number], at: int) -> list[Number]:
    """The number at a place with those that are joined to it on either side."""
    first = last = at
    while last + 1 < len(numbers) and _joined(sentence, numbers[last], numbers[last + 1]):
        last += 1
    while first and _joined(sentence, numbers[first - 1], numbers[first]):
        first -= 1
    return list(numbers[first : last + 1])


def _joined(sentence: Sentence, one: Number, other: Number) -> bool:
    """Whether two numbers count groups told side by side."""
    between, after = _between(sentence, one, other), _behind(sentence, other)
    if len(between) > 170 or _BEFELL.search(between) or _BEFELL.search(after[:60]):
        return False
    if _TO_ONE.match(between) and _TO_ANOTHER.match(after):
        return True
    if _IN_ONE.match(between) and _IN_ANOTHER.match(after):
        return True
    before = sentence.low[: one.start - sentence.start][-60:]
    if before.endswith(" to ") and _OR_TO.match(between) and _ENDS.match(after):
        return True
    if not _NAMED.match(after):
        return False
    if _BARE_AND.match(between):
        return bool(_GROUPS_OF.search(before))
    sexes = bool(_OF_A_SEX.match(between)), bool(_OF_A_SEX.match(after))
    if sexes[1] and not sexes[0]:
        return False
    return bool(_JOINS.match(between) or _NO_NOUN.match(between))


def _between(sentence: Sentence, one: Number, other: Number) -> str:
    return sentence.text[one.end - sentence.start : other.start - sentence.start]


def _behind(sentence: Sentence, number: Number) -> str:
    return sentence.text[number.end - sentence.start :][:140]


def _denominators(best: Count, numbers: Sequence[Number]) -> list[Number]:
    """The wholes of which parts are told one after the other, each with what it was given."""
    low, start = best.sentence.low, best.sentence.start
    rows = [
        n
        for n in numbers
        if _AMONG.search(low[max(0, n.start - start - 50) : n.start - start])
        and _GIVEN.match(_behind(best.sentence, n))
    ]
    return rows if best.number in rows else []


def _equal(article: Article, best: Count, numbers: Sequence[Number]) -> list[Number]:
    """All that stand as "n = 20" in brackets beside a count that does, each behind its group."""
    rows = [n for n in numbers if _bracketed(article, n)]
    if best.number not in rows or len(rows) < 2:
        return []
    leads = list(_leads(article, best.sentence, rows))
    if any(_TIMES.search(lead) for lead in leads) or not _GROUP.search(best.sentence.low):
        return []
    return rows if all(len(lead) < 90 for lead in leads[1:]) else []


def _bracketed(article: Article, number: Number) -> bool:
    """Whether a number stands alone in brackets: "(n = 20)", "(16 subjects)"."""
    before = article.text[max(0, number.start - 8) : number.start]
    alone = before.endswith("(") and _PEOPLE_ALONE.match(article.text, number.end)
    return bool(_N_IS.search(before) or alone)


def _leads(article: Article, sentence: Sentence, rows: Sequence[Number]) -> Iterator[str]:
    """What stands before each number, since the one before it."""
    at = max(sentence.start, rows[0].start - 40)
    for number in rows:
        yield article.text[at : number.start].lower()
        at = number.end
