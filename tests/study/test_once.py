"""What is kept of an article goes with its card."""

import weakref

from reader.study import once
from reader.study.extract import study
from reader.study.reading.article import Article

_ASKED: list[str] = []


@once.once
def _length(article: Article) -> int:
    _ASKED.append(article.text)
    return len(article.text)


def test_an_article_is_asked_once_until_it_is_let_go() -> None:
    _ASKED.clear()
    article = Article("Twelve mice ran.")
    assert _length(article) == _length(article) == 16
    assert len(_ASKED) == 1
    once.forget()
    assert _length(article) == 16
    assert len(_ASKED) == 2


def test_nothing_holds_an_article_whose_card_is_made() -> None:
    article = Article("Twelve mice ran.")
    gone = weakref.ref(article)
    _length(article)
    study("The team followed 120 adults with asthma for two years. Half of them fared better.")
    del article
    assert gone() is None
