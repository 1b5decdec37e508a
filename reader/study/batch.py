"""The study of several texts at once: what a worker process is asked for."""

from collections.abc import Sequence
from functools import partial

from reader.model.calendar import in_calendar
from reader.model.published import Published
from reader.model.study import StudyCard


def study_texts(
    texts: Sequence[tuple[str, int | None]],
    known: Sequence[Published] = (),
    *,
    closely: bool = False,
) -> list[StudyCard]:
    """A card for each (text, Unix seconds of its publication or None).

    `known` is what the feed says of each paper, in the same order. Read `closely`, the second
    reader has its say too, where it is installed.
    """
    # large, and wanted in the worker processes only
    from reader.study.extract import study
    from reader.study.phrases.closely import study_closely
    from reader.study.phrases.second import second_reader

    found = second_reader() if closely else None
    read = partial(study_closely, second=found) if found else study
    return [
        read(
            text,
            published=said.date() if (said := in_calendar(when)) else None,
            known=paper,
        )
        for (text, when), paper in zip(texts, known or [Published()] * len(texts), strict=True)
    ]
