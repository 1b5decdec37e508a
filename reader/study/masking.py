"""Who did not know who got what, told in plain words: "neither the nurses nor the families knew".

`allocation.blinding` knows the terms of the trade; this reads the rest. Whoever is said not to have
known counts: those treated, those who treat or judge, or both.
"""

from reader.model.study import StudyValue
from reader.study import allocation, apart
from reader.study.reading.article import Article, Sentence
from reader.study.reading.whose import Whose
from reader.study.values import stated
from reader.text import sieve as re

_TAKERS = (
    r"patients?|participants?|volunteers?|children|parents|famil(?:y|ies)|mothers|women|men|people|pupils|students|"
    r"veterans|adults|teenagers|babies|players|runners|drinkers|eaters|users|residents|recipients|subjects|couples"
)
_STAFF = (
    r"doctors?|physicians?|nurses?|clinicians?|researchers?|scientists?|investigators?|staff|therapists?|assessors?|"
    r"raters?|examiners?|evaluators?|observers?|radiologists?|pathologists?|neurologists?|psychiatrists?|psychologists?|"
    r"surgeons?|anaesthetists?|dentists?|midwives|physiotherapists?|technicians?|statisticians?|handlers?|keepers|vets?|"
    r"interviewers?|scorers?|readers?|trainers?|teachers?|carers?|caregivers?|pharmacists?|laborator(?:y|ies)|judges|"
    r"(?:the people|those|anyone|whoever) who (?:\w+ed|did|took|read|saw|judged)"
)
_WHOM = rf"(?:{_TAKERS}|{_STAFF}|anyone|anybody)"
_TREATED = r"(?:treat\w*|drugs?|pills?|tablets?|capsules?|groups?|arms?|doses?|vaccines?|jabs?|injections?|diets?|drinks?|bottles?|therap\w*|medicines?|devices?|creams?|sprays?|schools?|wards?|villages?|slides?|scans?|samples?|images?|animals?|mice|rats|one|it was|was which|had|was|were|got|got it|received|belonged|came)"
#: What was not known: who got what.
_WHAT = (
    rf"(?:which (?:\w+ ){{0,3}}{_TREATED}|who (?:\w+ )?(?:was|were|had|got|received|belonged|took|came|is)|whose (?:\w+ )?(?:was|were)|"
    rf"what (?:each|they|their|the|any|a|was|was in|it)\b|whether (?:\w+ ){{0,5}}(?:were|was|had|got|received|contained|held|belonged|came|been)|"
    r"the (?:code|allocation|assignments?|groups?|treatments?|verdict|diagnos[ei]s|answers?|results? of the)|(?:their|its|group|treatment) (?:allocation|assignments?|groups?|treatments?))"
)
#: Whoever stands before it did not know.
_UNKNOWING = re.compile(
    rf"\b(?P<who>{_WHOM})\b[^.;]{{0,90}}?\b(?P<how>(?:did not|didn[’']t|could not|couldn[’']t|never) (?:\w+ )?(?:know|learn|tell|find out|see)|(?:had|with|having) no (?:idea|inkling|clue|way (?:of|to) (?:knowing|telling|know|tell|guess\w*))|"
    rf"(?:was|were|remained|stayed|kept|being) (?:\w+ )?(?:unaware|ignorant|oblivious|in the dark|uninformed|not (?:told|informed|aware)|never told)|(?:weren|wasn)[’']t (?:told|aware)|without (?:knowing|being told)|not knowing)[^.;]{{0,24}}? {_WHAT}"
)
#: Kept from whoever stands behind it.
_KEPT = re.compile(
    rf"\b(?:hidden|concealed|kept (?:secret|hidden|back)|withheld|disguised) from (?P<who>(?:[\w’-]+ ){{0,4}}?(?:{_WHOM})(?: (?:and|or) (?:[\w’-]+ ){{0,3}}(?:{_WHOM}))?)\b"
)
_NOBODY = re.compile(
    rf"\bneither [^.;]{{3,90}} nor [^.;]{{3,90}}?\b(?:knew|knows|was aware|were aware|(?:was|were|is|are|will be) told|will (?:know|learn|be able to tell)|could (?:tell|see|know|guess)|had (?:any|an) (?:idea|inkling)|had been told|found out|learned|was informed|were informed)\b|"
    rf"\b(?:nobody|no one|none of (?:them|those|the)[^.;]{{0,30}}?|not even the {_WHOM})(?: [\w’-]+){{0,6}} (?:knew|was told|were told|had been told|could tell|was aware|were aware) [^.;]{{0,12}}?{_WHAT}"
)
_KNEW = re.compile(
    rf"\b(?P<who>everyone|everybody|all (?:of them|concerned|involved)|both sides|{_WHOM}|they|(?:the|their) \w+s)\b(?: who [^.;,]{{3,60}}| (?:taking part|involved|in the (?:trial|study)))?(?:,? of course,?)?(?: themselves| all| always| both)? (?:knew|were aware|could (?:\w+ ){{0,3}}(?:see|tell)|were told) (?:of )?(?:{_WHAT}|that they (?:were|had)|they (?:were|had) (?:being |getting |receiving |been |taking )?)(?! (?:\w+ ){{0,2}}(?:in|to) (?:the )?hospital)|both (?:the )?[a-z]+ and (?:their|the|those) (?:\w+ )?[a-z]+ knew (?:which|what|who)\b(?! causes)|"
    rf"\b(?:no attempt (?:was made )?to (?:hide|conceal|disguise|mask|blind)\w*|(?:could not|couldn[’']t|nor could [^.;]{{3,40}}|impossible to|no way to) (?:be )?(?:kept? from knowing|keep [^.;]{{3,40}} from knowing|hid(?:e|den)|disguis\w+|conceal\w*))\b"
)
#: Nobody could be kept from knowing.
_SEEN = re.compile(
    r"\b(?:could not|couldn[’']t|neither [^.;]{3,90}? nor [^.;]{3,60}? could|nor could [^.;]{3,60}?|nobody could|impossible to|no way to) (?:be )?(?:keep |kept )[^.;]{0,40}?(?:unaware|in the dark|from knowing|blind)\b|"
    r"\b(?:everyone|everybody) (?:\w+ )?(?:knew|could see|could tell) (?:who|which|what)\b|\b(?:the person|those|people|researchers|nurses|technicians) who (?:measured|tested|judged|scored|assessed|rated|examined) [^.;]{0,40}? (?:knew|were aware|was aware)\b"
)
_NOT = re.compile(r"\b(?:not|n[’']t|neither|nor|nobody|no one|none|never)\b")
#: How far before "hidden from" a "not" may stand that denies it.
_NEAR = 40
_TAKER = re.compile(rf"\b(?:{_TAKERS})\b")
_STAFFER = re.compile(rf"\b(?:{_STAFF})\b")


def blinding(article: Article) -> StudyValue | None:
    """Masking by its terms, else as the story tells it."""
    for sentence in article.own:
        if seen := _SEEN.search(sentence.low):
            place = (sentence.start + seen.start(), sentence.start + seen.end())
            return stated(article, "open_label", [place], 0.8, "masking")
    named = allocation.blinding(article)
    if named is not None:
        return named
    for sentence in article.body:
        if sentence.whose in {Whose.OTHER, Whose.FUTURE}:
            continue
        told = _told(sentence)
        if told and apart.other(article, sentence, told[1].end()) < apart.LIKELY:
            kind, match = told
            place = (sentence.start + match.start(), sentence.start + match.end())
            who = None if kind == "open_label" else _who(match.group()) or None
            return stated(article, kind, [place], 0.8, "masking", who=who)
    return None


def _told(sentence: Sentence) -> tuple[str, re.Match[str]] | None:
    low = sentence.low
    if match := _NOBODY.search(low):
        return "double", match
    if match := _UNKNOWING.search(low):
        return _kind(_subject(low, match)), match
    if match := _KEPT.search(low):
        seen = _NOT.search(low, max(0, match.start() - _NEAR), match.start())
        return "open_label" if seen else _kind(match["who"]), match
    match = _KNEW.search(low)
    if match and not _NOT.search(low, match.start(), match.end() - 3):
        return "open_label", match
    if match and match["who"] is None:
        return "open_label", match
    return None


def _subject(low: str, match: re.Match[str]) -> str:
    """Who did not know: those named in the clause, or, before "by … who did not", behind "by" alone."""
    start, end = _clause(low, match.start()), match.start("how")
    if low.endswith(" who ", start, end) and (by := low.rfind(" by ", start, end)) > 0:
        start = by
    return low[start:end]


def _clause(low: str, at: int) -> int:
    """Where the clause that holds `at` begins."""
    return max(low.rfind(mark, 0, at) + 1 for mark in ".;:—")


def _kind(said: str) -> str:
    """Double where those treated and those who treat or judge are both named."""
    others = _STAFFER.sub(" ", said)
    return "double" if _TAKER.search(others) and others != said else "single"


def _who(said: str) -> list[str]:
    both = (*_TAKER.findall(said), *_STAFFER.findall(said))
    return list(dict.fromkeys(word for word in both if word))
