"""Study cards, and the facts in them that lists and queries ask for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reader.model.answers import Answer, answers, with_answers
from reader.model.card_json import card_to_json
from reader.model.effective import effective
from reader.model.facts import Fact, facts
from reader.model.published import NOTHING, Published, from_entry
from reader.model.study import StudyCard
from reader.store.anchoring import Anchoring
from reader.store.correction_rows import CorrectionRows
from reader.store.histories import Histories
from reader.store.kept_cards import kept_card
from reader.store.publications import Publications
from reader.store.study_values import StudyValues
from reader.store.table import Connect, Table, ids


@dataclass(frozen=True, slots=True)
class Text:
    """An article's current text, waiting to be studied. `published` is in Unix seconds."""

    article_id: int
    revision_id: int
    text: str
    published: int | None
    known: Published = NOTHING


class Studies(Table):
    """One card an article, made from its current revision; the cards of earlier texts beside it."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._corrections = CorrectionRows(connect)
        self._anchoring = Anchoring(connect)
        self._values = StudyValues(connect)
        self._publications = Publications(connect)
        self._past = Histories(connect)

    def card(self, article_id: int) -> StudyCard | None:
        """The card of the article's current text as it holds: what was extracted with what the
        user decided. None while the text was not studied."""
        card = self.extracted(article_id)
        return self.with_decisions(article_id, card) if card else None

    def extracted(self, article_id: int) -> StudyCard | None:
        """The card of the article's current text as extraction made it."""
        row = self._one(
            """
            select c.json from card c
            join article a on a.id = c.article_id and a.revision_id = c.revision_id
            where c.article_id = ?
            """,
            (article_id,),
        )
        return kept_card(row[0]) if row else None

    def is_damaged(self, article_id: int) -> bool:
        """Whether there is a card of the article that cannot be read: it must be made anew."""
        row = self._one("select json from card where article_id = ?", (article_id,))
        return row is not None and kept_card(row[0]) is None

    def last(self, article_id: int) -> tuple[int, StudyCard] | None:
        """The last card that was made of the article, with the user's decisions, and the revision
        it was made from, which need not be the current one."""
        row = self._one(
            """
            select r.id, r.text, c.json from card c join revision r on r.id = c.revision_id
            where c.article_id = ?
            """,
            (article_id,),
        )
        card = kept_card(row[2]) if row else None
        if card is None:
            return None
        made = self._corrections.among([article_id])
        placed = self._anchoring.placed(made, {article_id: (row[0], row[1])})
        return row[0], effective(card, placed.get(article_id, ()))

    def extracted_from(self, article_id: int, revision_id: int) -> StudyCard | None:
        """The card of one text of the article, current or not."""
        row = self._one(
            """
            select json from card where article_id = :article and revision_id = :revision
            union all
            select json from earlier_card where article_id = :article and revision_id = :revision
            """,
            {"article": article_id, "revision": revision_id},
        )
        return kept_card(row[0]) if row else None

    def with_decisions(self, article_id: int, card: StudyCard) -> StudyCard:
        """A card of the article's current text, with what the user decided worked in."""
        return self.decided({article_id: card})[article_id]

    def decided(self, cards: Mapping[int, StudyCard]) -> dict[int, StudyCard]:
        """Cards of the current texts of articles by their ids, with the user's decisions."""
        made = self._corrections.among(cards)
        if not made:
            return dict(cards)
        placed = self._anchoring.placed(made)
        return {number: effective(card, placed.get(number, ())) for number, card in cards.items()}

    def texts(self, article_ids: Sequence[int]) -> list[Text]:
        """What to study of each article, in the order of the ids; one that is not there is left out."""
        rows = self._all(
            """
            select a.id, r.id, r.text, a.published, a.categories, a.guid, a.link
            from json_each(?) wanted
            join article a on a.id = wanted.value
            join revision r on r.id = a.revision_id
            order by wanted.key
            """,
            (ids(article_ids),),
        )
        papers = self._publications.of(article_ids)
        return [
            Text(row[0], row[1], row[2], row[3], papers.get(row[0], NOTHING).filled(_stated(row)))
            for row in rows
        ]

    def still_current(self, texts: Sequence[Text]) -> set[int]:
        """The articles whose text is the one that was studied; the others wait to be read again."""
        rows = self._all(
            """
            select id, revision_id from article
            where id in (select value from json_each(?))
            """,
            (ids(text.article_id for text in texts),),
        )
        now = dict(rows)
        return {t.article_id for t in texts if now.get(t.article_id) == t.revision_id}

    def keep(self, text: Text, card: StudyCard) -> None:
        """Keep a card and its facts; the card of an earlier text is put by, and what it said
        otherwise goes into the history. Answers of a language model on the card before are kept
        where what they quote still stands. In a transaction."""
        card = self._with_earlier_answers(text, card)
        self._past.note_card(text.article_id, card)
        self._run(
            """
            insert or replace into earlier_card (article_id, revision_id, extractor, json)
            select article_id, revision_id, extractor, json from card
            where article_id = ? and revision_id <> ?
            """,
            (text.article_id, text.revision_id),
        )
        self._run(
            """
            insert or replace into card (article_id, revision_id, extractor, json)
            values (?, ?, ?, ?)
            """,
            (text.article_id, text.revision_id, card.extractor, card_to_json(card)),
        )
        self._run(
            "delete from earlier_card where article_id = ? and revision_id = ?",
            (text.article_id, text.revision_id),
        )
        self.renew_facts([text.article_id])

    def answered(self, article_id: int, found: Sequence[Answer]) -> int:
        """Keep what a language model said of an article, whatever its text and card are by now, in
        place of what one said before; how many answers that is. In a transaction."""
        row = self._one(
            """
            select c.json, r.text from card c join revision r on r.id = c.revision_id
            where c.article_id = ?
            """,
            (article_id,),
        )
        before = kept_card(row[0]) if row else None
        if before is None:
            return 0
        card = with_answers(before, found, row[1])
        self._run("update card set json = ? where article_id = ?", (card_to_json(card), article_id))
        return len(answers(card))

    def _with_earlier_answers(self, text: Text, card: StudyCard) -> StudyCard:
        """Few cards have any: the others are not unpacked to see."""
        row = self._one(
            """select json from card where article_id = ? and instr(json, '"method":"model:')""",
            (text.article_id,),
        )
        before = kept_card(row[0]) if row else None
        if before is None:
            return card
        return with_answers(card, (*answers(card), *answers(before)), text.text)

    def renew_facts(self, article_ids: Iterable[int]) -> None:
        """Let lists show what the cards say now. Called inside a transaction."""
        for article_id in article_ids:
            card = self.card(article_id) or self._before(article_id)
            if card is None:
                continue
            self._run("delete from fact where article_id = ?", (article_id,))
            self._many(
                """
                insert into fact (article_id, place, name, value, number, number_high, quoted)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                [(article_id, at, *_columns(fact)) for at, fact in enumerate(facts(card))],
            )
            self._values.keep(article_id, card)

    def _before(self, article_id: int) -> StudyCard | None:
        """The card of the text before, while the text waits to be studied: it is the one shown."""
        last = self.last(article_id)
        return last[1] if last else None


def _columns(fact: Fact) -> tuple[Any, ...]:
    return (fact.name, fact.value, fact.number, fact.number_high, fact.quoted)


def _stated(row: Sequence[Any]) -> Published:
    """What categories, guid and link of an entry say of its paper."""
    return from_entry(row[4].split("\n"), row[5], row[6])
