"""The sieve: what it skips could not have matched, so that its answers are those of `re`."""

import pickle
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.study.extract import study
from reader.text import letters, literals, sieve
from tests.study.patterns import PIECES, patterns
from tests.study.stories import OTHERS, STUDIES

KEYS = {(str(pattern.pattern), pattern.flags) for _, pattern in patterns()}
PLAIN = {key: re.compile(*key) for key in sorted(KEYS)}
STORIES = [*STUDIES.values(), *OTHERS.values()]
SENTENCES = [line for story in STORIES for part in story.split("\n") for line in part.split(". ")]
#: Words of the patterns themselves, so that something is found.
WORDS = sorted({word for text, _ in PLAIN for word in re.findall(r"[A-Za-z][a-z]+", text)})


def check(text: str) -> None:
    """Sought with all patterns; in lower case too, as sentences are."""
    for form in (text, text.lower()):
        sifted = sieve.Sifted(form)
        for (pattern, flags), plain in PLAIN.items():
            gated = sieve.compile(pattern, flags)
            expected = [match.span() for match in plain.finditer(form)]
            assert [match.span() for match in gated.finditer(sifted)] == expected, (pattern, form)
            first = gated.search(sifted)
            assert (first and first.span()) == (expected[0] if expected else None)
            for ask in ("match", "fullmatch"):
                found, wanted = getattr(gated, ask)(sifted), getattr(plain, ask)(form)
                assert (found and found.span()) == (wanted and wanted.span()), (pattern, form)


@pytest.mark.parametrize("seed", range(8))
def test_every_pattern_finds_in_news_what_re_finds(seed: int) -> None:
    chance = random.Random(seed)
    for sentence in chance.sample(SENTENCES, 40):
        check(sentence)


@pytest.mark.parametrize("number", range(3))
def test_every_pattern_finds_in_long_texts_what_re_finds(number: int) -> None:
    check("\n\n".join(STORIES[number::9])[:4_000])


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SENTENCES), st.integers(0, 90), st.integers(0, 120))
def test_every_pattern_finds_in_a_part_what_re_finds(text: str, start: int, length: int) -> None:
    part = sieve.Sifted(text).part(start, start + length)
    assert part == text[start : start + length]
    for plain in PLAIN.values():
        found = sieve.compile(plain.pattern, plain.flags).search(part)
        wanted = plain.search(str(part))
        assert (found and found.span()) == (wanted and wanted.span()), plain.pattern


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(SENTENCES), st.integers(0, 90), st.integers(0, 120))
def test_every_pattern_finds_up_to_an_end_what_re_finds(text: str, start: int, end: int) -> None:
    sifted = sieve.Sifted(text)
    for plain in PLAIN.values():
        found = sieve.compile(plain.pattern, plain.flags).finditer(sifted, start, end)
        wanted = plain.finditer(text, start, end)
        assert [each.span() for each in found] == [each.span() for each in wanted]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, *WORDS]) | st.sampled_from(" .,-’"), max_size=40))
def test_every_pattern_finds_in_words_of_patterns_what_re_finds(parts: list[str]) -> None:
    check("".join(parts))
    check(" ".join(parts))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_every_pattern_finds_in_any_text_what_re_finds(text: str) -> None:
    check(text)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_every_pattern_finds_what_is_made_for_it(data: st.DataObject) -> None:
    pattern, flags = data.draw(st.sampled_from(sorted(PLAIN)))
    made = data.draw(st.from_regex(re.compile(pattern, flags)))
    gated = sieve.compile(pattern, flags)
    for text in (made, made.swapcase()):
        expected = [match.span() for match in PLAIN[pattern, flags].finditer(text)]
        assert [match.span() for match in gated.finditer(sieve.Sifted(text))] == expected


PARTS = ["a", "b", "no", "é", "ſ", "1", r"\d", r"\w", r"\s", r"\b", "^", "$", ".", "[ab]", "[^a]"]
PARTS += [
    "-",
    " ",
    "[- ]",
    r"(?<!\w)",
    r"(?!\w)",
    r"(?<![\w-])",
    "(?=n)",
    "(?<=b)",
    r"\B",
    "K",
    "i",
]


@st.composite
def made_up(draw: st.DrawFn) -> str:
    """A pattern of any shape over a few letters."""
    pieces = st.recursive(
        st.sampled_from(PARTS),
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=4).map("".join),
            st.lists(inner, min_size=2, max_size=3).map(lambda each: f"(?:{'|'.join(each)})"),
            st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{1,2}", "{0,3}", "+?"])).map(
                lambda pair: f"(?:{pair[0]}){pair[1]}"
            ),
        ),
        max_leaves=8,
    )
    return draw(pieces)


@settings(max_examples=400, deadline=None)
@given(
    made_up(),
    st.sampled_from([0, re.I, re.M, re.A, re.I | re.A]),
    st.lists(st.text("abnoéſ1- İıK\nNi", max_size=8), min_size=1, max_size=8),
)
def test_every_match_holds_a_literal_of_each_need(
    pattern: str, flags: int, texts: list[str]
) -> None:
    needs = literals.needs(pattern, flags)
    for text in texts:
        if re.search(pattern, text, flags):
            plain = letters.plain(text)
            assert all(any(literal in plain for literal in need) for need in needs), needs


def test_characters_that_are_one_for_re_are_one_for_the_sieve() -> None:
    signs = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x30000))))
    for sign in [chr(code) for code in range(128)]:
        alike = {match.group() for match in re.finditer(re.escape(sign), signs, re.I)}
        assert {letters.plain(each) for each in alike} == {letters.plain(sign)}


def test_lower_case_makes_no_difference_to_what_is_needed() -> None:
    for code in (*range(0xD800), *range(0xE000, 0x30000)):
        if len(low := chr(code).lower()) == 1:
            assert letters.plain(low) == letters.plain(chr(code)), code


def test_what_a_pattern_needs_is_seen() -> None:
    assert literals.needs(r"\bplacebo[- ]controlled\b") == (frozenset([" placebo controlled "]),)
    assert literals.needs(r"randomi[sz]ed (?:trial|study)s?") == (
        frozenset(["randomised trial", "randomized trial", "randomised study", "randomized study"]),
    )
    assert frozenset([" 0 mg "]) in literals.needs(r"\b\d mg\b(?:\s\w+)*")
    assert literals.needs(r"\w+ [a-z]*") == ()
    assert literals.needs("(?:no|) ") == ()


def test_most_patterns_of_the_extractor_can_be_skipped() -> None:
    needy = [key for key in PLAIN if literals.needs(*key)]
    assert len(needy) > 0.7 * len(PLAIN)


def test_a_pattern_that_is_made_after_a_text_is_looked_for() -> None:
    text = sieve.Sifted("one rare quokka")
    assert sieve.compile("quokka late").search(text) is None
    assert sieve.compile("quokka").search(text)


def test_an_end_makes_a_word_end_there() -> None:
    text = sieve.Sifted("nowhere")
    pattern = sieve.compile(r"\bno\b")
    assert pattern.search(text) is None
    assert pattern.search(text, 0, 2)


def test_a_card_holds_plain_strings() -> None:
    for story in STORIES[:10]:
        assert b"Sifted" not in pickle.dumps(study(story))
    assert type(pickle.loads(pickle.dumps(sieve.Sifted("a")))) is str


def test_the_extractor_seeks_its_patterns_by_the_sieve() -> None:
    """`known` alone makes patterns while it works; the sieve would keep them all."""
    study_room = Path(__file__).resolve().parents[2] / "reader" / "study"
    plain = [
        path.name for path in study_room.rglob("*.py") if "\nimport re\n" in path.read_text("utf-8")
    ]
    assert plain == ["known.py"]
