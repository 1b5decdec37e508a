"""What is found out once an article: kept while its card is made, and let go with it."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

_Asked = ParamSpec("_Asked")
_Told = TypeVar("_Told")

#: Articles of which it is kept: a thread has one at a time, and few threads make cards.
_ARTICLES = 2
_FORGETS: list[Callable[[], None]] = []


def once(find: Callable[_Asked, _Told]) -> Callable[_Asked, _Told]:
    """The same function, which keeps what it tells of an article, its first argument."""
    kept = lru_cache(maxsize=_ARTICLES)(find)
    _FORGETS.append(kept.cache_clear)
    return kept  # type: ignore[return-value]  # a cache takes what its function takes


def forget() -> None:
    """Let all of it go; what another thread asks for meanwhile is found out anew."""
    for let_go in _FORGETS:
        let_go()
