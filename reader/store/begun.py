"""The words of the index that begin so.

FTS5 puts together everything that begins so before it gives the first article: for a common word that
takes as long as reading all its articles. Whole words, one or the other, come as they are asked for.
"""

from reader.store.table import Table

#: Letters from which a beginning is looked up, and the most words it may stand for.
LONG, MOST = 5, 64
#: The lowest letter there is; the word itself must not be among those that are looked up, for the
#: index counts all its articles.
_FIRST = "0"


class BegunWords(Table):
    """Looks up beginnings."""

    def all(self, text: str) -> tuple[str, ...]:
        """Every word that begins with this one, itself included; () where there are too many, or
        where the text is no single word of plain letters."""
        if len(text) < LONG or not (text.isascii() and text.isalnum()):
            return ()
        begun = text.lower()
        self._run(
            "create virtual table if not exists temp.index_word using fts5vocab(main, words, row)"
        )
        rows = self._all(
            f"select term from temp.index_word where term >= ? and term < ? limit {MOST}",
            (begun + _FIRST, begun + "\U0010ffff"),
        )
        return (begun, *(row[0] for row in rows)) if len(rows) < MOST else ()
