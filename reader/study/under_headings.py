"""Which sentences stand under a heading such as "Limitations", or are opened by such a word."""

from collections import Counter

from reader.study import caveats
from reader.study.reading.article import Article
from reader.study.reading.blocks import Zone
from reader.text import sieve as re

_OPENED = re.compile(
    r"(?:(?:strengths and )?limitations?|drawbacks?|caveats?|weakness(?:es)?)[:.] ", re.I
)
#: Who speaks under the heading tells something else as a rule.
_QUOTES = re.compile(r"\b(?:said|says|told us|added|adds|explains?|explained)\b[:,]? ?[“\"‘']")
_HEADED_MOST = 8


def starts(article: Article) -> set[int]:
    """Where the sentences start that stand under a heading for limitations."""
    out: set[int] = set()
    under, block = False, -1
    blocks = Counter(sentence.block for sentence in article.body)
    for sentence in article.body:
        if under and block < 0 and _QUOTES.search(sentence.low):
            under = False
        alone = blocks[sentence.block] == 1 and len(sentence.text) < 70
        if alone and (sentence.zone is Zone.HEADING or sentence.text[-1:] in "?:"):
            under, block = caveats.HEADING.search(sentence.low) is not None, -1
        elif _OPENED.match(sentence.text):
            block = sentence.block
        if (
            (under and not alone)
            or sentence.block == block
            or (under and sentence.text[-1:] in '.”"')
        ):
            out.add(sentence.start)
    out -= {s.start for s in article.body[-1:] if blocks[s.block] == 1}
    return out if len(out) <= _HEADED_MOST else set()
