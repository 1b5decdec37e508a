"""What a story is about, from its first sentences: whether anyone takes part, and in what."""

from reader.study.reading.article import Article
from reader.text import sieve as re

_ABOUT = re.Family(
    {
        "model": re.compile(
            r"\b(?:model(?:s|led|ling|ing)?|simulat\w+|project(?:s|ed|ions?)|could (?:save|prevent|cut|avert|spare)|forecast\w*|predict\w*|scenario\w*|computer)\b"
        ),
        "cells": re.compile(
            r"\b(?:cells?|in a dish|lab(?:oratory)?|tissue|organoids?|cultured?|protein|molecul\w+|bacteri\w+|virus(?:es)?|test tube)\b"
        ),
        "animal": re.compile(
            r"\b(?:mice|mouse|rats?|pigs?|piglets?|monkeys?|dogs?|zebrafish|fish|fl(?:y|ies)|worms?|animals?|rabbits?|sheep|larvae)\b"
        ),
        "review": re.compile(r"\b(?:review\w*|meta-?analys\w+|pooled|combined|studies|trials)\b"),
        "one": re.compile(
            r"\b(?:\d\d-year-old|a (?:man|woman|boy|girl|patient)|(?:man|woman|boy|girl|patient)[’']s|case report|describes?d? (?:a|the) case)\b"
        ),
        "trial": re.compile(r"\b(?:trial|randomi[sz]ed|placebo|assigned)\b"),
    }.items()
)
#: Sentences that say what a story is about.
_OPENING = 3


def about(article: Article) -> dict[str, float]:
    """1 for each kind of story that the opening sentences speak of, as "about KIND"."""
    low = " ".join(sentence.low for sentence in article.body[:_OPENING])
    return {f"about {name}": 1.0 for name, pattern in _ABOUT.within(low) if pattern.search(low)}
