"""Whether a text tells of a review, and "the studies" are its matter."""

from collections.abc import Iterable

from reader.text import sieve as re

_REVIEW = re.compile(
    r"\b(?:systematic|cochrane|scoping|umbrella|literature) review|\bmeta-?\s?analy|\breview(?:ed)? (?:of (?:the )?|\w+ )?(?:[\w,]+ ){0,3}(?:studies|trials|evidence|papers)\b|\bpooled\b|\bacross \d+ (?:earlier |previous |published |separate |existing )(?:studies|trials)\b|\breview (?:finds?|found|suggests?|shows?)\b"
)


#: How a synopsis, which has no headline to say so, tells of a review.
_GATHERS = re.compile(
    r"\b(?:search(?:ed|ing) (?:[\w’'-]+ ){0,4}?databases?|(?:searched|combed|trawled|scoured|sifted) (?:through )?(?:the )?(?:\w+ ){0,2}literature|pooled (?:the )?(?:results|data|figures) (?:of|from) (?:\w+ ){0,3}(?:studies|trials)|(?:studies|trials) out of (?:\w+ ){0,2}\d[\d,]* (?:titles|papers|articles|records|abstracts|reports|references))\b"
)


def gathers(lows: Iterable[str]) -> bool:
    """Whether one of the sentences tells how studies were gathered for a review."""
    return any(_GATHERS.search(low) for low in lows)


def reviews(lows: Iterable[str]) -> bool:
    """Whether the first sentences tell of a review: "the studies" are its matter, then."""
    return any(_REVIEW.search(low) for low in lows)
