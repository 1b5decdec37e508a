"""Where a name stands as that of a maker of the study, as news tells it."""

from reader.study.reading.names import PERSON, SURNAME
from reader.study.speakers import DEGREES, TITLE
from reader.study.speakers import ROLE as _ANY_ROLE
from reader.text import sieve as re

_NAME = rf"(?P<name>{PERSON})"
FELLOWS = r"(?:colleagues?|co-?workers|co-?authors|co-?investigators|team|collaborators|associates|group|others)"
_MADE = (
    r"(?:led|headed|directed|conducted|authored|written|carried out|spearheaded|overseen|co-?led|performed|supervised|designed|developed|"
    r"undertaken|co-?authored|coordinated|published|done)"
)
_WORK = r"(?:study|analysis|trial|paper|research|work|review|report|findings|investigation|survey|experiments?|project|meta-analysis)"
_FINDS = r"(?:set out|has found|found that|discovered|show(?:s|ed) that|report(?:s|ed)? (?:that|in|their)|and (?:[a-z]+ )?found)"
#: What somebody is by trade.
_TRADE = r"(?:[a-z]{3,20}(?:ologist|iatrist|icist|ician|emist|nomist|grapher)|engineer|surgeon|physician|doctor|consultant|nurse|midwife|dentist|researcher|scientist|student|professor)"
_AS = rf"(?:(?:the |an? )?(?:[a-z-]+ ){{0,2}}?{_TRADE} )?"
#: Where a name stands as a maker of the study, with the weight of it.
MAKERS = (
    (3.0, re.compile(rf"{TITLE}{_NAME}{DEGREES}(?: \([^)]{{1,80}}\))?(?:, [^,.;]{{3,60}},)?,? (?:and|with) (?:(?:his|her|their|other|several|an? (?:international )?team of|the|a group of|fellow) )?(?:[\w-]+ ){{0,2}}{FELLOWS}\b")),
    (3.0, re.compile(rf"{TITLE}{_NAME}{DEGREES},? (?:of|at|from) [^.;]{{3,110}}?,? (?:and|with) (?:(?:his|her|their|other|several) )?(?:[\w-]+ ){{0,2}}{FELLOWS}\b")),
    (3.0, re.compile(rf"\b{_MADE} (?:jointly )?by (?:the )?(?:(?:[A-Z][\w-]{{1,20}} |of |and |the ){{0,7}}\w+[’']s )?(?:[a-z-]+ ){{0,4}}{TITLE}{_NAME}")),
    (2.6, re.compile(rf"\b(?:{_WORK}|[Rr]esults),? (?:led |published |conducted |co-?authored )?(?:by|from) {TITLE}{_NAME}")),
    (2.6, re.compile(rf"\b(?:{_WORK}|[Rr]esults),? by {TITLE}{PERSON} and {TITLE}{_NAME}")),
    (2.4, re.compile(rf"{TITLE}{_NAME}{DEGREES},? (?:of|at|from) [^.;]{{3,80}}?, who (?:conducted|led|headed|heads|leads|ran|runs|carried out|did|designed|oversaw|supervised) ")),
    (3.0, re.compile(rf"\b(?:{_ANY_ROLE})(?: and [a-z -]{{3,40}})?(?: (?:of|on|for) (?:the|this) {_WORK})?[:,]? (?:is |was |were )?{_AS}{TITLE}{_NAME}")),
    (2.6, re.compile(rf"{_NAME}(?:[’']s)? (?:team|group|lab|laboratory|and (?:his|her|their) (?:team|group|lab))\b")),
    (2.5, re.compile(rf"{TITLE}{_NAME}{DEGREES},? (?:who )?(?:directed|led|headed|designed|conducted|discovered|developed|invented) (?:the|this|a|an) ")),
    (2.4, re.compile(rf"{TITLE}{_NAME}{DEGREES},? (?:and [\w.’' -]{{3,50}} )?{_FINDS}\b")),
    (2.4, re.compile(rf"\b(?:[Tt]eam|[Rr]esearchers|[Ss]cientists|[Aa]stronomers|[Dd]uo|[Pp]hysicists|[Aa]uthors|[Ee]conomists|[Bb]iologists|[Gg]eologists|[Pp]sychologists|[Ee]pidemiologists|[Nn]euroscientists) {TITLE}{_NAME}(?=,| and | of | from | at )")),
    (2.6, re.compile(rf"\b[Ll]ed by {TITLE}{PERSON}{DEGREES},? (?:of|from|at) [^.;]{{3,90}}? and {TITLE}{_NAME}")),
    (2.4, re.compile(rf"\b(?:[Hh]er|[Hh]is|[Tt]heir) (?:close |former |long-time |fellow )?(?:colleague|co-?author|co-?worker|collaborator|doctoral student|student|fellow researcher|PhD student|postdoc),? {_AS}{TITLE}{_NAME}")),
    (2.4, re.compile(rf"\b(?:carried out|did|ran|made|performed|conducted) (?:the|this) (?:\w+ )?{_WORK} (?:together |along |jointly )?with {TITLE}{_NAME}")),
    (2.4, re.compile(rf"\b[Tt]he (?:group|team|lab|laboratory|groups|teams) of {TITLE}{_NAME}")),
    (2.4, re.compile(rf"\b[Tt]he (?:group|team|lab|laboratory|groups|teams) of {TITLE}{PERSON}{DEGREES} and {TITLE}{_NAME}")),
    (2.4, re.compile(rf"{TITLE}{_NAME}{DEGREES}, (?:who|whose (?:team|group|lab|laboratory)) (?:headed|led|ran|carried out|directed|did|designed|conceived) ")),
    (2.4, re.compile(rf"{TITLE}{_NAME}{DEGREES}(?: \([^)]{{1,80}}\)|,? (?:of|from|at) [^.;]{{3,80}}?,)? (?:set out|set about|wanted to know|now reports?|now describes?|describes? (?:how|what|in))\b")),
    (2.4, re.compile(rf"\b(?:investigator|author|leader|lead)s? (?:together |along |jointly )?with {TITLE}{_NAME}")),
    (2.4, re.compile(rf"\b[Ii]n (?:this|the current|today[’']s) (?:issue|week[’']s \w+)[^.;,]{{0,40}}, {TITLE}{_NAME}")),
    (2.4, re.compile(rf"\b[Tt]he (?:paper|study|work|report|trial|survey|analysis|experiments?) (?:that|which) {TITLE}{_NAME}")),
    (2.2, re.compile(rf"\b{_TRADE} {_NAME} (?:turned|asked|set|wondered|wanted|combed|went|decided|teamed|studied|looked|examined|analy[sz]ed|followed|compared|discovered|developed|tested|collected|measured|recruited|surveyed|worked out|devised|built|sifted|pored|spent|gathered|invited)\b")),
    (2.2, re.compile(rf"{TITLE}{_NAME}{DEGREES},? (?:asked|tested|followed|compared|examined|recruited|analy[sz]ed|surveyed|interviewed|measured|studied|invited|randomly|gathered|pooled) (?:\d|hundreds|thousands|dozens|more than|nearly|almost|around|about \d|a (?:group|sample)|people|records|data|blood)")),
    (2.4, re.compile(rf"{TITLE}{_NAME}{DEGREES},? (?:together|along|jointly) with (?:his|her|their|colleagues|co-)")),
    (2.2, re.compile(rf"\b(?:[Rr]esults|[Ff]indings|[Dd]ata|study|trial)\b[^.;]{{0,50}} (?:presented|reported|unveiled) (?:[a-z][^.;]{{0,40}} )?by {TITLE}{_NAME}")),
    (2.2, re.compile(rf"\b[Pp]resenting (?:the|his|her|their) (?:new )?(?:results|findings|data|study|trial|work)[^.;,]{{0,60}}, {TITLE}{_NAME}")),
    (2.4, re.compile(rf"\b(?:team|group|researchers|scientists|[Uu]nder the (?:direction|guidance|leadership|supervision)) (?:under|around|of) {TITLE}{_NAME}")),
    (2.2, re.compile(rf"{TITLE}{_NAME}(?= and {TITLE}{PERSON},? both (?:of|at|from) )")),
    (2.4, re.compile(rf"{TITLE}{_NAME}{DEGREES},(?: [^.;]{{3,80}}?,)? (?:ran|led|conducted|carried out|did|designed) (?:the|this) (?:\w+ )?{_WORK}\b")),
    (2.0, re.compile(rf"\b(?:doctoral|PhD|graduate|postgraduate|postdoctoral|master[’']s) (?:student|researcher|fellow|candidate) {_NAME}")),
    (2.0, re.compile(rf"{TITLE}{_NAME}{DEGREES}, an? (?:(?:former|recent) )?(?:doctoral|PhD|graduate|postgraduate|postdoctoral|master[’']s) (?:student|researcher|fellow|candidate)\b")),
    (2.0, re.compile(rf"{TITLE}{_NAME}{DEGREES},? (?:the )?[Dd]irector of the [\w’' -]{{0,50}}?[Ss]tudy\b")),
)  # fmt: skip
#: A role in the study; the person it belongs to is named before it.
ROLE = re.compile(rf"\b(?:{_ANY_ROLE})\b")
TITLED = re.compile(rf"(?<!\w){TITLE}{_NAME}{DEGREES}")
#: Before capitals that name a place of work: "the Centre for Quiet Reef Studies".
NAMED_AFTER = re.compile(r"(?:\b(?:for|at|the) |\()$")
#: How far before a role its person is looked for.
REACH = 200
#: What may stand right before a role that somebody has: "Ann Lee, a fellow at Fernhill, is the lead author".
IS = re.compile(r",? (?:is|was) (?:also )?(?:the |an? )?(?:study[’']s |paper[’']s )?$")
OTHER_PERSON = re.compile(
    r"(?<!who )(?<!and )\b(?:said|says|is|was|were|are|has|have|had|found|told)\b|[.] [A-Z][a-z]+ [a-z]"
)
SURNAMES = (
    re.compile(
        rf"(?P<name>{SURNAME})(?:[’']s)?,? (?:and (?:his |her |their |the |other )?|with (?:his |her |their |the |other ))(?:\w+ )?{FELLOWS}\b"
    ),
    re.compile(rf"(?P<name>{SURNAME}(?:(?:,| and|, and) {SURNAME}){{0,3}}),? et al\b"),
    re.compile(
        rf"(?P<name>{SURNAME}), who (?:described|led|ran|conducted|designed|devised|oversaw|headed|supervised) (?:the|this) "
    ),
    re.compile(rf"(?P<name>{SURNAME})[’']s (?:team|group|lab(?:oratory)?|study|analysis)\b"),
    re.compile(
        rf"\b(?:{_ANY_ROLE}|{_MADE} by),? (?:Drs?|Prof|Professor)\.? (?P<name>{SURNAME})\b(?![’'-]| [A-ZÀ-Þ])"
    ),
    re.compile(
        rf"(?<![\w,] )(?P<name>{SURNAME} and {SURNAME}) (?:used|analy[sz]ed|examined|pooled|collected|gathered|compared|combined|drew on) (?:the )?(?:data|records|figures|information|results|samples|\d)"
    ),
)
#: Lists of makers: "Drs. A. Miller, Beth Jones, and colleagues", "co-authors are Ann Lee and …".
LIST = re.compile(
    rf"(?:\b(?:Drs\.?|Professors|Doctors) |\b(?:[Oo]ther|[Aa]dditional|[Cc]o-?|[Ss]tudy|[Tt]he)(?: study| paper)?(?:[’']s)?[ -]?(?:[Cc]o-?)?(?:authors?|investigators|researchers)(?: (?:on|of) (?:the|this) \w+)?(?: are| were| include| included|:)?,? (?:Drs?\. )?)"
    rf"(?P<names>(?:{PERSON}|{SURNAME})[^();:]{{0,260}}?)(?:,? (?:and|with) (?:{FELLOWS}|colleagues|others)|[();:]|\.$|\.(?= [A-Z][a-z]+ [a-z])| (?:of|at|from) (?:the )?[A-Z]| (?:found|report|have|say|said|show))"
)


#: Others who are named with a maker: "led by Ann Lee and Bo Holm".
ALSO = re.compile(
    rf"{DEGREES}(?: \([^)]{{2,60}}\)|,? (?:of|at|from) [^.;,]{{3,60}}|, (?!and\b)[a-z][^,.;]{{3,60}})?,? and (?:(?:his|her|their|senior author|first author|co-author|colleague) )?{TITLE}{_NAME}"
)
#: Names as references print them, in a sentence: "the paper is by Lee A, Holm B".
REFERENCE = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]{2,24} [A-Z]{1,3}(?:, and |, | and |; )){1,20}[A-ZÀ-Þ][\w’'-]{2,24} [A-Z]{1,3}(?=[,.;:]| \(|$| et al)"
)
REFERRED = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'-]{2,24} [A-Z]{1,3})(?=\W|$)")
LETTERED = re.compile(
    r"(?:Hepatitis|Influenza|Vitamin|Group|Class|Table|Part|Arm|Ward|Grade|Stage|Panel|Figure|Hall|Block|Room|Building) "
)
#: "His team has found": the maker is named in the sentence before.
PRONOUN = re.compile(
    r"(?:“|\")?(?:But |And |So |Now |Now, |Then |In (?:the|this) [^,.;]{3,40}, |Together, )?(?:(?:[Hh]is|[Hh]er) (?:own )?(?:research )?(?:team|group|colleagues|lab|laboratory|study|paper|trial|co-?authors)|(?:[Hh]e|[Ss]he) and (?:his|her) (?:\w+ )?(?:team|colleagues|group|co-?workers|co-?authors)|(?:[Hh]e|[Ss]he) (?:led|ran|headed|conducted|carried out|designed|devised) (?:the|this))\b"
)
#: A trade printed with a capital before a name.
TRADED = re.compile(
    r"(?:[A-Z][a-z]{2,20}(?:ologist|iatrist|icist|ician|emist|nomist|grapher)|Engineer|Surgeon|Nurse|Midwife|Dentist|Researcher|Scientist|Student|Professor|Doctor) (?=[A-ZÀ-Þ]\S* [A-ZÀ-Þ])"
)
STYLED = re.compile(r"(?:Drs?|Prof|Professor|When|If|As)\.? (?=[A-ZÀ-Þ]\S* [A-ZÀ-Þ])")
