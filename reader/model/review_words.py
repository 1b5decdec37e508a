"""What the user decided about a value, in words."""

from reader.model.card_words import shown
from reader.model.study import Review

_DONE = {
    "accepted": "accepted by you",
    "corrected": "your value",
    "rejected": "rejected",
    "not_reported": "not reported, you say",
}
_SOURCE = {"changed": "source text changed", "gone": "source text changed: passage gone"}


def done(review: Review) -> str:
    """What the user did: "accepted by you"."""
    return _DONE[review.kind]


def machine_said(field: str, review: Review) -> str:
    """What extraction said where the user says something else; "" where he does not."""
    if review.kind != "corrected":
        return ""
    return f"machine said {shown(field, review.said)}" if review.said else "machine found nothing"


def trouble(field: str, review: Review) -> str:
    """What happened since that the user should look at; "" for nothing."""
    parts = [_SOURCE[review.source]] if review.source in _SOURCE else []
    if review.differs:
        now = f"says {shown(field, review.now)}" if review.now else "finds nothing"
        parts.append(f"machine now {now}")
    return "; ".join(parts)


def in_words(field: str, review: Review) -> str:
    """All of it in one line."""
    parts = (done(review), machine_said(field, review), trouble(field, review))
    return ", ".join(part for part in parts if part)
