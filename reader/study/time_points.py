"""Whether a time that news tells is a point of time, an age or how long people had been ill: no length of a study."""

from reader.study.reading.durations import Duration
from reader.text import sieve as re

#: A point of time, not a length of it: "at 18 weeks", "measured after 3 months".
_POINT = re.compile(
    r"\b(?:at|(?<!followed )by|until|baseline to)(?: (?:both|month|week|about|the))*(?: end of)? +$|\b(?:measured|at baseline and|and|baseline) after +$|\bbaseline[,;] $|\b(?:first|last|final) $|[≥>]=? ?$|[<>] ?or ?= ?$"
    r"|\b(?:at|after|following|baseline)[,;]? (?:the )?(?:(?:\d{1,3}|one|two|three|four|six|and|weeks?|months?|years?|days?|to)[ ,;-]{1,3}){1,8}$|\d%? [\[(]$"
)
#: "After 24 weeks, …": the same, where it opens what was found.
_THEN = re.compile(r"(?:^|[.:;,] )(?:after|following) +$")
_THEN_FOUND = re.compile(r",| was\b| were\b|\.")
#: "at the 6-month visit": a length that names a time.
_VISIT = re.compile(r"[- ](?:\w+ )?(?:visits?|values?|assessments?|time ?points?|with baseline)\b")
#: "on the 3 days before each visit", "8 weeks after the addition of …": a time told from another.
_FROM_ANOTHER = re.compile(
    r" (?:before (?:each|every|adding|any)|after (?:the )?(?:addition|administration))\b"
)
#: How long people had been ill or treated.
_BEFORE = re.compile(
    r"\b(?:duration|history|use)(?: of (?:[\w-]+ ){0,3}| )?[\w ]{0,12}?(?:was|were|of|,|:)? ?(?:\d[\d.]* ?(?:±|\+/-) ?)?$"
)


#: Ages, and the times of illness that groups are compared by.
_AGES = re.compile(
    r"\b(?:aged?|ages?|range,?|population;|diabetes duration|disease duration)[ ,;(:]{1,3}(?:[\d.]+ ?(?:vs\.?|versus|and|,) ?)?(?:[\d.]+ ?(?:±|\+/-) ?)?$|-< ?$"
)
#: "36-80 years", "2 and 3 months", "(26 weeks)": ranges of ages, and points of time in a row.
_RANGE = re.compile(r"(?<!\d)\d+ ?[-–] ?\d+ years$")
_COUNTED = re.compile(r"(?:day|week|month|year) ", re.I)
_IN_A_ROW = re.compile(r"(?<!\d)\d+ and \d+ +(?:weeks?|months?|days?|years?)$")


def point(text: str, duration: Duration) -> bool:
    """Whether a duration says when, or how long people had been ill."""
    before = text[max(0, duration.start - 48) : duration.start].lower()
    printed = text[duration.start : duration.end]
    if _AGES.search(before) or _RANGE.search(printed) or _COUNTED.match(printed):
        return True
    if _IN_A_ROW.search(printed) or (before.endswith("(") and text.startswith(")", duration.end)):
        return True
    if "-" in text[duration.start : duration.end]:
        return _VISIT.match(text, duration.end) is not None
    if _POINT.search(before) or _BEFORE.search(before) or _FROM_ANOTHER.match(text, duration.end):
        return True
    return bool(_THEN.search(before) and _THEN_FOUND.match(text, duration.end))
