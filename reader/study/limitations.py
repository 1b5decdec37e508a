"""What the article itself says limits the study, with a code where a kind of weakness is named."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.study import StudyValue
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.values import stated, trim

_STRONG = re.compile(
    r"\b(?:limitations?|limited by|drawbacks?|weakness(?:es)?|shortcomings?|caveats?|pitfalls?|cautioned? (?:that|against)|should be (?:interpreted|treated|viewed|taken) (?:with caution|cautiously|accordingly)|"
    r"(?:cannot|can[’']t|could not|couldn[’']t|does not|doesn[’']t|do not|don[’']t|did not|is not able to|was not able to|unable to) (?:\w+ )?(?:prove|show|establish|determine|rule out|say|be (?:ruled out|answered|generali[sz]ed|determined|certain|estimated|excluded)|confirm|demonstrate cause|account for|include|tell|conclude|distinguish|address|mean that)|"
    r"(?:no|not) (?:\w+ )?(?:proof|proven|direct evidence|designed to)|not (?:a )?(?:random sample|randomi[sz]ed|representative|blinded|clear whether|known whether|peer[- ]reviewed|yet been peer)|uncontrolled|un-?blinded|open[- ]label|small (?:study|trial|sample|number|size|group)|"
    r"(?:study|trial|sample|group|number(?: of \w+)?) (?:was|is|were) (?:relatively |too |very |quite )?(?:small|short|limited)|too (?:small|few|short|early)|observational (?:study|data|nature|design)|"
    r"(?:short|limited|brief|varied|variable) (?:duration of )?follow-?up|follow-?up (?:was|varied|time was)|duration of follow-up|self-?report(?:ed|s)?|recall bias|selection bias|confound(?:ing|ers?|ed)|biases|relied on|only (?:one|a single) (?:hospital|cent(?:er|re)|site|country)|"
    r"(?:may|might) not (?:apply|be (?:generali[sz]|applicable|representative|the same)|reflect|hold|translate)|remains? (?:to be (?:seen|determined)|unclear|unknown|uncertain|undetermined|controversial|unanswered|speculative|unproven)|"
    r"(?:is|are|it[’']s|was) (?:still |also |as yet |not yet |currently )?(?:unclear|unknown|uncertain|not (?:yet )?(?:known|clear|understood|certain))|questions? (?:\w+ ){0,4}(?:remain|is whether|are whether|is how)|(?:still )?an open question|"
    r"difficult to (?:directly )?(?:compare|interpret|know|say|determine|draw|generali[sz]e|remove|separate)|impossible to|inconclusive|preliminary|early results|only (?:studied|included|looked at|examined|tested|in (?:mice|animals))|focused (?:only )?on|not (?:include|included)|was excluded from|"
    r"were not (?:included|measured|assessed|tested|randomly)|no control group|lack(?:s|ed|ing)? (?:of )?(?:a )?(?:control|data|information|statistical)|whereas the control|association,? not|not (?:prove|imply) caus|cause and effect|could be due to (?:any|other|differences)|"
    r"other factors (?:may|might|could)|experimental and|warrants? caution|(?:more|further|larger|additional|future|longer)(?: [\w-]+){0,4} (?:is|are|were|will be|must be) (?:needed|required|necessary|warranted|done|studied)|(?:need|needs|needed) (?:to be )?(?:confirmed|replicated|tested|validated|further|larger|more|additional|new)|"
    r"(?:future|larger|further|more|additional) (?:\w+ ){0,2}(?:studies|research|trials|work|investigation) (?:will|should|must|need|would|may|could|to)|uncertainty|results? (?:is|are|should be considered) (?:only )?preliminary|awaiting|not (?:yet )?(?:available|reached))\b"
)
_NEVER = re.compile(
    r"\b(?:recommend|guideline|approved|policy|treatment options|contact your|ask your doctor|founded|donate|limited (?:treatment|options|supply|resources)|no cure|funding|uncontrolled (?:asthma|diabetes|hypertension|seizures|epilepsy|growth|cell|blood)|limited to)\b"
)
_FUTURE_ONLY = re.compile(
    r"\b(?:future|further|more|larger|additional|next|longer)\b[^.;]{0,50}\b(?:studies|study|research|trials?|work|investigations?|data)\b"
)
_CODES = (
    ("uncontrolled", re.compile(r"\buncontrolled\b|no (?:control|comparison) group|no other treatment|single[- ]arm|lack(?:ed|s|ing)? (?:of )?a control")),
    ("unblinded", re.compile(r"\bun-?blinded\b|\bopen[- ]label\b|not blinded|knew (?:what|which) (?:treatment|therapy)")),
    ("small", re.compile(r"\bsmall(?:er)? (?:\w+ )?(?:study|trial|sample|numbers?|size|group)|\btoo (?:small|few)\b|(?:sample|study|trial|number(?: of \w+)?) (?:was|is|were) (?:\w+ )?small|larger (?:\w+ )?(?:studies|trials)|only \w+ (?:patients|participants|people)")),
    ("observational", re.compile(r"\bobservational\b|confound|cause and effect|prove (?:that|cause)|association,? not|correlation|causal|controlled trial to answer|not (?:a )?random(?:i[sz]ed)?\b|other factors")),
    ("short_followup", re.compile(r"\b(?:short|brief|limited)[\w -]{0,20}follow-?up|long(?:er)?[- ]term (?:\w+ )?(?:safety|effects|follow-?up|studies|data|outcomes)|longer follow-?up|duration of protection")),
    ("variable_followup", re.compile(r"follow-?up (?:\w+ )?varied|varied (?:\w+ )?follow-?up|duration of follow-up")),
    ("single_centre", re.compile(r"\bsingle[- ](?:cent(?:er|re)|site|institution|hospital)\b|only one (?:hospital|cent(?:er|re)|site)")),
    ("self_report", re.compile(r"\bself-?report|recall|relied on (?:\w+ ){0,3}(?:memory|questionnaires|reports)")),
    ("animal_only", re.compile(r"\b(?:in|only) (?:mice|rats|animals|monkeys)\b|animal (?:study|model)|(?:tested|shown|studied) in (?:humans|people)")),
    ("preprint", re.compile(r"\bpreprint|medrxiv|biorxiv")),
    ("not_peer_reviewed", re.compile(r"not (?:yet )?(?:been )?peer[- ]reviewed|until published in a peer-reviewed")),
    ("industry_funded", re.compile(r"(?:funded|sponsored|supported) by (?:the )?(?:manufacturer|maker|company|drug|industry)|the (?:manufacturer|maker)s? of")),
)  # fmt: skip
_LEAD = re.compile(
    r"^(?:(?:However|But|And|Yet|Furthermore|Moreover|In addition|Also|Still|Finally|Nevertheless|Even so|Another|It is clear, though),? )*"
    r"(?:(?:The |These )?(?:authors|researchers|scientists|team|investigators|they|study authors|he|she)(?: and colleagues)?(?: also)? (?:caution(?:ed)?|note[sd]?|admit(?:ted)?|concede[sd]?|acknowledge[sd]?|stress(?:ed)?|say|said|point(?:ed)? out|warn(?:ed)?|add(?:ed)?|emphasi[sz]ed?|state[sd]?|explain(?:ed)?)(?: that)? |"
    r"(?:One|A|Another|The main|The) limitations? of (?:this|the) (?:study|trial|research|work|analysis) (?:was|is|were) (?:that )?)?",
    re.I,
)
_HALVES = re.compile(r", (?:and|but|although|while|whereas) (?=\w+)|; |—")


@dataclass(frozen=True, slots=True)
class Caveat:
    """A limitation at [start, end) with its weight."""

    start: int
    end: int
    weight: float
    code: str | None


def limitations(article: Article) -> tuple[StudyValue, ...]:
    """At most four caveats in the order of the text."""
    found = sorted(_caveats(article), key=lambda c: (-c.weight, c.start))
    chosen = sorted([c for c in found if c.weight >= 1.0][:4], key=lambda c: c.start)
    return tuple(
        stated(article, article.text[c.start : c.end], [(c.start, c.end)], min(0.85, 0.4 + 0.2 * c.weight), "limitation", code=c.code)
        for c in chosen
    )  # fmt: skip


def _caveats(article: Article) -> Iterator[Caveat]:
    rows = [s for s in article.body if s.zone is Zone.BODY]
    first_own = next((n for n, s in enumerate(rows) if s.whose is Whose.OWN), 0)
    for number, sentence in enumerate(rows):
        cue = _STRONG.search(sentence.low)
        if cue is None or _NEVER.search(sentence.low) or number < first_own:
            continue
        weight = _weight(sentence, late=number * 2 >= len(rows))
        start, end = _clause(article, sentence, cue)
        code = next((name for name, pattern in _CODES if pattern.search(sentence.low)), None)
        yield Caveat(start, end, weight + 0.3 * bool(code), code)


def _weight(sentence: Sentence, *, late: bool) -> float:
    weight = {
        Whose.OWN: 1.2,
        Whose.NEAR: 0.9,
        Whose.FUTURE: 0.7,
        Whose.OTHER: 0.0,
        Whose.GENERAL: 0.2,
    }[sentence.whose]
    weight += 0.3 * late + 0.5 * bool(
        re.search(
            r"\b(?:limitation|caution|caveat|pitfall|cannot|does not prove|uncontrolled|unblinded|unclear|not known|no proof|small)\b",
            sentence.low,
        )
    )
    return weight - 0.3 * bool(_FUTURE_ONLY.search(sentence.low))


def _clause(article: Article, sentence: Sentence, cue: re.Match[str]) -> tuple[int, int]:
    """The part of a long sentence that holds the caveat, without who says it."""
    start, end = sentence.start, sentence.end
    if end - start > 170:
        for half in _HALVES.finditer(sentence.text):
            if (
                half.end() <= cue.start()
                and cue.start() - half.end() > 15
                and end - sentence.start - half.end() > 50
            ):
                start = sentence.start + half.end()
            elif half.start() >= cue.end() + 25 and half.start() + sentence.start - start > 60:
                end = sentence.start + half.start()
                break
    lead = _LEAD.match(article.text[start:end])
    if lead and end - start - lead.end() > 25:
        start += lead.end()
    return trim(article.text, start, end)
