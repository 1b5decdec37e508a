"""How words are compared: case, accents, hyphens and the British or American spelling do not
matter; Greek letters match their names; scripts without spaces are cut into pairs."""

import functools
import re
import unicodedata
from collections.abc import Iterator

_SPELLINGS = (
    ("haem", "hem"), ("oedem", "edem"), ("tumour", "tumor"), ("paed", "ped"), ("oesoph", "esoph"),
    ("anaesth", "anesth"), ("rrhoe", "rrhe"), ("foet", "fet"), ("leukaem", "leukem"),
    ("gynaec", "gynec"), ("fibre", "fiber"), ("behaviour", "behavior"), ("apnoea", "apnea"),
    ("orthopaed", "orthoped"), ("randomis", "randomiz"), ("isation", "ization"), ("centre", "center"),
)  # fmt: skip
_WORD = re.compile(r"\w+")
GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "omicron": "ο", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω",
}  # fmt: skip
_NAMES = {letter: name for name, letter in GREEK.items()} | {"ς": "sigma", "µ": "mu", "ϕ": "phi"}


@functools.cache
def _named() -> re.Pattern[str]:
    names = "|".join(sorted(GREEK, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])({names})(?![a-z])", re.I)


#: Scripts that are written without spaces between words.
_UNSPACED = (
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"  # kana, Han
    "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\U00020000-\U0003ffff"
)
#: Bytes of UTF-8 that begin no letter of theirs.
_OTHER_BYTES = bytes(set(range(256)) - {0xE0, 0xE1, *range(0xE3, 0xEA), 0xEF, 0xF0})


@functools.cache
def _run() -> re.Pattern[str]:
    return re.compile(f"[{_UNSPACED}]+")


@functools.lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """The form in which values are compared: its words, one space apart."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in text if not unicodedata.combining(char))
    words = " ".join(_WORD.findall(text.casefold().replace("_", " ")))
    for british, american in _SPELLINGS:
        words = words.replace(british, american)
    return words


def greek_variants(text: str) -> tuple[str, ...]:
    """The text, and the text with its Greek letters as names or the names as letters."""
    spelt = "".join(_NAMES.get(char, char) for char in text.lower())
    as_letters = _named().sub(lambda found: GREEK[found[0].lower()], text)
    variants = [text, spelt if spelt != text.lower() else text, as_letters]
    return tuple(dict.fromkeys(variants))


#: "IL-6", "long-term": words, not numbers alone, with hyphens; "IL6": letters, then a number.
_HYPHENED = re.compile(r"(?=.*[^\W\d_])[^\W_]+(?:[-\u2010\u2011][^\W_]+){1,3}")
_NUMBERED = re.compile(r"([^\W\d_]{2,8})(\d{1,4})")


def spellings(text: str) -> tuple[str, ...]:
    """The ways in which a word may stand in a text: with Greek letters or their names, with a hyphen
    or as one word."""
    variants = list(greek_variants(text))
    if _HYPHENED.fullmatch(text):
        variants.append(re.sub(r"[-\u2010\u2011]", "", text))
    elif found := _NUMBERED.fullmatch(text):
        variants.append(f"{found[1]}-{found[2]}")
    return tuple(dict.fromkeys(variants))


def plain_letters(text: str) -> str:
    """The text in small letters without accents, each at its place."""
    if not text.isascii():
        text = text.translate({ord(char): _plain(char) for char in set(text) if not char.isascii()})
    return text.lower()


def _plain(char: str) -> str:
    apart = unicodedata.normalize("NFD", char)
    small = (apart[0] if all(map(unicodedata.combining, apart[1:])) else char).lower()
    return small if len(small) == 1 else apart[0]


def is_unspaced(text: str) -> bool:
    """Whether something in the text is written without spaces between words."""
    if text.isascii() or not text.encode("utf-8", "replace").translate(None, _OTHER_BYTES):
        return False  # a fifth of the time that looking takes
    return _run().search(text) is not None


def pairs(text: str) -> str:
    """The runs of unspaced scripts as overlapping pairs of letters, the last letter by itself."""
    return " ".join(" ".join(_pairs(run)) for run in runs(text))


def runs(text: str) -> Iterator[str]:
    """The parts of a text that are written without spaces."""
    text = unicodedata.normalize("NFKC", text)
    return (found[0] for found in _run().finditer(text))


def _pairs(run: str) -> Iterator[str]:
    yield from (run[at : at + 2] for at in range(len(run) - 1))
    yield run[-1]
