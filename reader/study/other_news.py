"""What speaks against a study: the words of appointments, awards, plans, trade, politics, courts and digests."""

from itertools import islice
from math import ceil

from reader.study import lay_signs
from reader.study.lay_signs import tells_finding
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.text import sieve as re

#: News that is no study, by its headline.
NEWS = re.compile(
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


def against(article: Article, told: list[Sentence]) -> float:
    """What else speaks for another kind of news."""
    headline, lead = article.headline, [s for s in told if s.zone is not Zone.HEADLINE][:3]
    score = 4.0 * bool(headline and NEWS.search(headline.text))
    score += 1.5 * sum(bool(NEWS.search(s.text)) for s in lead)
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
    score += 1.0 * (to_come > 1 and to_come > sum(s.own and tells_finding(s) for s in told))
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
    return sum(s.whose is Whose.OWN and tells_finding(s) for s in told) >= 0.08 * len(told)


def _others(told: list[Sentence]) -> float:
    """A text that goes from study to study reports none of its own."""
    digests = sum(bool(_DIGEST.search(s.low)) for s in told)
    other = sum(s.whose is Whose.OTHER for s in told)
    own = sum(s.whose is Whose.OWN for s in told)
    doubt = 0.7 * max(0, digests - 2)
    return doubt + 1.5 * (len(told) > 10 and other > own)
