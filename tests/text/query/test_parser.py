"""What is typed is read as people mean it; nothing that is typed is an error."""

import random
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.query_tree import And, Criterion, Limits, Node, Not, Nothing, Or, Words
from reader.text.query.parser import parse

NOW = datetime.fromisoformat("2026-03-10 15:30")


def said(node: Node | None) -> str:
    """A tree in a few signs, for tables."""
    if isinstance(node, Words):
        scope = f"{node.scope}:" if node.scope else ""
        return f"{scope}{node.text}{'*' if node.prefix else ''}"
    if isinstance(node, Criterion):
        ends = node.limits
        limits = "" if ends == Limits() else f"{ends.low:g}.." if ends.low is not None else ".."
        limits += f"{ends.high:g}" if ends.high is not None else ""
        return f"[{node.field} {node.how} {node.text or limits}]".replace(" ]", "]")
    if isinstance(node, Not):
        return f"-{said(node.part)}"
    if isinstance(node, And | Or):
        sign = " & " if isinstance(node, And) else " | "
        return f"({sign.join(said(part) for part in node.parts)})"
    return "nothing" if isinstance(node, Nothing) else "all"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", "all"),
        ("stem cells", "(stem & cells*)"),
        ("stem ", "stem"),
        ("ms", "ms"),
        ("scl* x", "(scl* & x)"),
        ('"stem cell" ms', "(stem cell & ms)"),
        ("“stem cell” ms", "(stem cell & ms)"),
        (r'"a \"b\" c" x', '(a "b" c & x)'),
        ('"stem cell', "stem cell*"),
        ("a OR b c", "(a | (b & c))"),
        ("a or b ", "(a & or & b)"),
        ("a AND b ", "(a & b)"),
        ("(a OR b) c", "((a | b) & c)"),
        ("-mice IL-6 x", "(-mice & IL-6 & x)"),
        ("NOT mice x", "(-mice & x)"),
        ("NOT NOT mice x", "(mice & x)"),
        ("-(a OR b) x", "(-(a | b) & x)"),
        ("title:stem ", "title:stem"),
        ('title:"stem cell"', "title:stem cell"),
        ("body:stem ", "text:stem"),
        ("title:(a b)", "(title:a & title:b)"),
        ("in:notes a b ", "([in exact note] & note:a & note:b)"),
        ("a in:highlights ", "(quote:a & [in exact quote])"),
        ("in:notes a OR b ", "(([in exact note] & note:a) | b)"),
        ("in:notes (a OR title:b) ", "([in exact note] & (note:a | title:b))"),
        ("(in:notes a) b ", "([in exact note] & note:a & b)"),
        ("in:(notes OR quotes) a ", "(([in exact note] | [in exact quote]) & (note:a | quote:a))"),
        ("in:notes -a n:5", "([in exact note] & -note:a & [n within 5..5])"),
        ("-in:notes a ", "(-[in exact note] & a)"),
        ("in:notes 10.1056/x ", "([in exact note] & note:10.1056/x)"),
        ("read:none", "[read none]"),
        ("#ms", "[tag contains ms]"),
        ("tag:MS/Relapse", "[tag contains ms/relapse]"),
        ("tag:ms*", "[tag prefix ms]"),
        ("tag:=ms", "[tag exact ms]"),
        ("design:rct", "[design exact randomized controlled trial]"),
        ("design:randomised", "[design exact randomized controlled trial]"),
        ("design:lab", "[design exact in vitro]"),
        ("design:(rct OR cohort)", "([design exact randomized controlled trial] | [design contains cohort])"),
        ("condition:sclerosis", "[condition contains sclerosis]"),
        ('condition:="multiple sclerosis"', "[condition exact multiple sclerosis]"),
        ("country:UK", "[country exact united kingdom]"),
        ("phase:III", "[phase exact 3]"),
        ("n>=100", "[n within 100..]"),
        ("n:>=100", "[n within 100..]"),
        ("size≥1,000", "[n within 1000..]"),
        ("n:1k..5k", "[n within 1000..5000]"),
        ("n:..50", "[n within ..50]"),
        ("p<0.05", "[p within ..0.05]"),
        ("followup:>=6mo", "[followup within 0.5..]"),
        ("follow-up:1..2y", "[followup within 1..2]"),
        ("condition:none", "[condition none]"),
        ("n:any", "[n any]"),
        ("has:note", "[note any]"),
        ("has:doi", "[doi any]"),
        ("is:unread", "[is exact unread]"),
        ("-is:read", "-[is exact read]"),
        ("n:!=3", "-[n within 3..3]"),
        ("doi:10.1000/ABC", "([doi exact 10.1000/abc] | 10.1000/ABC)"),
        ("10.1016/S0140-6736(20)31208-3", "([doi exact 10.1016/s0140-6736(20)31208-3] | 10.1016/S0140-6736(20)31208-3)"),
        ("(see 10.5555/abc.1)", "(see & ([doi exact 10.5555/abc.1] | 10.5555/abc.1))"),
        ("https://doi.org/10.5555/x", "([doi exact 10.5555/x] | 10.5555/x)"),
        ("https://example.org/a/?b=1", "([link exact example.org/a/?b=1] | example.org/a/?b=1)"),
        ("NCT01234567", "([nct exact NCT01234567] | NCT01234567)"),
        ("12:30 x", "(12:30 & x)"),
        ('search:"My search"', "[search exact my search]"),
        ("caf\0e x", "(caf & e & x)"),
    ],
)  # fmt: skip
def test_what_is_typed_becomes_a_tree(typed: str, read: str) -> None:
    query = parse(typed, NOW)
    assert said(query.tree) == read
    assert [n.sentence for n in query.notices if n.grave] == []


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("published:2024", "2024-01-01", "2025-01-01"),
        ("year:2024", "2024-01-01", "2025-01-01"),
        ("published:2024-02", "2024-02-01", "2024-03-01"),
        ("published:2024-12-31", "2024-12-31", "2025-01-01"),
        ("published:2024-01..2024-06", "2024-01-01", "2024-07-01"),
        ("after:2024-01", "2024-01-01", None),
        ("before:2024-01", None, "2024-01-01"),
        ("published:>2024", "2025-01-01", None),
        ("published:<=2024", None, "2025-01-01"),
        ("published:today", "2026-03-10", "2026-03-11"),
        ("published:yesterday", "2026-03-09", "2026-03-10"),
        ("published:7d", "2026-03-03", "2026-03-11"),
        ('published:"last week"', "2026-03-02", "2026-03-09"),
        ('published:"this month"', "2026-03-01", "2026-03-11"),
        ("read:7d", "2026-03-03", "2026-03-11"),
        ("published:3mo", "2025-12-10", "2026-03-11"),
        ("published:1y", "2025-03-10", "2026-03-11"),
    ],
)
def test_dates_are_half_open(typed: str, first: str | None, last: str | None) -> None:
    test = parse(typed, NOW).tree
    assert isinstance(test, Criterion)
    assert test.field == ("read" if typed.startswith("read") else "published")
    assert test.limits.low == (datetime.fromisoformat(first).timestamp() if first else None)
    assert test.limits.high == (datetime.fromisoformat(last).timestamp() if last else None)


@pytest.mark.parametrize(
    ("typed", "words", "mended"),
    [
        ("n:>=abc", "is not a number", ""),
        ("followup:>=2", "is not a time with a unit", "followup:>=2y"),
        ("after:2024-13", "is not a day in the calendar", ""),
        ('"stem', "never closed", '"stem"'),
        ("(a", "never closed", "(a)"),
        ("((a OR (b", "never closed", "((a OR (b)))"),
        ("a) b", "never opened", "a  b"),
        ("a OR", "OR needs something on its right", "a"),
        ("OR a", "OR needs something on its left", "a"),
        ("a OR OR b", "OR needs something on its right", "a   OR b"),
        ("(a OR", "OR needs something on its right", "(a"),
        ("a NOT", "NOT needs something on its right", "a"),
        ("a NOT NOT ", "NOT needs something on its right", "a"),
        ("desing:rct", "Did you mean design:?", "design:rct"),
        ("is:unred", "is:unred is not known", "is:unread"),
        ("has:nothing-like-it", "has:nothing-like-it is not known", ""),
        ("tag: ms", "tag: needs a value", "tag:ms"),
        ("design:()", "brackets are empty", ""),
        ("design:() stem", "brackets are empty", "stem"),
        ("stem design:( ) n>=10", "brackets are empty", "stem   n>=10"),
        ("a () b", "brackets are empty", "a   b"),
        ("n >= 100", "no spaces", "n>=100"),
        ("*", "no letter or digit", ""),
        ("sort:newst", "is not an order", "sort:newest"),
        ("x " * 300, "Only the first 200", ""),
        ("(" * 60 + "x" + ")" * 60, "too deeply", ""),
    ],
)
def test_what_is_not_understood_is_said_with_its_place(typed: str, words: str, mended: str) -> None:
    query = parse(typed, NOW)
    notice = next(n for n in query.notices if words in n.sentence)
    assert 0 <= notice.start < notice.end <= len(typed)
    assert notice.mended == mended
    if mended:
        assert notice.fix
        assert words not in [n.sentence for n in parse(mended, NOW).notices]


def test_a_field_that_is_none_is_searched_as_text() -> None:
    assert said(parse("desing:rct x ", NOW).tree) == "(desing:rct & x)"
    assert said(parse("n:>=abc x ", NOW).tree) == "(n:>=abc & x)"


def test_a_sort_is_no_condition() -> None:
    query = parse("stem -sort:n", NOW)
    assert (said(query.tree), query.sort, query.reverse) == ("stem", "n", True)


def test_signs_that_the_index_drops_are_kept_to_be_looked_for() -> None:
    for typed, literal in (("C++ x", "c++"), ("50% x", "50%"), ("IL-6 x", ""), ("p53 x", "")):
        tree = parse(typed, NOW).tree
        assert isinstance(tree, And)
        assert isinstance(tree.parts[0], Words)
        assert tree.parts[0].literal == literal


def test_every_node_knows_its_place() -> None:
    typed = 'a -title:"b c" n>=100 (d OR #e)'
    tree = parse(typed, NOW).tree
    assert isinstance(tree, And)
    places = [typed[part.start : part.end] for part in tree.parts]
    assert places[:3] == ["a", '-title:"b c"', "n>=100"]


PIECES = (
    *("stem", "MS", '"', "“", "(", ")", "-", "NOT ", " OR ", " AND ", ":", ">=", "<", "..", "*"),
    *("#", "design:", "n:", "n>", "followup:", "after:", "tag:", "is:", "has:", "search:", "sort:"),
    *(
        "title:",
        "in:",
        "in:notes ",
        "read:",
        "2024-01",
        "6mo",
        "none",
        "any",
        "\ud800",
        "\0",
        "\\",
        "'",
        ";--",
        "é",
        "漢字",
        "β",
    ),
    *(
        "10.1/x",
        "https://",
        " ",
        "\t",
        "{",
        "}",
        "^",
        "NEAR(",
        "%",
        "_",
        "🧠",
        "0",
        "1e400",
        "-sort:n",
    ),
)


def mutated(number: int) -> str:
    """One of endlessly many queries, the same for the same number."""
    chance = random.Random(number)
    return "".join(chance.choice(PIECES) for _ in range(chance.randrange(1, 14)))


def test_mutated_queries_raise_nothing() -> None:
    for number in range(5_000):
        typed = mutated(number)
        query = parse(typed, NOW)
        for notice in query.notices:
            assert 0 <= notice.start <= notice.end <= len(typed)
            assert notice.sentence.endswith((".", "?", "…"))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_no_text_is_an_error(typed: str) -> None:
    parse(typed, NOW)


@pytest.mark.parametrize(
    "typed",
    ["x " * 5000, "(" * 10_000, ")" * 10_000, "-" * 10_000, "NOT " * 2500, '"' * 9999, "a:" * 5000],
)
def test_long_queries_take_no_time(typed: str) -> None:
    parse(typed, NOW)


@pytest.mark.parametrize(
    "typed", ["a OR", "OR a", "OR", "a NOT", "()", "design:()", "a (OR) b", "(a OR"]
)
def test_what_is_left_over_is_mended_by_clicks_alone(typed: str) -> None:
    """Each click takes something away, until nothing is left to say."""
    while notices := parse(typed, NOW).notices:
        assert notices[0].fix
        assert len(notices[0].mended) != len(typed)
        typed = notices[0].mended
    assert typed in ("", "a", "a   b", "(a)")
