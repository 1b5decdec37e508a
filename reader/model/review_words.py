"""What the user decided about a value, in words."""

from reader.model.card_words import shown
from reader.model.study import Review

_DONE = {
    "accepted": "accepted by you",
    "corrected": "your value",
    "rejected": "rejected",
    "not_reported": "not reported, you say",
}
_SOURCE = {
    "changed": "source text changed",
    "gone": "its passage can no longer be found in the text",
}
_STANDS = {"without": "stands without a passage in today’s text"}


def done(review: Review) -> str:
    """What the user did: "accepted by you"."""
    return _DONE[review.kind]


def machine_said(field: str, review: Review) -> str:
    """What extraction said where the user says something else; "" where he does not."""
    if review.kind != "corrected":
        return ""
    return f"machine said {shown(field, review.said)}" if review.said else "machine found nothing"


def standing(review: Review) -> str:
    """What is to be known of a value that the user keeps; "" for nothing."""
    return _STANDS.get(review.source, "")


def trouble(field: str, review: Review) -> str:
    """What happened since that the user should look at; "" for nothing."""
    parts = [_SOURCE[review.source]] if review.source in _SOURCE else []
    if review.differs:
        now = f"says {shown(field, review.now)}" if review.now else "finds nothing"
        parts.append(f"machine now {now}")
    return "; ".join(parts)


def in_words(field: str, review: Review) -> str:
    """All of it in one line."""
    said = machine_said(field, review)
    parts = (done(review), said, standing(review), trouble(field, review))
    return ", ".join(part for part in parts if part)
