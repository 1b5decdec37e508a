"""The investigators: people the article names as makers of this study, not those who comment on it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.study import StudyValue
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.names import PERSON, SURNAME, is_person
from reader.study.reading.whose import Whose
from reader.study.values import stated

_DEGREES = r"(?:,? (?:M\.?D\.?|Ph\.?D\.?|D\.?V\.?M\.?|M\.?P\.?H\.?|Sc\.?D\.?|M\.?S\.?(?:c\.?)?|M\.?B\.?|R\.?N\.?|FRCP|MBBS|Dr\.?P\.?H\.?|MSc|DPhil|Pharm\.?D\.?|Psy\.?D\.?|[A-Z]\.[A-Z]\.[A-Z]?\.?|MD|PhD|MPH|DO|MBA),?)*"
_TITLE = r"(?:(?:Drs?|Profs?|Professors?|Assoc\. Prof|Associate Professor|Assistant Professor|Principal Investigator|Sir|Dame|Lord|Mr|Ms|Mrs)\.? ){0,2}"
_ROLE = (
    r"(?:lead|senior|first|corresponding|principal|co-?lead|chief|study|main|paper[’']s|primary|joint|last|report|trial)(?: (?:study|trial|and \w+))? "
    r"(?:author|investigator|researcher|scientist|writer|leader|chair|co-?author)|co-?authors?|co-?investigator|co-?leaders?|author of the (?:study|paper|report|research|analysis|review)|"
    r"study(?:[’']s)? (?:\w+ )?(?:author|leader|chair|director|head|investigator)|who (?:co-?)?(?:led|headed|directed|conducted|carried out|designed|supervised)|led the (?:study|research|work|team|trial)|"
    r"(?:an? )?author (?:on|of)|one of the (?:\w+ )?(?:authors|researchers|scientists|investigators)|principal investigator|research(?:er)? (?:lead|leader)|senior researcher|team leader"
)
_NAME = rf"(?P<name>{PERSON})"
#: Where a name stands as a maker of the study, with the weight of it.
_MAKERS = (
    (3.0, re.compile(rf"{_TITLE}{_NAME}{_DEGREES}(?: \([^)]{{1,80}}\))?,? (?:and|with) (?:(?:his|her|their|other|several|a team of|the) )?(?:[\w-]+ )?(?:colleagues?|co-?workers|co-?authors|team|collaborators|associates)\b")),
    (3.0, re.compile(rf"\b(?:led|headed|directed|conducted|authored|written|carried out|spearheaded|overseen|co-led) by (?:the )?(?:\w+[’']s )?(?:[a-z]+ ){{0,4}}{_TITLE}{_NAME}")),
    (2.6, re.compile(rf"\b(?:study|analysis|trial|paper|research|work|review|report|findings|investigation) (?:led |published )?by {_TITLE}{_NAME}")),
    (3.0, re.compile(rf"\b(?:{_ROLE}),? (?:\w+ )?{_TITLE}{_NAME}", re.M)),
    (3.0, re.compile(rf"{_TITLE}{_NAME}{_DEGREES},? (?:[^.;”\"]{{0,140}}?\b)?(?:{_ROLE})\b")),
    (2.6, re.compile(rf"{_NAME}(?:[’']s)? (?:team|group|lab|laboratory)\b")),
    (2.5, re.compile(rf"{_TITLE}{_NAME}{_DEGREES} (?:directed|led|headed|designed|conducted|discovered|developed|invented) (?:the|this|a|an) ")),
    (2.4, re.compile(rf"\b(?:Principal Investigator|Lead author|Senior author|First author|Study author|Co-?author)s?:? {_TITLE}{_NAME}")),
    (2.4, re.compile(rf"{_TITLE}{_NAME}{_DEGREES},? (?:and [\w.’' -]{{3,50}} )?(?:set out|report(?:s|ed)? |found|has found|show(?:s|ed)? that|discovered)\b")),
    (2.0, re.compile(rf"{_TITLE}{_NAME}{_DEGREES},? (?:the )?[Dd]irector of the [\w’' -]{{0,50}}?[Ss]tudy\b")),
)  # fmt: skip
_SURNAMES = (
    re.compile(
        rf"(?P<name>{SURNAME})(?:[’']s)? and (?:his |her |their |the )?(?:colleagues?|co-?workers|co-?authors|team|collaborators)\b"
    ),
    re.compile(rf"(?P<name>{SURNAME}(?:(?:,| and) {SURNAME}){{0,3}}),? et al\b"),
    re.compile(rf"(?P<name>{SURNAME})[’']s (?:team|group|lab(?:oratory)?|study|analysis)\b"),
)
_LIST = re.compile(
    rf"\b(?:Drs\.?|Professors|Doctors) (?P<names>{SURNAME}(?: {SURNAME})?[^();:]{{0,160}}?)(?:,? and (?:colleagues|others|team)|[();:]|\.$)"
)
_SAID = re.compile(
    rf"(?:\b(?:said|says|sai[d]|explain(?:s|ed)|add(?:s|ed)|according to|note[sd]|commented|told|write[s]?|wrote|told us|recalls?|cautions?|stresse[sd]|concludes?|suggests?),? (?:\w+ )?{_TITLE}(?P<name>{PERSON})(?P<after>{_DEGREES}[^.”\"]{{0,160}})"
    rf"|{_TITLE}(?P<name2>{PERSON})(?P<after2>{_DEGREES}(?:, [^.”\"]{{0,160}}?)?),? (?:said|says|explain(?:s|ed)|add(?:s|ed)|note[sd]|told|commented|suggests|stresses|cautions)\b)"
)
_OUTSIDE = re.compile(
    r"\b(?:not (?:involved|part|connected|affiliated)|wasn[’']t involved|uninvolved|independent(?:ly)?|accompanying|editorial|perspective|commentary|academic editor|commentator|"
    r"commissioner|minister|secretary of|spokes(?:person|man|woman)|press officer|charity|society[’']s (?:chief|director)|chief executive|ceo\b|president of|executive director|"
    r"(?:acting |deputy |associate )?director of (?:the )?(?:nih|nci|cdc|fda|niaid|nhlbi|nei|national|center|centers|division|office|world|niddk|nimh|nia)\b|director of (?:\w+[’']s )(?:division|office|center)|(?:nih|nci|cdc|fda|niaid|nhlbi|nei|who)[’']?s? (?:\w+ )?director|patient|whose (?:son|daughter|husband|wife)|of the (?:american|national) \w+ (?:society|association|foundation)|who (?:reviewed|commented)|center for (?:drug|devices|biologics))\b"
)
_WORK = re.compile(
    r"\b(?:professor|researcher|scientist|research fellow|postdoctoral|postdoc|ph\.?d\.? (?:student|candidate)|graduate student|lecturer|epidemiologist|astronomer|neuroscientist|biologist|chemist|physicist|psychologist|neurologist|oncologist|"
    r"cardiologist|physician|surgeon|investigator|geologist|ecologist|economist|analyst|engineer|head of (?:the )?\w+ (?:lab|group)|m\.?d\.?,?|ph\.?d\.?,?)(?: |,|\b)"
)
_OURS = re.compile(
    r"\b(?:we|our|us)\b[^”\"]{0,300}[”\"]|\bthis (?:study|research|trial|work|analysis|finding)\b|\bour (?:study|findings?|results?|data|work|model|research|analysis|team|approach)\b|\bwe (?:found|show|were able|discovered|saw|looked|wanted|hope|believe|observed|used|developed|identified|now)\b"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person named at [start, end), with the weight of being a maker of the study."""

    name: str
    start: int
    end: int
    weight: float
    et_al: bool = False


def investigators(article: Article) -> tuple[StudyValue, ...]:
    """The makers of the study, as printed, each once and with the fullest form of the name."""
    people: dict[str, Person] = {}
    outside = {_key(p.name) for p in outsiders(article)}
    for person in (
        *_makers(article),
        *_surnames(article),
        *_listed(article),
        *_quoted(article),
        *_cited(article),
    ):
        known = people.get(_key(person.name))
        if known is None or (len(person.name) > len(known.name) > 0 and person.weight > 1):
            people[_key(person.name)] = person
    chosen = [p for key, p in people.items() if key not in outside]
    return tuple(
        stated(article, p.name, [(p.start, p.end)], min(0.95, 0.4 + 0.18 * p.weight), "investigator", et_al=True if p.et_al else None)
        for p in sorted(chosen, key=lambda p: p.start)[:30]
    )  # fmt: skip


def _key(name: str) -> str:
    """People are told apart by their surname."""
    parts = name.replace("’", "'").split()
    last = (
        parts[-2]
        if len(parts) > 1 and re.fullmatch(r"[A-Z]{1,3}|Jr\.?|Sr\.?|III?", parts[-1])
        else parts[-1]
    )
    return last.lower().removesuffix("'s")


def _told(article: Article) -> Iterator[Sentence]:
    for sentence in article.body:
        if sentence.whose is not Whose.OTHER:
            yield sentence


def _makers(article: Article) -> Iterator[Person]:
    for sentence in _told(article):
        for weight, pattern in _MAKERS:
            for match in pattern.finditer(sentence.text):
                name = match["name"]
                if is_person(name) and not _OUTSIDE.search(match.group().lower()):
                    start = sentence.start + match.start("name")
                    et_al = bool(re.search(r"colleagues|co-?workers|team", match.group()))
                    yield _person(article, name, start, weight, et_al=et_al)


def _person(
    article: Article, name: str, start: int, weight: float, *, et_al: bool = False
) -> Person:
    bare = re.sub(r"[’']s?$", "", name)
    return Person(bare, start, start + len(bare), weight, et_al)


def _surnames(article: Article) -> Iterator[Person]:
    for sentence in _told(article):
        for pattern in _SURNAMES:
            for match in pattern.finditer(sentence.text):
                for part in re.finditer(SURNAME, match["name"]):
                    name = part.group()
                    start = sentence.start + match.start("name") + part.start()
                    if is_person(name) and len(name) > 1:
                        yield _full(article, _person(article, name, start, 2.0, et_al=True))


def _full(article: Article, person: Person) -> Person:
    """The full name where the article gives it elsewhere."""
    last = re.escape(person.name.split()[-1])
    pattern = re.compile(
        rf"(?:[A-ZÀ-Þ][\w’'-]{{1,24}}|[A-Z]\.)(?: [A-Z]\.| [A-ZÀ-Þ][\w’'-]{{1,24}}){{0,1}} {last}\b"
    )
    for match in pattern.finditer(article.text):
        name = re.sub(r"^(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.? ", "", match.group())
        if " " in name and is_person(name):
            start = match.end() - len(name)
            return Person(name, start, match.end(), person.weight, person.et_al)
    return person


def _listed(article: Article) -> Iterator[Person]:
    """ "Drs. A. Miller, Beth Jones, and colleagues"."""
    for sentence in _told(article):
        for match in _LIST.finditer(sentence.text):
            for part in re.finditer(r"[^,]+?(?=,| and |$)", match["names"]):
                name = re.sub(r"^ ?(?:and )?", "", part.group())
                start = sentence.start + match.start("names") + part.end() - len(name)
                if re.fullmatch(rf"{PERSON}|{SURNAME}", name) and is_person(name):
                    yield _person(article, name, start, 2.8, et_al="colleagues" in match.group())


def _quoted(article: Article) -> Iterator[Person]:
    """People who speak of the study as their own."""
    for sentence in _told(article):
        for match in _SAID.finditer(sentence.text):
            name = match["name"] or match["name2"]
            after = (match["after"] or match["after2"] or "").lower()
            paragraph = _paragraph(article, sentence)
            if not is_person(name) or _OUTSIDE.search(after) or not _WORK.search(after):
                continue
            if _OURS.search(paragraph.lower()):
                start = sentence.start + match.start("name" if match["name"] else "name2")
                yield _person(article, name, start, 1.6)


def _paragraph(article: Article, sentence: Sentence) -> str:
    block = article.blocks[sentence.block]
    start = max(block.start, sentence.start - 500)
    return article.text[start : min(block.end, sentence.end + 200)]


def outsiders(article: Article) -> list[Person]:
    """People who comment from outside."""
    out = []
    for sentence in article.body:
        if not _OUTSIDE.search(sentence.low):
            continue
        for match in re.finditer(PERSON, sentence.text):
            around = sentence.low[max(0, match.start() - 60) : match.end() + 170]
            maker = re.search(rf"\b(?:{_ROLE})", around)
            if is_person(match.group()) and _OUTSIDE.search(around) and not maker:
                out.append(Person(match.group(), sentence.start + match.start(), sentence.end, 1.0))
    return out


_REVERSED = re.compile(r"(?P<name>(?:[A-ZÀ-Þ][\w’'-]{1,24} ){1,2}[A-Z]{1,3})(?=,|\.|;| and )")
_FORWARD = re.compile(rf"(?P<name>{PERSON})(?=,|\.|;| and |\*|\d)")


def _cited(article: Article) -> Iterator[Person]:
    """Authors of a reference that the page gives at its end."""
    for block in article.blocks:
        if block.zone is not Zone.CITATION:
            continue
        text = article.text[block.start : min(block.end, block.start + 900)]
        reverse = list(_REVERSED.finditer(text))
        names = reverse if len(reverse) > 1 else list(_FORWARD.finditer(text))
        if len(names) < 2:
            continue
        for match in names:
            gap_end = text.find("“") if "“" in text else text.find('"')
            name = match["name"]
            if (gap_end < 0 or match.start() < gap_end or gap_end == 0) and is_person(name):
                yield Person(
                    name, block.start + match.start(), block.start + match.end("name"), 1.5
                )
