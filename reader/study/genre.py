"""Whether a text is what scholars write themselves: an abstract of a paper, or a record of a trial.

News tells of a paper by others and is read by the rules alone. What is learnt from abstracts, and the
rules that know their ways, are asked only where a text is plainly none of news.
"""

from collections.abc import Sequence
from math import fsum

from reader.study import genre_model
from reader.study.once import once
from reader.study.reading.article import Article, Sentence
from reader.study.reading.sections import Section
from reader.study.wording import wording
from reader.text import sieve as re

#: The longest text that may be an abstract, in characters and in blocks without headings.
LONGEST, MOST_BLOCKS = 9_000, 8
#: The least weight of its signs, and the probability by its words below which they do not count.
ENOUGH, UNLIKELY = 2.0, 0.1
#: The probability that is enough without them, for a text of some sentences: a title with a line may be anything.
LIKELY, FEW_SENTENCES = 0.4, 4
#: Words of those who tell the work of others, speak to readers or were asked.
_NEWS = re.compile(
    r"\b(?:and|by|with|et al\.?,?) (?:his|her|their) colleagues\b|\band colleagues\b|\([A-Z]?[\w .-]*(?:university|institute|hospital|college)\b[^()]{0,60}\) |\b(?:the|a|an|led by|team of|say|says|said|for) (?:[\w-]+ ){0,2}(?:researchers?|scientists?|team)\b(?! (?:will|is|are|would) (?:\w+ )?(?:be )?(?:investigat|collect|use|hypothe|assess|evaluat|invit|ask|measur|compar|recruit|test|expect|propos|plan|aim))|"
    r"^(?:researchers|scientists|astronomers|doctors) |\b(?:researchers|scientists|astronomers) (?:at|from|have|report|found|say|think|believe)\b|"
    r"\b(?:said|says|told)\b[^.;]{0,40}[.!]?$|\b(?:he|she|they) (?:said|says|told|explained|added)\b|\bsays? (?:dr|prof|the|[a-z]+ [a-z]+,)|"
    r"[“”]|\b(?:you|your|yourself|it[’']s|don[’']t|isn[’']t|doesn[’']t|didn[’']t|can[’']t|won[’']t|we[’']re|they[’']re)\b|"
    r"\b(?:published|appear(?:s|ed)) (?:online |today |this (?:week|month) |yesterday )*(?:in|on|by|today|this)\b(?! (?:english|the last|the past|the literature|peer|between))|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\btoday,|\b(?:yesterday|today[’']s|press release|news release|spokes\w+|in brief|newsletter|subscribe|follow us|journalists)\b"
)
#: What a paper says it is for, did, or concludes, with what each weighs.
_SIGNS = (
    (2.0, re.compile(r"\b(?:aims?|purposes?|objectives?|goals?|intent|hypothesis) (?:of|for) (?:this|the|our|these) (?:[\w-]+ ){0,3}(?:stud(?:y|ies)|trial|research|paper|article|review|investigation|analysis|work|report|project|protocol|chapter|survey|experiments?|pilot|program)\b|\bthe (?:primary|main|secondary|specific|present|overall) (?:aims?|purpose|objectives?|goals?|study)\b")),
    (2.0, re.compile(r"^(?:[^.;:]{0,60}[:|] )?(?:to|we (?:aimed|sought|wished|set out) to|aimed? to|this (?:[\w-]+ ){0,3}(?:study|trial|paper|article|review|report|protocol|chapter|project) (?:was (?:\w+ )?(?:to|designed|undertaken|conducted|performed|carried)|aim(?:s|ed)|will|is|describes?|reviews?|discusses|presents?|examine[sd]?|evaluate[sd]?|investigate[sd]?|reports?|addresses|considers|explores?|assess\w*|compare[sd]?|summari[sz]es|provides?|focus(?:es)?|outlines?|highlights?)) ?(?:\w+ )?(?:evaluate|assess|determine|investigate|compare|examine|explore|describe|test|study|estimate|identify|characteri[sz]e|analy[sz]e|report|review|develop|present|measure|clarify|establish|evaluat|whether)?\b")),
    (1.5, re.compile(r"(?:^|[|:.] |, |\b(?:aim|need|study|trial|is|order|designed|aimed|aims|sought|conducted|performed|undertaken) )to (?:evaluate|assess|determine|investigate|compare|examine|explore|characteri[sz]e|estimate|elucidate|ascertain)\b")),
    (1.0, re.compile(r"\bthis (?:is an? |[\w-]+ )?(?:[\w-]+,? ){0,6}(?:study|trial)\b|\b(?:investigators?|we) (?:will|aim|hypothesi[sz]e|propose|plan|intend|expect)\b")),
    (1.5, re.compile(r"\b(?:in conclusion|in summary|taken together|these (?:\w+ )?(?:results|findings|data|observations)|our (?:\w+ )?(?:results|findings|data|study|observations|experience)|the (?:present|current) (?:\w+ )?(?:study|results|findings|review|investigation|paper|article|report)|(?:it is|we|authors) conclude[d]?|conclude that|further (?:studies|research|investigation|work) (?:is|are|will)|clinicaltrials\.gov|trial registration)\b")),
    (1.5, re.compile(r"\bp ?[<=>≤] ?0?[.·]\d|\b9[05] ?% ?(?:ci|confidence)\b|± ?\d|\+/- ?\d|\bn ?= ?\d|\bmean \(sd\)|\bhazard ratio\b|\bodds ratio\b")),
    (1.0, re.compile(r"\b(?:we|the authors?) (?:\w+ )?(?:examined|investigated|studied|evaluated|assessed|analy[sz]ed|compared|measured|performed|conducted|report(?:ed)?|describe|review(?:ed)?|found|used|present|discuss|tested|propose|show(?:ed)?|observed|identified|retrospectively|treated|included|enrolled|randomi[sz]ed|hypothesi[sz]ed?|sought|demonstrate[d]?)\b")),
    (1.0, re.compile(r"\b(?:were|was) (?:\w+ )?(?:randomi[sz]ed|enrolled|included|measured|assessed|evaluated|analy[sz]ed|performed|examined|obtained|recorded|administered|carried out|conducted|investigated|determined|collected|compared|studied|treated|used|retrospectively|reviewed|observed|found|identified|assigned|associated)\b")),
    (2.0, re.compile(r"\b(?:are|is|will be) (?:\w+ )?(?:reviewed|discussed|presented|described|outlined|summari[sz]ed|considered|proposed|reported)\b|\b(?:this|the present|present|current) (?:[\w-]+ ){0,2}(?:review|chapter|paper|article|overview|commentary|case|report)\b")),
    (2.0, re.compile(r"\b(?:patients|subjects|participants|volunteers|children|investigators|researchers|women|men|caregivers|veterans|individuals|adults|team) (?:[\w-]+ ){0,6}will (?:\w+ )?(?:be|receive|undergo|complete|participate|take|have|recruit|use|collect|compare|investigate|examine|assess|evaluate|test|study|determine)\b|\b(?:this|the) (?:[\w-]+ ){0,4}(?:study|trial|project) (?:is|are|will|seeks|tests|proposes|evaluates|investigates|assesses|compares|examines|aims)\b|\b(?:purpose|aim|goal|objective|hypothesis)\b[^.;]{0,40}\bis (?:to|that)\b|\b(?:study drug|double-blind|open-label|placebo-controlled|randomized|randomised|multicenter|crossover|parallel-group)\b|^(?:efficacy|safety|effects?|evaluation|assessment|comparison|study|trial|pilot) (?:and [\w]+ )?(?:of|on|to)\b")),
)  # fmt: skip
_REPORTED = frozenset({Section.METHODS, Section.RESULTS, Section.CONCLUSIONS})


@once
def plain(article: Article) -> bool:
    """Whether a short text has no word of those who tell the work of others."""
    told = article.body
    if len(article.text) > LONGEST or not told:
        return False
    return not any(_NEWS.search(sentence.low) for sentence in told)


@once
def scholarly(article: Article) -> bool:
    """Whether scholars speak of their own work, and not the news of it."""
    told = article.body
    if not plain(article):
        return False
    likely = genre_model.probability(features(article))
    if likely < UNLIKELY:
        return False
    if len(_REPORTED & {sentence.section for sentence in told}) > 1:
        return True
    few = len({sentence.block for sentence in told}) <= MOST_BLOCKS
    if few and weight(told) >= ENOUGH:
        return True
    return likely >= LIKELY and len(told) >= FEW_SENTENCES


def features(article: Article) -> frozenset[str]:
    """The stems of a text and the signs of scholars in it, as `genre_model` sees them."""
    told = article.body
    signs = (
        f"S:{number}"
        for number, (_, sign) in enumerate(_SIGNS)
        if any(sign.search(sentence.low) for sentence in told)
    )
    stems = (name for name in wording(article, told) if name.startswith("W:"))
    return frozenset((*signs, *stems))


def weight(told: Sequence[Sentence]) -> float:
    """What speaks for a scholar's own words; each sign counts once."""
    return fsum(
        worth for worth, sign in _SIGNS if any(sign.search(sentence.low) for sentence in told)
    )
