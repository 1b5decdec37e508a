"""Adverse events and deaths in this study, not those of the disease, a drug class or a country."""

from reader.model.study import StudyValue
from reader.study import complaints, figures
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.values import stated, trim
from reader.text import sieve as re

_HARM = re.compile(
    r"\b(?:side[- ]effects?|adverse (?:events?|effects?|reactions?|side effects)|toxicit(?:y|ies)|safety profile|well[- ]tolerated|complications? (?:of|from|included|were|related|such as|in|befell|occurred|happened|arose)|serious (?:infections|bleeding|harms?)|no (?:safety|serious) (?:concerns|issues|problems)|safe and|(?:reactions|events|problems|bleeding|infections) (?:that were )?(?:linked|related|put down|due) to (?:the )?(?:treatment|drug|vaccine|device|procedure|operation)|unwanted effects|hypoglyc(?:a)?emi[ac] (?:events|episodes))\b"
)
_LIST = re.compile(
    r"\b(?:(?:most )?(?:common|frequent(?:ly reported)?|commonly reported|serious|severe) (?:side[- ]effects?|adverse (?:events?|reactions?|effects?))|side[- ]effects?|adverse (?:events?|reactions?|effects?))(?: (?:of|in|reported by|among|from|with|observed|seen|reported|associated)[^.:;]{0,90}?)?(?: (?:were|was|include[ds]?|are|such as|included)(?::| the following:)?) (?!(?:reported|seen|observed|noted|recorded|found|rare|mild|common|few|uncommon|similar|more|less|fewer|higher|lower|also|not|no|generally|mostly|usually)\b)(?P<list>(?:[^.]|\.(?=\d)|(?<=vs)\.){8,500})"
)
_GENERAL = re.compile(
    r"\b(?:drug class|drugs in this class|boxed warning|known to cause|can cause|may cause|should not|should stop|warning|program|breakthrough|designation|previous|existing|outcomes? (?:included|were|was)|end ?points? (?:included|were|was)|costs?|obstacles?|other drugs|older drugs|standard treatments? (?:have|cause))\b"
)


#: Designs in which something is done to those studied: what befalls them may be its harm.
_DONE_TO = frozenset(
    [
        "randomized_controlled_trial",
        "nonrandomized_trial",
        "single_arm_trial",
        "case_series",
        "animal",
    ]
)


def adverse_events(article: Article, design: str | None = None) -> StudyValue | None:
    """The sentence or list of side effects of this study, with its figures."""
    best = _named(article)
    told = max(complaints.sentences(article), key=lambda row: row[0], default=None)
    least = 1.0 if design in _DONE_TO else 1.0 + complaints.AFTER
    if told and told[0] >= least and (best is None or _says_less(best, told)):
        best = (told[0], told[1].start, told[1].end)
    return _value(article, best) if best else None


Place = tuple[float, int, int]


def _says_less(best: Place, told: tuple[float, Sentence]) -> bool:
    """Whether "side effects were common" is followed by which they were."""
    return best[2] - best[1] < 60 and 0 <= told[1].start - best[2] < 12


def _named(article: Article) -> Place | None:
    """Where a word for harms stands, the surest place."""
    best: Place | None = None
    for sentence in article.body:
        match = _HARM.search(sentence.low)
        if (
            match is None
            or sentence.zone is not Zone.BODY
            or sentence.whose in {Whose.OTHER, Whose.FUTURE}
        ):
            continue
        weight = _weight(sentence)
        listed = _LIST.search(sentence.text) or _LIST.search(
            sentence.text[:1].lower() + sentence.text[1:]
        )
        start, end = sentence.start, sentence.end
        if listed:
            start, end = sentence.start + listed.start("list"), sentence.start + listed.end("list")
            weight += 0.8
        if weight >= 1.0 and (best is None or weight > best[0]):
            best = (weight, start, end)
    return best


def _value(article: Article, best: Place) -> StudyValue:
    weight, start, end = best
    start, end = trim(article.text, *_without_report(article, start, end))
    text = article.text[start:end]
    return stated(
        article,
        text,
        [(start, end)],
        min(0.85, 0.4 + 0.2 * weight),
        "adverse_events",
        **figures_told(text, None),
    )


def _weight(sentence: Sentence) -> float:
    weight = {Whose.OWN: 1.2, Whose.NEAR: 0.8, Whose.GENERAL: 0.3}[sentence.whose]
    weight += 0.4 * bool(
        re.search(
            r"\b(?:group|arm|participants|patients (?:in|who|receiving|taking)|trial|study|reported by|placebo|compared|fewer|more|less likely|no )\b",
            sentence.low,
        )
    )
    return weight - 1.2 * bool(_GENERAL.search(sentence.low))


_REPORT = re.compile(
    r"^(?:(?:However|But|In general|Overall|Importantly|In addition|Also|Furthermore),? )?(?:(?:the )?(?:researchers|authors|investigators|team|study|trial|they|results|data)(?: also)? (?:found|showed|reported|noted|observed)(?: that)? )?",
    re.I,
)


def _without_report(article: Article, start: int, end: int) -> tuple[int, int]:
    match = _REPORT.match(article.text[start:end])
    return (start + match.end(), end) if match and end - start - match.end() > 25 else (start, end)


_DIED = re.compile(
    r"\b(?:(?P<n>\d[\d,]{0,11}|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|[a-z]{3,8}ty(?:-[a-z]{3,6})?) (?:of (?:the )?)?(?:\w{1,24}[- ]){0,8}?(?:died|deaths?)\b(?! rates?| certificates?| records?| registr)|"
    r"(?:nobody|no one|none(?: of (?:them|the (?:\w+ )?\w+))?|no (?:patient|participant|volunteer|child|animal)s?) (?:has |had |have )?died\b|(?:there were|were) no (?:treatment-related |study-related )?deaths|deaths (?:occurred|were reported)|(?:treatment-related|transplant-related|procedure-related) deaths?)"
)
_NOT_BODIES = re.compile(
    r"\b(?:cells?|neurons?|neurones?|bacteria|microbes|parasites|larvae|trees|plants)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:each year|every year|annually|per year|worldwide|estimated|project(?:ed|ions?)|predicted|will die|averted|globally|nationwide|million|in the (?:united states|u\.s\.|uk|world)|according to|contribut(?:e|ed|es) to|leading cause|could (?:prevent|save)|would (?:die|prevent)|emergency department visits|accounts? for)\b"
)
_TREATMENT = re.compile(
    r"\b(?:(?:attributed|attributable|due|linked|related) to the (?:\w+ )?(?:treatment|procedure|drug|therapy|vaccine|transplant\w*|surgery|operation)|(?:treatment|transplant|drug|vaccine|procedure|therapy)-related|complications of the (?:treatment|procedure|surgery|transplant))\b"
)
_NUMBER = r"\d[\d,]{0,8}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,6}teen|[a-z]{3,5}ty(?:-[a-z]{3,5})?"
#: "23 people in one group and 27 in the other died".
_BOTH = re.compile(
    rf"\b(?P<a>{_NUMBER}) (?:[\w’'-]{{1,20}} ){{1,9}}(?:and|versus|compared with|vs\.?) (?P<b>{_NUMBER}) (?:[\w’'-]{{1,20}} ){{0,8}}died\b"
)


def deaths(article: Article, size: int | None) -> StudyValue | None:
    """Deaths among the participants; `n`, `of` and what they were attributed to, where stated."""
    for sentence in article.own:
        match = _DIED.search(sentence.low)
        if match is None or _ELSEWHERE.search(sentence.low) or sentence.zone is not Zone.BODY:
            continue
        if _NOT_BODIES.search(match.group()):
            continue
        start, end = _clause(sentence, match)
        start, end = trim(article.text, sentence.start + start, sentence.start + end)
        text = article.text[start:end]
        details = figures_told(text, size) | _died(text.lower(), size)
        return stated(article, text, [(start, end)], 0.8, "deaths", **details)
    return None


def _died(low: str, size: int | None) -> dict[str, object]:
    """How many died, of how many, and how many of them of the treatment."""
    counts = [(_number(match["n"], match.group()), match) for match in _DIED.finditer(low)]
    known = [(n, match) for n, match in counts if n is not None]
    both = _BOTH.search(low)
    out: dict[str, object] = {}
    if (
        both
        and (a := _number(both["a"], "")) is not None
        and (b := _number(both["b"], "")) is not None
    ):
        out["n"] = a + b
    elif known:
        out["n"] = sum(n for n, _ in known)
    if size and isinstance(out.get("n"), int) and out["n"] <= size:  # type: ignore[operator]
        out["of"] = size
    cause = _TREATMENT.search(low)
    if cause:
        out["attributed"] = "treatment"
        near = [n for n, match in known if abs(match.end() - cause.start()) < 60]
        if near and len(known) > 1:
            out["attributed_n"] = near[0]
    return out


def _number(word: str | None, said: str) -> int | None:
    if word == "no" or " no " in f" {said[:14]} ":
        return 0
    return figures.whole(word or "")


#: When they died: "After a median follow-up of 14 months, ".
_OPENING = re.compile(
    r"(?:after|during|over|by|at|in|within) (?:an? |the )?(?:median |mean |average |first |\w+ )?(?:follow-?up|year|month|week|day|time|end|course|period|\d)[^,;]{0,50}, "
)


def _clause(sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    """The clause about the deaths: a long sentence is cut at "while", "whereas" and semicolons."""
    start, end = 0, len(sentence.text)
    if end > 160:
        for half in re.finditer(r"; |, while |, whereas |, but ", sentence.low):
            if half.end() <= match.start():
                start = half.end()
            elif half.start() >= match.end():
                end = half.start()
                break
    opening = _OPENING.match(sentence.low, start, match.start() + 1)
    return opening.end() if opening else start, end


def figures_told(text: str, size: int | None) -> dict[str, object]:
    """How many of how many, or which percentage, a passage on harms says."""
    found = figures.details(text, size)
    out: dict[str, object] = {key: found[key] for key in ("n", "of") if key in found}
    if found.get("measure") == "%":
        out["percent"] = found["estimate"]
    return out
