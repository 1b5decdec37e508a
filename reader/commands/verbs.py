"""All verbs, in the order of `--help`."""

from reader.commands.article_verbs import articles, search, show, study
from reader.commands.backup_verbs import backup, restore
from reader.commands.exchange_verbs import export, import_
from reader.commands.feed_settings import set_feed
from reader.commands.feed_verbs import add, export_feeds, feeds, refresh
from reader.commands.link_verbs import register_links

VERBS = (
    *(add, import_, export_feeds, refresh, feeds, set_feed),
    *(articles, search, show, study, export),
    *(backup, restore, register_links),
)
