"""What is said around an open article, and where the words of a search stand in it."""

from reader.desktop.when import date, reading_time
from reader.model.article import Article
from reader.text.query.parser import parse
from reader.text.query.reading import wanted_words


def line_above(article: Article) -> str:
    parts = [article.feed_title, article.author if len(article.author) < 80 else ""]
    parts += [date(article.published or article.first_seen), reading_time(article.content.text)]
    parts += ["updated by its publisher"] if article.revisions > 1 else []
    return " · ".join(part for part in parts if part)


def searched(text: str, words: str, most: int = 500) -> list[tuple[int, int]]:
    """Where the words of a search stand in a text, letters of either case alike."""
    found: list[tuple[int, int]] = []
    folded = text.casefold()
    if len(folded) != len(text):  # a letter that folds into several; then offsets would shift
        folded = text.lower() if len(text.lower()) == len(text) else text
    for term in wanted_words(parse(words)):
        wanted = term.text.casefold()
        at = folded.find(wanted)
        while at >= 0 and wanted and len(found) < most:
            found.append((at, at + len(wanted)))
            at = folded.find(wanted, at + len(wanted))
    return found
