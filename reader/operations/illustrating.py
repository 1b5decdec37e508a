"""Keeping the pictures of articles, so that they are shown from the archive and from nowhere else."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reader.feeds.pictures import ACCEPT, look_at
from reader.model.article import Article
from reader.model.change import Step, Steps
from reader.model.errors import FeedError, ReaderError
from reader.model.layout import Layout
from reader.model.picture import Picture
from reader.operations.errands import Asker, Came, Errands
from reader.operations.wire import Wire
from reader.store.store import Store

#: The kind of work that articles of feeds with the setting wait for.
WORK = "images"
#: Bytes of a picture; pictures and bytes of an article; pictures and bytes of the archive.
LARGEST = 4 * 2**20
OF_ARTICLE, BYTES_OF_ARTICLE = 30, 16 * 2**20
OF_ARCHIVE, BYTES_OF_ARCHIVE = 50_000, 4 * 2**30
#: Articles whose pictures are asked for at once.
BATCH = 50

MANY = "The article has more pictures than Studywire keeps of one."
FULL = "The archive keeps no more pictures: it has as many as it may hold."


def illustrate(store: Store, wire: Wire, article_ids: Sequence[int]) -> Steps:
    """Fetch the pictures of articles that are not kept yet.

    The report of a step that ends an article says what came of it: article, kept, failed, error
    (why one of them was not had, None where all were), later (whether to try again).
    """
    done, total, kept = 0, len(article_ids), 0
    for at in range(0, total, BATCH):
        run = _Run(store, wire)
        try:
            for article_id in article_ids[at : at + BATCH]:
                run.begin(article_id)
            while run.busy:
                report = run.next()
                done += report is not None
                kept += report["kept"] if report else 0
                kinds = frozenset({Picture} if report and report["kept"] else ())
                words = f"{done:,} of {total:,} articles · {kept:,} images kept"
                yield Step(done, total, words, kinds, report)
        finally:
            run.errands.stop()


def illustrate_waiting(store: Store, wire: Wire) -> Steps:
    """Fetch the pictures that new articles wait for, as the user set for their feeds.

    Nobody waits for one of them, so no step tells what was wrong with it.
    """
    waiting = store.pending.next(WORK, 10_000)
    for step in illustrate(store, wire, waiting):
        if step.report and not step.report["later"]:
            with store.writing(durable=False):
                store.pending.done(WORK, [step.report["article"]])
        yield replace(step, report=None)


def sources(article: Article) -> tuple[str, ...]:
    """The addresses of the pictures of an article's text, each once."""
    layout = Layout.of(article.content.text, article.content.layout)
    found = (block.source for block in layout.blocks if block.kind == "image")
    return tuple(dict.fromkeys(s for s in found if s.startswith(("http://", "https://"))))


@dataclass(slots=True)
class _Told:
    """What has come of an article's pictures so far."""

    left: int = 0
    kept: int = 0
    failed: int = 0
    bytes: int = 0
    error: str = ""
    later: bool = False


@dataclass(slots=True)
class _Run:
    """The pictures of some articles, under way."""

    store: Store
    wire: Wire
    errands: Errands = field(init=False)
    asker: Asker = field(init=False)
    told: dict[int, _Told] = field(default_factory=dict)
    #: The articles that wait for each picture of a feed.
    wanted: dict[tuple[int, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    ended: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.errands, self.asker = Errands(self.store, self.wire), Asker(self.store)

    @property
    def busy(self) -> bool:
        return bool(self.errands.busy or self.ended)

    def begin(self, article_id: int) -> None:
        """Ask for what an article shows and the archive does not have."""
        told = self.told[article_id] = _Told()
        article = self.store.articles.one(article_id)
        if article:
            known = self.store.pictures.asked([article_id]).get(article_id, {})
            fresh = [source for source in sources(article) if source not in known]
            for source in self._not_shared(article_id, fresh[: max(0, OF_ARTICLE - len(known))]):
                self._ask(article, source)
            told.error = MANY if len(fresh) + len(known) > OF_ARTICLE else ""
        if not told.left:
            self.ended.append(article_id)

    def _not_shared(self, article_id: int, addresses: Sequence[str]) -> list[str]:
        """Those that no other article has shown; what one has is shown here too."""
        with self.store.writing(durable=False):
            shared = {one for one in addresses if self.store.pictures.share(article_id, one)}
        self.told[article_id].kept += len(shared)
        return [one for one in addresses if one not in shared]

    def _ask(self, article: Article, source: str) -> None:
        key = (article.feed_id, source)
        self.told[article.id].left += 1
        if key not in self.wanted:
            try:
                request = self.asker.request(article.feed_id, source, ACCEPT, LARGEST)
            except ReaderError as error:
                self.errands.ready.append(Came(key, error=str(error)))
            else:
                self.errands.ask(key, request)
        self.wanted[key].append(article.id)

    def next(self) -> dict[str, Any] | None:
        """The report of an article that is done, None while none is."""
        if not self.ended:
            came = self.errands.next()
            if came:
                self._keep(came)
        return self._report(self.ended.pop()) if self.ended else None

    def _keep(self, came: Came) -> None:
        """Keep a picture for all articles that show it, or why there is none."""
        picture, why = self._looked_at(came)
        _, address = came.key
        with self.store.writing(durable=False):
            for article_id in self.wanted[came.key]:
                told = self.told[article_id]
                size = len(picture.body) if picture else 0
                reason = why or (MANY if told.bytes + size > BYTES_OF_ARTICLE else "")
                if picture and not reason:
                    self.store.pictures.keep(article_id, address, picture)
                elif not came.later:
                    self.store.pictures.could_not_be_had(article_id, address, reason)
                self._count(article_id, size, reason, later=came.later)

    def _looked_at(self, came: Came) -> tuple[Picture | None, str]:
        if came.error:
            return None, came.error
        try:
            picture = look_at(came.result.body)
        except FeedError as error:
            return None, str(error)
        pictures, size = self.store.pictures.size()
        full = pictures >= OF_ARCHIVE or size + len(picture.body) > BYTES_OF_ARCHIVE
        return (None, FULL) if full else (picture, "")

    def _count(self, article_id: int, size: int, why: str, *, later: bool) -> None:
        told = self.told[article_id]
        told.left -= 1
        told.kept += not why
        told.failed += bool(why)
        told.bytes += 0 if why else size
        told.error, told.later = told.error or why, told.later or later
        if not told.left:
            self.ended.append(article_id)

    def _report(self, article_id: int) -> dict[str, Any]:
        told = self.told[article_id]
        said = {"kept": told.kept, "failed": told.failed, "later": told.later}
        return {"article": article_id, "error": told.error or None, **said}
