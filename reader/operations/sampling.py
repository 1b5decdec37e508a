"""The sample articles that come with the program: invented studies, for looking around."""

import time
from dataclasses import replace

from reader.feeds.parse import parse
from reader.model.article import ArticleRow
from reader.model.change import Change, Edit, Step, Steps
from reader.model.feed import OWN, Feed, Response, Subscription
from reader.resource import resource
from reader.store.store import Store

ADDRESS = f"{OWN}samples"


def add_samples(store: Store) -> Steps:
    """Subscribe to the samples and take them in. Twice does no harm."""
    parsed = parse(Response(ADDRESS, resource("samples/feed.xml").read_bytes(), "text/xml"))
    if not store.subscriptions.at(ADDRESS):
        store.apply(Change("Add samples", (Edit(None, Subscription(ADDRESS)),)))
    feed = store.feeds.at(ADDRESS)
    if feed is None:
        return
    with store.writing():
        store.feeds.describe(feed.id, replace(parsed, site=""))
        store.arrivals.merge(feed.id, parsed.entries, int(time.time()))
    done = len(parsed.entries)
    yield Step(done, done, f"{done} sample articles", frozenset({Feed, ArticleRow}))
