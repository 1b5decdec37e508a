"""What Studywire says, in the user's language: English in the code, others in `resources/languages`.

A language is a JSON file of English words and theirs. `{name}` stands for a value in the words of
the window, `{}` in sentences that the floors below say, which know no Qt.
"""

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from string import Formatter

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from reader.model.study import FIELDS
from reader.resource import resource

CONTEXT = "Studywire"
#: The languages there are, by their codes (ISO 639-1), each in its own words.
LANGUAGES = {"en": "English", "es": "Español"}


class Tongue(QTranslator):
    """The words of one language, as Qt asks for them."""

    def __init__(self, code: str, app: QCoreApplication) -> None:
        super().__init__(app)
        self.code = code
        self.words = words(code)

    def isEmpty(self) -> bool:  # noqa: N802  Qt's name
        return not self.words

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """None is Qt's null string, by which it asks the next translator; "" would be said."""
        return self.words.get(source) if context == CONTEXT else None

    @lru_cache(maxsize=256)  # noqa: B019  one Tongue lives as long as the program
    def retell(self, sentence: str, *, typed: bool = False) -> str:
        """A sentence of the floors below, in this language if one of its forms is known."""
        if said := self.words.get(sentence):
            return said
        for form, told in self._forms():
            if found := form.fullmatch(sentence):
                values = list(found.groups())
                return _filled(told, values if typed else [self._noun(v) for v in values])
        return sentence

    def _noun(self, value: str) -> str:
        """A value in a sentence: "articles" is a word of ours, a number is written as here, all
        else stays as it is."""
        if value.isalpha() and value.islower():
            value = self.words.get(value, value)
        if field := _FIELDS.get(value):
            told = self.words.get(field, field)
            return told if told[:2].isupper() else told[0].lower() + told[1:]
        return localised(value) if _NUMBER.fullmatch(value) else value

    @lru_cache(maxsize=1)  # noqa: B019
    def _forms(self) -> list[tuple[re.Pattern[str], str]]:
        """The sentences with values in them, those with the most words of their own first."""
        known = [(text, told) for text, told in self.words.items() if "{}" in text]
        known.sort(key=lambda pair: -len(pair[0]))
        return [(re.compile(_pattern(text), re.DOTALL), told) for text, told in known]


def speak(app: QCoreApplication, code: str = "") -> None:
    """Say everything in a language from now on; "" is the system's, if it is known, else English."""
    code = code or QLocale.system().name()[:2]
    if code not in LANGUAGES:
        return
    QLocale.setDefault(QLocale(code) if code != QLocale.system().name()[:2] else QLocale.system())
    if code == "en":
        return
    theirs = QTranslator(app)
    if theirs.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(theirs)
        _installed.append(theirs)
    tongue = Tongue(code, app)
    app.installTranslator(tongue)
    _spoken.append(tongue)


def fall_silent(app: QCoreApplication) -> None:
    """Speak English again, as tests want it."""
    while _spoken:
        app.removeTranslator(_spoken.pop())
    while _installed:
        app.removeTranslator(_installed.pop())
    QLocale.setDefault(QLocale.system())


def spoken() -> str:
    """The code of the language in use."""
    return _spoken[-1].code if _spoken else "en"


def tr(text: str, **values: object) -> str:
    """Words of the window in the user's language, with values in their places."""
    said = QCoreApplication.translate(CONTEXT, text)
    return _NUMBERS.format(said, **values) if values else said


def number(value: float, spec: str = ",") -> str:
    """A number as the language writes it: with its own sign for decimals and for thousands."""
    return localised(format(value, spec))


def localised(said: str) -> str:
    """Numbers in words of ours, "1,234.5", as the language writes them."""
    if not _spoken:
        return said
    locale = QLocale(_spoken[-1].code)
    return _NUMBER.sub(lambda found: _written(found, locale), said)


def _written(found: re.Match[str], locale: QLocale) -> str:
    whole, rest = found[1].replace(",", ""), found[2]
    grouped = locale.toString(int(whole)) if "," in found[1] else whole
    return grouped + (locale.decimalPoint() + rest[1:] if rest else "")


#: The fields of the study card as sentences name them: "sample size".
_FIELDS = {
    f.label if f.label[:2].isupper() else f.label[0].lower() + f.label[1:]: f.label for f in FIELDS
}


class _Numbers(Formatter):
    """Python's format, with numbers that have a format of their own as the language writes them."""

    def format_field(self, value: object, format_spec: str) -> str:
        said = str(super().format_field(value, format_spec))
        return localised(said) if format_spec and isinstance(value, int | float) else said


_NUMBERS = _Numbers()
#: A number as Python writes it, with commas between thousands.
_NUMBER = re.compile(r"(?<![\w.,/])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\w/-]|[.,]\d)")


def retold(sentence: str, *, typed: bool = False) -> str:
    """What a floor below says (an error, the label of a change), in the user's language. The
    values in it stay as they are where they are `typed`, as in a query."""
    return _spoken[-1].retell(sentence, typed=typed) if _spoken else sentence


def words(code: str) -> dict[str, str]:
    """English words and those of a language."""
    path = resource(f"languages/{code}.json")
    found: dict[str, str] = json.loads(path.read_text("utf-8"))
    return found


#: The tongue in use, if it is not English.
_spoken: list[Tongue] = []
#: What Qt itself says in it.
_installed: list[QTranslator] = []


def _filled(form: str, values: Sequence[str]) -> str:
    first, *rest = form.split("{}")
    return first + "".join(value + part for value, part in zip(values, rest, strict=True))


def _pattern(text: str) -> str:
    return "(.+?)".join(re.escape(part) for part in text.split("{}"))
