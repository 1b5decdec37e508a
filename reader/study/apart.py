"""Passages that bring in another study, other people or the world at large, once news has told its own.

`elsewhere` and `reading.whose` know the words that name another study. This looks at how a sentence
comes into the story: it compares, looks back, looks ahead, counts members or helpers, or brings in a
team, a country, a trial by name that the story had not spoken of.
"""

from reader.study import elsewhere
from reader.study.once import once
from reader.study.reading import gathering
from reader.study.reading.article import Article, Sentence
from reader.study.reading.whose import Whose
from reader.text import sieve as re

_W = r"(?:[\w’'-]{1,24},? )"
_STUDY = r"(?:stud(?:y|ies)|trials?|surveys?|experiments?|(?:meta-)?analys[ei]s|reviews?|reports?|papers?|pilots?|cohorts?|audits?|projects?|programmes?|programs?|work|registers?)"
_MAKERS = r"(?:teams?|groups?|researchers|scientists|doctors|surgeons|physicians|psychologists|economists|nurses|investigators|colleagues)"
_HERE = r"(?:(?:the|this|that|these|their|her|his|our|such|both) )?(?:new |latest )?(?:result|finding|study|trial|link|effect|pattern|picture|figure|conclusion|work|answer|outcome|observation)s?|that|this|it|which|they|these"
#: It is set beside what others saw.
_COMPARES = re.compile(
    rf"\b(?:{_HERE}) (?:\w+ )?(?:echo(?:es|ed)?|contradicts?|contradicted|fits?|fitted|agrees?|agreed|tall(?:y|ies|ied)|matches|mirrors?|confirms?|chimes?|squares?|differs?|differed|runs? counter|backs? up|adds? to|builds? on|bears? out|is (?:in line|in keeping|at odds|consistent)|(?:was|were|is|are) (?:similar|comparable) to|follows? (?:on|an?|up))\b|"
    r"\b(?:came|come|comes) to (?:the|a) (?:same|opposite|similar|different)\b|\breach(?:es|ed)? (?:the|a) (?:same|opposite|similar|different)\b|\b(?:reported|saw|seen|found|observed|noticed) (?:much |exactly )?the (?:same|opposite|like)\b|\bthe same (?:link|effect|pattern|result|thing|benefit|was (?:seen|found|reported))\b|\bsaw no (?:change|difference|benefit|effect)\b|\bpoint(?:s|ed)? the (?:same|other) way\b|"
    r"\b(?:in contrast|contrary) to\b|\bby (?:way of )?(?:comparison|contrast),|\bunlike (?:the|an?|earlier)\b|\bdid not help in an? |\bhad worked in an? |\bhad helped in\b"
)
#: It lies further back.
_BEFORE = re.compile(
    r"\b(?:earlier|previous(?:ly)?|before(?: this| that| now| then)?[,.]|until now|up to now|till now|years ago|a decade ago|last (?:year|month|spring|summer|autumn|winter)|in the past|once before|so far[,.]|to date|(?:19|20)\d\d,? (?:an?|another|other|one) )|"
    r"\bha(?:d|s|ve) (?:\w+ )?(?:been )?(?:already|previously|before|first|once|earlier|long) |\bha(?:d|s|ve) (?:\w+ )?(?:been )?(?:tested|tried|used|shown|described|seen|reported|given|taken|worn|fitted|prescribed|sold|helped|worked)\b[^.;]{0,60}\b(?:before|already|elsewhere|previously|earlier|so far)\b|\b(?:is|are|was|were) (?:already|first|also|once|originally) (?:\w+ )?(?:used|worn|given|taken|described|tested|tried|developed|prescribed)\b|"
    r"\bhad (?:been )?(?:shown|described|tested|tried|reported|found|left|come|signed|looked|studied|given|treated|worked|helped)\b|\bha(?:s|ve) been (?:taken|used|given|worn|prescribed|sold|fitted|implanted) (?:by|in|to|on|for)\b|"
    r"\b(?:was|were) used in (?:19|20)\d\d to\b|\b(?:in|of|from) (?:19|20)\d\d\b[^.;]{0,40}\b(?:of \d+|\w+) (?:trials|studies)\b|\bin (?:19|20)\d\d,? (?:an?|another|other|\w+ (?:doctors|researchers|scientists|surgeons|physicians)) "
)
#: It is still to come, or going on.
_AHEAD = re.compile(
    r"\b(?:about to (?:begin|start|open)|(?:are|is) (?:now |being |currently |already )*(?:recruit\w*|enroll?\w*|signing up|being (?:recruited|enroll?ed|tested|planned|asked))|ha(?:s|ve) (?:now |already )?signed up|ha(?:s|ve) yet to|(?:is|are) (?:expected|due|awaited|planned|in the pipeline)|will (?:be )?(?:given|follow|include|enroll?|recruit|soon|now|next|start|begin|run|set up|test|try|report)|under ?way|next (?:year|spring|summer|autumn|winter|month))\b"
)
#: Members, staff, helpers and patients of whoever is behind it.
_BELONG = re.compile(
    r"\b(?:which|who|that|and|university|charity|foundation|society|hospital|clinic|union|federation|club|company|college|school|firm|practice|service|centre|center|association|organi[sz]ation|institute|city|town|county|group|board|trust|authority|agency|system|network|council|insurer|district|helpline|programme) (?:now |today |currently |alone )?(?:has|had|have|counts?|employs?|treats?|sees|serves?|represents?|supports?|admits|cares for|looks after|boasts|numbers|insures|answers|reaches) (?:more than |over |about |some |nearly |around |up to |almost )*$|"
    r"\bwith (?:its|their|her|his) (?:more than |over |about |some |nearly |around )*$|\b(?:panel|committee|jury|board|task force|team|staff|army|crew|group|consortium|network) of (?:\w+ )?(?:more than |over |about |some |nearly |\d+ \w+ and )*$|\bit took (?:\w+ )?$"
)
#: How many of a rare kind the world knows: "some 40 families are known".
_KNOWN = re.compile(
    r"\d[\d,]* (?:\w+ ){1,2}(?:are|were|have been|had been) (?:ever |so far |now )?(?:known|on record|described(?: so far| worldwide| before)|reported worldwide)\b|\d[\d,]* (?:known|reported|recorded) (?:cases|families|patients)\b"
)
#: What a bank of records holds, whoever draws on it: "together the biobanks hold data on 700,000 people".
_HOLDS = re.compile(
    r"\b(?:biobanks?|registers?|registry|registries|databases?|databanks?|archives?|bank|collections?)(?:, [^,.;]{3,40},)? (?:\w+ )?(?:holds?|contains?|keeps?|covers?|stores?|has|have) (?:\w+ ){0,5}?(?:more than |over |about |some |nearly |around |up to |almost )*$"
)
#: What something did to a country: "neglect led to the deaths of more than 8,000 women".
_DEATHS = re.compile(
    r"\b(?:contribut\w+ to|leads? to|led to|caus(?:es?|ed|ing)|result(?:s|ed|ing) in|responsible for|behind|prevent(?:s|ed|ing)?|claim(?:s|ed|ing)?|cost(?:s|ing)?|sav(?:es?|ed|ing)) (?:the )?(?:deaths?|lives|loss|hospitali[sz]ations?|suffering) of (?:more than |over |about |some |nearly |around |an estimated |up to )*$"
)
#: "15 things parents can do": a list to read.
_TIPS = re.compile(
    r"(?:\d+|[a-z]+) (?:[a-z]+ )?(?:things|ways|tips|reasons|facts|steps|questions|myths|hacks|tricks|signs) (?!were\b|was\b)"
)
#: A study, or people who make them, that the story brings in late.
_NEW_STUDY = re.compile(
    rf"\b(?:an?|one|another|the (?:only|largest|biggest|first|last|best[- ]known|one|other|latest)|two|three|four|five|several|some|a dozen|most|many|other|\d+) (?:[\w’'-]{{1,24}} ){{0,5}}?{_STUDY}\b[^.;]{{0,70}}$"
)
#: One study of several, in a review of them too.
_ONE_OF_ALL = re.compile(
    r"\b(?:the (?:only|largest|biggest|smallest|first|last|best[- ]known|best|one|oldest|newest|latest)|one of (?:the|them|these|those)|a single|just one|only one|an? (?:early|later|further|large|small|famous|well-known)) (?:[\w’'-]{1,24} ){0,4}?(?:study|trial|survey|experiment|analysis|project|cohort)\b[^.;]{0,70}$"
)
_NEW_MAKERS = re.compile(
    rf"\b(?:an?|another|one) (?:\w+ )?(?:[\w’'-]{{3,24}} )(?:team|group)\b[^.;]{{0,70}}$|\b(?:an?|another) (?:team|group) (?:in|at|from|of|led)\b[^.;]{{0,70}}$|(?:^|, |: |\band |\bwhat |\bby |[“\"])(?:[\w’'-]{{3,20}} )?(?:researchers|scientists|doctors|surgeons|physicians|psychologists|economists|investigators)(?: (?:in|at|from) [^.;,]{{3,40}})?,? (?:who )?(?:had |have |has )?(?!(?:also|then) )\w+\b[^.;]{{0,60}}$|"
    rf"\b(?:unrelated|sister|parallel|companion|separate|second|different|rival|similar|nearby|neighbou?ring) (?:\w+ )?{_STUDY}\b|\b(?:the|a|an?) (?:\w+[’']s )?(?:[\w-]+ )?(?:health|household|national|census|army|school|town|county) (?:survey|register|census)\b"
)
_NAMED = re.compile(r"\b(?=[A-Z0-9-]*[A-Z]{2})[A-Z][A-Z0-9]{2,14}(?:-[A-Z0-9]{1,6}| \d)?\b")
_NAMES_IT = re.compile(
    r"\b(?:called|named|known as|dubbed|acronym|short for|nicknamed|the study,|the trial,)\W+$",
)
_TRIAL_WORDS = re.compile(
    rf"\b(?:{_STUDY}|enroll?ed|assigned|patients|participants|volunteers|people|adults)\b"
)
_OWN = re.compile(
    r"\b(?:this time|here|our|(?:this|the (?:new|present|current|latest)) (?:\w+ )?(?:study|trial|survey|analysis|paper|work|research)|in all,?|in total,?|altogether)\b"
)


def doubt(article: Article, sentence: Sentence, start: int) -> float:
    """How surely what is counted at `start` of a sentence does not belong to this study, from 0 to 1."""
    if article.synopsis or elsewhere.abstract(article):
        return 0.0
    before = sentence.low.part(start - 170, start)
    if known := _at_large(sentence, before, start):
        return known
    late = elsewhere.late(article, sentence)
    if not late or _OWN.search(sentence.low):
        return 0.0
    if _COMPARES.search(sentence.low) or (_AHEAD.search(sentence.low) and not _plans(article)):
        return 0.8
    if _names_another(article, sentence):
        return 0.9
    if _reviews(article):
        return 0.7 * bool(_ONE_OF_ALL.search(before))
    brought_in = _NEW_STUDY.search(before) or _NEW_MAKERS.search(before)
    if brought_in and _begun(article).end <= sentence.start:
        return 0.7
    return 0.5 * bool(_BEFORE.search(sentence.low))


def _at_large(sentence: Sentence, before: str, start: int) -> float:
    """How surely a number is of members, of deaths, of what is known or held, whatever the story."""
    if _BELONG.search(before) or _DEATHS.search(before) or _TIPS.match(sentence.low, start):
        return 1.0
    return LIKELY * bool(_KNOWN.match(sentence.low, start) or _HOLDS.search(before))


#: From here on a passage is taken to be of another study.
LIKELY = 0.7


def other(article: Article, sentence: Sentence, start: int) -> float:
    """How surely what stands at `start` of the sentence is of another study, by all that is known."""
    return max(elsewhere.other(article, sentence, start), doubt(article, sentence, start))


_STUDIED = re.compile(
    r"\b(?:stud(?:y|ied)|trial|research(?:ers)?|scientists?|survey|analys(?:is|ed)|experiments?|team|colleagues|investigators?|authors?|et al|paper|report)\b"
)


@once
def _begun(article: Article) -> Sentence:
    """The sentence with which a story has come to its own study."""
    told = (s for s in article.body if s.whose is Whose.OWN and _STUDIED.search(s.low))
    return next(told, article.body[-1])


@once
def _plans(article: Article) -> bool:
    """Whether a story tells from the start what is still to be done."""
    return any(_AHEAD.search(s.low) or s.whose is Whose.FUTURE for s in article.body[:4])


def _reviews(article: Article) -> bool:
    return gathering.reviews(sentence.low for sentence in article.body[:4])


def _names_another(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence brings in a trial by a name that the story has not used before."""
    if not _TRIAL_WORDS.search(sentence.low):
        return False
    for match in _NAMED.finditer(sentence.text):
        name = match.group()
        known = article.text.find(name) < sentence.start or name in article.abbreviations
        if known or _NAMES_IT.search(sentence.low[: match.start()]):
            continue
        before, after = sentence.text[: match.start()], sentence.text[match.end() :]
        if re.search(r"(?:^|\b(?:[Ii]n|[Ff]rom|[Oo]f|[Tt]he) )$", before) and re.match(
            r",| (?:trial|study|which|enroll?ed|with|found|showed|had|also)\b| \(", after
        ):
            return True
    return False
