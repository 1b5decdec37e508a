"""Where the article names what was given, done or looked at as a cause: by list, form and grammar."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from reader.study import chunks, tested, vocabulary
from reader.study.once import once
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.vocabulary import Found
from reader.text import sieve as re

_NOT_DRUG = re.compile(
    r"^(?:april|\w*globulin|\w*peptide|\w*nucleotide|gonadotropin|ghrelin|equine|mongrel|\w*histidine|\w*cytidine|crocodile|coast|past|post|host|most|almost|lost|ghost|frost|cost|boost|tide|within|again|maintain|explain|certain|fountain|mountain|captain|cocaine|concept|except|accept|intercept|precept|adept|susceptib|percept|crept|wept|slept|reason|person|season|poison|prison|lesson|comparison|unison|marine|cabinet|include|provide|decide|beside|inside|outside|guide|wide|side|ride|hide|cyanide|bromide|oxide|monoxide|dioxide|peroxide|chloride|fluoride|peptide|nucleotide|polypeptide|glycoside|telomerase|stone|bone|alone|hormone|testosterone|prone|zone|done|one|none|gone|phone|ozone|disposal|nil|vinyl|mab|nib|riptide|bustide|tide|investide|unafil|profile|dinucleotide|oligonucleotide|neuropeptide|dipeptide|glycopeptide|lipopeptide|milestone|neighbou?rhood|bionide|purine|pyrimidine|adopted|denied|urine|routine|medicine|machine|guideline|decline|baseline|pipeline|online|vaccine|determine|imagine|examine|combine|define|cholesterol|sterol|phytosterol|fine|mine|nine|line|wine|spine|engine|discipline|genuine|feminine|masculine|turbine|cuisine|limousine|magazine|gasoline|trampoline|caffeine|nicotine|morphine|dopamine|histamine|glutamine|saline|iodine|chlorine|fluorine|amine)$",
    re.I,
)
_BRANDED = re.compile(
    r"\b(?P<brand>[A-Z][a-z]{2,14})(?:®|™)? \((?P<name>[a-z][a-z-]{4,24}(?: [a-z]{4,14}){0,2})(?:[,;][^()]{0,40})?\)"
)
GIVEN = re.compile(
    r"\b(?:treat(?:ed|ing|ment)? with|therapy with|receiv(?:e|ed|ing)|given|giving|administ(?:ered|ering|ration of)|effects? of|efficacy of|effectiveness of|trials? (?:of|testing|comparing|evaluating)|test(?:ed|ing|s)?(?: of)?|benefits? (?:of|to|from)|use of|using|safety of|risks? of using|"
    r"evaluat(?:ed|ing|es?)|impacts? of|roles? of|influence of|exposures? to|exposed to|intakes? of|consumption of|consum(?:e|ed|ing)|supplement(?:s|ation|ed) (?:of|with)|infusions? of|doses? of|injections? of|injected with|combination of|combin(?:ed|ing) with|"
    r"(?:association|link|relationship|connection|correlation)s? (?:between|of)|underwent|undergo(?:ing|es)?|started on|assigned to(?: receive)?|randomi[sz]ed to(?: receive)?|allocated to|vaccinated with|immunized with|"
    r"adding|added|addition of|compar(?:ed|ing|es) (?:the )?(?:effects? of )?|taking|took|takes|eating|ate|drinking|drank|supplemented with|fed|levels of exposure to|implanted with|operated on with|wore|wearing|swallowed|swallowing|chew(?:ed|ing)|inhal(?:ed|ing)|smoked|applied|practi[sc](?:ed|ing)|sprayed|injected|(?:told|asked|invited) to (?:give|take|use|eat|drink|wear|do|follow|swallow|try)|handed out|prescribed|offered|put on|switched to|swapp(?:ed|ing)|managed with|tested whether|tests? whether|determine whether|see (?:if|whether)|find out (?:if|whether)|asked whether|know (?:if|whether)|"
    r"called|known as|named|mutations? in|variants? (?:of|in)|lacking|lack of|loss of|deficiency of|knock(?:ed|ing)[- ]out)\b(?: either| the use of| treatment with| up to| the effects? of)?(?= )"
)
#: Words at the end of a phrase that say that something is done, given or met.
_HEADS = (
    r"(?:treatments?|therap(?:y|ies)|supplementation|supplements?|vaccines?|vaccinations?|booster|immuni[sz]ation|intakes?|consumption|exposures?|transplantations?|transplants?|implants?|stimulation|surger(?:y|ies)|training|programs?|programmes?|"
    r"diets?|interventions?|screening|replacement|inhibitors?|pollution|use|deprivation|injections?|infusions?|agonists?|blockers?|antagonists?|antibod(?:y|ies)|drugs?|medications?|regimens?|pills?|tablets?|patch(?:es)?|gels?|creams?|"
    r"counsel(?:l)?ing|coaching|education|exercises?|activity|yoga|meditation|app|device|monitors?|pumps?|stents?|implantation|removal|resection|ablation|rehabilitation|acupuncture|massage|dialysis|transfusions?|"
    r"interruptions?|withdrawal|restriction|fasting|feeding|smoking|drinking|vaping|duration|loss|levels?|deficiency|mutations?|variants?|gene|protein|receptor|peptide|hormone|enzyme|algorithm|model|tool|system|test|assay|technique|method|approach|strategy|procedure|"
    r"probiotics?|antibiotics?|statins?|opioids?|antidepressants?|contraceptives?|insulin|nuts|oil|oils|fats?|sugar|salt|alcohol|coffee|tea|meat|fish|fruit|vegetables|oats|milk|foods?|beverages?|drinks?|cannabis|tobacco|cigarettes?|noise|radiation|chemotherapy|radiotherapy|immunotherapy)"
)
_HEAD = re.compile(rf"\b{_HEADS}\b")
CAUSES = re.compile(
    r" (?:(?:may|might|can|could|will|would|appears? to|seems? to|does|do|did|was|were|is|are|has|have|been|to|not|don[’']t|doesn[’']t|didn[’']t|also|significantly|greatly|more|no|be|help|helps|helped|safely|effectively|still|potentially|strongly|directly|likely|found) )*"
    r"(?P<verb>improve[sd]?|reduce[sd]?|increase[sd]?|prevent(?:s|ed)?|lower(?:s|ed)?|protect(?:s|ed)?|slow(?:s|ed)?|boost(?:s|ed)?|cuts?|raise[sd]?|cause[sd]?|leads?|linked|associated|correlated|tied|superior|effective|outperform(?:s|ed)?|safe|better|"
    r"inferior|affect(?:s|ed)?|influence[sd]?|alter(?:s|ed)?|regulate[sd]?|guide[sd]?|determine[sd]?|prolong(?:s|ed)?|benefits?|benefited|extend(?:s|ed)?|relieve[sd]?|restore[sd]?|harm(?:s|ed)?|worsen(?:s|ed)?|ease[sd]?|halve[sd]?|doubles?|doubled|"
    r"promote[sd]?|inhibit(?:s|ed)?|block(?:s|ed)?|suppress(?:es|ed)?|enhance[sd]?|trigger(?:s|ed)?|delay(?:s|ed)?|shrinks?|shrank|beats?|curbs?|curbed|stops?|stopped|works?|worked|fails?|failed|shows?|showed|decrease[sd]?|facilitate[sd]?|control(?:s|led)?|drives?|impair(?:s|ed)?|mimic(?:s|ked)?|"
    r"plus|versus|vs\.?|combined|to (?:improve|reduce|prevent|treat|increase|detect|boost|slow|help|relieve|ease|control|predict|lower|cut)|for (?:treating|preventing|the (?:treatment|prevention) of)|identif(?:ies|ied)|detects?|predicts?|predicted|offers?|reverses?|reversed|spots?|spotted|measures?|matche[sd]|rivals?|treats?|tackles?|brings?|keeps?|kept|makes?|gives?|speeds?|revives?|repairs?|kills?|killed|destroys?|destroyed|targets?|fights?|halts?|halted|disrupts?|disrupted|normali[sz]e[sd]?|stabili[sz]e[sd]?|induce[sd]?|contributes?|contributed|plays?|hold[s]? promise|useful|beneficial|harmful|as effective|no better|well tolerated|approved)\b"
)
_LED_IN = re.compile(
    r"^(?:(?:new|large|small|international|clinical|major|latest|nih|nci|first|pilot|phase|\d+|i+v?|preliminary|early|long-term|review|annual|national|uk|us|eu|fda|ema|nice)[ -])*"
    r"(?:stud(?:y|ies)|trials?|research(?:ers)?|scientists|evidence|data|results|findings|report|review|analysis|survey|experts?|investigators?|fda|ema|panel|meta-analysis)\b[^:,]{0,40}?"
    r"\b(?:shows?|finds?|found|suggests?|confirms?|reveals?|says?|indicates?|supports?|concludes?|approves?|recommends?|links?|looks at|tests?|compares?|evaluates?|examines?|explores?)(?: that| how| whether| if| when| why)? "
)


#: What may stand before a drug's name and be part of what was given; and after any name.
_WAY = re.compile(
    r"(?:(?:oral|intravenous|inhaled|topical|subcutaneous|intranasal|injectable|intramuscular|transdermal|long-acting|extended-release|low-dose|high-dose|adjuvant|neoadjuvant|maintenance|"
    r"pegylated|liposomal|recombinant|synthetic|vaginal|nebuli[sz]ed|prophylactic|daily|weekly) )+$"
)
#: The first half of a fixed combination: "dihydroartemisinin-".
_JOINED = re.compile(r"\b(?!placebo|during|after|before|under|other|non)[a-z]{5,24}[-/]$")
_OWNED = re.compile(r"\w[’']s\b|\w{2}s[’'] ")
_MORE = re.compile(
    r"^(?:-based|-containing)(?: (?:adjuvant|neoadjuvant|combination|preoperative|induction))? (?:chemotherapy|therapy|treatment|regimens?)\b|^[ -](?:replacement therapy|hormone therapy|combination therapy|monotherapy|treatments?|therap(?:y|ies)|supplementation|supplements?|vaccines?|vaccinations?|injections?|infusions?|replacement|"
    r"inhibitors?|intake|consumption|exposure|use|deficiency|levels|patch(?:es)?|pills?|cream|gel|diet|training|transplant(?:ation|s)?|surgery)\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A treatment or exposure at [start, end): how strongly its form speaks for it, kind and id.

    `core` is the name without what stands around it, in lower case; rows of one core are one thing.
    `marked` is what the model of sequences found, or what its turn makes the matter of the study.
    """

    start: int
    end: int
    core: str
    cue: float
    kind: str = ""
    id: str = ""
    marked: bool = False


def named(article: Article) -> list[Named]:
    """All that is named, no two overlapping; the surer source first."""
    taken = bytearray(len(article.text))
    kept: list[Named] = []
    for row in _all(article):
        if row.start < row.end and not any(taken[row.start : row.end]):
            taken[row.start : row.end] = b"\1" * (row.end - row.start)
            kept.append(row)
    return kept


def _all(article: Article) -> Iterator[Named]:
    yield from _branded(article)
    yield from _tested(article)
    listed = list(_listed(article))
    yield from listed
    yield from _shortened(article, listed)
    for source in (_stems, _subjects, _given, _headed):
        for sentence in article.body:
            yield from source(article, sentence)


def _tested(article: Article) -> Iterator[Named]:
    """What the turns of a synopsis make the matter of the study."""
    told = [row for s in article.body if s.own or s.told for row in tested.turns(s)]
    for row in (*tested.called(article), *told):
        core = article.text[row.start : row.end].lower()
        yield Named(row.start, row.end, core, row.cue, marked=row.sure)


def _branded(article: Article) -> Iterator[Named]:
    """ "Eylea (aflibercept)": the brand alone means the same."""
    for match in _BRANDED.finditer(article.text):
        if is_drug(match["name"]) or _listed_drug(match["name"]):
            yield Named(match.start(), match.end(), match["name"], 0.9, "DRUG")
            for again in re.finditer(rf"\b{match['brand']}\b", article.text[:LIMIT]):
                yield Named(again.start(), again.end(), match["name"], 0.6, "DRUG")


#: How far brand names are looked for.
LIMIT = 20_000


def _listed_drug(name: str) -> bool:
    return bool(vocabulary.descriptors("mesh_treatments", kinds=True).id_of(name))


def _listed(article: Article) -> Iterator[Named]:
    known = vocabulary.descriptors("mesh_treatments", kinds=True)
    rows = [
        (f, 0.0 if f.entry.kind == "OTHER" else 0.5)
        for f in article.found(vocabulary.kinds("interventions"))
    ]
    rows += [(f, 0.4) for f in article.found(known)]
    for found, cue in sorted(rows, key=lambda row: row[0].start - row[0].end):
        sentence = article.sentence_at(found.start)
        if sentence is not None and not _modifies(sentence, found):
            start, end = _around(sentence, found.start, found.end, found.entry.kind)
            core = article.text[found.start : found.end].lower()
            name = found.entry.id or known.id_of(core)
            yield Named(start, end, core, cue, found.entry.kind, name)


def _shortened(article: Article, rows: list[Named]) -> Iterator[Named]:
    """The short forms that the article explains by a listed name, wherever they stand."""
    ends = {row.end: row for row in rows}
    short = {
        form: ends[meaning.end]
        for form, meaning in article.abbreviations.items()
        if meaning.end in ends
        and 2 * (ends[meaning.end].end - ends[meaning.end].start) > meaning.end - meaning.start
    }
    for match in SHORT.finditer(article.text) if short else ():
        if row := short.get(match.group()):
            yield replace(row, start=match.start(), end=match.end())


SHORT = re.compile(r"\b[A-Za-z0-9][\w/&-]{1,9}\b")


def _modifies(sentence: Sentence, found: Found) -> bool:
    """Whether what is named only says more about the noun behind it: "sugar receptor".

    So does what is done, behind "a" or "two" ("a running ear"), and a "patch of" something is no plaster.
    """
    first, last = found.start - sentence.start, found.end - sentence.start
    led = sentence.low[max(0, first - 4) : first].endswith((" a ", " an ", "two "))
    doing = led and found.entry.kind == "BEHAVIORAL" and sentence.low[first:last].endswith("ing")
    if sentence.low[first:last].endswith("patch") and sentence.low.startswith(" of ", last):
        return True
    if (found.entry.kind != "OTHER" and not doing) or CAUSES.match(sentence.low, last):
        return False
    behind = chunks.after(sentence.low, last, 1)
    return (
        behind is not None
        and behind[0] == last + 1
        and not _MORE.match(sentence.low[last : last + 24])
    )


def _around(sentence: Sentence, start: int, end: int, kind: str) -> tuple[int, int]:
    """The listed name with the words that belong to it."""
    low, first, last = sentence.low, start - sentence.start, end - sentence.start
    more = _MORE.match(low[last : last + 48])
    if kind == "DRUG":
        joined = _JOINED.search(low[max(0, first - 30) : first])
        first -= len(joined.group()) if joined else 0
        way = _WAY.search(low[max(0, first - 40) : first])
        first -= len(way.group()) if way else 0
    elif (wide := chunks.before(low, last, 5)) and not _OWNED.search(low[wide[0] : first]):
        first = min(first, wide[0])
    return sentence.start + first, end + (len(more.group()) if more else 0)


def _stems(article: Article, sentence: Sentence) -> Iterator[Named]:
    drugs = _drugs(article)
    for word in drugs[bisect_left(drugs, (sentence.start,)) : bisect_left(drugs, (sentence.end,))]:
        start, end = _around(sentence, word.start, word.end, "DRUG")
        yield Named(start, end, word.folded, 0.5, "DRUG")


@once
def _drugs(article: Article) -> list[vocabulary.Word]:
    """The words that have the form of a drug's name; each of the article's words is asked once."""
    places = article.folds.places
    found = [at for folded in places if is_drug(folded) for at in places[folded]]
    return [article.words[at] for at in sorted(found)]


@cache
def _stems_known() -> tuple[str, ...]:
    return tuple(sorted(vocabulary.plain("drug_stems")))


@lru_cache(maxsize=20_000)
def is_drug(name: str) -> bool:
    """Whether a word in lower case has the form of a drug's nonproprietary name."""
    return name.endswith(_stems_known()) and 4 < len(name) < 24 and not _NOT_DRUG.match(name)


def _subjects(article: Article, sentence: Sentence) -> Iterator[Named]:
    """What does something in the headline or in a sentence on this study: "Oats raise …"."""
    headline = sentence.zone is Zone.HEADLINE
    if not (sentence.own or headline):
        return
    lead = _LED_IN.match(sentence.low) if headline else None
    for match in CAUSES.finditer(sentence.low):
        found = _with_when(sentence.low, chunks.before(sentence.low, match.start(), 5))
        if found and (not lead or found[0] >= lead.end()):
            yield _phrase(sentence, found, 0.2)
            if headline:
                break


_WHEN = re.compile(r" (?:at|in|on|during|before|after|by|over) (?:the |a |an |every |each )?$")
_TIMES = re.compile(
    r"(?:night|day|work|school|home|bedtime|breakfast|birth|pregnancy|childhood|adolescence|infancy|midlife|middle age|old age|early life|later life|infants|babies|children|surgery|video(?: call)?|phone|telephone|hospital|the womb|winter|summer|(?:every )?(?:yard|ward|school|village|home|house|room|class|pupil|patient|garden|street))$"
)


def _with_when(low: str, found: tuple[int, int] | None) -> tuple[int, int] | None:
    """ "Noise at night": what only says when or where is no cause without what stands before."""
    if found is None or not _TIMES.match(low[found[0] : found[1]]):
        return found
    joined = _WHEN.search(low, max(0, found[0] - 14), found[0])
    wide = chunks.before(low, joined.start(), 4) if joined else None
    return (wide[0], found[1]) if wide else None


def _given(article: Article, sentence: Sentence) -> Iterator[Named]:
    """What follows "treated with", "effects of", "exposure to" and their like."""
    for match in GIVEN.finditer(sentence.low):
        if found := chunks.after(sentence.low, match.end(), 5):
            yield _phrase(sentence, found, 0.6)


def _headed(article: Article, sentence: Sentence) -> Iterator[Named]:
    """Phrases whose last word says that something is given or met: "… training", "… intake"."""
    for match in _HEAD.finditer(sentence.low):
        found = chunks.before(sentence.low, match.end(), 4)
        if found and found[0] < match.start():
            yield _phrase(sentence, (found[0], match.end()), 0.1)


def _phrase(sentence: Sentence, found: tuple[int, int], cue: float) -> Named:
    start, end = found
    return Named(sentence.start + start, sentence.start + end, sentence.low[start:end], cue)
