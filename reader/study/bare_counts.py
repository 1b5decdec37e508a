"""Numbers that count people without a noun of their own: "n = 35", "enrolled 120", "of the 240, 131 chose"."""

from collections.abc import Container

from reader.study import essay_size, side_by_side
from reader.study.reading.article import Article, Sentence
from reader.study.reading.numbers import Number
from reader.text import sieve as re

_N_IS = re.compile(r"\b[nN]\s?=\s?$")
#: "The participants numbered 161".
_NUMBERED = re.compile(
    r"\b(?:participants|patients|subjects|volunteers|sample|group|cohort) numbered $"
)
_DONE = re.compile(
    r"[-‐‑](?:strong|person|patient|participant|subject)\b| (?:(?:were |had been )?(?:randomi[sz]ed|enroll?ed|recruited|eligible|included|interviewed)\b(?! (?:controlled |clinical )?(?:trials?|stud(?:y|ies)))|"
    r"entered|participated|took part|(?:agreed|consented)(?: to|[;,.])|said (?:yes|they would)\b|came forward\b|filled|returned|replied|responded\b(?! to (?:the )?(?:drug|treatment|therapy))|answered|who (?:began|started|joined|enroll?ed|signed up|set out|entered|came|finished|could (?:take part|be included|join)|qualified|were eligible|remained|took part|agreed|responded|replied|answered|completed)|remained (?:for|in)\b|,? (?:in all|in total|altogether|all told)(?=[,.;)]| (?:were|was|took|had))|(?:were|was) (?:willing|able|eligible|ready) to\b)"
)
#: "The volunteers, 212 of them, …"; "There were 33 of them".
_OF_THEM = re.compile(r" of (?:them|us)(?=[,.;]| (?:were|was|had|took)\b)")
_THEM = re.compile(
    r"(?:\b(?:participants|volunteers|patients|people|subjects|children|men|women|adults), |\bthere were (?:about |some )?)$"
)
#: "three groups of fifty"; "Not quite half of them, 4,380, filled it in"; "Forty-one of them told …".
_GROUPS_OF = re.compile(
    r"\b(?:two|three|four|five|six) (?:equal |similar |matched |large |small )?(?:groups|teams|classes|arms|sets) of (?:about |around )?$"
)
_ENDS = re.compile(r"[.,;:)]")
#: "It was completed by 1,034, a response rate of 36 per cent".
_BY = re.compile(
    r"\b(?:completed|answered|returned|filled (?:in|out)|sent back) by (?:only |just |about |some |almost |nearly )?$"
)
_OF_THOSE = re.compile(r"\bof (?:them|those|these|the \w+), $")
_FILLED = re.compile(
    r", (?:filled|answered|replied|returned|took part|agreed|came|joined|responded|completed|sent|said yes|turned up|wrote back|consented)\b"
)
_TOLD = re.compile(
    r" of (?:them|these) (?:told|spoke|talked|agreed|answered|took part|came|let|sat|gave|joined|wore|kept|described)\b"
)
#: "Of 900 people asked, 212 came".
_CAME = re.compile(
    r" (?:came|turned up|showed up|joined|agreed|accepted|consented|were (?:suitable|included|fit)|did so)\b"
)
_OF_MORE = re.compile(r"^(?:of|from|out of) .*, (?:only |just |about )?$")
#: "Of the 240, 131 chose the knife".
_OF_THE = re.compile(r"(?:^|[.;:] )(?:of|among) (?:the|these|those) $")
#: "All 226 wore the boot".
_DID = re.compile(
    r" (?:wore|had|got|received|were|was|took|drank|ate|underwent|completed|came|gave|kept|could|went|slept|walked|ran|felt|said|did|died|lost|improved|recovered)\b"
)
_VERB = re.compile(
    r"(?:enroll?ed|recruited|randomi[sz]ed|sample (?:size )?(?:of|was)|total of|participants?:|leaving) ?$"
)
_NOT_COUNTED = re.compile(r"[ -](?:year|month|week|day|cent|hospital|site|countr|mg|ml|kg)")
#: A year, and what stands before one: "between April 2021 and September 2022 were eligible".
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_DATED = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"spring|summer|autumn|fall|winter|(?:early|mid|late)[ -]?|in|since|by|until|till|during|before|after|from|between|(?:19|20)\d\d (?:and|to)) ?$"
)


def counts_people(
    article: Article, sentence: Sentence, number: Number, value: int, stops: Container[str]
) -> bool:
    """Whether a number without a noun counts people; `stops` are words that no noun goes before."""
    before = article.text[max(sentence.start, number.start - 40) : number.start]
    if value < 3 or _NOT_COUNTED.match(article.text[number.end :][:12]):
        return False
    if _N_IS.search(before) or _NUMBERED.search(before.lower()):
        return True
    if _YEAR.match(article.text, number.start) and _DATED.search(before.lower()):
        return False
    if _DONE.match(article.text, number.end):
        return True
    if _of_all(article, sentence, number, before.lower()) or essay_size.of_them(sentence, number):
        return True
    following = article.words_in(number.end, sentence.end)[:1]
    ends = not following or following[0].folded in stops
    if ends and _VERB.search(before.lower()) is not None:
        return True
    return ends and bool(side_by_side.parallel(article, sentence, number))


def _of_all(article: Article, sentence: Sentence, number: Number, before: str) -> bool:
    """Whether it is told of them, or what they did: "212 of them, …", "all 226 wore the boot"."""
    text, end = article.text, number.end
    if (_GROUPS_OF.search(before) or _BY.search(before)) and _ENDS.match(text, end):
        return True
    if _OF_THOSE.search(before) and _FILLED.match(text, end):
        return True
    if not before.strip() and _TOLD.match(text, end):
        return True
    if _OF_THEM.match(text, end) and _THEM.search(before):
        return True
    if _CAME.match(text, end) and _OF_MORE.match(sentence.low[: number.start - sentence.start]):
        return True
    if number.value > 9 and text.startswith(",", end) and _OF_THE.search(before):
        return True
    return before.endswith(_EACH) and _DID.match(text, end) is not None


_EACH = ("all ", "half of the ", "most of the ", "each of the ", "none of the ")
