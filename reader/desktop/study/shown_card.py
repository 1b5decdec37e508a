"""The card that is shown, of which article and text it is, and what is typed into it."""

from collections.abc import Iterable
from dataclasses import dataclass

from reader.desktop.study.card_rows import STRUCK, value_at
from reader.model.answers import answers
from reader.model.article import Article
from reader.model.card_changes import CardChanges
from reader.model.correction import key
from reader.model.story import ALONE, Story
from reader.model.study import FIELD, StudyCard, StudyValue


@dataclass(frozen=True, slots=True)
class Shown:
    """A card, the article with the text that it was made from, what changed in it since the user
    read the article, the story that the article belongs to, and a sentence to stand above."""

    article: Article
    card: StudyCard
    changes: CardChanges | None = None
    story: Story = ALONE
    note: str = ""

    @property
    def text(self) -> str:
        return self.article.content.text

    @property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """What a language model answered: the field and the value's key."""
        return tuple((field, key(value)) for field, value in answers(self.card))

    def value(self, field: str, place: int) -> StudyValue | None:
        """The value that a row shows; None for a row without one."""
        return value_at(self.card, field, place)

    def place_again(
        self, field: str, place: int, value: StudyValue | None, places: Iterable[int]
    ) -> int | None:
        """Where the row that showed a value on an earlier card stands among the `places` of its
        field now; None where the value is gone, and no decision of the user's took it away."""
        known = sorted(places)
        lower = [at for at in known if at <= max(place, 0)]
        nearest = lower[-1] if lower else None
        row = FIELD.get(field)
        if value is None or (place < STRUCK and not (row and row.many)):
            return nearest
        section = place // STRUCK
        own = [at for at in known if at // STRUCK == section]
        above = [at for at in known if at // STRUCK < section]
        for same in (_is_equal, _is_of):
            for at in (*own, *above):
                if (now := self.value(field, at)) and same(value, now):
                    return at
        struck = any(name == field and _is_of(value, out) for name, out in self.card.rejected)
        return nearest if struck or self.value(field, 0) is None else None


@dataclass(frozen=True, slots=True)
class Typing:
    """What is typed: in place of which value, None for one more or where nothing is stated.
    `passage` is the part of the article's text that becomes its evidence."""

    article: Article
    field: str
    value: StudyValue | None = None
    passage: tuple[int, int] | None = None

    @property
    def quote(self) -> str:
        return self.article.content.text[slice(*self.passage)] if self.passage else ""


def _is_equal(one: StudyValue, other: StudyValue) -> bool:
    return key(one) == key(other)


def _is_of(one: StudyValue, other: StudyValue) -> bool:
    """The same value, or the user's in its place."""
    return bool(_keys(one) & _keys(other))


def _keys(value: StudyValue) -> set[str]:
    said = value.review.said if value.review else None
    return {key(value), key(said)} if said else {key(value)}
