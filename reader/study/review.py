"""How many studies a review or meta-analysis took in."""

from reader.model.study import StudyValue
from reader.study.reading.article import Article
from reader.study.values import stated
from reader.text import sieve as re

_NOUN = re.compile(
    r"^(?:[ -](?:published|independent|eligible|relevant|separate|different|randomi[sz]ed|controlled|clinical|observational|prospective|cohort|previous|placebo-controlled|high-quality|existing|intervention|original|case-control|double-blind|long-term|small|large|and),?){0,6} ?(?:studies|trials|papers|articles|cohorts|rcts|reports|experiments)\b"
)
_KEPT = re.compile(
    r"^ (?:were|was|met|studies|trials|of (?:them|these|which)) ?(?:\w+ )?(?:kept|included|selected|retained|eligible|the (?:inclusion )?criteria|in the (?:final )?analysis)"
)
_FOUND_ONLY = re.compile(
    r"\b(?:retrieved|identified|screened|found|searched|yielded|of the) (?:\w+ ){0,3}$"
)
_REVIEWED = re.compile(
    r"\b(?:review(?:ed)?|meta-?analy|pooled|combined|combining|analy[sz]ed|analy[sz]ing|analysis of|data from|results (?:of|from)|estimates from|included|synthesi[sz]ed)\b"
)


def studies_included(article: Article, design: str | None) -> StudyValue | None:
    """The number of studies in a review; the number kept counts before the number found."""
    if design not in {"systematic_review", "meta_analysis"}:
        return None
    best: tuple[float, int, int, int] | None = None
    for sentence in article.own:
        for number in article.numbers_in(sentence):
            at, end = number.start - sentence.start, number.end - sentence.start
            before, after = sentence.low[max(0, at - 70) : at], sentence.low[end : end + 90]
            noun, kept = _NOUN.match(after), _KEPT.match(after)
            if not (noun or kept) or number.percent or number.value < 2 or not number.whole:
                continue
            weight = (
                1.0 * bool(noun)
                + 2.0 * bool(kept)
                + 0.8 * bool(_REVIEWED.search(before))
                - 0.8 * bool(_FOUND_ONLY.search(before))
            )
            stop = number.end + (noun.end() if noun else 0)
            if best is None or weight > best[0]:
                best = (weight, int(number.value), number.start, stop)
    if best is None:
        return None
    return stated(
        article, best[1], [(best[2], best[3])], min(0.9, 0.4 + 0.2 * best[0]), "studies_included"
    )
