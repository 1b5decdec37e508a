"""What an import adds to articles: tags, stars, notes, highlights where they stand now.

Nothing the user has is ever replaced by something older; a note of his is added to, not lost.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reader.model.annotation import (
    Annotation,
    AnnotationTagging,
    Note,
    TextPositionSelector,
    TextQuoteSelector,
)
from reader.model.article import ReadMark, Star, Tagging
from reader.model.change import Edit
from reader.model.correction import Correction
from reader.model.csl_json import reference_to_csl
from reader.model.errors import ReaderError
from reader.model.imported import Citation, FoundHighlight, FoundItem, FoundNote, Imported
from reader.operations import deciding
from reader.operations.tagging import tidy
from reader.store.store import Store
from reader.text import anchors

#: Items whose rows are looked up at once.
_PAGE = 500
_KINDS = (ReadMark, Star, Tagging, Citation, Annotation, AnnotationTagging, Note, Correction)

Edits = list[Edit[Any]]
Known = tuple[int, FoundItem]


def has_news(store: Store, known: Sequence[Known]) -> list[bool]:
    """Whether each item brings something that its article does not have yet."""
    additions = Additions(store, 0)
    return [bool(edits) for edits in additions.each(known)]


@dataclass(slots=True)
class Additions:
    """The edits that items come to. `now` stands in where a file gives no time."""

    store: Store
    now: int
    spellings: dict[str, str] = field(default_factory=dict)
    #: Ids that are in the archive, or given out in this change: none is put twice.
    taken: set[str] = field(default_factory=set)

    def of(self, arriving: Sequence[tuple[Imported, FoundItem]], known: Sequence[Known]) -> Edits:
        """All edits, the rows of a kind together, as the archive takes them fastest."""
        fresh = [item for _, item in arriving]
        marks = {mark.id for item in fresh for mark in item.highlights}
        self.taken.update(self.store.annotations.among(marks))
        decided = {row.id for item in fresh for row in item.decisions}
        self.taken.update(self.store.corrections.known(decided))
        self.taken.update(self.store.notes.among(_note_ids([*fresh, *(item for _, item in known)])))
        edits = [edit for row, item in arriving for edit in self._fresh(row, item)]
        edits += [edit for found in self.each(known) for edit in found]
        order = {kind: at for at, kind in enumerate(_KINDS)}
        return sorted(edits, key=lambda edit: order[type(edit.after or edit.before)])

    def each(self, known: Sequence[Known]) -> Iterator[Edits]:
        """What each item adds to the article it is."""
        for start in range(0, len(known), _PAGE):
            page = known[start : start + _PAGE]
            there = _There.of(self.store, page)
            yield from (self._added(article_id, item, there) for article_id, item in page)

    def _fresh(self, row: Imported, item: FoundItem) -> Edits:
        """All that comes with a new article."""
        edits: Edits = [Edit(None, tag) for tag in self._tags(row.article_id, item, set())]
        edits += [Edit(None, ReadMark(row.article_id))] if item.read else []
        edits += [Edit(None, Star(row.article_id))] if item.starred else []
        edits += [Edit(None, cited)] if (cited := _citation(row.article_id, item)) else []
        edits += self._note(row.article_id, "", item.note, None)
        text = row.entry.content.text
        for mark in item.highlights:
            edits += self._mark(row.article_id, row.revision_id, text, mark)
        there = (row.article_id, row.revision_id, text)
        return edits + deciding.edits(there, item.decisions, (), self.taken)

    def _added(self, article_id: int, item: FoundItem, there: "_There") -> Edits:
        """What of an item its article does not have."""
        tags = self._tags(article_id, item, there.tags.get(article_id, set()))
        edits: Edits = [Edit(None, tag) for tag in tags]
        if item.starred and article_id not in there.stars:
            edits.append(Edit(None, Star(article_id)))
        edits += _cited(there.citations.get(article_id), _citation(article_id, item))
        edits += self._note(article_id, "", item.note, there.notes.get(article_id))
        missing = []
        for mark in item.highlights:
            if mark.id in there.marks:
                annotation, note = there.marks[mark.id]
                edits += self._note(annotation.article_id, annotation.id, mark.note, note)
            else:
                missing.append(mark)
        wanted = missing or item.decisions
        article = self.store.articles.one(article_id) if wanted else None
        if article is None:
            return edits
        place = (article_id, article.revision_id, article.content.text)
        for mark in missing:
            edits += self._mark(*place, mark)
        before = self.store.corrections.of(article_id)
        return edits + deciding.edits(place, item.decisions, before, self.taken)

    def _tags(self, article_id: int, item: FoundItem, there: set[str]) -> Iterator[Tagging]:
        have = set(there)
        for name in item.tags:
            spelt = self._spelt(name)
            if spelt and spelt.casefold() not in have:
                have.add(spelt.casefold())
                yield Tagging(article_id, spelt)

    def _spelt(self, name: str) -> str:
        """A tag as it is spelt in the archive, "" for what can be none."""
        if name.casefold() not in self.spellings:
            try:
                spelt = self.store.tags.spelling(tidy(name))
            except ReaderError:
                spelt = ""
            self.spellings[name.casefold()] = spelt
        return self.spellings[name.casefold()]

    def _mark(self, article_id: int, revision_id: int, text: str, mark: FoundHighlight) -> Edits:
        if mark.id in self.taken:
            return []
        self.taken.add(mark.id)
        quote, place = _placed(text, mark)
        made = Annotation(
            *(mark.id, article_id, revision_id, quote, place, mark.colour),
            created=mark.created or self.now,
        )
        spelt = {tag.casefold(): tag for name in mark.tags if (tag := self._spelt(name))}
        tags = [Edit(None, AnnotationTagging(mark.id, article_id, tag)) for tag in spelt.values()]
        return [Edit(None, made), *tags, *self._note(article_id, mark.id, mark.note, None)]

    def _note(
        self, article_id: int, annotation_id: str, new: FoundNote | None, old: Note | None
    ) -> Edits:
        """A note put, brought up to date by a newer one, or added to where it is another's."""
        if new is None or (old and new.text in old.text):
            return []
        if old is None:
            if new.id in self.taken:
                return []
            self.taken.add(new.id)
            times = (new.created or self.now, new.modified or new.created or self.now)
            return [Edit(None, Note(new.id, article_id, annotation_id, new.text, *times))]
        if old.id != new.id:
            joined = f"{old.text}\n\n{new.text}"
            return [Edit(old, replace(old, text=joined, modified=self.now or old.modified))]
        if new.modified <= old.modified:
            return []
        return [Edit(old, replace(old, text=new.text, modified=new.modified))]


@dataclass(frozen=True, slots=True)
class _There:
    """What a page of articles has already."""

    tags: dict[int, set[str]]
    stars: set[int]
    citations: dict[int, Citation]
    notes: dict[int, Note]
    marks: dict[str, tuple[Annotation, Note | None]]

    @classmethod
    def of(cls, store: Store, page: Sequence[Known]) -> "_There":
        article_ids = [article_id for article_id, _ in page]
        tags: dict[int, set[str]] = {}
        for row in store.tags.of(article_ids):
            tags.setdefault(row.article_id, set()).add(row.name.casefold())
        return cls(
            tags=tags,
            stars=store.stars.among(article_ids),
            citations=store.citations.among(article_ids),
            notes=store.notes.of_articles(article_ids),
            marks=store.annotations.among(mark.id for _, item in page for mark in item.highlights),
        )


def _note_ids(items: Iterable[FoundItem]) -> Iterator[str]:
    for item in items:
        notes = (item.note, *(mark.note for mark in item.highlights))
        yield from (note.id for note in notes if note)


def _cited(old: Citation | None, new: Citation | None) -> Edits:
    """A reference put, or the one that is there with what a later one says anew."""
    if new is None or old is None:
        return [Edit(None, new)] if new else []
    before, after = json.loads(old.json), json.loads(new.json)
    joined = {**before, **after, "id": before.get("id", "")}
    if isinstance(kept := before.get("custom"), dict):
        joined["custom"] = {**kept, **after.get("custom", {})}
    row = Citation(old.article_id, json.dumps(joined, sort_keys=True))
    return [Edit(old, row)] if row != old else []


def _citation(article_id: int, item: FoundItem) -> Citation | None:
    if item.reference is None:
        return None
    return Citation(article_id, json.dumps(reference_to_csl(item.reference), sort_keys=True))


def _placed(text: str, mark: FoundHighlight) -> tuple[TextQuoteSelector, TextPositionSelector]:
    """A highlight's words and place in a text: where the file says, else where they are found.

    Words that cannot be found for certain keep what the file says; they are then an orphan.
    """
    said = mark.position or TextPositionSelector(0, 0)
    if mark.position and text[said.start : said.end] == mark.quote.exact:
        return mark.quote, said
    place = anchors.find(text, mark.quote, said)
    if place.state == "ok":
        return mark.quote, TextPositionSelector(place.start, place.end)
    if found := _across_lines(text, mark.quote.exact):
        return anchors.quote(text, *found), TextPositionSelector(*found)
    return mark.quote, TextPositionSelector(0, 0) if place.state == "ambiguous" else said


def _across_lines(text: str, words: str) -> tuple[int, int] | None:
    """Where words stand when any white space counts as any other; None unless in one place."""
    parts = words.split()
    if not parts or len(parts) > 2_000:
        return None
    places = list(_first_two(re.finditer(r"\s+".join(map(re.escape, parts)), text)))
    return places[0].span() if len(places) == 1 else None


def _first_two(found: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    for at, match in enumerate(found):
        if at == 2:
            return
        yield match
