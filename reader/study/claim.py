"""How strongly the headline claims a cause, and the status of the evidence behind it."""

from reader.model.study import StudyValue
from reader.study.once import once
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.values import stated
from reader.text import sieve as re

_CONDITIONAL = re.compile(
    r"\b(?:may|might|could|possibl[ey]|potential(?:ly)?|appears? to|seems? to|suggests? (?!that\b|\w+ don)|likely to (?:cause|reduce|increase|help|have)|would(?! not\b)|promising|hints?)\b"
)
#: What may be, in whatever words: "may offer", "might be to blame".
_MODAL = re.compile(
    r"\b(?:may|might|could) (?:also |well |even |better |soon |not )*(?!be (?:linked|associated|tied|related|connected|due to)\b|face\b)[a-z]{3,}\b"
)
_CORRELATION = re.compile(
    r"\b(?:link(?:s|ed)?(?: \w+)? (?:to|with|between)|associat(?:ed|ion|ions)|correlat\w+|tied to|ties\b[^.;]{2,40} to|connect(?:ed|ion)|(?<!-)related to|relation(?:ship)?s?|(?:go|goes|went) hand in hand|predict(?:s|ed|or)?|more (?:likely|common|prone)|less likely|(?<!may )(?<!might )(?<!could )(?<!can )(?<!to )(?:higher|lower|greater|elevated|increased|reduced) (?:\w+ )?(?:risk|rates?|odds|prevalence|incidence|chance)|risk factors?|at (?:higher|increased|greater) risk|"
    r"(?:increas|declin|decreas)ed? (?:in )?prevalence|vary|varies|differ(?:s|ences?)?|markers? (?:of|for)|than (?:those|men|women|people)|fare|likelier)\b"
)
_CAUSAL = re.compile(
    r"\b(?:reduce[sd]?|cuts?|lower(?:s|ed)?(?! (?:in|among|for|than|back|when|with|after|limb)\b)|increase[sd]?(?! in\b)|raise[sd]?|improve[sd]?|prevent(?:s|ed)?|cause[sd]?|causing|protect(?:s|ed)?|boost(?:s|ed)?|slow(?:s|ed)?|help(?:s|ed)?|treat(?:s|ed)?(?! (?:for|with|by|in|at|on|optimally)\b)|cure[sd]?|eas(?:es|ed)|relieve[sd]?|harm(?:s|ed)?|worsen(?:s|ed)?|kill(?:s|ed)?|trigger(?:s|ed)?|lead(?:s)? to|led to|effective(?:ness)?|ineffective|"
    r"benefits?|superior|better than|works?|affect(?:s|ed)?|effects? (?:of|on)|impact(?:s|ed)? (?:of|on)?|shrinks?|stops?|halts?|restore[sd]?|extend(?:s|ed)?|prolong(?:s|ed)?|save[sd]?|doubles?|triples?|quadruples?|halve[sd]?|fails?|does not|don[’']t|doesn[’']t|no (?:effect|benefit|advantage|gain|help)|(?:as|just as) (?:good|well) as|no (?:better|worse|safer)|outperform(?:s|ed)?|regulate[sd]?|drive[sn]?|guide[sd]?|control(?:s|led)?|influence[sd]?|due to|because of|makes?|as effective|safe|allows?|enables?|inferior|reverse[sd]?|suppress(?:es|ed)?|accelerate[sd]?|clear(?:s|ed)|repair(?:s|ed)|sparks?|fuel(?:s|led)|ups|curb(?:s|ed)?|alleviate[sd]?|lengthen(?:s|ed)?|shorten(?:s|ed)?|strengthen(?:s|ed)?|weaken(?:s|ed)?|beats?|speed(?:s|ed)? up|spur(?:s|red)?|eliminate[sd]?|wipes? out|rescue[sd]?|culprit|results? in|contribute[sd]? to|plays? (?:\w+ ){0,2}roles?|thwart(?:s|ed)?|blunt(?:s|ed)?|calm(?:s|ed)?|trim(?:s|med)?|delay(?:s|ed)?|success(?:ful|fully)?)\b"
)
#: Says that the one does not make the other.
_DENIED = re.compile(
    r"\b(?:does|do|did) not\b|\b(?:don|doesn|didn)[’']t\b|\bno (?:\w+ )?(?:effects?|benefits?|impact|better than|difference|help|protection|use)\b|\b(?:fails?|failed) to\b|\b(?:ineffective|useless)\b|\bnot (?:affect|improve|reduce|prevent|help|effective)\b"
)
#: Two groups set side by side, and nothing said to have made the difference.
_COMPARED = re.compile(
    r"\b(?:(?:higher|lower|greater|rarer|commoner|worse|better|faster|slower|longer|shorter|earlier|later|sooner|older|younger|healthier|heavier|lighter) (?:\w+ )?(?:in|among|for|with|when|after|than)|(?:twice|three times|four times|half) as|times (?:higher|as|more|less)|(?:more|less|fewer) (?:\w+ ){1,3}(?:in|among|for|than)|"
    r"(?:high|low|greatest|highest|lowest) (?:in|among|for)|(?:have|has|had|live|lives|show|shows|tend|fare|faces?|at) (?:an? )?(?:\w+ ){0,2}(?:higher|lower|more|fewer|less|worse|better|longer|shorter|risk)|common (?:in|among|after)|(?:seen|found) in|higher|lower|biomarkers?|risk (?:in|among|for|of|after|following))\b"
)


def claim_strength(article: Article) -> StudyValue | None:
    """none, correlational, conditional_causal or direct_causal, for the headline.

    The four levels are those of Yu, Li and Wang (2019) and Yu et al. (2020) for press releases, where
    to deny a cause outright is as strong a claim as to say one; `denied` tells the two apart.
    """
    headline = article.headline
    if headline is None:
        return None
    value, match = strength(headline.low)
    start, end = match.span() if match else (0, len(headline.text))
    place = (headline.start + start, headline.start + end)
    denied = value == "direct_causal" and _DENIED.search(headline.low) is not None
    return stated(article, value, [place], 0.65, "claim", denied=denied or None)


def strength(low: str) -> tuple[str, re.Match[str] | None]:
    """The strength of one sentence in lower case, and the words that show it."""
    causal, conditional = _CAUSAL.search(low), _CONDITIONAL.search(low)
    correlation = _CORRELATION.search(low)
    if correlation and not (causal and causal.start() < correlation.start()):
        return "correlational", correlation
    if may := conditional if causal else _MODAL.search(low):
        return "conditional_causal", may
    if causal:
        return "direct_causal", causal
    compared = _COMPARED.search(low)
    return ("correlational", compared) if compared else ("none", None)


_STATUS = (
    ("experimental", re.compile(r"\b(?:procedure|treatment|therapy|drug|approach|technique|device) is (?:still |strictly |currently )?(?:experimental|investigational)\b|\b(?:experimental|investigational) (?:treatment|therapy|drug|vaccine|procedure|device|agent|stage)")),
    ("preprint", re.compile(r"(?<!\bnot a )(?<!\bno longer a )(?<!\bno )\b(?:preprint|medrxiv|biorxiv|arxiv|research square|ssrn)\b")),
    ("conference_abstract", re.compile(r"\b(?:present(?:ed|ing|s)?|reported|unveiled|announced)\b[^.;]{0,90}\b(?:annual meeting|meeting|conference|congress|symposium|scientific sessions|convention)\b|\b(?:late-breaking )?abstract\b[^.;]{0,40}\bpresented")),
    ("press_release_only", re.compile(r"\b(?:has not (?:yet )?been published|unpublished|before publication)\b")),
    ("retracted", re.compile(r"\b(?:papers?|articles?|study|studies|trials?|reports?|publications?|preprints?|research|work|findings|results|manuscripts?|it|they|which|that)\b[^.;:]{0,80}?(?<!not )(?<!never )(?<!n[’']t )\b(?:has been |have been |was |were |been )(?:since |later |now |formally |subsequently )?retracted\b(?! (?:with|to|using|during|laterally|medially|upwards?|gently))|\bretraction (?:notice\b|of (?:the|this|that|its|their|an?) (?:[\w-]+ ){0,3}(?:paper|article|study|trial|report|publication|research|work|findings|results|manuscript)\b)")),
    ("corrected", re.compile(r"\b(?:correction|erratum|corrigendum) (?:to|was|has been|published)|\bcorrection:|\bthis (?:article|story|release) (?:has been|was) corrected")),
)  # fmt: skip


_ALL_STATUS = re.Family(_STATUS)
_STAGE = (
    r"(?! (?:as|on) )(?! in (?:an? |the )?(?:preprint|medrxiv|biorxiv|arxiv|research square|ssrn))"
)
#: What was a preprint and is one no longer.
_OVERTAKEN = re.compile(
    rf"\b(?:first|initially|originally|previously|earlier|once|formerly)\b[^.;]{{0,60}}\b(?:preprint|medrxiv|biorxiv|arxiv|research square|ssrn)\b[^.;]{{0,90}}?\b(?:(?:was|were|is|are|has|have)(?: (?:now|since|today|been|formally|finally|also)){{1,4}} (?:published|peer[- ]reviewed|accepted)|(?:was|were|is|are) (?:published|peer[- ]reviewed)|(?:now|today) (?:appears?|published)|(?:appears|appeared) in)\b{_STAGE}|"
    rf"\b(?:it|they|which|study|trial|paper|preprint|article|report|work|research|results|findings)\b[^.;]{{0,60}}? (?:has|have|was|were) (?:now|since|later|meanwhile|subsequently|finally) (?:\w+ )?(?:been )?(?:\w+ly )?(?:peer[- ]reviewed|accepted (?:by|for)|published)\b{_STAGE}|\b(?:gone|went|been|passed) through peer review\b|\b(?:has|have) (?:now )?passed peer review\b|\bno longer a preprint\b"
)


def status_of_evidence(article: Article, journal: bool) -> tuple[StudyValue, ...]:
    """Codes for what stage the evidence is at; a meeting counts when there is no journal."""
    first: dict[str, StudyValue] = {}
    for sentence in article.sentences:
        for code, pattern in _ALL_STATUS.within(sentence.low):
            match = pattern.search(sentence.low)
            if match is None or code in first or not _may_tell(sentence, code):
                continue
            if (code == "conference_abstract" and journal) or (
                code == "preprint" and _overtaken(article)
            ):
                continue
            place = (sentence.start + match.start(), sentence.start + match.end())
            first[code] = stated(article, code, [place], 0.8, "status")
    return tuple(first[code] for code, _ in _STATUS if code in first)


@once
def _overtaken(article: Article) -> bool:
    """Whether the text says that what was a preprint has been reviewed or published since."""
    return any(s.whose is not Whose.OTHER and _OVERTAKEN.search(s.low) for s in article.sentences)


def _may_tell(sentence: Sentence, code: str) -> bool:
    if sentence.zone in {Zone.MENU, Zone.ABOUT, Zone.CONTACTS}:
        return False
    return sentence.whose is not Whose.OTHER or code == "corrected"
