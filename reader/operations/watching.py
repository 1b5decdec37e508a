"""How feeds fare: when each was checked, what came of it, and which of them need a look."""

from dataclasses import dataclass

from reader.feeds import manners
from reader.model.feed import OWN, Feed, FeedHealth
from reader.model.schedule import Asking, FeedOptions, Plan
from reader.operations.turns import host_of
from reader.store.feeds import REPEATED
from reader.store.store import Store

#: Weeks that the number of articles a week is taken over.
WEEKS = 8
_WEEK = 7 * manners.DAY
#: Seconds without success after which a feed counts as dead; without an article, as quiet.
DEAD, QUIET = 14 * manners.DAY, 180 * manners.DAY
#: Failures in a row after which a feed that never gave anything counts as dead.
NEVER = 10

#: What a feed's state is called, the ones that need a look first.
STATES = {
    "dead": "Dead: nothing has come of it for two weeks, or it has ended.",
    "failing": "Failing: the last checks have failed.",
    "quiet": "Quiet: it works, and has brought nothing for half a year.",
    "paused": "Paused by you.",
    "new": "Not checked yet.",
    "fine": "Works.",
    "own": "Nothing is fetched for it.",
}


@dataclass(frozen=True, slots=True)
class FeedState:
    """Everything there is to say about how a feed fares. Times are Unix seconds, 0 for never."""

    feed: Feed
    health: FeedHealth
    plan: Plan
    options: FeedOptions
    state: str
    #: Why it would not be asked now if the clock came round, "" if it would.
    skipped: str = ""
    #: Why the next check is when it is.
    reason: str = ""
    weekly: float = 0.0
    newest: int = 0
    #: How many of its articles have a tag.
    tagged: int = 0

    @property
    def read(self) -> float:
        """The part of its articles that was read, 0 to 1."""
        return 1 - self.feed.unread / self.feed.total if self.feed.total else 0.0


def states(store: Store, now: int) -> list[FeedState]:
    """How every feed fares, in the order of the sidebar."""
    plans, options = store.schedules.plans(), store.feed_settings.options()
    rests, health = store.schedules.rests(), store.feeds.all_health()
    counts = store.feeds.arrivals_since(now - WEEKS * _WEEK)
    tagged = store.feeds.tagged()
    found = []
    for feed in store.feeds.all():
        if feed.address.startswith(OWN):
            found.append(FeedState(feed, FeedHealth(), Plan(), FeedOptions(), "own"))
            continue
        plan, set_ = plans.get(feed.id, Plan()), options.get(feed.id, FeedOptions())
        about = health.get(feed.id, FeedHealth())
        host = host_of(feed)
        recent, newest = counts.get(feed.id, (0, 0))
        why = manners.why_not(plan, Asking.DUE, now, (host, rests.get(host, 0)), set_.paused)
        state = _state(about, plan, set_, newest, now)
        reason = manners.REASONS.get(plan.reason, "")
        weekly = recent / WEEKS
        marks = (weekly, newest, tagged.get(feed.id, 0))
        found.append(FeedState(feed, about, plan, set_, state, why, reason, *marks))
    return found


def state_of(store: Store, feed_id: int, now: int) -> FeedState | None:
    return next((state for state in states(store, now) if state.feed.id == feed_id), None)


def _state(health: FeedHealth, plan: Plan, options: FeedOptions, newest: int, now: int) -> str:
    failing = health.failures >= REPEATED
    lost = now - health.succeeded > DEAD if health.succeeded else health.failures >= NEVER
    if plan.ended or (failing and lost):
        return "dead"
    if failing:
        return "failing"
    if options.paused:
        return "paused"
    if not health.checked:
        return "new"
    return "quiet" if now - newest > QUIET else "fine"
