"""Fills what stands beside the open article: its study card, and where it comes from."""

from dataclasses import replace

from reader.desktop.side_panel import SidePanel
from reader.desktop.tongue import retold, tr
from reader.model.article import Article
from reader.model.study import StudyCard
from reader.store.store import Store

_WAITS = "The text has changed and waits to be studied. This is the card of the text before."


def show_card(store: Store, side: SidePanel, article: Article, card: StudyCard | None) -> None:
    from reader.desktop.study.shown_card import Shown
    from reader.operations.comparing import changed_since_seen
    from reader.operations.grouping import story

    if card:
        changes = changed_since_seen(store, article)
        side.card.show_card(Shown(article, card, changes, story(store, article.id)))
    elif before := store.studies.last(article.id):
        revisions = {row.id: row for row in store.articles.revisions(article.id)}
        text = revisions[before[0]]
        old = replace(article, revision_id=text.id, content=text.content)
        side.card.show_card(Shown(old, before[1], story=story(store, article.id), note=tr(_WAITS)))
    else:
        side.card.say(tr("This article has not been studied yet."))


def show_about(store: Store, side: SidePanel, article: Article) -> None:
    from reader.operations.grouping import story
    from reader.operations.ruling import why_tagged

    names = [row.name for row in store.tags.of([article.id])]
    tags = [retold(words) for words in why_tagged(store, article.id, names)]
    revisions, same = store.articles.revisions(article.id), story(store, article.id)
    side.about.show_article(article, revisions, tags, same)
