"""What the user marked is on disk before it is shown, and is moved in the transaction that moves it."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.model.feed import Feed
from reader.operations.annotating import highlight
from reader.store.store import Store
from tests.conftest import arrive, entry

_MARK_AND_DIE = """
import os, signal, sys
from pathlib import Path
from reader.operations.annotating import highlight, write_note
from reader.store.store import Store

store = Store(Path(sys.argv[1]))
article = store.articles.one(1)
store.apply(change := highlight(article, 0, 7, "blue"))
store.apply(write_note(store, 1, change.edits[0].after.id, "precious"))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_a_highlight_outlives_a_program_that_is_killed_at_once(
    store: Store, feed: Feed, tmp_path: Path
) -> None:
    arrive(store, feed, entry(1))
    done = subprocess.run(
        [sys.executable, "-c", _MARK_AND_DIE, str(tmp_path / "archive.db")],
        capture_output=True,
        check=False,
    )
    assert done.returncode == -9, done.stderr
    with Store(tmp_path / "archive.db") as again:
        (row,) = again.annotations.of(1)
        assert row.note
        assert (row.annotation.colour, row.note.text) == ("blue", "precious")


def test_a_text_that_fails_to_change_leaves_the_anchors_where_they_were(
    store: Store, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(store, feed, entry(1, html="<p>In all, 212 adults took part.</p>"))
    article = store.articles.one(1)
    assert article
    store.apply(highlight(article, 12, 22, "blue"))
    (before,) = store.annotations.of(1)

    def fail(articles: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(store.arrivals, "ask_for_work", fail)  # the last thing that is done
    with pytest.raises(RuntimeError), store.writing():
        store.arrivals.merge(feed.id, [entry(1, html="<p>New. In all, 212 adults.</p>")], 1)
    assert store.annotations.of(1) == [before]
    assert store.articles.one(1) == article


def test_an_archive_of_before_looks_for_its_orphans_again(store: Store, feed: Feed) -> None:
    """As the migration leaves them: an anchor in the text that the highlight was made in."""
    arrive(store, feed, entry(1, html="<p>In all, 212 adults took part.</p>"))
    article = store.articles.one(1)
    assert article
    store.apply(highlight(article, 12, 22, "blue"))
    arrive(store, feed, entry(1, html="<p>In all, 221 adults took part.</p>"))
    with store.writing():
        store.connection().execute(
            "update anchor set state = 'orphan', start = 0, \"end\" = 0, revision_id = ?",
            (article.revision_id,),
        )
        store.anchoring.follow([1])
    (row,) = store.annotations.of(1)
    assert row.anchor.state == "material"
