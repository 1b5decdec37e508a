"""A text read by the rules with the story model beside them, then by the token classifier."""

from dataclasses import replace
from datetime import date

from reader.model.published import Published
from reader.model.study import StudyCard
from reader.study.extract import LIMIT, study
from reader.study.phrases.merging import with_marks
from reader.study.phrases.second import Heard, SecondReader
from reader.study.reading.article import Article
from reader.study.reading.wrapping import quoting, unwrapped
from reader.study.version import VERSION


def study_closely(
    text: str,
    second: SecondReader,
    *,
    published: date | None = None,
    known: Published = Published(),
) -> StudyCard:
    """As `extract.study`, with what both models see worked in; some fifteen times as slow."""
    heard = Heard(second)
    card = study(text, published=published, known=known, teller=heard.opinion)
    if card.is_study.value is None:
        return card
    if card.is_study.value:  # else there is nothing to mark, and a long text takes a minute
        read = Article(unwrapped(text[:LIMIT]))
        marks = heard.marks(read.text)
        card = quoting(with_marks(read, card, marks, second.marker.name), text)
    return replace(card, extractor=f"{VERSION}+{second.name}")
