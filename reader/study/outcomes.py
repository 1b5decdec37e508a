"""What was measured: named end points, scales of the list, and words for outcomes."""

import re
from collections.abc import Iterator

from reader.model.study import StudyValue
from reader.study import topics, vocabulary
from reader.study.reading.article import Article
from reader.study.reading.whose import Whose
from reader.study.topics import Mention, Topic
from reader.study.values import stated, trim

_W = r"[\w’'/+-]{1,24}"
_STOP = r"(?!(?:was|were|is|are|had|has|which|while|that|because|did|between|among|when|by|over|at|during|compared|with|and the|but|would|as|after)\b)"
_TAIL = rf"(?:{_STOP}{_W},? ){{0,8}}{_STOP}{_W}"
_PRIMARY = re.compile(
    rf"\b(?:primary|secondary|main|key|co-primary) (?:study )?(?:end ?-?points?|outcomes?|outcome measures?|measures?|efficacy (?:end ?points?|outcomes?))(?: measures?)?(?: of (?:the|this) (?:study|trial))?"
    rf"(?: (?:was|were|is|included|of|measured)|,|:)(?: the| a| an| change in| improvement in| an improvement in| changes in| reduction in| time to)* (?P<name>{_TAIL})"
)
_BEFORE_PRIMARY = re.compile(
    rf"(?P<name>(?:{_W} ){{1,6}}{_W})(?:, |—| \(| – )(?:which was )?(?:the |a )?(?:study[’']s |trial[’']s )?(?:primary|main|secondary) (?:end ?-?point|outcome)"
)
_MEASURED = (
    (1.6, re.compile(rf"\b(?:measured|assessed|evaluated|monitored|recorded|quantified|effects? on|impact on|influence on|changes? in|change in|improvements? in|differences? in|reduction in|decrease in|increase in|decline in|levels of|concentrations? of|rates? of|risks? of|risk for|incidence of|frequency of|severity of|number of|prevalence of|likelihood of|odds of|response to|decreasing|improving|reducing|lowering|increases?|affects?) (?:the |their |in |both |a |its |overall |new |developing |having |dying from |dying of )*(?P<name>{_TAIL})")),
    (1.0, re.compile(rf"\b(?P<name>(?!(?:the|a|an|and|or|of|in|for|with|to|their|his|this|that|these|those|high|higher|low|lower|normal|blood pressure and)\b){_W}(?: (?!(?:the|and|or|of|in|for|with|to)\b){_W}){{0,2}} (?:levels?|concentrations?|rates?|scores?|symptoms|function|activity|performance|outcomes?|counts?|response|responses|inflammation|efficacy|yields|polarity|organi[sz]ation|processing))\b")),
)  # fmt: skip
_BAD = re.compile(
    r"^(?:the |a |an )*(?:participants?|patients?|people|study|trial|treatment|researchers?|this|these|those|it|them|that|groups?|time|women|men|children|all|both|one|two|three|which|what|how|whether|low|high|higher|lower|normal|first|each|no|new|different|other|some|more|most|many|any|years?|such|certain|data|drug|increased|reduced|physical|gene|age|test results|blood|serum|years|older|younger|our|we|they|he|she|his|her|not|very|on|to|of|in)$"
)


def outcome_measures(article: Article, taken: set[str]) -> tuple[StudyValue, ...]:
    """At most three outcomes; `taken` are the keys of interventions."""
    named = list(_primary(article))
    ranked = topics.rank(article, [*named, *_listed(article), *_phrases(article)])
    ranked = [t for t in _without_parts(ranked) if topics.key(t.name) not in taken]
    chosen = [t for t in ranked[:6] if t.weight >= 2.3][:3]
    return tuple(_value(article, topic) for topic in chosen)


def _value(article: Article, topic: Topic) -> StudyValue:
    start, end = topic.best.start, topic.best.end
    confidence = min(0.88, 0.25 + 0.12 * topic.weight)
    return stated(
        article,
        article.text[start:end],
        [(start, end)],
        confidence,
        "outcome",
        instrument=_instrument(article, topic),
    )


def _instrument(article: Article, topic: Topic) -> str | None:
    for found in article.found(vocabulary.names("instruments")):
        if topic.best.start <= found.start < topic.best.end:
            return found.entry.name
    return None


def _primary(article: Article) -> Iterator[Mention]:
    for sentence in article.own:
        for pattern in (_PRIMARY, _BEFORE_PRIMARY):
            for match in pattern.finditer(sentence.low):
                start, end = trim(
                    article.text,
                    sentence.start + match.start("name"),
                    sentence.start + match.end("name"),
                )
                start = _without_article(article, start)
                if end - start > 3 and not _BAD.match(article.text[start:end].lower()):
                    yield Mention(article.text[start:end].lower(), start, end, 2.5)


def _without_article(article: Article, start: int) -> int:
    match = re.match(r"(?:the|an?) ", article.text[start : start + 5], re.I)
    return start + (match.end() if match else 0)


def _listed(article: Article) -> Iterator[Mention]:
    for name, bonus in (("outcomes", 0.5), ("instruments", 0.9)):
        for found in article.found(vocabulary.names(name)):
            sentence = article.sentence_at(found.start)
            if sentence and sentence.whose in {Whose.OWN, Whose.NEAR}:
                before, _ = topics.around(article, found.start, found.end, 40)
                cue = bonus + 0.5 * bool(
                    re.search(
                        r"\b(?:improv|reduc|increas|lower|higher|better|decreas|measur|effect|risk of|change|primary|rate|less|more|greater|longer|worse|mean|median)",
                        before,
                    )
                )
                yield Mention(
                    article.text[found.start : found.end].lower(), found.start, found.end, cue
                )


def _phrases(article: Article) -> Iterator[Mention]:
    for sentence in article.own:
        for cue, pattern in _MEASURED:
            for match in pattern.finditer(sentence.low):
                start, end = trim(
                    article.text,
                    sentence.start + match.start("name"),
                    sentence.start + match.end("name"),
                )
                text = article.text[start:end].lower()
                if end - start > 4 and not _BAD.match(text) and len(text.split()) <= 8:
                    yield Mention(text, start, end, cue - 1.0)


def _without_parts(ranked: list[Topic]) -> list[Topic]:
    out: list[Topic] = []
    for topic in ranked:
        words = set(topics.key(topic.name).split())
        if not any(
            words & set(topics.key(o.name).split())
            and (
                words <= set(topics.key(o.name).split()) or set(topics.key(o.name).split()) <= words
            )
            for o in out
        ):
            out.append(topic)
    return out
