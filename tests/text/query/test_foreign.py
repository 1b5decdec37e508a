"""Who comes from other databases is told how one asks here."""

from datetime import datetime

import pytest

from reader.text.query.explaining import sentence
from reader.text.query.parser import parse

NOW = datetime.fromisoformat("2026-03-10 15:30")


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("stroke[ti]", "title:stroke"),
        ("stroke[TIAB] x", "stroke x"),
        ("smith[au]", "author:smith"),
        ('"heart attack"[ti]', '"heart attack"'),
        ("stroke.ti.", "title:stroke"),
        ("stroke.ti,ab. x", "stroke x"),
        ("stroke NEAR/3 aspirin", "stroke  aspirin"),
        ("stroke adj3 aspirin", "stroke  aspirin"),
        ('"heart attack"~5', '"heart attack"'),
        ("aspirin | stroke", "aspirin OR stroke"),
        ("aspirin & stroke", "aspirin  stroke"),
        ("!aspirin stroke", "-aspirin stroke"),
        ("stroke or aspirin", "stroke OR aspirin"),
        ("sex:female x", "female x"),
        ("followup:5", "followup:5y"),
        ("is:new", "is:unread"),
    ],
)
def test_other_ways_of_asking_are_mended(typed: str, mended: str) -> None:
    (notice,) = parse(typed, NOW).notices
    assert notice.fix
    assert notice.mended == mended
    assert not parse(notice.mended, NOW).notices


@pytest.mark.parametrize("typed", ["*itis", "colo?r", "wom*n", "age>=65", "height≥2"])
def test_what_cannot_be_asked_is_said(typed: str) -> None:
    (notice,) = parse(typed, NOW).notices
    assert not notice.grave


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "C++ ",
            "HLA-B*27:05",
            "E. coli O157:H7",
            "what?",
            "or",
            "mild or",
            "title:or",
            "HbA1c<7%",
        ),
        *("https://example.org/a?b=c", "stem*", "NEAR", "IL-6 -x", "PRE COVID", "w x y", "5-HT2A"),
    ],
)
def test_what_means_itself_is_no_trouble(typed: str) -> None:
    assert not parse(typed, NOW).notices


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("n:100-500", "100 to 500 participants"),
        ("n:500..100", "100 to 500 participants"),
        ("n:1k–5k", "1,000 to 5,000 participants"),
        ("p:0.01-0.05", "P 0.01 to 0.05"),
        ("followup>24 months", "Followed for more than 2 y"),
        ("followup>=6 mo design:rct", "Followed for at least 6 mo · RCT"),
        ("followup:1-2y", "Followed for 1 y to 2 y"),
        ("followup:2y..1y", "Followed for 1 y to 2 y"),
        ("year:2020-2024", "Published 2020 to 2024"),
        ("year:2024..2020", "Published 2020 to 2024"),
        ("after:2024/03", "Published since 1 Mar 2024"),
        ('after:"3 Jan 2024"', "Published since 3 Jan 2024"),
        ('before:"march 2024"', "Published before 1 Mar 2024"),
        ("published:last-year", "Published in 2025"),
        ("published:last-month", "Published in Feb 2026"),
        ("published:last-week", "Published 2 Mar 2026 to 8 Mar 2026"),
        ("sort:date", "Newest first"),
        ("sort:-size", "Most participants first, reversed"),
        ("-sort:-n", "Most participants first"),
        ("order:n", "Most participants first"),
        ("design:trials", "RCT or Non-randomised trial or Single-arm"),
        ('design:"cohort studies"', "Cohort"),
    ],
)
def test_ranges_days_and_orders_are_read_as_people_write_them(typed: str, said: str) -> None:
    query = parse(typed, NOW)
    assert sentence(query) == said
    assert not query.notices
