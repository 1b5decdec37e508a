"""Study cards, and the facts in them that lists and queries ask for."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.model.card_json import card_from_json, card_to_json
from reader.model.facts import facts
from reader.model.study import StudyCard
from reader.store.study_values import StudyValues
from reader.store.table import Connect, Table, ids


@dataclass(frozen=True, slots=True)
class Text:
    """An article's current text, waiting to be studied. `published` is in Unix seconds."""

    article_id: int
    revision_id: int
    text: str
    published: int | None


class Studies(Table):
    """One card an article, made from its current revision."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._values = StudyValues(connect)

    def card(self, article_id: int) -> StudyCard | None:
        """The card of the article's current text; None while it was not studied."""
        row = self._one(
            """
            select c.json from card c
            join article a on a.id = c.article_id and a.revision_id = c.revision_id
            where c.article_id = ?
            """,
            (article_id,),
        )
        return card_from_json(row[0]) if row else None

    def texts(self, article_ids: Sequence[int]) -> list[Text]:
        """What to study of each article, in the order of the ids; one that is not there is left out."""
        rows = self._all(
            """
            select a.id, r.id, r.text, a.published
            from json_each(?) wanted
            join article a on a.id = wanted.value
            join revision r on r.id = a.revision_id
            order by wanted.key
            """,
            (ids(article_ids),),
        )
        return [Text(*row) for row in rows]

    def keep(self, text: Text, card: StudyCard) -> None:
        """Keep a card and its facts. Called inside a transaction."""
        self._run(
            """
            insert or replace into card (article_id, revision_id, extractor, json)
            values (?, ?, ?, ?)
            """,
            (text.article_id, text.revision_id, card.extractor, card_to_json(card)),
        )
        self._run("delete from fact where article_id = ?", (text.article_id,))
        self._many(
            """
            insert into fact (article_id, name, place, value, number, number_high)
            values (?, ?, ?, ?, ?, ?)
            """,
            [
                (text.article_id, fact.name, place, fact.value, fact.number, fact.number_high)
                for place, fact in enumerate(facts(card))
            ],
        )
        self._values.keep(text.article_id, card)
