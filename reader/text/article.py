"""An article as somebody wrote it, in; what is kept of it, out."""

from dataclasses import replace

from reader.model.article import Content
from reader.text.clean import clean, without_pictures
from reader.text.document import content


def article(title: str, html: str, base: str) -> Content:
    """Clean and lay out an article. `title` is one line of plain text, `html` anybody's.

    Its layout remembers where its pictures lie; what is kept of its HTML does not.
    """
    made = content(title, clean(html, base, pictures=True))
    kept = without_pictures(made.html)
    return made if kept is made.html else replace(made, html=kept)
