"""The design of the study, from the words news has for it.

Each pattern speaks for one design with a weight; a sentence that is plainly about this study counts
more than one that merely stands near. SEVCO and MeSH name the designs of the card.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from math import fsum

from reader.model.study import StudyValue
from reader.study import (
    abstract_designs,
    apart,
    design_model,
    elsewhere,
    essay_designs,
    forms,
    genre,
    lay_designs,
    matter,
    plain_designs,
    rivals,
    scholars,
    shape,
)
from reader.study.design_words import GATHERING, RULES
from reader.study.once import once
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.species import is_animal
from reader.study.titles import titles
from reader.study.values import stated
from reader.text import sieve as re

_NOT = re.compile(
    r"\bnon-?$|\bun-?$|\bcase-$|mendelian randomi|randomly (?:selected|chosen|sampled)|random sample|peer[- ]review|\b(?:no|not|without|lack of|lacks?|need(?:s|ed)? for|"
    r"(?:an?|the|one|two|three|in) (?:previous|prior|earlier)|impossible to do|until|unless|can(?:no|[’'])t|could not|(?:was|were|did|is|are)n[’']t|rather than|instead of|than|wait(?:s|ed|ing)? for|every|any) (?:an? |any |been )?(?:[\w-]+ ){0,4}$"
)
#: Names of designs; in general talk they tell of the studies of others.
_NAMED = re.compile(
    r"series|meta-?\s?analy|review|trials?\b|stud(?:y|ies)\b|cohort|survey|control(?!led)"
)
#: Trials that were gathered, not done.
_GATHERED = re.compile(
    r"\b(?:every|all|each|any|\d+|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|twenty|several|both) (?:the |of the |published |available |known )*$"
)


#: A review puts together what others did before.
_GATHERS = re.compile(r"(?:pool|combin|add|merg|lump|search|sift|trawl|comb)\w*\b")


@dataclass(frozen=True, slots=True)
class Vote:
    """A pattern that speaks for a design, at [start, end) of the article."""

    design: str
    weight: float
    start: int
    end: int
    sentence: int


Rule = tuple[str, float, re.Pattern]


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(
        (design, weight, re.compile(pattern))
        for design, weight, pattern in (
            *RULES,
            *lay_designs.RULES,
            *plain_designs.RULES,
            *essay_designs.RULES,
            *GATHERING,
        )
    )


@cache
def _rules_of_scholars() -> tuple[Rule, ...]:
    """The same without the plain words of news, which mean other things in a paper."""
    plain = {pattern for _, _, pattern in (*plain_designs.RULES, *essay_designs.RULES)}
    kept = (rule for rule in _rules() if rule[2].pattern not in plain)
    own = ((name, weight, re.compile(form)) for name, weight, form in abstract_designs.RULES)
    return (*kept, *own)


@cache
def _families(*, scholarly: bool) -> tuple[re.Family[Rule], re.Family[Rule], re.Family[Rule]]:
    """All rules, and those that count in a general sentence aside and in one on another study."""
    known = _rules_of_scholars() if scholarly else _rules()
    gathering = [(design, weight, re.compile(pattern)) for design, weight, pattern in GATHERING]
    firm, others = ([rule for rule in rules if rule[1] >= _PLAIN] for rules in (known, gathering))
    return re.Family(known), re.Family(firm), re.Family(others)


@once
def votes(article: Article) -> list[Vote]:
    """Every passage that speaks for a design of this study.

    A sentence on a review tells the designs of the studies reviewed, too; they do not count.
    """
    first = [s for s in article.body[:1] if s.whose is Whose.GENERAL]
    told = (*article.own, *first, *titles(article))
    known, firm, gathering = _families(scholarly=genre.scholarly(article))
    found = [vote for n, s in enumerate(told) for vote in _votes(article, s, n, known)]
    aside = [s for s in article.body if s.whose in {Whose.GENERAL, Whose.OTHER} and s not in first]
    for sentence in aside:
        rules = firm if sentence.whose is Whose.GENERAL else gathering
        found += _votes(article, sentence, _ASIDE, rules)
    reviews = {vote.sentence for vote in found if vote.design in _REVIEWS}
    keep = _REVIEWS | {"case_report"}
    return [vote for vote in found if vote.design in keep or vote.sentence not in reviews]


#: The least weight of words that count in a sentence that does not speak of the study; its place.
_PLAIN, _ASIDE = 2.0, 99
_REVIEWS = frozenset({"meta_analysis", "systematic_review"})


def _votes(
    article: Article, sentence: Sentence, number: int, rules: re.Family[Rule]
) -> Iterator[Vote]:
    factor = 1.0 if sentence.whose is Whose.OWN else 0.6
    factor *= 1.15 if number < 5 or sentence.zone is Zone.HEADLINE else 1.0
    for design, weight, pattern in rules.within(sentence.low):
        match = pattern.search(sentence.low)
        if match is None or denied(article, sentence, match, gathers=design in _REVIEWS):
            continue
        if design != "animal" or not elsewhere.tried_before(
            sentence, _word_end(sentence.low, match.end())
        ):
            start = sentence.start + match.start()
            yield Vote(design, weight * factor, start, sentence.start + match.end(), sentence.start)


def denied(article: Article, sentence: Sentence, match: re.Match[str], *, gathers: bool) -> bool:
    """Whether a design is denied, or is that of another study or of one to come."""
    told_late = sentence.start > article.body[:4][-1].start
    if sentence.whose is Whose.GENERAL and told_late and _NAMED.search(match.group()):
        return True
    if _NOT.search(sentence.low[max(0, match.start() - 40) : match.start()]):
        return True
    if elsewhere.planned(sentence, match.start(), match.end()):
        return True
    if "trial" in match.group() and _GATHERED.search(sentence.low[: match.start()][-40:]):
        return True
    if gathers and _GATHERS.match(match.group()):
        return False
    return apart.other(article, sentence, _word_end(sentence.low, match.end())) >= apart.LIKELY


def _word_end(low: str, at: int) -> int:
    while at < len(low) and low[at].isalpha():
        at += 1
    return at


def tally(found: list[Vote]) -> dict[str, float]:
    """The weight of each design: its strongest passage, and a little for each further one."""
    out: dict[str, float] = {}
    for design in {vote.design for vote in found}:
        weights = sorted((vote.weight for vote in found if vote.design == design), reverse=True)
        out[design] = weights[0] + 0.25 * fsum(weights[1:5])
    return out


def study_type(article: Article, species: StudyValue | None, cells: bool) -> StudyValue | None:
    """The design that the text speaks for most; in news the model has its say."""
    drawn = by_rules(article, species, cells)
    if genre.scholarly(article):
        return drawn
    scores = weighed(article, species, cells)
    if is_firm(drawn, scores) and not _is_doubted(article, drawn):
        return drawn
    return _by_model(article, drawn, design_model.features(article, drawn, scores, species))


def is_firm(drawn: StudyValue | None, scores: Mapping[str, float]) -> bool:
    """Whether the words for the design that the rules name leave the model no say."""
    if drawn is None:
        return False
    return "form" in drawn.details or scores.get(str(drawn.value), 0.0) >= _FIRM_WORDS


def _is_doubted(article: Article, drawn: StudyValue | None) -> bool:
    """Whether a network that has read the whole text hardly thinks of the design that the rules name."""
    opinion = article.opinion
    if opinion is None or drawn is None or "form" in drawn.details:
        return False
    return opinion.designs.get(str(drawn.value), 1.0) < _THOUGHT


def by_rules(article: Article, species: StudyValue | None, cells: bool) -> StudyValue | None:
    """The design that the rules name, if the text says enough."""
    scores = weighed(article, species, cells)
    if (told := forms.form(article, scores)) is not None:
        return told
    found = _of_species(article, species, cells)
    return scholars.settled(article, _heaviest(article, found, scores, species))


def weighed(article: Article, species: StudyValue | None, cells: bool) -> dict[str, float]:
    """The weight of each design after what the species and one design say of another."""
    return rivals.settled(tally(_of_species(article, species, cells)))


def _of_species(article: Article, species: StudyValue | None, cells: bool) -> list[Vote]:
    found = votes(article)
    animal = species is not None and is_animal(species)
    return _of_animals(found, species, cells=cells) if animal and species else found


def _by_model(
    article: Article, drawn: StudyValue | None, said: dict[str, float]
) -> StudyValue | None:
    """The likeliest design by the model, where its words stand; the rules' if none is likely."""
    shares = design_model.probabilities(said)
    if article.opinion is not None:
        shares = article.opinion.drawn(shares, _TRUST)
    best = max(sorted(shares), key=shares.__getitem__)
    if shares[best] < _LIKELY:
        return drawn
    sure = round(shares[best], 3)
    if drawn is not None and drawn.value == best:
        return replace(drawn, confidence=sure)
    place = _place(article, best)
    if place is None:
        return drawn
    method = article.opinion.method if article.opinion else "linear:design/1"
    return replace(stated(article, best, [place], sure, ""), method=method)


#: The weight from which the rules' words count for more than the model, and the least probability of a
#: design by the model.
_FIRM_WORDS, _LIKELY = 1.4, 0.3
#: The share from which a network has thought of a design: below it firm words were right in 36 new texts, wrong in 49.
_THOUGHT = 0.1
#: How much a network that has read the whole text counts beside rules and words, of one.
_TRUST = 0.6


def _place(article: Article, design: str) -> tuple[int, int] | None:
    """The strongest words for a design, else the sentence that speaks most for it."""
    found = [vote for vote in votes(article) if vote.design == design]
    if found:
        top = max(found, key=lambda vote: vote.weight)
        return top.start, top.end
    sentence = design_model.telling(article, design)
    return (sentence.start, sentence.end) if sentence else None


def _heaviest(
    article: Article, found: list[Vote], scores: dict[str, float], species: StudyValue | None
) -> StudyValue | None:
    best = max(sorted(scores), key=scores.__getitem__, default="")
    if not best or scores[best] < 1.2:
        human = species is not None and species.value == "human" and not genre.plain(article)
        return (shape.design(article) if human else None) or matter.design(article, species)
    top = max((vote for vote in found if vote.design == best), key=lambda vote: vote.weight)
    confidence = min(0.95, 0.35 + 0.15 * scores[best])
    return stated(article, best, [(top.start, top.end)], confidence, "design")


_OF_PEOPLE = frozenset(
    {"randomized_controlled_trial", "cohort", "case_control", "cross_sectional", "case_series", "case_report",
     "single_arm_trial", "nonrandomized_trial", "qualitative"}
)  # fmt: skip


_LONG_DEAD = frozenset({"dinosaur", "mammoth", "trilobite", "pterosaur", "Neanderthal"})


def _of_animals(found: list[Vote], species: StudyValue, *, cells: bool) -> list[Vote]:
    """Work on animals is an animal study however it was allotted, unless it was done in cells."""
    place = species.evidence[0]
    if species.value in _LONG_DEAD:
        return [*found, Vote("other", 3.2, place.start, place.end, place.start)]
    kept = [vote for vote in found if vote.design not in _OF_PEOPLE]
    weight = 1.8 if cells else 3.0
    return [*kept, Vote("animal", weight, place.start, place.end, place.start)]
