"""Places that a story names in passing: of other studies, of commentators, of the world in general."""

from reader.study import elsewhere
from reader.study.reading.article import Article, Sentence
from reader.study.reading.whose import Whose
from reader.study.vocabulary import Found
from reader.text import sieve as re

_STUDY = r"(?:stud(?:y|ies)|trials?|surveys?|experiments?|schemes?|programmes?|teams?|groups?|papers?|reviews?|analys[ei]s|firms?|compan(?:y|ies)|laborator(?:y|ies)|labs?|projects?|cohorts?|wards?|clinics?|pilots?|attempts?|works?|researchers?|scientists|doctors|surgeons|physicians|planners|engineers|officials)"
#: "A Danish trial", "an older study of 400 nurses in Norway": brought in with an article.
_AN = re.compile(
    r"\b(?:an?|another|one|older|earlier|similar|previous|recent|two|three|several|some)(?: [\w’-]+,?){0,3} $|^$"
)
_NAMED = re.compile(rf" (?:[\w’-]+ ){{0,3}}?{_STUDY}\b")
_AN_IN = re.compile(
    rf"\b(?:an?|another|one|older|earlier|similar|previous|two|three|several|some|(?:other|elsewhere|meanwhile|ago|then),?(?: in (?:19|20)\d\d,)?) (?:[\w’-]+ ){{0,4}}?{_STUDY}\b[^.;:]{{0,60}} (?:in|from|at|near)(?: [a-z]+)? $"
    r"|(?:^|[“\"(] ?|then, in (?:19|20)\d\d, |ago |ago, )(?:researchers|scientists|planners|doctors|surgeons|physicians|officials|engineers|colleagues) (?:in|from|at)(?: the)? $"
)
#: "In Mexico a tax has been tried": a sentence set elsewhere.
_OPENS = re.compile(
    r"^(?:[“\"])?(?:and |but |meanwhile,? |elsewhere,? |likewise,? )?(?:in|across|throughout) (?:the )?(?:[a-z]+ )?$"
)
#: How many have a disease, or do something, in a country.
_GENERAL = re.compile(
    r"\b(?:(?:each|every|per|a) year|annually|live with|lives with|living with|(?:are|is|were) (?:told|diagnosed|affected|thought|estimated|known to|at risk)|ha(?:s|ve) (?:the (?:condition|disease)|gout|no\b|a form|some form)|one in [a-z]+|\d+ in (?:every )?\d+|an estimated|roughly|adults in the|affects?|suffer from|around the (?:world|globe)|helpline|oldest known|ha(?:s|ve) (?:already |also |long |since )?been (?:tried|used|tested|in use|available|approved|offered))\b"
)
_BURDEN = re.compile(
    r"\b\d[\d,.]* (?:million |thousand )?(?:people|adults|children|women|men|patients|families) (?:who )?(?:living|live) with\b"
)
_NAME_OF_WATER = re.compile(
    r"\b(?:gulf|bay|sea|bank|straits?|university) of $|\b(?:organi[sz]ation|who) in $|\b(?:presented|shown|congress|meeting|conference|symposium)\b[^.;]{0,40} (?:in|at) $|\boffices? in $"
)
#: "the same had been seen in", "will next look at": of others, or of later.
_LIKEWISE = re.compile(
    r"\b(?:used|tested|tried|validated|developed|worked|studied|done) (?:\w+ )?(?:before|earlier|previously|elsewhere) (?:with|in|among|on|by)\b[^.;]{0,40}$|\b(?:after|since|following|unlike|from|by) an? (?:[\w-]+ ){0,3}(?:study|trial|survey|series) of (?:[a-z]+ )?$|\breported (?:before |earlier )?(?:from|in) $|\b(?:made|manufactured|produced|sold|licen[sc]ed|marketed|imported|invented|patented|exported) (?:\w+ )?(?:in|from|by|to) (?:[a-z]+ (?:and|or) )?$|\b(?:resembl\w+|echo\w*|agrees? with|confirms?|matche?s?|mirrors?|in keeping with|in line with|consistent with|unlike|than) (?:those|that|what|findings|results|figures|reports)\b[^.;]{0,40}$|\b(?:the same|similar(?:ly)?|likewise|will (?:next|now|soon|then)|next,)\b[^.;]{0,50}$"
)
_LEFT_OUT = re.compile(
    r"[^.;]{0,40}\b(?:were|was) (?:left out|excluded|not included)\b|,? alone\b|[’']s (?:\w+ ){0,2}(?:minister|ministry|government|president|parliament|regulators?)\b"
)
#: "in Sweden who were not involved", "a British trial of 2015".
_NOT_THEIRS = re.compile(
    rf",? (?:and |but )?(?:who|which) (?:had|was|were|took|played) (?:not|no|neither)\b| (?:[\w’-]+ ){{0,2}}?{_STUDY} (?:of|from|in|published in) (?:19|20)\d\d\b(?! (?:to|until|through|and)\b|[-–])"
)
_LANGUAGE = re.compile(r"\bin $")
_ENDS = re.compile(r"(?:[.,;:)]| and [A-Z]|$)")
_YEAR = re.compile(r"\b(?:19|20)\d\d $")


def away(article: Article, sentence: Sentence, found: Found) -> bool:
    """Whether a place is one that the study has nothing to do with."""
    start, end = found.start - sentence.start, found.end - sentence.start
    before = sentence.low[:start][-110:]
    if _NAME_OF_WATER.search(before) or _LEFT_OUT.match(sentence.low, end):
        return True
    if _NOT_THEIRS.match(sentence.low, end):
        return True
    people = found.entry.kind == "people"
    if people and (_YEAR.search(before) or _is_language(sentence, before, end)):
        return True
    if elsewhere.planned(sentence, start, end) or elsewhere.other(article, sentence, start) == 1:
        return True
    if not elsewhere.late(article, sentence):
        return article.synopsis and _in_essay(sentence, before)
    return _late(sentence, before, end, people=people)


def _in_essay(sentence: Sentence, before: str) -> bool:
    """The same in an essay on one study, where the study may be brought in with "a trial in"."""
    if _LIKEWISE.search(before) or _BURDEN.search(sentence.low):
        return True
    if sentence.whose is Whose.OWN:
        return False
    return bool(_AN_IN.search(before) or _GENERAL.search(sentence.low))


def _is_language(sentence: Sentence, before: str, end: int) -> bool:
    return bool(_LANGUAGE.search(before) and _ENDS.match(sentence.text, end))


def _late(sentence: Sentence, before: str, end: int, *, people: bool) -> bool:
    """The same, behind the paragraphs that tell what the study is."""
    if _AN.search(before) and _NAMED.match(sentence.low, end):
        return True
    if not people and _AN_IN.search(before):
        return True
    if _BURDEN.search(sentence.low) or _LIKEWISE.search(before):
        return True
    return bool(_GENERAL.search(sentence.low)) and sentence.whose is not Whose.OWN


def opening(sentence: Sentence, before: str, after: str) -> bool:
    """Whether a place opens a sentence that does not speak of the study."""
    if sentence.whose is Whose.OWN or len(before) >= 30 or after.startswith(("’", "'")):
        return False
    return _OPENS.search(before) is not None
