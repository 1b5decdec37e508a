"""What the window says, in the user's language, through Qt's own way of translating."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from reader.text import tongue as tongues
from reader.text.tongue import LANGUAGES

CONTEXT = "Studywire"


class Tongue(QTranslator):
    """The words of one language, as Qt asks for them."""

    def __init__(self, code: str, app: QCoreApplication) -> None:
        super().__init__(app)
        self.said = tongues.tongue(code)

    def isEmpty(self) -> bool:  # noqa: N802  Qt's name
        return not self.said.words

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """None is Qt's null string, by which it asks the next translator; "" would be said."""
        return self.said.words.get(source) if context == CONTEXT else None


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


def here() -> tongues.Tongue:
    """The language in use."""
    return _spoken[-1].said if _spoken else tongues.ENGLISH


def spoken() -> str:
    """The code of the language in use."""
    return here().code


def tr(text: str, /, **values: object) -> str:
    """Words of the window in the user's language, with values in their places."""
    said = QCoreApplication.translate(CONTEXT, text)
    return here().filled(said, **values) if values else said


def number(value: float, spec: str = ",") -> str:
    """A number as the language writes it: with its own sign for decimals and for thousands."""
    return localised(format(value, spec))


def localised(said: str) -> str:
    """Numbers in words of ours, "1,234.5", as the language writes them."""
    return here().localised(said)


def retold(sentence: str, *, typed: bool = False) -> str:
    """What a floor below says (an error, the label of a change), in the user's language. The
    values in it stay as they are where they are `typed`, as in a query."""
    return here().retell(sentence, typed=typed)


#: The tongue in use, if it is not English.
_spoken: list[Tongue] = []
#: What Qt itself says in it.
_installed: list[QTranslator] = []
