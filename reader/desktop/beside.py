"""Fills what stands beside the open article: its study card, and where it comes from."""

from reader.desktop.side_panel import SidePanel
from reader.desktop.tongue import retold, tr
from reader.model.article import Article
from reader.model.study import StudyCard
from reader.store.store import Store


def show_card(store: Store, side: SidePanel, article: Article, card: StudyCard | None) -> None:
    from reader.desktop.study.card_page import Shown
    from reader.operations.comparing import changed_since_seen
    from reader.operations.grouping import story

    if card is None:
        side.card.say(tr("This article has not been studied yet."))
        return
    changes = changed_since_seen(store, article)
    same = story(store, article.id)
    side.card.show_card(Shown(card, article.content.text, changes, same, article.id))


def show_about(store: Store, side: SidePanel, article: Article) -> None:
    from reader.operations.grouping import story
    from reader.operations.ruling import why_tagged

    names = [row.name for row in store.tags.of([article.id])]
    tags = [retold(words) for words in why_tagged(store, article.id, names)]
    revisions, same = store.articles.revisions(article.id), story(store, article.id)
    side.about.show_article(article, revisions, tags, same)
