"""What tables share: a connection per thread, reached when it is needed, and rows by the thousand."""

import json
import logging
import sqlite3
from collections.abc import Callable, Generator, Iterable, Sequence
from itertools import chain, islice
from typing import Any, Protocol

from reader.store.errors import archive_error, is_undecodable

log = logging.getLogger(__name__)

#: Rows that are put in by one statement: sizes that any number is made of, few, as statements are kept.
_AT_ONCE = (40, 20, 10, 5, 1)

Connect = Callable[[], sqlite3.Connection]
Values = dict[str, Any] | Sequence[Any]


class Editable(Protocol):
    """A table whose rows a `Change` may put and remove. Called inside a transaction."""

    def put(self, rows: Sequence[Any]) -> None: ...

    def remove(self, rows: Sequence[Any]) -> None: ...


class Table:
    """The part of the archive that one noun lives in. Raises ArchiveError for all of SQLite's."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def _all(self, sql: str, values: Values = ()) -> list[Any]:
        try:
            return self._connect().execute(sql, values).fetchall()
        except sqlite3.Error as error:
            if self._reads_on_after(error):
                return self._all(sql, values)
            raise archive_error(error) from error

    def _each(self, sql: str, values: Values = ()) -> Generator[Any, None, None]:
        """Row after row; what is not asked for is not looked for."""
        cursor, given = self._connect().cursor(), 0
        try:
            for row in cursor.execute(sql, values):
                yield row
                given += 1
        except sqlite3.Error as error:
            if not self._reads_on_after(error):
                raise archive_error(error) from error
            yield from islice(self._each(sql, values), given, None)
        finally:
            cursor.close()

    def _packed(self, columns: str, sql: str, values: Values = ()) -> list[Any]:
        """The rows of a select (its one column, where there is one), as one row of JSON: with each
        that comes to Python the thread gives the interpreter away, and waits while another has it."""
        kept = f"json_array({columns})" if "," in columns else columns
        asked = f"select json_group_array({kept}) from ({sql})"
        try:
            row = self._connect().execute(asked, values).fetchone()
        except sqlite3.DataError:  # longer than a value may be
            return [row if "," in columns else row[0] for row in self._each(sql, values)]
        except sqlite3.Error as error:
            if self._reads_on_after(error):
                return self._packed(columns, sql, values)
            raise archive_error(error) from error
        found: list[Any] = json.loads(row[0])
        return found

    def _reads_on_after(self, error: sqlite3.Error) -> bool:
        """Whether the question can be asked once more: a text had bytes that are no UTF-8, as on a
        damaged disk. From now on this connection reads such texts with a sign in their place, which
        costs time, so it is not done before; the archive keeps them as they are."""
        connection = self._connect()
        if not is_undecodable(error) or connection.text_factory is _as_far_as_legible:
            return False
        log.warning("A text in the archive is damaged; it is read as far as it can be")
        connection.text_factory = _as_far_as_legible
        return True

    def _one(self, sql: str, values: Values = ()) -> Any:
        """The first row, None where there is none."""
        rows = self._all(sql, values)
        return rows[0] if rows else None

    def _run(self, sql: str, values: Values = ()) -> None:
        self._all(sql, values)

    def _many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        try:
            self._connect().executemany(sql, rows)
        except sqlite3.Error as error:
            raise archive_error(error) from error

    def _insert_all(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Many rows of one `insert`, whose `values` is left out: some at a time, as with each
        statement the thread gives the interpreter away, and waits while another has it."""
        if not rows:
            return
        one, at = f"({', '.join('?' * len(rows[0]))})", 0
        for size in _AT_ONCE:
            many = f"{sql} values {', '.join([one] * size)}"
            while len(rows) - at >= size:
                self._run(many, list(chain.from_iterable(rows[at : at + size])))
                at += size


def _as_far_as_legible(text: bytes) -> str:
    return text.decode("utf-8", "replace")


def ids(values: Iterable[int | str]) -> str:
    """Any number of ids as one parameter, for `in (select value from json_each(?))`."""
    return json.dumps(list(values))
