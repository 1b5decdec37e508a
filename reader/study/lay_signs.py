"""Signs of a study in the words of lay news: who took part, what came out, what readers ask."""

from reader.study import findings
from reader.study.reading.article import Sentence
from reader.study.reading.whose import past
from reader.text import sieve as re

_N = r"(?:\d[\d,.\u00a0 ]{0,9}|(?:a |two |three |several )?(?:dozen|hundred|thousand)s?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,6}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w{3,5})?|\w{3,9} (?:hundred|thousand)(?: and \w{3,12})?)) ?"
_WHO = r"(?:people|patients|volunteers|participants|adults|men|women|children|babies|infants|toddlers|teenagers|teens|pupils|students|nurses|midwives|doctors|workers|farmers|veterans|families|households|mothers|fathers|parents|couples|twins|residents|pensioners|retirees|runners|players|smokers|drivers|survivors|women and men|men and women|boys|girls|youngsters|schoolchildren|mice|rats|pigs|monkeys|animals|fish|flies|dogs|donors|samples|interviews|conversations|records|scans)"
#: Somebody was studied, told without the words of the trade.
ENROLLED = re.compile(
    rf"\b{_N}(?:[\w’'-]{{1,20}} ){{0,4}}?{_WHO}\b[^.;]{{0,60}}?\b(?:joined|took part|took|signed up|volunteered|were (?:given|asked|scanned|treated|enrolled|followed|invited|tested|split|divided|interviewed|weighed|put)|agreed|answered|replied|received|got|wore|ate|drank|kept|slept|underwent|had (?:a|an|the|their)|turned up|enrolled)\b|"
    rf"\b(?:asked|followed|tracked|scanned|invited|studied|tested|compared|treated|interviewed|examined|recruited|enlisted|signed up|analy[sz]ed|sampled|gave|fed|injected|operated on|spoke (?:to|with)|talked to|reviewed|screened|surveyed|traced|questioned|watched|filmed|included|enrolled|involved|found|matched|covers?|covered|looked at|went through) (?:[\w’'-]{{1,20}} ){{0,4}}?{_N}(?:[\w’'-]{{1,20}} ){{0,4}}?{_WHO}\b"
)
_PART = r"(?:half|a (?:third|quarter|fifth|sixth|tenth)|(?:two|three|four|seven|eight|nine)[- ](?:thirds|quarters|fifths|tenths))"
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|\w{3,6}teen|\w{3,5}ty|\d{1,5})"
#: How many or how much, in plain words.
_FIGURES = re.compile(
    rf"\b(?:{_PART} (?:of (?:the|those|them|all|our)|as (?:many|much|likely|often|long|high))|{_FEW} (?:in|out of) (?:every )?(?:{_FEW}|a hundred|a thousand)\b|"
    rf"(?:twice|double|{_FEW} times) (?:as|the|more|less|higher|lower|likelier|longer|faster)|by (?:{_PART}|{_FEW} )|{_FEW} of (?:the|those|them|\d+|\w{{3,6}}teen|\w{{3,5}}ty)\b|(?:halved|doubled|tripled|quadrupled|likelier)\b)"
)
#: Those who make studies, and what they make.
MAKERS = re.compile(
    r"\b(?:researchers?|scientists?|investigators?|authors?|study|trial|research|survey|analysis|experiments?|findings?|professor|epidemiolog\w+|journal|volunteers|participants|colleagues|pilot|journal|statisticians?)\b"
)
#: What research is told with, whatever it is about.
OF_RESEARCH = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|research(?:ers?)?|scientists?|authors?|investigators?|colleagues|participants|volunteers|patients|journal|published|universit\w+|professor|mice|rats|animals|cells|genes?|proteins?|randomi[sz]ed|placebo|hospitals?|disease|treatments?|telescope|astronomers?|species)\b"
)
#: What a reader asks about a study, and the news answers.
_ASKED = re.compile(
    r"^(?:so,? |and |but )?(?:what (?:did (?:they|we|the|researchers|scientists|it|you)|does (?:this|it|the)|do (?:these|the)|was (?:done|the study)|were|happens? (?:next|now)|is (?:new|next|the (?:study|research|trial))|are the (?:limit|result|finding|implication)|(?:this|it) (?:means|doesn[’']t|does not)|next|the (?:study|research|trial|team|results?) |[’']s (?:next|new))|what[’']s (?:next|new)|"
    r"how (?:did (?:they|we|the|researchers)|was (?:it|the|this)|were|good|strong|sure|reliable|up to date)|why (?:did (?:they|we|the)|is this|does (?:this|it) matter|was)|who (?:took part|was (?:studied|involved|in)|were|did)|where was the|when was the|did it work|does it work|was it safe|any (?:side effects|catch|drawbacks))"
)


def asks_of_study(low: str) -> bool:
    """Whether a heading or question asks what a study did, found or means."""
    return _ASKED.match(low) is not None


def tells(low: str) -> bool:
    """Whether a sentence tells what came out, in shares and multiples."""
    return _FIGURES.search(low) is not None and past(low)


_RESULT = re.compile(
    r"\b(?:found|finds?|findings?|show(?:s|ed|n)?|suggest(?:s|ed)?|reveal(?:s|ed)?|report(?:s|ed)?|indicat(?:e|es|ed)|demonstrat(?:e|es|ed)|conclude[sd]?|discover(?:s|ed|y)?|"
    r"identif(?:y|ies|ied)|observ(?:e|ed)|detect(?:s|ed)?|estimate[sd]?|predict(?:s|ed)?|compared|propose[sd]?|analy[sz]ed|measured|tested|examined|studied|confirm(?:s|ed)?|links?|linked|associated|"
    r"improved?|reduced?|increased?|spotted|halved|doubled|lowered|raised|slowed|prevented|outlived|cut|brought (?:down|about)|turned out|made no difference|evaluated|superior|effective|results|resulted|developed|calculated|simulates?|evidence|outperformed)\b"
)
_STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|research(?:ers?)?|scientists?|authors?|investigators?|team|analysis|colleagues|participants|volunteers|patients|survey|paper|report|astronomers|et al|experiments?|model|mice|"
    r"review|comparison|test|data|samples|strains|cells|findings?|results?|they|we|these|approach|method)\b"
)
#: A finding told with its figures, without a verb of finding.
_FIGURES = re.compile(
    r"\b(?:was|were|had|did|died|survived|developed|responded|improved|fell|rose|lived|scored|compared|versus|vs)\b"
)


def tells_finding(sentence: Sentence) -> bool:
    """Whether a sentence tells a finding, with a verb of finding or with figures."""
    if _RESULT.search(sentence.low) and _STUDY.search(sentence.low):
        return True
    return "precise" in findings.signs(sentence.low) and _FIGURES.search(sentence.low) is not None
