"""Whether the article reports a study: findings against appointments, awards, events and digests."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from math import ceil

from reader.model.study import StudyValue
from reader.study import (
    caveats,
    claim,
    design,
    findings,
    lay_signs,
    sample_size,
    verdict_model,
)
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.sections import Section
from reader.study.reading.whose import Whose, past
from reader.study.values import stated
from reader.study.wording import wording
from reader.text import sieve as re

_RESULT = re.compile(
    r"\b(?:found|finds?|findings?|show(?:s|ed|n)?|suggest(?:s|ed)?|reveal(?:s|ed)?|report(?:s|ed)?|indicat(?:e|es|ed)|demonstrat(?:e|es|ed)|conclude[sd]?|discover(?:s|ed|y)?|"
    r"identif(?:y|ies|ied)|observ(?:e|ed)|detect(?:s|ed)?|estimate[sd]?|predict(?:s|ed)?|compared|propose[sd]?|analy[sz]ed|measured|tested|examined|studied|confirm(?:s|ed)?|links?|linked|associated|"
    r"improved?|reduced?|increased?|spotted|halved|doubled|lowered|raised|slowed|prevented|outlived|cut|brought (?:down|about)|turned out|made no difference|evaluated|superior|effective|results|resulted|developed|calculated|simulates?|evidence|outperformed)\b"
)
_STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|research(?:ers?)?|scientists?|authors?|investigators?|team|analysis|colleagues|participants|volunteers|patients|survey|paper|report|astronomers|et al|experiments?|model|mice|"
    r"review|comparison|test|data|samples|strains|cells|findings?|results?|they|we|these|approach|method)\b"
)
_NEWS = re.compile(
    r"\bmerge[sd]?\b|\bmergers?\b|\bacqui(?:re[sd]?|sitions?)\b(?! (?:immun|resist|infect|defici|brain))|^how (?:a|an|the|one) |^what (?:is|are) (?:an? )?|questions answered|(?:month|week|year) in (?:\w+ )?(?:research|science|review)|\band more$|stories that caught|"
    r"^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2}) (?:\w+ )?(?:advances|breakthroughs|discoveries|stories|things|ways|reasons|lessons|tips|facts|questions)\b|"
    r"\b(?:appoint(?:s|ed|ment)|named (?:as |the |to )?(?:\w+ ){0,3}(?:director|president|chief|chair|head|dean|fellow|editor)|sworn in|join(?:s|ed) (?:the )?(?:board|staff|team)|steps? down|retire[sd]?|resign(?:s|ed)|"
    r"(?:receive[sd]?|win[s]?|won|awarded|honou?red with|presented with|earns?|garners?|wins|recipients? of|winners? of) (?:\w+[’']?s? ){0,6}(?:prize|award|medal|honou?rs?|grant|fellowship|funding|scholarship|\$|£|€)|"
    r"receives? (?:\$|£|€)|award(?:s|ed)? (?:\$|£|€|(?:\w+ ){0,3}grants?)|prize (?:goes|awarded)|obituary|in memoriam|remember(?:s|ing)\b|pass(?:ed|es) away|mourns?|dies at|"
    r"register (?:now|today|for)|webinar|^ask (?:the|an?|our) |\bwhy i\b|supporters like you|conference (?:will|to be held)|workshop|save the date|call for (?:papers|proposals|applications|nominations)|applications? (?:open|deadline)|job (?:opening|vacanc)|"
    r"invests?|pledges?|fundrais|donat(?:e|es|ed|ion)|partner(?:s|ship)|collaboration agreement|memorandum|launch(?:es|ed)? (?:an? |the |its )?(?:new )?(?:\w+ ){0,3}(?:initiative|program(?:me)?|campaign|center|centre|network|website|portal|app|fund|institute)|"
    r"(?:opens?|opening of) (?:an? |the |its )?(?:new )?(?:\w+ ){0,2}(?:center|centre|lab|laboratory|building|campus)|year in review|highlights (?:of|from)|top (?:ten|10|five|\d+) |round-?up|newsletter|podcast|"
    r"lawsuit|court|prosecuted|sentenced|guilty|trial for (?:manslaughter|murder|fraud)|recall(?:s|ed)|warning letter|shortage|guidelines? (?:issued|released|updated|recommends?|says?|advises?|calls?|urges?|now|backs?)|explainer|what you need to know|myths?|"
    r"new policy|budget|legislation|congress|parliament|senate|bill\b|executive order|celebrat(?:es|ing)|anniversary|exhibition|on (?:show|display) (?:at|in|until)|museum (?:shows|opens)|book review|(?:his|her|their|a) new book|volunteers? (?:wanted|needed|sought)|(?:is|are) (?:now )?looking for (?:volunteers|people (?:aged|with|who)|\d[\d,]* (?:\w+ )?(?:people|volunteers|patients|participants))|awareness (?:day|week|month))\b",
    re.I,
)
_PLANS = re.compile(
    r"\b(?:will (?:be |also |soon |then )?(?:fund|support|provide|work|create|develop|build|bring|help|lead|serve|focus|use|study|investigate|explore|receive|begin|start|launch|host|offer|oversee|recruit|enroll?|follow|test|look|take part|(?:followed|given|asked|recruited|enroll?ed|tested|treated|invited|watched|paid)\b)|aims? to|plans? to|goal (?:is|of)|the (?:initiative|program(?:me)?|network|consortium|grant|award|project|prize|fund|event|conference))\b"
)
#: A program that runs on a computer is no programme.
_SOFTWARE = re.compile(
    r"\b(?:computer program|software|algorithm|deep[- ]learning|machine[- ]learning)\b"
)
_ITS_STUDY = re.compile(
    r"\b(?:the|this|new|our|their|a|an|latest) (?:[\w-]+ ){0,2}(?:study|trial|research|paper|analysis|findings|results|survey|report|review|experiments?|team|researchers|authors|scientists)\b|colleagues|et al\b|\bparticipants\b"
)
_PROGRAM = re.compile(
    r"\b(?:program(?:me)?s?|initiatives?|networks?|consorti(?:um|a)|grants?|awards?|prizes?|fellowships?|careers?|projects?|campaigns?|funding|mission|events?|conference)\b"
)
_DIGEST = re.compile(
    r"\b(?:one|another|(?:a|the) (?:second|third|separate|different|recent)|an? (?:earlier|early|previous|older)|other|several|some|many|few|early|two|three|(?:19|20)\d\d) "
    r"(?:[\w-]+ ){0,2}(?:study|studies|trials?|teams?|groups?|papers?|investigations?|researchers|scientists)\b|\bin another\b|\belsewhere\b|\bmeanwhile\b|"
    r"\bin (?:19|20)\d\d,? (?:a|the|researchers|scientists) "
)


def is_study(article: Article) -> StudyValue:
    """True when the text reports findings of a study of its own."""
    signs, best = scores(article)
    sure = verdict_model.probability(signs, wording(article, article.body))
    if best is not None and sure >= ENOUGH:
        place = (best.start, min(best.end, best.start + 300))
        return _verdict(article, [place], max(0.5, sure), study=True)
    lead = article.headline or (article.body[0] if article.body else None)
    places = [(lead.start, lead.end)] if lead else []
    return _verdict(
        article, places, NOTHING_FOUND if sure >= ENOUGH else max(0.5, 1 - sure), study=False
    )


def _verdict(
    article: Article, places: list[tuple[int, int]], sure: float, *, study: bool
) -> StudyValue:
    value = stated(article, study, places, round(sure, 3), "")
    return replace(value, method="linear:is_study/1")


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
        "makers": min(3.0, sum(bool(lay_signs.MAKERS.search(s.low)) for s in told)),
        "own": 5.0 * sum(s.whose is Whose.OWN for s in told) / max(8, len(told)),
        "headline": float(bool(article.headline and _NEWS.search(article.headline.text))),
        "design": min(3.0, max(design.tally(design.votes(article)).values(), default=0.0)),
        "against": _against(article, told),
    }
    return signs, best or next(iter((*enrolled, *article.own, *told)), None)


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


#: The least probability of a text that reports a study.
ENOUGH = 0.5
#: How sure it is that a text without a finding reports none.
NOTHING_FOUND = 0.9
#: A finding told with its figures, without a verb of finding.
_FIGURES = re.compile(
    r"\b(?:was|were|had|did|died|survived|developed|responded|improved|fell|rose|lived|scored|compared|versus|vs)\b"
)


def _findings(article: Article, told: list[Sentence]) -> tuple[float, Sentence | None]:
    """The weight of the sentences that tell findings of this study, and the first of them.

    News of a study comes to its findings at once; where they come late, they are an aside.
    """
    found = [s for s in article.own if _tells(s)]
    plain = [s for s in found if s.whose is Whose.OWN]
    score = min(1.0 * len(plain) + 0.45 * (len(found) - len(plain)), 5.0)
    if plain and not article.synopsis:
        place = next((n for n, s in enumerate(told) if s is plain[0]), 0)
        score += 0.7 * (place <= 3) - 1.5 * (place > 12 and len(told) > 25)
    return score, next(iter(plain or found), None)


def _tells(sentence: Sentence) -> bool:
    if _RESULT.search(sentence.low) and _STUDY.search(sentence.low):
        return True
    return "precise" in findings.signs(sentence.low) and _FIGURES.search(sentence.low) is not None


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
    headline = article.headline
    claims = headline is not None and claim.strength(headline.low)[0] != "none"
    return (
        abstract
        + 0.5 * claims
        + 0.8 * (cited and not published)
        + 1.0 * published
        + 1.0 * enrolled
        + 0.6 * (announced is not None)
        + 0.7 * early
    )


def _headings(article: Article) -> list[Sentence]:
    """Headings, and questions that stand for one."""
    return [s for s in article.body if s.zone is Zone.HEADING or s.low.endswith("?")]


_BUSINESS = re.compile(
    r"\b(?:merg(?:e|es|ed|er|ing)|acqui(?:re[sd]?|sition)|deal (?:is|was|valued)|in a deal|shares (?:of|rose|fell|jumped)|(?:first|second|third|fourth) quarter|revenues?|investors?|stock market|ipo)\b"
)
_INTERVIEW = re.compile(r"\bwe asked (?:him|her|them)\b|\b(?:i|we) (?:can|will|shall|spend|love)\b")
_POLICY = re.compile(
    r"\b(?:minist(?:ry|ers?)|parliament\w*|senat\w+|lawmakers|lower house|upper house|the bill|opposition|coalition|cabinet|decree|constitutional|councillors|mayor|the (?:law|ban|levy|tax|measure|reform) (?:will|would|comes|passed|takes)|told reporters|petition|campaigners|spokes\w+ for)\b"
)
_COURT = re.compile(
    r"\b(?:court|jury|judge|prosecut\w+|sentenced|convicted|manslaughter|lawsuit|plaintiffs?|attorney|defendant|police|arrested|charged with|guilty)\b"
)


def _against(article: Article, told: list[Sentence]) -> float:
    """What else speaks for another kind of news."""
    headline, lead = article.headline, [s for s in told if s.zone is not Zone.HEADLINE][:3]
    score = 4.0 * bool(headline and _NEWS.search(headline.text))
    score += 1.5 * sum(bool(_NEWS.search(s.text)) for s in lead)
    score += 0.7 * bool(headline and headline.low.endswith("?"))
    questions = [
        s for s in article.body if s.low.endswith("?") and not lay_signs.asks_of_study(s.low)
    ]
    score += 2.5 * (len(questions) > 3 + len(told) // 8)
    asked = sum(s.zone is Zone.HEADING for s in questions)
    score += 1.5 * (asked > 2 and any(_INTERVIEW.search(s.low) for s in told))
    software = any(_SOFTWARE.search(s.low) for s in told)
    planned = sum(bool(_PLANS.search(s.low)) for s in told) * (not software)
    score += 6.0 * planned / max(len(told), 8)
    score += 1.5 * (sum(bool(_BUSINESS.search(s.low)) for s in told) > 2)
    to_come = sum(s.whose is Whose.FUTURE for s in told)
    score += 1.0 * (to_come > 1 and to_come > sum(s.own and _tells(s) for s in told))
    policy = sum(bool(_POLICY.search(s.low)) for s in told)
    score += 0.6 * min(5, max(0, policy - 2))
    court = sum(bool(_COURT.search(s.low)) for s in told)
    score += 1.0 * min(6, court) * (court > 1)
    programs = sum(bool(_PROGRAM.search(s.low)) for s in told)
    about_it = _up_to(max(programs - 2, ceil(0.15 * len(told))), told)
    score += 1.5 * (programs > about_it + 2)
    aside = len(told) > 12 and about_it < 0.15 * len(told) and not _many(told)
    return score + _others(told) + 1.0 * aside


def _up_to(most: int, told: list[Sentence]) -> int:
    """How many sentences are about the study of the text, counted no further than `most`."""
    return sum(1 for _ in islice((s for s in told if _ITS_STUDY.search(s.low)), most))


def _many(told: list[Sentence]) -> bool:
    """Whether one in twelve of the sentences tell findings of this study."""
    return sum(s.whose is Whose.OWN and _tells(s) for s in told) >= 0.08 * len(told)


def _others(told: list[Sentence]) -> float:
    """A text that goes from study to study reports none of its own."""
    digests = sum(bool(_DIGEST.search(s.low)) for s in told)
    other = sum(s.whose is Whose.OTHER for s in told)
    own = sum(s.whose is Whose.OWN for s in told)
    doubt = 0.7 * max(0, digests - 2)
    return doubt + 1.5 * (len(told) > 10 and other > own)
