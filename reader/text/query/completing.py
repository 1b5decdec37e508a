"""What is being typed: a word, a field's value, a tag; and the text with something else there."""

from reader.model.frozen import dataclass
from reader.text.query.fields import field_named
from reader.text.query.lexer import Token, tokens


@dataclass(frozen=True, slots=True)
class Typing:
    """`kind` is "word", "value" or "tag". What is typed stands at [start, end); `begun` is the
    part of it before the cursor. A value belongs to `field`."""

    kind: str
    start: int
    end: int
    begun: str
    field: str = ""


def typing(text: str, cursor: int) -> Typing:
    """What stands under the cursor."""
    found = tokens(text)
    at = next((n for n, token in enumerate(found) if token.start < cursor <= token.end), -1)
    if at < 0:
        return Typing(
            "value" if (group := _group(found, cursor)) else "word", cursor, cursor, "", group
        )
    token = found[at]
    begun = text[token.start : cursor]
    if token.kind == "tag":
        return Typing("tag", token.start, token.end, begun[1:])
    if token.kind == "field" and cursor == token.end:
        return _value_after(found, at, cursor)
    before = found[at - 1] if at else None
    if before and before.kind == "field" and before.end == token.start and token.kind != "(":
        return Typing("value", token.start, token.end, begun.lstrip('"“'), _field(before))
    if token.kind in ("word", "phrase") and (group := _group(found[:at], cursor)):
        return Typing("value", token.start, token.end, begun.lstrip('"“'), group)
    if token.kind == "word":
        return Typing("word", token.start, token.end, begun)
    return Typing(
        "value" if (group := _group(found, cursor)) else "word", cursor, cursor, "", group
    )


def spliced(text: str, place: Typing, chosen: str) -> tuple[str, int]:
    """The text with what was chosen in place of what is typed, and where the cursor goes."""
    gap = "" if chosen.endswith((":", "=", "<", ">")) or text[place.end : place.end + 1] else " "
    after = text[: place.start] + chosen + gap + text[place.end :]
    return after, place.start + len(chosen) + len(gap)


def quoted(value: str) -> str:
    """A value as one types it: in quotation marks where it has more than letters and digits."""
    plain = all(char.isalnum() or char in "-./_'’" for char in value)
    if (
        plain
        and value
        and value not in ("OR", "AND", "NOT")
        and value.lower() not in ("none", "any")
    ):
        return value
    return '"' + value.replace("\\", "").replace('"', r"\"") + '"'


def _value_after(found: list[Token], at: int, cursor: int) -> Typing:
    following = found[at + 1] if at + 1 < len(found) else None
    adjacent = following and following.start == cursor and following.kind in ("word", "phrase")
    end = following.end if following and adjacent else cursor
    return Typing("value", cursor, end, "", _field(found[at]))


def _group(found: list[Token], cursor: int) -> str:
    """The field whose brackets the cursor is in, as in design:(rct OR |); "" for none."""
    depth = 0
    before = [token for token in found if token.end <= cursor]
    for place in range(len(before) - 1, -1, -1):
        token = before[place]
        depth += {")": 1, "(": -1}.get(token.kind, 0)
        if depth < 0:
            opener = before[place - 1] if place else None
            if opener and opener.kind == "field" and opener.end == token.start:
                return _field(opener)
            depth = 0
    return ""


def _field(token: Token) -> str:
    field = field_named(token.text)
    return field.name if field else ""
