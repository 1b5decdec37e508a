"""A query in words, in parts, and what is being typed."""

from datetime import datetime

import pytest

from reader.text.query.choosing import without_order
from reader.text.query.completing import quoted, spliced, typing
from reader.text.query.explaining import chips, sentence
from reader.text.query.parser import parse

NOW = datetime.fromisoformat("2026-03-10 15:30")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ""),
        ("stem cel", "“stem” · “cel…”"),
        ('design:rct n>=100 after:2024-01 tag:ms "stem cell"',
         "RCT · at least 100 participants · published since 1 Jan 2024 · tagged ms, or a highlight in it · “stem cell”"),
        ("design:(rct OR cohort) -is:read", "RCT or Cohort · not read"),
        ("(a b) OR c ", "(“a” and “b”) or “c”"),
        ("-(a b)", "Not (“a” and “b”)"),
        ("year:2024", "Published in 2024"),
        ("published:2024-02", "Published in Feb 2024"),
        ("published:2024-02-03", "Published on 3 Feb 2024"),
        ("published:2024-02..2024-03", "Published Feb 2024 to Mar 2024"),
        ("published:2023..2024", "Published 2023 to 2024"),
        ("before:2024", "Published before 1 Jan 2024"),
        ("n:10..50 p<0.05", "10 to 50 participants · p less than 0.05"),
        ("followup:6mo", "Followed for 6 mo"),
        ("followup:>=2y", "Followed for at least 2 y"),
        ("has:note condition:none", "With a note · condition not stated"),
        ("country:uk", "Done in United Kingdom"),
        ("10.1000/x sort:n", "DOI 10.1000/x · most participants first"),
        ("title:stem ", "Title has “stem”"),
        ("#ms*", "Tagged ms…, or a highlight in it"),
        ("*", ""),
        ("has:doi n:any", "DOI stated · participants stated"),
    ],
)  # fmt: skip
def test_a_query_reads_as_a_sentence(typed: str, words: str) -> None:
    assert sentence(parse(typed, NOW)) == words


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("a design:rct  n>=5", ["design:rct n>=5", "a n>=5", "a design:rct"]),
        ("a AND b ", ["b", "a"]),
        ("a OR b ", [""]),
        ("(a OR b) -c", ["-c", "(a OR b)"]),
        ('title:"a b" design:(x OR y)', ["design:(x OR y)", 'title:"a b"']),
        ("sort:n a ", ["sort:n"]),
    ],
)
def test_every_part_can_be_taken_away(typed: str, left: list[str]) -> None:
    assert [chip.without for chip in chips(parse(typed, NOW))] == left


@pytest.mark.parametrize(
    ("typed", "kind", "begun", "field"),
    [
        ("|", "word", "", ""),
        ("des|", "word", "des", ""),
        ("a |", "word", "", ""),
        ("design:|", "value", "", "design"),
        ("design:r|c", "value", "r", "design"),
        ('x design:"ran|', "value", "ran", "design"),
        ("design:(rct OR |", "value", "", "design"),
        ("design:(rct OR co|)", "value", "co", "design"),
        ("(a OR b|", "word", "b", ""),
        ("n>=|", "value", "", "n"),
        ("a #m|", "tag", "m", ""),
    ],
)
def test_what_is_typed_is_known(typed: str, kind: str, begun: str, field: str) -> None:
    found = typing(typed.replace("|", ""), typed.index("|"))
    assert (found.kind, found.begun, found.field) == (kind, begun, field)


@pytest.mark.parametrize(
    ("typed", "chosen", "after"),
    [
        ("des|", "design:", "design:|"),
        ("design:|", "rct", "design:rct |"),
        ("a design:r| b", "rct", "a design:rct| b"),
        ("design:(rct OR co|)", "cohort", "design:(rct OR cohort|)"),
    ],
)
def test_what_is_chosen_takes_its_place(typed: str, chosen: str, after: str) -> None:
    text, cursor = typed.replace("|", ""), typed.index("|")
    text, cursor = spliced(text, typing(text, cursor), chosen)
    assert text[:cursor] + "|" + text[cursor:] == after


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        ("cohort", "cohort"),
        ("multiple sclerosis", '"multiple sclerosis"'),
        ("none", '"none"'),
        ("", '""'),
        ('a "b"', r'"a \"b\""'),
    ],
)
def test_a_value_is_quoted_where_it_must_be(value: str, typed: str) -> None:
    assert quoted(value) == typed


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("sort:n", ""),
        ("cancer -sort:n trial", "cancer trial"),
        ("sort: oldest cancer", "cancer"),
        ('"a sort:n" sort:design', '"a sort:n"'),
        ("cancer", "cancer"),
    ],
)
def test_the_order_can_be_taken_out_of_a_query(typed: str, left: str) -> None:
    assert without_order(typed) == left
