"""The investigators: people the article names as makers of this study, not those who comment on it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.model.study import StudyValue
from reader.study import maker_words as told
from reader.study import places, speakers
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.names import FORENAME, PERSON, SURNAME, common, follows_a_name, is_person
from reader.study.reading.whose import Whose
from reader.study.speakers import DEGREES
from reader.study.values import stated
from reader.text import sieve as re


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
        *_meant(article),
    )
    for person in told:
        placed = person.name in places.names()
        if is_person(person.name) and not (placed or common(person.name, article.small_words)):
            yield person
    yield from _bylines(article)
    yield from _cited(article)
    yield from _referred(article)


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


_ALL_MAKERS = re.Family(told.MAKERS)
_ALL_SURNAMES = re.Family((pattern,) for pattern in told.SURNAMES)


def _makers(article: Article) -> Iterator[Person]:
    for sentence in _told(article):
        if not _CAPITALS.search(sentence.text):
            continue
        for weight, pattern in _ALL_MAKERS.within(sentence.text):
            for match in pattern.finditer(sentence.text):
                yield from _maker(sentence, match, weight)
                yield from _also(sentence, match, weight)
        yield from _in_role(sentence)


def _in_role(sentence: Sentence) -> Iterator[Person]:
    """ "Ann Lee, a biologist at Fernhill and senior author of the study": the nearest person before."""
    for role in told.ROLE.finditer(sentence.text):
        start = max(0, role.start() - told.REACH)
        found = [
            match
            for match in told.TITLED.finditer(sentence.text, start, role.start())
            if is_person(match["name"])
            and not told.NAMED_AFTER.search(sentence.text, 0, match.start())
        ]
        between = told.IS.sub("", sentence.text[found[-1].end() : role.start()]) if found else ""
        if found and not (told.OTHER_PERSON.search(between) or ";" in between or "”" in between):
            yield from _maker(sentence, found[-1], 3.0)


def _also(sentence: Sentence, match: re.Match[str], weight: float) -> Iterator[Person]:
    """Those who are named right behind a maker, as makers too."""
    at: re.Match[str] | None = match
    while at and is_person(at["name"]) and (at := told.ALSO.match(sentence.text, at.end("name"))):
        yield from _maker(sentence, at, weight - 0.4)


def _maker(sentence: Sentence, match: re.Match[str], weight: float) -> Iterator[Person]:
    if not speakers.UNINVOLVED.search(match.group().lower()):
        start = sentence.start + match.start("name")
        et_al = bool(re.search(r"colleagues|co-?workers|team", match.group()))
        yield _person(match["name"], start, weight, et_al=et_al)


def _person(name: str, start: int, weight: float, *, et_al: bool = False) -> Person:
    bare = re.sub(r"[’']s?$", "", name)
    if traded := told.TRADED.match(bare) or told.STYLED.match(bare):
        bare, start = bare[traded.end() :], start + traded.end()
    return Person(bare, start, start + len(bare), weight, et_al)


def _surnames(article: Article) -> Iterator[Person]:
    for sentence in _told(article):
        for (pattern,) in _ALL_SURNAMES.within(sentence.text):
            for match in pattern.finditer(sentence.text):
                for part in re.finditer(SURNAME, match["name"]):
                    name = part.group()
                    start = sentence.start + match.start("name") + part.start()
                    placed = article.text[start - 2 : start] == ", " and name in places.names()
                    if is_person(name) and len(name) > 1 and not placed and name not in _PRONOUNS:
                        yield _full(article, _person(name, start, 2.0, et_al=True))


_PRONOUNS = frozenset({"He", "She", "I", "You"})


def _meant(article: Article) -> Iterator[Person]:
    """ "Dr Lee is a surgeon. Her team has …": the last who was named before, where no outsider is."""
    for before, sentence in pairwise(article.body):
        if sentence.whose is Whose.OTHER or not told.PRONOUN.match(sentence.text):
            continue
        if speakers.UNINVOLVED.search(before.low):
            continue
        names = [m for m in told.TITLED.finditer(before.text) if is_person(m["name"])]
        if names:
            yield _person(names[-1]["name"], before.start + names[-1].start("name"), 2.0)


def _referred(article: Article) -> Iterator[Person]:
    """Authors as references print them, in a sentence: "the paper is by Lee A, Holm B"."""
    for sentence in _told(article):
        for run in told.REFERENCE.finditer(sentence.text):
            if told.LETTERED.search(run.group()):
                continue
            for match in told.REFERRED.finditer(sentence.text, run.start(), run.end()):
                start = sentence.start + match.start("name")
                yield Person(match["name"], start, start + len(match["name"]), 1.5)


def _full(article: Article, person: Person) -> Person:
    """The full name where the article gives it elsewhere."""
    last = person.name.split()[-1]
    if not follows_a_name(article.text, last):  # a pattern for each name is dear
        return _known_by_forename(article, person)
    names = re.finditer(
        rf"{FORENAME}(?: [A-Z]\.| [A-ZÀ-Þ][\w’'-]{{1,24}}){{0,1}} {re.escape(last)}\b",
        article.text,
    )
    for match in names:
        name = re.sub(r"^(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.? ", "", match.group())
        name = told.STYLED.sub("", told.TRADED.sub("", name))
        if " " in name and is_person(name) and not common(name, article.small_words):
            start = match.end() - len(name)
            return Person(name, start, match.end(), person.weight, person.et_al)
    return _known_by_forename(article, person)


def _known_by_forename(article: Article, person: Person) -> Person:
    """The full name of somebody whom the article calls by the forename."""
    match = re.search(rf"\b{re.escape(person.name)} {SURNAME}", article.text)
    if match is None or not is_person(match.group()) or " " in person.name:
        return person
    bare = re.sub(r"[’']s?$", "", match.group())
    return replace(person, name=bare, start=match.start(), end=match.start() + len(bare))


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
        for match in told.LIST.finditer(sentence.text):
            et_al = re.search(told.FELLOWS, match.group()[-25:]) is not None
            for part in _PART.finditer(match["names"]):
                start = sentence.start + match.start("names") + part.start()
                yield _person(part.group(), start, 2.8, et_al=et_al)


def _quoted(article: Article) -> Iterator[Person]:
    """People who speak of the study as their own."""
    for name, start in speakers.own_voices(article):
        yield _person(name, start, 1.6)


_REVERSED = re.compile(r"(?P<name>(?:[A-ZÀ-Þ][\w’'-]{1,24} ){1,2}[A-Z]{1,3})(?=,|\.|;| and |$)")
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
