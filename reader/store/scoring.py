"""Scores of what words find, the lowest the best: bm25, and what stands for it where it takes too long.

For each word or phrase bm25 first counts all articles that have it, however few are ranked.
"""

import json
from collections.abc import Sequence

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
_SAMPLE = 100
#: How many articles of a word are gone through twice in the time that it takes to read the text of one.
_TO_READ = 75


@dataclass(frozen=True, slots=True)
class Found:
    """Articles with their scores, the best first; and whether nothing else was found."""

    rows: tuple[tuple[int, float], ...] = ()
    is_whole: bool = True

    @property
    def ids(self) -> list[int]:
        return [article_id for article_id, _ in self.rows]


class Scoring(Table):
    """The best of the newest matches; of equal ones the newest first."""

    def titles(self, asked: str, most: int) -> Found:
        return self._found(self._scored("titles", "bm25(titles) * 8"), {"asked": asked}, most)

    def texts(self, asked: Sequence[str], most: int) -> Found:
        """Articles in whose titles and texts all of it is found."""
        values = {"asked": " AND ".join(asked), "telling": " AND ".join(self.telling(asked))}
        scored = self._scored("words", f"bm25(words, {_WEIGHTS})")
        if values["telling"] != values["asked"]:
            scored = self._scored(
                "words",
                f"bm25(words, {_WEIGHTS})",
                f"""words match :telling and +rowid in (
                    select rowid from words where words match :asked
                    order by rowid desc limit {WINDOW})""",
            )
        return self._found(scored, values, most)

    def phrase(self, asked: str, phrase: str, most: int) -> Found:
        """Articles with one phrase. Where to find it takes long, it is not looked for once more to be
        counted: how often it stands in the texts says the same of their order."""
        found = self._packed(
            "id",
            f"""
            select rowid as id from words where words match ? order by rowid desc limit {WINDOW}
            """,
            (asked,),
        )
        rarest = min(self.about(f'"{word}"') for word in phrase.split())
        if rarest < _TO_READ * len(found):
            return self.texts([asked], most)
        return self._found(_COUNTED, {"found": json.dumps(found), "phrase": phrase.lower()}, most)

    def telling(self, asked: Sequence[str]) -> list[str]:
        """Without what so many articles have that bm25 says little of it beside the rest."""
        if len(asked) < 2:
            return list(asked)
        having = {one: self.about(one) for one in asked}
        most = max(_COSTLY, _TELLING * min(having.values()))
        return [one for one in asked if having[one] <= most]

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

    def _found(self, scored: str, values: dict[str, str], most: int) -> Found:
        rows = self._packed(
            "id, score",
            f"select id, score from ({scored}) order by score, id desc limit :most",
            {**values, "most": most},
        )
        return Found(tuple((n, score) for n, score in rows), len(rows) < min(most, WINDOW))

    @staticmethod
    def _scored(table: str, score: str, where: str = "") -> str:
        where = where or f"{table} match :asked order by rowid desc limit {WINDOW}"
        return f"select rowid as id, {score} as score from {table} where {where}"


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
