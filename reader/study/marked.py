"""What is named as given or done, with what the model of sequences marks in the texts of scholars."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.study import genre, intervention_model, treatments
from reader.study.reading.article import Article
from reader.study.treatments import Named

#: How strongly a mark speaks for a treatment, and what a name that is not marked loses.
MARKED, UNMARKED = 1.0, 0.8


def named(article: Article) -> list[Named]:
    """All that rules and, in an abstract, the model find; where both do, the model says how far."""
    rows = treatments.named(article)
    if not genre.scholarly(article):
        return rows
    passages = intervention_model.passages(article)
    left = [row for row in rows if not any(a < row.end and row.start < b for a, b in passages)]
    less = (replace(row, cue=row.cue - UNMARKED) for row in left)
    return [*_marked(article, passages, rows), *less]


def _marked(
    article: Article, passages: Sequence[tuple[int, int]], rows: Sequence[Named]
) -> Iterator[Named]:
    """The passages, known by the longest listed name in them."""
    listed = [row for row in rows if row.kind]
    for start, end in passages:
        within = [row for row in listed if start < row.end and row.start < end]
        known = max(within, key=lambda row: row.end - row.start, default=None)
        core = known.core if known else article.text[start:end].lower()
        kind, id_ = (known.kind, known.id) if known else ("", "")
        cue = MARKED + (known.cue if known else 0.0)
        yield Named(start, end, core, cue, kind, id_, marked=True)
