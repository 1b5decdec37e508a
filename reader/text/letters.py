"""Plain letters, by which it is told what a text holds: lower case, digits as one, marks as spaces."""

import functools
from itertools import pairwise

#: How often a character stands in English text, in thousandths.
_OFTEN = {
    char: often
    for often, chars in (
        (170, " "), (100, "e"), (70, "tao"), (55, "inshr"), (33, "dl"), (21, "cumwf"), (16, "gypb"),
        (8, "vk0"), (2, "xjqzø_"),
    )
    for char in chars
}  # fmt: skip


class _Plain(dict[int, str]):
    """The character that stands for another one, made when first asked for.

    Four letters beyond ASCII are one with a letter of ASCII where case does not count.
    """

    def __missing__(self, code: int) -> str:
        made = _made(chr(code))
        if code < 0x3000:
            self[code] = made
        return made


def _made(char: str) -> str:
    if char.isdecimal():
        return "0"
    if not char.isalnum() and char != "_":
        return " "
    return char.lower() if char.isascii() else "ø"


_LETTERS = _Plain({0x130: "i", 0x131: "i", 0x17F: "s", 0x212A: "k"})


def letter(code: int) -> str:
    """What a character is in plain text."""
    return _LETTERS[code]


def plain(text: str) -> str:
    """The text as literals are looked for in it, with a space before and behind."""
    return f" {text.translate(_LETTERS)} "


@functools.lru_cache(maxsize=10_000)
def rarity(literal: str) -> float:
    """How often a literal comes by chance at a place of a text."""
    often = 1.0
    for before, char in pairwise(f" {literal}"):
        often *= 0.5 if before == char == "0" else _OFTEN[char] / 1000
    return often


def pieces(literal: str) -> list[str]:
    """The words and parts of words in a literal, with a space where the word begins or ends."""
    padded = literal.split(" ")
    last = len(padded) - 1
    return [f"{' ' * (at > 0)}{word}{' ' * (at < last)}" for at, word in enumerate(padded) if word]
