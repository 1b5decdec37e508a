"""Whether two wordings say something else, however alike they look.

"1,234 patients" and "1,324 patients" are the same to nineteen letters in twenty. So numbers, units,
negations and directions decide, not likeness.
"""

import re
from collections import Counter

_TOLD = re.compile(
    r"\d+(?:[.,]\d+)*|%|\b(?:per ?cent|hours?|days?|weeks?|months?|years?|decades?|mg|kg|g|ml"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?"
    r"|no|not|never|without|none|neither|nor|cannot|un\w+|non\w*"
    r"|increas\w*|decreas\w*|reduc\w*|higher|lower|more|less|fewer|better|worse|rose|fell)\b|n['’]t\b",
    re.IGNORECASE,
)  # fmt: skip


def is_material(old: str, new: str) -> bool:
    """The new wording has other numbers, units, negations or directions than the old one."""
    return _told(old) != _told(new)


def _told(words: str) -> Counter[str]:
    return Counter(match.lower().replace(",", "") for match in _TOLD.findall(words))
