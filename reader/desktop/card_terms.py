"""Words of the study card in the user's language."""

import re
from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale

from reader.desktop.tongue import localised, retold, tr
from reader.model import card_words
from reader.model.study import StudyValue

#: A duration of ours, as `reader.model.facts.duration` writes it.
_DURATION = re.compile(r"((?:[\d.]+–)?[\d.]+) (y|mo|wk|d)\b")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def label(field: str) -> str:
    """What a field of the card is called."""
    return tr(card_words.label(field))


def shown(field: str, value: StudyValue) -> str:
    """A value in a few words; what the article itself says stays as it says it."""
    said = card_words.shown(field, value)
    told = tr(said)
    if told != said or field not in _OURS or value.status == "explicitly_none":
        return told
    return _OURS[field](value, said)


def details(field: str, value: StudyValue) -> str:
    """What else is known of a value, in one line."""
    return " · ".join(map(_detail, card_words.details(field, value).split(" · ")))


def sureness(confidence: float) -> tuple[str, str]:
    """Confidence as dots and in words."""
    dots, words = card_words.sureness(confidence)
    return dots, tr(words)


def durations(words: str) -> str:
    """Durations of ours in a sentence, "2–15 y", in the user's units."""
    units = {"y": tr("y"), "mo": tr("mo"), "wk": tr("wk"), "d": tr("d")}
    return _DURATION.sub(lambda f: f"{localised(f[1])} {units[f[2]]}", words)


def _detail(words: str) -> str:
    """ "mean age 54.5": the words are ours, the number as the language writes it."""
    name, _, rest = words.partition(": ") if ": " in words else words.rpartition(" ")
    colon = ":" if ": " in words else ""
    told = tr(name + colon)
    return f"{told} {localised(rest)}" if told != name + colon else words


def _follow_up(value: StudyValue, said: str) -> str:
    """What the article says, and our reading of it in brackets."""
    words, bracket, ours = said.rpartition(" (")
    return f"{words}{bracket}{durations(ours)}" if bracket else said


def _period(value: StudyValue, said: str) -> str:
    ends = [_day(str(value.details.get(end) or "")) for end in ("from", "to")]
    return " – ".join(end for end in ends if end) or said


def _day(iso: str) -> str:
    """An ISO date of any precision in the user's own form."""
    if not (found := _DAY.fullmatch(iso)):
        return iso
    year, month, day = (int(part) if part else 0 for part in found.groups())
    date = QDate(year, month or 1, day or 1)
    form = "d MMM yyyy" if day else "MMM yyyy" if month else "yyyy"
    return QLocale().toString(date, form) if date.isValid() else iso


#: Fields whose values are put into words by us.
_OURS: dict[str, Callable[[StudyValue, str], str]] = {
    "sample_size": lambda _, said: localised(said),
    "studies_included": lambda _, said: retold(said),
    "phase": lambda _, said: retold(said),
    "investigators": lambda value, said: retold(said) if value.details.get("et_al") else said,
    "follow_up": _follow_up,
    "study_period": _period,
    "publication_date": lambda value, said: _day(str(value.value)),
}
