"""Words of the study card in a language; what the article itself says stays as it says it."""

import re
from collections.abc import Callable

from reader.model import card_words
from reader.model.study import StudyValue
from reader.text.tongue import Tongue

#: A duration of ours, as `reader.model.facts.duration` writes it.
_DURATION = re.compile(r"((?:[\d.]+–)?[\d.]+) (y|mo|wk|d)\b")
_DAY = re.compile(r"(?:(?:(\d?\d) )?([A-Z][a-z]{2}) )?(\d{4})")


def shown(field: str, value: StudyValue, tongue: Tongue) -> str:
    """A value in a few words."""
    said = card_words.shown(field, value)
    told = tongue.tell(said)
    if told != said or field not in _OURS or value.status == "explicitly_none":
        return told
    return _OURS[field](value, said, tongue)


def details(field: str, value: StudyValue, tongue: Tongue) -> str:
    """What else is known of a value, in one line."""
    parts = card_words.details(field, value).split(" · ")
    return " · ".join(_detail(part, tongue) for part in parts)


def facts_line(facts: str, tongue: Tongue) -> str:
    """What `model.facts.line` says."""
    return " · ".join(_fact(fact, tongue) for fact in facts.split(" · "))


def durations(words: str, tongue: Tongue) -> str:
    """Durations of ours in a sentence, "2–15 y", in the language's units."""
    return _DURATION.sub(lambda f: f"{tongue.localised(f[1])} {tongue.tell(f[2])}", words)


def day(said: str, tongue: Tongue) -> str:
    """A day as `model.card_words` writes it, "22 Mar 2011", with the language's month."""
    if not (found := _DAY.fullmatch(said)) or not found[2]:
        return said
    return " ".join(part for part in (found[1], tongue.tell(found[2]), found[3]) if part)


def _fact(words: str, tongue: Tongue) -> str:
    """A fact of ours: a design, "n 4,812", "2.6 y"."""
    told = tongue.tell(words)
    if told == words:
        told = tongue.retell(words)
    return told if told != words else durations(tongue.localised(words), tongue)


def _detail(words: str, tongue: Tongue) -> str:
    """ "mean age 54.5": the words are ours, the number as the language writes it."""
    name, _, rest = words.partition(": ") if ": " in words else words.rpartition(" ")
    colon = ":" if ": " in words else ""
    told = tongue.tell(name + colon)
    return f"{told} {tongue.localised(rest)}" if told != name + colon else words


def _follow_up(value: StudyValue, said: str, tongue: Tongue) -> str:
    """What the article says, and our reading of it in brackets."""
    words, bracket, ours = said.rpartition(" (")
    return f"{words}{bracket}{durations(ours, tongue)}" if bracket else said


def _period(value: StudyValue, said: str, tongue: Tongue) -> str:
    return " – ".join(day(end, tongue) for end in said.split(" – "))


#: Fields whose values are put into words by us.
_OURS: dict[str, Callable[[StudyValue, str, Tongue], str]] = {
    "sample_size": lambda _, said, tongue: tongue.localised(said),
    "studies_included": lambda _, said, tongue: tongue.retell(said),
    "phase": lambda _, said, tongue: tongue.retell(said),
    "investigators": lambda value, said, tongue: (
        tongue.retell(said) if value.details.get("et_al") else said
    ),
    "follow_up": _follow_up,
    "study_period": _period,
    "publication_date": lambda _, said, tongue: day(said, tongue),
}
