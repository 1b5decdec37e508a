"""Papers that report no study of their own in an abstract: protocols and reviews told freely."""

from collections.abc import Sequence

from reader.model.study import StudyValue
from reader.study import elsewhere, genre
from reader.study.reading.article import Article
from reader.study.reading.whose import past
from reader.study.values import stated
from reader.text import sieve as re

_PROTOCOL = re.compile(r"\b(?:study |trial |review )?protocol\b|\bwill (?:be )?[a-z]+")
_REVIEWED = re.compile(
    r"\b(?:this|the present|the current|our|present|current) (?:[\w-]+ ){0,3}(?:review|article|paper|chapter|overview|perspective|commentary|essay) (?:\w+ ){0,2}"
    r"(?:reviews?|discuss(?:es)?|summari[sz]es?|describes?|evaluates?|analy[sz]es|compares?|is focused|is aimed|address(?:es)?|provides?|considers?|examines?|outlines?|explores?|focus(?:es)?|offers?|presents?|highlights?|covers?|deals?|aims?|looks?|will)\b"
    r"|\b(?:are|is|will be) (?:briefly |also |then |critically )?(?:reviewed|discussed|outlined|summari[sz]ed|highlighted)\b"
    r"|\bin this (?:[\w-]+ ){0,2}(?:review|article|paper|chapter|overview|perspective)\b|\bwe (?:also |here |briefly |critically |then |first )?(?:review|discuss|summari[sz]e|outline|highlight|argue)\b"
    r"|\bhere,? we (?:review|discuss|summari[sz]e|outline)\b|\b(?:an overview|a review|the literature) (?:of|on|is|regarding)\b|\bnarrative review\b|\breview article\b|\baim(?:s|ed)? to (?:\w+ )?(?:review|summari[sz]e) (?:the|these|current|recent|available|existing)\b|\bcurrent (?:knowledge|concepts|understanding|state)\b"
)
#: What makes a review a systematic one.
_SEARCHED = re.compile(
    r"\bsystematic|\bmeta-?anal|\bsearch(?:ed|es)\b|\bdatabases?\b|\bmedline\b|\bpubmed\b|\bcochrane\b|\bscoping\b|\bumbrella\b"
)
_OF_STUDIES = frozenset({"systematic_review", "meta_analysis"})
#: Designs that those whom a review tells of may have had.
_TELLING = frozenset({"animal", "in_vitro", "modelling", "randomized_controlled_trial", "single_arm_trial", "cohort", "case_control"})  # fmt: skip
#: Figures that only a study of one's own has.
_FIGURES = re.compile(r"\bp\s?[<=>]|\bn\s?=\s?\d|\d ?%|±|\+/-|\b95 ?% ?ci\b")
#: What only a study of one's own does or finds.
_OWN = re.compile(
    r"\bwe (?:\w+ )?(?:examined|investigated|studied|evaluated|assessed|analy[sz]ed|compared|measured|performed|conducted|found|used|tested|observed|identified|retrospectively|treated|included|enrolled|randomi[sz]ed|sought|demonstrated?|recruited|collected|interviewed|surveyed|recorded|obtained|determined|estimated|followed|developed|show(?:ed)?|report(?:ed)?|detected|applied|explored|aimed)\b|"
    r"\b(?:patients|subjects|participants|children|women|men|adults|samples|mice|rats|cells|animals|data|controls|groups?|cases|volunteers|brains|families|respondents|students|infants|individuals|people) (?:\w+ ){0,3}(?:were|was|underwent|received|completed|had|showed)\b|"
    r"\b(?:were|was) (?:\w+ )?(?:randomi[sz]ed|enrolled|measured|assessed|evaluated|analy[sz]ed|performed|examined|obtained|recorded|administered|carried out|conducted|investigated|determined|collected|compared|studied|treated|used|retrospectively|recruited|selected|tested|interviewed|calculated|detected|significantly|correlated|observed|followed|included|higher|lower)\b|"
    r"\b(?:significant(?:ly)?|correlat\w+)\b[^.]{0,40}\b(?:was|were|between)\b|\bour (?:results|data|findings|patients|sample)\b|\b(?:the|these|present|our) (?:results|data|findings)(?: of this study)? (?:\w+ )?(?:show|suggest|indicate|demonstrate|reveal|support|confirm|provide)\w*\b|"
    r"\b(?:the|our) (?:aim|purpose|objective) of (?:this|the|our) (?:present |current )?study\b"
)
_WE_DID = re.compile(
    r"\bwe (?:have |also |therefore |here |now )*(?:examined|investigated|studied|evaluated|assessed|analy[sz]ed|compared|measured|performed|conducted|tested|quantified|quantitated|locali[sz]ed|cloned|mapped|sequenced|recorded|determined|constructed|validated|surveyed|interviewed|collected|estimated)\b"
    r"|\b(?:family|pedigree|kindred|patients?|cases?|siblings|sibs) (?:[a-z-]+ ){0,6}(?:is|are) (?:presented|reported|described)\b|\b(?:is|are) (?:tabulated|calculated)\b|\b(?:expectation|dataset|data set|validity|reliability) (?:data|analysis|revealed|are)\b"
)
#: How scholars speak of a field: what has been shown, what clinicians should do.
_OF_A_FIELD = re.compile(
    r"\b(?:recent(?:ly)?|current(?:ly)?|past|last|emerging|growing|increasing|available) (?:\w+ )?(?:studies|evidence|data|research|advances|developments|progress|findings|years|decades?|literature|knowledge|understanding|work)\b|"
    r"\b(?:has|have) (?:\w+ )?been (?:\w+ )?(?:shown|reported|implicated|suggested|proposed|recogni[sz]ed|associated|identified|used|linked|demonstrated|developed|described|made|found|established|considered)\b|"
    r"\b(?:pathogenesis|pathophysiolog\w+|a?etiolog\w+|mechanisms?|clinicians?|physicians?|practitioners?|management|prognosis|differential diagnosis|clinical features|treatment options|therapeutic (?:options|strategies|approaches|targets?))\b|"
    r"\b(?:should|must|can|may|might) be (?:\w+ )?(?:considered|used|treated|performed|given|made|taken|offered|avoided|helpful|useful|effective|recommended|associated)\b|\b(?:future|further) (?:directions|perspectives|challenges|prospects)\b|\b(?:this|the) (?:chapter|article|paper|review|overview|commentary|essay)\b"
)
#: What was done or found, in forms that tell of nothing else: "is caused by" is no past.
_DONE = re.compile(
    r"\b(?:was|were|had|did|underwent|received|completed|we (?:\w+ )?\w{2,20}ed|(?:study|trial|data|results|analys[ei]s|findings) (?:\w+ )?(?:\w{2,20}ed|found)|n ?= ?\d)\b"
)
_ITSELF = re.compile(
    r"\b(?:this|the present|the current|our|in this|present) (?:[\w-]+ ){0,2}(?:review|overview)\b|\b(?:article|paper|chapter) (?:\w+ )?(?:reviews|summari[sz]es|discusses)\b|\bwe (?:\w+ )?(?:review|summari[sz]ed?)\b|\b(?:are|is) (?:\w+ )?reviewed\b|\bnarrative review\b|\breview article\b"
    r"|\bwe (?:have )?reviewed (?:[\w-]+ ){0,5}(?:literature|research|evidence)\b|\bto (?:critically |briefly )?(?:review|summari[sz]e) (?:the|these|current|recent|available) (?:[\w-]+ ){0,4}(?:literature|evidence|research|knowledge|approaches|options|advances|concepts|findings)\b|\b(?:critical|literature|narrative) review was (?:performed|conducted|undertaken|made)\b"
)
#: A title that says so: "Hiccups: a clinical review".
_TITLED = re.compile(
    r"(?:^|[:.?] ?|- ?|\ban? |\bcomprehensive |\bbrief |\bclinical )(?:an? )?(?:(?:clinical|brief|critical|mini|short|concise|updated|current|narrative|comprehensive|selective|practical|state-of-the-art|historical) )*(?:review|overview|update|primer|perspective|commentary|viewpoint|essay|editorial|comment)(?: of| on| and| for| article)?\b(?! board| committee)"
)
#: One patient, and signs of more.
_CASE = re.compile(
    r"\b(?:our|the|this|a (?:\w+ )?(?:female|male)|in a) patient (?:had|was|presented|developed|underwent|with|who|is|requiring|sustained)\b|\b(?:a|rare|unusual|this|the|unique) (?:\w+ )?case (?:of an? |of (?:\w+ ){1,6}(?:is|are|was) (?:presented|reported|described)|involving|is (?:being )?(?:presented|reported|described)|report)|\breport of an? (?:\w+ ){0,2}case\b|\bis being (?:reported|presented|described)\b|\b(?:rare|unusual|first|unique) (?:\w+ )?case of\b|\b(?:describe|report|present) the (?:first|second|third) (?:\w+ ){0,2}(?:patient|case|child|individual)\b|\b(?:an?|this) (?:[\w-]+ ){0,3}(?:man|woman|boy|girl|lady|gentleman) (?:[\w-]+ )?(?:presented|developed|was|who|with|had|underwent)\b|\bin a person with\b|\bcase study of an?\b|\ban? \d+[- ](?:year|month|week|day)s?[- ]old\b|"
    r"\b(?:we|authors?) (?:are )?(?:report(?:ing)?|describe|present) (?:\w+ ){0,6}(?:an? (?:rare |unusual |unique |first )?(?:case|patient|man|woman|boy|girl|child|infant))\b"
)
_SEVERAL = re.compile(
    r"\bn ?= ?\d|\b(?:patients|subjects|participants|children|women|men|cases) (?:were|had|underwent|received|with [^.;]{2,40} (?:were|had))\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d\d+) (?:\w+ ){0,2}(?:patients|cases|subjects|children|families|participants|women|men)\b|\bp ?[<=] ?0?\.\d"
)
#: Words of those who tell what they made or saw.
_MADE = re.compile(
    r"\b(?:here,? we|we (?:also |now |further |recently )?(?:show|find|found|demonstrate|report|describe|identify|present|developed?|used?|propose)|(?:this|the present|present|current) (?:study|work|experiment|trial|survey|report|case)|in order to (?:test|determine|assess|examine)|hypothes[ei]s (?:was|could|that)|experiments?|in (?:vitro|vivo)|"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty(?:-\w+)?|thirty(?:-\w+)?) (?:[\w-]+ ){0,3}(?:patients?|subjects|cases|women|men|children|families|samples|participants|people|adults|students|persons|individuals)|participants|performed|examined|tested|measured|analy[sz]ed|healthy (?:controls?|subjects|volunteers)|our (?:patients?|cases?|results|data|findings)|mice|rats|a (?:case|patient) (?:of|with|who)|year-old|method(?:s|ology)?|algorithms?|pipeline)\b"
)
#: So few sentences tell little.
_FEW = 3
#: The most weight that a design may have beside words of reviewing, and with none of them.
_WEAK, _NONE = 2.0, 1.2
#: The share of sentences that tell what was done, in a text that does not report.
_SELDOM = 0.25


def form(article: Article, designs: dict[str, float]) -> StudyValue | None:
    """ "other", with the form of paper, for an abstract that plans or reviews; None for all else.

    Cards of news never come here: news of a review that nobody did by a method is no study.
    """
    if not elsewhere.abstract(article):
        return _of_itself(article, designs)
    if elsewhere.protocol(article):
        return _of(article, "protocol", _PROTOCOL, 0.8)
    return None if case(article) else _review(article, designs)


def _of_itself(article: Article, designs: dict[str, float]) -> StudyValue | None:
    """A short text that calls itself a review, though it has words that news has, too."""
    told = [sentence.low for sentence in article.body]
    if len({s.block for s in article.body}) > _BLOCKS or any(_REPORTED.search(low) for low in told):
        return None
    return _review(article, designs) if _of_others(told) else None


#: The most blocks of an abstract, and what only those say who report the work of others.
_BLOCKS = 3
_REPORTED = re.compile(
    r"\b(?:said|says|told|according to|colleagues|researchers?|scientists?|newsletter|press)\b"
)


def _review(article: Article, designs: dict[str, float]) -> StudyValue | None:
    """A review that nobody did by a method, told by its own words or by what it does not tell."""
    told = [sentence.low for sentence in article.body]
    free = not any(_SEARCHED.search(low) for low in told)
    apart = {*(_OF_STUDIES if free else ()), *(_TELLING if _of_others(told) else ())}
    strongest = max((w for name, w in designs.items() if name not in apart), default=0.0)
    figures = sum(bool(_FIGURES.search(low)) for low in told)
    if strongest < _WEAK and (figures < 2 or _of_others(told)) and _reviews(told):
        return _of(article, "narrative_review", _REVIEWED, 0.7)
    if strongest < _NONE and not figures and _only_tells_of(told):
        return _of(article, "narrative_review", _REVIEWED, 0.4)
    if strongest < _NONE and not figures and _speaks_of_a_field(article):
        return _of(article, "narrative_review", _OF_A_FIELD, 0.6)
    return None


def _of_others(told: Sequence[str]) -> bool:
    """Whether a text calls itself a review and tells of no study of its own: figures are others'."""
    itself = any(_ITSELF.search(low) for low in told) or bool(_TITLED.search(told[0]))
    return itself and not any(_OWN.search(low) for low in told)


def case(article: Article) -> tuple[int, int] | None:
    """Where one patient is told of, in a text that tells of no more."""
    told = article.body
    if any(_SEVERAL.search(sentence.low) for sentence in told):
        return None
    rows = ((s, match) for s in told if (match := _CASE.search(s.low)))
    sentence, match = next(rows, (None, None))
    if sentence is None or match is None:
        return None
    return sentence.start + match.start(), sentence.start + match.end()


def _reviews(told: Sequence[str]) -> bool:
    """Whether a text calls itself a review, or reviews and tells of no study of its own.

    In a study "is discussed" is said of what was found.
    """
    if not (any(_REVIEWED.search(low) for low in told) or _TITLED.search(told[0])):
        return False
    itself = any(_ITSELF.search(low) for low in told)
    return itself or not any(_OWN.search(low) for low in told)


def _only_tells_of(told: Sequence[str]) -> bool:
    """Whether sentences say how things are, and not what was done."""
    least = _SELDOM * len(told)
    if len(told) < _FEW or sum(bool(_DONE.search(low)) for low in told) >= least:
        return False
    if any(_WE_DID.search(low) for low in told):
        return False
    if len(told) > _FEW and sum(past(low) for low in told) < least:
        return True
    return not any(_MADE.search(low) for low in told)


def _speaks_of_a_field(article: Article) -> bool:
    """Whether scholars tell what is known, and nothing that they did themselves."""
    told = [sentence.low for sentence in article.body]
    if not genre.plain(article) or any(_OWN.search(low) for low in told):
        return False
    return any(_OF_A_FIELD.search(low) for low in told)


def _of(article: Article, name: str, pattern: re.Pattern, confidence: float) -> StudyValue:
    """The value at the first words that say so, else at the first sentence."""
    first = article.body[0]
    place = (first.start, min(first.end, first.start + 300))
    for sentence in article.body:
        if match := pattern.search(sentence.low):
            place = (sentence.start + match.start(), sentence.start + match.end())
            break
    return stated(article, "other", [place], confidence, "form", form=name)
