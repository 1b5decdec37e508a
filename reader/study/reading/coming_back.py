"""How a synopsis comes back to its own study behind a glance at another, or at the world."""

from reader.study.reading.whose import Whose, past
from reader.text import sieve as re

#: What goes on with the study that was told of last.
_BACK = re.compile(
    r"^(?:[“\"‘]?)(?:(?:but|and|yet|however|there|also|still|moreover),? )?(?:(?:in|of|for|from|with|by|among) )?(?:they|their|it|its|that|those|these|this|he|she|his|her|all of them|both|neither|the (?:study|trial|survey|review|results?|findings?|drug|authors|researchers|investigators|team))\b"
)


def turns_back(before: Whose, verdict: Whose, low: str) -> bool:
    """Whether a sentence behind one of another study, or of the world, comes back to what was found."""
    if verdict is Whose.GENERAL:
        return before is not Whose.GENERAL and past(low) and not _BURDEN.search(low)
    return verdict is Whose.NEAR and before is Whose.OTHER and past(low) and not _BACK.match(low)


#: What is so everywhere, and not of what was found once.
_BURDEN = re.compile(
    r"\b(?:an? estimated|according to|worldwide|as many as|live with|is|are|has|have|affects?|kills?)\b"
)
