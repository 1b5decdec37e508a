"""A new feed is listed at once; its texts are made afterwards, once, whatever happens between."""

import gzip
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import pytest

from reader.feeds.parse import parse
from reader.model.change import Change, Edit
from reader.model.errors import ParseError
from reader.model.feed import WHOLE, Feed, Request, Response, Subscription, TakenIn
from reader.model.query import ArticleQuery
from reader.operations.indexing import index
from reader.operations.laying_out import PATIENCE, lay_out, lay_out_one
from reader.operations.refreshing import check, refresh
from reader.store.store import Store
from tests.fakes import Here, Wire, done, item, rss


def listed(store: Store, answer: Response, address: str = "https://a.org/a") -> Feed:
    """A feed whose articles have come without their texts."""
    store.apply(Change("Add", (Edit(None, Subscription(address)),)))
    feed = store.feeds.at(address)
    assert feed
    list(check(store, Wire({address: answer}), Here(), [feed]))
    return feed


def texts(store: Store) -> list[str]:
    """The texts of all articles in the order of their ids."""
    found = (store.articles.one(number) for number in sorted(store.articles.ids(ArticleQuery())))
    return [article.content.text for article in found if article]


def test_titles_come_first_and_nothing_else_is_known_of_the_articles(store: Store) -> None:
    feed = listed(store, rss(item(1, "Of 12 otters."), item(2, "Of 40 wells.")))
    rows = store.articles.rows([1, 2])
    assert {row.title for row in rows.values()} == {"Article 1", "Article 2"}
    assert all(store.arrivals.is_bare(number) for number in rows)
    assert texts(store) == ["", ""]
    assert [store.pending.count(work) for work in ("index", "study", "rule")] == [0, 0, 0]
    assert store.fetched.feeds() == [feed.id]


@pytest.mark.parametrize("times", [0, 1, 2])
def test_a_feed_waits_as_it_was_packed_on_its_way(store: Store, times: int) -> None:
    """Twice, where a server packs a file that is packed already."""
    plain = rss(item(1, "Of 12 otters."), item(2, "Of 40 wells.")).body
    packed = [plain, gzip.compress(plain), gzip.compress(gzip.compress(plain))]
    sent = Response("https://a.org/a", packed[times], packed=times > 0)
    feed = listed(store, sent)
    kept = store.fetched.of(feed.id)
    assert kept
    assert (kept.body, kept.packed) == (packed[min(times, 1)], False)
    list(lay_out(store, Here()))
    assert texts(store) == ["Article 2\nOf 40 wells.", "Article 1\nOf 12 otters."]


def test_texts_are_those_of_an_arrival_in_one_go(store: Store, tmp_path: Path) -> None:
    answer = rss(item(1, "<p>Of 12 <b>otters</b>.</p>"), item(2, "Of 40 wells."))
    listed(store, answer)
    list(lay_out(store, Here()))
    list(index(store))
    with Store(tmp_path / "other.db") as other:
        feed = listed(other, answer)
        with other.writing():
            other.arrivals.fill(feed.id, parse(answer).entries, 0)
        kept = [(article(store, n).content, article(other, n).content) for n in (1, 2)]
    assert all(one == another for one, another in kept)
    assert not store.fetched.feeds()
    assert store.articles.ids(ArticleQuery(words="otters"))
    assert [store.pending.count(work) for work in ("index", "study", "rule")] == [0, 2, 2]


def article(store: Store, number: int) -> Any:
    found = store.articles.one(number)
    assert found
    return found


def test_nothing_unclean_is_kept_where_anything_reads_it(store: Store) -> None:
    listed(store, rss(item(1, "<script>steal()</script><p onclick='x()'>Words.</p>")))

    def said() -> str:
        found = article(store, 1)
        (record,) = store.records.each([1])
        return f"{found.content} {record}"

    assert "steal" not in said()
    list(lay_out(store, Here()))
    assert "steal" not in said()
    assert "onclick" not in said()
    assert "Words." in said()


def test_an_article_that_is_opened_gets_its_text_before_the_others(store: Store) -> None:
    first = listed(store, rss(item(1, "Of 12 otters.")))
    listed(store, rss(item(2, "Of 40 wells.")), "https://b.org/b")
    assert [step.done for step in lay_out_one(store, Here(), 2)] == [1]
    assert [text.rpartition("\n")[2] for text in texts(store)] == ["", "Of 40 wells."]
    assert store.fetched.feeds() == [first.id]


def test_what_is_stopped_goes_on_where_it_was(store: Store) -> None:
    for name in ascii_lowercase:
        listed(store, rss(item(1, f"Words {name}.")), f"https://{name}.org/{name}")
    steps = lay_out(store, Here())
    next(steps)
    steps.close()
    left = len(store.fetched.feeds())
    assert 0 < left < 26
    assert [step.total for step in lay_out(store, Here())][-1] == left
    assert sorted(text[-2:] for text in texts(store)) == [f"{name}." for name in ascii_lowercase]


def test_a_feed_whose_texts_cannot_be_read_has_failed_and_keeps_its_titles(store: Store) -> None:
    feed = listed(store, rss(item(1, "Of 12 otters.")))

    class Failing(Here):
        def submit(self, function: Callable[..., Any], /, *args: Any, **limits: Any) -> Any:
            future: Future[object] = Future()
            future.set_exception(ParseError("This feed is damaged."))
            return future

    list(lay_out(store, Failing()))
    assert texts(store) == ["Article 1"]
    assert store.feeds.health(feed.id).error == "This feed is damaged."
    assert store.feeds.validators(feed.id).body_sha256 == ""
    assert not store.fetched.feeds()
    list(refresh(store, Wire({feed.address: rss(item(1, "Of 12 otters."))}), Here(), [feed]))
    assert texts(store) == ["Article 1\nOf 12 otters."]


def test_what_has_come_anew_meanwhile_is_not_undone(store: Store) -> None:
    """The feed is asked again before its texts were made; the later words count."""
    feed = listed(store, rss(item(1, "n = 401"), item(2, "Old words.")))
    list(check(store, Wire({feed.address: rss(item(1, "n = 410"))}), Here(), [feed]))
    assert sorted(texts(store)) == ["", "Article 1\nn = 410"]
    list(lay_out(store, Here()))
    assert sorted(texts(store)) == ["Article 1\nn = 410", "Article 2\nOld words."]
    assert [article(store, n).revisions for n in (1, 2)] == [1, 1]


def test_a_server_that_hangs_keeps_no_other_feed_from_its_texts(store: Store) -> None:
    hanging: Future[Response] = Future()

    class Hanging(Wire):
        def submit(self, request: Request) -> "Future[Response]":
            return hanging if "hangs" in request.address else super().submit(request)

    for address in ("https://a.org/a", "https://hangs.org/h"):
        store.apply(Change("Add", (Edit(None, Subscription(address)),)))
    wire = Hanging({"https://a.org/a": rss(item(1, "Of 12 otters."))})
    steps = check(store, wire, Here(), store.feeds.all())
    for _ in steps:
        if texts(store) == ["Article 1\nOf 12 otters."]:
            break
    hanging.set_result(rss(item(2, "Late.")))
    assert [step.done for step in steps][-1] == 2
    steps.close()


def test_entries_that_are_known_are_not_cleaned_again(store: Store) -> None:
    """Of a feed that has changed, the workers send the texts of new and changed entries only."""
    sent: list[str] = []

    class Looking(Here):
        def submit(self, function: Callable[..., Any], /, *args: Any, **limits: Any) -> Any:
            def looked(*args: Any) -> Any:
                came = function(*args)
                parsed: Any = came.feed if isinstance(came, TakenIn) else came
                if (args[1] if len(args) > 1 else WHOLE).known:
                    sent.extend(entry.content.text for entry in parsed.entries if not entry.bare)
                return came

            return done(looked, *args)

    feed = listed(store, rss(item(1, "One."), item(2, "Two."), item(3, "Three.")))
    list(lay_out(store, Here()))
    changed = rss(item(1, "One."), item(2, "Two, mended."), item(3, "Three."), item(4, "Four."))
    steps = list(refresh(store, Wire({feed.address: changed}), Looking(), [feed]))
    (report,) = [step.report for step in steps if step.report]
    assert (report["new"], report["updated"]) == (1, 1)
    assert sorted(sent) == ["Article 2\nTwo, mended.", "Article 4\nFour."]
    last = {text.rpartition("\n")[2] for text in texts(store)}
    assert last == {"One.", "Two, mended.", "Three.", "Four."}


def test_entries_without_an_id_have_their_texts_at_once(store: Store) -> None:
    nameless = "<item><title>Nameless</title><description>Words of it.</description></item>"
    listed(store, rss(item(1, "Later."), nameless))
    assert sorted(texts(store)) == ["", "Nameless\nWords of it."]
    list(lay_out(store, Here()))
    assert sorted(texts(store)) == ["Article 1\nLater.", "Nameless\nWords of it."]


_KILLED = """
import sys
import time
from pathlib import Path
from reader.operations.indexing import index
from reader.operations.laying_out import lay_out
from reader.store.store import Store
from tests.fakes import Here
for step in lay_out(Store(Path(sys.argv[1])), Here()):
    print(step.done, flush=True)
    sys.stdin.readline()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_kill_loses_no_text(store: Store) -> None:
    for name in ascii_lowercase:
        listed(store, rss(item(1, f"Words {name}.")), f"https://{name}.org/{name}")
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(store.path)],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as worker:
        assert worker.stdout
        assert int(worker.stdout.readline()) > 0
        os.kill(worker.pid, signal.SIGKILL)
    assert 0 < len(store.fetched.feeds()) < 26
    list(lay_out(store, Here()))
    assert sorted(text[-2:] for text in texts(store)) == [f"{name}." for name in ascii_lowercase]
    assert store.connection().execute("pragma integrity_check").fetchall() == [("ok",)]


def test_a_title_that_has_changed_before_its_text_was_made_is_the_later_one(store: Store) -> None:
    feed = listed(store, rss(item(1, "Old words.")))
    later = rss(item(1, "New words.").replace("Article 1", "Corrected: article 1"))
    list(check(store, Wire({feed.address: later}), Here(), [feed]))
    list(lay_out(store, Here()))
    assert store.articles.rows([1])[1].title == "Corrected: article 1"
    assert texts(store) == ["Corrected: article 1\nNew words."]


def test_waiting_for_one_article_says_nothing_again_and_again(store: Store) -> None:
    """What others have to index does not make the waiting busy: every step goes to the window."""
    listed(store, rss(item(1, "Of 12 otters.")))
    list(lay_out_one(store, Here(), 1))
    assert store.pending.count("index")
    listed(store, rss(item(2, "Of 40 wells.")), "https://b.org/b")
    late = Late()
    steps = lay_out_one(store, late, 2)
    assert [next(steps).done for _ in range(2)] == [0, 0]
    begun = time.monotonic()
    next(steps)
    assert time.monotonic() - begun > PATIENCE / 2
    late.give()
    assert [step.done for step in steps] == [1]


def test_texts_that_were_made_meanwhile_are_not_made_again(store: Store) -> None:
    """An article is opened while its feed is with the workers, and only one of the two succeeds."""
    feed = listed(store, rss(item(1, "Of 12 otters.")))
    late = Late()
    steps = lay_out(store, late)
    next(steps)
    list(lay_out_one(store, Here(), 1))
    late.give(ParseError("This took too long."))
    list(steps)
    assert texts(store) == ["Article 1\nOf 12 otters."]
    assert store.feeds.health(feed.id).error == ""


def test_a_mistake_in_reading_one_feed_keeps_no_other_from_its_texts(store: Store) -> None:
    bad = listed(store, rss(item(1, "Trouble.")))
    listed(store, rss(item(2, "Of 40 wells.")), "https://b.org/b")

    class Breaking(Here):
        def submit(self, function: Callable[..., Any], /, *args: Any, **limits: Any) -> Any:
            future: Future[Any] = Future()
            if b"Trouble" in args[0].body:
                future.set_exception(RecursionError())
                return future
            return done(function, *args)

    list(lay_out(store, Breaking()))
    assert texts(store) == ["Article 1", "Article 2\nOf 40 wells."]
    assert "only its titles" in store.feeds.health(bad.id).error
    assert not store.fetched.feeds()


def test_a_feed_whose_reading_is_called_off_still_waits(store: Store) -> None:
    feed = listed(store, rss(item(1, "Of 12 otters.")))
    late = Late()
    steps = lay_out(store, late)
    next(steps)
    late.future.cancel()
    late.future.set_running_or_notify_cancel()
    list(steps)
    assert store.fetched.feeds() == [feed.id]


def test_a_feed_that_is_left_while_its_texts_are_made_keeps_them(store: Store) -> None:
    feed = listed(store, rss(item(1, "Of 12 otters.")))
    late = Late()
    steps = lay_out(store, late)
    next(steps)
    row = store.subscriptions.at(feed.address)
    store.apply(Change("Unsubscribe", (Edit(row, None),)))
    late.give()
    list(steps)
    assert texts(store) == ["Article 1\nOf 12 otters."]


class Late(Here):
    """Has done the one task it was given when it is told to."""

    def __init__(self) -> None:
        self.future: Future[Any] = Future()

    def submit(self, function: Callable[..., Any], /, *args: Any, **limits: Any) -> Any:
        self._task = (function, args)
        return self.future

    def give(self, error: Exception | None = None) -> None:
        function, args = self._task
        if error:
            self.future.set_exception(error)
        else:
            self.future.set_result(function(*args))
