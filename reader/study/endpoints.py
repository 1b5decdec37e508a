"""Where the article names what was measured: end points, scales, words for outcomes, what changed."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain

from reader.study import chunks, events, measured, seen, topics, vocabulary
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.topics import Mention
from reader.study.values import trim
from reader.study.vocabulary import Found
from reader.text import sieve as re

_W = r"[\w’'/+-]{1,24}"
_STOP = r"(?!(?:was|were|is|are|had|has|which|while|that|because|did|between|among|when|by|over|at|during|compared|with|and the|but|would|as|after)\b)"
_TAIL = rf"(?:{_STOP}{_W},? ){{0,8}}{_STOP}{_W}"
_PRIMARY = re.compile(
    rf"\b(?:primary|secondary|main|key|co-primary) (?:study )?(?:end ?-?points?|outcomes?|outcome measures?|measures?|objectives?|goals?|aims?|efficacy (?:end ?points?|outcomes?))(?: measures?)?(?: of (?:the|this) (?:study|trial))?"
    rf"(?: (?:was|were|is|included|of|measured)|,|:)(?: to (?:evaluate|assess|determine|measure|test|examine)| the| a| an| change in| improvement in| an improvement in| changes in| reduction in)* (?P<name>{_TAIL})"
)
_NAMES_PRIMARY = re.compile(
    r"\b(?:primary|secondary|main|key) (?:\w+ ){0,2}(?:end|outcome|measure|objective|goal|aim)"
)
_BEFORE_PRIMARY = re.compile(
    rf"(?P<name>(?:{_W} ){{1,6}}{_W})(?:, |—| \(| – )(?:which was )?(?:the |a )?(?:study[’']s |trial[’']s )?(?:primary|main|secondary) (?:end ?-?point|outcome)"
)
#: What happened to an outcome, with the outcome behind it: "improves …", "changes in …", "risk of …".
_CHANGED = re.compile(
    r"\b(?P<how>(?:improv|reduc|increas|decreas|lower|rais|boost|cut|slow|prevent|eas|reliev|enhanc|worsen|impair|prolong|extend|delay|affect|influenc|restor|alleviat|halv|doubl|diminish|lessen|minimi[sz]|curb|strengthen|weaken|protect)(?:e|es|s|ed|d|ing|ting|t|ts|ies|ied)?(?: (?:against|from|the risk of|their risk of|risk of|the rate of|the number of|levels of|the chances? of|the likelihood of|the odds of))?|"
    r"(?:changes?|improvements?|differences?|reductions?|decreases?|increases?|declines?|gains?|drops?|benefits?|losses|rise|fall) in|effects? on|impact on|influence on|levels? of|concentrations? of|rates? of|risks? of|risk for|incidence of|prevalence of|frequency of|severity of|number of|odds of|chances? of|likelihood of|probability of|"
    r"response to|linked to|tied to|associated with|predicts?|predicted|measured|assessed|evaluated|monitored|quantified|time to|onset of|progression of|development of|deaths? from|dying (?:of|from)|cases? of|episodes? of|symptoms? of|protection (?:against|from)|regulates?|guides?|controls?|determines?)"
    r"(?: (?:the|their|a|its|overall|new|developing|having|both|significantly|substantially|lower|higher|greater|less|more|better|worse|risk of|risk for|rates of|levels of|incidence of|long-term|short-term|all))* "
)
#: Words that name an outcome when they end a phrase.
_HEAD = re.compile(
    r"\b(?:levels?|concentrations?|rates?|scores?|symptoms?|function(?:ing)?|activity|performance|outcomes?|counts?|responses?|inflammation|efficacy|yields?|polarity|organi[sz]ation|processing|survival|mortality|deaths?|risks?|incidence|prevalence|pain|"
    r"pressure|weight|growth|size|volume|loss|quality|disability|progression|relapses?|memory|cognition|ability|skills?|behaviou?rs?|attacks?|events?|admissions?|visits?|infections?|transmission|clearance|load|titers?|antibodies|density|mass|strength|fitness|"
    r"sleep|mood|anxiety|depression|stress|fatigue|costs?|duration|time|speed|distance|frequency|severity|recurrence|remission|toxicity|safety|accuracy|sensitivity|specificity|development|formation|signal(?:l)?ing|expression|production|migration|movement|metabolism|"
    r"cancers?|diseases?|disorders?|injur(?:y|ies)|failure|strokes?|fractures?|falls|births?|pregnanc(?:y|ies)|complications?|bleeding|resistance|tolerance|absorption|secretion|cleavage|accumulation|damage|healing|recovery|vision|hearing|walking|balance|lesions?|seizures?|changes?|mutations?|intake|use|abuse|cessation|adherence|uptake|coverage|diversity|temperature|emissions?|stability|movements?|flow|control)$"
)
_BAD = re.compile(
    r"^(?:(?:the |a |an )*(?:usual|natural|statewide|nationwide|unusual|natural|next|possible|likely)\b|(?:the |a |an )*(?:participants?|patients?|people|study|trial|treatment|researchers?|this|these|those|it|them|that|groups?|times?|women|men|children|all|both|one|two|three|which|what|how|whether|low|high|higher|lower|normal|first|each|no|new|different|other|some|more|most|many|any|years?|such|certain|data|drug|increased|reduced|physical|gene|age|high-risk|low-risk|at-risk|high-income|low-income|(?:[\w-]+ )?dose-responses?|treatment response|interactive (?:voice )?response|relative risk|odds|test results|blood|serum|years|older|younger|our|we|they|he|she|his|her|not|very|on|to|of|in|use|time|changes?|outcomes?|risks?|levels?|rates?|events?|function|activity|response|responses|responding|development|disease|effects?|results?|symptoms?|cancer patients|same time|first time|long time|real time|clinical use|weeks?|months?|days?|conditions?|health)$)"
)
_CUE = re.compile(
    r"\b(?:improv|reduc|increas|lower|higher|better|decreas|eas|reliev|protect|ameliorat|halt|keep|cut|measur|effect|risk of|change|primary|rate|less|more|greater|longer|worse|mean|median|slow|prevent|prolong|assess|differ|gain|benefit)\w*(?: [\w-]+){0,4} $"
)
_AND = re.compile(r",? (?:and |or |and/or |the |overall |of |risk of |lower |fewer |even )*|, ")
_PREVENTED = re.compile(
    r"prevent|protect|risk|incidence|onset|develop|chance|likelihood|odds|linked|tied"
)
_COUNTED = re.compile(
    r"risk|incidence|prevalence|episodes|cases|rates?|number|deaths|prevent|likelihood"
)
#: A scale by its form: "Hope Village Rating Scale".
SCALE = re.compile(
    r"\b(?:[A-Z][\w’'-]+ (?:(?:of|for|and|in|the) )?){1,6}(?:Scale|Index|Inventory|Questionnaire|Score|Checklist|Assessment|Interview|Battery)\b|"
    r"\b(?<=[Oo]n the |[Bb]y the )[A-Z][\w’'-]+(?:[- ][A-Z][\w’'-]+){0,2} (?:[a-z]+ )?(?:scale|index|inventory|questionnaire|score)\b"
)
_OWNED = re.compile(r"\w[’']s?\b|\d|\b[A-Z][a-z]")
#: What the people have is not what is measured in them.
_HAVING = re.compile(
    r"\b(?:people|patients|adults|children|women|men|those|individuals|participants|mice|who|history) (?:with|of|without|had|have|suffering from) (?:[\w-]+ ){0,4}$"
)
_PLAIN = frozenset(
    [
        "safety and efficacy",
        "safety and effectiveness",
        "safety and tolerability",
        "side effects",
        "health outcomes",
        "patient outcomes",
        "clinical outcomes",
    ]
)


#: How much each source and sign speaks for an outcome, or against it.
WEIGHTS = {
    "primary": 2.4,
    "scale": 1.4,
    "outcome": 0.6,
    "object": 0.5,
    "subject": 0.8,
    "headed": 0.1,
    "seen": 0.8,
    "event": 0.9,
    "cue": 0.4,
    "counted": 0.3,
    "having": -1.0,
    "plain": -0.4,
    "plain_alone": -0.5,
}


def mentions(
    article: Article, ill: Set[str] = frozenset(), findings: Sequence[tuple[int, int]] = ()
) -> list[Mention]:
    """Every outcome named in the story, no two overlapping, the surer source first."""
    taken = bytearray(len(article.text))
    kept = []
    for mention in chain(
        _primary(article),
        _scales(article),
        _listed(article, ill),
        _objects(article, ill),
        events.mentions(article, ill, WEIGHTS["event"]),
        _headed(article),
        measured.mentions(article, findings, WEIGHTS["subject"]),
        seen.mentions(article, WEIGHTS["seen"]),
    ):
        if not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
            kept.append(mention)
    return list(_listed_together(article, sorted(kept, key=lambda m: m.start)))


def _listed_together(article: Article, rows: list[Mention]) -> Iterator[Mention]:
    """ "A, B and C": what is said of the first outcome holds for the others."""
    before: Mention | None = None
    for row in rows:
        if before and before.cue > row.cue and _AND.fullmatch(article.text[before.end : row.start]):
            row = replace(row, cue=before.cue - 0.1)
        yield row
        before = row


def _primary(article: Article) -> Iterator[Mention]:
    for sentence in article.own:
        if not _NAMES_PRIMARY.search(sentence.low):
            continue
        for pattern in (_PRIMARY, _BEFORE_PRIMARY):
            for match in pattern.finditer(sentence.low):
                yield from _parts(article, sentence, match)


def _parts(article: Article, sentence: Sentence, match: re.Match[str]) -> Iterator[Mention]:
    """The outcomes of a list, one by one."""
    at = sentence.start + match.start("name")
    for part in _BETWEEN.split(match["name"]):
        start, end = trim(article.text, at, at + len(part))
        start = _without_article(article, start)
        text = article.text[start:end].lower()
        if end - start > 3 and not _BAD.match(text):
            yield Mention(text, start, end, WEIGHTS["primary"])
        at += len(part)
        gap = _BETWEEN.match(sentence.low, at - sentence.start)
        at = sentence.start + gap.end() if gap else at


_BETWEEN = re.compile(r",? (?:and|or|and/or) (?:an?|the)? ?|, ")


def _without_article(article: Article, start: int) -> int:
    match = re.match(r"(?:the|an?) ", article.text[start : start + 5], re.I)
    return start + (match.end() if match else 0)


def _listed(article: Article, ill: Set[str]) -> Iterator[Mention]:
    rows = [
        (found, bonus)
        for name, bonus in (("outcomes", WEIGHTS["outcome"]), ("instruments", WEIGHTS["scale"]))
        for found in article.found(vocabulary.names(name))
    ]
    given = article.found(vocabulary.kinds("interventions"))
    for found, bonus in sorted(rows, key=lambda row: row[0].start - row[0].end):
        sentence = article.sentence_at(found.start)
        told = sentence and (sentence.own or sentence.zone is Zone.HEADLINE)
        if sentence and told and not _within(given, found):
            mention = _of_list(article, sentence, found, bonus)
            if topics.key(article.text[mention.start : mention.end]) not in ill:
                yield mention


def _within(given: list[Found], found: Found) -> bool:
    """Whether it is a part of the name of a treatment: "hearing" in "hearing aids"."""
    at = bisect_right(given, found.start, key=lambda row: row.start) - 1
    return (
        at >= 0
        and found.end <= given[at].end
        and given[at].end - given[at].start > (found.end - found.start)
    )


def _scales(article: Article) -> Iterator[Mention]:
    for sentence in article.own:
        for match in SCALE.finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            yield Mention(match.group().lower(), start, end, WEIGHTS["scale"])


#: What says little without what it is of.
_OF = re.compile(
    r"(?:growth|risks?|rates?|numbers?|length|levels?|use|loss|time|duration|quality|severity|frequency|incidence|cases|episodes|symptoms|onset|progression|development|sales|amount|concentrations?|spread|size) of "
)


def _of_list(article: Article, sentence: Sentence, found: Found, bonus: float) -> Mention:
    first, last = found.start - sentence.start, found.end - sentence.start
    text = sentence.low[first:last]
    cue = bonus + WEIGHTS["cue"] * bool(_CUE.search(sentence.low, max(0, first - 50), first))
    cue += WEIGHTS["having"] * bool(_HAVING.search(sentence.low, max(0, first - 60), first))
    longer = chunks.after(sentence.low, first, 6) if _OF.match(sentence.low, first) else None
    if longer and longer[0] == first and longer[1] > last:
        return Mention(found.entry.name.lower(), found.start, sentence.start + longer[1], cue)
    if " " not in text or text in _PLAIN:
        wide = _without_comparison(sentence.low, chunks.before(sentence.low, last, 3))
        if wide and wide[0] < first and not _OWNED.search(sentence.text, wide[0], first):
            first = wide[0]
        else:
            cue += WEIGHTS["plain"] if cue > bonus else WEIGHTS["plain_alone"]
    return Mention(found.entry.name.lower(), sentence.start + first, found.end, cue)


_COMPARED = re.compile(
    r"(?:(?<![\w-])[\w-]+ )?(?:higher|lower|greater|fewer|better|worse|poorer|reduced|increased|decreased|improved|elevated|raised|more|less|longer|shorter|faster|slower) (?=\w)|(?:faces?|faced|facing|show|shows|see|sees|saw|gets?|suffers?|ends? up with|has|have) "
)


def _without_comparison(low: str, found: tuple[int, int] | None) -> tuple[int, int] | None:
    """A phrase without how it compares: "face higher stroke risk" speaks of the risk of stroke."""
    lead = _COMPARED.match(low, *found) if found else None
    return (lead.end(), found[1]) if found and lead else found


def _objects(article: Article, ill: Set[str]) -> Iterator[Mention]:
    """What the words say was changed, risked or measured, if it reads like an outcome."""
    sick = {f.end for f in article.found(vocabulary.descriptors("mesh_diseases"))}
    sick |= {f.end for f in article.found(vocabulary.names("conditions"))}
    for sentence in article.body:
        headline = sentence.zone is Zone.HEADLINE
        if not (sentence.own or headline):
            continue
        for match in _CHANGED.finditer(sentence.low):
            found = chunks.after(sentence.low, match.end(), 6)
            if found is None or _BAD.match(sentence.low[found[0] : found[1]]):
                continue
            yield from _object(sentence, match, found, sick, ill)


def _object(
    sentence: Sentence,
    match: re.Match[str],
    found: tuple[int, int],
    sick: set[int],
    ill: Set[str],
) -> Iterator[Mention]:
    start, end = found
    text = sentence.low[start:end]
    disease = sentence.start + end in sick
    if not (disease or _HEAD.search(text)):
        return
    if disease:
        risk = re.search(
            r"\b(?:risk|incidence|prevalence|rates?|deaths?|number|cases) (?:of|from|for) [\w ]{0,20}$",
            sentence.low[:start],
        )
        if topics.key(text) in ill and not (risk or _PREVENTED.match(match["how"])):
            return
        start = risk.start() if risk else start
    cue = WEIGHTS["object"] + WEIGHTS["counted"] * bool(_COUNTED.match(match["how"]))
    yield Mention(sentence.low[start:end], sentence.start + start, sentence.start + end, cue)


def _headed(article: Article) -> Iterator[Mention]:
    """Phrases whose last word names an outcome: "… levels", "… scores"."""
    for sentence in article.own:
        for match in _LAST.finditer(sentence.low):
            found = _without_comparison(sentence.low, chunks.before(sentence.low, match.end(), 4))
            if found and found[0] < match.start() - 1:
                start, end = found[0], _with_of(sentence.low, match.end())
                yield Mention(
                    sentence.low[start:end],
                    sentence.start + start,
                    sentence.start + end,
                    WEIGHTS["headed"],
                )


def _with_of(low: str, end: int) -> int:
    """The end of what it is of: "blood levels of ferritin"."""
    more = chunks.after(low, end + 4, 3) if low[end : end + 4] == " of " else None
    return more[1] if more and more[0] - end < 10 else end


_LAST = re.compile(
    r"\b(?:levels?|concentrations?|rates?|scores?|symptoms|function|performance|counts?|response|responses|inflammation|efficacy|yields|polarity|organi[sz]ation|processing|risk|activity|signaling)\b"
)
