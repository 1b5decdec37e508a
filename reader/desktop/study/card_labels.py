"""The labels that rows of the card are made of."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reader.desktop.card_terms import details, lost_words, sureness
from reader.desktop.keys_in_use import key_or_name
from reader.desktop.tongue import tr
from reader.desktop.writing import breakable
from reader.model.answers import teller
from reader.model.study import StudyValue

#: Characters of a value that a folded row shows.
FOLDED = 90
#: Passages that the text lacks, that an unfolded row shows at most.
LOST = 3
_UNLINKED = "No passage is linked. Select one and press {key}."
_ELSEWHERE = "Where the text says it in other words now, select them and press {key}."


def text_label(words: str, name: str) -> QLabel:
    """Words of an article or of ours, never HTML."""
    made = QLabel(breakable(words))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setWordWrap(True)
    return made


def cut(words: str) -> str:
    return words if len(words) <= FOLDED else f"{words[: FOLDED - 1].rstrip()}…"


def about(field: str, value: StudyValue) -> list[QLabel]:
    """What else is known of a value, how sure it is in words, and the rule that found it."""
    found = [text_label(extra, "fieldExtra")] if (extra := details(field, value)) else []
    lost = value.review.lost if value.review else ()
    found += [text_label(lost_words(words), "fieldExtra") for words in lost[:LOST]]
    if not value.evidence:
        key = key_or_name("link_selection")
        hint = tr(_ELSEWHERE, key=key) if lost else tr(_UNLINKED, key=key)
        found.append(text_label(hint, "fieldExtra"))
    if model := teller(value):
        found.append(text_label(tr("Answer of {model}", model=model), "fieldMethod"))
    elif value.review is None:
        dots, words = sureness(value.confidence)
        found.append(text_label(f"{dots} {words} · {value.method}", "fieldMethod"))
    return found


def quote_label(before: str, words: str, after: str) -> QLabel:
    before, words, after = (escape(breakable(part)) for part in (before, words, after))
    quote = QLabel(f"“{before}<b>{words}</b>{after}”")
    quote.setTextFormat(Qt.TextFormat.RichText)
    quote.setObjectName("fieldQuote")
    quote.setWordWrap(True)
    return quote
