"""Passages as text to paste elsewhere: with their source, and as links that open at them."""

from reader.export.links import web_address
from reader.export.plain import day, one_line
from reader.model.article import Article
from reader.model.errors import ReaderError
from reader.text.anchors import trimmed
from reader.text.fragments import passage_link
from reader.text.links import untracked

_NOTHING = "Select some words of the article first."


def quote_with_citation(article: Article, start: int, end: int) -> str:
    """The passage in quotation marks, then author, title, feed, day and address.

    Raises ReaderError where there are no words.
    """
    words = _words(article, start, end)
    told = (article.author, f"“{one_line(article.content.title)}”", article.feed_title)
    source = [one_line(part) for part in (*told, day(article.published)) if one_line(part)]
    link = passage_link(web_address(untracked(article.link)), words)
    return f"“{words}” ({', '.join(source)}){f' {link}' if link else ''}"


def link_to_passage(article: Article, start: int, end: int) -> str:
    """An address at which a browser shows the passage. Raises ReaderError where there is none."""
    link = web_address(untracked(article.link))
    if not link:
        raise ReaderError("The feed gives no web address for this article, so it has no link.")
    return passage_link(link, _words(article, start, end))


def _words(article: Article, start: int, end: int) -> str:
    text = article.content.text
    first, last = trimmed(text, max(0, start), min(end, len(text)))
    words = " ".join(text[first:last].split())
    if not words:
        raise ReaderError(_NOTHING)
    return words
