"""Studies and their makers are found where one can be; they are the same as if sought everywhere."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.study.reading.whose import MENTION, mentions
from tests.study.stories import OTHERS, STUDIES

STORIES = [*STUDIES.values(), *OTHERS.values()]
PARTS = ["the ", "study", "trials", "clinical ", "multi-", "meta-analysis", "team", "co-authors"]
PARTS += [
    " ",
    "’s ",
    ", ",
    ".",
    "(",
    "-",
    "new ",
    "x" * 23,
    "y" * 24 + " ",
    "z" * 30,
    "of ",
    "\n",
    "é",
]


def check(text: str) -> None:
    expected = [(m.span(), m.groups()) for m in MENTION.compiled.finditer(text)]
    assert [(m.span(), m.groups()) for m in mentions(text)] == expected


def test_the_mentions_of_stories_are_all_found() -> None:
    for story in STORIES:
        check(story.lower())
        for line in story.lower().splitlines():
            check(line)


@settings(max_examples=1_500, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=25))
def test_the_mentions_of_any_words_are_all_found(parts: list[str]) -> None:
    check("".join(parts))
