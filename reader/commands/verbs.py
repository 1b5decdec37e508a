"""All verbs, in the order of `--help`."""

from reader.commands.article_verbs import articles, search, show, study
from reader.commands.exchange_verbs import export, import_
from reader.commands.feed_verbs import add, feeds, refresh

VERBS = (add, import_, refresh, feeds, articles, search, show, study, export)
