"""What is said around an open article."""

from reader.desktop.tongue import tr
from reader.desktop.when import date, reading_time
from reader.desktop.writing import side_by_side
from reader.model.article import Article, Content, Revision


def line_above(article: Article) -> str:
    """The line over its title: where it comes from, by whom, when, how long."""
    parts = [article.feed_title, article.author if len(article.author) < 80 else ""]
    parts += [date(article.published or article.first_seen)]
    parts += [reading_time(article.content.text)] if article.content.text else []
    parts += [tr("updated by its publisher")] if article.revisions > 1 else []
    return side_by_side(parts)


def noun_for(count: int) -> str:
    """What so many articles are called."""
    return tr("article") if count == 1 else tr("articles")


def words_of(article: Article) -> Content:
    """Its text; while that is still to be made, its title alone."""
    if article.content.text:
        return article.content
    from reader.text.document import content  # for the first seconds of a new feed alone

    return content(article.content.title, "")


def line_above_earlier(revision: Revision) -> str:
    """The line over a text that is no longer current."""
    kept = date(revision.fetched)
    return tr(
        "An earlier text, kept {kept}. Choose the current text under About to go back.", kept=kept
    )
