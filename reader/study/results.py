"""The main findings with their figures, a sentence each, without the words that only report them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.study import StudyValue
from reader.study import figures, vocabulary
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.values import stated, trim

_FOUND = re.compile(
    r"\b(?:found|show(?:s|ed|n)|suggest(?:s|ed)?|reveal(?:s|ed)|demonstrat(?:es|ed)|indicat(?:es|ed)|observed|discovered|concluded?|confirm(?:s|ed)|estimat(?:es|ed)|predict(?:s|ed)|calculated|report(?:s|ed)|identified|detected|saw)\b"
)
_EFFECT = re.compile(
    r"\b(?:increas(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|reduc(?:e[sd]?|ing|tion)|lower(?:ed|ing)?|higher|improve(?:d|s|ment|ments)?|worse(?:ned|ning)?|better|fewer|more likely|less likely|associated with|linked (?:to|with)|correlat(?:ed|ion)|"
    r"no (?:significant |statistically significant )?(?:difference|effect|benefit|association|increase|link|evidence|change)|significant(?:ly)?|superior|inferior|effective|did not|similar|protect(?:ed|ive|s|ion)|prevent(?:ed|s)|longer|shorter|doubled?|tripled?|halved|"
    r"twice|times (?:more|higher|as|greater|lower)|risk of|survived|survival|responded|response|remission|cut|rose|fell|declined?|grew|dropped|gained|lost|median|mean|average|rates?|percent|per cent|%|outperform(?:ed|s)|stronger|weaker|greater|smaller|"
    r"affect(?:ed|s)|caus(?:e[sd]|ing)|leads? to|led to|resulted in|contain(?:ed|s)|carried|recogni[sz]ed|detected|successful|failed|needed|critical|required?|essential|depend(?:s|ed)|only|most|likely|suppressed|abolished|compensate|stabili[sz]ed|remained|persist|coexisted|mutated)\b"
)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|half|third|quarter|twice|double|none|all|most|both)\b"
)
_METHOD = re.compile(
    r"\b(?:enroll?ed|recruited|randomly (?:assigned|divided)|were (?:asked|given|assigned|divided|mailed|recruited|randomi[sz]ed|collected)|published|funded|supported by|is (?:a|an|the) (?:professor|director|researcher)|designed to|set out|aim(?:ed|s) to|goal|"
    r"will (?:be|need|help|continue)|should (?:be|not)|plan(?:s|ned)? to|hope|approved|designation|meeting|marketed|questionnaire|divided|took into account|known as|called|excluded|looked at|sought|wanted|in order to|to (?:determine|find out|test|see) (?:if|whether|how)|presented|recommended|was (?:performed|conducted|carried out)|used (?:a|the|data|an))\b"
)
_TALK = re.compile(
    r"\b(?:important|exciting|hope|believe|promising|milestone|practice-changing|opens? (?:the |up )?(?:door|way)|encouraging|grateful|proud|pleased|thank|welcome|crucial that|makes sense|need to|we must|good news|first step|could (?:help|lead|pave|be used)|may help|insights?|implications?|potential to|next step)\b"
)
_EXPLAIN = re.compile(
    r"\b(?:because|explanations?|explain|reason|mechanism|speculat|possibl[ey]|may be due|could be due|due to|works? by|hypothesi|theor|propose)\b"
)
#: What only reports: cut before the finding itself.
_LEAD = re.compile(
    r"^(?:(?:However|But|And|Yet|Moreover|Furthermore|In addition|Additionally|Importantly|Interestingly|Notably|Also|Overall|In fact|Surprisingly|Specifically|Instead|Thus|Therefore|Consistent with [^,]{3,50}|Taken together|In general|Now|Here|For example|For instance|In particular|By contrast|In contrast|Meanwhile|Finally|Similarly|Indeed|Unfortunately|As a result|Most conclusively|When the results were analy[sz]ed|In total),? )*"
    r"(?P<report>[^.;]{0,160}?\b(?:found|find(?:s|ing)?|show(?:s|ed|n|ing)?|suggest(?:s|ed|ing)?|reveal(?:s|ed|ing)?|report(?:s|ed)?|demonstrat(?:es?|ed)|indicat(?:es?|ed)|observ(?:ed|e)|discovered|conclude[sd]?|confirm(?:s|ed)|estimat(?:es?|ed)|predict(?:s|ed)?|"
    r"calculated|noted?|means?|said|say|learned|determined|argue[sd]?|finding (?:was|is)|results? (?:was|is|were)|surprised to find|propose[sd]?|reporting|evidence)(?: for)? (?:(?:also|further|clearly) )?(?:that |for the first time that |how )+)?"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding at [start, end) with its weight."""

    start: int
    end: int
    weight: float
    sentence: Sentence


def key_results(article: Article, size: int | None) -> tuple[StudyValue, ...]:
    """The heaviest findings in the order of the text, at most five."""
    found = sorted(_findings(article), key=lambda f: -f.weight)
    chosen: list[Finding] = []
    for finding in found:
        if (
            finding.weight >= 2.0
            and len(chosen) < 5
            and not any(_same(article, finding, other) for other in chosen)
        ):
            chosen.append(finding)
    chosen.sort(key=lambda f: f.start)
    return tuple(_value(article, finding, size) for finding in chosen)


def _value(article: Article, finding: Finding, size: int | None) -> StudyValue:
    text = article.text[finding.start : finding.end]
    details = figures.details(text, size)
    instrument = _instrument(article, finding)
    confidence = min(0.85, 0.3 + 0.12 * finding.weight)
    return stated(
        article,
        text,
        [(finding.start, finding.end)],
        confidence,
        "result",
        outcome=instrument,
        **details,
    )


def _instrument(article: Article, finding: Finding) -> str | None:
    for name in ("instruments", "outcomes"):
        for found in article.found(vocabulary.names(name)):
            if finding.start <= found.start < finding.end:
                return article.text[found.start : found.end]
    return None


def _findings(article: Article) -> Iterator[Finding]:
    sentences = [s for s in article.own if s.zone in {Zone.BODY, Zone.HEADLINE}]
    for number, sentence in enumerate(sentences):
        weight = _weight(sentence, early=number < 3)
        if weight > 0:
            for start, end in _clauses(article, sentence):
                yield Finding(start, end, weight, sentence)


def _weight(sentence: Sentence, *, early: bool) -> float:
    low = sentence.low
    effects = len({match.group() for match in _EFFECT.finditer(low)})
    weight = 1.0 * bool(_FOUND.search(low)) + min(0.8 * effects, 2.4)
    weight += 0.7 * bool(_NUMBER.search(low)) + 0.8 * bool(figures.PRECISE.search(low))
    weight += {Whose.OWN: 0.5}.get(sentence.whose, 0.0) + 0.3 * early
    weight -= (
        1.8 * bool(_METHOD.search(low))
        + 1.5 * bool(_TALK.search(low))
        + 0.9 * bool(_EXPLAIN.search(low))
    )
    weight -= (
        1.5 * (sentence.zone is Zone.HEADLINE) + 1.5 * low.endswith("?") + 2.0 * (effects == 0)
    )
    return weight - 1.0 * (len(low) < 40)


_HALVES = re.compile(r"; |, (?:while|whereas|but) (?=[a-z]+ )")


def _clauses(article: Article, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The finding in a sentence, or two where a sentence holds two with figures of their own."""
    parts = []
    at = sentence.start
    for half in _HALVES.finditer(sentence.text):
        left, right = (
            article.text[at : sentence.start + half.start()],
            article.text[sentence.start + half.end() : sentence.end],
        )
        if _full(left) and _full(right):
            parts.append((at, sentence.start + half.start()))
            at = sentence.start + half.end()
    for start, end in [*parts, (at, sentence.end)]:
        lead = _LEAD.match(article.text[start:end])
        start += lead.end() if lead and end - start - lead.end() > 30 else 0
        yield trim(article.text, start, end)


def _full(part: str) -> bool:
    return (
        len(part) > 45 and bool(_EFFECT.search(part.lower())) and bool(_NUMBER.search(part.lower()))
    )


def _same(article: Article, a: Finding, b: Finding) -> bool:
    """Whether two findings say the same in nearly the same words."""
    left, right = (
        set(re.findall(r"\w{4,}", article.text[f.start : f.end].lower())) for f in (a, b)
    )
    return len(left & right) > 0.6 * min(len(left), len(right))
