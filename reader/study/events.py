"""The condition of the study where it is the outcome: what people came to have was counted."""

from collections.abc import Iterator, Set

from reader.study import topics, vocabulary
from reader.study.reading.article import Article
from reader.study.reading.blocks import Zone
from reader.study.topics import Mention
from reader.text import sieve as re

#: An illness that people came to have in the study: it was counted.
_CAME_TO = re.compile(
    r"\b(?:likely to (?:have|develop|get|suffer|be diagnosed with|die of|die from)|(?:went|gone|go) on to (?:have|develop|be diagnosed with)|developed|(?:were|was|been) (?:newly|later|subsequently|then) diagnosed with|new cases of|newly diagnosed with|(?:chance|odds|risk|rates?) of) (?:an? |the )?$"
)
_BEFELL = re.compile(
    r" (?:(?:had|has|was|were|been|also|later|then) )*(?:developed|occurred|diagnosed|struck|arose|was seen|were seen|happened|recurred|returned) (?:in|among)\b"
)


def mentions(article: Article, ill: Set[str], cue: float) -> Iterator[Mention]:
    """The condition of the study where it is what was counted: "epilepsy was diagnosed in 1.2%"."""
    for found in article.found(vocabulary.descriptors("mesh_diseases")):
        sentence = article.sentence_at(found.start)
        if sentence is None or not (sentence.own or sentence.zone is Zone.HEADLINE):
            continue
        at, to = found.start - sentence.start, found.end - sentence.start
        if topics.key(sentence.low[at:to]) in ill and (
            _CAME_TO.search(sentence.low, max(0, at - 60), at) or _BEFELL.match(sentence.low, to)
        ):
            yield Mention(sentence.low[at:to], found.start, found.end, cue)
