"""Who speaks in an article: people with a role in the study, people who speak of it as theirs, outsiders."""

from collections.abc import Iterator

from reader.study.once import once
from reader.study.reading.article import Article, Sentence
from reader.study.reading.names import PERSON, SURNAME, is_person
from reader.study.reading.whose import Whose
from reader.text import sieve as re

DEGREES = r"(?:,? (?:M\.?D\.?|Ph\.?D\.?|D\.?V\.?M\.?|M\.?P\.?H\.?|Sc\.?D\.?|M\.?S\.?(?:c\.?)?|M\.?B\.?|R\.?N\.?|FRCP|MBBS|MBChB|Dr\.?P\.?H\.?|DrPH|MSc|MHS|MSPH|MBA|MPhil|DPhil|ScD|FACC|FAHA|FRCS|Pharm\.?D\.?|Psy\.?D\.?|[A-Z]\.[A-Z]\.[A-Z]?\.?|MD|PhD|MPH|DO|DSc|BSc|RN|PharmD|PsyD|(?:[A-Z]\.){3,5}|B\.?M\.?B\.?S\.?),?)*"
#: Titles and offices before a name.
TITLE = (
    r"(?:(?:Drs?|Profs?|Professors?|Assoc\. Prof|Associate Professor|Assistant Professor|Senior Lecturer|Principal Investigator|Sir|Dame|Lord|Mr|Ms|Mrs)\.? |"
    r"(?:\b[A-Z][\w&’'-]{1,24} ){0,4}(?:Scientist|Director|Professor|Curator|Investigator|Fellow|Chair|Dean|Engineer|Researcher|Author|Leader|Chief|Officer|Lecturer|Economist|Physicist|Biologist|Astronomer|Neurologist|Oncologist) ){0,2}"
)
ROLE = (
    r"(?:[Ll]ead|[Ss]enior|[Ff]irst|[Cc]orresponding|[Pp]rincipal|[Cc]o-?(?:lead|senior|first|principal)|[Cc]hief|[Ss]tudy|main|[Pp]aper[’']s|primary|joint|last|[Rr]eport|[Tt]rial|[Rr]esearch)(?:[ -](?:study|trial|and \w+|clinical|research|corresponding|senior))? "
    r"(?:co-?)?(?:[Aa]uthor|[Ii]nvestigator|[Rr]esearcher|[Ss]cientist|writer|leader|chair|lead)s?|[Cc]o-?authors?|[Cc]o-?investigators?|[Cc]o-?leaders?|author of (?:the|this|a|an) (?:new |recent )?(?:study|paper|report|research|analysis|review|article|work)|"
    r"(?:[Ss]tudy|[Tt]rial)(?:[’']s)? (?:\w+ )?(?:author|leader|chair|director|head|investigator)|who (?:also )?(?:helped )?(?:co-?)?(?:led|headed|lead|heads|leads|directed|conducted|carried out|designed|supervised|oversaw|authored|wrote) (?:the|this) |"
    r"led the (?:study|research|work|team|trial|analysis)|who (?:led|leads|headed|heads|ran|runs|did|carried out|oversaw|supervised) (?:it|them|both)\b|who (?:led|leads|headed|heads|ran|runs|conducted|reviewed|came up with|treated|operated on|designed|set up|started) (?:it|the|this|him|her|them)\b|whose (?:group|team|lab|laboratory) |who (?:helped (?:to )?(?:run|lead|conduct|design|carry out) the|worked on the) |who (?:was|is) (?:part of|involved in) the (?:study|research|team)|(?:an? )?author (?:on|of) (?:the|this)|(?<!not )one of the (?:\w+ |study[’']s |paper[’']s )?(?:authors|researchers|scientists|investigators)|research(?:er)? (?:lead|leader)|(?:[Tt]eam|[Gg]roup|[Pp]roject) leader|leader of (?:the|this) (?:study|trial|team|research|project|work)|(?:[Oo]ne|[Aa]nother|[Tt]he other|[Tt]he second) (?:of the )?(?:co-?)?authors?(?=,)|"
    r"(?:who )?chair(?:s|ed)?(?: of)? the (?:[\w-]+ ){0,2}steering (?:committee|group)|whose (?:[\w.]+ )?(?:thesis|dissertation|PhD|Ph\.D\.|doctorate)\b|who (?:\w+ )?(?:planned|devised|invented|coordinated|co-ordinated|chaired|initiated|conceived|thought up|drew up|wrote|built|developed|analy[sz]ed) (?:the|this) |who had the idea|(?:[Ss]tudy|[Tt]rial|[Pp]roject)[’']s lead\b"
)
UNINVOLVED = re.compile(
    r"\b(?:did(?: not|n[’']t) (?:participate|work on|contribute|take part(?! in (?!the|this|it)))|not (?:one of the|an|among the) (?:\w+ )?authors?|not (?:involved|part|connected|affiliated|take part|a part)|wasn[’']t (?:involved|part)|no (?:part|role) in|uninvolved|(?:linked|accompanying|invited|separate) (?:comment|commentary|editorial|article|piece|perspective|viewpoint)|in a comment\b|independent (?:expert|researcher|scientist|commentator)|accompanying|editorial|in an? (?:\w+ )?perspective|commentary|academic editor|commentator)\b"
)
_OUTSIDE = re.compile(
    r"\b(?:did(?: not|n[’']t) (?:participate|work on|contribute|take part(?! in (?!the|this|it)))|not (?:one of the|an|among the) (?:\w+ )?authors?|not (?:involved|part|connected|affiliated|take part|a part)|no (?:part|role) in|wasn[’']t (?:involved|part)|(?:weren[’']t|were not) involved|uninvolved|(?:linked|invited|separate) (?:comment|commentary|editorial|perspective|viewpoint)|in a comment\b|independent (?:expert|researcher|scientist|commentator)|accompanying|editorial|perspective|commentary|academic editor|commentator|"
    r"who (?:has )?(?:shown|found|seen|reported) (?:similar|the same)|who (?:has )?read the (?:paper|study|report)|no ties (?:to|with)|(?:our|its|the charity[’']s) (?:head|director|chief|manager) of|commissioner|minister|secretary of|spokes(?:person|man|woman)|press officer|charity|society[’']s (?:chief|director)|chief executive|ceo\b|president of|executive director|"
    r"(?:acting |deputy |associate )?director of (?:the )?(?:nih|nci|cdc|fda|niaid|nhlbi|nei|national|center|centers|division|office|world|niddk|nimh|nia|ninds|nichd)\b|director of (?:\w+[’']s )(?:division|office|center)|(?:nih|nci|cdc|fda|niaid|nhlbi|nei|ninds|nia|who)[’']?s? (?:\w+ )?director|patient|whose (?:son|daughter|husband|wife)|"
    r"of the (?:american|national|british|european) \w+ (?:society|association|foundation)|(?:director|head|chief|manager|officer) (?:of|at) (?:\w+ ){0,4}(?:the )?(?:\w+ ){0,2}(?:society|charity|trust|foundation|uk)\b|who (?:reviewed|commented)|center for (?:drug|devices|biologics)|(?:head|director) of (?:research|policy|clinical research) at|chief (?:medical|scientific) (?:officer|adviser|advisor)|program (?:director|officer))\b"
)
_SAID = re.compile(
    rf"(?:\b(?:said|says|explain(?:s|ed)|add(?:s|ed)|according to|note[sd]|commented|told|write[s]?|wrote|told us|recall(?:s|ed)|caution(?:s|ed)|stresse[sd]|conclude[sd]?|suggest(?:s|ed)|remark(?:s|ed)|warn(?:s|ed)|joke[sd]|admit(?:s|ted)|concede[sd]?|reckon(?:s|ed)|argue[sd]?|insist(?:s|ed)|points? out|pointed out|comments|laugh(?:s|ed)|continue[sd]|report(?:s|ed)),? (?:[a-z]+ ){{0,2}}{TITLE}(?P<name>{PERSON})(?P<after>{DEGREES}[^.”\"]{{0,160}})"
    rf"|{TITLE}(?P<name2>{PERSON})(?P<after2>{DEGREES}(?:, [^.”\"]{{0,160}}?)?),? (?:said|says|explain(?:s|ed)|add(?:s|ed)|note[sd]|told|comment(?:s|ed)|suggests|stresse[sd]|caution(?:s|ed)|warn(?:s|ed)|remark(?:s|ed)|joke[sd]|admit(?:s|ted)|concede[sd]?|points out|pointed out|argue[sd]?|recall(?:s|ed)|conclude[sd]?)\b)"
)
_SAID_DR = re.compile(
    rf"\b(?:(?:said|says|explain(?:s|ed)|add(?:s|ed)|note[sd]|continued) (?:Drs?|Prof|Professor)\.? (?P<name>{SURNAME}(?: {SURNAME})?)|(?:Drs?|Prof|Professor)\.? (?P<name2>{SURNAME}(?: {SURNAME})?) (?:said|says|explain(?:s|ed)|add(?:s|ed)|note[sd]|continued))\b"
)
_WORK = re.compile(
    r"\b(?:professor|researcher|scientist|research fellow|postdoctoral|postdoc|ph\.?d\.? (?:student|candidate)|graduate student|lecturer|epidemiologist|astronomer|neuroscientist|biologist|chemist|physicist|psychologist|neurologist|oncologist|"
    r"cardiologist|physician|surgeon|investigator|geologist|ecologist|economist|analyst|engineer|head of (?:the )?\w+ (?:lab|group)|m\.?d\.?,?|ph\.?d\.?,?)(?: |,|\b)|university|institute|hospital|college"
)
_OURS = re.compile(
    r"\b(?:we|our|us)\b[^”\"]{0,300}[”\"]|\bthis (?:study|research|trial|work|analysis|finding)\b|\bour (?:study|findings?|results?|data|work|model|research|analysis|team|approach)\b|\bwe (?:found|show|were able|discovered|saw|looked|wanted|hope|believe|observed|used|developed|identified|now)\b"
)
_OURS_ONLY = re.compile(
    r"\bour (?:study|findings?|results?|data|work|model|research|analysis|team|approach|trial|patients|group|lab)\b|\bwe (?:found|show|were (?:able|surprised)|discovered|saw|looked|wanted|observed|used|developed|identified|compared|enrolled|tested|measured|followed|think|thought|expected|hope)\b"
)


def own_voices(article: Article) -> Iterator[tuple[str, int]]:
    """People, each with an offset, who speak of the study as their own."""
    for sentence in article.body:
        if sentence.whose is Whose.OTHER:
            continue
        for match in _SAID.finditer(sentence.text):
            kind = "name" if match["name"] else "name2"
            after = (match["after"] or match["after2"] or "").lower()
            if not is_person(match[kind]) or _OUTSIDE.search(after) or not _WORK.search(after):
                continue
            if _OURS.search(_paragraph(article, sentence).lower()):
                yield match[kind], sentence.start + match.start(kind)
        for match in _SAID_DR.finditer(sentence.text):
            kind = "name" if match["name"] else "name2"
            if is_person(match[kind]) and _OURS_ONLY.search(_paragraph(article, sentence).lower()):
                yield match[kind], sentence.start + match.start(kind)


def _paragraph(article: Article, sentence: Sentence) -> str:
    block = article.blocks[sentence.block]
    start = max(block.start, sentence.start - 500)
    return article.text[start : min(block.end, sentence.end + 200)]


#: Says of somebody with an office that the study is not theirs.
_DENIED = re.compile(
    r"\b(?:did(?: not|n[’']t) (?:participate|work on|contribute|take part(?! in (?!the|this|it)))|(?:was|were|is|are)(?: not|n[’']t) (?:herself |himself )?(?:involved|part|connected|affiliated|one of the authors|among the authors)|(?:had|took|has|played) no (?:part|role))\b"
)
#: Says that those who speak next in the paragraph are outsiders.
_ANNOUNCED = re.compile(
    r"\b(?:outside|independent|other|unconnected) (?:experts?|scientists|researchers|observers|doctors|specialists)\b[^.;]{0,40}\b(?:said|say|urged?|warn(?:ed)?|welcomed?|caution(?:ed)?|were|are|greeted|praised|agreed?|called|reacted|remained?)\b"
)


def _speakers(sentence: Sentence) -> list[tuple[str, int, int]]:
    """Those who say something in a sentence, each with the passage on them."""
    out = []
    for match in _SAID.finditer(sentence.text):
        kind = "name" if match["name"] else "name2"
        if is_person(match[kind]):
            out.append((match[kind], sentence.start + match.start(kind), sentence.end))
    return out


_TITLED = re.compile(rf"{TITLE}(?P<name>{PERSON})")
_ROLE = re.compile(rf"\b(?:{ROLE})", re.I)


@once
def outsiders(article: Article) -> tuple[tuple[str, int, int], ...]:
    """People who comment from outside, each with the passage on them."""
    out = []
    announced = -1
    for sentence in article.body:
        if _ANNOUNCED.search(sentence.low):
            announced = sentence.block
        if sentence.block == announced:
            out += _speakers(sentence)
        if not _OUTSIDE.search(sentence.low):
            continue
        for match in _TITLED.finditer(sentence.text):
            around = sentence.low[max(0, match.start() - 60) : match.end() + 170]
            maker = _ROLE.search(around) and not _DENIED.search(
                around[: match.end() - match.start() + 170]
            )
            if is_person(match["name"]) and _OUTSIDE.search(around) and not maker:
                out.append((match["name"], sentence.start + match.start("name"), sentence.end))
    return tuple(out)


#: A title or a trade that makes somebody a likely maker, where nobody else is one.
_TRADE = re.compile(
    r"\b(?:drs?\.?|prof(?:essor)?\.?|lecturer|student|scientist|researcher|engineer|surgeon|midwife|physician|paediatrician|pediatrician|dietitian|nutritionist|physiotherapist|consultant|statistician|faculty member|\w{3,20}(?:ologist|iatrist|icist|ician))\b"
)


def first_voice(article: Article) -> tuple[str, int] | None:
    """The first who speaks with a title or trade and is no outsider: in a text without named makers, its maker."""
    outside = {name for name, _, _ in outsiders(article)}
    for sentence in article.body:
        if sentence.whose is Whose.OTHER or _OUTSIDE.search(sentence.low):
            continue
        for name, start, end in _speakers(sentence):
            around = article.text[max(sentence.start, start - 50) : min(end, start + 130)].lower()
            if name not in outside and _TRADE.search(around):
                return name, start
    return None
