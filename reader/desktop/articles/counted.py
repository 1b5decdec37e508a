"""What is said above a list: how many it has, where a search looked, and how long that took."""

from dataclasses import replace

from reader.desktop.articles.looking import Found
from reader.desktop.tongue import number, tr
from reader.model.query import ArticleQuery


def counted(query: ArticleQuery, count: int, found: Found, *, more: bool) -> str:
    """`more` where the rest of the list is still to be read."""
    many = number(count) + ("+" if more else "")
    noun = tr("article") if count == 1 else tr("articles")
    took = tr(" · {value:.0f} ms", value=found.seconds * 1000) if query.words else ""
    if query.words and _is_of_all(query):
        return tr("{many} in all articles", many=many) + took
    return f"{many} {noun}{took}"


def _is_of_all(query: ArticleQuery) -> bool:
    """The whole archive is searched, wherever the user stands in the sidebar."""
    return replace(query, words="", sort=ArticleQuery().sort, keep=()) == ArticleQuery()
