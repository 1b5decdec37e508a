"""What the verbs say to people, in their language; what programs read (`--json`) stays English.

The language is the one that was asked for, else that of the archive's window, else the system's.
"""

import ctypes
import locale
import os
import re
import sys
from dataclasses import dataclass

import click

from reader.text.tongue import LANGUAGES, Tongue, tongue

#: Variables of the environment that say the language, the strongest first (POSIX, 8.2).
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
#: What a terminal takes for a command of its own, not for a character.
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass
class _Speaker:
    """The language of this run of the program, once it is known."""

    code: str = ""
    #: It was asked for, so that the archive's setting counts for nothing.
    asked: bool = False


_speaker = _Speaker()


def of_system() -> str:
    """The code of the system's language, if Studywire speaks it, else that of English."""
    named = next((said for name in _VARIABLES if (said := os.environ.get(name))), "")
    if not named and sys.platform == "win32":
        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        named = locale.windows_locale.get(number, "")
    return named[:2] if named[:2] in LANGUAGES else "en"


def speak(code: str, *, asked: bool = False) -> None:
    """Say everything in a language from now on; "" is the system's."""
    if asked or not _speaker.asked:
        _speaker.code, _speaker.asked = code or of_system(), asked


def fall_silent() -> None:
    """Nobody has said which language is spoken."""
    _speaker.code, _speaker.asked = "", False


def spoken() -> Tongue:
    """The language in use."""
    if not _speaker.code:
        _speaker.code = of_system()
    return tongue(_speaker.code)


def told(text: str, /, **values: object) -> str:
    """Words of ours in the language, with values in their places."""
    return spoken().say(text, **values) if values else spoken().tell(text)


def retold(sentence: str) -> str:
    """What a floor below says, in the language."""
    return spoken().retell(sentence)


def say(text: str, /, *, err: bool = False, **values: object) -> None:
    """Print words of ours, to standard error where they are no answer."""
    click.echo(told(text, **values), err=err)


def print_plain(words: str) -> None:
    """Print words that are not ours; they may come from a file just as it is."""
    click.echo(_COMMANDS.sub("�", words))
