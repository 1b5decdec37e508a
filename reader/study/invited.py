"""Who was asked to take part, and is no size where others say how many did."""

from reader.text import sieve as re

#: Asked to take part; how many did is told elsewhere.
_INVITED = re.compile(
    r"^ (?:who were |were )?(?:invited|written to|asked(?= to take part|,)|approached|contacted|screened)\b|^ (?:who|that) (?:were|was|had been) (?:\w+ )?(?:asked|written to|invited|approached)(?: to take part| to join)?,|^ to (?:find|arrive at|get|select) (?:the )?\d|^[^.;,]{0,70}?\b(?:(?:were|was|had been) (?:\w+ )?(?:sent|mailed|posted|e-?mailed|invited|approached|contacted|screened|assessed for eligibility|offered the chance)|screened\b)"
)
_INVITING = re.compile(
    r"\b(?:invited|approached|contacted|mailed|posted|sent|wrote to|screened|questionnaires? (?:went|to)|letters to)(?: out)?(?: (?:to|a|the|questionnaires?|all|some|more|than|about|letters|forms|surveys?|over))* $"
)
#: To whom paper was sent: "sent last August to all 870", "the 870 who were sent a form".
_SENT = re.compile(
    r"\b(?:questionnaires?|surveys?|letters?|invitations?|forms?|links?|e-?mails?) (?:(?:was|were|had been) )?(?:sent|mailed|e-?mailed|posted|handed|went)(?: out)?(?: (?:last|in|by|on|that) [^.;,]{2,20})? to (?:(?:all|some|about|more than|nearly|around|the) )*$"
)
_WERE_SENT = re.compile(
    r"^ (?:who|that) (?:were|was|had been) (?:sent|mailed|e-?mailed|posted|handed) (?:(?:an?|the) )?(?:\w+ ){0,2}(?:invitations?|letters?|questionnaires?|surveys?|forms?|links?)\b"
)


def doubt(before: str, after: str) -> float:
    """The doubt of a number between these words, in the log odds of `sample_size`."""
    asked = _INVITED.match(after) or _INVITING.search(before)
    sent = _WERE_SENT.match(after) or _SENT.search(before)
    return 1.6 * bool(asked) + 2.4 * bool(sent)
