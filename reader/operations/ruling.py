"""Rules: what is done by itself with articles that arrive and match a query."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.model.article import Mute, ReadMark, Star, Tagging
from reader.model.change import Change, Edit, Step, Steps
from reader.model.errors import ReaderError
from reader.model.query import ArticleQuery
from reader.model.searches import Rule, Ruled
from reader.operations.reading import mark_read, star
from reader.operations.searching import understand
from reader.operations.tagging import tag, tidy
from reader.store.store import Store

#: Articles a transaction.
SLICE = 200


def save_rule(store: Store, rule: Rule) -> Change:
    """Keep a rule, a new one where its id is "". Raises ReaderError with what is missing."""
    rule = _checked(store, rule)
    old = next((row for row in store.rules.all() if row.id == rule.id), None)
    if old is None:
        place = max((row.position for row in store.rules.all()), default=-1) + 1
        rule = replace(rule, id=rule.id or str(uuid.uuid4()), position=place)
    edits = (Edit(old, rule),) if old != rule else ()
    return Change(f"Save rule “{rule.name}”", edits)


def remove_rule(rule: Rule) -> Change:
    """What the rule did stays."""
    return Change(f"Remove rule “{rule.name}”", (Edit(rule, None),))


def would_match(store: Store, query: str) -> tuple[int, int]:
    """How many articles a query matches, of how many."""
    return store.articles.count(ArticleQuery(words=query)), store.articles.total()


def run_rule(store: Store, rule: Rule) -> Change:
    """Apply a rule to the whole archive, in one step that can be undone."""
    rule = _checked(store, rule)
    return apply_rule(store, rule, list(store.articles.ids(ArticleQuery(words=rule.query))))


def take_back(store: Store, rule: Rule) -> Change:
    """Undo what a rule ever did, as far as it still stands."""
    done = store.ruled.by(rule.id)
    ids = [row.article_id for row in done]
    edits: list[Edit[object]] = []
    if rule.tag:
        names = (row for row in store.tags.of(ids) if row.name.casefold() == rule.tag.casefold())
        edits += (Edit(row, None) for row in names)
    if rule.star:
        edits += (Edit(Star(i), None) for i in sorted(store.stars.among(ids)))
    if rule.mark_read or rule.mute:
        edits += (Edit(mark, None) for mark in store.read_marks.of(sorted(ids)))
    if rule.mute:
        edits += (Edit(Mute(i), None) for i in sorted(store.mutes.among(ids)))
    edits += (Edit(row, None) for row in done)
    return Change(f"Take back rule “{rule.name}”", tuple(edits))


def apply_rule(store: Store, rule: Rule, article_ids: Sequence[int]) -> Change:
    """What a rule does to these articles, which match it."""
    edits: list[Edit[object]] = []
    if rule.tag:
        edits += tag(store, article_ids, rule.tag).edits
    if rule.star:
        edits += star(store, article_ids).edits
    if rule.mark_read or rule.mute:
        edits += mark_read(store, article_ids, at=0).edits
    if rule.mute:
        muted = store.mutes.among(article_ids)
        edits += (Edit(None, Mute(i)) for i in article_ids if i not in muted)
    known = store.ruled.among(rule.id, article_ids)
    if rule.id:
        edits += (Edit(None, Ruled(i, rule.id)) for i in article_ids if i not in known)
    return Change(f"Run rule “{rule.name}”", tuple(edits))


def rule_arrivals(store: Store) -> Steps:
    """Apply the rules to what arrived and was indexed and studied since."""
    total, done = store.pending.count("rule"), 0
    while waiting := store.pending.ready("rule", SLICE):
        rules = [rule for rule in store.rules.all() if rule.active]
        notices = [notice for rule in rules if (notice := _apply(store, rule, waiting))]
        with store.writing(durable=False):
            store.pending.done("rule", waiting)
        done += len(waiting)
        kinds = frozenset({Tagging, Star, ReadMark}) if rules else frozenset()
        report = {"notice": " ".join(notices)} if notices else None
        yield Step(done, max(total, done), f"{done:,} articles ruled", kinds, report)


def _apply(store: Store, rule: Rule, article_ids: Sequence[int]) -> str:
    """Apply a rule to arrivals; what to say of it, "" for nothing."""
    matching = sorted(store.articles.among(ArticleQuery(words=rule.query), article_ids))
    if not matching:
        return ""
    change = apply_rule(store, rule, matching)
    if change:
        store.apply(change)
    noun = "new article" if len(matching) == 1 else "new articles"
    return f"{len(matching):,} {noun} for “{rule.name}”." if rule.notify else ""


def why_tagged(store: Store, article_id: int, names: Iterable[str]) -> list[str]:
    """Tags of an article, each with the rule that put it there."""
    by = {rule.tag.casefold(): rule.name for rule in store.rules.of(article_id) if rule.tag}
    return [
        f"{name} (by the rule “{by[name.casefold()]}”)" if name.casefold() in by else name
        for name in names
    ]


def _checked(store: Store, rule: Rule) -> Rule:
    name = " ".join(rule.name.split())
    if not name or not name.isprintable():
        raise ReaderError("A rule needs a name, for example “MS trials”.")
    if not rule.query.strip():
        raise ReaderError("A rule needs a query; else it would match every article.")
    grave = [n.sentence for n in understand(store, rule.query).notices if n.grave]
    if grave:
        raise ReaderError(grave[0])
    if not (rule.tag.strip() or rule.star or rule.mark_read or rule.mute or rule.notify):
        raise ReaderError("Choose what the rule does: tag, star, mark as read, mute or say so.")
    wanted = store.tags.spelling(tidy(rule.tag)) if rule.tag.strip() else ""
    return replace(rule, name=name, query=rule.query.strip(), tag=wanted)
