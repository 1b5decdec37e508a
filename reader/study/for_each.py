"""Numbers told for each group: "24 in each arm" are twice as many."""

from reader.study.counts import Count
from reader.study.reading.article import Article
from reader.text import sieve as re

_ARMS = re.compile(r"\b(?P<n>two|three|four|five|2|3|4|5) (?:[\w-]+ ){0,2}(?:groups|arms)\b")
_IN_EACH_ARM = re.compile(
    r"[^.;()\d]{0,12}\b(?:in each (?:of the )?(?:\w+ )?(?:group|arm|cohort)|(?:each|per|every) (?:group|arm)|each(?=[.,;)]))"
)
_ARM_OF = re.compile(
    r"\beach (?:group|arm|cohort|of the (?:\w+ )?(?:groups|arms)) (?:contained|comprised|consisted of|included|had|of) $"
)
#: "two groups of 84 people".
_GROUPS_OF = re.compile(
    r"\b(?P<n>two|three|four|five|2|3|4|5) (?:equal |similar |matched |equally large |small |large )?(?:groups|arms|teams|classes|sets) of (?:about |around |roughly |some )?$"
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}


def told_for_each(article: Article, count: Count) -> int:
    """How many groups a count is told for: 1, or as many as have "24 each"."""
    low, start = count.sentence.low, count.start - count.sentence.start
    after = low[count.end - count.sentence.start : count.end - count.sentence.start + 60]
    if of := _GROUPS_OF.search(low[max(0, start - 60) : start]):
        return _NUMBERS.get(of["n"]) or int(of["n"])
    if not (_IN_EACH_ARM.match(after) or _ARM_OF.search(low[max(0, start - 60) : start])):
        return 1
    arms = next((m["n"] for s in article.own if (m := _ARMS.search(s.low))), "2")
    return _NUMBERS.get(arms) or int(arms)


_IN_EACH = re.compile(
    r"^[^.;()\d]{0,12}\b(?:in each (?:of the )?(?:\w+ )?(?:group|arm|cohort)|(?:in )?(?:each|per|every) (?:group|arm)|each\b)"
)
_EACH_OF = re.compile(
    r"\beach (?:\w+ ){0,2}(?:contained|comprised|consisted|included|had|of)(?: of)? $"
)


def is_each(count: Count) -> bool:
    """Whether a count is that of each group: "24 in each group"."""
    low, start = count.sentence.low, count.start - count.sentence.start
    after = low[count.end - count.sentence.start : count.end - count.sentence.start + 60]
    return bool(_IN_EACH.match(after) or _EACH_OF.search(low[max(0, start - 60) : start]))
