"""Whether the article reports a study: findings against appointments, awards, events and digests."""

from collections.abc import Mapping
from dataclasses import replace

from reader.model.study import StudyValue
from reader.study import (
    caveats,
    claim,
    design,
    findings,
    lay_signs,
    money,
    sample_size,
    verdict_model,
)
from reader.study.lay_signs import tells_finding
from reader.study.other_news import NEWS, against
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.sections import Section
from reader.study.reading.whose import Whose, past
from reader.study.values import stated
from reader.study.wording import wording
from reader.text import sieve as re


def is_study(article: Article) -> StudyValue:
    """True when the text reports findings of a study of its own."""
    signs, best = scores(article)
    sure = max(verdict_model.probability(signs, words(article)), _firm(signs))
    if article.opinion is not None:
        sure = article.opinion.studied(sure, TRUST)
    if best is not None and sure >= ENOUGH:
        place = (best.start, min(best.end, best.start + 300))
        return _verdict(article, [place], max(0.5, sure), study=True)
    lead = article.headline or (article.body[0] if article.body else None)
    places = [(lead.start, lead.end)] if lead else []
    return _verdict(
        article, places, NOTHING_FOUND if sure >= ENOUGH else max(0.5, 1 - sure), study=False
    )


def words(article: Article) -> frozenset[str]:
    """The words of the opening: a long text has some of all words, whatever it is about."""
    if not article.body:
        return frozenset()
    end = article.body[0].start + OPENING
    return wording(article, (s for s in article.body if s.start <= end))


def _verdict(
    article: Article, places: list[tuple[int, int]], sure: float, *, study: bool
) -> StudyValue:
    value = stated(article, study, places, round(sure, 3), "")
    return replace(value, method=article.opinion.method if article.opinion else _METHOD)


def scores(article: Article) -> tuple[Mapping[str, float], Sentence | None]:
    """The signs for and against a study by their names, and the sentence that tells its findings."""
    told = [s for s in article.body if s.zone is not Zone.HEADING]
    found, best = _findings(article, told)
    plain = sum(lay_signs.tells(s.low) for s in article.own)
    enrolled = [s for s in article.own if lay_signs.ENROLLED.search(s.low)]
    asked = sum(lay_signs.asks_of_study(s.low) for s in _headings(article)) > 1
    caveat = sum(caveats.hedges(s.low) for s in article.own)
    signs = {
        "findings": found,
        "paper": _paper(article, told),
        "plain": min(4.0, plain),
        "enrolled": float(bool(enrolled)),
        "asked": float(asked),
        "counted": _counted(article),
        "outcomes": min(4.0, sum(_outcome(s) for s in article.own)),
        "caveats": min(3.0, caveat),
        "research": _of_research(told),
        f"claims {_claim(article)}": 1.0,
        "makers": min(3.0, sum(bool(lay_signs.MAKERS.search(s.low)) for s in told)),
        "own": 5.0 * sum(s.whose is Whose.OWN for s in told) / max(8, len(told)),
        "headline": float(bool(article.headline and NEWS.search(article.headline.text))),
        "design": min(3.0, max(design.tally(design.votes(article)).values(), default=0.0)),
        "against": against(article, told),
        "money": money.told_first(told, article.body[:1]),
    }
    return signs, best or next(iter((*enrolled, *article.own, *told)), None)


def _claim(article: Article) -> str:
    """How strongly the headline claims something."""
    return claim.strength(article.headline.low)[0] if article.headline else "none"


def _firm(signs: Mapping[str, float]) -> float:
    """How sure it is by the signs alone, where people are counted and enrolled and a finding is told."""
    counted = signs["findings"] >= 1 and signs["enrolled"] and signs["counted"] >= COUNTED
    return SURE_BY_SIGNS if counted and signs["against"] <= 0 else 0.0


def _of_research(told: list[Sentence]) -> float:
    """How many of the first sentences speak of research, of four."""
    first = told[:FIRST]
    return 4.0 * sum(bool(lay_signs.OF_RESEARCH.search(s.low)) for s in first) / max(4, len(first))


def _counted(article: Article) -> float:
    """How plainly those studied are counted."""
    counts = sample_size.weigh(article)
    return max(0.0, min(4.0, counts[0].weight)) if counts else 0.0


_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter|twice|tenth|fifth|none|neither|both|all)\b"
)


def _outcome(sentence: Sentence) -> bool:
    """Whether a sentence tells what came of something, with a number or beside something else."""
    low = sentence.low
    if not (past(low) and findings.EFFECT.search(low)):
        return False
    return bool(findings.COMPARES.search(low) or _NUMBER.search(low))


#: So many characters are the opening of a text, and so many sentences come first.
OPENING, FIRST = 3_000, 15
#: How sure the signs alone make: 166 of the 168 labelled texts in which they stand together report a study.
COUNTED, SURE_BY_SIGNS = 3.0, 0.75
_METHOD = "linear:is_study/1"
#: How much a network that has read the whole text counts beside signs and words, of one.
TRUST = 0.6
#: The least probability of a text that reports a study.
ENOUGH = 0.5
#: How sure it is that a text without a finding reports none.
NOTHING_FOUND = 0.9


def _findings(article: Article, told: list[Sentence]) -> tuple[float, Sentence | None]:
    """The weight of the sentences that tell findings of this study, and the first of them.

    News of a study comes to its findings at once; where they come late, they are an aside.
    """
    found = [s for s in article.own if tells_finding(s)]
    plain = [s for s in found if s.whose is Whose.OWN]
    score = min(1.0 * len(plain) + 0.45 * (len(found) - len(plain)), 5.0)
    if plain and not article.synopsis:
        place = next((n for n, s in enumerate(told) if s is plain[0]), 0)
        score += 0.7 * (place <= 3) - 1.5 * (place > 12 and len(told) > 25)
    return score, next(iter(plain or found), None)


_PUBLISHED = re.compile(
    r"\b(?:published|appears?|appeared|reported|presented|report their|in this (?:month|week|issue))\b[^.;]{0,80}\b(?:in|at|online|by)\b|\b(?:write|report|describe)s? (?:it |this |today |the case )?in\b|\bdoi\b|in this (?:month|week|issue)[’']?s?\b"
)
_ENROLLED = re.compile(
    r"\b(?:enroll?ed|recruited|randomly assigned|randomi[sz]ed|participants|volunteers|clinical (?:trial|study) of|placebo|control group|"
    r"(?:followed|surveyed|tracked|tested|asked) (?:more than |over |about |nearly )?\d)\b"
)
#: Words with which news announces the study it is about.
_ANNOUNCES = re.compile(
    r"\b(?:and (?:his |her |their )?(?:colleagues|co-?workers|team|collaborators) (?:\w+ )?(?:report|find|found|show|describe|asked|tested|studied|examined|compared|analy[sz]ed|have|set out|investigated|used)|"
    r"et al\.? (?:also |now |then )?(?:\w{2,20}ed|grew|gave|took|fed|built|drew|bred|put|kept|ran|split|chose|sought|set|made|saw|have|report|find|found|show|used?|now|studied|analy[sz]ed|examined|tested|investigated|looked)|"
    r"(?:a|the|this|new|large|small|their|our|an?) (?:[\w-]+,? ){0,5}(?:study|trial|survey|analysis|research|review|experiments?|paper|meta-analysis) (?:\w+ )?(?:found|finds?|shows?|showed|suggest(?:s|ed)?|reveal(?:s|ed)?|says|published|reports?|reported|indicates?|confirms?|of|led by|has found)|"
    r"(?:researchers|scientists|astronomers|investigators|team|group|physicists|biologists) (?:at [^.;]{3,60} |from [^.;]{3,60} |in [^.;]{3,40} )?(?:\w+ )?(?:report|found|find|show|showed|shown|discovered|detected|developed|identified|say|said|followed|analy[sz]ed|compared|tested|asked|measured)|"
    r"according to (?:a|an|the|new|results|findings|research) (?:[\w-]+ ){0,6}(?:study|trial|survey|analysis|research|published)|(?:study|trial|survey|researchers) (?:finds?|shows?|suggests?|says?|reports?|confirms?)$|"
    r"(?:doctors|surgeons|physicians|\w{3,16}ologists|\w{3,16}icists|\w{3,16}icians|economists|researchers|scientists|they|the team|authors)(?: (?:in|at|from) [^.;,]{3,40})? (?:now )?(?:report|write|describe)s?(?: it| this| the case)?(?: today| now| this week)? ?(?:[.]$|in the journal|in \w+ (?:letters|reports|papers|biology|medicine|research|genetics|science))|case is (?:described|reported) in|"
    r"led by (?:dr |prof\w* )?[a-z][\w’'-]+ [a-z][\w’'-]+,? (?:\w{2,20}ed|found|gave|took)|(?:group|team|researchers|scientists|authors|engineers) (?:now )?(?:describes?|write|say now|now say)|conclusions? of (?:the|this|a) (?:[\w-]+ ){0,3}(?:study|trial)|"
    r"(?:reviewed|looked back at|examined|went through|analy[sz]ed) the (?:\w+ )?(?:notes|records|charts|files|data) of|"
    r"(?:is|was) based on (?:the )?(?:results of |data from )?(?:an? |one |two )?(?:[\w-]+,? ){0,5}(?:trial|study))\b"
)


#: A reference with its number or its pages.
_CITED = re.compile(r"\b10\.\d{4,9}/|\b\d{1,4} ?(?:\(\d{1,3}\))? ?[:;,] ?e?\d{1,6}\b")


def _paper(article: Article, told: list[Sentence]) -> float:
    """A study that is announced, a paper that is named, people who took part."""
    published = any(s.whose is Whose.OWN and _PUBLISHED.search(s.low) for s in article.sentences)
    enrolled = any(_ENROLLED.search(s.low) for s in article.own)
    rows = (n for n, s in enumerate(told) if s.own and _ANNOUNCES.search(s.low))
    announced = next(rows, None)
    early = announced is not None and (announced <= 3 or article.synopsis)
    parts = {s.section for s in told}
    cited = any(s.zone is Zone.CITATION and _CITED.search(s.text) for s in article.sentences)
    abstract = 2.0 * ({Section.METHODS, Section.RESULTS} <= parts)
    return (
        abstract
        + 0.5 * (_claim(article) != "none")
        + 0.8 * (cited and not published)
        + 1.0 * published
        + 1.0 * enrolled
        + 0.6 * (announced is not None)
        + 0.7 * early
    )


def _headings(article: Article) -> list[Sentence]:
    """Headings, and questions that stand for one."""
    return [s for s in article.body if s.zone is Zone.HEADING or s.low.endswith("?")]
