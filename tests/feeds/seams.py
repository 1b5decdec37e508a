"""What outside suites of measurements call: our functions in plain values."""

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reader.feeds.addresses import check, normalise, points_inward
from reader.feeds.dates import parse_date
from reader.feeds.fetch import Fetcher
from reader.feeds.opml import read_opml
from reader.feeds.parse import parse as parse_response
from reader.feeds.taking_in import take_in
from reader.model.change import Change, Edit
from reader.model.errors import AddressError
from reader.model.feed import WHOLE, Entry, Request, Response, Subscription
from reader.model.query import ArticleQuery
from reader.operations.annotating import write_note
from reader.store.store import Store
from reader.text.clean import clean

dates = parse_date
sanitize = clean


def parse(body: bytes, content_type: str = "") -> list[dict[str, Any]]:
    """The entries of a feed document. Raises ParseError."""
    return [_plain(entry) for entry in parse_response(_response(body, content_type)).entries]


def real(body: bytes, content_type: str = "") -> dict[str, Any]:
    """A feed document with its title. Raises ParseError."""
    feed = parse_response(_response(body, content_type))
    entries = [_plain(entry) for entry in feed.entries]
    return {"title": feed.title, "language": feed.language, "entries": entries}


def fetch(address: str) -> int:
    """How many entries an address has that the user typed, as a refresh reads them. Raises FetchError
    or ParseError."""
    fetcher = Fetcher()
    try:
        response = fetcher.get(Request(address, local=True, as_sent=True))
    finally:
        fetcher.close()
    feed = take_in(response, WHOLE, "").feed
    return len(feed.entries) if feed else 0


def _response(body: bytes, content_type: str) -> Response:
    return Response(address="", body=body, content_type=content_type)


def _plain(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.guid or entry.link,
        "title": entry.content.title,
        "link": entry.link,
        "html": entry.content.html,
        "text": entry.content.text,
        "author": entry.author,
        "published": entry.published if entry.published is not None else entry.updated,
        "tags": list(entry.categories),
    }


def opml(data: bytes) -> dict[str, Any]:
    """The feeds of a list, as title and address. Raises ParseError."""
    found = read_opml(data)
    return {"feeds": [(row.title, row.address) for row in found.feeds], "skipped": found.skipped}


def urls(address: str) -> str:
    """How an address fares before anything is looked up: "ok", "blocked" or "malformed"."""
    try:
        if address.lower().startswith("feed:"):
            address = normalise(address)
        check(address)
    except AddressError:
        return "malformed"
    return "blocked" if points_inward(address) else "ok"


def identity(documents: Sequence[bytes]) -> dict[str, Any]:
    """One feed whose document changes from refresh to refresh, with a note on every first entry."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "archive.db") as store:
        address = "https://feeds.example/f"
        store.apply(Change("Add", (Edit(None, Subscription(address)),)))
        feed = store.feeds.at(address)
        assert feed
        counts, new = [], []
        noted: dict[int, str] = {}
        for number, body in enumerate(documents):
            entries = parse_response(Response(address, body)).entries
            with store.writing(durable=False):
                new.append(store.arrivals.merge(feed.id, entries, int(time.time())).new)
            listed = store.articles.ids(ArticleQuery())
            counts.append(len(listed))
            if not number:
                noted = {n: _text(store, n) for n in listed}
                for n in listed:
                    store.apply(write_note(store, n, "", "mine"))
        return {"counts": counts, "new": new, **_kept(store, noted)}


def _kept(store: Store, noted: dict[int, str]) -> dict[str, bool]:
    rows = store.articles.rows(list(store.articles.ids(ArticleQuery())))
    return {
        "notes_kept": all(n in rows and store.notes.of_article(n) for n in noted),
        "old_text_kept": all(
            text in {revision.content.text for revision in store.articles.revisions(n)}
            for n, text in noted.items()
        ),
        "sort_ok": all(0 <= row.sorted_at <= time.time() + 1 for row in rows.values()),
    }


def _text(store: Store, article_id: int) -> str:
    article = store.articles.one(article_id)
    assert article
    return article.content.text
