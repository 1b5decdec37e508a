"""Whether the article reports a study: findings against appointments, awards, events and digests."""

import re

from reader.model.study import StudyValue
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.values import stated

_RESULT = re.compile(
    r"\b(?:found|find(?:s|ings?)|show(?:s|ed|n)?|suggest(?:s|ed)?|reveal(?:s|ed)?|report(?:s|ed)?|indicat(?:e|es|ed)|demonstrat(?:e|es|ed)|conclude[sd]?|discover(?:s|ed|y)?|"
    r"identif(?:y|ies|ied)|observ(?:e|ed)|detect(?:s|ed)?|estimate[sd]?|predict(?:s|ed)?|compared|propose[sd]?|analy[sz]ed|measured|tested|examined|studied|confirm(?:s|ed)?|links?|linked|associated|"
    r"improved?|reduced?|increased?|evaluated|superior|effective|results|resulted|developed|calculated|simulates?|evidence|outperformed)\b"
)
_STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|research(?:ers?)?|scientists?|authors?|investigators?|team|analysis|colleagues|participants|volunteers|patients|survey|paper|report|astronomers|et al|experiments?|model|mice|"
    r"review|data|samples|strains|cells|findings?|results?|they|we|these|approach|method)\b"
)
_NEWS = re.compile(
    r"\b(?:appoint(?:s|ed|ment)|named (?:as |the |to )?(?:\w+ ){0,3}(?:director|president|chief|chair|head|dean|fellow|editor)|sworn in|join(?:s|ed) (?:the )?(?:board|staff|team)|steps? down|retire[sd]?|resign(?:s|ed)|"
    r"(?:receive[sd]?|win[s]?|won|awarded|honou?red with|presented with|earns?|garners?|wins|recipients? of|winners? of) (?:\w+[’']?s? ){0,6}(?:prize|award|medal|honou?rs?|grant|fellowship|funding|scholarship|\$|£|€)|"
    r"receives? (?:\$|£|€)|award(?:s|ed)? (?:\$|£|€|(?:\w+ ){0,3}grants?)|prize (?:goes|awarded)|obituary|in memoriam|remember(?:s|ing)\b|pass(?:ed|es) away|mourns?|dies at|"
    r"register (?:now|today|for)|webinar|conference (?:will|to be held)|workshop|save the date|call for (?:papers|proposals|applications|nominations)|applications? (?:open|deadline)|job (?:opening|vacanc)|"
    r"invests?|pledges?|fundrais|donat(?:e|es|ed|ion)|partner(?:s|ship)|collaboration agreement|memorandum|launch(?:es|ed)? (?:an? |the |its )?(?:new )?(?:\w+ ){0,3}(?:initiative|program(?:me)?|campaign|center|centre|network|website|portal|app|fund|institute)|"
    r"(?:opens?|opening of) (?:an? |the |its )?(?:new )?(?:\w+ ){0,2}(?:center|centre|lab|laboratory|building|campus)|year in review|highlights (?:of|from)|top (?:ten|10|five|\d+) |round-?up|newsletter|podcast|"
    r"lawsuit|court|prosecuted|sentenced|guilty|trial for (?:manslaughter|murder|fraud)|recall(?:s|ed)|warning letter|shortage|guidelines? (?:issued|released|updated)|explainer|what you need to know|myths?|"
    r"new policy|budget|legislation|congress|parliament|senate|bill\b|executive order|celebrat(?:es|ing)|anniversary|awareness (?:day|week|month))\b",
    re.I,
)
_PLANS = re.compile(
    r"\b(?:will (?:be |also |soon |then )?(?:fund|support|provide|work|create|develop|build|bring|help|lead|serve|focus|use|study|investigate|explore|receive|begin|start|launch|host|offer|oversee)|aims? to|plans? to|goal (?:is|of)|the (?:initiative|program(?:me)?|network|consortium|grant|award|project|prize|fund|event|conference))\b"
)
_ITS_STUDY = re.compile(
    r"\b(?:the|this|new|our|their|a|an|latest) (?:[\w-]+ ){0,2}(?:study|trial|research|paper|analysis|findings|results|survey|report|review|experiments?|team|researchers|authors|scientists)\b|colleagues|et al\b|\bparticipants\b"
)
_PROGRAM = re.compile(
    r"\b(?:program(?:me)?s?|initiatives?|networks?|consorti(?:um|a)|grants?|awards?|prizes?|fellowships?|careers?|projects?|campaigns?|funding|mission|events?|conference)\b"
)
_DIGEST = re.compile(
    r"\b(?:another (?:study|paper|investigation|team|group)|a separate study|other (?:studies|investigations|results)|in another|elsewhere|meanwhile)\b"
)


def is_study(article: Article) -> StudyValue:
    """True when the text reports findings of a study of its own."""
    score, best = _findings(article)
    score += _paper(article) - _against(article)
    if score >= 2.0 and best is not None:
        place = (best.start, min(best.end, best.start + 300))
        return stated(article, True, [place], min(0.99, 0.6 + 0.08 * score), "is_study")
    lead = article.headline or (article.body[0] if article.body else None)
    places = [(lead.start, lead.end)] if lead else []
    return stated(article, False, places, min(0.95, 0.6 + 0.1 * max(0.0, 2.0 - score)), "is_study")


def _findings(article: Article) -> tuple[float, Sentence | None]:
    """The weight of the sentences that tell findings of this study, and the first of them.

    News of a study comes to its findings at once; where they come late, they are an aside.
    """
    told = [s for s in article.body if s.zone is not Zone.HEADING]
    found = [s for s in article.own if _RESULT.search(s.low) and _STUDY.search(s.low)]
    plain = [s for s in found if s.whose is Whose.OWN]
    score = min(1.0 * len(plain) + 0.3 * (len(found) - len(plain)), 5.0)
    if plain and not article.synopsis:
        place = told.index(plain[0]) if plain[0] in told else 0
        score += 0.7 * (place <= 3) - 1.5 * (place > 12 and len(told) > 25)
    return score, next(iter(plain or found), None)


_PUBLISHED = re.compile(
    r"\b(?:published|appears?|appeared|reported|presented|report their|in this (?:month|week|issue))\b[^.;]{0,80}\b(?:in|at|online|by)\b|\bdoi\b|in this (?:month|week|issue)[’']?s?\b"
)


def _paper(article: Article) -> float:
    published = any(s.whose is Whose.OWN and _PUBLISHED.search(s.low) for s in article.sentences)
    enrolled = any(
        re.search(
            r"\b(?:enroll?ed|recruited|randomly assigned|participants|volunteers|clinical (?:trial|study) of)\b",
            s.low,
        )
        for s in article.own
    )
    return 1.0 * published + 1.0 * enrolled


def _against(article: Article) -> float:
    """What speaks for another kind of news: the headline most, then the first sentences."""
    told = [s for s in article.body if s.zone is not Zone.HEADING]
    headline, lead = article.headline, [s for s in told if s.zone is not Zone.HEADLINE][:3]
    score = 4.0 * bool(headline and _NEWS.search(headline.text))
    score += 1.5 * sum(bool(_NEWS.search(s.text)) for s in lead)
    plans = sum(bool(_PLANS.search(s.low)) for s in told)
    score += 6.0 * plans / max(len(told), 8)
    about_it = sum(bool(_ITS_STUDY.search(s.low)) for s in told)
    programs = sum(bool(_PROGRAM.search(s.low)) for s in told)
    score += 1.5 * (programs > about_it + 2)
    digests = sum(bool(_DIGEST.search(s.low)) for s in told)
    return score + 0.7 * max(0, digests - 1)
