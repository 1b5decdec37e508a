"""What the study compared with: placebo, usual care, another drug, a group without the exposure."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.model.study import StudyValue
from reader.study import chunks, exposures, others, topics, treatments, two_arms, vocabulary
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.values import denied, stated, trim
from reader.text import sieve as re

_W = r"[\w’'/+-]{1,24}"
_STOP = r"(?!(?:and|but|in|on|during|over|after|at|by|for|as|was|were|is|are|had|which|while|that|because|from|did|to|the researchers|with)\b)"
_TAIL = rf"(?:{_STOP}{_W}(?: {_STOP}{_W}){{0,7}}(?: (?:with|who|without|receiving|taking|on) (?:{_STOP}{_W} ?){{1,8}})?)"
_NONE = re.compile(
    r"\b(?:no|without(?: a| any)?|did not (?:include|have|use) an?y?|lacked an?|there was no) (?:other treatment(?: or)? ?)?(?:sham|placebo|control|comparison|comparator)(?: or \w+)? ?(?:procedure|group|arm|treatment)?s?\b[\w ]{0,30}|\buncontrolled\b(?= (?:and|study|trial|,))"
)
_PEOPLE = r"(?:those|people|patients|men|women|children|adults|participants|individuals|mice|animals|rats|infants|babies|mothers|boys|girls|students|volunteers|counterparts|peers|(?!(?:ways|things|reasons|factors|cases|terms|aspects|respects|studies|trials|results|findings|operations|years|months|weeks|days|hours|levels|rates|places|questions|others)\b)[a-z]{3,14}s)"
#: Comparators that have a name: weight, name, pattern.
_NAMED = (
    (3.0, "placebo", re.compile(r"\b(?:an? |inactive |matching |dummy )?placebo(?: pills?| tablets?| injections?| group| infusions?| capsules?)?\b(?!-controlled| effect| response)|\b(?:dummy|inactive|fake|mock|simulated|pretend|sugar|saline|salt[- ]water) (?:pill|tablet|drug|treatment|injection|spray|gel|cream|ointment|device|acupuncture|infusion|drink|capsule|patch|stimulation|light|procedure|operation|medicine|drops|powder|solution|inhaler|vaccine)(?:e?s)?\b")),
    (2.2, "placebo", re.compile(r"\bplacebo(?=-controlled)")),
    (2.9, "sham", re.compile(r"\bsham(?:[ -](?:treatment|procedure|surgery|stimulation|injections?|acupuncture|group|control|device|tdcs|rtms|tms|intervention|therapy))?\b")),
    (2.6, "untreated", re.compile(r"\b(?:no (?:treatment|intervention|vaccine|vaccination|therapy|drug|supplements?|medication|additional treatment|further treatment|screening|exercise)|observation(?: alone| only)|wait(?:ing)?[- ]?list(?: control)?(?: group)?|(?:delayed|deferred|later) (?:treatment|start|therapy|surgery)|(?:their |unaffected |healthy )siblings|littermates|carr(?:y|ied|ying) on as (?:usual|before|normal)|as usual|(?<=or )nothing|watchful waiting|(?:best )?supportive care(?: alone)?|attention control)\b")),
    (2.5, "usual_care", re.compile(r"\b(?:usual|standard|routine|conventional|ordinary)(?:[- ]of[- ]|[- ])(?:medical |clinical |drug |antenatal |nursing )?(?:care|treatment|therapy|chemotherapy|practice|diet|drugs?|vaccine|dose|formula|screening|approach|advice|leaflet|ward|lessons|teaching|surgery|dressings?|bandages?|stoves?|shoes|meals|milk|food|lens(?:es)?|physiotherapy|rehabilitation|exercises?|follow-up|monitoring|check-ups|information|method|methods|model|medicine|management|test|tests|training|regimen|program|programme)(?: alone)?(?: with (?:\w[\w-]* ){0,3}?\w[\w-]*(?= (?:and|in|for|was|were|alone)|[,.;)])(?: and [\w-]+)?)?")),
    (2.0, "peers", re.compile(r"\b(?:than|compared with|compared to|with|versus|unlike) (?P<name>(?:their |the )?(?:[\w-]+ )?(?:siblings|brothers|sisters|peers|neighbou?rs|colleagues|classmates|schoolmates|counterparts|twins?|cousins|littermates|general population|non-?users|non-?smokers|never[- ]smokers|non-?drinkers|abstainers|teetotall?ers|rest of the (?:population|country|class|cohort))(?: (?:who|without|with|not) [^.;,()]{3,60})?)\b")),
    (1.8, "without", re.compile(r"\b(?:with (?:or|and|versus) )(?P<name>without (?:\w[\w-]* ?){1,3})\b|\bmatched (?:with|to) (?P<other>(?:\d[\d,]* )?[a-z][\w-]+ (?:who|without|with|not)[^.;,()]{3,60})")),
    (3.1, "alone_against", re.compile(rf"\b(?:than|compared (?:with|to)|versus|vs\.?|over) (?:with |on |after |the )?(?P<name>(?:{_W} ){{0,2}}{_W} alone)\b")),
    (2.6, "alone", re.compile(rf"\b(?:received|receiving|receive|taking|given|than|with|to|versus|vs|on|or|over) (?P<name>(?:{_W} ){{0,2}}{_W} alone)\b")),
    (2.0, "controls", re.compile(rf"\b(?P<name>(?:healthy |matched |age-matched |untreated |unvaccinated |normal |uninfected |unaffected |wild-type |non-\w+ )*(?:control (?:individuals|subjects|participants|group|groups|children|women|monkeys|mice|animals|patients|arm|villages|schools)|controls)(?: (?:with|without|who|that had|that) (?:{_W} ?){{1,6}}?(?=[.,;)]| (?:and|were|was|had|died|in|at|to|did)\b))?)|\b(?:healthy|normal|wild-type|unaffected|unvaccinated|uninfected|untreated|unexposed|sighted|non-infected) (?:people|volunteers|individuals|adults|children|siblings|littermates|men|women|patients|animals|mice|rats|fish|flies|cells|monkeys|twins|relatives)(?: with \w+ \w+| without (?:the |any )?\w+)?(?= (?:who|as|were|for|and|did|had|have|lost|lived|died|showed|kept|gained|grew|got)\b|[,.;)])")),
    (2.6, "lowest", re.compile(rf"\b(?:than|compared (?:with|to)|versus|against|relative to) (?:in |among )?(?P<name>{_PEOPLE} (?:in the|with the|who (?:\w+ ){{1,3}}the|\w+ing the) (?:bottom|lowest|least|smallest|fewest|shortest)\b[^.;,()]{{0,60}}|the (?:bottom|lowest|least) (?:\w+ )?(?:quarter|third|fifth|half|tenth|quintile|quartile|group|category|intake)s?)\b")),
    (2.6, "same_without", re.compile(rf"\b(?:got|received|receiving|had|given|drank|ate|took|used|wore|fed) (?P<name>(?:just |only )?(?:the|an?) (?:same|identical|similar) (?:{_W} ){{1,5}}?(?:without|but no|minus) (?:{_STOP}{_W} ?){{1,4}})")),
    (2.0, "share", re.compile(rf"\b(?:compared (?:with|to)|versus|vs\.?|against|as opposed to) (?:only |just |about )?[\d.,]+ ?(?:%|per ?cent) (?:of|in|among|for) (?:the )?(?P<name>(?:{_STOP}{_W} ){{1,3}}{_PEOPLE})\b(?! (?:who|whose|with|without|on|given|in the|taking)\b)")),
    (2.1, "times_as", re.compile(rf"\btimes (?:as|more|less) [\w ]{{1,24}}? (?:as|than) (?:in |among |for )?(?P<name>(?:the |those |other )?{_PEOPLE} (?:with|who|in|without|whose|on) [^.;,()]{{3,60}})")),
    (2.1, "bottom", re.compile(r"\b(?P<name>(?:those|people|men|women|adults|children|participants|the ones) (?:in|from|with) the (?:bottom|lowest) (?:fifth|quarter|third|half|tenth|quintile|quartile|tertile|decile|group|category|intakes?)|(?:bottom|lowest|weakest|smallest|shortest|slowest|poorest|lightest|quietest|least \w+) (?:fifth|quarter|third|half|tenth|quintile|quartile|tertile|decile))\b")),
    (2.1, "as_likely", re.compile(r"\b(?:likely|likelier|prone|risk|chance|odds)\b[^.;]{0,80}? (?:as|than|that of|those of) (?:the )?(?P<name>(?:(?:children|babies|sons|daughters|mothers|parents|peers) of )?(?:[\w-]+ )?(?:people|patients|men|women|children|adults|babies|infants|mothers|teenagers|boys|girls|students|workers) (?:who|whose|without|with|not|never|living|born|from)\b[^.;,()]{3,90})")),
    (2.3, "figure", re.compile(rf"\b(?:compared (?:with|to)|versus|vs\.?|against) (?:only |just |about |an average of )?[\d.,]+ ?(?:%|percent|per cent|[a-z]+)? (?:in|of|for|among|with|after|on|following) (?:the |those |an? )?(?P<name>{_PEOPLE} (?:given|who|on|with|without|taking|treated|fed|not|whose|having|using|in the)\b[^.;,()]{{3,60}})")),
    (2.5, "set_against", re.compile(rf"\bcompar(?:ed|es?|ing) (?!with\b|to\b)[^.;:]{{8,140}}? (?:with|to|against) (?P<name>(?:the |another )?\d[\d,]* (?:{_W} ){{0,3}}?[a-z]{{3,12}}s? (?:who|that|without|not|where|in which)\b[^.;,()]{{3,60}}|the \d[\d,]* (?:who|that|without)\b[^.;,()]{{3,60}})")),
    (1.9, "those", re.compile(rf"\b(?:in|among|for|of|than) (?P<name>{_PEOPLE} (?:who|whose|that) (?:\w+ )?(?:did not|had not|have not|were not|was not|continued|stayed|remained|never|kept|rarely|seldom|without)[^.;,()]{{0,80}}|{_PEOPLE} not (?:taking|given|treated|receiving|exposed)[^.;,()]{{0,60}})")),
    (2.2, "inert", re.compile(r"\b(?:with|given|got|had|drank|in|or|only|just|of) (?P<name>(?:just |only |plain |ordinary |tap |sugar |sterile )*(?:the solvent|solvent|the vehicle|salt water|saline|plain water|tap water|sugar water|water alone|a blank))\b")),
    (2.1, "kept", re.compile(rf"\b(?:stuck|kept|held|keeping|sticking|carried on) (?:to|with) (?P<name>(?:the |their |an? )?(?:normal|usual|ordinary|standard|old|existing|regular|former) {_W}(?: {_STOP}{_W})?)")),
    (1.9, "matched", re.compile(r"\b(?:with|against|to) (?P<name>\d[\d,]* (?:others? |people |children |patients |women |men |babies )?(?:of the same|who (?:came|had|did|were|was|never|stayed))[^.;,()]{3,90})")),
    (1.9, "older", re.compile(r"\b(?:than|with|against|and|on|versus|to) (?P<name>(?:the |an? )(?:old|older|usual|existing|classic|conventional|traditional|open|printed|paper) (?:\w+ )?(?:drugs?|treatment|pills?|method|operation|procedure|surgery|approach|leaflet|plan|vaccine|test|version))\b")),
    (1.9, "times", re.compile(r"\b(?:against|with|than) (?P<name>(?:months|weeks|days|times|periods|nights|years) without(?: (?!a |the )[a-z]+)?)\b")),
    (1.8, "those", re.compile(rf"\b(?:than|compared (?:with|to)|versus|vs\.?|relative to|unlike|over) (?:in |the |for |among |similar |other |their )*(?P<name>(?:[\w-]+ )?{_PEOPLE}(?: \w+)? (?:who|with|without|in|on|taking|receiving|given|treated|whose|not|living|born|assigned)[^.;,()]{{3,90}})")),
)  # fmt: skip
#: Words that open a comparator: what follows is read as a phrase.
_OPENED = (
    (2.5, "versus", re.compile(r"\b(?:versus|vs\.?|outperform(?:s|ed)?|(?:non-?)?inferior to|superior to|as (?:well|effective|good|safe) as|(?:better|worse|more effective|less effective|safer) than) ")),
    (2.4, "beaten", re.compile(r"\b(?:(?:did|does|do|worked|works|performed|performs|fared) (?:much |far |slightly |significantly |no |any )*(?:better|worse|as well) (?:than|as)|beat) (?:the )?")),
    (2.2, "another", re.compile(r"\b(?:another|a further|a second|the remaining) (?:\d[\d,]*|[\w-]+)(?: of (?:the|them))?(?: \w+)? (?:(?:was|were|had|only|just) )*(?:given|got|received|took|drank|ate|wore|used|injected with|treated with|fed) ")),
    (2.1, "compared", re.compile(r"\b(?:compared (?:with|to)|in comparison (?:with|to)|relative to|compared against|tested against) (?:that (?:of|in|with) |the effects? of |(?:treatment|therapy) with |use of )?")),
    (2.1, "than", re.compile(r"\bthan (?:with|for|on|after|did|the|those (?:receiving|taking|given|on|in|treated with)|(?:patients|people|men|women|participants|children) (?:receiving|taking|given|on|treated with)) ")),
    (1.9, "instead", re.compile(r"\b(?:rather than|instead of) (?:with |to |on |receiving |taking |having |using )?")),
    (1.5, "received", re.compile(r"\bcontrol (?:group|arm|\w+s) (?:(?:that|who) )?(?:had |was |were )?(?:received|got|took|given|receiving|assigned to|treated with|consisted of) ")),
    (1.9, "other_half", re.compile(r"\bthe (?:other|others|rest|remaining|other half|second group|remainder)(?: \w+){0,2} (?:received|got|took|were given|was given|were assigned to|had|drank|ate|wore|used|followed|attended|continued|kept to|kept|stayed on|carried on with|had only|did|practised|practiced|saw|watched|heard|listened to) ")),
)  # fmt: skip
_COMPARING = re.compile(
    r"\bcompar(?:ing|ed|es?|ison (?:of|between)) (?!(?:with|to)\b)(?P<one>[^.;:()]{3,70}?),? (?:with|to|versus|vs\.?|against|and) (?:(?:that|those|the effects?) of )?(?P<two>[^.;:()]{3,60})"
)
_EITHER = re.compile(
    r"\b(?:receiv(?:e|ed|ing)|given|assigned to|randomi[sz]ed to|allocated to|get|got|takes?|took|undergo|underwent|taking|(?:randomi[sz]ed|assigned|allocated|randomly assigned) (?:[\w,’'-]+ ){1,6}?to) (?:receive )?(?:treatment with )?(?P<either>either )?(?P<one>(?:[^.;:()]|\(\d[\d,]{0,9}\)){3,110}?),? (?:or|versus|vs\.?) (?:(?:[\w-]+ ){1,2}(?:doses?|courses?|cycles?|tablets?|capsules?|injections?) of )?(?P<two>[^.;:()]{3,80})"
)
#: "comparing 134 who spoke both A and B with …": what follows "and" is no comparator.
_COUNTED_TOO = re.compile(
    r"compar\w+ (?:the )?\d[^.;:]{8,140}? (?:with|to|against) (?:the |another )?\d"
)
_LED = re.compile(r"(?:(?:the|an?|with|to|receiving|or) )+")
_NOT = re.compile(
    r"\b(?:no|not|without) (?:\w+ )?$|\bnever (?:been )?(?:compared|tested) (?:with|to|against) $|\bneither (?:\w+ ){1,3}(?:an? |the )?$|\bno other treatment or $"
)
_BAD = re.compile(
    r"^(?:(?:the |a |an )*(?:previous|earlier|baseline|last|average|expected|before|prior|other (?:studies|treatments)|what|it|normal$|general|today|their$|those$|of |each|one another|any|other|either|results|most|more|only|just|\d|time|years?|weeks?(?!day|end)|months?|data|usual$|disease|cancer$|same|risk|who|that|this|previously|existing|national|rates?|levels?|people$|patients$|women$|men$|children$|adults$|bab(?:y|ies)$|infants$|mothers$|animals$|participants$|volunteers$|had (?:lost|died|gone|moved|left)|left (?:for|the|home|before)|moved|group$|two|three|half|percent|placebo-controlled|given$|use$|infection|virus|people living))",
    re.I,
)
_USUAL = re.compile(
    r"\b(?:continuous|continued|standard|usual|conventional|placebo|no |sham|control|observation|current|healthy|normal|unaffected|uninjured|undamaged|non-?smok\w+|untreated|unvaccinated)\b"
)


#: Shapes that are found in sentences about other comparisons, too.
_LOOSE = {
    "instead",
    "other_half",
    "received",
    "versus",
    "comparing",
    "compared",
    "than",
    "or",
    "as_well",
}
#: Shapes that begin with how many they were, or with what else is told of nothing.
_COUNTED = {"set_against", "matched", "same_without", "free", "second"}
_GIVEN = re.compile(
    r"\b(?:treatment|therapy|care|drug|group|diet|vaccine|surgery|training|placebo|dose|doses|test|tests|screening|regimen|medication|intervention|program|programme|treated|untreated|receiv|taking|"
    r"given|chemotherapy|control|controls|standard|usual|conventional|alone|without|who (?:did|were|had) not|did not)\w*"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may name the comparator, by which shape, with its weight."""

    start: int
    end: int
    name: str
    weight: float


def comparator(
    article: Article,
    design: str | None,
    given: Sequence[StudyValue] = (),
    named: Sequence[Candidate] | None = None,
) -> StudyValue | None:
    """The comparator as printed; "explicitly none" where the text denies one.

    `given` are the interventions: what was tested is not what it was compared with. `named` are the
    candidates, if known.
    """
    tested = set(topics.key(str(given[0].value)).split()) if given else set()
    all_ = candidates(article) if named is None else named
    rows = [row for row in all_ if not _tested(article, row, tested)]
    best = max(rows, key=lambda row: (row.weight, -row.start), default=None)
    if best is None or not _fits(best, design) or best.weight < 2.4:
        for sentence in article.own:
            if match := _NONE.search(sentence.low):
                place = (sentence.start + match.start(), sentence.start + match.end())
                return denied(article, trim(article.text, *place), "comparator_none")
    if best is None or not _fits(best, design):
        return None
    text, places = article.text[best.start : best.end], [(best.start, best.end)]
    confidence = min(0.85, 0.3 + 0.17 * best.weight)
    return stated(article, text, places, confidence, f"comparator_{best.name}")


def _tested(article: Article, row: Candidate, tested: set[str]) -> bool:
    if row.name in {"versus", "either_or", "comparing"}:
        return False
    mine = set(topics.key(article.text[row.start : row.end]).split())
    return bool(mine) and mine <= tested


def candidates(article: Article) -> Iterator[Candidate]:
    """All passages that may name a comparator."""
    told = [s for s in article.body if s.own or s.zone is Zone.HEADLINE]
    for number, sentence in enumerate(told):
        early = 0.3 * (number < 4) - 0.1 * (sentence.zone is Zone.HEADLINE)
        rows = [*_by_name(sentence), *_opened(sentence), *_either(sentence), *others.rows(sentence)]
        rows += two_arms.rows(sentence)
        for start, end, name, weight in rows:
            if found := _candidate(article, sentence, (start, end), name, weight + early):
                yield found


_ALL_NAMED, _ALL_OPENED = re.Family(_NAMED), re.Family(_OPENED)


def _by_name(sentence: Sentence) -> Iterator[others.Row]:
    for weight, name, pattern in _ALL_NAMED.within(sentence.low):
        for match in pattern.finditer(sentence.low):
            group = next((g for g in ("name", "other") if match.groupdict().get(g)), 0)
            yield match.start(group), match.end(group), name, weight


def _opened(sentence: Sentence) -> Iterator[others.Row]:
    for weight, name, pattern in _ALL_OPENED.within(sentence.low):
        for match in pattern.finditer(sentence.low):
            found = chunks.after(sentence.low, match.end(), 6)
            if found and not _is_of_a_name(sentence, match.start()):
                yield found[0], _with_more(sentence.low, found[1]), name, weight


def _is_of_a_name(sentence: Sentence, at: int) -> bool:
    """Whether the opening word is part of a name: "paid for by Versus Arthritis"."""
    return at > 0 and sentence.text[at].isupper() and not sentence.text.isupper()


def _bare(article: Article, start: int, end: int) -> bool:
    """Whether a passage names no more than a time or a place."""
    return exposures.is_bare(word.folded for word in article.words_in(start, end))


def _with_more(low: str, end: int) -> int:
    """The phrase with what was given along with it: "radiation plus cisplatin"."""
    more = re.match(r" (?:plus|with|and|\+) (?=\w{4})", low[end : end + 8])
    found = chunks.after(low, end + more.end(), 3) if more else None
    return found[1] if found and more and found[0] == end + more.end() else end


def _either(sentence: Sentence) -> Iterator[others.Row]:
    if sentence.low.endswith("?") and sentence.zone is not Zone.HEADLINE:
        return
    for match in itertools.chain(_EITHER.finditer(sentence.low), _COMPARING.finditer(sentence.low)):
        one = chunks.after(sentence.low, match.start("one"), 6)
        two = chunks.after(sentence.low, match.start("two"), 6)
        if two is None or _COUNTED_TOO.search(sentence.low, match.start()):
            continue
        usual = one and _USUAL.search(match["one"]) and not _USUAL.search(match["two"])
        start, end = one if one and usual else two
        name, weight = (
            ("comparing", 2.4) if "either" not in match.groupdict() else ("either_or", 2.1)
        )
        either = bool(match.groupdict().get("either"))
        yield start, _with_more(sentence.low, end), name, weight + 0.3 * either


def _candidate(
    article: Article, sentence: Sentence, place: tuple[int, int], name: str, weight: float
) -> Candidate | None:
    led = _LED.match(sentence.low, place[0], place[1])
    first = led.end() if led else place[0]
    start, end = trim(article.text, sentence.start + first, sentence.start + place[1])
    before = sentence.low[max(0, place[0] - 24) : place[0]]
    bad = name not in _COUNTED and (
        _BAD.match(article.text[start:end]) or _bare(article, start, end)
    )
    if end - start < 4 or bad or _NOT.search(before):
        return None
    if name in _LOOSE and not _treatment(article, start, end):
        weight -= 0.7 + 0.5 * (sentence.whose is not Whose.OWN)
    if re.fullmatch(
        r"(?:the )?controls?(?: (?:groups?|arms?))?", sentence.low[place[0] : place[1]]
    ):
        weight -= 0.4
    return Candidate(start, end, name, weight)


def _treatment(article: Article, start: int, end: int) -> bool:
    """Whether a passage names something that is given or done."""
    lists = (
        vocabulary.kinds("interventions"),
        vocabulary.descriptors("mesh_treatments", kinds=True),
    )
    low = article.text[start:end].lower()
    drug = any(treatments.is_drug(word) for word in chunks.words_of(low))
    return (
        bool(_GIVEN.search(low))
        or drug
        or any(
            start <= found.start < end and found.entry.kind != "OTHER"
            for terms in lists
            for found in article.found(terms)
        )
    )


def _fits(best: Candidate, design: str | None) -> bool:
    """Loose comparisons count only where the design has a comparison group."""
    return best.weight >= _LEAST.get(design or "", 3.0)


#: The least weight, by design.
_LEAST = {
    "": 2.0,
    "other": 2.5,
    "in_vitro": 2.2,
    **dict.fromkeys(
        ["randomized_controlled_trial", "nonrandomized_trial", "case_control", "cohort"], 1.6
    ),
    **dict.fromkeys(["animal", "meta_analysis"], 1.8),
}
