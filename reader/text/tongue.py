"""The languages that Studywire speaks: English in the code, others in `resources/languages`.

A language is a JSON file of English words and theirs. `{name}` stands for a value in the words of
the window, `{}` in sentences that the floors below say. Window, command line and the exports that
people read all say the same words; what programs read stays English.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from string import Formatter

from reader.model.study import FIELDS
from reader.resource import resource

#: The languages there are, by their codes (ISO 639-1), each in its own words.
LANGUAGES = {"en": "English", "es": "Español"}
#: A number as Python writes it, with commas between thousands.
_NUMBER = re.compile(r"(?<![\w.,/])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\w/-]|[.,]\d)")
#: Two numbers whose translation tells how a language writes all others.
_SHORT, _LONG = "1,234", "12,345.6"
#: The fields of the study card as sentences name them: "sample size".
_FIELDS = {
    f.label if f.label[:2].isupper() else f.label[0].lower() + f.label[1:]: f.label for f in FIELDS
}
_LABELS = frozenset(f.label for f in FIELDS)
#: The most sentences that are kept, once they were found in a form.
_KEPT = 256


class Tongue:
    """One language: its words, and how it writes numbers."""

    def __init__(self, code: str, known: Mapping[str, str]) -> None:
        self.code = code
        self.words = known
        self._formatter = _Numbers(self)
        self._retold: dict[tuple[str, bool], str] = {}

    def tell(self, text: str) -> str:
        """Words of ours; what is unknown stays as it is."""
        return self.words.get(text, text)

    def say(self, text: str, /, **values: object) -> str:
        """Words of ours with values in their places; numbers that have a format of their own, as in
        "{count:,}", are written as the language does."""
        return self.filled(self.tell(text), **values)

    def filled(self, said: str, /, **values: object) -> str:
        """What is in the language already, with values in their places."""
        return self._formatter.format(said, **values)

    def retell(self, sentence: str, *, typed: bool = False) -> str:
        """A sentence with values in it, in this language if one of its forms is known. The values
        stay as they are where they are `typed`, as in a query."""
        if not self.words:
            return sentence
        if (sentence, typed) not in self._retold:
            if len(self._retold) >= _KEPT:
                self._retold.clear()
            self._retold[sentence, typed] = self._found(sentence, typed=typed)
        return self._retold[sentence, typed]

    def localised(self, said: str) -> str:
        """Numbers in words of ours, "1,234.5", as the language writes them."""
        return _NUMBER.sub(self._written, said) if self.words else said

    def _found(self, sentence: str, *, typed: bool) -> str:
        if said := self.words.get(sentence):
            return said
        parts = sentence.split(" · ")
        each = [self.retell(part, typed=typed) for part in parts] if len(parts) > 1 else []
        if each and not set(each) & set(parts):
            return " · ".join(each)
        for form, told, quoted in self._forms:
            if found := form.fullmatch(sentence):
                values = zip(found.groups(), quoted, strict=True)
                shown = [v if typed or is_quoted else self._noun(v) for v, is_quoted in values]
                return _filled(told, shown)
        return sentence

    def _noun(self, value: str) -> str:
        """A value in a sentence: "articles" is a word of ours, as is "a picture", a number is written
        as here, all else stays as it is."""
        if value in _LABELS or value.startswith("a ") or (value.isalpha() and value.islower()):
            value = self.words.get(value, value)
        if field := _FIELDS.get(value):
            told = self.words.get(field, field)
            return told if told[:2].isupper() else told[0].lower() + told[1:]
        if " " in value and (value.endswith(".") or value[0].isdigit()):
            return self.retell(value)  # a sentence of its own, or a time
        return self.localised(value) if _NUMBER.fullmatch(value) else value

    @cached_property
    def _forms(self) -> list[tuple[re.Pattern[str], str, list[bool]]]:
        """The sentences with values in them, those with the most words of their own first, and which
        of their values stand in quotation marks: those are the user's or an article's."""
        known = [(text, told) for text, told in self.words.items() if "{}" in text]
        known.sort(key=lambda pair: -len(pair[0]))
        return [
            (
                re.compile(_pattern(text), re.DOTALL),
                told,
                [part.endswith("“") for part in text.split("{}")[:-1]],
            )
            for text, told in known
        ]

    def _written(self, found: re.Match[str]) -> str:
        long = self.tell(_LONG)
        between, point = long[2], long[-2]
        if self.tell(_SHORT) == "1234" and len(found[1]) == len(_SHORT):
            between = ""
        return found[1].replace(",", between) + (point + found[2][1:] if found[2] else "")


class _Numbers(Formatter):
    """Python's format, with numbers that have a format of their own as a language writes them."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue

    def format_field(self, value: object, format_spec: str) -> str:
        said = str(super().format_field(value, format_spec))
        is_number = format_spec and isinstance(value, int | float)
        return self._tongue.localised(said) if is_number else said


def words(code: str) -> dict[str, str]:
    """English words and those of a language."""
    path = resource(f"languages/{code}.json")
    found: dict[str, str] = json.loads(path.read_text("utf-8"))
    return found


ENGLISH = Tongue("en", {})


@cache
def tongue(code: str) -> Tongue:
    """A language by its code, English for any that is not there."""
    return Tongue(code, words(code)) if code in LANGUAGES and code != "en" else ENGLISH


def _filled(form: str, values: Sequence[str]) -> str:
    first, *rest = form.split("{}")
    return first + "".join(value + part for value, part in zip(values, rest, strict=True))


def _pattern(text: str) -> str:
    return "(.+?)".join(re.escape(part) for part in text.split("{}"))
