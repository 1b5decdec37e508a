"""Papers that report no study of their own in an abstract: protocols and reviews told freely."""

from reader.model.study import StudyValue
from reader.study import elsewhere, genre
from reader.study.reading.article import Article
from reader.study.reading.whose import past
from reader.study.values import stated
from reader.text import sieve as re

_PROTOCOL = re.compile(r"\b(?:study |trial |review )?protocol\b|\bwill (?:be )?[a-z]+")
_REVIEWED = re.compile(
    r"\b(?:this|the present|the current|our|present|current) (?:[\w-]+ ){0,3}(?:review|article|paper|chapter|overview|perspective|commentary|essay) (?:\w+ ){0,2}"
    r"(?:reviews?|discuss(?:es)?|summari[sz]es?|describes?|address(?:es)?|provides?|considers?|examines?|outlines?|explores?|focus(?:es)?|offers?|presents?|highlights?|covers?|deals?|aims?|looks?|will)\b"
    r"|\b(?:are|is|will be) (?:briefly |also |then |critically )?(?:reviewed|discussed|outlined|summari[sz]ed|considered|highlighted)\b"
    r"|\bin this (?:[\w-]+ ){0,2}(?:review|article|paper|chapter|overview|perspective)\b|\bwe (?:also |here |briefly |critically |then |first )?(?:review|discuss|summari[sz]e|outline|highlight|argue|propose that)\b"
    r"|\bhere,? we (?:review|discuss|summari[sz]e|outline)\b|\b(?:an overview|a review|the literature) (?:of|on|is|regarding)\b|\bnarrative review\b|\breview article\b|\bcurrent (?:knowledge|concepts|understanding|state)\b"
)
#: What makes a review a systematic one.
_SEARCHED = re.compile(
    r"\bsystematic|\bmeta-?anal|\bsearch(?:ed|es)\b|\bdatabases?\b|\bmedline\b|\bpubmed\b|\bcochrane\b|\bscoping\b|\bumbrella\b"
)
_OF_STUDIES = frozenset({"systematic_review", "meta_analysis"})
#: Figures that only a study of one's own has.
_FIGURES = re.compile(r"\bp ?[<=>]|\bn ?= ?\d|\d ?%|±|\+/-|\b95 ?% ?ci\b")
#: What only a study of one's own does or finds.
_OWN = re.compile(
    r"\bwe (?:\w+ )?(?:examined|investigated|studied|evaluated|assessed|analy[sz]ed|compared|measured|performed|conducted|found|used|tested|observed|identified|retrospectively|treated|included|enrolled|randomi[sz]ed|sought|demonstrated?|recruited|collected|interviewed|surveyed|recorded|obtained|determined|estimated|followed|developed|show(?:ed)?|report(?:ed)?|detected|applied|explored|aimed)\b|"
    r"\b(?:patients|subjects|participants|children|women|men|adults|samples|mice|rats|cells|animals|data|controls|groups?|cases|volunteers|brains|families|respondents|students|infants|individuals|people) (?:\w+ ){0,3}(?:were|was|underwent|received|completed|had|showed)\b|"
    r"\b(?:were|was) (?:\w+ )?(?:randomi[sz]ed|enrolled|measured|assessed|evaluated|analy[sz]ed|performed|examined|obtained|recorded|administered|carried out|conducted|investigated|determined|collected|compared|studied|treated|used|retrospectively|recruited|selected|tested|interviewed|calculated|detected|significantly|correlated|observed|followed|included|higher|lower)\b|"
    r"\b(?:significant(?:ly)?|correlat\w+)\b[^.]{0,40}\b(?:was|were|between)\b|\bour (?:results|data|findings|patients|sample)\b|\b(?:the|these|present|our) (?:results|data|findings)(?: of this study)? (?:\w+ )?(?:show|suggest|indicate|demonstrate|reveal|support|confirm|provide)\w*\b|"
    r"\b(?:the|our) (?:aim|purpose|objective) of (?:this|the|our) (?:present |current )?study\b"
)
#: How scholars speak of a field: what has been shown, what clinicians should do.
_OF_A_FIELD = re.compile(
    r"\b(?:recent(?:ly)?|current(?:ly)?|past|last|emerging|growing|increasing|available) (?:\w+ )?(?:studies|evidence|data|research|advances|developments|progress|findings|years|decades?|literature|knowledge|understanding|work)\b|"
    r"\b(?:has|have) (?:\w+ )?been (?:\w+ )?(?:shown|reported|implicated|suggested|proposed|recogni[sz]ed|associated|identified|used|linked|demonstrated|developed|described|made|found|established|considered)\b|"
    r"\b(?:pathogenesis|pathophysiolog\w+|a?etiolog\w+|mechanisms?|clinicians?|physicians?|practitioners?|management|prognosis|differential diagnosis|clinical features|treatment options|therapeutic (?:options|strategies|approaches|targets?))\b|"
    r"\b(?:should|must|can|may|might) be (?:\w+ )?(?:considered|used|treated|performed|given|made|taken|offered|avoided|helpful|useful|effective|recommended|associated)\b|\b(?:future|further) (?:directions|perspectives|challenges|prospects)\b|\b(?:this|the) (?:chapter|article|paper|review|overview|commentary|essay)\b"
)
#: The most weight that a design may have beside words of reviewing, and with none of them.
_WEAK, _NONE = 2.0, 1.2
#: The share of sentences that tell what was done, in a text that does not report.
_SELDOM = 0.25


def form(article: Article, designs: dict[str, float]) -> StudyValue | None:
    """ "other", with the form of paper, for an abstract that plans or reviews; None for all else.

    Cards of news never come here: news of a review that nobody did by a method is no study.
    """
    if not elsewhere.abstract(article):
        return None
    if elsewhere.protocol(article):
        return _of(article, "protocol", _PROTOCOL, 0.8)
    told = [sentence.low for sentence in article.body]
    free = not any(_SEARCHED.search(low) for low in told)
    strongest = max(
        (w for name, w in designs.items() if not (free and name in _OF_STUDIES)), default=0.0
    )
    figures = sum(bool(_FIGURES.search(low)) for low in told)
    if strongest < _WEAK and figures < 2 and any(_REVIEWED.search(low) for low in told):
        return _of(article, "narrative_review", _REVIEWED, 0.7)
    done = sum(past(low) for low in told)
    if strongest < _NONE and not figures and len(told) > 3 and done < _SELDOM * len(told):
        return _of(article, "narrative_review", _REVIEWED, 0.4)
    if strongest < _NONE and not figures and _speaks_of_a_field(article):
        return _of(article, "narrative_review", _OF_A_FIELD, 0.6)
    return None


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
