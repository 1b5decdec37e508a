"""What else the text may say: counts and designs that came second, as candidates for the reader."""

from collections.abc import Iterator, Mapping

from reader.model.study import StudyValue
from reader.study import design, sample_size
from reader.study.abstract_sizes import Weighed
from reader.study.reading.article import Article
from reader.study.values import stated

#: Candidates of a field, and the least weight and share of the best that one needs.
MOST = 2
LEAST_WEIGHT, LEAST_SHARE = 0.0, 0.6
#: The least probability of one that a model has weighed.
LEAST_SURE = 0.08
Found = tuple[str, StudyValue]


def alternatives(
    article: Article, values: Mapping[str, tuple[StudyValue, ...]]
) -> tuple[Found, ...]:
    """Candidates beside the values of a card, those of a field together, the likeliest first."""
    return (*_sizes(article, values), *_designs(article, values))


def _sizes(article: Article, values: Mapping[str, tuple[StudyValue, ...]]) -> Iterator[Found]:
    """Other numbers of people, animals or samples that may be the size of the study."""
    taken = {value.value for value in values.get("sample_size", ())}
    for value in values.get("sample_size", ()):
        taken |= {arm["n"] for arm in value.details.get("arms", ())}
    for row in sample_size.weigh(article):
        if len(taken) > MOST + 2 or not _likely(row):
            return
        count = row.count
        if count.value not in taken:
            taken.add(count.value)
            sure = min(0.45, 0.15 + 0.08 * row.weight if row.sure is None else row.sure)
            place = [(count.start, count.end)]
            yield (
                "sample_size",
                stated(
                    article, count.value, place, sure, "sample_size_other", unit=count.unit or None
                ),
            )


def _likely(row: Weighed) -> bool:
    return row.weight >= LEAST_WEIGHT if row.sure is None else row.sure >= LEAST_SURE


def _designs(article: Article, values: Mapping[str, tuple[StudyValue, ...]]) -> Iterator[Found]:
    """The design that came second, where the text speaks for it nearly as much."""
    drawn = values.get("study_type")
    if not drawn:
        return
    found = design.votes(article)
    scores = {name: score for name, score in design.tally(found).items() if name != drawn[0].value}
    second = max(sorted(scores), key=scores.__getitem__, default="")
    best = design.tally(found).get(str(drawn[0].value), 3.0)
    if second and scores[second] >= max(1.2, LEAST_SHARE * best):
        top = max((vote for vote in found if vote.design == second), key=lambda vote: vote.weight)
        sure = min(0.4, 0.1 + 0.08 * scores[second])
        yield "study_type", stated(article, second, [(top.start, top.end)], sure, "design_other")
