"""The species studied. Idioms, foods and antibody hosts ("bird flu", "fish oil") do not count."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from math import fsum

from reader.model.study import StudyValue
from reader.study import elsewhere, vocabulary
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose, past
from reader.study.values import stated
from reader.study.vocabulary import Entry, Terms
from reader.text import sieve as re

_BEFORE = re.compile(
    r"(?:\b(?:in|of|on|to|with|from|using|used|these|those|other|all|most|untreated|uninfected|hungry|starved|well-fed|female|male|adult|young|old|aged|pregnant|infected|transgenic|mutant|"
    r"knockout|deficient|lab|laboratory|vaccinated|treated|control|healthy|living|wild|captive|obese|diabetic|normal|newborn|model organism|"
    r"gave|injected|fed|studied|examined|trained|put|placed|let|grew|raised|bred|reared|followed|tracked|counted|sampled|caught|trapped|measured|compared|watched|observed|exposed|made|kept|how|why|whether|that|which|developing|engineered|mutated|and|two|three|four|five|six|seven|eight|nine|ten|\d+)|^|[,(—–“\"]) ?$"
)
_AFTER = re.compile(
    r"^ ?(?:that|were|was|with|lacking|given|fed|had|have|showed|who|whose|models?|embryos?|larvae|studies|study|experiments?|and|to|could|did|"
    r"became|lost|developed|received|treated|infected|brains?|cells?|liver|heart|hearts|tissue|neuroblastoma|in|[.,;)])"
)
_IDIOM = re.compile(
    r"^ ?(?:oil|flu|influenza|pox|meat|soup|tail|eye view|feeders?|owners?|bites?|milk|burger|trainers?|antibod|serum|scratch|cage|hair|products?|stock)"
)
_CELLS = re.compile(
    r"\b(?:in vitro|cell lines?|cultured cells|cells? (?:in|grown in) (?:a |the )?(?:dish|culture|lab)|organoids?|cell cultures?|(?:neuroblastoma|stem|immune|t|nerve|cancer|tumou?r) cells)\b"
)
_LATIN = re.compile(r"\b([A-Z][a-z]{3,20}) ([a-z]{5,24})\b")
_LATIN_CUE = re.compile(
    r"\b(?:bacteri(?:um|a|al)|species|strains?|nematode|worm|fung(?:us|i|al)|parasites?|virus|microbe|genus|plant|insect)\b"
)


#: More than one of them are no part of another word: "mouse trap".
_MANY = re.compile(r"(?:[^s]s|mice|fish|sheep|cattle|larvae|geese|kelp)$")
#: What is done to animals of a study, and to no other ones.
_DONE_TO = re.compile(
    r"^ ?(?:(?:that|which|who) )?(?:was|were|had been|have been) (?:\w+ly |then |also |first )?(?:ana?esthetized|anesthetised|given|injected|infected|fed|treated|exposed|kept|bred|vaccinated|immuni[sz]ed|killed|dosed|trained|implanted|engineered|genetically|placed|housed|taught|starved|deprived|made to|put on|raised|reared|stimulated|operated|inoculated|challenged)\b"
)


@dataclass(frozen=True, slots=True)
class Species:
    """A species with the weight of its mentions and the place of the best one."""

    name: str
    taxon: str
    weight: float
    start: int
    end: int


@cache
def _terms() -> Terms:
    rows = []
    for line in vocabulary.lines("species"):
        common, _, scientific = line.partition("|")
        name, taxon, *forms = (part.strip() for part in common.split(";"))
        every = [form.strip() for form in f"{','.join(forms)},{scientific}".split(",")]
        rows += [(form, Entry(name, taxon)) for form in every if form]
    return Terms(rows)


def animals(article: Article) -> list[Species]:
    """Species other than people in sentences on this study, the heaviest first."""
    weights: dict[Entry, float] = {}
    best: dict[Entry, tuple[float, int, int]] = {}
    for found in article.found(_terms()):
        sentence = article.sentence_at(found.start)
        if sentence is None or not _tells(article, sentence):
            continue
        weight = _mention(article, sentence, found.start, found.end)
        weights[found.entry] = weights.get(found.entry, 0.0) + weight
        if weight > best.get(found.entry, (0.0, 0, 0))[0]:
            best[found.entry] = (weight, found.start, found.end)
    rows = [
        Species(entry.name, entry.kind, weights[entry], start, end)
        for entry, (_, start, end) in best.items()
    ]
    return sorted(rows, key=lambda row: (-row.weight, row.start))


def _tells(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence may say what was studied; of an abstract its title does, and all that was done."""
    if sentence.own or not elsewhere.abstract(article):
        return sentence.own and sentence.zone is not Zone.CITATION
    return sentence.told and (sentence is article.body[0] or past(sentence.low))


def _mention(article: Article, sentence: Sentence, start: int, end: int) -> float:
    low = sentence.low
    before, after = low[: start - sentence.start], low[end - sentence.start :]
    if _IDIOM.match(after) or elsewhere.tried_before(sentence, end - sentence.start):
        return 0.0
    if _DONE_TO.match(after) and not elsewhere.planned(sentence, start - sentence.start, len(low)):
        return 2.0
    weight = 1.0 if sentence.whose is Whose.OWN else 0.6
    weight *= 1.0 if _BEFORE.search(before) else 0.3
    many = _MANY.search(low[start - sentence.start : end - sentence.start]) is not None
    return weight * (1.0 if many or _AFTER.match(after) else 0.4)


def latin(article: Article) -> Species | None:
    """A scientific name that the sentences on this study bring up at least twice."""
    counted: Counter[str] = Counter()
    places: dict[str, tuple[int, int]] = {}
    for sentence in article.own:
        if not _LATIN_CUE.search(sentence.low):
            continue
        for match in _LATIN.finditer(sentence.text):
            name = f"{match[1]} {match[2]}"
            short = f"{match[1][0]}. {match[2]}"
            if short in article.text:
                counted[name] += 1
                places.setdefault(
                    name, (sentence.start + match.start(), sentence.start + match.end())
                )
    if not counted:
        return None
    name, times = counted.most_common(1)[0]
    return Species(name, "", float(times), *places[name])


_PERSON = re.compile(
    r"\b(?:patients?|participants?|volunteers?|adults?|children|infants?|babies|newborns?|men|women|people|adolescents?|teenagers?|students|"
    r"schoolchildren|veterans|survivors|girls|boys|mothers|respondents|nurses|midwives|doctors|workers|farmers|pupils|retirees|pensioners|smokers|drivers|parents|fathers|couples|families|households|toddlers|youngsters|boy|girl|woman|man|runners|soldiers|carers|donors|individuals|subjects|twins|humans?|residents|employees)\b"
)
_ANIMALS_FIRST = 1.2
_NO_ANIMALS = frozenset(
    {
        "plant",
        "giant kelp",
        "rice",
        "wheat",
        "maize",
        "tomato",
        "thale cress",
        "yeast",
        "Escherichia coli",
    }
)


def is_animal(value: StudyValue) -> bool:
    """Whether a species of the card is an animal other than people."""
    return value.value not in _NO_ANIMALS | {"human"} and value.method != "rule:bacterium/1"


def species(
    article: Article, people: tuple[int, int] | None, counted: str = ""
) -> StudyValue | None:
    """Who or what was studied.

    `people` is the passage of a sample of people, if there is one; `counted` the kind of the sample.
    """
    beasts = animals(article)
    persons = _persons(article)
    best = beasts[0] if beasts else None
    weight = best.weight if best else 0.0
    human = fsum(w for w, _, _ in persons) + (4.0 if people else 0.0)
    bacterium = latin(article)
    if bacterium and not people and human < 2 and weight < bacterium.weight:
        return _value(article, bacterium, "bacterium")
    if best and counted == "animals" and not people:
        weight += 2.0
    enough = _ANIMALS_FIRST if human >= 1.6 else 0.15
    if best and best.name in _NO_ANIMALS and human >= 1.0:
        best = None
    if best and weight >= enough and weight * 1.5 > human:
        return _value(article, best)
    if human >= 1.6:
        _, start, end = max(persons, key=lambda row: row[0], default=(0.0, *(people or (0, 0))))
        place = people or (start, end)
        return stated(article, "human", [place], 0.9, "species", ids={"ncbitaxon": "9606"})
    return None


def _persons(article: Article) -> list[tuple[float, int, int]]:
    return [
        (
            (1.0 if sentence.whose is Whose.OWN else 0.5) * (0.5 if match.group() in {"people", "humans", "human"} else 1.0),
            sentence.start + match.start(),
            sentence.start + match.end(),
        )
        for sentence in article.own
        for match in _PERSON.finditer(sentence.low)
    ]  # fmt: skip


def _value(article: Article, row: Species, method: str = "species") -> StudyValue:
    ids = {"ncbitaxon": row.taxon} if row.taxon else None
    return stated(article, row.name, [(row.start, row.end)], 0.85, method, ids=ids)


def cells(article: Article) -> bool:
    """Whether the work was done in cells."""
    return any(_CELLS.search(sentence.low) for sentence in article.own)
