"""`dataclass(frozen=True, slots=True)` at a tenth of the library's price.

The library writes and compiles six methods for every class while its module is loaded, which takes 0.7 ms
a class, and the first list of the window waits for a hundred of them. Here methods are shared,
and `__init__` is written when it is first called. A class can do the same:
`tests/model/test_frozen.py` holds both to one answer.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from typing import Any, Literal, NoReturn, TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def dataclass(*, frozen: Literal[True], slots: Literal[True]) -> Callable[[type[Made]], type[Made]]:
    """A decorator for values that all start with; others may take the library's. Every field is an
    argument of `__init__`."""
    return _frozen


def _frozen(plain: type[Made]) -> type[Made]:
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(plain)
    fields = dataclasses.fields(made)
    compared = _getter([field.name for field in fields if field.compare])
    values = _getter([field.name for field in fields])

    def write_first(self: Any, *given: Any, **named: Any) -> None:
        made.__init__ = _written(made, fields)
        made.__init__(self, *given, **named)

    def equal(self: Any, other: object) -> Any:
        return compared(self) == compared(other) if other.__class__ is made else NotImplemented

    made.__init__ = write_first
    made.__eq__ = equal
    made.__hash__ = lambda self: hash(compared(self))
    made.__reduce__ = lambda self: (made, values(self))
    made.__repr__ = _said
    made.__setattr__ = _refuse_to_assign
    made.__delattr__ = _refuse_to_delete
    return made  # type: ignore[no-any-return]


def _getter(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _written(made: type, fields: tuple[Field[Any], ...]) -> Callable[..., None]:
    """An `__init__` with the arguments of a class. It fills the slots themselves, since
    `__setattr__` refuses."""
    known: dict[str, Any] = {"_MISSING": MISSING}
    arguments, lines = ["self"], ["pass"]
    for field in fields:
        name = value = field.name
        known[f"_set_{name}"] = getattr(made, name).__set__
        if field.default is not MISSING:
            known[f"_default_{name}"] = field.default
            arguments.append(f"{name}=_default_{name}")
        elif field.default_factory is not MISSING:
            known[f"_make_{name}"] = field.default_factory
            arguments.append(f"{name}=_MISSING")
            value = f"_make_{name}() if {name} is _MISSING else {name}"
        else:
            arguments.append(name)
        lines.append(f"_set_{name}(self, {value})")
    if hasattr(made, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(arguments)}):\n " + "\n ".join(lines), known)
    written: Callable[..., None] = known["__init__"]
    written.__qualname__ = f"{made.__qualname__}.__init__"
    return written


def _said(self: Any) -> str:
    told = (f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{self.__class__.__qualname__}({', '.join(told)})"


def _refuse_to_assign(self: object, name: str, value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
