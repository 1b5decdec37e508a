"""Scores of what words find, the lowest the best: bm25, and what stands for it where it takes too long.

For each word or phrase bm25 first counts all articles that have it, however few are ranked.
"""

import json
from collections.abc import Sequence
from typing import Any

from reader.model.frozen import dataclass
from reader.store.query_sql import is_slow
from reader.store.table import Table

#: How many of the newest matches are ranked; ranking visits every match it ranks.
WINDOW = 1000
#: bm25 weights of title and text.
_WEIGHTS = "8.0, 1.0"
#: Words of more articles than this are left out of bm25 beside one that is so many times rarer, for
#: they tell little then.
_COSTLY, _TELLING = 50_000, 64
#: Newest articles with a word by which one guesses how many have it.
_SAMPLE = 40
#: Where a word has no more articles than this, those that have others, too, are hardly too many.
_UPWARDS = 20_000
#: How many articles of a word are gone through twice in the time that it takes to read the text of one.
_TO_READ = 75


@dataclass(frozen=True, slots=True)
class Found:
    """Ids, the best first, or ids with their scores; and whether nothing else was found."""

    rows: Sequence[Any] = ()
    is_whole: bool = True


#: What rows may be of.
IDS, SCORES = "id", "id, score"


class Scoring(Table):
    """The best of the newest matches; of equal ones the newest first."""

    def titles(self, asked: str, most: int, columns: str = IDS) -> Found:
        scored = (
            f"select rowid as id, bm25(titles) * 8 as score from titles where {_newest('titles')}"
        )
        return self._found(scored, {"asked": asked}, most, columns)

    def texts(self, asked: Sequence[str], most: int, columns: str = IDS) -> Found:
        """Articles in whose titles and texts all of it is found."""
        having = {one: self.about(one) for one in asked} if len(asked) > 1 else {}
        telling = _telling(having) or asked
        values = {"asked": " AND ".join(asked), "telling": " AND ".join(telling)}
        if having and min(having.values()) < _UPWARDS and not any(map(is_slow, asked)):
            upwards = _in_texts(_OLDEST, telling == asked)
            found = self._found(upwards, values, WINDOW + 1, columns)
            if len(found.rows) <= WINDOW:
                return Found(found.rows[:most], len(found.rows) <= most)
        return self._found(_in_texts(_newest("words"), telling == asked), values, most, columns)

    def phrase(self, asked: str, phrase: str, most: int) -> Found:
        """Articles with one phrase. Where to find it takes long, it is not looked for once more to be
        counted: how often it stands in the texts says the same of their order."""
        values = {"asked": asked}
        found = self._packed("id", f"select rowid as id from words where {_OLDEST}", values)
        if len(found) > WINDOW:
            newest = f"select rowid as id from words where {_newest('words')}"
            found = self._packed("id", newest, values)
        rarest = min(self.about(f'"{word}"') for word in phrase.split())
        if rarest < _TO_READ * len(found):
            return self.texts([asked], most)
        return self._found(_COUNTED, {"found": json.dumps(found), "phrase": phrase.lower()}, most)

    def telling(self, asked: Sequence[str]) -> list[str]:
        """Without what so many articles have that bm25 says little of it beside the rest."""
        return _telling({one: self.about(one) for one in asked})

    def about(self, asked: str) -> float:
        """How many articles have it, by how close together the newest of them lie. What takes long to
        find is taken for rare."""
        if is_slow(asked):
            return 0.0
        count, low, high = self._one(
            f"""
            select count(*), min(id), max(id) from (
                select rowid as id from words where words match ? order by rowid desc limit {_SAMPLE})
            """,
            (asked,),
        )
        return float(count * high / (high - low + 1) if count == _SAMPLE else count)

    def _found(self, scored: str, values: dict[str, str], most: int, columns: str = IDS) -> Found:
        rows = self._packed(
            columns,
            f"select id, score from ({scored}) order by score, id desc limit :most",
            {**values, "most": most},
        )
        return Found(rows, len(rows) < min(most, WINDOW))


def _telling(having: dict[str, float]) -> list[str]:
    most = max(_COSTLY, _TELLING * min(having.values(), default=0.0))
    return [one for one in having if having[one] <= most]


def _in_texts(matches: str, is_all: bool) -> str:
    """All that is asked for decides where; what is telling gives the scores."""
    scored = f"select rowid as id, bm25(words, {_WEIGHTS}) as score from words where"
    if is_all:
        return f"{scored} {matches}"
    return f"{scored} words match :telling and +rowid in (select rowid from words where {matches})"


def _newest(table: str) -> str:
    return f"{table} match :asked order by rowid desc limit {WINDOW}"


#: By rising id, as the index has them, which is faster; of use where they are not too many.
_OLDEST = f"words match :asked order by rowid limit {WINDOW + 1}"

#: bm25 of a phrase by its occurrences letter by letter; what is found otherwise counts as once. That it
#: is rare or common is the same for all.
_COUNTED = """
    select id, -2.2 * times / (times + 1.2 * (0.25 + 0.75 * letters / avg(letters) over ())) as score
    from (
        select i.article_id as id, length(r.text) as letters, max(1, (length(r.text)
            - length(replace(lower(r.text), :phrase, ''))) / length(:phrase)) as times
        from json_each(:found) found
        join indexed i on i.article_id = found.value
        join revision r on r.id = i.revision_id
    )
    """
