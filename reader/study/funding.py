"""Who paid for the study, and what the article says of conflicts of interest."""

from collections.abc import Mapping, Sequence
from functools import cache

from reader.model.study import StudyValue
from reader.study import payers, vocabulary
from reader.study.payers import CAPITALS
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.organisations import Organisation
from reader.study.reading.whose import Whose
from reader.study.values import stated, trim
from reader.text import sieve as re

_BY = re.compile(
    r"\b(?:(?:jointly |partly |partially |also |primarily |largely |co-?)?(?:funded|supported|sponsored|financed|backed|underwritten|paid for)(?: in (?:part|whole))?(?: primarily| mainly)? (?:by|through)|"
    r"(?:fund(?:ing|s)|financial support|support|grants?|sponsorship|awards?|fellowships?)(?: for (?:the|this) \w+)?(?: was| were| is| came| comes| has been)?(?: also)?(?: provided| received| obtained)? (?:by|from|through)|"
    r"received (?:\w+ ){0,3}(?:funding|support|grants?) from|(?:paid|met|covered|bankrolled)(?: for)?(?: in (?:part|whole))? by|(?:money|cash|support|backing|help|grants?|funds?|salar(?:y|ies)) (?:\w+ )?(?:came|comes) from|with (?:\w+ )?(?:money|support|backing|funding|grants?|help) from|(?:with|enjoyed|had|by) the (?:\w+ )?(?:support|backing|generosity) of|(?:funded|supported|financed|paid for|made possible|backed) with an?(?= (?:[\w-]+ ){1,4}(?:grant|award|fellowship) (?!from|of|by))|(?:funded|supported|financed|paid for|made possible|backed) with (?:[^.;,]|[.,](?=\d)){1,44}? (?:from|of|by)|(?:money|funding|funds|cash|support) for (?:the|this|their|our) (?:\w+ )?(?:study|trial|research|work|project|survey|analysis|experiments?) (?:came|comes|was provided|was obtained) (?:from|by)|borne by|grants? of(?= the [A-Z]?[a-z]+ [a-z]+ (?:foundation|trust|fund|council|initiative|agency))|(?:funders?|sponsors?)(?: of (?:the|this) \w+)? (?:was|is|were|are)|sponsors?:|(?:an? )?(?:gift|donation|grant|bequest)s? (?:from|of)(?= the [A-Z]?[a-z]+ (?:family|foundation|trust|fund))|an? (?:gift|donation|grant|bequest) from|grants? (?:was|were) (?:awarded|given|made|provided) by|made possible (?:by|through|thanks to)|(?:remainder|rest|balance|other half|remaining \w+) (?:of it )?(?:came|was (?:paid|met|covered|provided)) (?:from|by)|thanks to (?:\w+ ){0,2}(?:grants?|funding|support|money) from|commissioned by|funders?:|funding:|financing:|(?:financed|supported|sponsored|paid) by:|funding(?:/| and )support:|funded by:|financial support:|source of funding:|funding sources?:|acknowledges? (?:support|funding)(?: from)?|funded by an?)(?: the following:?)?(?: an?)?(?: grants?)?(?: from)? "
)
_ABOUT_STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|research|trial|work|project|paper|analysis|survey|review|authors?|investigators?|report|team|fund(?:ing|er|ers|ed)|grants?|support(?:ed)?|costs?|money|paid)\b"
)
_NOT_STUDY = re.compile(
    r"\b(?:charity|donat|fundrais|your support|help us|previous|will (?:fund|support)|programs?|programmes?|founded|mission|we fund|which funds|initiative|evidence|hypothesis|idea|notion|conclusions?|theory|view|claim|position|findings? (?:are|is|was|were)|life|efforts to)\b[^.;]{0,40}$"
)
_IS_PART = re.compile(
    r"\b(?:the|this|their|our) (?:study|research|work|trial|project|survey) (?:is|was|forms|formed) (?:a )?part of\b"
)
#: An institute for several things, told with commas.
_SEVERAL = r"(?:the )?(?:[A-Z]\w{1,30}[’']s |U\.S\. |US )?National [A-Z]\w+, [A-Z]\w+,? and [A-Z]\w+ [A-Z]\w+|(?:the )?(?:[A-Z]\w{1,30}[’']s )?(?:Ministry|Department) (?:of|for) [A-Z]\w+(?:, [A-Z]\w+){1,2},? and [A-Z]\w+"
_LIST = re.compile(_SEVERAL)
#: What belongs to a person or a place: "the estate of Ann Lee".
_OWNED = r"(?:(?:[Ee]state|[Mm]unicipality|[Cc]ity|[Cc]ounty|[Ff]amily|[Pp]rovince|[Rr]egion|[Cc]anton|[Gg]overnments?) of )"
#: "the drug's maker, Brenta": what a payer is, told before its name.
_DESCRIBED = r"(?:(?:an? |the |its |their |\w{2,20}[’']s? |[\w-]{2,24} ){0,3}(?:charity|compan(?:y|ies)|firm|manufacturer|maker|producer|developer|drugmaker|foundation|sponsor|funder|non-profit|organi[sz]ation|body|trust|council|agency|association|society|ministry|fund|academy|insurer|union)(?: of the \w+)?,? )"
_NAME = re.compile(
    rf"{_SEVERAL}|(?:the )?{_OWNED}?"
    r"(?:[A-Z][\w’'&./-]{0,30}|[A-Z]\.(?:[A-Z]\.)*)(?:(?:,? (?:of|for|the|and|in|on|de|la|du|&|to|at|des|les|et|pour|contre|publique|tous|für|zur|und|voor|van|het|per|del|della|och|för)){0,3} (?:[A-Z][\w’'&./-]{0,30}|&|\([A-Z][\w &-]{1,14}\))|, (?:Inc|LLC|Ltd)\.?){0,14}"
)
_SPLIT = re.compile(
    r"(?:,|;)(?: and| as well as)?(?: the| a grant from| grants from)? |(?: and| as well as| along with| plus)(?: by)? (?:the |from |grants from |a grant from )+|; ?"
)
_ORG = re.compile(
    r"\b(?:Foundation|Institutes?|Council|Trust|Fund|Society|Association|University|Agency|Department|Ministry|Office|Center|Centre|Administration|Commission|Organi[sz]ation|Union|Charity|Service|Board|Network|Academy|"
    r"Inc|LLC|Ltd|Corporation|Company|Pharmaceuticals?|Program(?:me)?|Research|Hospital|School|Alliance|Initiative|Affairs|Government|Mission|mission|grant|"
    r"Fondation|Fonds|Stiftung|[A-Z][a-z]+stiftung|Fundaci[óo]n|Fundação|Fondazione|Instituto|Institut|Forschungsgemeinschaft|Therapeutics|Foods|Action|Group|Municipality|municipality|estate|[Gg]overnments?)\b"
)


def funding(article: Article, organisations: Sequence[Organisation] = ()) -> tuple[StudyValue, ...]:
    """Organisations that paid for the study, as printed."""
    ends = {organisation.start: organisation.end for organisation in organisations}
    out: dict[str, StudyValue] = {}
    for sentence in article.sentences:
        if not _may_name(sentence):
            continue
        for start, end in _funders(article, sentence, ends):
            name = article.text[start:end]
            key = re.sub(
                r"\W+", " ", re.sub(r"\([^)]*\)", "", name).lower().removeprefix("the ")
            ).strip()
            if (
                key
                and key not in out
                and not _GRANT.search(re.sub(r" ?\([^)]*\)", "", name))
                and not _short(article, name, out)
            ):
                out[key] = stated(article, name, [(start, end)], 0.85, "funding")
    return tuple(out.values())[:15]


def _may_name(sentence: Sentence) -> bool:
    """Whether a sentence stands where payers of the study are named."""
    if sentence.zone is Zone.ABOUT:
        return _STUDY_PAID.search(sentence.low) is not None
    return sentence.zone not in _ASIDE and sentence.whose is not Whose.OTHER


_ASIDE = frozenset({Zone.MENU, Zone.CONTACTS})
#: The facts of a study, told under its name at the end of a release.
_STUDY_PAID = re.compile(
    r"\b(?:(?:the|this) (?:study|trial|research|survey)|[\w-]{3,24} \((?:nct|isrctn|eudract|eu ct|actrn|drks)[^)]{1,40}\)) (?:was|is) (?:being )?(?:\w+ )?(?:funded|financed|sponsored|paid for|supported) by\b"
)
#: The number of a grant.
_GRANT = re.compile(
    r"\d{4}|^[A-Z]{1,3}\d|^(?:Mass|Calif|Conn|Md|Va|Fla|Ill|Mich|Minn|Wis|Tex|Pa|Ore|Wash|Colo|Ariz|Inc|Ltd|LLC)\.?$"
)


def _short(article: Article, name: str, out: Mapping[str, StudyValue]) -> bool:
    """Whether a name is the abbreviation of one that is there already."""
    long = article.abbreviations.get(name)
    return long is not None and any(long.long.lower().endswith(key) for key in out)


_THE_STUDY = re.compile(r" ?(?:the|this|his|her|their) (?:study|trial|research|work|project)\b")


def _funders(
    article: Article, sentence: Sentence, ends: Mapping[int, int]
) -> list[tuple[int, int]]:
    out = []
    for cue in _BY.finditer(sentence.low):
        before = sentence.low[max(0, cue.start() - 160) : cue.start()]
        own = sentence.own and _PAID.match(cue.group())
        aside = _NOT_STUDY.search(before[-60:]) and not _IS_PART.search(before[-60:])
        if aside or not (own or _ABOUT_STUDY.search(before + cue.group())):
            continue
        out += _names(article, sentence, cue.end(), ends)
    if payers.asked(article, sentence):
        out += _names(article, sentence, 0, ends)
    for match in payers.GAVE.finditer(sentence.text):
        after = sentence.low[match.end() - 1 : match.end() + 60]
        if _ABOUT_STUDY.search(match.group().lower() + after) and (
            _ORG.search(match["name"]) or _THE_STUDY.match(after)
        ):
            start = sentence.start + match.start("name")
            out += _before(article, sentence, start)
            out.append(_trimmed(article, start, start + len(match["name"])))
    for start, end in payers.named(sentence.text):
        out.append(_trimmed(article, sentence.start + start, sentence.start + end))
    return [place for place in out if not _no_funder(article, place)]


_PAID = re.compile(
    r"(?:made possible|grants? (?:was|were)|paid|funded|financ|bankrolled|sponsor|underwritten)"
)
_AND = re.compile(
    rf"{CAPITALS},? and (?:the )?{_DESCRIBED}?$|{CAPITALS.replace('name', 'listed')}, (?:the )?$"
)


def _before(article: Article, sentence: Sentence, start: int) -> list[tuple[int, int]]:
    """The organisation named before another one: "the Fund and the Trust paid for this study"."""
    match = _AND.search(article.text[max(sentence.start, start - 130) : start])
    if match is None:
        return []
    name = match["name"] or match["listed"]
    if not _ORG.search(name):
        return []
    at = max(sentence.start, start - 130) + match.start("name" if match["name"] else "listed")
    return [_trimmed(article, at, at + len(name))]


def _no_funder(article: Article, place: tuple[int, int]) -> bool:
    """Whether a name is a country or says that there was none."""
    name = article.text[place[0] : place[1]]
    return name.lower() in {"none", "nil", "not", "no", "who", "what"} or name in _countries()


@cache
def _countries() -> frozenset[str]:
    lines = (line.split("|")[0] for line in vocabulary.lines("countries"))
    return frozenset(name for line in lines for name in vocabulary.forms(line)[1:])


def _names(
    article: Article, sentence: Sentence, at: int, ends: Mapping[int, int]
) -> list[tuple[int, int]]:
    """The organisations listed from an offset of the sentence on."""
    out: list[tuple[int, int]] = []
    text = sentence.text
    while len(out) < 12:
        skip = re.match(
            rf"(?:[Gg]rants?(?:-in-[Aa]id)?[^.;,]{{0,24}}? from |a |an |the |The |grants? |from |by |to |and |both |part |in |(?:us|ourselves|our charity) \(|(?:generosity|support|help|backing) of |{_DESCRIBED}(?=[A-Z]))*",
            text[at:],
        )
        at += skip.end() if skip else 0
        known = None if _LIST.match(text, at) else ends.get(sentence.start + at)
        match = None if known else _NAME.match(text, at)
        if match is None and known is None:
            break
        end = match.end() if match else (known or 0) - sentence.start
        pieces = _pieces(text, at, end) if match else [(at, end)]
        out += [_trimmed(article, sentence.start + s, sentence.start + e) for s, e in pieces]
        following = re.match(
            rf"\)?(?: (?:programmes?|programs?|scheme|grants?|award))?(?: ?\([^)]{{0,60}}\))?(?:,? (?:grants?|awards?|contracts?|numbers?|no\.?)[^,;.]{{0,40}})?(?:[,;]| and| as well as| \((?![A-Z][\w-]{{1,12}}\)))+(?: (?:and|by|the|also|as well as|from|with|additional support from|support from|grants from|a grant from))* ?{_DESCRIBED}?(?={_OWNED}?[A-Z])|[^.;,]{{0,60}}, (?:and|with) (?:additional |further )?(?:support|funding|grants?) from (?:the )?",
            text[end:],
        )
        if following is None:
            break
        at = end + following.end()
    return [
        (start, end)
        for start, end in out
        if end - start > 2 and not _PERSON.search(article.text[start:end])
    ]


_PERSON = re.compile(r"\b(?:Drs?|Prof|Professor|Investigator|Mr|Ms|Mrs)\b")


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A run of capitals cut where "and" joins two organisations."""
    run, out, at = text[start:end], [], 0
    if _LIST.match(run):
        return [(start, end)]
    for join in re.finditer(r",? and (?:the )?|, (?:the )?", run):
        left, right = run[at : join.start()], run[join.end() :]
        if _parted(join.group(), left, right.split(", ")[0]):
            out.append((start + at, start + join.start()))
            at = join.end()
    return [*out, (start + at, end)]


#: What a ministry or institute may be for, and no body of its own.
_TOPIC = re.compile(
    r"^(?:\w+(?:tion|ment|ology|ics|ing|ity|ences?|ture|ism|ive|al|ic|ary|ness|icine|try)|Health|Systems|Care|Welfare|Research|Sport|Stroke|Science|Technology|Work|Skin|Diseases?|Human|Blood|Lung|Trade|Industry|Food|Drug|Family|Youth|Women|Children|Sons|Company|Co)\b"
)


#: Heads of names that end like a topic.
_ROMANCE = re.compile(r"(?:Fondation|Fondazione|Fundaci[óo]n|Fundação|Association)\b")


def _parted(join: str, left: str, right: str) -> bool:
    """Whether "and" joins two organisations and not the two halves of a name."""
    if "the " in join or ("," in join and _ORG.search(right)):
        return _whole(right) and not left.endswith((" of", " for"))
    if _TOPIC.match(right) and not _ROMANCE.match(right):
        return False
    single = len(right.split()) == 1 and bool(_ORG.search(left))
    return (_whole(left) and _whole(right)) or single


def _whole(name: str) -> bool:
    """Whether a piece can stand as an organisation of its own."""
    return bool(_ORG.search(name)) or (len(name.split()) == 1 and name.isupper())


def _trimmed(article: Article, start: int, end: int) -> tuple[int, int]:
    if article.text.startswith("the ", start):
        start += 4
    tail = re.search(
        r"(?: (?:of|for|the|and|in|on|to|at|&)|,| \([^)]*\d[^)]*\))+$", article.text[start:end]
    )
    return trim(article.text, start, end - len(tail.group()) if tail else end)


_CONFLICT = re.compile(
    r"\b(?:conflicts? of interests?|competing interests?|(?:received|receiving|disclosed|reports?|reported|declared?|has|have) (?:\w+ ){0,4}(?:consult(?:ing|ancy)|speaker|honorari|personal|advisory) ?(?:fees|board|payments|a)?|"
    r"(?:is|are|was|were) (?:paid )?(?:employees?|consultants?|shareholders?) (?:of|for|at)|(?:owns?|holds?) (?:stock|shares|patents?)|no (?:relevant )?(?:financial )?disclosures?|has (?:a )?patents?)"
)
_NONE = re.compile(r"\b(?:no|not|none|without|nothing)\b[^.;]{0,40}$")


def conflicts(article: Article) -> StudyValue | None:
    """The sentence on conflicts of interest; `none` in the details where it denies them."""
    for sentence in article.sentences:
        match = _CONFLICT.search(sentence.low)
        if (
            match is None
            or sentence.zone in {Zone.ABOUT, Zone.MENU}
            or sentence.whose is Whose.OTHER
        ):
            continue
        none = _NONE.search(sentence.low[: match.start()]) is not None
        place = (sentence.start, sentence.end)
        return stated(
            article, sentence.text, [place], 0.8, "conflicts", none=True if none else None
        )
    return None
