"""The design of the study, from the words news has for it.

Each pattern speaks for one design with a weight; a sentence that is plainly about this study counts
more than one that merely stands near. SEVCO and MeSH name the designs of the card.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.model.study import StudyValue
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.species import is_animal
from reader.study.values import stated

_PEOPLE = (
    r"(?:patients|people|persons|participants|subjects|individuals|volunteers|adults|men|women|children|infants|"
    r"babies|newborns|adolescents|teens|teenagers|students|girls|boys|veterans|cases|mothers|families|twins|adults)"
)
_N = r"(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)"
_W = r"(?:[\w’'-]{1,24}(?:,\d{3}){0,3}(?:\.\d{1,2})?,? )"

#: design, weight, pattern on the sentence in lower case.
_RULES = (
    ("randomized_controlled_trial", 3.0, rf"\brandomi[sz]ed[,]? (?:and )?{_W}{{0,6}}?(?:trial|study|experiment|evaluation|intervention|comparison)\b"),
    ("randomized_controlled_trial", 3.0, r"\b(?:randomly|at random) (?:\w+ ){0,1}(?:assigned|allocated|divided|split|received|given|placed|assigning|allocating|offered|got|put)\b|\bassigned (?:\w+ ){0,3}(?:at random|randomly)\b"),
    ("randomized_controlled_trial", 3.0, rf"\b(?:split|divided|assigned|allocated|put|placed|sorted|given|received?) {_W}{{0,8}}(?:at random|randomly|by (?:lot|lottery|chance|coin toss))\b|\b(?:chosen|picked|selected|drawn|decided) (?:by (?:lot|lottery|a coin|the toss)|at random to (?:receive|get|take))\b"),
    ("randomized_controlled_trial", 2.8, r"\bin (?:a )?random order\b|\bcoin (?:flip|toss)\b|\b(?:toss|flip|throw) of a coin\b|\bdr[ae]w(?:ing|n)? (?:of )?lots\b|\bluck of the draw\b|\brandom draw\b|\b(?:a|the) computer (?:\w+ ){0,2}(?:allotted|chose|picked|decided|decide|assigned|drew)\b|\b(?:allotted|drawn) (?:\w+ ){0,4}(?:at random|by chance)\b"),
    ("randomized_controlled_trial", 2.5, r"\b(?:were|was|been|then|who|and) (?:\w+ )?randomi[sz]ed\b|\brandomi[sz]ed (?:to|into|them|half|participants|patients|\d)|\brandomi[sz]ation\b|\brandomi[sz]ed,? "),
    ("randomized_controlled_trial", 2.0, r"\bplacebo[- ]controlled\b|\bdouble[- ]blind(?:ed)?\b(?! peer)"),
    ("randomized_controlled_trial", 1.6, r"\b(?:dummy|sugar) (?:pills?|tablets?|drugs?|treatments?|injections?|infusions?)\b"),
    ("randomized_controlled_trial", 1.2, r"\b(?:to|or|versus|vs\.?|with|than|and|over|on|received|took|given|taking) (?:an? |inactive |matching )?placebo\b|\bplacebo (?:group|arm)\b|\bsham (?:treatment|procedure|surgery|stimulation|group)"),
    ("randomized_controlled_trial", 1.2, r"\bphase (?:3|iii|three)\b[\w ]{0,20}(?:trial|study)|\b(?:treatment|intervention|vaccine) (?:arm|group)s? (?:and|versus|or) (?:the )?(?:control|standard)"),
    ("meta_analysis", 3.6, r"\bmeta-?\s?analy[sz]"),
    ("meta_analysis", 2.4, rf"\b(?:pooled|pooling|combined|combining|combines) (?:the )?(?:data|analysis|results|{_W}data|information|findings) (?:from|of) {_W}{{0,4}}(?:studies|trials|cohorts)\b|\b(?:pooled|combined) (?:\w+ ){{0,3}}data from the (?:individual )?studies|\banaly[sz]ed {_W}{{0,6}}(?:trials|intervention studies|randomi[sz]ed studies)\b"),
    ("systematic_review", 3.4, r"\bsystematic(?:ally)? (?:literature )?review|\bcochrane review|\bscoping review|\bumbrella review"),
    ("systematic_review", 2.0, rf"\breview(?:ed|ing)?(?: of)? (?:all |the |more than |over |data from )?{_W}{{0,3}}(?:published )?(?:studies|trials|literature|evidence)\b|\bsearched {_W}{{0,4}}(?:literature|databases)"),
    ("case_control", 3.5, r"\bcase[-– ]control\b"),
    ("case_control", 2.4, rf"\b{_N} {_W}{{0,3}}(?:patients|people|children|women|men|cases|adults|individuals|babies|infants|mothers) {_W}{{0,8}}(?:and|with|to) {_N} {_W}{{0,4}}(?:controls?\b(?! group)|control (?:individuals|subjects|participants|children|women|mothers)|healthy {_W}{{0,2}}(?:volunteers|people|individuals|subjects|controls|adults|children))"),
    ("case_control", 2.6, rf"\b{_N} {_W}{{0,2}}{_PEOPLE} {_W}{{0,6}}(?:and|with|to) {_N} {_W}{{0,3}}(?:without|unaffected|healthy|cancer-free|disease-free|controls)\b"),
    ("case_control", 2.8, r"\bfor (?:each|every) (?:of (?:them|these|those)|patient|case|person|child|woman|man),? (?:\w+ ){0,3}(?:one|two|three|four|five|ten|\d+) "),
    ("case_control", 1.6, r"\b(?:matched|healthy|unaffected|population) (?:\w+ )?controls\b|\bcases and (?:\w+ )?controls\b"),
    ("cross_sectional", 3.4, r"\bcross[- ]sectional\b"),
    ("cross_sectional", 1.7, rf"\b(?:surveyed|polled|questioned) {_W}{{0,4}}\d|\b(?:survey|poll|questionnaire) (?:of|among|completed by|sent to) {_W}{{0,4}}(?:\d|{_PEOPLE})|\bsurvey (?:data|results|responses)\b|\bresponses (?:from|of) {_W}{{0,3}}\d"),
    ("cross_sectional", 2.0, rf"\b(?:answered|completed|filled (?:in|out)|responded to|returned|took part in|took) (?:an? |the )?{_W}{{0,2}}(?:questionnaires?|survey|poll)\b|\b(?:survey|poll|questionnaire) {_W}{{0,4}}(?:found|shows?|showed|suggests?|reveals?|revealed)\b"),
    ("cross_sectional", 1.5, rf"\b(?:measured|tested|screened|examined|checked|sampled) {_W}{{0,6}}(?:in|of|from|among) {_N} {_W}{{0,3}}{_PEOPLE}\b"),
    ("cross_sectional", 0.9, r"\b(?:national|online|household|health|nationwide) (?:\w+ )?survey\b|\bprevalence of\b|\b(?:mortality|incidence|death|survival|case) rates?\b"),
    ("cohort", 3.0, r"\b(?:prospective|retrospective|birth|historical|population|inception|longitudinal|national|large|matched|this|the|our|a) (?:[\w-]+ ){0,2}cohort(?: study)?\b|\bcohort (?:study|of)\b"),
    ("cohort", 2.4, r"\blongitudinal (?:study|data|analysis|survey)|\bprospective(?:ly)? (?:[\w-]+ ){0,3}(?:study|followed|data|observational)|\bobservational (?:study|data|research|cohort)|\bretrospective(?:ly)? (?:\w+ ){0,2}(?:study|analy[sz]|review|look|evaluat|examin|data|chart)"),
    ("cohort", 2.0, rf"\b(?:followed|tracked|monitored|observed)(?: up)? {_W}{{0,8}}(?:for|over|until|from|through) {_W}{{0,5}}(?:years?|months?|decades?|weeks|adulthood)\b|\bwere (?:then )?(?:followed|tracked|monitored) (?:up )?(?:for|over|until)\b|\bover the (?:next|following|course of)[\w ,]{{0,14}} years?\b|\bduring {_W}{{0,4}}(?:of )?follow-up\b|\b(?:median|average|mean) follow-up\b"),
    ("cohort", 1.7, rf"\b(?:medical|health|hospital|patient|insurance|administrative|electronic|clinical|birth|death|pharmacy|national|military|school|claims) (?:\w+ )?(?:records?|registr(?:y|ies)|databases?|claims|data)\b|\bregistr(?:y|ies) (?:data|of|study)|\bdatabase study\b|\bbiobank\b|\bcensus\b|\bmedicare\b|\bmedicaid\b|\bdata (?:from|on) {_W}{{0,5}}(?:\d[\d,]+|million|thousands) {_W}{{0,4}}{_PEOPLE}"),
    ("cohort", 2.1, r"\b(?:risk|likely|developed|died|diagnosed|deaths?|incidence|hospitali[sz]ed)\b[^.;]{0,80}\b(?:over|during|in|within) (?:the |an? )?(?:next|following|subsequent|average of|median of)? ?(?:\w+ ){0,2}(?:years|decades?|months)\b"),
    ("cohort", 2.0, r"\b(?:uk biobank|nurses[’'] health|framingham|health professionals follow-up|million women|women[’']s health initiative|all of us|twins? (?:study|registry|register)|(?:national|population|disease|patient|cancer|swedish|danish|norwegian|finnish) (?:\w+ )?regist(?:ry|ries|er|ers))\b"),
    ("cohort", 2.0, r"\b(?:again|followed up|re-?tested|re-?surveyed|re-?examined|once more) (?:[\w-]+ ){0,3}(?:months|years|weeks) later\b"),
    ("cohort", 1.4, rf"\b(?:followed|tracked|monitored) {_N} {_W}{{0,3}}{_PEOPLE}\b"),
    ("cohort", 1.3, rf"\b(?:less|more|times as|percent less|percent more) likely to (?:die|develop|have|suffer|experience|be)\b|\b(?:higher|lower|increased|reduced|greater) (?:\w+ )?risk of\b|\b(?:gathered|collected) data (?:on|from) {_W}{{0,5}}\d|\bepidemiolog\w+ study\b"),
    ("case_series", 3.3, r"\bcase series\b|\bseries of (?:\w+ )?(?:\d+|cases|patients)\b"),
    ("case_series", 2.5, rf"\b(?:report(?:s|ed)? on|describe[sd]?|describing|reports? of) (?:the cases? of )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1\d|2\d|[2-9]) (?:\w+ ){{0,2}}{_PEOPLE}\b"),
    ("case_series", 2.0, r"\b(?:reviewed|looked back at|looked through|went through|examined) the (?:medical |case )?(?:notes|records|charts|files) of (?:every(?:body|one)|all (?:the )?(?:patients|people)|\d+ patients)\b"),
    ("case_series", 1.5, rf"\b(?:studied|examined|treated|described?|studying|tumou?rs|samples|biopsies|tissue|cells|blood|response)(?: {_W}{{0,6}})? ?(?:from|of|in|to)? (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1\d|[2-9]) (?:\w+ ){{0,2}}(?:patients|people|children|women|men|individuals|cases|infants|babies)\b(?! with and)"),
    ("case_report", 3.3, r"\bcase report\b|\bcase study of an? |\breports? the case of\b"),
    ("case_report", 2.0, r"\ban? \d{1,2}[- ](?:year|month|day)s?[- ]old (?:\w+ )?(?:man|woman|boy|girl|patient|child|infant|male|female)\b"),
    ("single_arm_trial", 3.2, r"\bsingle[- ](?:arm|group)\b|\b(?<!placebo-)uncontrolled(?: \w+)? (?:trial|study)|\buncontrolled (?:and|,)|\bno (?:control|comparison|placebo) group\b|\bfirst[- ]in[- ]humans?\b"),
    ("single_arm_trial", 1.9, r"\bopen[- ]label\b|\bphase (?:1|i|one|2|ii|two|1/2|i/ii)[ab]?\b,?(?: \w+){0,4} (?:trial|study)|\bsafety trial\b|\b(?:early|initial)[- ](?:phase|stage) (?:clinical )?(?:trial|study)"),
    ("single_arm_trial", 0.8, r"\bsmall (?:clinical )?(?:trial|study)"),
    ("single_arm_trial", 1.4, r"\b(?:pilot|feasibility|proof-of-concept) (?:clinical )?(?:trial|study)|\bclinical trial of\b"),
    ("nonrandomized_trial", 3.3, r"\bnon-?randomi[sz]ed (?:\w+ ){0,3}(?:trial|study)|\bnot randomi[sz]ed\b|\bquasi-experiment"),
    ("qualitative", 3.0, r"\bqualitative (?:study|research|interview|analysis|data)|\b(?:in-depth|semi-?structured) interviews\b|\bfocus groups?\b|\bethnograph"),
    ("modelling", 3.0, r"\b(?:mathematical|computer|computational|statistical|climate|simulation|epidemic|economic|theoretical|predictive|numerical) (?:\w+ )?(?:models?|modell?ing|simulations?)\b|\btheoretical (?:paper|study|analysis)|\bmodell?ing (?:study|suggests?|shows?|predicts?)"),
    ("modelling", 2.0, r"\bsimulat(?:e|es|ed|ions?|ing)\b|\b(?:the|our|this|their|new|team[’']s) models? (?:predict|project|suggest|show|estimat|include|does|do|indicat|found|that)|\bteam (?:also )?model(?:l)?ed\b|\bis model(?:l)?ed\b|\bmodel(?:l)?ing\b"),
    ("modelling", 1.4, r"\b(?:predicted|projected|projections?|forecasts?|scenarios?)\b|\bcost-(?:effectiveness|benefit) analys"),
    ("in_vitro", 2.6, r"\bin vitro\b|\b(?:cell|cancer|tumou?r) lines?\b|\b(?:cultured|isolated|lab-grown|laboratory-grown|primary) (?:[\w-]+ ){0,3}cells?\b|\bcells? (?:grown )?in (?:a |the )?(?:dish|culture|laboratory|petri|lab)\b|\borganoids?\b|\bcell cultures?\b|\bworking (?:in|with) (?:[\w-]+ ){0,3}cells\b|\btest tubes?\b"),
    ("in_vitro", 1.5, r"\b(?:strains?|isolates?) of\b|\bstrains were\b|\b(?:human|mouse|rat|immune|t|stem|nerve|brain|skin|liver|muscle|bacterial|yeast) cells (?:that|to|were|with|and|in|from)\b|\bbacteria(?:l)?\b|\bgenome sequenc"),
)  # fmt: skip

_NOT = re.compile(
    r"\bnon-?$|\bun-?$|mendelian randomi|randomly (?:selected|chosen|sampled)|random sample|peer[- ]review|(?:no|not|without|lack of|lacks?|need(?:s|ed)? for|"
    r"impossible to do|until|unless|instead of|rather than) (?:an? |any |been )?(?:[\w-]+ ){0,3}$"
)
_PLURAL = re.compile(r"(?:trials|studies|experiments)$")


@dataclass(frozen=True, slots=True)
class Vote:
    """A pattern that speaks for a design, at [start, end) of the article."""

    design: str
    weight: float
    start: int
    end: int
    sentence: int


@cache
def _rules() -> tuple[tuple[str, float, re.Pattern[str]], ...]:
    return tuple((design, weight, re.compile(pattern)) for design, weight, pattern in _RULES)


def votes(article: Article) -> list[Vote]:
    """Every passage that speaks for a design of this study.

    A sentence on a review tells the designs of the studies reviewed, too; they do not count.
    """
    first = [s for s in article.body[:1] if s.whose is Whose.GENERAL]
    found = [
        vote
        for number, sentence in enumerate((*article.own, *first, *_titles(article)))
        for vote in _votes(sentence, number)
    ]
    reviews = {vote.sentence for vote in found if vote.design in _REVIEWS}
    return [vote for vote in found if vote.design in _REVIEWS or vote.sentence not in reviews]


def _titles(article: Article) -> Iterator[Sentence]:
    """What the reference of the paper says of its design: its title is the last word."""
    for sentence in article.sentences:
        if sentence.zone is Zone.CITATION and _TRIAL_TITLE.search(sentence.low):
            yield sentence


_TRIAL_TITLE = re.compile(
    r": an? [^.;]{0,90}\b(?:trial|study|review|analysis|meta-analysis|series|report|survey)\b"
)
_REVIEWS = frozenset({"meta_analysis", "systematic_review"})


def _votes(sentence: Sentence, number: int) -> Iterator[Vote]:
    factor = 1.0 if sentence.whose is Whose.OWN else 0.6
    factor *= 1.15 if number < 5 or sentence.zone is Zone.HEADLINE else 1.0
    for design, weight, pattern in _rules():
        match = pattern.search(sentence.low)
        if match and not _NOT.search(sentence.low[max(0, match.start() - 40) : match.start()]):
            start = sentence.start + match.start()
            yield Vote(design, weight * factor, start, sentence.start + match.end(), sentence.start)


def tally(found: list[Vote]) -> dict[str, float]:
    """The weight of each design: its strongest passage, and a little for each further one."""
    out: dict[str, float] = {}
    for design in {vote.design for vote in found}:
        weights = sorted((vote.weight for vote in found if vote.design == design), reverse=True)
        out[design] = weights[0] + 0.25 * sum(weights[1:5])
    return out


def study_type(article: Article, species: StudyValue | None, cells: bool) -> StudyValue | None:
    """The design that the text speaks for most, if it says enough."""
    found = votes(article)
    if species is not None and is_animal(species):
        found = _of_animals(found, species, cells=cells)
    scores = _settled(tally(found))
    best = max(sorted(scores), key=scores.__getitem__, default="")
    if not best or scores[best] < 1.2:
        return _by_matter(article, species)
    top = max((vote for vote in found if vote.design == best), key=lambda vote: vote.weight)
    confidence = min(0.95, 0.35 + 0.15 * scores[best])
    return stated(article, best, [(top.start, top.end)], confidence, "design")


#: What a study is of, where no word of design is said: molecules, or heaven and earth.
_MATTER = (
    ("in_vitro", re.compile(r"\b(?:proteins?|enzymes?|receptors?|molecul\w+|genes?|dna|rna|mutations?|signal(?:l)?ing|crystal structure|cryo-electron|antibod\w+|cells?|bacteri\w+|compounds?|binds?|membranes?)\b")),
    ("other", re.compile(r"\b(?:telescopes?|galax\w+|stars?|planets?|exoplanets?|asteroids?|comets?|astronom\w+|spacecraft|satellites?|rocks?|fossils?|sediments?|volcan\w+|earthquakes?|glaciers?|dinosaurs?|skeletons?|excavat\w+|archaeolog\w+|paleontolog\w+|palaeontolog\w+|ice cores?|seismic|orbit\w*|particles?|lasers?|quantum|caves?|snow\w*|climate|oceans?|atmospher\w+|soil|glacial|weather|rainfall|artefacts?|pottery|algorithms?)\b")),
)  # fmt: skip


def _by_matter(article: Article, species: StudyValue | None) -> StudyValue | None:
    """The kind of a study without people, by what it is of."""
    if species is not None and species.value == "human":
        return None
    found: dict[str, list[tuple[int, int]]] = {"in_vitro": [], "other": []}
    for sentence in article.own:
        for name, pattern in _MATTER:
            places = found[name]
            places += [
                (sentence.start + m.start(), sentence.start + m.end())
                for m in pattern.finditer(sentence.low)
            ]
    name = max(("other", "in_vitro"), key=lambda key: len(found[key]))
    if len(found[name]) < 3:
        return None
    return stated(article, name, found[name][:1], 0.5, "matter")


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


def _settled(scores: dict[str, float]) -> dict[str, float]:
    """The weights after what one design says of another."""
    if scores.get("meta_analysis", 0) >= 2.5 and "systematic_review" in scores:
        scores["meta_analysis"] += scores["systematic_review"]
    trial = scores.get("single_arm_trial", 0.0)
    placebo = scores.get("randomized_controlled_trial", 0.0)
    if trial and placebo:
        scores["randomized_controlled_trial"] = placebo + 0.5 * trial
        scores["single_arm_trial"] = trial - 1.0
    return scores
