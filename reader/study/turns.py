"""Turns of speech that caveats have more often than other sentences, for the models over sentences.

None says alone that a sentence limits the study; `caveats` holds the words that do.
"""

from reader.text import sieve as re

_OPENS = r"^[“\"‘]?(?:(?:but|however|and|yet|still|also|moreover),? )?"
_ROWS = (
    # Not of what lacked a gene and could not do this or that, which is a finding.
    ("unable", r"^(?!.*\b(?:without|lack(?:s|ed|ing)?|missing) (?:the|this|that|an?) (?:\w+ )?(?:gene|protein|enzyme|receptor|molecule|hormone|variant|bacteri(?:a|um))\b).*\b(?:cannot|can[’']t|could not|couldn[’']t|not able|unable|impossible|hard to|difficult to|no way)\b"),
    ("not done", r"\b(?:did not|didn[’']t|do not|does not|don[’']t|doesn[’']t|was not|were not|wasn[’']t|weren[’']t|has not|have not|hasn[’']t|haven[’']t|never|had no|have no|has no)\b"),
    ("not so treated", r"\b(?:was|were|been|be)(?: not|n[’']t) \w+(?:ed|en|wn)\b"),
    ("too", r"\btoo \w+\b(?! (?:much|many)\b)"),
    ("may be", r"\b(?:may|might|could|will) (?:well |also |simply |\w+ly )?(?:have|be)\b"),
    ("may not", r"\b(?:may|might|could) not\b"),
    ("scope", r"\b(?:only|all|none|most|half|nearly all|almost all|mainly|mostly|a single|just|no one|nobody)\b"),
    ("turns", r"^[“\"‘]?(?:but|however|still|yet|and|nor|besides|moreover|also|although|though|while|because|since|whether|what|as)\b"),
    ("of the study", rf"{_OPENS}(?:the|this|our|their|these|such|those) (?:[\w-]+ )?(?:study|trial|data|sample|model|analysis|survey|results?|findings?|researchers|authors|team|participants|patients|volunteers|women|men|children|work|records|figures|design|numbers?|follow-up|estimates?|experiments?|method|test)\b"),
    ("of those studied", rf"{_OPENS}(?:we|they|it|nobody|no one|none|neither|only|those|some|most|all|half|few|many|participants)\b"),
    ("of the world", rf"{_OPENS}(?:\w+ )?(?:people|women|men|children|babies|patients|mice|rats|animals|cells|flies|plants|bacteria|viruses|neurons|doctors)\b"),
    ("from outside", r"\b(?:not involved|not part of|did not take part in|was not a member|unconnected|independent|did not work on)\b"),
    ("rather", r"\b(?:rather than|instead of|other than|not \w+ but)\b|, not "),
    ("since", r"\b(?:because|since|so that|which means|as) "),
    ("announced", r"\b(?:limitation|caveat|weakness|caution|acknowledg|conced|admit|shortcoming|drawback|warn|bear in mind|keep in mind)\w*"),
    ("to come", r"\b(?:will|plan|next|should|must|hope|further|needed|larger)\b"),
    ("advice", r"\b(?:should|must|ask your|talk to|advise|recommend)\b"),
    ("figure", r"\d"),
)  # fmt: skip
_TURNS = re.Family([(f"~{name}", re.compile(pattern)) for name, pattern in _ROWS])


def turns(low: str) -> frozenset[str]:
    """The names of the turns in a sentence in lower case."""
    return frozenset(name for name, pattern in _TURNS.within(low) if pattern.search(low))
