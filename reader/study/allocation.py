"""How the study assigned and masked: randomized, controlled, blinding, phase (terms of ClinicalTrials.gov)."""

from collections.abc import Iterator

from reader.model.study import StudyValue
from reader.study import apart, elsewhere, genre, lay_designs
from reader.study.design_words import BY_LOT
from reader.study.reading.article import Article, Sentence
from reader.study.reading.whose import Whose
from reader.study.titles import titles
from reader.study.values import stated
from reader.text import sieve as re

_W = r"(?:[\w’'-]{1,24},? )"
_RANDOMIZED = re.compile(
    rf"\brandomi[sz]ed[,]? (?:and )?{_W}{{0,6}}?(?:trials?|study|studies|experiment|evaluation|intervention)\b|"
    r"\b(?:randomly|at random) (?:\w+ )?(?:assigned|allocated|allotted|divided|split|received|given|placed|assigning|allocating|got)\b|"
    r"\b(?:assigned|allocated) (?:\w+ ){0,3}(?:at random|randomly)\b|"
    r"\b(?:were|was|been|then|who|and) (?:\w+ )?randomi[sz]ed\b|\brandomi[sz]ed (?:to|into|them|half|participants|patients|\d)|"
    r"\brandomi[sz]ation\b|\brandomi[sz]ed,|\bin (?:a )?random(?:i[sz]ed)? (?:order|sequence)\b|\b(?:by|was|settled by|with) (?:a |the )?(?:coin (?:flip|toss)|toss of a coin|flip of a coin)|\bdrew lots\b|\b(?:a|the) computer (?:\w+ ){0,2}(?:allotted|(?:chose|picked)(?! out)|decided|decide|assigned)\b|"
    r"\b(?:split|divided|chosen|assigned|allotted) (?:\w+ ){0,6}(?:at random(?! from| out of)|by lot(?! from| out of))\b"
)
#: The same without the word: by lot, by computer, in random order.
_BY_CHANCE = re.compile(
    rf"{BY_LOT}|\b(?:in|a|the) random(?:i[sz]ed)? (?:order|sequence)\b|\border (?:of \w+ )?(?:was|were) (?:\w+ )?random\w*|\brandomi[sz]ed (?:[\d,]+|them|people|women|men|children|adults|villages|schools|half)"
    r"|\brandom (?:assignment|allocation) (?:to|of|into|was|by)\b|\brandomly selected to (?:receive|get|undergo|start|take)\b|(?:^|: )(?:prospective,? |open,? |single-?cent(?:er|re),? )*randomi[sz]ed(?=[.;,)])|\brandomly (?:to|into) |\bassigned,? at random|\bat random (?:to|into)\b|\brandomi[sz]ed,? (?:\w+ )?(?:cross-?over|non-?inferiority)"
)
_NOT_RANDOMIZED = re.compile(
    lay_designs.NO_LOT
    + r"|\b(?:was|were)(?: not|n[’']t) (?:made|decided|settled|picked|chosen) by (?:the (?:toss|flip)|chance|lot)\b"
    + r"|\b(?:(?:were|was) not|weren[’']t|wasn[’']t) (?:\w+ )?(?:assigned|allotted|given|put on|chosen for) [^.;]{0,30}\bby (?:chance|lot|luck)\b|\b(?:choice|decision) (?:had been|was|lay|rested) (?:left )?(?:up to|with) the (?:surgeon|doctor|patient|famil|school|parent)\w*|\b(?:schools|villages|clinics|patients|volunteers|people) (?:\w+ )?(?:picked|chose|selected) themselves\b|\bnot an experiment\b|"
    rf"\b(?:non-?|un)randomi[sz]ed\b|\bnot (?:been )?(?:a )?randomi[sz]ed|\bobservational (?:study|nature|design|research)|\b(?:study|research|analysis|work|it|trial) (?:was|is|were) (?:\w+ ){{0,2}}observational\b|\bepidemiological study\b|"
    rf"\bneed(?:s|ed)? (?:for |to be )?{_W}{{0,4}}randomi[sz]ed {_W}{{0,2}}(?:trial|stud)|"
    rf"\brandomi[sz]ed {_W}{{0,3}}(?:trials?|stud(?:y|ies)) (?:is|are|will be|would be) (?:needed|required|necessary)|"
    r"\b(?:is|was|were|been)(?: not|n[’']t) (?:an? )?(?:\w+ )?randomi[sz]ed|\b(?:without|no|lack of) randomi[sz]\w*|\bwere not (?:a )?random(?:ly assigned|i[sz]ed)|\b(?:were|was)(?: not|n.t) (?:(?:assigned|allocated|allotted|divided|split)|(?:chosen|picked|selected|drawn)(?= by lot| (?:at random|randomly|by chance),? (?:to|for|who|which|and those)\b)) (?:by lot|at random|randomly|by chance)\b"
)
_NEGATED = re.compile(
    r"(?:\bno|\bnot|\bcannot(?: be)?|\bcould not be|\bcan[’']t be|\brather than|\binstead of|\b(?:was|were|did|is|are)n[’']t|\bwait(?:s|ed|ing)? for|\b(?:an?|the|one|two|three|in) (?:previous|prior|earlier)|\bevery|\bany|\bnon-?|\bwithout|\blacks?|mendelian|\bneed(?:s|ed)? (?:for|a)|\bun) ?(?:a |an |been )?(?:[\w-]+ )?$"
)
_CONTROLLED = re.compile(
    rf"\bplacebo[- ]controlled\b|\b(?<!un)controlled {_W}{{0,3}}(?:trial|study)\b|\bplacebo (?:group|arm)\b|\bcontrol (?:group|arm|individuals|subjects|participants|children|women|monkeys|animals|mice|condition)s?\b|"
    r"\b(?:to|or|versus|vs\.?|with|than|and|against|over|taking|received|given|on) (?:an? |inactive |matching )?placebo\b|\b(?:standard|usual|conventional)[- ](?:care|treatment|therapy) (?:group|arm)\b|"
    r"\b(?:matched|healthy|untreated|unvaccinated|uninfected|population) (?:\w+ )?controls\b|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty) (?:\w+ ){0,2}controls\b|\bpropensity[- ](?:score[- ])?matched\b|\bcase[- ]control\b|"
    r"\bsham\b|\b(?:dummy|sugar) (?:pills?|tablets?|drugs?|treatments?|injections?)\b|\b(?:served|acted|acting|serving) as (?:\w+ ){0,3}controls?\b|\bplacebo groups\b|\buntreated (?:ear|eye|side|limb|group|animals|mice|rats|patients|people)\b|\b(?:received|given|got|continued|with|to|versus|or) (?:usual|standard|routine) (?:care|treatment|therapy)\b|\bthe (?:others?|rest|other half|remaining \w+) (?:received|got|were given|did not|took|continued|drank|ate|waited)\b|\bcomparison (?:group|arm)\b|\bunvaccinated (?:group|people|children)\b|"
    rf"\b(?:received|receive|given|assigned to|randomi[sz]ed to|allocated to|get|to|took) (?:either )?{_W}{{1,14}}?(?:or|versus|vs\.?) {_W}{{1,6}}|"
    r"\b(?:two|three|four|both|treatment|study) (?:treatment |study )?(?:groups|arms)\b|\brandomi[sz]ed controlled\b|\b(?:chemotherapy|therapy|treatment|surgery|drug|radiation|radiotherapy|care|diet) alone\b"
)
#: A group to compare with, told without the word.
_COMPARED = re.compile(
    r"\b(?:dummy|sugar|inert|inactive|fake) (?:pills?|tablets?|capsules?|injections?|drinks?|patch(?:es)?)\b|\b(?:serv|act|us)(?:ed|ing) as (?:\w+ )?(?:controls?|comparison)\b|\b(?:normal|healthy|untreated|wild-type|unaffected|their) (?:littermates|siblings)\b|"
    r"\b(?:sister|neighbou?ring|comparison|control|adjacent) (?:ward|school|village|town|clinic|district|hospital|practice|site|class|community|county|city|prison|factory)(?:s|es)?\b|\bthe (?:others?|rest) (?:\w+ )?(?:carried on|went on as|kept to|stayed with|continued)\b|\bthe other half (?:\w+ ){0,3}(?:to|got|received|had|took|were|was|a|the|went|carried)\b|"
    r"\bfor (?:each|every) (?:of (?:them|these|those)|case|patient|one),? [^.;]{0,60}\b(?:who|without|healthy|controls?|free of|of the same)|\b(?:matched|paired) (?:with|to|against) [^.;]{0,60}(?:without|who (?:had|did|were) (?:not|never|n.t)|healthy|free of)|"
    r"\b(?:a|another|the other|a second|a further) (?:group|set|\w+) (?:of \w+ )?(?:\w+ )?(?:received|got|were given|was given|had|took|served|carried on|was left|were left) (?:an? |the |no )?(?:\w+ )?(?:placebo|saline|standard|usual|sham|dummy|untreated|nothing|alone|commercial|ordinary|conventional|existing|as before|as usual|treatment|care|leaflet|advice|waiting list)\b|\bwaiting[- ]list (?:group|controls?)?|"
    + lay_designs.COMPARED
)
#: A design that is named and not told; what it was compared with is not said.
_ONLY_NAMED = re.compile(r"\brandomi[sz]ed[\w ,-]*(?:trial|study)|^randomi[sz]\w*,?$")
_BY_DESIGN = frozenset({"randomized_controlled_trial", "nonrandomized_trial", "case_control"})
_STRONG_CONTROL = re.compile(
    r"placebo|control|sham|dummy|sugar|untreated|comparison|propensity|standard|usual|conventional|groups|arms|controls|either|\balone"
)
_UNCONTROLLED = re.compile(
    r"\b(?<!placebo-)(?:un|non-?)controlled\b(?! (?:asthma|diabetes|hypertension|blood|seizures|epilepsy|pain|high|disease|bleeding|growth|cell|type|eating|hiv|by|with|inflammation|symptoms|diabetic|glucose|immune|division|fire))|\bsingle[- ](?:arm|group)\b|"
    r"\b(?:no|without(?: a| any)?|did not (?:have|include|use) (?:a|any)|lacked a|lack of a|lacking a) (?:placebo |concurrent |proper )?(?:control|comparison|comparator|placebo)s?(?: or \w+)? (?:group|arm)s?\b|\bno controls?\b(?! of)|\b(?:nothing|no one|nobody) to compare\b"
)


def randomized(article: Article) -> StudyValue | None:
    """True only where the text says so; false where it says the study was observational."""
    for pattern in (_RANDOMIZED, _BY_CHANCE):
        for sentence, match in _first(article, pattern):
            if not _NEGATED.search(sentence.low[max(0, match.start() - 32) : match.start()]):
                place = [(sentence.start + match.start(), sentence.start + match.end())]
                return stated(article, True, place, 0.93, "randomized")
    for sentence, match in _first(article, _NOT_RANDOMIZED, future=True):
        place = [(sentence.start + match.start(), sentence.start + match.end())]
        return stated(article, False, place, 0.7, "not_randomized")
    return None


def controlled(article: Article, design: StudyValue | None) -> StudyValue | None:
    """Whether a comparison group belongs to the design."""
    name = str(design.value) if design else ""
    for sentence, match in _first(article, _UNCONTROLLED):
        place = [(sentence.start + match.start(), sentence.start + match.end())]
        return stated(article, False, place, 0.9, "uncontrolled")
    if name in {"modelling", "systematic_review", "qualitative", "cross_sectional"}:
        return None
    if place_of := _comparison(article, name):
        return stated(article, True, [place_of], 0.85, "controlled")
    if design and name in _BY_DESIGN and not _ONLY_NAMED.search(design.evidence[0].text.lower()):
        spans = [(span.start, span.end) for span in design.evidence]
        return stated(article, True, spans, 0.8, "controlled_design")
    return None


def _comparison(article: Article, design: str) -> tuple[int, int] | None:
    """The first passage that tells of a group to compare with."""
    trial = design in {"randomized_controlled_trial", "nonrandomized_trial"}
    for pattern in (_CONTROLLED, _COMPARED):
        for sentence, match in _first(article, pattern):
            if pattern is _CONTROLLED and not trial and not _STRONG_CONTROL.search(match.group()):
                continue
            before = sentence.low[max(0, match.start() - 24) : match.start()]
            if not re.search(r"\b(?:no|not|without|impossible to do a) (?:\w+ ){0,2}$", before):
                return sentence.start + match.start(), sentence.start + match.end()
    return None


_BLIND = re.compile(
    r"\b(?P<open>open[- ]?label(?:led|ed)?|open(?:,| clinical| prospective| pilot| comparative){0,2} (?:trial|study)|open,? (?:parallel(?:[- ]groups?)?|randomi[sz]ed|multi-?cent(?:er|re)|controlled|uncontrolled|non-?randomi[sz]ed),? |(?<=, )open(?=, )|open[- ]design|(?:un|non-?)blind(?:ed)?|un-blinded|(?:un|non-)masked|not blind(?:ed)?\b(?! to)|no blinding|without blinding|(?:blinding|masking) was (?:not|im-?)(?: ?possible| ?feasible|practical)|no way (?:of|to) (?:hid|blind|mask|conceal|disguis)\w*|(?:could not|cannot|impossible to) (?:be )?(?:blind|mask|hid|conceal|disguis)\w*|nor could (?:anyone|they|people) be (?:blinded|fooled)|they knew which \w+|"
    r"(?:participants|patients|doctors|clinicians|researchers|everyone)[\w ,]{0,40}knew (?:what|which) (?:treatment|therapy|drug|group))\b"
    r"|\b(?P<triple>(?:triple|quadruple)[- ](?:blind|mask)(?:ed)?)\b"
    r"|\b(?P<double>double(?:[- ]|- )?(?:blind|mask)(?:ed|ing)?|double[- ]dummy|(?:observer|assessor|investigator|evaluator|physician|doctor)s?-? and (?:patient|participant|subject)s?[- ](?:blind|mask)(?:ed)?|(?:patient|participant|subject)s?-? and (?:observer|assessor|investigator|evaluator|physician|doctor)s?[- ](?:blind|mask)(?:ed)?|doubly[- ]blind(?:ed)?|neither (?:the )?(?:\w+ ){1,5}nor (?:the |their |any )?(?:\w+ ){1,8}(?:knew|were aware|was aware|know|were told|was told|could tell)|both (?:the )?\w+ and (?:their |the )?\w+ were (?:blinded|masked|unaware|kept in the dark)|(?:nobody|no one)(?: \w+){0,3} knew (?:which|who|what(?! (?:to|would|caused?|happened|had happened|lay|was (?:wrong|coming|happening|going))\b))|(?:patients|participants|volunteers|parents|women|men|people)(?:, (?:[\w-]+ ){0,2}[\w-]+){0,4},? and (?:[\w-]+ ){0,4}?(?:investigators|assessors|clinicians|staff|personnel|doctors|researchers|physicians|carers|caregivers|surgeons|nurses|analysts)(?: [\w-]+){0,4} (?:were|was) (?:all )?(?:blind(?:ed)?|masked|unaware))\b"
    r"|\b(?P<single>single[- ](?:blind|mask)(?:ed)?|(?:assessor|observer|rater|evaluator|examiner|investigator|physician|provider|participant|patient|subject)[- ](?:blind|mask)(?:ed)?|(?<=, )(?:masked|blind(?:ed)?)(?=, | (?:trial|study|comparison)\b)|blind(?:ed)? (?:end-?point|outcome) (?:assess|evaluat|adjudicat)\w+|masked[- ](?:observer|assessor|evaluator)|masked,? (?:randomi[sz]ed|prospective|controlled) |"
    r"(?:assessors?|raters?|handlers|radiologists|nurses|doctors|physicians|researchers|technicians|evaluators?|pathologists|scorers|psychologists?) (?:who |in \w+ who )?[^.;]{0,60}?(?:kept in the dark|(?:had |were )?not (?:been )?told (?:which|who)|did not know (?:which|who))|(?:assessors?|raters?|evaluators?|examiners?|graders?|operators?|radiologists|pathologists|doctors|physicians|nurses|researchers|scientists|handlers|staff|participants|patients|parents|children|volunteers|psychologists?|statisticians?|those who [^.;]{3,50})(?: and \w+)?(?: who)?(?: [^.;,]{0,60}?)? (?:were |was )?(?:blind(?:ed)?\b(?! (?:people|in|by|from))|masked|unaware (?:of|which)|kept in the dark|not told (?:who|which|what)|did not know (?:who|which|what)))\b"
)
_REVIEW = re.compile(r"^[- ]?(?:ed )?(?:peer|refereed|review)")
#: "previous (unmasked) trials".
_EARLIER = re.compile(r"\b(?:previous|earlier|prior|other|most|past) \(?$")
_WHO = re.compile(
    r"\b(participants?|patients?|volunteers?|assessors?|raters?|evaluators?|investigators?|researchers?|clinicians?|doctors?|physicians?|nurses|observers?|caregivers?|parents)\b"
)


def blinding(article: Article) -> StudyValue | None:
    """Masking; "un-blinded" is open label, and blinding in general or of reviewers is none."""
    for sentence, match in _first(article, _BLIND):
        before = sentence.low[max(0, match.start() - 24) : match.start()]
        if _REVIEW.match(sentence.low[match.end() :]) or _EARLIER.search(before):
            continue
        kind = match.lastgroup or "open"
        value = "open_label" if kind == "open" else kind
        who = [] if kind == "open" else list(dict.fromkeys(_WHO.findall(match.group())))
        place = [(sentence.start + match.start(), sentence.start + match.end())]
        return stated(article, value, place, 0.93, "blinding", who=who or None)
    return None


_FEATURES = (
    ("multicentre", re.compile(r"\bmulti-?\s?cent(?:er|re|ric)d?\b|\bmulti-?institution(?:al)?\b|\btwo-cent(?:er|re)\b|\b(?:at|in|from|across|setting:|involving|of) \(?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|several|many|multiple|numerous) (?:\w+ ){0,3}(?:cent(?:er|re)s|sites|hospitals|clinics|countries|surgeries|practices)\b|(?:^|: )(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?) (?:(?!of\b|for\b)\w+ ){0,3}(?:cent(?:er|re)s|sites|hospitals|clinics|practices)\b|\(\d{1,3} (?:\w+ )?(?:sites|cent(?:er|re)s|hospitals|clinics|countries)\b|\bmulti-?(?:site|national|country)\b")),
    ("crossover", re.compile(r"\bcross(?:ing)?-?\s?over\b(?! point| effect)|\bcrossed[- ]over to (?:the (?:other|alternat\w+|opposite)|receive)\b")),
    ("parallel", re.compile(r"\bparallel[- ](?:groups?|arms?|design|study|trial|assignment|comparison|controls?|controlled|randomi[sz]ed|clinical|treatment (?:groups?|arms?))\b|\bparallel(?=[,.;)])")),
    ("cluster", re.compile(r"\bcluster[- ]randomi[sz]ed\b|\brandomi[sz]ed by (?:village|school|clinic|practice)\b")),
    ("noninferiority", re.compile(r"\bnon-?\s?inferiority\b")),
)  # fmt: skip


_ALL_FEATURES = re.Family(_FEATURES)


def features(article: Article) -> list[str]:
    """How the study was built, beside its design: multicentre, crossover, parallel, cluster …"""
    lows = [sentence.low for sentence in (*article.own, *titles(article))]
    told = {n for low in lows for n, pattern in _ALL_FEATURES.within(low) if pattern.search(low)}
    return [name for name, _ in _FEATURES if name in told]


_PHASE = re.compile(
    r"\bphase[- ](?P<a>iv|iii|ii|i|[1-4]|one|two|three|four)[ab]?(?:(?: ?[/-] ?| and | or )(?P<b>iv|iii|ii|i|[1-4])[ab]?)?\b(?! ?\d)"
)
_TRIAL_AFTER = re.compile(
    r"^[\w,’' ()/-]{0,60}?\b(?:trials?|study|studies|testing|clinical|random\w+|results|data)\b"
)
_TRIAL_BEFORE = re.compile(r"\b(?:trial|study|tested in|randomi[sz]ed)[\w ,()]{0,40}$")
_TO_COME = re.compile(
    r"\b(?:will|would|plan(?:s|ned)?|hop(?:e|es|ing)|prepar(?:e|ing)|next|future|upcoming|further|larger|now enrolling|mov(?:e|ing) (?:in)?to|proceed to|advance(?:d)? to|enter(?:ing)?|soon|ongoing|another|previous|earlier|need(?:s|ed)? (?:a|for))\b[^.;]{0,60}$"
)
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
}


def phase(article: Article) -> StudyValue | None:
    """The phase of a clinical trial; phases of the moon, the cycle or a programme are none."""
    for sentence, match in _first(article, _PHASE):
        after = sentence.low[match.end() :]
        if not (_TRIAL_AFTER.match(after) or _TRIAL_BEFORE.search(sentence.low[: match.start()])):
            continue
        if after.startswith(" of "):
            continue
        if _TO_COME.search(sentence.low[max(0, match.start() - 80) : match.start()]):
            continue
        numbers = [_ROMAN.get(part, part) for part in (match["a"], match["b"]) if part]
        place = [(sentence.start + match.start(), sentence.start + match.end())]
        return stated(article, "/".join(numbers), place, 0.92, "phase")
    return None


def _first(
    article: Article, pattern: re.Pattern, *, future: bool = False
) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """The places of a pattern in the sentences on this study, in the order of the text.

    What was done is told in sentences that do not speak of the study, too.
    """
    done = pattern in {_BY_CHANCE, _COMPARED, _PHASE}
    for sentence in article.body if future or done else (*article.own, *titles(article)):
        if done and sentence.whose not in {Whose.OWN, Whose.NEAR, Whose.GENERAL}:
            continue
        for match in pattern.finditer(sentence.low):
            if future or not _elsewhere(article, sentence, match):
                yield sentence, match


def _elsewhere(article: Article, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a match tells of another study or of one to come.

    What an abstract tells of its own study is no plan: "a masked trial of 60 people is planned" stands apart.
    """
    told = sentence.own and genre.scholarly(article)
    if not told and elsewhere.planned(sentence, match.start(), match.end()):
        return True
    return apart.other(article, sentence, match.end()) >= apart.LIKELY
