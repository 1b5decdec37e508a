"""What is said around an open article."""

from reader.desktop.when import date, reading_time
from reader.model.article import Article


def line_above(article: Article) -> str:
    """The line over its title: where it comes from, by whom, when, how long."""
    parts = [article.feed_title, article.author if len(article.author) < 80 else ""]
    parts += [date(article.published or article.first_seen), reading_time(article.content.text)]
    parts += ["updated by its publisher"] if article.revisions > 1 else []
    return " · ".join(part for part in parts if part)
