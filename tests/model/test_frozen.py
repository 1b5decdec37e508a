"""What `reader.model.frozen` makes does what a frozen dataclass of the library does."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import dataclass as usual
from dataclasses import field
from typing import Any, ClassVar

import pytest

from reader.model.frozen import dataclass


class _Ours:
    @dataclass(frozen=True, slots=True)
    class Value:
        """A value."""

        KIND: ClassVar[str] = "kind"
        number: int
        words: str = "none"
        parts: tuple[int, ...] = ()
        known: dict[str, int] = field(default_factory=dict)
        digest: int = field(default=0, compare=False, repr=False)

        @property
        def twice(self) -> int:
            return 2 * self.number

    @dataclass(frozen=True, slots=True)
    class One:
        """Of one field."""

        text: str

        def __post_init__(self) -> None:
            if not self.text:
                raise ValueError("no text")

    @dataclass(frozen=True, slots=True)
    class Empty:
        """Of none."""


class _Library:
    @usual(frozen=True, slots=True)
    class Value:
        """A value."""

        KIND: ClassVar[str] = "kind"
        number: int
        words: str = "none"
        parts: tuple[int, ...] = ()
        known: dict[str, int] = field(default_factory=dict)
        digest: int = field(default=0, compare=False, repr=False)

        @property
        def twice(self) -> int:
            return 2 * self.number

    @usual(frozen=True, slots=True)
    class One:
        """Of one field."""

        text: str

        def __post_init__(self) -> None:
            if not self.text:
                raise ValueError("no text")

    @usual(frozen=True, slots=True)
    class Empty:
        """Of none."""


def _assign(value: Any, name: str) -> None:
    setattr(value, name, 3)


def _delete(value: Any, name: str) -> None:
    delattr(value, name)


def _matched(value: Any, kind: Any) -> object:
    match value:
        case kind.Value(number, words):
            return number, words
        case kind.One(text):
            return text
    return None


_ASKED: list[Callable[[Any], object]] = [
    lambda kind: kind.Value(1).known,
    lambda kind: kind.Value(1).known is kind.Value(1).known,
    lambda kind: kind.Value(1, "a", (2,), {"b": 3}, 4).digest,
    lambda kind: kind.Value(words="a", number=1).words,
    lambda kind: kind.Value(1).twice,
    lambda kind: kind.Value(1).KIND,
    lambda kind: kind.Value(),
    lambda kind: kind.Value(1, 2, 3, 4, 5, 6),
    lambda kind: kind.Value(1, other=2),
    lambda kind: kind.Value(1) == kind.Value(1),
    lambda kind: kind.Value(1) == kind.Value(2),
    lambda kind: kind.Value(1, digest=1) == kind.Value(1, digest=2),
    lambda kind: kind.One("a") == "a",
    lambda kind: kind.One("a") == kind.One("a"),
    lambda kind: kind.Empty() == kind.Empty(),
    lambda kind: kind.Empty() == kind.One("a"),
    lambda kind: hash(kind.Value(1)),
    lambda kind: hash(kind.One("a")) == hash(kind.One("a")),
    lambda kind: len({kind.One("a"), kind.One("b"), kind.One("a")}),
    lambda kind: len({kind.Empty(), kind.Empty()}),
    lambda kind: kind.One(""),
    lambda kind: repr(kind.Value(1, "a")).partition(".")[2],
    lambda kind: repr(kind.Empty()).partition(".")[2],
    lambda kind: _assign(kind.Value(1), "number"),
    lambda kind: _delete(kind.Value(1), "number"),
    lambda kind: hasattr(kind.Value(1), "__dict__"),
    lambda kind: dataclasses.asdict(kind.Value(1)),
    lambda kind: dataclasses.astuple(kind.Value(1)),
    lambda kind: dataclasses.replace(kind.Value(1, "a"), number=2).words,
    lambda kind: dataclasses.replace(kind.Value(1), nothing=2),
    lambda kind: [one.name for one in dataclasses.fields(kind.Value)],
    lambda kind: dataclasses.is_dataclass(kind.Empty),
    lambda kind: pickle.loads(pickle.dumps(kind.Value(1, "a", digest=3))) == kind.Value(1, "a"),
    lambda kind: pickle.loads(pickle.dumps(kind.Value(1, digest=3))).digest,
    lambda kind: pickle.loads(pickle.dumps(kind.One("a"))).text,
    lambda kind: copy.deepcopy(kind.Value(1, known={"a": 1})).known,
    lambda kind: _matched(kind.Value(1, "a"), kind),
    lambda kind: _matched(kind.One("a"), kind),
    lambda kind: kind.Value.__doc__,
    lambda kind: kind.Value.__match_args__,
]


def _answer(asked: Callable[[Any], object], kind: type) -> object:
    try:
        return asked(kind)
    except Exception as error:  # noqa: BLE001 - which one is the answer
        return type(error), str(error).rpartition(".")[2]


@pytest.mark.parametrize("asked", _ASKED)
def test_a_value_answers_as_one_of_the_library(asked: Callable[[Any], object]) -> None:
    ours, theirs = _answer(asked, _Ours), _answer(asked, _Library)
    assert ours == theirs
    assert _answer(asked, _Ours) == theirs  # `__init__` is written by now


def test_only_a_frozen_value_with_slots_can_be_asked_for() -> None:
    anything: Any = dataclass
    with pytest.raises(TypeError):
        anything(eq=False)
