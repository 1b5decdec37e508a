"""What the user has set, one row a field."""

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from reader.model.settings import Setting, Settings
from reader.store.table import Table


class SettingRows(Table):
    """Rows of `Setting`; a field without a row has its default."""

    def all(self) -> Settings:
        """The settings in force. A row that makes no sense is passed over."""
        known = {field.name: field.type for field in fields(Settings)}
        values: dict[str, Any] = {}
        for name, text in self._all("select name, value from setting"):
            value = _value(text)
            if name in known and type(value) is known[name]:
                values[name] = value
        return Settings(**values)

    def one(self, name: str) -> Setting | None:
        row = self._one("select name, value from setting where name = ?", (name,))
        return Setting(*row) if row else None

    def beginning(self, prefix: str) -> list[Setting]:
        """Rows that are no field of `Settings`, by the beginning of their name."""
        found = self._all(
            "select name, value from setting where substr(name, 1, ?) = ? order by name",
            (len(prefix), prefix),
        )
        return [Setting(*row) for row in found]

    def put(self, rows: Sequence[Setting]) -> None:
        self._many(
            "insert or replace into setting (name, value) values (?, ?)",
            [(row.name, row.value) for row in rows],
        )

    def remove(self, rows: Sequence[Setting]) -> None:
        self._many("delete from setting where name = ?", [(row.name,) for row in rows])


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except (TypeError, ValueError, RecursionError):  # a damaged archive may hold anything
        return None
