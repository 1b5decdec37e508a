"""What a finding speaks of: the subject that rose, fell, differed or stayed the same.

"Leg pain had dropped", "Amputations and quality of life did not differ", "scores on the … fell":
news seldom says "outcome"; whatever a finding says something of was measured.
"""

from collections.abc import Iterator, Sequence

from reader.study import chunks, vocabulary
from reader.study.reading.article import Article, Sentence
from reader.study.topics import Mention
from reader.text import sieve as re

#: What may open a finding before its subject.
_OPENING = re.compile(
    r"(?:(?:and|but|yet|still|also|while|whereas|however|on the other hand|by contrast|in contrast|what’s more|what's more|moreover|overall|nor|even so),? )*"
    r"(?:(?:statewide|nationwide|worldwide|overall|altogether|all told|in all|in total|by then|not surprisingly), )?"
    r"(?:(?:at|after|by|over|within|during|in|for|from|among|with|on|across|throughout|three|two) [^.;:]{2,60}?, )?"
    r"(?:(?:also|too|however),? )?(?:scores? (?:on|for|in) |levels? of |rates? of |the (?:risk|rate|number|proportion|share|odds|chances?|level|amount|average|typical|mean|median) of )?"
)
#: What it does, right behind it, with what may stand between.
_DOES = re.compile(
    r"(?:,? (?:too|however|though|in contrast|on the other hand|as measured [^,;]{3,60}|gauged [^,;]{3,60}|rated [^,;]{3,60}|measured [^,;]{3,60}),?)? "
    r"(?:(?:had|have|has|was|were|is|are|did|does|also|not|still|then|only|just|slightly|markedly|clearly|sharply|hardly|barely|significantly|substantially|already|since|never|both|all|largely|in fact|remained|stayed|became|grew|came|seemed to|appeared to|tended to) )*"
    r"(?:improv|ris|rose|fall|fell|drop|dip|sank|sink|declin|decreas|increas|climb|jump|surg|soar|plung|halv|doubl|tripl|shr[aiu]nk|grew|grow|eas|worsen|deteriorat|recover|return|differ|chang|vari|heal|clos|fad|vanish|disappear|subsid|plateau|level|narrow|widen|slow|quicken|shorten|lengthen|thicken|thin|swell|"
    r"unchanged|unaffected|unaltered|stable|steady|constant|(?:much |about |exactly |nearly |almost )?the same|similar|alike|equal|comparable|identical|higher|lower|better|worse|longer|shorter|greater|smaller|larger|stronger|weaker|faster|slower|rarer?|more|less|fewer|halved|common|frequent|likel|reduced|cut|down|up|went|gone|came|hit|reach|measur|average|last|occurr|happen|struck|affect|return|stop|start|respond|surviv|fail|work|a (?:third|quarter|half|fifth|tenth)|twice|half|one|two|three|\d)"
)
_NUMBER = r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|a (?:third|quarter|fifth|tenth)|twice as (?:many|much)|half as (?:many|much)|(?:\w+ times )?(?:as many|fewer|more|less)|no|all|most)"
#: What was had, lost or kept, with how many or how much of it.
_COUNTED = re.compile(
    rf"\b(?:los[te]|kept?|keep|gain(?:ed)?|regained|retained|shed|held on to|bore|produced|laid|suffered|reported|showed|developed|experienced|had|made|needed|required|used|took|caught|picked up|spotted|detected|missed) "
    rf"(?:(?:about|nearly|almost|over|more than|only|just|at least|around|on average|roughly|some) )?{_NUMBER} ?(?:percent|per cent|%)?(?: of)? (?:the |their |its |his |her |all |those |any )?"
)
_AVERAGE = re.compile(
    r"\b(?:median|mean|average|typical) (?!age\b|follow|patient|participant|person|number of (?:patients|participants))"
)
_TOLD = re.compile(r" (?:was|were|of (?:about )?\d|came to|rose|fell|dropped|went|grew|in the)\b")
_UNITS = re.compile(
    r"(?:^|\b(?:of|in) )?\b(?:minutes?|hours?|days?|weeks?|months?|years?|times?|points?|steps?|doses?|pills?|kilos?|kg|grams?|mg|percent|cases?|kinds?|types?|out|cent)$|^(?:times|out|likely|than|common)\b"
)
#: Those studied, and those who study, are not what was measured.
_PEOPLE = re.compile(
    r"^(?:[\w’'-]+ ){0,4}(?:researchers?|scientists?|authors?|team|study|trial|analysis|results?|findings?|data|groups?|arms?|side|others?|ones?|half|rest|majority|both|all|none|nobody|everyone|people|they|it|he|she|we|who|that|this|these|those|there|effect|effects|difference|differences|benefit|benefits|gap|pattern|picture|number|numbers|figure|figures|idea|ideas|mistakes?|chance|doubt|way|ways|problems?|reason|sense|say|part|trouble|place|role|improvement|improvements|treatment|drug|therapy|programme|program|training|intervention|operation|procedure|scans?|tests?|recordings?|experiments?|day|days|week|weeks|month|months|year|years|time|percent|cent)$"
)
_PRONOUN = re.compile(
    r"\b(?:it|they|we|he|she|you|i|who|which|this|that|these|those|there|here|them|us)\b"
)
_AND = re.compile(r",? (?:and|or|nor|as well as) (?:the |their )?|, (?:the |their )?")
_MOST_WORDS = 6


def mentions(
    article: Article, findings: Sequence[tuple[int, int]], cue: float
) -> Iterator[Mention]:
    """The subjects of findings, each of a list by itself."""
    for start, end in findings:
        sentence = article.sentence_at(start)
        if sentence is not None:
            yield from _subjects(article, sentence, start - sentence.start, cue)
            yield from _objects(sentence, start - sentence.start, end - sentence.start, cue)
            yield from _averages(sentence, start - sentence.start, end - sentence.start, cue)


def _subjects(article: Article, sentence: Sentence, at: int, cue: float) -> Iterator[Mention]:
    opened = _OPENING.match(sentence.low, at)
    at = opened.end() if opened else at
    for parts in _lists(sentence.low, at):
        if not _DOES.match(sentence.low, parts[-1][1]):
            continue
        for start, end in parts:
            text = sentence.low[start:end]
            if _fits(text):
                yield Mention(text, sentence.start + start, sentence.start + end, cue)
        return


def _objects(sentence: Sentence, at: int, end: int, cue: float) -> Iterator[Mention]:
    """What was lost, kept or had, by number: "kept 91 percent of their nerve endings"."""
    for match in _COUNTED.finditer(sentence.low, at, end):
        found = chunks.after(sentence.low, match.end(), 4)
        if found and found[0] == match.end() and _fits(sentence.low[found[0] : found[1]]):
            first, last = found
            if not _UNITS.search(sentence.low[first:last]):
                text = sentence.low[first:last]
                yield Mention(text, sentence.start + first, sentence.start + last, cue)


def _averages(sentence: Sentence, at: int, end: int, cue: float) -> Iterator[Mention]:
    """Of what an average is told: "the median stay was four days"."""
    for match in _AVERAGE.finditer(sentence.low, at, end):
        found = chunks.after(sentence.low, match.end(), 3)
        if found and found[0] == match.end() and _TOLD.match(sentence.low, found[1]):
            text = sentence.low[found[0] : found[1]]
            if _fits(text) and not _UNITS.search(text):
                yield Mention(text, sentence.start + found[0], sentence.start + found[1], cue)


def _lists(low: str, at: int) -> Iterator[list[tuple[int, int]]]:
    """The phrase at `at`, alone or with those that are listed with it; the longest list first."""
    parts: list[tuple[int, int]] = []
    found = chunks.after(low, at, _MOST_WORDS)
    while found is not None and len(parts) < 5:
        parts.append(found)
        more = _AND.match(low, found[1])
        found = chunks.after(low, more.end(), _MOST_WORDS) if more else None
        if found and more and found[0] > more.end() + 6:
            found = None
    for size in range(len(parts), 0, -1):
        yield parts[:size]


def _fits(text: str) -> bool:
    if _PRONOUN.search(text) or _PEOPLE.match(text) or len(text) < 4:
        return False
    last = vocabulary.fold(text.split()[-1])
    return last not in _populations() and not text[0].isdigit()


def _populations() -> frozenset[str]:
    """The folded nouns for people and animals."""
    rows = vocabulary.marked("population_nouns")
    return rows["people"] | rows["animals"]
