"""Every compiled pattern of the extractor's modules, and texts that make patterns go astray."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import reader.study
from reader.text import sieve

#: Pieces that, said over and over, feed the repetitions of the patterns.
PIECES = (
    "a ", "A ", "x", "X", "1 ", "1", "1,", " ", "-", ".", ". ", "A. ", "(", "((a) ", "“", "”", "’s ", "é", "\t", ", ", "; ", ": ",
    "the study of ", "and the ", "of the ", "Ann Lee, ", "Drs. A. B. ", "University of ", "University of X, ", "randomized ", "not ", "no ",
    "study ", "patients ", "35 people ", "n = ", "and colleagues ", "p < 0.05 ", "95% CI 1 to ", "mean ", "hazard ratio ", "one hundred and ",
    "from 1990 to ", "10.1234/", "said Ann ", "found that ", "may not ", "in ", "more ", "Xy Zw ", "Xy, Zw, and ", "2,000,000 ", "of 1 ", "\n", "a\n", "About X\n",
)  # fmt: skip


def patterns() -> Iterator[tuple[str, re.Pattern[str] | sieve.Pattern]]:
    """Each pattern with where it stands."""
    for info in pkgutil.walk_packages(reader.study.__path__, "reader.study."):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            for number, pattern in enumerate(_within(value)):
                yield f"{info.name}:{name}[{number}]", pattern


def _within(value: object) -> Iterator[re.Pattern[str] | sieve.Pattern]:
    if isinstance(value, (sieve.Pattern, re.Pattern)):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from _within(part)
    elif isinstance(value, dict):
        yield from _within(tuple(value.values()))
