"""What a language model answered about a text: candidates of its card, each with the passage that it
quotes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.model.study import Span, StudyCard, StudyValue

#: A field and a value of it.
Answer = tuple[str, StudyValue]
#: Candidates of a field that are kept beside its values.
MOST = 3

_METHOD = "model:"


def method(name: str) -> str:
    """What an answer of the model with this name is said to come from."""
    return f"{_METHOD}{name or 'unnamed'}"


def teller(value: StudyValue) -> str:
    """The name of the model that gave an answer; "" for what no model said."""
    return value.method.removeprefix(_METHOD) if value.method.startswith(_METHOD) else ""


def answers(card: StudyCard) -> tuple[Answer, ...]:
    """Those of a card's candidates that a language model gave."""
    return tuple((field, value) for field, value in card.candidates if teller(value))


def quoted(text: str, quote: str, at: int = -1) -> Span | None:
    """Where a quotation stands word for word: at the place it is said to, else at the first."""
    if at >= 0 and text.startswith(quote, at):
        return Span(at, at + len(quote), quote)
    before = r"(?<!\w)" if re.match(r"\w", quote) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", quote) else ""
    found = re.search(before + re.escape(quote) + after, text)
    return Span(found.start(), found.end(), quote) if found else None


def with_answers(card: StudyCard, found: Iterable[Answer], text: str) -> StudyCard:
    """The card of a text with these answers in the place of all others.

    Left out is what the card says already, and whatever quotes words that the text does not have.
    """
    read = tuple((field, value) for field, value in card.candidates if not teller(value))
    bare = replace(card, candidates=read)
    return replace(bare, candidates=(*read, *_new(bare, found, text)))


def _new(card: StudyCard, found: Iterable[Answer], text: str) -> Iterator[Answer]:
    taken = [(field, _words(value)) for field, values in card.values.items() for value in values]
    taken += [(field, _words(value)) for field, value in card.candidates]
    for field, value in found:
        spans = [quoted(text, span.text, span.start) for span in value.evidence]
        stands = tuple(span for span in spans if span is not None)
        said = (field, _words(value))
        room = sum(name == field for name, _ in taken) < MOST + len(card.values.get(field, ()))
        if stands and said not in taken and room:
            taken.append(said)
            yield field, replace(value, evidence=stands)


def _words(value: StudyValue) -> str:
    return " ".join(re.findall(r"\w+", str(value.value).lower()))
