"""Choices in another order: what is found, and what its groups hold, is what `re` finds."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import branches
from tests.study.patterns import patterns
from tests.study.stories import OTHERS, STUDIES

EVERY = sorted({(pattern.pattern, pattern.flags) for _, pattern in patterns()})
STORIES = [*STUDIES.values(), *OTHERS.values()]
Found = list[tuple[tuple[int, int], tuple[str | None, ...], str | None]]


def found(pattern: re.Pattern[str], text: str) -> Found:
    """Where each match stands, its groups and the last of them, also of a search from the middle on."""
    late = pattern.search(text, len(text) // 2)
    return [
        (match.span(), match.groups(), match.lastgroup)
        for match in (*pattern.finditer(text), *filter(None, [late, pattern.match(text)]))
    ]


PARTS = [
    "a",
    "ab",
    "b",
    "é",
    "1",
    "",
    r"\d",
    r"\b",
    r"\w",
    "[ab]",
    "[1-3é]",
    "a?",
    "is",
    "k",
    "[is]",
    "É",
    "İ",
    "(?=b)",
    "(?<!a)",
    "^",
    "$",
]


@st.composite
def choices(draw: st.DrawFn) -> str:
    """A pattern of choices within choices over a few letters."""
    pieces = st.recursive(
        st.sampled_from(PARTS),
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3).map("".join),
            st.lists(inner, min_size=2, max_size=6).map(lambda each: f"(?:{'|'.join(each)})"),
            st.lists(inner, min_size=2, max_size=4).map(lambda each: f"({'|'.join(each)})"),
            st.lists(inner, min_size=2, max_size=4).map(lambda each: f"(?>{'|'.join(each)})"),
            st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "+?", "?+"])).map(
                lambda pair: f"(?:{pair[0]}){pair[1]}"
            ),
        ),
        max_leaves=14,
    )
    return "|".join(draw(st.lists(pieces, min_size=1, max_size=6)))


@settings(max_examples=600, deadline=None)
@given(
    choices(),
    st.sampled_from([0, re.I, re.M, re.A]),
    st.lists(st.text("abAéÉikKsSſİı1٣ \n", max_size=7), min_size=1, max_size=6),
)
def test_choices_in_order_find_what_re_finds(pattern: str, flags: int, texts: list[str]) -> None:
    ours, theirs = branches.compiled(pattern, flags), re.compile(pattern, flags)
    assert ours.groups == theirs.groups
    assert ours.flags == theirs.flags
    for text in texts:
        assert found(ours, text) == found(theirs, text), text


@pytest.mark.parametrize("seed", range(4))
def test_the_patterns_of_the_extractor_hold_the_same_groups(seed: int) -> None:
    chance = random.Random(seed)
    texts = [story[:1_500] for story in chance.sample(STORIES, 4)]
    for pattern, flags in chance.sample(EVERY, len(EVERY) // 3):
        ours, theirs = branches.compiled(pattern, flags), re.compile(pattern, flags)
        assert ours.groupindex == theirs.groupindex
        for text in (*texts, *(text.lower() for text in texts)):
            assert found(ours, text) == found(theirs, text), pattern


def test_a_search_runs_past_what_no_match_begins_with() -> None:
    text = "x" * 50 + " 7 years"
    for pattern in (r"(?<!\w)\d+ years", r"\b(?:[0-9]|٣) y", r"(?P<n>\d{1,2})?7"):
        assert found(branches.compiled(pattern), text) == found(re.compile(pattern), text) != []


def test_a_branch_passes_none_that_may_begin_as_it_does() -> None:
    assert found(branches.compiled("ab|[ax]|abc"), "abc") == found(re.compile("ab|[ax]|abc"), "abc")
    assert found(branches.compiled(r"1a|\d|12"), "12") == found(re.compile(r"1a|\d|12"), "12")
    assert found(branches.compiled("ab||ac"), "ac") == found(re.compile("ab||ac"), "ac")


def test_with_an_unknown_python_re_compiles_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(branches, "PROVEN", frozenset())
    assert branches.compiled("three|two|ten") is re.compile("three|two|ten")
