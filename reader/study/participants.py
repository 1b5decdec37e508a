"""Phrases that may say who was studied: a noun with what says more about it, weighed."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.study import chunks, vocabulary
from reader.study.before_to import BEFORE_TO
from reader.study.counts import Count
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.values import trim
from reader.study.vocabulary import Word, fold
from reader.text import sieve as re

_W = r"[\w’'/.+%–-]{1,24}"
_MORE_NOUNS = r"(?:men|women|girls|boys|children|adults|adolescents|infants|mothers|fathers|people|patients|elderly|teens|teenagers|animals|mice|rats)"
#: What may follow the noun and still say who they are.
_POST = re.compile(
    rf"(?: ?(?:,|and|or|,? and) (?:{_W} )?{_MORE_NOUNS}\b)*"
    r"(?:,? \(?(?P<opener>aged?\b|ages\b|between the ages|between (?:\d|\w+ months|\w+ and)|seen at\b|found to\b|known to\b|facing\b|awaiting\b|over the age|under the age|over \d|under \d|with\b|without\b|who\b(?! (?:fell|were (?:split|divided|sorted)) into)|whose\b|living\b|lacking\b|carrying\b|from\b|in\b|at (?:high|increased|low|elevated|higher|average|very high)? ?risk\b|"
    r"at\b|of\b(?! (?:the|these|those|all|whom|this|which))|undergoing\b|receiving\b|taking\b|treated\b|diagnosed\b|newly diagnosed\b|previously\b|suffering\b|hospitali[sz]ed\b|admitted\b|born\b|attending\b|enrolled in\b|age \d|\d+ (?:years|to)|"
    r"isolated\b|infected\b|exposed\b|recovering\b|that (?:were|had|have|lack|lacked|carry)\b|close to\b|on\b(?! \d)|scheduled\b|being\b|older\b|younger\b|genetically\b|engineered\b|bred\b|fed\b|given\b|already\b|eligible\b|needing\b|requiring\b|awaiting\b|having\b|seeking\b|visiting\b|serving\b|experiencing\b|affected\b|struggling\b|planning\b)"
    r"(?:u\.s\.|u\.k\.|[^.;:()—“”\"\n]){0,140})?"
)
#: A clause after a place or what they got: it tells of something else.
_NEXT = re.compile(
    r", (?!and\b|or\b|women,|all\b|aged?\b|ages\b|who\b|whose\b|with\b|without\b|living\b|diagnosed\b|mostly\b|average\b|mean\b|men\b|women\b|boys\b|girls\b|but not\b|born\b|treated\b|\d)"
)
#: What they did or what became of them: a verb that nothing before it asks for.
_DID = (
    r"entered\b|(?:and )?(?:(?<!that )they|(?<!of )them|he|she|(?<!that )it|we|set)\b|in total\b|at random\b|who,|that,|(?:and )?(?:threw|linked|links?|lose|loses|weighed|weighs|grow|grows|gain|gains|win|won|show|tells?|wait(?:ed)?|choose|chose|asked|ask|broke|bought|brought|built|called|caught|coped|cope|cut|dropped|enjoyed|faced|face|fared|fare|"
    r"forgot|handled|heard|held|hide|hid|hold|jumped|knew|know|laughed|left\b(?! untreated| alone| without)|liked|looked|managed|moved|noticed|opened|paid|picked|played|put|ran|reached|recalled|rated|recognised|recognized|remembered|returned|sat|scarcely|seldom|rarely|hardly|often|usually|shared|slowed|solved|spoke|stood|swallowed|"
    r"swapped|switched|talked|thought|think|tried|visited|waited|wanted|want|watched|wrote|write)\b"
)
#: What ends it: what was done with them, or what they did.
_STOP = re.compile(
    r", that \w+ing\b|, (?:who (?:received|took|were (?:given|randomi|randomly|assigned|followed))|the|they|he|she|we|researchers|scientists|an?|those|however|with \w+ing|including|such|most|all|any|according|said|says|but|about|from the|\w+ing|\w+ed)\b|,? (?:and (?:then|found|were|was|followed|compared|measured|their|the (?!united|uk|us|netherlands|philippines|gambia)|asked|analy[sz]ed|tested|whether|how|had|that|it|an?|\d+)\b|were\b|was\b|took part|participated|to (?:receive|see|find|test|determine|take|either|one|identify|understand|learn|undergo|get|compare|assess|examine|measure|investigate|evaluate|treatment|the)\b|"
    r"between (?:\w+ )?(?:19|20)\d\d|from (?:\w+ )?(?:19|20)\d\d|in (?:the (?:study|trial|current|new|analysis|year)|(?:19|20)\d\d|(?:a|this|our|another) (?:\w+[ -]){0,4}(?:study|trial|analysis|survey)|both|each|either|order|which|whom|terms|addition|comparison|contrast)\b|over (?!the age)(?:the|a|an average|two|three)\b|over \d+ (?:days|weeks|months|years)\b|"
    r"for (?:up to|\d|two|three|four|five|six|seven|eight|ten|an average|a|the|at least|more than|about|around|nearly)\b|at (?:baseline|the (?:start|beginning|time|end)|\d+ (?:sites|cent|hosp|clin)|(?:\w+ )?(?:university|hospitals?|medical))|shows?\b|showed|found|finds|suggests?\b|indicates?\b|reveals?\b|confirms?\b|stor(?:ed|es)\b|start(?:ed|s)?\b|stopp?(?:ed|s)\b|already (?:respond|show|have|had)\w*|respond\b|read\b(?! (?:poorly|badly))|break\b|learn(?:ed|t|s)?\b|took\b(?! (?:part|the|a))|turned\b|died\b|die\b|had (?:a |an |the )?(?:\w+ )?(?:risk|lower|higher|better|fewer|more|less|no|\d[\d.]* ?(?:%|per|times))|on (?:a|the) (?!waiting|list)|"
    r"underwent|into\b|during\b|after (?!transplant|surgery|stroke|menopause)|using\b|by\b|via\b|through\b|because|since\b|so\b|(?<!younger )(?<!older )than\b|compared|versus\b|vs\b|according|published|reported|reports|responded|improved|experienced|developed|"
    + _DID
    + r"|– |“|\"|completed|enrolled in the (?:trial|study)|which|while|whereas|but\b|respectively|initially randomi|who remained|[\w’' ]{2,30} said\b|have (?:a|an|the|more|less|been|higher|lower|persist\w+)\b|existed|exists?\b|suffer(?:ed)? |live\b|lived\b|tend|need\b|remain(?:s|ed)?\b|becomes?\b|became\b|gets?\b|got\b|felt\b|feel\b|scored\b|lost\b|gained\b|slept\b|walked\b|stayed\b|spent\b|wore\b|ate\b|drank\b|made\b|gave\b|saw\b|went\b|came\b|told\b|said\b|says?\b|report\b|tend\b|needed\b|kept\b|grew\b|fell\b|rose\b|lived longer|survived\b|recovered\b|relapsed\b|worsened\b|answered\b|agreed\b|carried\b|spares?\b|protects?\b|helps?\b|leads?\b|seems?\b|appears?\b|begin\b|improves?\b|reduces?\b|increases?\b|lowers?\b|may\b|might\b|can\b|could\b|should\b|would\b|will\b|did\b|does\b|do\b|as well as|as (?:a|the|part|measured|they|first|compared)\b|when\b|if\b|where\b|whether|received|randomi[sz]ed|randomly|assigned|is\b|are (?!at|under|over|overweight|obese|living|not|pregnant|aged|hiv|infected))"
)
_ARM = re.compile(
    r" (?:(?:that|which) (?:had|have|were|was) (?:been|not|recently|gone|given|fed|only|just)\b|who (?:received|took|were (?:given|treated|assigned|randomi[sz]ed)|got|did not|died|responded|completed|took part|participated|developed|experienced|reported|dropped)|receiving|taking|given|treated|fed|in (?:the|both|each|either)|on (?:the )?(?:placebo|drug)|assigned|randomi[sz]ed)\b"
)
_STUDIED = re.compile(
    r"\b(?:enroll?(?:ed|ing|s)|recruit(?:ed|ing|s)|includ(?:ed|ing|es)|involv(?:ed|ing|es)|stud(?:ied|y of|y in|y with|ies)|trials? (?:of|in|with|involving)|conducted (?:in|among|with)|data (?:on|from)|samples? (?:of|from)|tested (?:in|on)|among|examin(?:ed|ing)|"
    r"looked at|follow(?:ed|ing)|track(?:ed|ing)|traced(?: these \w+ as)?|analy[sz](?:ed|ing)|treat(?:ed|ing)|compar(?:ed|ing)|treatment of|approved for|effective (?:in|for)|evaluated in|results in|given to|groups? of|cohort of|working (?:in|with)|evidence in|survey(?:ed)?(?: of)?|interviewed|"
    r"monitored|screened|assigned|randomi[sz]ed|observed (?:in|among)|records of|scans of|volunteers,|participants,|population of|total of|asked|invited|measured (?:in|among))(?: (?!(?:the|other)\b)[\w,-]+){0,3} ?$"
)
#: Those of whom the world knew before: "has mostly been studied in refugees", "after a study of twins".
_KNOWN = re.compile(
    r"\b(?:ha(?:s|ve) (?:[a-z]+ ){0,2}been (?:studied|tested|done|reported|seen|described|tried|found|made|observed|compared)|after (?:an?|one|another|two|the) (?:[\w-]+ ){0,2}(?:stud(?:y|ies)|trials?|surveys?)|(?:known|come|came|comes) (?:mainly |mostly |largely |only )?from (?:studies|trials|work|research)(?: done)?) (?:in|among|of|on|with|from)\b[^.;:]{0,40}$"
)
#: One of them stands for no group: "a patient with two running ears".
_ONE = re.compile(
    r"(?:an?|one|the|each|every) (?:(?!\d)(?!.{0,24}old )[\w-]{1,20} ){0,3}?(?:child|person|patient|woman|man|adult|infant|baby|individual|participant)$"
)
#: What says behind a phrase that they were studied: "any adult with a fever could take part".
_JOINED = re.compile(
    r"[^.;:]{0,70}? (?:(?:could|were allowed to|were asked to|were invited to|agreed to) (?:take part|join|enter)|(?:was|were) (?:eligible|invited|approached)|entered the (?:trial|study)|qualified for the (?:trial|study))\b"
)
_FOR_WHOM = re.compile(r"\b(?:in|for|among|of) (?:[\w-]+ ){0,2}$")
_BARE = re.compile(
    r"^(?:the |these |those |all |both |some |most |more |many |other |such |their |our |its |his |her |study |trial |clinical |\d[\d,]* |eligible |enrolled |healthy )*\w+$"
)
#: A relative clause with its verb, which does not end the phrase.
_WHO = re.compile(
    r"\b(?:who|that|whose [\w-]+)(?! remained)(?: (?:had|have|has|were|was|are|is|did|do|never|not|been|already|recently|also|previously|both))* [\w-]+\b"
)
_TO = re.compile(r"(?<![\w-])(?P<word>[\w-]+)(?P<to> to)\b")
#: Words left over at the end of a phrase.
_LOOSE = re.compile(
    r"(?:,? \b(?:who|that|whose|which|with|from|in|at|of|and|or|the|an?|to|on|for|have|had|has|were|was|are|is|been|being|their|by|also|not|both|either|about|around|some|more|than|up|under|over|before|when|until|if|because)\b)+ ?$"
)
#: Counts, owners and verbs before the phrase: "957 ", "NASA’s Jet ", "colleagues fed ".
_LEAD = re.compile(
    r"(?:(?:[\w’'-]{1,24} ){0,4}(?:fed|describes?|collect|gave|let|taught|alongside) )?(?:[^.;,]{0,60}[’']s (?:[\w-]+ (?=[\w-]+ ))?)?(?:\d[\d,.]* )*"
)
#: What follows those who were fed is what they were fed.
_GAVE = ("fed ", "gave ")
_OTHERS = re.compile(
    r"\b(?:other|some|many|most|few|no|every|each|of (?:the|these|those|all)|for (?:these|many|some|other|all|most)|million|thousands of|hundreds of|help|half|third|percent of|%)(?: of)? $"
)
#: Those whom the others are compared with, and those who were not studied.
_AGAINST = re.compile(
    r"\b(?:than|against|versus|vs\.?|compar(?:ed|ing)(?: [^.;]{3,80}?)? (?:with|to)|unlike|whereas|alongside|as opposed to)(?: (?:in|for|among|of|to|the|(?:the same|a similar|an equal) number of|\d[\d,]*))* $"
)
_NOT_ALL = re.compile(r"\b(?:nobody|no one|none|neither|only) ")
_EXCLUDED = re.compile(
    r"\b(?:(?:was|were) (?:\w+ )?(?:(?:kept|left) out|excluded|not (?:included|studied|enrolled|eligible)|ineligible|turned away)|could not (?:take part|join|be included)|not (?:allowed|able) to take part|no one (?:with|over|under)|nobody (?:with|over|under))\b"
)
_AGED = re.compile(r"\b(?:aged?|ages|years old|older|younger|pregnant|postmenopausal)\b")
#: What follows says only where they are, or what they were given.
_PLACE = re.compile(r"(?:from|in|at|of|on|treated|given|fed|already|being|taking|receiving)\b")
_VAGUE = re.compile(r"\bwith the (?:disease|condition|disorder|illness|virus)\b|, \d+$")
_TOLD = {Whose.OWN: 0.7, Whose.NEAR: 0.4, Whose.FUTURE: 0.0, Whose.GENERAL: -0.6, Whose.OTHER: -0.9}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun with what says more about it, at [start, end), and its weight of being who was studied."""

    start: int
    end: int
    weight: float


_CELLS = (
    "cells cell neurons organoids tissue tissues strains isolates lines tumors tumours samples specimens "
    "bacteria viruses parasites yeast islets cultures"
)
_YOUNG = "larvae embryos organisms plants"


@cache
def nouns(kind: str) -> dict[str, float]:
    """Folded noun -> how much it speaks for who was studied."""
    out = {fold("professionals"): 0.0, **dict.fromkeys(_species(), _ANIMALS[kind])}
    for line in vocabulary.lines("population_nouns"):
        group, *rest = vocabulary.forms(line)
        weight = {"people": _PEOPLE[kind], "animals": _ANIMALS[kind]}.get(group)
        if weight is not None:
            out |= {
                fold(w.strip()): weight for w in ";".join(rest).split(",") if " " not in w.strip()
            }
    if kind in {"animals", "cells"}:
        out |= {fold(word): 0.3 if kind == "cells" else -0.9 for word in _CELLS.split()}
        out |= {fold(word): 0.3 if kind == "cells" else -0.2 for word in _YOUNG.split()}
    return out


_PEOPLE = {"people": 0.0, "samples": 0.0, "animals": -0.9, "cells": -0.9}
_ANIMALS = {"people": -0.5, "samples": -0.2, "animals": 0.3, "cells": 0.0}


def _species() -> Iterator[str]:
    """The last words of the names of species: "elegans", "macaques"."""
    for line in vocabulary.lines("species"):
        for form in re.split(r"[,|;]", line.split(";", 2)[2]):
            if form.strip() and "human" not in form and "sapiens" not in form:
                yield fold(form.split()[-1])


_PEOPLE_ONLY = frozenset(
    fold(word)
    for word in (
        "births", "deliveries", "pregnancies", "donors", "members", "customers", "drivers", "players", "doctors", "physicians",
        "clinicians", "surgeons", "teachers", "staff", "personnel", "relatives", "siblings", "parents", "recipients", "users",
        "controls", "cases", "pairs",
    )
)  # fmt: skip


def phrases(
    article: Article, sentence: Sentence, kinds: dict[str, float], counted: Count | None
) -> Iterator[Phrase]:
    for word in article.words_in(sentence.start, sentence.end):
        weight = kinds.get(word.folded)
        if weight is not None and article.text[word.end - 2] not in "'’":
            found = _phrase(article, sentence, word, counted)
            yield Phrase(found.start, found.end, found.weight + weight)


def _phrase(article: Article, sentence: Sentence, word: Word, counted: Count | None) -> Phrase:
    first, last = word.start - sentence.start, word.end - sentence.start
    front = chunks.before(sentence.low, last, 6)
    start = front[0] if front and front[0] < first else first
    lead = _LEAD.match(sentence.low, start, first)
    start = lead.end() if lead else start
    given = sentence.low[:start].endswith(_GAVE)
    end = last if given else _end(sentence, last)
    start, end = trim(article.text, sentence.start + start, sentence.start + end)
    at = start - sentence.start
    weight = _form(article, sentence, start, end, last)
    weight += _context(sentence, at) + _TOLD[sentence.whose]
    joined = _JOINED.match(sentence.low, end - sentence.start) is not None
    weight += WEIGHTS["one"] * (_ONE.search(sentence.low, max(0, at - 6), last) is not None)
    weight += WEIGHTS["joined"] * (joined and not _NOT_ALL.search(sentence.low))
    if counted is not None and counted.start <= word.start < counted.end + 1:
        weight += WEIGHTS["counted"]
    return Phrase(start, end, weight + WEIGHTS["seldom"] * (word.folded in _PEOPLE_ONLY))


def _end(sentence: Sentence, last: int) -> int:
    match = _POST.match(sentence.low, last)
    tail = match.group() if match else ""
    who = _WHO.search(tail)
    stop = _STOP.search(tail)
    if (
        who
        and stop
        and stop.start() > who.start() - 3
        and not tail.startswith(", who", stop.start())
    ):
        stop = _STOP.search(tail, who.end())
    tail = tail[: stop.start()] if stop else tail
    if match and _PLACE.match(match["opener"] or "") and (aside := _NEXT.search(tail)):
        tail = tail[: aside.start()]
    to = next((m for m in _TO.finditer(tail) if m["word"] not in BEFORE_TO), None)
    tail = tail[: to.start("to")] if to else tail
    return last + len(_LOOSE.sub("", tail) if tail else "")


def _form(article: Article, sentence: Sentence, start: int, end: int, last: int) -> float:
    """What the words themselves speak for: the more they say, the better."""
    text = sentence.low[start - sentence.start : end - sentence.start]
    if _BARE.match(text):
        return WEIGHTS["bare"]
    weight = min(len(text), 70) / 100 * WEIGHTS["length"] + WEIGHTS["long"] * (len(text) > 150)
    if end - sentence.start - last > 6:
        opener = _POST.match(sentence.low, last)
        place = opener and _PLACE.match(opener["opener"] or "in")
        weight += WEIGHTS["place"] if place else WEIGHTS["said"]
    weight += WEIGHTS["before"] * (start - sentence.start < last - 16)
    weight += WEIGHTS["arm"] * bool(_ARM.match(sentence.low, last))
    weight += WEIGHTS["aged"] * bool(_AGED.search(text))
    weight += WEIGHTS["vague"] * bool(_VAGUE.search(text))
    return weight + WEIGHTS["ill"] * _ill(article, start, end)


#: How much each sign speaks for a phrase, or against it.
WEIGHTS = {
    "bare": -1.2,
    "length": 1.0,
    "long": -0.6,
    "said": 0.7,
    "place": 0.4,
    "before": 0.6,
    "arm": -0.9,
    "aged": 0.5,
    "vague": -0.8,
    "ill": 0.6,
    "counted": 1.0,
    "seldom": -0.5,
    "studied": 0.9,
    "joined": 0.9,
    "one": -0.6,
    "known": -1.2,
    "whom": 0.2,
    "others": -0.8,
    "against": -0.8,
    "excluded": -1.2,
    "headline": -0.3,
}


def _ill(article: Article, start: int, end: int) -> bool:
    """Whether a condition is named within."""
    found = article.found(vocabulary.descriptors("mesh_diseases"))
    at = bisect_left(found, start, key=lambda row: row.start)
    return at < len(found) and found[at].start < end


def _context(sentence: Sentence, at: int) -> float:
    before = sentence.low[max(0, at - 60) : at]
    weight = WEIGHTS["studied"] * bool(_STUDIED.search(before))
    weight += WEIGHTS["whom"] * bool(_FOR_WHOM.search(before))
    weight += WEIGHTS["others"] * bool(_OTHERS.search(before))
    weight += WEIGHTS["against"] * bool(_AGAINST.search(before))
    weight += WEIGHTS["known"] * bool(_KNOWN.search(before))
    weight += WEIGHTS["excluded"] * bool(_EXCLUDED.search(sentence.low))
    return weight + WEIGHTS["headline"] * (sentence.zone is Zone.HEADLINE)
