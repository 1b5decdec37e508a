"""The main findings with their figures, a sentence each, without the words that only report them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.model.study import StudyValue
from reader.study import apart, caveats, figures, findings, sentence_model, vocabulary
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.sections import Section
from reader.study.reading.whose import Whose, past
from reader.study.values import stated, trim
from reader.text import sieve as re

#: How many findings a card holds.
MOST = 6
#: Every study found something: the first two findings may weigh less by this.
FIRST, LENIENT = 2, 2.5
#: How much the rules' own weight counts beside the log odds of the model.
SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding at [start, end) with its weight."""

    start: int
    end: int
    weight: float
    sentence: Sentence


def key_results(
    article: Article, size: int | None, limits: Sequence[tuple[int, int]] = ()
) -> tuple[StudyValue, ...]:
    """The heaviest findings in the order of the text; what limits the study is none."""
    by = sentence_model.model("findings")
    told = (f for f in candidates(article) if not any(a < f.end and f.start < b for a, b in limits))
    return tuple(_value(article, finding, size) for finding in chosen(article, told, by))


def chosen(article: Article, found: Iterable[Finding], by: sentence_model.Model) -> list[Finding]:
    """The findings of the card: rules and model weigh them together."""
    odds = {sentence.start: odds for sentence, odds in sentence_model.scored(article, by)}
    rows = [
        Finding(f.start, f.end, SHARE * f.weight + odds[f.sentence.start], f.sentence)
        for f in found
    ]
    taken: list[Finding] = []
    for finding in sorted(rows, key=lambda f: (-f.weight, f.start)):
        least = by.least - LENIENT * (len(taken) < FIRST)
        if finding.weight < least or len(taken) == MOST:
            break
        if not any(_same(article, finding, other) for other in taken):
            taken.append(finding)
    return sorted(taken, key=lambda f: f.start)


def _value(article: Article, finding: Finding, size: int | None) -> StudyValue:
    text = article.text[finding.start : finding.end]
    return stated(
        article,
        text,
        [(finding.start, finding.end)],
        max(0.2, min(0.9, 0.35 + 0.1 * finding.weight)),
        "result",
        outcome=_instrument(article, finding),
        **figures.details(text, size),
    )


def _instrument(article: Article, finding: Finding) -> str | None:
    for name in ("instruments", "outcomes"):
        for found in article.found(vocabulary.names(name)):
            if finding.start <= found.start < finding.end:
                return article.text[found.start : found.end]
    return None


def candidates(article: Article) -> Iterator[Finding]:
    """Every passage that may be a finding, with its weight."""
    sentences = [s for s in article.own if s.zone in {Zone.BODY, Zone.HEADLINE}]
    for number, sentence in enumerate(sentences):
        base = _place(sentence, early=number < 4) - _doubt(article, sentence)
        for start, end, report in _clauses(article, sentence):
            text, low = _within(sentence, start, end)
            if findings.tells_sizes(low) or (not report and findings.is_common_knowledge(low)):
                continue
            others = findings.by_others(report)
            reported = bool(report) and not others
            weight = base + findings.weigh(sentence.low, text, low, reported=reported)
            weight -= 1.5 * others
            yield Finding(start, end, weight, sentence)


def _within(sentence: Sentence, start: int, end: int) -> tuple[str, str]:
    """A passage of a sentence as it is written and in lower case; as a rule it is all of it."""
    if (start, end) == (sentence.start, sentence.end):
        return sentence.text, sentence.low
    text = sentence.text.part(start - sentence.start, end - sentence.start)
    return text, text.lower()


def _doubt(article: Article, sentence: Sentence) -> float:
    """A caveat is no finding; nor is what another study found, or one to come."""
    grade = caveats.grade(sentence.low)
    doubt = 1.3 * bool(
        grade
        and grade.weight > 1
        and not (figures.INTERVAL.search(sentence.text) or "two" in findings.signs(sentence.low))
    )
    at = min(len(sentence.text), 90)
    return doubt + 2.0 * (apart.other(article, sentence, at) >= apart.LIKELY)


_SECTIONS = {
    Section.BACKGROUND: -2.0, Section.METHODS: -1.5, Section.RESULTS: 0.8, Section.CONCLUSIONS: 0.4
}  # fmt: skip


def _place(sentence: Sentence, *, early: bool) -> float:
    weight = 0.5 * (sentence.whose is Whose.OWN) + 0.3 * early + 0.3 * past(sentence.low)
    weight += _SECTIONS.get(sentence.section, 0.0)
    return weight - 1.2 * (sentence.zone is Zone.HEADLINE)


#: The mark of a list, or the place and day that a report opens with: "BERLIN (Agency) - ".
_OPENING = re.compile(
    r"[•·▪*–-] ?|[A-Z]{3}[A-Z .’'-]{0,30}(?:, [\w .,]{2,40}?)?(?: \([A-Z][\w /-]{1,24}\))? ?(?:[–—]|-{1,2}) "
)
_HALVES = re.compile(r"; |, (?:while|whereas|but|and) (?=[a-z0-9]+ )|: (?=[a-z0-9]+ )")


def _clauses(article: Article, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """The finding in a sentence, or two where a sentence holds two with figures of their own."""
    parts = []
    opening = _OPENING.match(sentence.text)
    at = sentence.start + (opening.end() if opening else 0)
    for half in _HALVES.finditer(sentence.text):
        left, right = (
            article.text[at : sentence.start + half.start()],
            article.text[sentence.start + half.end() : sentence.end],
        )
        if _full(left) and _full(right):
            parts.append((at, sentence.start + half.start()))
            at = sentence.start + half.end()
    for start, end in [*parts, (at, sentence.end)]:
        lead = findings.lead(article.text[start:end])
        cut = lead is not None and end - start - lead.end() > 25
        report = lead["report"] or "" if cut and lead else ""
        start += lead.end() if cut and lead else 0
        end = findings.without_speaker(article.text, start, end)
        yield *trim(article.text, start, end), report


def _full(part: str) -> bool:
    low = part.lower()
    return (
        len(part) > 45
        and findings.EFFECT.search(low) is not None
        and bool(figures.PRECISE.search(low) or findings.SUBJECT_NUMBER.match(low))
    )


def _same(article: Article, a: Finding, b: Finding) -> bool:
    """Whether two findings say the same in nearly the same words."""
    left, right = (
        set(re.findall(r"\w{4,}", article.text[f.start : f.end].lower())) for f in (a, b)
    )
    return len(left & right) > 0.78 * min(len(left), len(right))
