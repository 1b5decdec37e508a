"""What a feed says of the paper wins over the text: publication types and MeSH headings of PubMed.

Without a passage there is no value here, either: a type known from the feed rests on the words of
the text that speak for it, else on its headline; a heading makes a condition only where it is named.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.model.published import Published
from reader.model.study import Span, StudyCard, StudyValue
from reader.study import publication_types, sample_size, topics, vocabulary
from reader.study.publication_types import METHOD, SURE, Values, headline
from reader.study.reading.article import Article

_NO_STUDY = frozenset(
    {
        *("editorial", "news", "biography", "obituary", "interview"),
        *("retraction of publication", "published erratum", "newspaper article", "address"),
    }
)
#: Mostly opinions; but small studies are told in letters, too.
_SELDOM_STUDY = frozenset({"letter", "comment"})
_STATUS = (
    ("retracted publication", "retracted", r"retract\w+"),
    ("preprint", "preprint", r"preprint|medrxiv|biorxiv|not (?:yet )?peer[- ]reviewed"),
)


def verdict(article: Article, known: Published, found: StudyValue) -> StudyValue:
    """Whether the article reports a study; a publication type that says so decides."""
    types = set(known.publication_types) if _is_record(known) else set()
    study = bool(types) and publication_types.tells_study(known)
    if study == found.value or not (study or types & (_NO_STUDY | _SELDOM_STUDY)):
        return found
    if not (study or types & _NO_STUDY) and sample_size.sample_size(
        article, sample_size.weigh(article)
    ):
        return found
    spans = found.evidence[:1] or headline(article)
    if not spans:
        return found
    return StudyValue(study, spans, SURE, METHOD.format("PublicationType"))


def applied(article: Article, known: Published, card: StudyCard) -> StudyCard:
    """The card with what the feed knows of the paper; what it displaces becomes a candidate."""
    if not (card.is_study.value and _is_record(known)):
        return card
    changes = {
        "study_type": publication_types.study_type(article, known, card),
        "randomized": publication_types.randomized(known, card),
        "phase": publication_types.phase(article, known, card),
        "blinding": publication_types.blinding(article, known, card),
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


def _status(article: Article, known: Published, card: StudyCard) -> Values:
    said = card.values.get("status_of_evidence", ())
    codes = {value.value for value in said}
    added = [
        value
        for name, code, words in _STATUS
        if name in known.publication_types and code not in codes
        for value in _value(article, code, words, "PublicationType") or ()
    ]
    return (*said, *added) if added else None


def _conditions(article: Article, known: Published, card: StudyCard) -> Values:
    """The conditions that are headings of the paper, where the text names them."""
    headings = {topics.key(form): name for name in known.mesh for form in _forms(name)}
    said = card.values.get("condition", ())
    chosen = {
        topics.key(str(value.value)): replace(
            value,
            confidence=SURE,
            method=METHOD.format("MeSH"),
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
                SURE,
                METHOD.format("MeSH"),
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


def _named(article: Article, field: str, name: str) -> Values:
    """A journal, DOI or PubMed number that the feed gives, where the text has it."""
    if not name:
        return None
    return _value(article, name, re.escape(name), field, only=True)


def _value(
    article: Article, value: str | bool, words: str, source: str, *, only: bool = False
) -> Values:
    """A value from the feed, resting on the first such words, or (not `only`) on the headline."""
    spans = _named_at(article, words) or (() if only else headline(article))
    return (StudyValue(value, spans, SURE, METHOD.format(source)),) if spans else None


def _named_at(article: Article, words: str) -> tuple[Span, ...]:
    """The words where the text first has them, in a sentence on this study if there is one."""
    looked_for = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for sentence in (*article.own, *article.sentences):
        if match := looked_for.search(sentence.text):
            start = sentence.start + match.start()
            return (Span(start, sentence.start + match.end(), match[0]),)
    return ()


def _is_record(known: Published) -> bool:
    """The entry is about a paper; the "News" and "Clinical trials" of a news site say nothing."""
    return bool(known.pmid or known.doi or known.journal)
