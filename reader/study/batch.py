"""The study of several texts at once: what a worker process is asked for."""

from collections.abc import Sequence
from datetime import UTC, datetime

from reader.model.published import Published
from reader.model.study import StudyCard


def study_texts(
    texts: Sequence[tuple[str, int | None]], known: Sequence[Published] = ()
) -> list[StudyCard]:
    """A card for each (text, Unix seconds of its publication or None).

    `known` is what the feed says of each paper, in the same order.
    """
    from reader.study.extract import study  # large, and wanted in the worker processes only

    return [
        study(
            text,
            published=None if when is None else datetime.fromtimestamp(when, UTC).date(),
            known=paper,
        )
        for (text, when), paper in zip(texts, known or [Published()] * len(texts), strict=True)
    ]
