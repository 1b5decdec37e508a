"""Whose study a sentence is about: this one, another, one to come, or the world in general.

News of research tells four things in turns. Each mention of a study, its authors or its people is
weighed: "this trial" and "Lee and colleagues" speak for this study, "previous studies" and "a 2013
paper" for another, "further research" for the future; "an estimated 1 million people live with"
is general knowledge. A sentence without a mention goes with what is told around it.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from reader.text import sieve as re


class Whose(StrEnum):
    """OWN: of this study. NEAR: not said, told along with this study."""

    OWN = "own"
    NEAR = "near"
    OTHER = "other"
    FUTURE = "future"
    GENERAL = "general"


_NOUN = (
    r"stud(?:y|ies)|(?:clinical )?trials?|research|papers?|analys[ei]s|surveys?|reports?|reviews?|meta-analys[ei]s|"
    r"experiments?|investigations?|findings?|results?|data|work|articles?|observations?|evidence"
)
_PEOPLE = (
    r"researchers?|authors?|scientists?|investigators?|teams?|astronomers?|physicists?|biologists?|"
    r"geologists?|engineers?|economists?|psychologists?|epidemiologists?|academics|chemists?|neuroscientists?|ecologists?|co-?authors?|co-?workers?|group"
)
#: A study or its makers with the words that say which, at most four before.
_LETTER = r"[\w’'.,-]"
_WORK = rf"\b(?:(?P<noun>{_NOUN})|(?P<people>{_PEOPLE}))\b"
_MOST_BEFORE = 4
MENTION = re.compile(rf"(?P<before>(?:{_LETTER}{{1,24}} ){{0,{_MOST_BEFORE}}}){_WORK}")
#: The same where it begins with a whole word, or a long one, or has none before it: within words
#: there is nothing else to find but where the last mention ended.
_LATER = re.compile(
    rf"(?P<before>(?:(?:(?<!{_LETTER})|(?={_LETTER}{{24}} ))(?:{_LETTER}{{1,24}} ){{1,4}})?){_WORK}"
)
_MENTIONED = re.compile(_WORK)
_OTHER = re.compile(
    r"\b(?:previous(?:ly)?|earlier|prior|past|other|another|several|many|some|numerous|separate|older|existing|"
    r"animal|epidemiological|laboratory|preclinical|various|few|two|three|most|such|those|that|"
    r"published|related|similar|recent(?= \w*(?: \w+)? $)|observational|accompanying|initial|original|first(?= \w+s $)|"
    r"pre-existing|(?:19|20)\d\d|century|decades?|years?|and|or)\b"
)
_OTHER_STRONG = re.compile(
    r"\b(?:previous|earlier|prior|past|another|separate|other|several|many|numerous|much-cited|a second|a third|some|most|few|number of|handful of|"
    r"certain|various|one early|an early|generations of|decades of|years of(?! (?:the|this|our|their) ))\b"
)
_DATED = re.compile(
    r"\bin (?:19|20)\d\d,? (?:an?|the|(?:\w+ )?(?:researchers|scientists|doctors|surgeons|physicians|teams?|psychologists|economists|chemists|biologists)|one|two|his|her|their|dr)\b[^.;]{0,70}?\b(?:found|showed|reported|published|discovered|described|demonstrated|launched)\b|"
    r"\bpublished in (?:[\w&]+ ){1,6}in (?:19|20)\d\d\b|\b(?:found|showed|reported|published|discovered|described)(?: that)? (?:last year|years ago|a decade ago|in (?:19|20)\d\d (?:that|showed|found))\b|"
    r"\b(?:an?|one|another|earlier) (?:[\w-]+ ){0,3}(?:study|trial|paper|report|(?:meta-)?analysis) (?:published )?(?:in|from) (?:19|20)\d\d\b(?! (?:to|until|through|and)\b|[-–])|"
    r"\b(?:an?|one|another) (?:[\w-]+ ){0,3}(?:study|trial|survey|experiment|series) (?:from|in|of|by|at) [^.;,]{3,40}, (?:published|reported|done|carried out|conducted) in (?:19|20)\d\d\b|"
    r"^one (?:[\w-]+ ){0,2}(?:review|survey|study|trial|report|meta-analysis) (?:\w+ )?(?:counted|found|put|estimated|reckoned|listed|showed|suggested|concluded|reported)\b|"
    r"\ban? (?!new )(?:[\w’'-]{1,24} ){0,4}(?:study|trial|survey|review|(?:meta-)?analysis|series) [^.;]{0,70}?\b(?:a|one|two|three|four|five|ten|few|some|several|many) (?:years|months|decades?) ago\b|"
    r"^(?:earlier|before that|previously|once before|years ago|long ago|last (?:year|spring|summer|autumn|fall|winter|month)),? an? (?:[\w’'-]{1,24} ){0,4}(?:study|trial|survey|analysis|team|group|experiment)\b|"
    r"\ban? (?!new )(?:[\w’'-]{1,24} ){0,4}(?:study|trial|survey|(?:meta-)?analysis|paper|review|experiment)\b[^.;]{0,50}? had (?:already |only |once |even |also )?(?:shown|found|suggested|hinted|linked|concluded|claimed|pointed|reported|raised|failed|come to|reached|seemed)\b"
)
_ELSE = re.compile(
    r"\b(?:another|(?:a|the) (?:separate|different|related|similar)|an (?:unrelated|earlier|older)) (?:[\w’'-]{1,24} ){0,4}"
    r"(?:study|trial|paper|analysis|team|group|survey|experiment)\b|"
    r"\ban? (?:19|20)\d\d (?:[\w-]+ ){0,2}(?:study|survey|trial|paper|analysis|report|review|meta-analysis)\b|"
    r"\ban? (?:[\w-]+ ){0,4}(?:study|trial|survey|analysis|paper|review|report)\b[^.;]{0,50}\bin (?:19|20)\d\d had (?:already |only |once |even )?(?:asked|found|shown|pointed|suggested|reported|claimed|looked|tested|seen|failed|concluded|given|hinted|put)\b|"
    r"\ban? (?!new |this )(?:[\w-]+ ){1,2}(?:study|trial|survey|analysis|paper)\b[^.;]{0,90}\b(?:last year|years ago|earlier this year|came to (?:a |the )?(?:similar|different|same|opposite|other)|reached (?:a |the )?(?:similar|different|same|opposite)|no such)\b"
)
#: A study that somebody leans on who did not make it.
_CITED = re.compile(
    r"\b(?:point(?:s|ed|ing)? to|cit(?:es|ed|ing)|quot(?:es|ed|ing)|mention(?:s|ed)|refer(?:s|red|ring) to|invok(?:es|ed|ing)) (?:an?|one|two|three|several|other|earlier|recent|research|studies|trials|work|figures from|data from) (?:[\w’'-]{1,24} ){0,5}(?:stud(?:y|ies)|trials?|research|surveys?|reviews?|analys[ei]s|experiments?|universit\w+|institute)\b"
)
_FUTURE = re.compile(
    r"\b(?:future|further|additional|more|larger|longer|ongoing|next|upcoming|forthcoming|subsequent|need(?:s|ed)?|new(?= \w*s $))\b"
)
#: "Further experiments showed": done already.
_WENT_ON = re.compile(
    r"\b(?:further|additional|more|follow-up|subsequent) (?:\w+ )?(?:experiments?|analys[ei]s|tests?|work|studies|research) (?:\w+ )?(?:showed|revealed|confirmed|found|suggested|indicated|demonstrated)\b"
)
#: A study that its makers mean to do.
_PLANNED = re.compile(
    r"\b(?:(?:is|are|now|already) (?:\w+ )?(?:planning|preparing|hoping|recruiting|enroll?ing|designing)|(?:plans?|hopes?|intends?|wants?|aims?) to|will (?:\w+ )?(?:enroll?|recruit|test|begin|start|study|launch|examine)|"
    r"(?:is|are) (?:expected|scheduled|due|slated|set|planned) to (?:begin|start|enroll?|launch|open)|(?:approval|permission|funding|money|grant) to (?:begin|start|run|launch|test|study)|next step is) (?:to )?(?:[\w’'-]+ ){0,8}(?:trials?|study|studies|experiments|test|tests|people|patients|volunteers|participants|in humans)\b"
)
_OWN = re.compile(
    r"\b(?:this|the|our|their|his|her|its|new|present|current|latest|these|whose|today[’']s)\b"
)
_OWN_NEW = re.compile(r"\b(?:this|our|new|present|current|latest|these)\b")
_ANNOUNCED = re.compile(
    r"\b(?:an?|the|large|small|international|national|major|pilot|multi-?cent(?:er|re)|randomi[sz]ed|phase|interim|retrospective|prospective)\b"
)
_COLLEAGUES = re.compile(
    r"\b(?:and|with) (?:his |her |their |the |other )?(?:colleagues?|co-?workers|co-?authors|team|collaborators)\b|"
    r"\bet al\.?(?= (?!\d|\())|\bled by\b|\bcolleagues (?:at|from|in)\b|[’']s (?:team|group|lab(?:oratory)?)\b"
)
_REPORTED = re.compile(
    r"\b(?:they|we|he|she) (?:also |then |now |further )?(?:find|show|report|propose|demonstrate|found|showed|report(?:ed)?|observed|discovered|"
    r"measured|recruited|enrolled|identified|analy[sz]ed|examined|studied|compared|tested|calculated|estimated|"
    r"confirmed|investigated|evaluated|assessed|performed|conducted|undertook|followed|randomly|assigned|collected|used|conclude[ds]?|saw|looked)\b|"
    r"\bwe (?:sat down|spoke|talked|listened|asked|gave|took|went|interviewed|visited|treated|scanned|sifted|searched|included|wanted|set out|invited|tracked|surveyed|typed|recorded|watched|counted)\b|"
    r"\b(?:published|appears?|appeared|reported|presented) (?:\w+ ){0,3}(?:in|at|by|on|online)\b|"
    r"\bin this (?:month|week|issue)|\bnow (?:report|show|have)|\bhave now\b|\bprimary (?:end ?point|outcome)|"
    r"\b(?:was|were) randomi[sz]ed|\brandomly (?:assigned|allocated)"
)
_PARTICIPANTS = re.compile(
    r"\b(?:participants|volunteers|enrolled|recruited|respondents|study subjects|controls|placebo|baseline|follow-up|"
    r"treatment (?:group|arm)|control (?:group|arm)|both groups|the two groups|in the (?:\w+ )?(?:group|arm))\b"
)
_GENERAL = re.compile(
    r"\b(?:an? estimated|according to (?:the )?(?:centers? for|world health|u\.?s\.? centers|national institutes? of|cdc|who\b|american)|"
    r"(?:each|every|per) year\b|(?<!for )(?<!beyond )(?<!after )(?<!over )(?<!within )(?<!about )(?<!than )(?<!half )(?<!in )(?<!wait )(?<!waited )(?<!lasted )(?<!least )(?<!nearly )(?<!almost )(?<!once )(?<!took )\ba year\b(?! (?:after|later|of|on|old|or|and|earlier|before|into))|worldwide|is (?:an?|the) (?:\w+,? ){0,4}(?:disease|disorder|condition|cancer|infection|cause|form|type|virus|"
    r"syndrome|illness|drug|protein|hormone|technique|procedure|treatment|therapy)\b|(?:is|are) (?:\w+ ){0,2}caused by|"
    r"(?:is|are) one of the|(?:most|often|usually|typically|commonly|generally) (?:\w+ ){0,2}(?:occurs?|affects?|begins?|diagnosed|used|found)|"
    r"symptoms (?:include|range|can)|(?:is|are) characteri[sz]ed by|leading causes?|risk factors? for|(?:million|thousands?|people|americans|adults) (?:\w+ ){0,5}live with|"
    r"(?:typically|usually|commonly) \w+s\b|has been (?:shown|linked|known|used)|have been (?:shown|linked|known|used)|"
    r"(?:people|adults|men|women|children|patients|\d) (?:\w+ )?in (?:the )?[\w-]+(?: [\w-]+)? (?:have|live|are living|develop|get|suffer)\b|it is (?:estimated|thought|believed|known)|there (?:is|are) (?:currently )?no (?:cure|treatment|known)|as many as|"
    r"\b(?:affects?|kills?) (?:about|around|an estimated|more than|nearly|up to|some|approximately|millions|as many))\b"
)
_EXTERNAL = re.compile(
    r"\b(?:not (?:involved|part of|connected|take part)|was(?:n[’']t| not) involved|accompanying (?:editorial|perspective|commentary)|"
    r"academic editor|in an? (?:\w+ )?(?:editorial|commentary|perspective)|independent expert)\b"
)
_PAST_PAPER = re.compile(
    r"\b(?:published|reported|presented) (?:\w+ ){0,4}(?:in|on) (?:\w+ )?(?:19|20)\d\d looked|\(see |: \d{2,4}[–-]\d{2,4}\)"
)


#: Regular pasts, and irregular ones that are no other word.
_PAST = re.compile(
    r"\b(?:was|were|had|did|showed|found|\w{2,20}[^e]ed|rose|fell|grew|drank|drew|kept|lost|got|gave|went|came|held|ran|slept|"
    r"ate|took|saw|shrank|sank|began|stood|spent|broke|caught|brought|became|knew|wore|slid|wrote|sought|bought|sold|paid|swam|threw|"
    r"woke|chose|stuck|struck|underwent|withdrew|bled|swelled|crept|swept|heard|sat|drove|rode|shook|learnt|sent|overcame|arose|"
    r"told|said|made|bred|fed|led|met|won|taught|built|left|could (?:\w+ )?(?:see|read|walk|hear|speak|stand|climb|eat|breathe|sleep|stop|manage))\b"
)
_BEFORE = re.compile(
    r"\bha(?:d|ve|s) (?:previously|already|long) (?:been )?(?:shown|found|reported|suggested|linked)\b"
)


@lru_cache(maxsize=500)  # asked about again by most fields
def past(low: str) -> bool:
    """Whether a sentence tells of something done."""
    return _PAST.search(low) is not None


class Weight(NamedTuple):
    """How much a sentence speaks for this study, another, and one to come."""

    own: int
    other: int
    future: int
    announces: bool


def mentions(low: str) -> Iterator[re.Match[str]]:
    """All matches of MENTION, sought where one can be: from four words before the next noun on."""
    at = 0
    while named := _MENTIONED.search(low, at):
        first = _first(low, at, named.start())
        match = MENTION.match(low, at) if first == at else None
        match = match or _LATER.search(low, first)
        if match is None:
            return
        yield match
        at = match.end()


def _first(low: str, at: int, noun: int) -> int:
    """Where the words before a noun may begin, not before `at`: a space is between any two."""
    space = noun
    for _ in range(_MOST_BEFORE + 1):
        space = low.rfind(" ", at, space)
        if space < 0:
            return at
    return space + 1


#: What a sentence may say of whose study it is, beside naming it.
_SAYS = re.Family(
    {
        "colleagues": _COLLEAGUES,
        "reported": _REPORTED,
        "went on": _WENT_ON,
        "participants": _PARTICIPANTS,
        "planned": _PLANNED,
        "external": _EXTERNAL,
        "past paper": _PAST_PAPER,
        "before": _BEFORE,
        "cited": _CITED,
        "else": _ELSE,
        "dated": _DATED,
    }.items()
)


def weigh(low: str, *, review: bool = False) -> Weight:
    """The weights of one sentence in lower case; in a `review`, studies in general are its own."""
    own = other = future = 0
    announces = False
    for match in mentions(low):
        mine, others, later, new = _mention(match)
        if match["noun"] and _MAKERS.search(match["before"]):
            mine += 2
        if review and match["noun"] in _SEVERAL:
            mine, others = mine + min(others, 1), 0
        own, other, future = own + mine, other + others, future + later
        announces = announces or new
    said = {name for name, pattern in _SAYS.within(low) if pattern.search(low)}
    if "colleagues" in said:
        own, announces = own + 2, True
    if "reported" in said:
        own, announces = own + 2, announces or "publish" in low or "now" in low or "this" in low
    if "went on" in said:
        own, future = own + 2, 0
    own += "participants" in said
    future += 6 * ("planned" in said)
    own -= 2 * (said >= {"dated", "reported"})
    other += 2 * bool(said & {"external", "past paper"}) + 4 * ("cited" in said)
    other += 3 * ("before" in said) + 4 * ("else" in said) + 3 * ("dated" in said)
    return Weight(own, other, future, announces)


#: Makers among the words before a study: "the authors reviewed 43 studies".
_MAKERS = re.compile(
    r"\b(?:the|these|our|their|this) (?:researchers|authors|scientists|investigators|team|group) |\b(?:they|we) "
)


def _mention(match: re.Match[str]) -> tuple[int, int, int, bool]:
    """own, other, future, and whether a new study is announced."""
    before, noun = match["before"].rpartition(", ")[2], match["noun"] or match["people"]
    plural = noun.endswith("s") and noun not in {"analysis", "meta-analysis"}
    if _FUTURE.search(before) or _LARGER.search(match["before"]):
        return 0, 0, 2, False
    strong = None if _NO_OTHER.search(match["before"]) else _OTHER_STRONG.search(before)
    if strong and "authors" not in f"{before}{noun}" and not _set(strong.group(), noun):
        return 0, 2, 0, False
    if noun.endswith("studies") and "these " in before:
        return 0, 1, 0, False
    if _OWN_NEW.search(before):
        return 2, 0, 0, True
    if match["people"]:
        return 2, 0, 0, plural
    return _plain_mention(before, noun)


#: "There was no other group": nothing but this study is spoken of.
_NO_OTHER = re.compile(
    r"\b(?:no|without(?: an?| any)?) (?:\w+ )?(?:other|second|separate|another) |\bthe (?:[\w-]+ ){1,2}(?:years|months|weeks) of $"
)
_LARGER = re.compile(r"\b(?:larger|longer|further|bigger|future),")


def _set(word: str, noun: str) -> bool:
    """Whether "a second" counts the experiments of one study."""
    return word in {"a second", "a third"} and noun.startswith(
        ("experiment", "analys", "data", "group")
    )


def _plain_mention(before: str, noun: str) -> tuple[int, int, int, bool]:
    """The same for a work that nothing strong before it gives to somebody."""
    if noun in _SEVERAL or _RECENT.search(before):
        return 0, 1, 0, False
    if _OWN.search(before):
        return 1, 0, 0, False
    if noun in _ONE and _ANNOUNCED.search(before):
        return 1, 0, 0, True
    return 0, 0, 0, False


_SEVERAL = frozenset({"studies", "trials", "clinical trials", "reviews", "papers", "reports"})
_ONE = frozenset(
    {"study", "trial", "clinical trial", "analysis", "survey", "review", "report", "paper"}
)
_RECENT = re.compile(r"\b(?:that|recent) $")


def of(low: str, weight: Weight) -> Whose:
    """Whose study the sentence is about, taken alone."""
    if weight.future > weight.own:
        return Whose.FUTURE
    if weight.other > weight.own:
        return Whose.OTHER
    if weight.own > 1:
        return Whose.OWN
    if _GENERAL.search(low):
        return Whose.GENERAL
    return Whose.OWN if weight.own else Whose.NEAR
