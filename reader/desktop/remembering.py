"""How the window was left, and so how it is found again: what is folded, which article was chosen.

Sizes of window and panes are kept by the window and its arrangement.
"""

from PySide6.QtCore import QSettings

from reader.desktop.panes import Panes


def remember(panes: Panes, kept: QSettings) -> None:
    article = panes.opened.article
    kept.setValue("folded", "\n".join(sorted(panes.sidebar.folded)))
    kept.setValue("tab", panes.side.currentIndex())
    kept.setValue("article", article.id if article else 0)


def restore(panes: Panes, kept: QSettings) -> None:
    panes.sidebar.folded = set(str(kept.value("folded", "")).split("\n")) - {""}
    panes.side.setCurrentIndex(_number(kept, "tab"))
    if article_id := _number(kept, "article"):
        _choose_once_listed(panes, article_id)


def _choose_once_listed(panes: Panes, article_id: int) -> None:
    """Open the article again if the first list has it; that is no reading, so it marks nothing."""

    def choose(_: int) -> None:
        panes.list.counted.disconnect(choose)
        if panes.opened.article is None and panes.list.stand_at(article_id):
            panes.opened.show(article_id)

    panes.list.counted.connect(choose)


def _number(kept: QSettings, name: str) -> int:
    found = str(kept.value(name, 0))
    return int(found) if found.isdecimal() else 0
