"""When a feed may be asked, and when it is asked next. Pure: the clock and chance are given.

RFC 9110, 10.2.3 (Retry-After) and 15; RFC 9111, 4.2 (freshness); RFC 6585, 4 (429).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from reader.model.schedule import Asking, Move, Plan

MINUTE, HOUR, DAY = 60, 3_600, 86_400
#: Seconds between checks where the user has set none, and the least of them.
USUAL, LEAST = HOUR, 15 * MINUTE
#: What servers and publishers may ask for at most: a wait, a life in caches, a time between checks.
LONGEST_WAIT, LONGEST_LIFE = DAY, 7 * DAY
#: Seconds that a host is left alone after a 429 without Retry-After.
REST = LEAST
#: The same permanent redirect, seen so often, is believed.
SETTLED = 3
#: Share of a wait that chance may add, so that feeds do not all come at once.
SPREAD = 0.1

#: Why a feed is asked when it is, as the user reads it.
REASONS = {
    "": "It has not been checked yet.",
    "interval": "That is the time set between checks.",
    "ttl": "Its publisher asks for no more checks than that.",
    "lifetime": "Its server says that the answer holds until then.",
    "trouble": "After trouble Studywire asks ever less often, once a day in the end.",
    "retry": "Its server asked to be left alone until then.",
    "ended": "Its server says that it has ended for good. Check it now to try again.",
}
_PAUSED = "You have paused this feed."
_BUSY = "{} asked for fewer requests. Studywire leaves it alone for {}."
_WAIT = "Its server asked to be left alone for another {}."
_EARLY = "It is asked again in {}."


def why_not(plan: Plan, asking: Asking, now: int, rest: tuple[str, int], paused: bool) -> str:
    """Why a feed is not to be asked now, "" if it is.

    `rest` is its host, and until when that is left alone. The user may ask before it is time, and
    one feed in spite of 410, but never before the moment a server has named.
    """
    host, until = rest
    if until > now and until - now <= LONGEST_WAIT:
        return _BUSY.format(host, span(until - now))
    if plan.not_before > now and plan.not_before - now <= LONGEST_WAIT:
        return _WAIT.format(span(plan.not_before - now))
    if asking is Asking.ONE:
        return ""
    if paused:
        return _PAUSED
    if plan.ended:
        return REASONS["ended"]
    # a clock that was set back must not stop a feed for months
    early = asking is Asking.DUE and now < plan.next_check <= now + 2 * LONGEST_LIFE
    return _EARLY.format(span(plan.next_check - now)) if early else ""


def after_answer(plan: Plan, now: int, interval: int, chance: float) -> Plan:
    """The plan after an answer: the longest of the user's interval, ttl and life in caches."""
    waits = {
        "interval": max(interval, LEAST),
        "ttl": _within(plan.ttl, LEAST, LONGEST_LIFE),
        "lifetime": min(plan.lifetime, LONGEST_LIFE),
    }
    reason = max(waits, key=lambda name: waits[name])
    wait = int(waits[reason] * (1 + SPREAD * chance))
    return replace(plan, next_check=now + wait, reason=reason, not_before=0, ended=False)


def after_failure(
    plan: Plan, now: int, interval: int, failures: int, retry: int, chance: float
) -> Plan:
    """The plan after trouble, `failures` in a row: ever later, or when the server says."""
    usual = max(interval, LEAST)
    longest = max(usual, LONGEST_WAIT)
    wait = min(usual * 2 ** min(max(failures, 1) - 1, 10), longest)
    wait = int(wait * (1 + SPREAD * chance))
    retry = min(retry, LONGEST_WAIT)
    reason = "retry" if retry > wait else "trouble"
    return replace(
        plan,
        next_check=now + max(wait, retry),
        reason=reason,
        not_before=now + retry if retry else 0,
    )


def after_the_end(plan: Plan) -> Plan:
    """The plan after 410: nobody asks any more, unless the user wants to know."""
    return replace(plan, next_check=0, reason="ended", ended=True)


def retry_after(header: str, now: float) -> int:
    """Seconds that a Retry-After asks for, at most a day; 0 for none and for garbage."""
    text = header.strip()
    if re.fullmatch(r"\d{1,30}", text, re.ASCII):
        return min(int(text), LONGEST_WAIT)
    return int(_within(_moment(text) - now, 0, LONGEST_WAIT))


def lifetime(headers: Mapping[str, str], now: float) -> int:
    """Seconds for which an answer is fresh, at most a week; 0 where nothing is said."""
    control = headers.get("Cache-Control", "").lower()
    if re.search(r"\bno-(?:cache|store)\b", control):
        return 0
    if age := re.search(r"(?<![\w-])max-age\s*=\s*\"?(\d{1,30})", control):
        spent = headers.get("Age", "").strip()
        seconds = int(age[1]) - (int(spent) if re.fullmatch(r"\d{1,15}", spent, re.ASCII) else 0)
        return int(_within(seconds, 0, LONGEST_LIFE))
    expires = _moment(headers.get("Expires", ""))
    sent = _moment(headers.get("Date", "")) or now
    return int(_within(expires - sent, 0, LONGEST_LIFE)) if expires else 0


def update_period(period: str, frequency: str) -> int:
    """Seconds of sy:updatePeriod and sy:updateFrequency (RSS 1.0 Syndication), 0 for nonsense."""
    periods = {"hourly": HOUR, "daily": DAY, "weekly": 7 * DAY, "monthly": 30 * DAY}
    seconds = periods.get(period.strip().lower(), 0) or (
        365 * DAY if period.strip().lower() == "yearly" else 0
    )
    times = int(frequency) if re.fullmatch(r"[1-9]\d{0,3}", frequency.strip(), re.ASCII) else 1
    return min(seconds // times, LONGEST_LIFE)


def stated_ttl(value: Callable[[str, str], object]) -> int:
    """Seconds that a feed asks to be left between checks: <ttl>, or RSS 1.0's syndication."""
    ttl = str(value("ttl", "") or "").strip()
    minutes = int(ttl) if ttl.isascii() and ttl.isdecimal() and len(ttl) < 9 else 0
    period = str(value("sy_updateperiod", "") or "")
    frequency = str(value("sy_updatefrequency", "") or "")
    return minutes * MINUTE or update_period(period, frequency)


def seen(move: Move | None, address: str) -> Move:
    """A permanent redirect to `address` was followed to a feed once more."""
    if move and move.address == address:
        return replace(move, seen=move.seen + 1)
    return Move(address, 1)


def is_settled(move: Move) -> bool:
    """Whether the feed's address is to be changed, which is proposed once."""
    return move.seen >= SETTLED and not move.told


def span(seconds: int) -> str:
    """A time as people say it."""
    for size, name in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")):
        if seconds >= size:
            count = round(seconds / size)
            return f"{count} {name}{'s' if count > 1 else ''}"
    return "a moment"


def _within(seconds: float, least: int, most: int) -> int:
    return int(min(max(seconds, least), most)) if seconds > 0 else 0


def _moment(text: str) -> float:
    """An HTTP date in Unix seconds, 0 for what is none."""
    try:
        import email.utils  # a hundredth of a second, and few servers say when

        return email.utils.parsedate_to_datetime(text[:100]).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):
        return 0
