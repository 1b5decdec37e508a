"""Numbers of people that are no size of a study: bases of rates, those who left, those whom it befell."""

from reader.text import sieve as re

#: What rates are told by: "984 per 100,000 births", "two in every 1,000".
_RATE = re.compile(r"\b(?:per|(?:for|in|of|to) every) (?:about |some )?$")
#: The world at large, told roughly: "affects more than 400,000 adults".
_AT_LARGE = re.compile(
    r"\b(?:affects?|affecting|strikes?|kills?|claims? the lives of|is used by|is taken by|are used by|are taken by) "
    r"(?:an estimated |as many as |more than |over |about |some |nearly |around |roughly |almost |up to )+$"
)
#: Those who were in it no longer, or to whom something else happened next.
_LEFT_IT = re.compile(
    r"^ (?:had )?(?:left|quit|pulled out of|dropped out of|withdrew from|withdrawn from) (?:the|their) |"
    r"^ (?:had )?went on to\b"
)
#: Two groups of which some met with something: "three patients in the one group and five in the other needed".
_IN_GROUPS = re.compile(
    r"^ in (?:the|each|one) (?:[\w-]+ ){0,3}(?:group|arm)s?,? (?:and|but|against|versus|compared with) (?:\w+|\d+) in the "
    r"(?:other|[\w-]+(?: [\w-]+){0,2}) (?:(?:group|arm) )?(?:needed|had|were|was|died|fell|got|became|went|suffered|felt|lost|left)\b"
)
#: Given to others before, or elsewhere: "The virus has been given to 200 patients".
_GIVEN_ALREADY = re.compile(
    r"\bha(?:s|ve) (?:already |since |now |also |so far )?been (?:safely )?(?:given to|used (?:in|on|for|by)|fitted (?:in|to)|implanted in|tried (?:in|on|out on)|prescribed (?:to|for)|taken by|treated|sold to|offered to) (?:more than |over |about |some |nearly |around |at least )*$"
)
#: Tried out before the study itself: "in a preliminary series with six animals".
_TRIED_OUT = re.compile(
    r"\b(?:preliminary|preparatory|exploratory) (?:series|experiments?|tests?|runs?|work|rounds?) (?:with|in|on|of|among) (?:just |only |about )?$"
)
#: People of a model.
_IMAGINED = re.compile(
    r" ?(?:(?:million|thousand) )?(?:virtual|simulated|imaginary|hypothetical|synthetic|computer|made-up)\b"
)
#: Those who belong to whoever publishes: "The charity has 14,000 members".
_BELONG = re.compile(
    r"\b(?:charity|society|association|union|organi[sz]ation|foundation|federation|college|company|university|club|party|fund|trust|group) (?:has|had|represents?|counts?|employs?|serves?|supports?|helps?|reaches) (?:more than |over |about |some |nearly |around )*$"
)


def doubt(before: str, after: str, *, few: bool) -> float:
    """The doubt of a count between these words, in the log odds of `sample_size`; `few` are under twenty."""
    doubts = 6.0 * bool(_RATE.search(before)) + 2.5 * bool(_AT_LARGE.search(before))
    doubts += 4.0 * bool(_BELONG.search(before)) + 2.5 * bool(_GIVEN_ALREADY.search(before))
    doubts += 2.0 * bool(_TRIED_OUT.search(before))
    return (
        doubts + 3.5 * bool(_LEFT_IT.match(after)) + 2.5 * (few and bool(_IN_GROUPS.match(after)))
    )


def imagined(after_number: str) -> bool:
    """Whether these words follow the number of a model's people."""
    return _IMAGINED.match(after_number) is not None
