"""What can be decided about a row of the card, in the words of buttons and menus."""

from dataclasses import dataclass

from reader.desktop.card_terms import shown
from reader.desktop.tongue import tr
from reader.model.study import FIELD, StudyValue


@dataclass(frozen=True, slots=True)
class Verb:
    """`name` is what `CardPanel.decided` says; `deed` is the action that does it by a key."""

    name: str
    caption: str
    tip: str
    deed: str = ""


ACCEPT = Verb("accept", "✓ Accept", "The value is right", "accept_value")
CORRECT = Verb("correct", "✎ Correct", "Type the right value", "correct_value")
REJECT = Verb("reject", "✕ Reject", "The value is wrong; take it off the card", "reject_value")
MISSING = Verb(
    "not_reported", "NR Not reported", "The article does not report this", "value_not_reported"
)
LINK = Verb(
    "link", "❝ Link selection", "The words selected in the article say it", "link_selection"
)
ADD = Verb("correct", "✎ Add", "Type what the article says", "correct_value")
ANOTHER = Verb("add", "+ Add another", "Type one more value")
BACK = Verb("take_back", "↶ Take back", "Undo your decision; show what was extracted")
USE = Verb("accept", "✓ Use", "It is right; put it on the card", "accept_value")
KEEP = Verb("accept", "✓ Keep mine", "Your value is right all the same", "accept_value")
WITHOUT = Verb(
    "accept",
    "✓ Keep without passage",
    "Your value is right, though the text has no passage for it any more; the old words stay with it",
    "accept_value",
)
OPEN = Verb("open", "↗ Open", "Open in the browser")


def of_value(field: str, value: StudyValue, address: str) -> tuple[Verb, ...]:
    """What can be decided about a value, the likeliest first."""
    return (*_decisions(field, value), *((OPEN,) if address else ()))


def of_absent() -> tuple[Verb, ...]:
    return (ADD, MISSING, LINK)


def of_not_reported() -> tuple[Verb, ...]:
    return (BACK, ADD)


def _decisions(field: str, value: StudyValue) -> tuple[Verb, ...]:
    row, review = FIELD.get(field), value.review
    another = (ANOTHER,) if row and row.many else ()
    if review is None:
        return (ACCEPT, CORRECT, REJECT, MISSING, LINK, *another)
    if review.kind == "rejected":
        return (BACK,)
    if review.is_settled:
        return (CORRECT, REJECT, BACK, LINK, *another)
    adopt: tuple[Verb, ...] = ()
    if review.differs and review.now:
        said = shown(field, review.now)
        tip = tr("Take what is extracted now: {said}", said=said)
        adopt = (
            Verb(
                "adopt", tr("Use {noun}", noun=said if len(said) <= 24 else tr("the new one")), tip
            ),
        )
    if review.source == "gone" and not value.evidence:
        return (WITHOUT, LINK, *adopt, CORRECT, BACK)
    return (KEEP, *adopt, CORRECT, BACK, LINK)
