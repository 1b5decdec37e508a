"""What tables share: a connection per thread, reached when it is needed, and rows by the thousand."""

import json
import sqlite3
from collections.abc import Callable, Generator, Iterable, Sequence
from itertools import chain
from typing import Any, Protocol

from reader.store.errors import archive_error

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
            raise archive_error(error) from error

    def _each(self, sql: str, values: Values = ()) -> Generator[Any, None, None]:
        """Row after row; what is not asked for is not looked for."""
        cursor = self._connect().cursor()
        try:
            yield from cursor.execute(sql, values)
        except sqlite3.Error as error:
            raise archive_error(error) from error
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
            raise archive_error(error) from error
        found: list[Any] = json.loads(row[0])
        return found

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


def ids(values: Iterable[int | str]) -> str:
    """Any number of ids as one parameter, for `in (select value from json_each(?))`."""
    return json.dumps(list(values))
