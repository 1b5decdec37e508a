"""Dates as feeds write them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.feeds import dates
from reader.feeds.dates import parse_date


def seconds(*parts: int) -> int:
    year, month, day, *clock = parts
    hour, minute, second = (*clock, 0, 0, 0)[:3]
    return int(datetime(year, month, day, hour, minute, second, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Tue, 03 Jun 2003 09:39:21 GMT", (2003, 6, 3, 9, 39, 21)),
        ("Wed, 10 Feb 2021 22:46:00 EST", (2021, 2, 11, 3, 46)),
        ("Wed, 26 Dec 2018 10:00:54 PST", (2018, 12, 26, 18, 0, 54)),
        ("Sun, 28 Oct 2018 13:48:00 +0100", (2018, 10, 28, 12, 48)),
        ("01 Jan 04 19:48 GMT", (2004, 1, 1, 19, 48)),
        ("Mon, 6 Jan 25 10:00 XYZ", (2025, 1, 6, 10)),
        ("Thur, 19th Nov 2020 00:00:39 GMT-07:00", (2020, 11, 19, 7, 0, 39)),
        ("Sun Jan 4 16:29:06 PST 2004", (2004, 1, 5, 0, 29, 6)),
        ("2017-12-22T22:09:49+00:00", (2017, 12, 22, 22, 9, 49)),
        ("2003-12-31T10:14:55.123-08:00", (2003, 12, 31, 18, 14, 55)),
        ("2020-11-08T16:20:00-05:00Z", (2020, 11, 8, 21, 20)),
        ("2021-04-08T09:00:00\u221205:00", (2021, 4, 8, 14)),
        ("20250106T100000Z", (2025, 1, 6, 10)),
        ("2025-W02-1", (2025, 1, 6)),
        ("2003-335", (2003, 12, 1)),
        ("2004-02", (2004, 2, 1)),
        ("2004", (2004, 1, 1)),
        ("2023-05-29 00:00:00+15:00", (2023, 5, 29)),
        ("2025-01-06T10:00:00+99:99", (2025, 1, 6, 10)),
        ("1520932969", (2018, 3, 13, 9, 22, 49)),
        ("1520932969000", (2018, 3, 13, 9, 22, 49)),
        (1520932969, (2018, 3, 13, 9, 22, 49)),
        ("Sun, 17 Dec 2017 1:55 PM EST", (2017, 12, 17, 18, 55)),
        ("Nov. 16, 2020, 12:57 a.m.", (2020, 11, 16, 0, 57)),
        ("Friday, December 22, 2017 - 3:09pm", (2017, 12, 22, 15, 9)),
        ("Thu Nov 12 2020 17:00:00 GMT+0000 (Coordinated Universal Time)", (2020, 11, 12, 17)),
        ("Nov. 2020", (2020, 11, 1)),
        ("mer, 16 nov 2022 00:38:15 +0100", (2022, 11, 15, 23, 38, 15)),
        ("mar., 01 déc. 2020 16:11:02 +0000", (2020, 12, 1, 16, 11, 2)),
        ("Do, 29 Mär 2018 00:00:00 +0200", (2018, 3, 28, 22)),
        ("5 de marzo de 2021", (2021, 3, 5)),
        ("12 января 2024", (2024, 1, 12)),
        ("2020年11月5日", (2020, 11, 5)),
        ("Mon, 03/30/2020 - 19:19", (2020, 3, 30, 19, 19)),
        ("Sat, 11 04 2020 08:51:49 +0100", (2020, 4, 11, 7, 51, 49)),
        ("Fri, 26/06/2020", (2020, 6, 26)),
        ("Sat, 06/07/2024", (2024, 7, 6)),
        ("30.10.23", (2023, 10, 30)),
        ("10/30/23 21:55:58", (2023, 10, 30, 21, 55, 58)),
        ("25-12-2020 10:00", (2020, 12, 25, 10)),
        ("Mon, 06 Jan 2025 25:61:61 GMT", (2025, 1, 6)),
        ("31 Dec 2003 24:00:00 GMT", (2004, 1, 1)),
        ("1969-12-31T23:59:59Z", (1969, 12, 31, 23, 59, 59)),
    ],
)
def test_a_date_in_any_form_is_read(text: object, moment: tuple[int, ...]) -> None:
    assert parse_date(text) == seconds(*moment)


@pytest.mark.parametrize(
    "value",
    [
        *("", "  ", "invalid", "yesterday", "0", "-1", "1e400", "9999999999999999", "10:00"),
        *("0000-00-00T00:00:00Z", "9999-12-31T23:59:59Z", "99999-01-01", "2025-W99-9", "Jan 1"),
        *("31 Feb 2025 10:00:00 GMT", "Mon, 32 Jan 2025 10:00:00 GMT", "a" * 5_000),
        *(None, [], {}, True, float("nan")),
    ],
)
def test_what_is_no_date_is_none(value: object) -> None:
    assert parse_date(value) is None


def test_a_zone_named_by_a_city_counts_where_this_computer_knows_it() -> None:
    in_summer = parse_date("Fri, 31 Mar 2023 20:19:00 America/Los_Angeles")
    assert in_summer in (1680319140, seconds(2023, 3, 31, 20, 19))
    assert parse_date("Fri, 31 Mar 2023 20:19:00 Nowhere/Atall") == seconds(2023, 3, 31, 20, 19)


DIGITS = "0123456789 :-/.,+TZWapmJanFebGMT()١२"


@settings(max_examples=400, deadline=None, database=None)
@given(st.text(max_size=60) | st.text(DIGITS, max_size=40) | st.floats() | st.integers())
def test_no_text_makes_it_fail(value: object) -> None:
    moment = parse_date(value)
    assert moment is None or abs(moment) < 2**35


@given(
    st.integers(-11_670_000_000, 7_280_000_000),
    st.sampled_from(
        ["GMT", "Z", "+0000", "-0030", "+0530", "-1300", "EST", "PDT", "+05:30", "-00:30"]
    ),
)
def test_usual_dates_are_read_as_all_others_are(moment: int, zone: str) -> None:
    full = ("%a, %d %b %Y %H:%M:%S ", "%d %b %Y %H:%M:%S ", "%Y-%m-%dT%H:%M:%S")
    for form in (*full, "%d %b %y %H:%M ", "%a, %d %b %Y %H:%M "):
        text = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=moment)).strftime(form) + zone
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(dates, "_usual", lambda _: None)
            slowly = parse_date(text)
        assert parse_date(text) == slowly, text
