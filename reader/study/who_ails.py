"""Who was studied, where a story never says it in one breath: "fifteen patients" of a story on glioma.

Synopses name the illness first and then tell only of "patients" or of how many there were.
"""

from collections.abc import Sequence

from reader.model.study import StudyValue
from reader.study import ages
from reader.study.participants import Phrase
from reader.study.reading.article import Article
from reader.study.values import stated
from reader.text import sieve as re

#: Designs in which those who are studied have the illness that the study is about.
_ILL = frozenset(
    ["randomized_controlled_trial", "nonrandomized_trial", "single_arm_trial", "case_series",
     "case_report", "meta_analysis", "systematic_review"]
)  # fmt: skip
#: What such a phrase says of those studied at most: how many, or what became of them.
_BARE = re.compile(
    r"(?:(?:the|all|these|their|adult|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,7}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?) ){0,2}(?P<noun>patients?|people)(?: (?:who (?:completed|finished|received|took)|at an?|admitted|with the)\b.*)?"
)
#: What is prevented is not what those studied have.
_PREVENTED = re.compile(r"\b(?:prevent|prophyla|screening|healthy volunteers)")
_SURE = 0.45


def said(
    article: Article, design: str | None, who: Sequence[Phrase], ill: Sequence[StudyValue]
) -> StudyValue | None:
    """Those who have the illness of the study, where nothing better is said of them."""
    if design not in _ILL or not ill or ill[0].confidence < _SURE or ill[0].value is None:
        return None
    if any(_PREVENTED.search(sentence.low) for sentence in article.own):
        return None
    bare = [row for row in who if _BARE.fullmatch(article.text[row.start : row.end].lower())]
    if not bare:
        return None
    best = max(bare, key=lambda row: (row.weight, -row.start))
    match = _BARE.fullmatch(article.text[best.start : best.end].lower())
    noun = _MANY.get(match["noun"], match["noun"]) if match else "patients"
    named = str(ill[0].value)
    text = f"{noun} with {named[0].lower() + named[1:] if named[1:].islower() else named}"
    places = [(best.start, best.end), (ill[0].evidence[0].start, ill[0].evidence[0].end)]
    told = ages.ages(article, best.start)
    return stated(article, text, ages.beside(places, told), 0.5, "population_ill", **told.details)


def rather(found: tuple[StudyValue, ...], ailing: StudyValue | None) -> tuple[StudyValue, ...]:
    """Who was studied, or those with the illness where no more is said than that they were patients."""
    if ailing is None or (found and not _BARE.fullmatch(str(found[0].value).lower())):
        return found
    return (ailing,)


_MANY = {"patient": "patients"}
