"""What is noticed while a query is read, each with its place and, where there is one, a mend."""

from reader.model.query_tree import Notice
from reader.text.query.lexer import Token

#: Nobody reads more of them.
_MOST = 20


class Notices:
    """The notices of one text; `mended` is always the whole of it after the fix."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._kept: list[Notice] = []

    def all(self) -> tuple[Notice, ...]:
        return tuple(self._kept[:_MOST])

    def keep(self, notice: Notice) -> None:
        self._kept.append(notice)

    def say(
        self,
        token: Token,
        sentence: str,
        fix: str = "",
        mended: str = "",
        *,
        grave: bool = True,
    ) -> None:
        self.keep(Notice(token.start, token.end, sentence, fix, mended, grave))

    def offer_removal(self, sentence: str, start: int, end: int, *, grave: bool = False) -> None:
        """What stands between two places can be taken away."""
        mended = f"{self._text[:start]} {self._text[end:]}".strip()
        self.keep(Notice(start, end, sentence, "Remove it", mended, grave))
