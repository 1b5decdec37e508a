"""What the article itself says limits the study, with a code where a kind of weakness is named."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.model.study import StudyValue
from reader.study import caveat_model, caveats, elsewhere, essay_caveats, under_headings
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.values import stated, trim
from reader.text import sieve as re

#: The least weight at which the passage of a rule is believed, and from how many sentences a card tells.
LEAST, MOST = 1.0, 5
#: How likely a sentence of an essay must be that no rule knows.
ALONE = 0.6
_CODES = (
    ("uncontrolled", re.compile(r"\buncontrolled\b|(?:no|without an?|lack(?:ed|s|ing)? (?:of )?an?) (?:\w+ )?(?:control|comparison|placebo)|no other treatment|single[- ]arm")),
    ("unblinded", re.compile(r"\bun-?blinded\b|\bopen[- ]label\b|not (?:\w+ )?(?:blind|mask)(?:ed)?|knew (?:what|which) (?:treatment|therapy)")),
    ("small", re.compile(r"\bsmall(?:er|ish)? (?:\w+ ){0,2}(?:study|trial|samples?|numbers?|size|group|cohort)|\btoo (?:small|few)\b|(?:sample|study|trial|number(?: of \w+)?|groups?|cohort) (?:size )?(?:was|is|were) (?:\w+ )?small|only (?:\w+ )?(?:\d+|\w+teen|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty) (?:\w+ )?(?:patients|participants|people|women|men|children|volunteers|animals|mice)|few (?:patients|participants|people|deaths|events|cases)")),
    ("observational", re.compile(r"\bobservational\b|confound|cause[- ]and[- ]effect|(?:prove|show|establish|demonstrate|determine|say)\w* (?:\w+ ){0,4}(?:caus|effect)|association,? not|correlation|causal|controlled trial to answer|not (?:a )?randomi[sz]ed\b|other (?:factors|explanations)|reverse causation")),
    ("short_followup", re.compile(r"\b(?:short|brief|limited|incomplete)[\w -]{0,20}follow-?up|follow-?up (?:\w+ ){0,3}(?:short|brief|incomplete|limited)|long(?:er)?[- ]term (?:\w+ )?(?:safety|effects?|follow-?up|studies|data|outcomes|results|benefits?)|longer follow-?up|duration of protection|(?:only|just) (?:\w+ )?(?:weeks|months|days)|how long")),
    ("variable_followup", re.compile(r"follow-?up (?:\w+ ){0,2}(?:varied|differed|ranged)|varied (?:\w+ )?follow-?up|duration of follow-?up")),
    ("single_centre", re.compile(r"\bsingle[- ](?:cent(?:er|re)|site|institution|hospital)\b|(?:only )?(?:one|a single) (?:\w+ )?(?:hospital|cent(?:er|re)|site|clinic|city|school|country|region)")),
    ("self_report", re.compile(r"\bself-?report|recall|relied on (?:\w+ ){0,4}(?:memory|questionnaires?|reports?|own|answers)|under-?report|over-?report")),
    ("animal_only", re.compile(r"\b(?:in|only) (?:mice|rats|animals|monkeys)\b|animal (?:study|model)|(?:tested|shown|studied|tried) in (?:humans|people)|(?:humans|people) (?:may|might) (?:\w+ )?(?:differ|respond)")),
    ("preprint", re.compile(r"\bpreprint|medrxiv|biorxiv")),
    ("not_peer_reviewed", re.compile(r"not (?:yet )?(?:been )?(?:peer[- ]reviewed|reviewed by)|until (?:\w+ )?published in a peer-reviewed|considered preliminary until")),
    ("industry_funded", re.compile(r"(?:funded|sponsored|supported|paid for) by (?:the )?(?:manufacturer|maker|company|drug|industry)")),
)  # fmt: skip
_LEAD = re.compile(
    r"^[“\"]?(?:[A-Z]{4}[A-Z ]{0,30}: )?(?:that |(?:However|But|And|Yet|Furthermore|Moreover|In addition|Also|Still|Finally|Nevertheless|Nonetheless|Even so|Another|It is clear, though|Importantly|Overall|Of course|Also|For example|As a result|That said|Although),? )*"
    r"(?:(?:(?:The |These |Both )?(?:authors|researchers|scientists|team|investigators|they|study authors|he|she|experts|study’s authors|study's authors)|(?:Dr\.? |Professor )?[A-Z][a-z’'-]+)(?: and (?:colleagues|[a-z]+ (?:team|colleagues)))?(?: also)?,? (?:caution(?:ed|s)?|note[sd]?|admit(?:ted|s)?|concede[sd]?|acknowledge[sd]?|stress(?:ed|es)?|say|said|says|point(?:ed|s)? out|warn(?:ed|s)?|add(?:ed|s)?|emphasi[sz]e[sd]?|state[sd]?|explain(?:ed|s)?)(?: that|:)? |"
    r"[^.;”\"]{3,140}? (?:added|said|says|cautioned|cautions|noted|notes|warned|warns|acknowledged|acknowledges|admitted|admits|stressed|stresses|conceded|explained|pointed out) that |"
    r"(?:One|A|Another|The main|The|Its|Their) (?:\w+ )?(?:limitations?|weakness|drawback|caveat|shortcoming) (?:of (?:this|the|their) (?:\w+ )?(?:study|trial|research|work|analysis|findings|results) )?(?:was|is|were) (?:that )?)?",
    re.I,
)
_HALVES = re.compile(
    r", (?:and|but|although|though|while|whereas|so|because|meaning|which means) (?=\w+)|; |—|: | and(?=,? it is possible)|, (?=it is possible)"
)
_NO_END = re.compile(r", (?:while|whereas|because) |: ")
#: What follows from what is told before it is nothing without it.
_FOLLOWS = re.compile(r", (?:so|because|meaning|which means) ")
_GOES_ON = re.compile(
    r", and (?=(?:many|most|some|few|all|none|the|its|their|they|it|only|several|no|\d+|\w+ of the) )"
)


@dataclass(frozen=True, slots=True)
class Caveat:
    """A limitation at [start, end) with its weight."""

    start: int
    end: int
    weight: float
    code: str | None


def limitations(article: Article) -> tuple[StudyValue, ...]:
    """The caveats in the order of the text, as rules and models weigh them together."""
    return chosen(article, tuple(candidates(article)), caveat_model.weigher())


def chosen(
    article: Article, found: Sequence[Caveat], by: caveat_model.Weigher
) -> tuple[StudyValue, ...]:
    """The caveats of the likely sentences: the passages of the rules, else what is said in them."""
    passages = by_sentence(article, found)
    ruled = {start: max(c.weight for c in here) for start, here in passages.items()}
    likely = caveat_model.likely(article, ruled, by, MOST)
    return tuple(
        value
        for one in likely
        if ruled.get(one.sentence.start, 0.0) >= LEAST or _believed(article, one)
        for value in (
            [_value(article, c, one.probability) for c in passages[one.sentence.start]]
            if ruled.get(one.sentence.start, 0.0) >= LEAST
            else [_learnt(article, one)]
        )
    )


def _believed(article: Article, one: caveat_model.Likely) -> bool:
    """Whether the model's word alone will do: less so in an essay, which weighs all that it tells."""
    sure = one.probability >= ALONE or not article.synopsis
    return sure and not essay_caveats.none(one.sentence.low)


def by_sentence(article: Article, found: Iterable[Caveat]) -> dict[int, list[Caveat]]:
    """The rules' passages by the start of their sentence."""
    out: dict[int, list[Caveat]] = {}
    for caveat in found:
        sentence = article.sentence_at(caveat.start)
        if sentence is not None:
            out.setdefault(sentence.start, []).append(caveat)
    return out


def code(low: str) -> str | None:
    """The kind of weakness that lower-case words name, where it has a code."""
    return next((name for name, pattern in _CODES if pattern.search(low)), None)


def _learnt(article: Article, likely: caveat_model.Likely) -> StudyValue:
    sentence = likely.sentence
    stop = _without_speaker(article, sentence.start, sentence.end)
    start, end = trim(article.text, sentence.start, stop)
    return _value(article, Caveat(start, end, 0.0, code(sentence.low)), likely.probability)


def _value(article: Article, caveat: Caveat, sure: float) -> StudyValue:
    rule = caveat.weight >= caveat_model.FIRM
    value = stated(
        article,
        article.text[caveat.start : caveat.end],
        [(caveat.start, caveat.end)],
        round(min(0.9, sure), 3),
        "",
        code=caveat.code,
    )
    return replace(value, method="rule:limitation/2" if rule else "linear:caveat/3")


def candidates(article: Article) -> Iterator[Caveat]:
    """Every passage that may be a caveat, with its weight."""
    rows = [s for s in article.body if s.zone is Zone.BODY]
    headed = under_headings.starts(article)
    first_own = next((n for n, s in enumerate(rows) if s.whose is Whose.OWN), 0)
    announced = -9
    gathered = any(_REVIEW.search(s.low) for s in rows if s.own)
    for number, sentence in enumerate(rows):
        under = sentence.start in headed
        grade = caveats.grade(sentence.low) or (
            _UNDER if under and len(sentence.text) > 24 else None
        )
        if caveats.ANNOUNCED.search(sentence.low):
            announced = number
        if (
            grade is None
            or (number < first_own and not under)
            or caveats.only_announces(sentence.low)
        ):
            continue
        saying = caveats.is_saying(sentence.low)
        weight = _weight(sentence, late=number * 5 >= 2 * len(rows), own=saying) + grade.weight
        if number != announced and not saying:
            weight -= 1.0 * elsewhere.other(article, sentence, min(len(sentence.text), 90))
        weight += max(0.5 * (0 <= number - announced <= 2), 1.0 * under)
        weight += 0.6 * (gathered and _GATHERED.match(sentence.low) is not None)
        code = next((name for name, pattern in _CODES if pattern.search(sentence.low)), None)
        for start, end in _passages(article, sentence, grade):
            yield Caveat(start, end, weight + 0.2 * bool(code), code)


#: A review is limited by the studies that it gathered.
_REVIEW = re.compile(r"\b(?:review(?:ers?|ed)?|meta-?analy\w+|pooled|databases)\b")
_GATHERED = re.compile(
    r"(?:but |however, |and |yet |overall, )?(?:(?:the|these|those|most|many|some|few|all|several|only \w+)(?: of)?(?: the| these| them)?) (?:[\w-]+ ){0,2}(?:studies|trials|papers|evidence)\b"
)
#: A sentence under a heading such as "Limitations" that has no word for it itself.
_UNDER = caveats.Grade(0.6, 0, 0)


_THAT = re.compile(
    r"\b(?:conced|admit|acknowledg|caution|not|warn|stress|point out|point|list|own|grant(?!ed)|agree|frank|aware|clear|candid|open|mindful|honest)\w* (?:out )?that (?P<first>[^;]+?)(?:, (?:and )?| and )that "
)
_ALSO = re.compile(r"(?:,(?: and)?| and) that ")


def _passages(
    article: Article, sentence: Sentence, grade: caveats.Grade
) -> Iterator[tuple[int, int]]:
    """The caveats of a sentence: each "that …" of a list of them, else the clause that holds it."""
    listed = _THAT.search(sentence.text)
    if listed is None:
        yield from _clauses(article, sentence, grade)
        return
    at = sentence.start + listed.start("first")
    for more in _ALSO.finditer(article.text, at, sentence.end):
        yield trim(article.text, at, more.start())
        at = more.end()
    yield trim(article.text, at, sentence.end)


def _weight(sentence: Sentence, *, late: bool, own: bool) -> float:
    weight = (
        0.2
        if own
        else {
            Whose.OWN: 0.5,
            Whose.NEAR: 0.2,
            Whose.FUTURE: 0.2,
            Whose.OTHER: -0.4,
            Whose.GENERAL: -0.2,
        }[sentence.whose]
    )
    return weight + 0.3 * late


def _clauses(article: Article, sentence: Sentence, cue: caveats.Grade) -> Iterator[tuple[int, int]]:
    """The part of a long sentence that holds the caveat, without who says it, and one that goes on."""
    start, end = sentence.start, sentence.end
    goes_on = None
    if both := _two(sentence):
        yield from ((trim(article.text, a + _lead(article, a, b), b)) for a, b in both)
        return
    if end - start > 110:
        goes_on = next(
            (h for h in _GOES_ON.finditer(sentence.text) if h.start() >= cue.end - 12), None
        )
        for half in _HALVES.finditer(sentence.text):
            at, to = sentence.start + half.start(), sentence.start + half.end()
            front = half.end() <= cue.start and not _FOLLOWS.match(half.group())
            if front and end - to > 45:
                start = to
            elif half.start() >= cue.end and at - start > 45 and not _NO_END.match(half.group()):
                end = at
                break
    start += _lead(article, start, end)
    yield trim(
        article.text, start, _without_and(article, start, _without_speaker(article, start, end))
    )
    if further := _FURTHER.search(article.text, end, sentence.end):
        yield trim(article.text, further.end(), sentence.end)
        return
    if (
        goes_on
        and not cue.design
        and sentence.start + goes_on.start() >= end
        and sentence.end - end < 160
    ):
        yield trim(article.text, sentence.start + goes_on.end(), sentence.end)


_BOTH = re.compile(r",? and (?=\w)|; ")


def _two(sentence: Sentence) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The halves of a sentence that says two caveats, each with words for it and a verb of its own."""
    for half in _BOTH.finditer(sentence.text):
        first, second = sentence.low[: half.start()], sentence.low[half.end() :]
        if _SAME.match(second):
            continue
        if min(len(first), len(second)) > 30 and all(map(_says_so, (first, second))):
            at = sentence.start
            return (at, at + half.start()), (at + half.end(), sentence.end)
    return None


#: What goes on about the same people is no caveat of its own.
_SAME = re.compile(r"(?:they|it|this|these|she|he) (?:may|might|could|would)\b")


def _says_so(part: str) -> bool:
    grade = caveats.grade(part)
    return grade is not None and grade.weight >= 1 and _CLAUSE.match(part) is not None


#: A clause with a subject of its own near its start.
_CLAUSE = re.compile(
    r"(?!it (?:is|remains) (?:un|not ))[“\"]?(?:(?:but|however|and|yet|still|also|first|second),? )?(?:the|it|its|they|their|this|we|our|he|she|these|those|most|many|few|some|all|only|no|none|there|[a-z]{3,14}s) (?:[\w’'-]+ ){0,8}?(?:—[^—]{3,60}—)?(?:was|were|is|are|had|has|have|may|might|could|can|cannot|did|does|do|only|relied|came|chose|knew|lasted|\w+ed|[a-z]+n[’']t)\b"
)


def _lead(article: Article, start: int, end: int) -> int:
    """How long what only announces or reports it is."""
    lead = _LEAD.match(article.text[start:end])
    said = lead is not None and lead.group().strip('“"') != ""
    return lead.end() if lead and said and end - start - lead.end() > 25 else 0


_SPEAKER = re.compile(
    r",[”\"’]? (?:(?:he|she|they|the (?:[\w-]+ )?(?:authors|researchers|team|scientists|investigators|experts|doctors|reviewers|group)) (?:said|says?|added?|adds|wrote|write|note[sd]?|caution(?:ed|s)?|acknowledged?|concede[sd]?|warn(?:ed|s)?|admit(?:ted|s)?|stress(?:ed)?|point(?:ed)? out)|(?:said|says|note[sd]?|added|adds|according to|explained|cautions?|cautioned|wrote|write) (?!that\b)(?:\w|the )[^;]{0,120}|[A-Z][\w. ]{2,40} (?:writes?|wrote|explains?|explained|said|says|cautions?|cautioned|adds?|added|notes?|noted|warns?|warned)|who [^;,]{3,120})\.?$"
)


#: What may have gone wrong as well, behind a caveat of its own.
_FURTHER = re.compile(r"\b(?=it is (?:also |still )?possible that )")
_AND = re.compile(r",? (?:and|but|or|so|although|though)$")


def _without_and(article: Article, start: int, end: int) -> int:
    match = _AND.search(article.text, start, end)
    return match.start() if match else end


def _without_speaker(article: Article, start: int, end: int) -> int:
    text = article.text[start:end]
    match = _SPEAKER.search(text)
    least = 8 if text[:1] in '“"' or article.text[start - 1 : start] in {"“", '"'} else 24
    return start + match.start() if match and match.start() > least else end
