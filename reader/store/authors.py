"""The words of authors' names, by which their articles are found."""

from collections.abc import Iterable

from reader.store.parts import NONE, Binder, Part, both
from reader.store.table import Table
from reader.text.folding import fold


class Authors(Table):
    """Derived from what publishers say of their articles."""

    def keep(self, rows: Iterable[tuple[int, str]]) -> None:
        """The author of each article, instead of who was said to be it. In a transaction."""
        found = list(rows)
        self._many(
            "delete from author_word where article_id = ?", [(number,) for number, _ in found]
        )
        self.add(found)

    def add(self, rows: Iterable[tuple[int, str]]) -> None:
        """The author of each article, none of which had one. In a transaction."""
        self._insert_all("insert or ignore into author_word (word, article_id)", words(rows))


def words(rows: Iterable[tuple[int, str]]) -> list[tuple[str, int]]:
    """Each word of each author with the article."""
    return [(word, number) for number, author in rows for word in fold(author).split()]


def named(text: str, bind: Binder, *, exactly: bool = False) -> Part:
    """The articles whose author's name has all of these words, the last of them perhaps begun; or
    (`exactly`) these and no others."""
    *whole, last = fold(text).split() or [""]
    if not last:
        return NONE
    if exactly:
        parts = [_word(f"= {bind(word)}") for word in dict.fromkeys((*whole, last))]
        count = f"(select count(*) from author_word w where w.article_id = a.id) = {len(parts)}"
        return both([*parts, Part(count, price=1.5)])
    parts = [_word(f"= {bind(word)}") for word in whole]
    parts.append(_word(f"between {bind(last)} and {bind(last + chr(0x10FFFF))}", many=True))
    return both(parts)


def _word(which: str, *, many: bool = False) -> Part:
    distinct = "distinct " if many else ""
    rows = f"select {distinct}w.article_id as id from author_word w where w.word {which}"
    probe = f"""exists (select 1 from author_word w
                where w.article_id = a.id and w.word {which})"""
    return Part(probe, rows, price=1.0, newest=not many)
