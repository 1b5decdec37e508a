"""What was given, done or looked at as a cause: treatments and exposures."""

import re
from collections.abc import Iterator

from reader.model.study import StudyValue
from reader.study import topics, vocabulary
from reader.study.reading.article import Article
from reader.study.topics import Mention, Topic
from reader.study.values import stated

#: Stems of the international nonproprietary names of drugs (WHO).
_DRUG = re.compile(
    r"\b(?P<name>[a-zA-Z]{2,14}(?:mab|inib|nib|ciclib|parib|statin|vir|vudine|citabine|pril|sartan|olol|dipine|conazole|cillin|mycin|cycline|oxacin|gliptin|gliflozin|glutide|gliptide|"
    r"lukast|setron|triptan|fenac|profen|caine|barbital|zepam|zolam|platin|taxel|rubicin|limus|kinra|cept|leukin|zomib|degib|lisib|fibrate|thiazide|semide|dronate|oxetine|pramine|triptyline|"
    r"peridone|olanzapine|tiapine|azapine|vanserin|quine|mustine|virenz|virapine|gabalin|giline|orexant|renone|fingod|fumarate|trexate|staurin|toclax|lidomide|xaban|gatran|grel|parin|teplase|"
    r"rafenib|metinib|relix|relin|tropin|melanotide|cabtagene|leucel|parvovec|nersen|siran|stim|poetin|gestrel|estradiol|progesterone|ketamine|axone|nacin|afil|prazole|tidine|phylline|terol|tropium|sone|solone|nide))s?\b"
)
_NOT_DRUG = re.compile(
    r"^(?:within|again|maintain|explain|certain|fountain|mountain|captain|cocaine|concept|except|accept|intercept|precept|adept|susceptib|percept|crept|wept|slept|reason|person|season|poison|prison|lesson|comparison|unison|marine|cabinet|include|provide|decide|beside|inside|outside|guide|wide|side|ride|hide|cyanide|bromide|oxide|monoxide|dioxide|peroxide|chloride|fluoride|peptide|nucleotide|polypeptide|glycoside|telomerase|stone|bone|alone|hormone|testosterone|prone|zone|done|one|none|gone|phone|ozone|disposal|nil|vinyl|mab|nib)$",
    re.I,
)
_BRAND = re.compile(r"\b(?P<name>[A-Z][a-z]{3,14} \((?:[a-z]{5,22}(?: [a-z]{4,14}){0,2})\))")
_W = r"(?:[\w’'-]{1,24})"
_PHRASES = (
    (1.6, re.compile(rf"\b(?:treat(?:ed|ment) with|receiv(?:ed|ing)|given|administered|effects? of|efficacy of|effectiveness of|trial of|test(?:ed|ing) of|benefits? of|use of|safety of|evaluat(?:ed|ing)|impact of|role of|influence of|exposure to|exposed to|intake of|consumption of|levels of|supplement(?:s|ation|ed) (?:of|with)|infusions? of|doses? of|injections? of|combination of|association between|link between|relationship between|underwent|undergoing|started on|assigned to(?: receive)?(?: either)?|randomized to(?: receive)?(?: either)?) (?:either |an? |the |their |his |her |high |low |daily |oral |higher |lower |regular |long-term |prenatal |early |\d+ (?:mg|doses?) of )*(?P<name>{_W}(?: (?!(?:on|in|for|and|or|to|with|from|by|was|were|is|are|at|than|as|that|who|which|versus|had|has|have|may|during|after|before|over|under|between|into|through|when|while|can|could|will|among|compared|plus|alone|group|groups|patients|people|participants|against|of|the)\b){_W}){{0,3}})")),
    (1.5, re.compile(rf"\b(?P<name>(?!(?:the|a|an|this|new|and|or|of|in|for|with|to|their|such|treatment|drug)\b){_W}(?: (?!(?:the|and|or|of|in|for|with|to|is|was)\b){_W}){{0,2}} (?:treatment|therapy|supplementation|supplements?|vaccine|vaccination|intake|consumption|exposure|transplantation|transplants?|implants?|stimulation|surgery|training|program(?:me)?|diet|intervention|screening|replacement|inhibitors?|pollution|use|deprivation|injections?|infusions?|agonists?|blockers?|antagonists?))\b")),
)  # fmt: skip
_CAUSE = re.compile(
    r"^ ?(?:\([\w /-]{1,30}\) ?)?(?:may|might|can|could|significantly|also|did not|does not|don[’']t|do not|appears? to|was|were|is|are|had|has)? ?(?:\w+ )?(?:reduce[sd]?|improve[sd]?|increase[sd]?|prevent(?:s|ed)?|lower(?:s|ed)?|protect(?:s|ed)?|help(?:s|ed)?|"
    r"slow(?:s|ed)?|boost(?:s|ed)?|cut(?:s)?|raise[sd]?|cause[sd]?|lead|led|linked|associated|tied|superior|effective|outperform(?:s|ed)|safe|better|inferior|affect(?:s|ed)?|influence[sd]?|alter(?:s|ed)?|regulate[sd]?|guide[sd]?|determine[sd]?|works?|shown|plus|versus|vs\.?|with or without|combined|prolong(?:s|ed)?|benefits?|extend(?:s|ed)?|relieve[sd]?|restore[sd]?|harm(?:s|ed)?|worsen(?:s|ed)?|as effective)\b"
)
_GENERIC = re.compile(
    r"^(?:(?:new|this|the|that|their|our|such|standard|usual|current|conventional|other|further|previous|existing|medical|effective|active|first|early|later|good|best|more|less|same|different|initial|additional|any|no|some|drug|health|control|placebo|both|all|each|either|only|long-term|first-line|second-line|primary|future|possible|potential|final|open-ended|care|study|clinical|emergency|hospital|human|animal|people|patients|participants|women|men|children|it|them|these|those|one|two|three|four|five|six|what|how|we|they|he|she|food|national|training|research|phase|wide|common|experimental|investigational|combination|not|for|than|but|even|continued|general|specific|own|increased|reduced|regular|widespread) )*"
    r"(?:treatments?|therap(?:y|ies)|drugs?|drug therapy|interventions?|program(?:me)?s?|care|use|training|surgery|procedures?|vaccines?|groups?|standard|placebo|study|trial|doses?|control|patients|people|participants|women|men|children|analysis|data|either|both|the|this|it|them|exposure|intake|consumption|diet|screening|medicines?|medications?|approach(?:es)?|support|treatment|factors?|time|age|levels?|one|two|three|cancer|disease|different|results|antiretroviral|who|that|supplements?|changes?|variables?|risk|two different|inhibitors?|stimulation|replacement|therapies|these|chronic|pollution)$",
    re.I,
)
_ABSENT = re.compile(
    r"\b(?:instead of|other than|without|unlike|such as|including|no|never|current standard|until now|conventional|standard treatment for|already taking|history of|compared (?:with|to)|versus|than)(?: [\w,]+){0,3} $"
)


def interventions(article: Article, taken: set[str]) -> tuple[StudyValue, ...]:
    """At most three treatments or exposures; `taken` are the keys of the conditions."""
    ranked = [
        t for t in topics.rank(article, _mentions(article)) if topics.key(t.name) not in taken
    ]
    ranked = _without_parts(ranked)
    if not ranked or ranked[0].weight < 2.0:
        return ()
    chosen = [ranked[0]] + [
        t for t in ranked[1:4] if t.weight > 0.7 * ranked[0].weight and t.weight > 3.0
    ]
    return tuple(_value(article, topic) for topic in chosen[:3])


def _value(article: Article, topic: Topic) -> StudyValue:
    form, mention = topics.printed(article, topic)
    short = article.abbreviations.get(form)
    name = short.long if short else form
    confidence = min(0.9, 0.3 + 0.1 * topic.weight)
    place = (mention.start, mention.end)
    return stated(article, name, [place], confidence, "intervention", kind=_kind(article, topic))


def _kind(article: Article, topic: Topic) -> str | None:
    """The kind of the listed name that the topic is or holds."""
    first = topic.mentions[0]
    for mention in (topic.best, first):
        for found in article.found(vocabulary.kinds("interventions")):
            if mention.start <= found.start < mention.end:
                return found.entry.kind
    return "DRUG" if _DRUG.search(topic.name) else None


def _mentions(article: Article) -> Iterator[Mention]:
    places: list[tuple[int, int]] = []
    for start, end, name, cue in _named(article):
        if not any(a < end and start < b for a, b in places):
            places.append((start, end))
            yield _mention(article, name, start, end, cue)


def _named(article: Article) -> Iterator[tuple[int, int, str, float]]:
    """Names by list, stem and bracket first; then phrases."""
    yield from _branded(article)
    for found in article.found(vocabulary.kinds("interventions")):
        yield found.start, found.end, article.text[found.start : found.end].lower(), 0.5
    yield from _stems(article)
    yield from _phrased(article)


def _branded(article: Article) -> Iterator[tuple[int, int, str, float]]:
    for sentence in article.body:
        for match in _BRAND.finditer(sentence.text):
            if not _ASIDE.search(match["name"]):
                name = match["name"].split(" ")[0]
                yield sentence.start + match.start(), sentence.start + match.end(), name, 1.0


def _stems(article: Article) -> Iterator[tuple[int, int, str, float]]:
    for sentence in article.body:
        for match in _DRUG.finditer(sentence.text):
            if not _NOT_DRUG.match(match["name"]):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                yield start, end, match["name"].lower(), 0.8


def _phrased(article: Article) -> Iterator[tuple[int, int, str, float]]:
    for sentence in article.own:
        for cue, pattern in _PHRASES:
            for match in pattern.finditer(sentence.text):
                if not _GENERIC.match(match["name"]):
                    start = sentence.start + match.start("name")
                    yield start, start + len(match["name"]), match["name"].lower(), cue - 1.2


_ASIDE = re.compile(r"\((?:such|see|about|which|that|in|the)\b")


def _mention(article: Article, name: str, start: int, end: int, cue: float) -> Mention:
    before, after = topics.around(article, start, end, 60)
    cue += 0.8 * bool(_CAUSE.match(after)) - 0.9 * bool(_ABSENT.search(before))
    cue += 0.5 * bool(
        re.search(
            r"\b(?:effects? of|treated with|treatment with|received|trial of|vaccine called|plus|receiving|given|taking|testing|with|of) (?:\w+ ){0,2}$",
            before,
        )
    )
    return Mention(name, start, end, cue)


def _without_parts(ranked: list[Topic]) -> list[Topic]:
    """Without names that are a part of a heavier one, or hold it and add little."""
    out: list[Topic] = []
    for topic in ranked:
        words = set(topics.key(topic.name).split())
        if not any(
            words <= set(topics.key(o.name).split()) or set(topics.key(o.name).split()) <= words
            for o in out
        ):
            out.append(topic)
    return out
