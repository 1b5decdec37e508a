"""What the article keeps coming back to: mentions of a thing, weighed by where they stand."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.vocabulary import fold
from reader.text import sieve as re

_ZONES = {Zone.HEADLINE: 2.5, Zone.HEADING: 1.0, Zone.BODY: 0.0, Zone.ABOUT: -2.0}
_WHOSE = {Whose.OWN: 1.0, Whose.NEAR: 0.7, Whose.GENERAL: 0.3, Whose.FUTURE: 0.4, Whose.OTHER: 0.2}


@dataclass(frozen=True, slots=True)
class Mention:
    """A thing named at [start, end): `name` is its normal form, `cue` what the words around add.

    `id` is its id in a shipped list; mentions of one id are one thing, whatever their names.
    `kind` is the kind of thing by that list; `marked` is what a model found.
    """

    name: str
    start: int
    end: int
    cue: float = 0.0
    id: str = ""
    kind: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing with all its mentions and its weight; `best` is the mention that says it best."""

    name: str
    weight: float
    best: Mention
    mentions: tuple[Mention, ...]


_WORD = re.compile(r"[^\W_]+")
Weigher = Callable[[Article, list[Mention]], "Topic | None"]


def grouped(mentions: Iterable[Mention]) -> list[list[Mention]]:
    """The mentions of each thing."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[mention.id or key(mention.name)].append(mention)
    return list(groups.values())


def rank(
    article: Article, mentions: Iterable[Mention], topic_of: Weigher | None = None
) -> list[Topic]:
    """The things mentioned, the heaviest first."""
    make = topic_of or _topic
    topics = [topic for group in grouped(mentions) if (topic := make(article, group))]
    return sorted(topics, key=lambda topic: (-topic.weight, topic.best.start))


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    return " ".join([fold(word) for word in _WORD.findall(name)])


def _topic(article: Article, group: list[Mention]) -> Topic | None:
    weights = [(weigh(article, mention), mention) for mention in group]
    weights = [(weight, mention) for weight, mention in weights if weight > 0]
    if not weights:
        return None
    best_weight, best = max(weights, key=lambda row: (row[0], -row[1].start))
    rest = sorted((weight for weight, _ in weights), reverse=True)[1:8]
    total = best_weight + 0.25 * fsum(min(weight, 1.5) for weight in rest)
    return Topic(best.name, total, best, tuple(mention for _, mention in weights))


def weigh(article: Article, mention: Mention) -> float:
    sentence = article.sentence_at(mention.start)
    if sentence is None or sentence.zone not in _ZONES:
        return 0.0
    weight = _WHOSE[sentence.whose] + _ZONES[sentence.zone] + mention.cue
    return weight + 0.4 * early(article, sentence)


def early(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence is one of the first that tell of this study."""
    return any(sentence is other for other in article.lead)


def around(article: Article, start: int, end: int, width: int = 60) -> tuple[str, str]:
    """The words before and after a passage within its sentence, in lower case."""
    sentence = article.sentence_at(start)
    if sentence is None:
        return "", ""
    at, to = start - sentence.start, end - sentence.start
    return sentence.low[max(0, at - width) : at], sentence.low[to : to + width]


def printed(article: Article, topic: Topic) -> tuple[str, Mention]:
    """The form most often printed, no abbreviation if there is another; and where it stands first."""
    counted: dict[str, list[Mention]] = defaultdict(list)
    for mention in topic.mentions:
        counted[article.text[mention.start : mention.end].lower()].append(mention)
    words = {form: rows for form, rows in counted.items() if not _short(article, rows[0])}
    forms = words or counted
    best = max(forms, key=lambda form: (len(forms[form]), len(form)))
    first = max(forms[best], key=lambda mention: (weigh(article, mention), -mention.start))
    return article.text[first.start : first.end], first


def _short(article: Article, mention: Mention) -> bool:
    form = article.text[mention.start : mention.end]
    return sum(c.isupper() for c in form) > 1 and " " not in form and "/" not in form
