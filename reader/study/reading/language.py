"""The language of a text, told by its script and its commonest words."""

import itertools
from collections import Counter

from reader.text import sieve as re

#: Characters that are looked at: the beginning of a text tells its language.
_LOOK = 6_000
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_SCRIPT = re.compile(
    r"[\u0370-\u04ff\u0590-\u06ff\u0900-\u097f\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]"
)
_LETTER = re.compile(r"[^\W\d_]")
#: The commonest words of languages in Latin script; each list is of its language's own.
_COMMON = {
    "en": "the of and to in that is was were for with as on by are this which from have has had not be been who than more at it they their after among between study we our patients people",
    "de": "der die das und ist nicht mit von den dem ein eine einer eines zu auf für werden wurde wurden sich auch bei aus nach wie sind dass über oder durch im zur zum haben hat",
    "fr": "le la les des et est une un du dans que qui pour pas sur avec plus par sont au aux ont été cette ce ces leur mais ou elle ils chez selon",
    "es": "el la los las de y que en un una es por con para del se no su al lo como más fue han sido entre este esta pero según",
    "it": "il lo la gli le di e che un una è per con del della dei delle nel nella si non sono da al alla come più stato hanno tra questo questa",
    "pt": "o a os as de e que em um uma é por com para do da dos das no na não se ao foi mais como são pelo pela entre este esta",
    "nl": "de het een en van is dat niet met op te zijn voor die aan door bij ook als naar uit werd worden over hebben heeft om deze",
    "sv": "och att det som en ett är av för med på den inte har till om från vid eller kan hade efter mellan",
    "da": "og at det som en et er af for med på den ikke har til om fra ved eller kan havde efter mellem blev",
    "nb": "og at det som en et er av for med på den ikke har til om fra ved eller kan hadde etter mellom ble",
    "fi": "ja on ei että oli se joka kun myös ovat tai mutta sekä hän kuin olivat mukaan",
    "pl": "i w na z się nie do że jest to o jak przez po dla są od oraz był które który",
    "cs": "a v na se je že s z do o k pro jsou byl byla které který ale jako podle",
    "hu": "a az és hogy nem is egy van volt meg csak mint már ezt vagy azt",
    "ro": "și de la în a cu pe este nu un o care din pentru sunt mai au fost prin",
    "tr": "ve bir bu için ile olarak da de daha çok olan göre gibi sonra kadar ise",
    "id": "dan yang di dengan untuk dari pada ini tidak dalam adalah oleh itu akan lebih",
    "vi": "và của là có trong được cho các một những không với này khi người",
}
_SETS = {code: frozenset(words.split()) for code, words in _COMMON.items()}
#: Fewer words tell nothing.
_FEW = 6
#: A text of some length uses at least so many of the common words of its language.
_DIFFERENT = 4


def language(text: str) -> str:
    """The ISO 639-1 code of the language most of a text is in, "" where it cannot be told."""
    part = text[:_LOOK]
    letters = len(_LETTER.findall(part)) if _SCRIPT.search(part) else 0
    for code, pattern in _SCRIPTS:
        if letters and len(pattern.findall(part)) > _share(code) * letters:
            return code
    low = part.lower()
    if len(low) == len(part):
        return _of_words(_words(low))
    return _of_words([word.lower() for word in _words(part)])


def _words(text: str) -> list[str]:
    """The words in any order: most stand between spaces, which is told faster than by a pattern."""
    parts = text.split()
    whole = list(filter(str.isalpha, parts))
    return whole + _WORD.findall(" ".join(itertools.filterfalse(str.isalpha, parts)))


def _share(code: str) -> float:
    """The share of letters that tells a script: Japanese is mostly in Chinese characters."""
    return 0.1 if code == "ja" else 0.4


def _of_words(words: list[str]) -> str:
    if len(words) < _FEW:
        return ""
    counted = Counter(words)
    shares = {
        code: sum(counted[word] for word in common & counted.keys()) / len(words)
        for code, common in _SETS.items()
    }
    best = max(sorted(shares), key=shares.__getitem__)
    seen = sum(1 for word in _SETS[best] if counted[word])
    if shares[best] < 0.08 or seen < (_DIFFERENT if len(words) > 20 else 2):
        return ""
    return "en" if shares["en"] >= 0.85 * shares[best] else best


def readable(code: str) -> bool:
    """Whether the extractors can read a language: English, and texts too short to tell."""
    return code in {"", "en"}
