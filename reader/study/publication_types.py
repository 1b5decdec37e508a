"""What the publication types and headings of PubMed say of how a study was made.

A type that says what the text says, or something wider, makes the text's own value sure. What the
text denies outright stays denied: indexers err, too.
"""

from dataclasses import replace

from reader.model.published import Published
from reader.model.study import Span, StudyCard, StudyValue
from reader.study import allocation, design, species
from reader.study.reading.article import Article
from reader.study.titles import titles
from reader.text import sieve as re

Values = tuple[StudyValue, ...] | None

#: How sure a publication type is: indexers read the paper, feeds repeat them.
SURE = 0.97
METHOD = "feed:{}/1"


def _words(pattern: str) -> re.Pattern:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


_POOLED = _words(r"meta-?\s?analy\w+|pooled|combined")
_REVIEWED = _words(r"systematic(?:ally)?(?: literature)? review\w*|scoping review|review\w*")
_RANDOM = _words(r"randomi[sz]\w+|randomly|at random|placebo|non-?inferior\w*")
#: Publication type, design, words that speak for it; the first type that fits decides.
_DESIGNS = (
    ("meta-analysis", "meta_analysis", _POOLED),
    ("network meta-analysis", "meta_analysis", _POOLED),
    ("systematic review", "systematic_review", _REVIEWED),
    ("scoping review", "systematic_review", _REVIEWED),
    ("randomized controlled trial, veterinary", "animal", _RANDOM),
    ("randomized controlled trial", "randomized_controlled_trial", _RANDOM),
    ("equivalence trial", "randomized_controlled_trial", _RANDOM),
    ("pragmatic clinical trial", "randomized_controlled_trial", _RANDOM),
    ("controlled clinical trial", "nonrandomized_trial", _words(r"controlled|control groups?|controls")),
    ("case reports", "case_report", _words(r"case (?:report|study)|\d+-year-old|case")),
)  # fmt: skip
_RANDOMIZED = frozenset(name for name, kind, _ in _DESIGNS if kind == "randomized_controlled_trial")
#: What a text may say that is narrower than a type, or as good as it.
_AS_GOOD = {
    "systematic_review": "meta_analysis",
    "case_report": "case_series",
    "nonrandomized_trial": "randomized_controlled_trial",
}
_OBSERVATIONAL = frozenset({"cohort", "case_control", "cross_sectional", "case_series"})
_EXPERIMENT = frozenset({"randomized_controlled_trial", "nonrandomized_trial", "single_arm_trial"})
#: What nobody tries something in; a series of treated patients may be indexed as a trial.
_ONLY_SEEN = _OBSERVATIONAL - {"case_series"}
_PHASES = {
    f"clinical trial, phase {roman}": (number, _words(rf"phase[- ](?:{roman}|{number}|{word})[ab]?"))
    for roman, number, word in (("i", "1", "one"), ("ii", "2", "two"), ("iii", "3", "three"), ("iv", "4", "four"))
}  # fmt: skip
_TRIALS = frozenset({"clinical trial", "adaptive clinical trial", *_PHASES})
_STUDIES = frozenset({"observational study", "twin study", *_TRIALS, *(row[0] for row in _DESIGNS)})
_BLINDING = (
    ("double-blind method", "double", _words(r"double[- ]blind\w*|blind\w*|masked")),
    ("single-blind method", "single", _words(r"single[- ]blind\w*|blind\w*|masked")),
)
_NO = re.compile(r"\b(?:no|not|non|without|lack|lacked|lacking|un\w+)\b|n[’']t\b")
#: Said of what stands before it.
_NOT_DONE = re.compile(
    r"^ ?(?:\w+ )?(?:was|were|is|are|could|can|proved) ?(?:not|n[’']t|im(?:possible|practica\w+)|un(?:feasible|ethical))\b"
)


def tells_study(known: Published) -> bool:
    """Whether a type says that the paper reports a study."""
    return bool(_STUDIES & set(known.publication_types))


def study_type(article: Article, known: Published, card: StudyCard) -> Values:
    """The design by the types; () where they only say that it is not what the text says."""
    said = card.one("study_type")
    fits = [(d, w) for name, d, w in _DESIGNS if name in known.publication_types]
    if _of_animals(card, known) or (_RANDOMIZED & set(known.publication_types) and _denied(card)):
        fits = [(d, w) for d, w in fits if d not in _EXPERIMENT]
    for kind, words in fits:
        if said is not None and said.value in {kind, _AS_GOOD.get(kind)}:
            return (sure(said),)
        if kind == "randomized_controlled_trial" and (spans := _by_chance(card)):
            return (_designed(article, kind, spans),)
        if spans := spoken(article, words):
            return (_designed(article, kind, spans),)
    if fits and (lead := headline(article)):
        return (_designed(article, fits[0][0], lead),)
    return _less_than_a_design(article, known, card)


def _less_than_a_design(article: Article, known: Published, card: StudyCard) -> Values:
    """What a type says that names no design: something was tried, or only observed."""
    said = card.one("study_type")
    if said is None:
        return None
    if _TRIALS & set(known.publication_types) and said.value in _ONLY_SEEN:
        drawn = _by_chance(card)
        return (_designed(article, "randomized_controlled_trial", drawn),) if drawn else ()
    if "observational study" not in known.publication_types:
        return None
    if said.value in _EXPERIMENT:  # observed, not tried; the text must say how
        return ()
    return (sure(said),) if said.value in _OBSERVATIONAL else None


def randomized(known: Published, card: StudyCard) -> Values:
    """That it was, where the text says so; () where it says no without denying it outright."""
    said = card.one("randomized")
    if said is None or not _RANDOMIZED & set(known.publication_types) or _denied(card):
        return None
    return (sure(said),) if said.value else ()


def phase(article: Article, known: Published, card: StudyCard) -> Values:
    """The phase or phases; where the text has none, they rest on its headline."""
    found = [_PHASES[name] for name in _PHASES if name in known.publication_types]
    said = card.one("phase")
    code = "/".join(number for number, _ in found)
    if not found or _of_animals(card, known):
        return None
    if said is not None and said.value == code:
        return (sure(said),)
    spans = tuple(span for _, words in found for span in spoken(article, words)[:1])
    if len(spans) < len(found):
        spans = () if said else headline(article)
    return (StudyValue(code, spans, SURE, METHOD.format("PublicationType")),) if spans else None


def blinding(article: Article, known: Published, card: StudyCard) -> Values:
    """The masking that is a heading of the paper, where the text says so of this study."""
    headings = {name.casefold() for name in known.mesh}
    said = card.one("blinding")
    for name, code, words in _BLINDING:
        if name not in headings:
            continue
        if said is not None and said.value == code:
            return (sure(said, "MeSH"),)
        if spans := spoken(article, words):
            return (StudyValue(code, spans, SURE, METHOD.format("MeSH")),)
    return None


def sure(said: StudyValue, source: str = "PublicationType") -> StudyValue:
    """What the text says, as sure as the feed makes it."""
    return replace(said, confidence=SURE, method=METHOD.format(source))


def spoken(article: Article, words: re.Pattern) -> tuple[Span, ...]:
    """The words where the text first says them of this study, and does not deny them."""
    for sentence in (*article.own, *titles(article)):
        for match in words.finditer(sentence.low):
            if _NOT_DONE.match(sentence.low[match.end() :]):
                continue
            if not design.denied(article, sentence, match, gathers=False):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                return (Span(start, end, article.text[start:end]),)
    return ()


def headline(article: Article) -> tuple[Span, ...]:
    """The headline as a passage, else the first sentence."""
    lead = article.headline or next(iter(article.body), None)
    return (Span(lead.start, lead.end, lead.text),) if lead else ()


def _designed(article: Article, kind: str, spans: tuple[Span, ...]) -> StudyValue:
    built = allocation.features(article)
    details = {"features": built} if built else {}
    method = METHOD.format("PublicationType")
    return StudyValue(kind, spans, SURE, method, details=details)


def _by_chance(card: StudyCard) -> tuple[Span, ...]:
    """The passage in which the text says that chance decided."""
    said = card.one("randomized")
    return said.evidence[:1] if said is not None and said.value is True else ()


def _denied(card: StudyCard) -> bool:
    """The text says outright that chance did not decide."""
    said = card.one("randomized")
    if said is None or said.value is not False:
        return False
    return any(_NO.search(span.text.lower()) for span in said.evidence)


def _of_animals(card: StudyCard, known: Published) -> bool:
    """Work on animals is an animal study however it was allotted; older records call it a trial."""
    said = card.one("species")
    people = "humans" in {name.casefold() for name in known.mesh}
    return said is not None and species.is_animal(said) and not people
