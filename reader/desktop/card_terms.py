"""Words of the study card in the user's language."""

from reader.desktop.tongue import tr
from reader.model import card_words
from reader.model.study import StudyValue


def label(field: str) -> str:
    """What a field of the card is called."""
    return tr(card_words.label(field))


def shown(field: str, value: StudyValue) -> str:
    """A value in a few words; what the article itself says stays as it says it."""
    return tr(card_words.shown(field, value))


def sureness(confidence: float) -> tuple[str, str]:
    """Confidence as dots and in words."""
    dots, words = card_words.sureness(confidence)
    return dots, tr(words)
