"""What the patterns of the extractor need, and how to write it anew.

    python -m tests.study.needs

After a change of a pattern, run this: a first card waits for every pattern that the file has not.
"""

import json

from reader.resource import resource
from reader.study.extract import study
from reader.text import literals, needs, sieve
from tests.study.patterns import patterns
from tests.study.stories import OTHERS, STUDIES


def every() -> set[tuple[str, int]]:
    """The patterns of the extractor, those too that it makes when it first works.

    Where other code made patterns before, they are among them.
    """
    for story in (*STUDIES.values(), *OTHERS.values()):
        study(story)
    return {*lasting(), *sieve.seen()}


def lasting() -> set[tuple[str, int]]:
    """The patterns that stand in the extractor's modules."""
    return {(p.pattern, p.flags) for _, p in patterns() if isinstance(p, sieve.Pattern)}


def write() -> None:
    rows = {
        needs.key(pattern, flags): [sorted(need) for need in literals.needs(pattern, flags)]
        for pattern, flags in every()
    }
    lines = ",\n".join(
        f"{json.dumps(key)}: {json.dumps(rows[key], ensure_ascii=False)}" for key in sorted(rows)
    )
    resource(needs.FILE).write_text(f"{{\n{lines}\n}}\n", "utf-8", newline="\n")


if __name__ == "__main__":
    write()
