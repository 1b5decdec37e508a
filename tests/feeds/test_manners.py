"""When a feed may be asked, and when it is asked next."""

import pytest

from reader.feeds import manners
from reader.feeds.manners import DAY, HOUR, LEAST, MINUTE
from reader.model.schedule import Asking, Move, Plan

NOW = 1_780_000_000
QUIET = ("example.org", 0)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 120 ", 120),
        ("0", 0),
        ("-5", 0),
        ("soon", 0),
        ("", 0),
        ("1.5", 0),
        ("٣", 0),
        ("9" * 25, DAY),
        ("Thu, 28 May 2026 20:36:40 GMT", 600),
        ("Thu, 28 May 2020 20:36:40 GMT", 0),
        ("Thu, 28 May 2099 20:36:40 GMT", DAY),
        ("Thu, 99 May 2099 20:36:40 GMT", 0),
    ],
)
def test_retry_after_is_a_number_or_a_date_and_a_day_at_most(header: str, seconds: int) -> None:
    assert manners.retry_after(header, NOW) == seconds


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 0),
        ({"Cache-Control": "max-age=600"}, 600),
        ({"Cache-Control": "public, MAX-AGE = 600"}, 600),
        ({"Cache-Control": "max-age=600", "Age": "200"}, 400),
        ({"Cache-Control": "max-age=600", "Age": "9999"}, 0),
        ({"Cache-Control": "s-maxage=600"}, 0),
        ({"Cache-Control": "max-age=600, no-cache"}, 0),
        ({"Cache-Control": "no-store"}, 0),
        ({"Cache-Control": "max-age=-1"}, 0),
        ({"Cache-Control": "max-age=" + "9" * 30}, 7 * DAY),
        (
            {
                "Expires": "Thu, 28 May 2026 11:00:00 GMT",
                "Date": "Thu, 28 May 2026 10:00:00 GMT",
            },
            HOUR,
        ),
        ({"Expires": "0"}, 0),
        ({"Expires": "-1", "Cache-Control": "max-age=60"}, 60),
        ({"Expires": "Fri, 31 Dec 9999 23:59:59 GMT"}, 7 * DAY),
    ],
)
def test_an_answer_is_fresh_for_a_week_at_most(headers: dict[str, str], seconds: int) -> None:
    assert manners.lifetime(headers, NOW) == seconds


@pytest.mark.parametrize(
    ("period", "frequency", "seconds"),
    [
        ("hourly", "1", HOUR),
        ("hourly", "2", HOUR // 2),
        ("daily", "", DAY),
        (" Weekly ", "x", 7 * DAY),
        ("yearly", "1", 7 * DAY),
        ("now", "1", 0),
        ("daily", "0", DAY),
    ],
)
def test_publishers_state_how_often_they_publish(period: str, frequency: str, seconds: int) -> None:
    assert manners.update_period(period, frequency) == seconds


@pytest.mark.parametrize(
    ("plan", "interval", "wait", "reason"),
    [
        (Plan(), HOUR, HOUR, "interval"),
        (Plan(), 0, LEAST, "interval"),
        (Plan(ttl=2 * HOUR), HOUR, 2 * HOUR, "ttl"),
        (Plan(ttl=MINUTE), LEAST, LEAST, "interval"),
        (Plan(ttl=99 * DAY), HOUR, 7 * DAY, "ttl"),
        (Plan(lifetime=3 * HOUR, ttl=2 * HOUR), HOUR, 3 * HOUR, "lifetime"),
        (Plan(lifetime=99 * DAY), HOUR, 7 * DAY, "lifetime"),
        (Plan(ended=True, not_before=NOW + 5), HOUR, HOUR, "interval"),
    ],
)
def test_after_an_answer_the_longest_wait_counts(
    plan: Plan, interval: int, wait: int, reason: str
) -> None:
    after = manners.after_answer(plan, NOW, interval, 0)
    assert (after.next_check, after.reason) == (NOW + wait, reason)
    assert (after.not_before, after.ended) == (0, False)
    late = manners.after_answer(plan, NOW, interval, 1).next_check
    assert late == NOW + int(wait * 1.1)


@pytest.mark.parametrize(
    ("failures", "retry", "wait", "reason"),
    [
        (1, 0, HOUR, "trouble"),
        (2, 0, 2 * HOUR, "trouble"),
        (4, 0, 8 * HOUR, "trouble"),
        (6, 0, DAY, "trouble"),
        (9_999, 0, DAY, "trouble"),
        (1, 2 * HOUR, 2 * HOUR, "retry"),
        (3, 60, 4 * HOUR, "trouble"),
        (1, 99 * DAY, DAY, "retry"),
    ],
)
def test_after_trouble_a_feed_is_asked_ever_less_often(
    failures: int, retry: int, wait: int, reason: str
) -> None:
    after = manners.after_failure(Plan(), NOW, HOUR, failures, retry, 0)
    assert (after.next_check, after.reason) == (NOW + wait, reason)
    assert after.not_before == (NOW + min(retry, DAY) if retry else 0)


def test_a_feed_asked_once_a_week_is_not_asked_more_often_for_failing() -> None:
    assert manners.after_failure(Plan(), NOW, 7 * DAY, 1, 0, 0).next_check == NOW + 7 * DAY


EARLY, LATE = Plan(next_check=NOW + 60), Plan(next_check=NOW - 60)
WAITS, ENDED = Plan(not_before=NOW + 600), Plan(ended=True)


@pytest.mark.parametrize(
    ("plan", "rest", "paused", "may"),
    [
        (Plan(), 0, False, {Asking.DUE, Asking.ALL, Asking.ONE}),
        (LATE, 0, False, {Asking.DUE, Asking.ALL, Asking.ONE}),
        (EARLY, 0, False, {Asking.ALL, Asking.ONE}),
        (WAITS, 0, False, set()),
        (Plan(not_before=NOW - 1), 0, False, {Asking.DUE, Asking.ALL, Asking.ONE}),
        (ENDED, 0, False, {Asking.ONE}),
        (Plan(), NOW + 600, False, set()),
        (Plan(), NOW - 600, False, {Asking.DUE, Asking.ALL, Asking.ONE}),
        (Plan(), 0, True, {Asking.ONE}),
        # the clock was set back by a year
        (Plan(next_check=NOW + 365 * DAY), 0, False, {Asking.DUE, Asking.ALL, Asking.ONE}),
        (Plan(not_before=NOW + 365 * DAY), 0, False, {Asking.DUE, Asking.ALL, Asking.ONE}),
        (Plan(), NOW + 365 * DAY, False, {Asking.DUE, Asking.ALL, Asking.ONE}),
    ],
)
def test_the_clock_keeps_the_plan_and_the_user_what_servers_ask(
    plan: Plan, rest: int, paused: bool, may: set[Asking]
) -> None:
    whys = {a: manners.why_not(plan, a, NOW, ("example.org", rest), paused) for a in Asking}
    assert {asking for asking, why in whys.items() if not why} == may
    assert all(why.endswith(".") for why in whys.values() if why)


def test_a_host_that_rests_is_named_with_the_time() -> None:
    why = manners.why_not(Plan(), Asking.ALL, NOW, ("example.org", NOW + 25 * 60), False)
    assert "example.org" in why
    assert "25 minutes" in why


def test_a_redirect_seen_three_times_is_believed_once() -> None:
    move = None
    for count in range(1, 4):
        move = manners.seen(move, "https://new.example/f")
        assert move == Move("https://new.example/f", count)
        assert manners.is_settled(move) is (count == 3)
    assert not manners.is_settled(Move("https://new.example/f", 5, told=True))
    assert manners.seen(move, "https://other.example/f").seen == 1


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(5, "a moment"), (60, "1 minute"), (3_000, "50 minutes"), (5_400, "2 hours"), (DAY, "1 day")],
)
def test_times_are_told_as_people_do(seconds: int, words: str) -> None:
    assert manners.span(seconds) == words
