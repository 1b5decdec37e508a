"""What a sentence on this study says of another one in passing, or of one that is only planned.

`reading.whose` judges whole sentences by the words that name a study. News also brings in others
with no such word ("a 2022 study of 552 adults", "a French trial with 210 patients", "elsewhere"),
and tells plans in the same breath as results ("a trial for which 45 adults will be assigned").
"""

from bisect import bisect_left

from reader.study.once import once
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose, past
from reader.text import sieve as re

_W = r"(?:[\w’'-]{1,24},? )"
_STUDY = r"(?:stud(?:y|ies)|trials?|surveys?|experiments?|(?:meta-)?analys[ei]s|reports?|papers?|series|pilots?|cohorts?|audits?|work|research|version|prototype|attempts?)"
#: A study to come, named with an article that introduces it, and the words that put it off.
_TO_COME = re.compile(
    rf"\b(?:an?|another|the (?:first|next|larger|bigger|follow-up|planned)|two|three|several) {_W}{{0,6}}(?:trial|study|survey|experiment|extension)s?\b[^.;]{{0,160}}?"
    r"\b(?:will (?!(?:be )?(?:published|presented|appear))|would (?:help|need|include|enroll?|recruit|involve|require|test|have to)|(?:is|are|was|were|will be|would be) (?:now |still |currently |already |being |also )*(?:due|needed|required|necessary|warranted|planned|discussed|prepared|designed(?! as| to)|pencilled|scheduled|expected|set|recruiting|enrolling|in preparation|in the works|under ?way)\b|ha(?:s|ve) (?:now |just |already )?(?:begun|started)\b(?! to show)|"
    r"(?:hope|aim|plan|intend)(?:s|ing|ed)? to\b|to (?:start|begin|open) (?:in|next|later|this)\b|next (?:year|spring|summer|autumn|fall|winter|month)\b|planned\b|from 20\d\d\b)"
)
_PLANNED_BY = re.compile(
    r"\b(?:(?:plan|hope|aim|intend|want|prepar|hop|mean|expect)(?:s|e|es|ed|ing)? to (?:\w+ ){0,2}?(?:begin|start|run|launch|enroll?|recruit|include|test|open|conduct|carry out|repeat|copy|do|mount|set up|sign up|study|examine|treat|involve|randomi[sz]e)|"
    r"(?:will|would|should|may|might|(?<!researchers )(?<!scientists )(?<!they )(?<!we )(?<!team )could) (?:\w+ )?(?:include|enroll?|recruit|involve|test|compare|need|require|randomi[sz]e|follow)|(?:due|meant|supposed) to (?:begin|include|start|open|enroll?|recruit)|(?:plans?|planning|preparing|proposes?|wants|hopes for|calls? for|calling for) (?:an?|another|the next|larger)|planned\b|next (?:step|stage) (?:is|will))\b[^.;]{0,90}$"
)
#: What only a study to come could tell, or what somebody would have to do.
_WOULD_TELL = re.compile(
    rf"\b(?:only |nothing but |nothing short of |short of |without |except |save |but )?(?:an?|the|another|one) {_W}{{0,7}}(?:trials?|study|studies|experiments?)\b[^.;]{{0,120}}?"
    r"\b(?:could|would|can|might|may|will|should|must|ought to) (?:\w+ )?(?:settle|answer|tell|prove|decide|resolve|clear|say|rule|show|establish|put|have|be (?:needed|better|done|run|the|unethical|impossible|hard|difficult)|now|follow)\b"
)
_WANTED = re.compile(
    r"\b(?:(?:want|wants|hope|hopes|plan|plans|mean|means|intend|intends|aim|aims|like|likes|wish|wishes|dream|dreams|propose|proposes|suggest|suggests|urge|urges|call|calls|calling|ask|asks|argue|argues)(?: that| for| to| of)? |(?:needed|required|missing|called for|wanted|lacking|next)(?: now| next)? (?:is|are|would be|comes?|will be) |(?:should|must|ought to|will|would) (?:now |next |then |soon |have to )*(?:run|do|conduct|start|set up|let|carry out|mount|organi[sz]e|be) )(?:[\w’',-]+ ){0,10}$"
)
_MADE_BEFORE = re.compile(
    r"\b(?:was|were|had|did|took|gave|got|received|found|asked|followed|enroll?ed|recruited)\b"
)
_WILL_BE = re.compile(
    r"^[^.;]{0,50}?\b(?:will|are to|is to|are due to|are expected to) (?:\w+ )?(?:be )?(?:enroll?ed|recruited|randomi[sz]ed|randomly|assigned|allocated|given|invited|asked|included|take part|receive|have been|join|get)\b|^ ?\(?planned\b"
)
#: A study dated by its year, or told with a word that sets it apart.
_DATED = re.compile(
    rf"\b(?:an?|the|another|in an?|one) (?:\w+ )?(?:19|20)\d\d {_W}{{0,4}}{_STUDY}\b[^.;]{{0,110}}$"
    rf"|\b{_STUDY} (?:published in|conducted in|done in|reported in|from|back in) (?:19|20)\d\d\b[^.;]{{0,90}}$"
)
_APART = re.compile(
    rf"\b(?:earlier|previous|prior|past|older(?! (?:people|adults|men|women|patients|children|persons|drivers|workers|americans|mothers|age|ones)\b)|separate|similar|unrelated|famous|landmark|well-known|another|precursor|preceding|original) (?!(?:[\w’'-]+,? ){{0,3}}according to ){_W}{{0,4}}{_STUDY}\b[^.;]{{0,110}}$"
    rf"|\bthe (?:largest|biggest|first|best[- ]known|latest|most recent) of (?:which|these|them|those)\b[^.;]{{0,60}}$"
    rf"|\bthe (?:last|previous|only other) (?:big |large |major |such |great ){_W}{{0,3}}(?:trial|study)\b[^.;]{{0,110}}$"
    rf"|^(?:elsewhere|meanwhile|separately|last year|two years ago|a year ago|years ago|a decade ago|in the past)\b[^.;]{{0,120}}$"
    rf"|\b(?:trials|studies|surveys|cohorts) (?:such as|like)\b[^.;]{{0,80}}$"
)
#: A study that is brought in as something new to the reader.
_INTRODUCED = re.compile(
    rf"\b(?:an?|one|two|three|several) {_W}{{0,5}}(?:study|trial|survey|experiment|analysis|meta-analysis|pilot|case series|studies|trials|surveys)\b[^.;]{{0,50}}$"
)
#: "four months were shown to be enough in a trial of".
_SHOWN_IN = re.compile(
    rf"\b(?:was|were|has been|have been|had been) (?:\w+ )?(?:shown|proven|proved)\b[^.;]{{0,70}}\bin (?:an?|one|two|three) {_W}{{0,3}}(?:trials?|stud(?:y|ies)) (?:of|with|in) {_W}{{0,2}}$"
)
_MADE = re.compile(
    r"\b(?:colleagues|researchers|team|scientists|authors|investigators|we|they|he|she|report(?:s|ed)?|conducted|carried out|performed|did|ran|designed|this|these|our|latest|new|results? (?:of|from)|findings (?:of|from)|data from|according to)\b"
)
_DATA = re.compile(
    r"\b(?:data|information|records|responses|results|findings) (?:from|of|in)\b|\bus(?:ed|ing)\b|\banaly[sz]|\bbased on\b"
)
#: Body sentences after which news has told which study it is about.
_LATE = 6


_PROTOCOL = re.compile(r"\bprotocol (?:for|of)\b|\b(?:study|trial|review) protocol\b")
_IS_PROTOCOL = re.compile(r"\b(?:study|trial|review) protocol\b|\bprotocol (?:for|of) an? ")
_WILL = re.compile(r"\bwill\b|\baims? to\b|\b(?:is|are) being (?:conducted|recruited)\b")
_DID = re.compile(
    r"\b(?:were|was) (?:found|observed|enroll?ed|recruited|randomi[sz]ed|higher|lower|significant\w*)\b"
)


#: Words with which news, not a paper's own abstract, speaks of those who made a study.
_OTHERS_WORK = re.compile(
    r"\bet al\b|\bcolleagues\b|\b(?:the|a|an|led) (?:[\w-]+ ){0,2}(?:researchers?|scientists?|team)\b|\b(?:researchers|scientists|astronomers) (?:at|from|have|report|found|say)\b|(?<!be )\bpublished (?:in|on|this)\b"
)


@once
def abstract(article: Article) -> bool:
    """Whether a text is what a paper says of itself, not what news says of a paper."""
    few = len({s.block for s in article.body}) < 4
    return (few or article.synopsis) and not any(_OTHERS_WORK.search(s.low) for s in article.body)


@once
def protocol(article: Article) -> bool:
    """Whether an abstract tells a study that is only planned, from end to end."""
    if not abstract(article):
        return False
    told = [s.low for s in article.body]
    will = sum(bool(_WILL.search(low)) for low in told)
    did = sum(bool(_DID.search(low)) for low in told)
    if any(_IS_PROTOCOL.search(low) for low in told[:2]):
        return True
    named = any(_PROTOCOL.search(low) for low in told[:3])
    return will > (1 if named else 2) and did < will


def planned(sentence: Sentence, start: int, end: int) -> bool:
    """Whether [start, end) of the sentence tells of a study still to be done."""
    low = sentence.low
    to_come = _TO_COME.search(low)
    if to_come and to_come.start() <= start and ";" not in low[to_come.start() : start]:
        return True
    if (told := _WOULD_TELL.search(low)) and told.start() <= start < told.end():
        return True
    before, after = low.part(start - 130, start), low.part(end, end + 110)
    if _WANTED.search(before) and not _MADE_BEFORE.search(before):
        return True
    return bool(_PLANNED_BY.search(before) or _WILL_BE.match(after))


def other(article: Article, sentence: Sentence, start: int) -> float:
    """How surely what stands at `start` of the sentence is of another study, from 0 to 1."""
    before = sentence.low.part(start - 170, start)
    if _APART.search(before) and not _OURS.search(before):
        return 1.0
    if (dated := _DATED.search(before)) and not _DATA.search(before[: dated.start()][-40:]):
        return 1.0
    if _SHOWN_IN.search(before) and late(article, sentence):
        return 0.6
    introduced = _INTRODUCED.search(before)
    return 0.4 * bool(introduced and late(article, sentence) and not _MADE.search(before))


_OURS = re.compile(
    r"\b(?:this|our|their|its) (?:[\w-]+ ){0,3}$|\bunlike\b|\bcompared (?:with|to) (?:earlier|previous)"
)


#: Animals that something was tried in before: "an inhaler first tested in mice", "that had worked in rats".
_TRIED = re.compile(
    r"\b(?:(?:first|previously|earlier|already|originally|initially|once) (?:been )?(?:\w{2,20}ed|shown|seen|proven|given|begun|done|found|made)(?: (?:to|as|only|safe|useful|promising|well|work|help|be)){0,3}|"
    r"\w{2,20}ed (?:first|before|earlier|previously)|had (?:already |earlier |previously |long |first |once |only )?(?:been )?(?:\w{2,20}ed|shown|seen|proven|given|done|found)(?: [\w’-]{1,24}){0,3}) (?:in|on) (?:[\w-]{1,24} ){0,2}[\w-]{2,24}$"
)


def tried_before(sentence: Sentence, end: int) -> bool:
    """Whether the animals that end at `end` of the sentence are those of work that went before."""
    return _TRIED.search(sentence.low.part(end - 150, end)) is not None


def late(article: Article, sentence: Sentence) -> bool:
    """Whether the article has told of its study before."""
    if article.synopsis or sentence.zone is Zone.HEADLINE:
        return False
    starts = [row.start for row in article.body]
    return bisect_left(starts, sentence.start) >= _LATE


#: What is so, or is usually done: "are banned", "have long given".
_IS = r"(?:is|are|has|have|do|does|can|may)"
_STANDING = re.compile(rf"\b(?:{_IS}|kills|affects|claims|strikes|costs|threatens|remains?)\b")
_IS_DONE = re.compile(rf"\b{_IS} (?:\w{{2,12}} )?(?:been )?\w{{2,20}}[^e]ed\b")


def standing(sentence: Sentence) -> bool:
    """Whether a sentence of a story tells how things are in the world, and nothing that was done."""
    if sentence.whose is not Whose.NEAR or sentence.zone is not Zone.BODY:
        return False
    low = sentence.low
    return _STANDING.search(low) is not None and not past(_IS_DONE.sub(" ", low))
