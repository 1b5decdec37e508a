"""The investigators: people the article names as makers of this study, not those who comment on it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.model.study import StudyValue
from reader.study import places, speakers
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.names import FORENAME, PERSON, SURNAME, common, follows_a_name, is_person
from reader.study.reading.whose import Whose
from reader.study.speakers import DEGREES, ROLE, TITLE
from reader.study.values import stated
from reader.text import sieve as re

_NAME = rf"(?P<name>{PERSON})"
_FELLOWS = r"(?:colleagues?|co-?workers|co-?authors|co-?investigators|team|collaborators|associates|group|others)"
_MADE = (
    r"(?:led|headed|directed|conducted|authored|written|carried out|spearheaded|overseen|co-?led|performed|supervised|designed|developed|"
    r"undertaken|co-?authored|coordinated|published|done)"
)
_WORK = r"(?:study|analysis|trial|paper|research|work|review|report|findings|investigation|survey|experiments?|project|meta-analysis)"
_FINDS = r"(?:set out|has found|found that|discovered|show(?:s|ed) that|report(?:s|ed)? (?:that|in|their)|and (?:[a-z]+ )?found)"
#: Where a name stands as a maker of the study, with the weight of it.
_MAKERS = (
    (3.0, re.compile(rf"{TITLE}{_NAME}{DEGREES}(?: \([^)]{{1,80}}\))?(?:, [^,.;]{{3,60}},)?,? (?:and|with) (?:(?:his|her|their|other|several|an? (?:international )?team of|the|a group of|fellow) )?(?:[\w-]+ ){{0,2}}{_FELLOWS}\b")),
    (3.0, re.compile(rf"{TITLE}{_NAME}{DEGREES},? (?:of|at|from) [^.;]{{3,110}}?,? (?:and|with) (?:(?:his|her|their|other|several) )?(?:[\w-]+ ){{0,2}}{_FELLOWS}\b")),
    (3.0, re.compile(rf"\b{_MADE} (?:jointly )?by (?:the )?(?:\w+[’']s )?(?:[a-z-]+ ){{0,4}}{TITLE}{_NAME}")),
    (2.6, re.compile(rf"\b(?:{_WORK}|[Rr]esults),? (?:led |published |conducted |co-?authored )?(?:by|from) {TITLE}{_NAME}")),
    (2.6, re.compile(rf"\b(?:{_WORK}|[Rr]esults),? by {TITLE}{PERSON} and {TITLE}{_NAME}")),
    (2.4, re.compile(rf"{TITLE}{_NAME}{DEGREES},? (?:of|at|from) [^.;]{{3,80}}?, who (?:conducted|led|headed|heads|leads|ran|runs|carried out|did|designed|oversaw|supervised) ")),
    (3.0, re.compile(rf"\b(?:{ROLE})(?: and [a-z -]{{3,40}})?(?: of (?:the|this) {_WORK})?,? (?:is |was |were )?{TITLE}{_NAME}")),
    (2.6, re.compile(rf"{_NAME}(?:[’']s)? (?:team|group|lab|laboratory|and (?:his|her|their) (?:team|group|lab))\b")),
    (2.5, re.compile(rf"{TITLE}{_NAME}{DEGREES},? (?:who )?(?:directed|led|headed|designed|conducted|discovered|developed|invented) (?:the|this|a|an) ")),
    (2.4, re.compile(rf"{TITLE}{_NAME}{DEGREES},? (?:and [\w.’' -]{{3,50}} )?{_FINDS}\b")),
    (2.4, re.compile(rf"\b(?:[Tt]eam|[Rr]esearchers|[Ss]cientists|[Aa]stronomers|[Dd]uo|[Pp]hysicists|[Aa]uthors|[Ee]conomists|[Bb]iologists|[Gg]eologists|[Pp]sychologists|[Ee]pidemiologists|[Nn]euroscientists) {TITLE}{_NAME}(?=,| and | of | from | at )")),
    (2.6, re.compile(rf"\b[Ll]ed by {TITLE}{PERSON}{DEGREES},? (?:of|from|at) [^.;]{{3,90}}? and {TITLE}{_NAME}")),
    (2.4, re.compile(rf"\b(?:[Hh]er|[Hh]is|[Tt]heir) (?:close |former |long-time |fellow )?(?:colleague|co-?author|co-?worker|collaborator|doctoral student|student|fellow researcher|PhD student|postdoc) {TITLE}{_NAME}")),
    (2.4, re.compile(rf"\b(?:carried out|did|ran|made|performed|conducted) (?:the|this) (?:\w+ )?{_WORK} (?:together |along |jointly )?with {TITLE}{_NAME}")),
    (2.4, re.compile(rf"\b[Tt]he (?:group|team|lab|laboratory|groups|teams) of {TITLE}{_NAME}")),
    (2.4, re.compile(rf"\b[Tt]he (?:group|team|lab|laboratory|groups|teams) of {TITLE}{PERSON}{DEGREES} and {TITLE}{_NAME}")),
    (2.4, re.compile(rf"{TITLE}{_NAME}{DEGREES}, (?:who|whose (?:team|group|lab|laboratory)) (?:headed|led|ran|carried out|directed|did|designed|conceived) ")),
    (2.4, re.compile(rf"{TITLE}{_NAME}{DEGREES}(?: \([^)]{{1,80}}\)|,? (?:of|from|at) [^.;]{{3,80}}?,)? (?:set out|set about|wanted to know|now reports?|now describes?|describes? (?:how|what|in))\b")),
    (2.0, re.compile(rf"{TITLE}{_NAME}{DEGREES},? (?:the )?[Dd]irector of the [\w’' -]{{0,50}}?[Ss]tudy\b")),
)  # fmt: skip
#: A role in the study; the person it belongs to is named before it.
_ROLE = re.compile(rf"\b(?:{ROLE})\b")
_TITLED = re.compile(rf"{TITLE}{_NAME}{DEGREES}")
#: How far before a role its person is looked for.
_REACH = 200
_OTHER_PERSON = re.compile(
    r"(?<!who )(?<!and )\b(?:said|says|is|was|were|are|has|have|had|found|told)\b|[.] [A-Z][a-z]+ [a-z]"
)
_SURNAMES = (
    re.compile(
        rf"(?P<name>{SURNAME})(?:[’']s)?,? (?:and|with) (?:his |her |their |the |other )?(?:\w+ )?{_FELLOWS}\b"
    ),
    re.compile(rf"(?P<name>{SURNAME}(?:(?:,| and|, and) {SURNAME}){{0,3}}),? et al\b"),
    re.compile(rf"(?P<name>{SURNAME})[’']s (?:team|group|lab(?:oratory)?|study|analysis)\b"),
)
#: Lists of makers: "Drs. A. Miller, Beth Jones, and colleagues", "co-authors are Ann Lee and …".
_LIST = re.compile(
    rf"(?:\b(?:Drs\.?|Professors|Doctors) |\b(?:[Oo]ther|[Aa]dditional|[Cc]o-?|[Ss]tudy|[Tt]he)(?: study| paper)?(?:[’']s)?[ -]?(?:[Cc]o-?)?(?:authors?|investigators|researchers)(?: (?:on|of) (?:the|this) \w+)?(?: are| were| include| included|:)?,? (?:Drs?\. )?)"
    rf"(?P<names>(?:{PERSON}|{SURNAME})[^();:]{{0,260}}?)(?:,? (?:and|with) (?:{_FELLOWS}|colleagues|others)|[();:]|\.$|\.(?= [A-Z][a-z]+ [a-z])| (?:of|at|from) (?:the )?[A-Z]| (?:found|report|have|say|said|show))"
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
    outside = {surname(name) for name, _, _ in speakers.outsiders(article)}
    for person in _people(article):
        key = surname(person.name)
        known = people.get(key)
        if known is None or (len(person.name) > len(known.name) > 0 and person.weight > 1):
            et_al = person.et_al or bool(known and known.et_al)
            people[key] = replace(person, et_al=et_al)
    chosen = [p for key, p in people.items() if key not in outside]
    if not chosen and (voice := speakers.first_voice(article)):
        chosen = [_person(*voice, 0.6)]
    return tuple(
        stated(article, p.name, [(p.start, p.end)], min(0.95, 0.4 + 0.18 * p.weight), "investigator", et_al=True if p.et_al else None)
        for p in sorted(chosen, key=lambda p: p.start)[:30]
    )  # fmt: skip


def _people(article: Article) -> Iterator[Person]:
    """Everybody who may be a maker; words that the article also writes small are no names."""
    told = (
        *_makers(article),
        *_surnames(article),
        *_pairs(article),
        *_listed(article),
        *_quoted(article),
    )
    for person in told:
        if is_person(person.name) and not common(person.name, article.small_words):
            yield person
    yield from _bylines(article)
    yield from _cited(article)


def surname(name: str) -> str:
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


#: Without two capitals in a row no person is named in full.
_CAPITALS = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]{0,30}\.? [A-ZÀ-Þ]")


_ALL_MAKERS = re.Family(_MAKERS)
_ALL_SURNAMES = re.Family((pattern,) for pattern in _SURNAMES)


def _makers(article: Article) -> Iterator[Person]:
    for sentence in _told(article):
        if not _CAPITALS.search(sentence.text):
            continue
        for weight, pattern in _ALL_MAKERS.within(sentence.text):
            for match in pattern.finditer(sentence.text):
                yield from _maker(sentence, match, weight)
        yield from _in_role(sentence)


def _in_role(sentence: Sentence) -> Iterator[Person]:
    """ "Ann Lee, a biologist at Fernhill and senior author of the study": the nearest person before."""
    for role in _ROLE.finditer(sentence.text):
        start = max(0, role.start() - _REACH)
        found = [
            match
            for match in _TITLED.finditer(sentence.text, start, role.start())
            if is_person(match["name"])
        ]
        between = sentence.text[found[-1].end() : role.start()] if found else ""
        if found and not (_OTHER_PERSON.search(between) or ";" in between or "”" in between):
            yield from _maker(sentence, found[-1], 3.0)


def _maker(sentence: Sentence, match: re.Match[str], weight: float) -> Iterator[Person]:
    if not speakers.UNINVOLVED.search(match.group().lower()):
        start = sentence.start + match.start("name")
        et_al = bool(re.search(r"colleagues|co-?workers|team", match.group()))
        yield _person(match["name"], start, weight, et_al=et_al)


def _person(name: str, start: int, weight: float, *, et_al: bool = False) -> Person:
    bare = re.sub(r"[’']s?$", "", name)
    return Person(bare, start, start + len(bare), weight, et_al)


def _surnames(article: Article) -> Iterator[Person]:
    for sentence in _told(article):
        for (pattern,) in _ALL_SURNAMES.within(sentence.text):
            for match in pattern.finditer(sentence.text):
                for part in re.finditer(SURNAME, match["name"]):
                    name = part.group()
                    start = sentence.start + match.start("name") + part.start()
                    placed = article.text[start - 2 : start] == ", " and name in places.names()
                    if is_person(name) and len(name) > 1 and not placed:
                        yield _full(article, _person(name, start, 2.0, et_al=True))


def _full(article: Article, person: Person) -> Person:
    """The full name where the article gives it elsewhere."""
    last = person.name.split()[-1]
    if not follows_a_name(article.text, last):  # a pattern for each name is dear
        return person
    names = re.finditer(
        rf"{FORENAME}(?: [A-Z]\.| [A-ZÀ-Þ][\w’'-]{{1,24}}){{0,1}} {re.escape(last)}\b",
        article.text,
    )
    for match in names:
        name = re.sub(r"^(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.? ", "", match.group())
        if " " in name and is_person(name) and not common(name, article.small_words):
            start = match.end() - len(name)
            return Person(name, start, match.end(), person.weight, person.et_al)
    return person


_PART = re.compile(rf"(?:{PERSON}|{SURNAME})(?=,|;| and |$|{DEGREES}(?:,|;| and |$))")


#: "Miller and Jones filmed …", again and again: the two who made it, in a digest.
_PAIR = re.compile(
    rf"(?:(?<=^)|(?<=When )|(?<=Next, )|(?<=Then )|(?<=, ))(?P<one>{SURNAME}) and (?P<other>{SURNAME}) (?:now |then |also |next |first |have |had |therefore )*(?:\w{{2,20}}ed|found|set|gave|took|made|saw|let|grew|bred|fed|ran|built|show|report|suggest|conclude|find|propose|think)\b"
)


def _pairs(article: Article) -> Iterator[Person]:
    """Two surnames that do something together in two sentences or more."""
    found = [(s, m) for s in _told(article) for m in _PAIR.finditer(s.text)]
    names = Counter((m["one"], m["other"]) for _, m in found)
    for sentence, match in found:
        if names[match["one"], match["other"]] > 1:
            for group in ("one", "other"):
                yield _full(
                    article, _person(match[group], sentence.start + match.start(group), 2.0)
                )


def _listed(article: Article) -> Iterator[Person]:
    for sentence in _told(article):
        for match in _LIST.finditer(sentence.text):
            et_al = re.search(_FELLOWS, match.group()[-25:]) is not None
            for part in _PART.finditer(match["names"]):
                start = sentence.start + match.start("names") + part.start()
                yield _person(part.group(), start, 2.8, et_al=et_al)


def _quoted(article: Article) -> Iterator[Person]:
    """People who speak of the study as their own."""
    for name, start in speakers.own_voices(article):
        yield _person(name, start, 1.6)


_REVERSED = re.compile(r"(?P<name>(?:[A-ZÀ-Þ][\w’'-]{1,24} ){1,2}[A-Z]{1,3})(?=,|\.|;| and )")
_FORWARD = re.compile(rf"(?P<name>{PERSON})(?=,|\.|;| and |\*|\d)")
_FIRST = re.compile(rf"^[^:]{{0,30}}: ?(?P<name>{PERSON}|{SURNAME} [A-Z]{{1,3}}),? et al")


def _cited(article: Article) -> Iterator[Person]:
    """Authors of a reference that the page gives at its end."""
    for block in article.blocks:
        if block.zone is not Zone.CITATION:
            continue
        text = article.text[block.start : min(block.end, block.start + 900)]
        for match in _authors(text):
            if is_person(re.sub(r" [A-Z]{1,3}$", "", match["name"])):
                yield Person(
                    match["name"], block.start + match.start("name"), block.start + match.end("name"), 1.5
                )  # fmt: skip


#: "Authors: Miller A, Jones B": a line of its own.
_BYLINE = re.compile(r"^(?:Study |Review |Paper )?Authors?: ")


def _bylines(article: Article) -> Iterator[Person]:
    for block in article.blocks:
        text = article.text[block.start : min(block.end, block.start + 600)]
        line = text.partition("\n")[0]
        opened = _BYLINE.match(line)
        found = (*_REVERSED.finditer(f"{line}."), *_PART.finditer(line)) if opened else ()
        for match in found:
            name = match["name"] if "name" in match.groupdict() else match.group()
            if is_person(re.sub(r" [A-Z]{1,3}$", "", name)):
                start = block.start + match.start()
                yield Person(name, start, start + len(name), 2.4)


def _authors(text: str) -> list[re.Match[str]]:
    """The names before the title; a block of other things names nobody."""
    quote = min((at for mark in '“"' if (at := text.find(mark)) > 0), default=len(text))
    if first := _FIRST.match(text):
        return [first]
    reverse = [m for m in _REVERSED.finditer(text) if m.start() < quote]
    names = (
        reverse if len(reverse) > 1 else [m for m in _FORWARD.finditer(text) if m.start() < quote]
    )
    if len(names) < 2:
        return []
    kept = names[:1]
    for name in names[1:]:
        if name.start() - kept[-1].end() > 12:
            break
        kept.append(name)
    return kept if len(kept) > 1 else []
