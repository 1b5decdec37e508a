"""What a feed says of the paper wins over the text: publication types and MeSH headings of PubMed.

Without a passage there is no value here, either: a type known from the feed rests on the words of
the text that speak for it, else on its headline; a heading makes a condition only where it is named.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.model.published import Published
from reader.model.study import Span, StudyCard, StudyValue
from reader.study import topics, vocabulary
from reader.study.reading.article import Article

#: How sure a publication type is: indexers read the paper, feeds repeat them.
_SURE = 0.97
_METHOD = "feed:{}/1"
#: Publication type, design, words that speak for it; the first type that fits decides.
_DESIGNS = (
    ("meta-analysis", "meta_analysis", r"meta-?\s?analy\w+|pooled|combined"),
    ("network meta-analysis", "meta_analysis", r"meta-?\s?analy\w+|pooled|combined"),
    ("systematic review", "systematic_review", r"systematic(?:ally)?(?: literature)? review\w*|review\w*"),
    ("scoping review", "systematic_review", r"scoping review|review\w*"),
    ("randomized controlled trial, veterinary", "animal", r"randomi[sz]\w+|trial"),
    ("randomized controlled trial", "randomized_controlled_trial", r"randomi[sz]\w+|randomly|placebo|trial"),
    ("equivalence trial", "randomized_controlled_trial", r"randomi[sz]\w+|randomly|non-?inferior\w*|trial"),
    ("case reports", "case_report", r"case (?:report|study)|\d+-year-old|case"),
)  # fmt: skip
_OBSERVATIONAL = frozenset({"cohort", "case_control", "cross_sectional", "case_series"})
_EXPERIMENT = frozenset({"randomized_controlled_trial", "nonrandomized_trial", "single_arm_trial"})
_NO_STUDY = frozenset(
    {
        *("editorial", "comment", "news", "biography", "obituary", "interview", "letter"),
        *("retraction of publication", "published erratum", "newspaper article", "address"),
    }
)
_STATUS = (
    ("retracted publication", "retracted", r"retract\w+"),
    ("preprint", "preprint", r"preprint|medrxiv|biorxiv|not (?:yet )?peer[- ]reviewed"),
)
_BLINDING = (
    ("double-blind method", "double", r"double[- ]blind\w*|blind\w*|masked"),
    ("single-blind method", "single", r"single[- ]blind\w*|blind\w*|masked"),
)


def verdict(article: Article, known: Published, found: StudyValue) -> StudyValue:
    """Whether the article reports a study; a publication type that says so decides."""
    types = known.publication_types if _is_record(known) else ()
    study = any(name in types for name, _, _ in _DESIGNS) or "observational study" in types
    study = study or any("trial" in name for name in types)
    if study == found.value or not (study or _NO_STUDY & set(types)):
        return found
    spans = found.evidence[:1] or _headline(article)
    if not spans:
        return found
    return StudyValue(study, spans, _SURE, _METHOD.format("PublicationType"))


def applied(article: Article, known: Published, card: StudyCard) -> StudyCard:
    """The card with what the feed knows of the paper; what it displaces becomes a candidate."""
    if not (card.is_study.value and _is_record(known)):
        return card
    changes = {
        "study_type": _study_type(article, known, card),
        "randomized": _randomized(article, known),
        "blinding": _from_heading(article, known),
        "status_of_evidence": _status(article, known, card),
        "condition": _conditions(article, known, card),
        **{
            name: _named(article, name, getattr(known, name)) for name in ("journal", "doi", "pmid")
        },
    }
    values, candidates = dict(card.values), list(card.candidates)
    for name, new in changes.items():
        if new is None:
            continue
        kept = {(type(value.value), value.value) for value in new}
        candidates += (
            (name, old) for old in values.get(name, ()) if (type(old.value), old.value) not in kept
        )
        values[name] = new
    stated = {name: held for name, held in values.items() if held}
    return replace(card, values=stated, candidates=tuple(candidates))


_Values = tuple[StudyValue, ...] | None


def _study_type(article: Article, known: Published, card: StudyCard) -> _Values:
    for name, design, words in _DESIGNS:
        if name in known.publication_types:
            return _value(article, design, words, "PublicationType")
    said = card.one("study_type")
    if "observational study" not in known.publication_types or said is None:
        return None
    if said.value in _EXPERIMENT:  # observed, not tried; the text must say how
        return ()
    method = _METHOD.format("PublicationType")
    sure = replace(said, confidence=_SURE, method=method)
    return (sure,) if said.value in _OBSERVATIONAL else None


def _randomized(article: Article, known: Published) -> _Values:
    if "randomized controlled trial" not in known.publication_types:
        return None
    return _value(article, True, r"randomi[sz]\w+|randomly|at random", "PublicationType", only=True)


def _from_heading(article: Article, known: Published) -> _Values:
    headings = {name.casefold() for name in known.mesh}
    for name, code, words in _BLINDING:
        if name in headings:
            return _value(article, code, words, "MeSH", only=True)
    return None


def _status(article: Article, known: Published, card: StudyCard) -> _Values:
    said = card.values.get("status_of_evidence", ())
    codes = {value.value for value in said}
    added = [
        value
        for name, code, words in _STATUS
        if name in known.publication_types and code not in codes
        for value in _value(article, code, words, "PublicationType") or ()
    ]
    return (*said, *added) if added else None


def _conditions(article: Article, known: Published, card: StudyCard) -> _Values:
    """The conditions that are headings of the paper, where the text names them."""
    headings = {topics.key(form): name for name in known.mesh for form in _forms(name)}
    said = card.values.get("condition", ())
    chosen = {
        topics.key(str(value.value)): replace(
            value,
            confidence=_SURE,
            method=_METHOD.format("MeSH"),
            details={**value.details, "mesh_heading": heading},
        )
        for value in said
        if (heading := headings.get(topics.key(str(value.value))))
    }
    for found in article.found(vocabulary.names("conditions")):
        heading = headings.get(topics.key(found.entry.name))
        if heading and topics.key(found.entry.name) not in chosen:
            span = Span(found.start, found.end, article.text[found.start : found.end])
            chosen[topics.key(found.entry.name)] = StudyValue(
                found.entry.name,
                (span,),
                _SURE,
                _METHOD.format("MeSH"),
                details={"mesh_heading": heading},
            )
    return tuple(chosen.values()) or None


def _forms(heading: str) -> Iterator[str]:
    """A heading, and as people say it: "Diabetes Mellitus, Type 2" is "type 2 diabetes", too."""
    yield heading
    name, _, kind = heading.partition(", ")
    if kind:
        yield f"{kind} {name}"
        yield f"{kind} {name.removesuffix(' Mellitus')}"
    if name.endswith(" Neoplasms"):
        yield name.removesuffix(" Neoplasms") + " cancer"


def _named(article: Article, field: str, name: str) -> _Values:
    """A journal, DOI or PubMed number that the feed gives, where the text has it."""
    if not name:
        return None
    return _value(article, name, re.escape(name), field, only=True)


def _value(
    article: Article, value: str | bool, words: str, source: str, *, only: bool = False
) -> _Values:
    """A value from the feed, resting on the first such words, or (not `only`) on the headline."""
    spans = _spoken(article, words) or (() if only else _headline(article))
    return (StudyValue(value, spans, _SURE, _METHOD.format(source)),) if spans else None


def _spoken(article: Article, words: str) -> tuple[Span, ...]:
    """The words where the text first has them, in a sentence on this study if there is one."""
    looked_for = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for sentence in (*article.own, *article.sentences):
        if match := looked_for.search(sentence.text):
            start = sentence.start + match.start()
            return (Span(start, sentence.start + match.end(), match[0]),)
    return ()


def _headline(article: Article) -> tuple[Span, ...]:
    lead = article.headline or next(iter(article.body), None)
    return (Span(lead.start, lead.end, lead.text),) if lead else ()


def _is_record(known: Published) -> bool:
    """The entry is about a paper; the "News" and "Clinical trials" of a news site say nothing."""
    return bool(known.pmid or known.doi or known.journal)
