"""Comparing the card of an article with the one that the user knows."""

import logging

from reader.model.article import Article
from reader.model.card_changes import CardChanges, field_changes
from reader.model.correction import Seen
from reader.model.errors import ReaderError
from reader.store.store import Store

log = logging.getLogger(__name__)


def remember(store: Store, article: Article) -> None:
    """The first text of an article that is opened is the one the user knows.

    It follows by itself, so nobody waits for the disk, and an archive that cannot be written is no
    reason not to read.
    """
    if store.read_only or store.seen.of(article.id):
        return
    try:
        with store.writing(durable=False):
            store.seen.put([Seen(article.id, article.revision_id)])
    except ReaderError as error:
        log.warning("article %d was not noted as seen: %s", article.id, error)


def changed_since_seen(store: Store, article: Article) -> CardChanges | None:
    """What the card says otherwise than when the user last knew the text; None for nothing.

    Extracted cards are compared: what the user decided is not the publisher's doing.
    """
    seen = store.seen.of(article.id)
    if seen is None or seen.revision_id == article.revision_id:
        return None
    before = store.studies.extracted_from(article.id, seen.revision_id)
    after = store.studies.extracted(article.id)
    if before is None or after is None:
        return None
    changes = field_changes(before, after)
    same = before.extractor.partition("+")[0] == after.extractor.partition("+")[0]
    return CardChanges(seen.revision_id, changes, same) if changes else None
