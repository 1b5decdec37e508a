"""Words of the study card in the user's language."""

from reader.desktop.tongue import here, tr
from reader.model import card_words
from reader.model.study import StudyValue
from reader.model.typed import chosen, form
from reader.text import card_terms

#: Characters of a passage that the text lacks, that are shown of it at most.
LOST = 300


def label(field: str) -> str:
    """What a field of the card is called."""
    return tr(card_words.label(field))


def shown(field: str, value: StudyValue) -> str:
    """A value in a few words; what the article itself says stays as it says it."""
    return card_terms.shown(field, value, here())


def choices(field: str) -> dict[str, str]:
    """What can be chosen as a value of a field, by its code; empty where it is typed."""
    return {code: shown(field, chosen(code)) for code in form(field).choices}


def details(field: str, value: StudyValue) -> str:
    """What else is known of a value, in one line."""
    return card_terms.details(field, value, here())


def sureness(confidence: float) -> tuple[str, str]:
    """Confidence as dots and in words."""
    dots, words = card_words.sureness(confidence)
    return dots, tr(words)


def durations(words: str) -> str:
    """Durations of ours in a sentence, "2–15 y", in the user's units."""
    return card_terms.durations(words, here())


def lost_words(words: str) -> str:
    """Of a passage that was there when the user decided."""
    words = words if len(words) <= LOST else f"{words[: LOST - 1].rstrip()}…"
    return tr("In an earlier text: “{words}”", words=" ".join(words.split()))
