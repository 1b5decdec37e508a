"""Words find articles, by their text and by what the user wrote."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.model.annotation import Annotation, Note, TextPositionSelector, TextQuoteSelector
from reader.model.article import Tagging
from reader.model.change import Change, Edit
from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.operations.searching import save_search
from reader.store.store import Store
from tests.conftest import NOW, arrive, entry


@pytest.fixture
def articles(store: Store, feed: Feed) -> dict[str, int]:
    found = arrive(
        store,
        feed,
        entry(1, title="Sleep and stroke", html="<p>A cohort of naïve nurses.</p>"),
        entry(2, title="Stem cells in MS", html="<p>Transplantation, see 10.5555/abc.1, p53.</p>"),
        entry(3, title="Café au lait", html="<p>About coffee and stroke.</p>"),
    )
    rows = store.articles.rows(found)
    return {rows[i].title.split()[0]: i for i in found}


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("stroke", ["Café", "Sleep"]),
        ("STROKE nurses", ["Sleep"]),
        ("naive", ["Sleep"]),
        ("cafe", ["Café"]),
        ("transpl", ["Stem"]),
        ('"stem cells"', ["Stem"]),
        ('"cells stem"', []),
        ("10.5555/abc.1", ["Stem"]),
        ("p53", ["Stem"]),
        ("nothing-like-it", []),
        ("***", []),
        ("'; drop table article; --", []),
        ("x" * 10_000, []),
        ("\ud800 stroke", ["Café", "Sleep"]),
    ],
)
def test_words_find_articles(
    store: Store, articles: dict[str, int], words: str, titles: list[str]
) -> None:
    found = store.articles.ids(ArticleQuery(words=words))
    assert list(found) == [articles[title] for title in titles]


def test_relevance_puts_a_title_before_a_text(store: Store, articles: dict[str, int]) -> None:
    found = store.articles.ids(ArticleQuery(words="stroke", sort="relevance"))
    assert list(found) == [articles["Sleep"], articles["Café"]]


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("stroke OR zebra", ["Sleep", "Café"]),
        ("(stroke OR zebra) -lait", ["Sleep"]),
        ("title:stroke OR text:stroke", ["Sleep", "Café"]),
        ("stroke (cohort OR au)", ["Café", "Sleep"]),  # "au" is in a title, too
        ("stroke OR C++ OR sleep", ["Sleep", "Café"]),
        ("strok", ["Sleep", "Café"]),
        ("slee OR strok", ["Sleep", "Café"]),
    ],
)
def test_alternatives_are_ranked_too(
    store: Store, articles: dict[str, int], words: str, titles: list[str]
) -> None:
    found = store.articles.ids(ArticleQuery(words=words, sort="relevance"))
    assert list(found) == [articles[title] for title in titles]


def test_what_is_ranked_holds_for_all_of_the_query(
    store: Store, articles: dict[str, int], feed: Feed
) -> None:
    """Ranking looks at words alone; other conditions are checked, however they are said."""
    store.apply(save_search(store, "Coffee", "coffee"))
    for words in ("stroke search:coffee", "stroke note:coffee OR stroke coffee"):
        found = store.articles.ids(ArticleQuery(words=words, sort="relevance"))
        assert list(found) == [articles["Café"]]
    (plus,) = arrive(store, feed, entry(9, title="Notes", html="<p>C++ and C.</p>"))[:1]
    arrive(store, feed, entry(10, title="C", html="<p>The letter C.</p>"))
    for words in ("C++", "c C++", "C++ OR zebra"):
        assert plus in store.articles.ids(ArticleQuery(words=words, sort="relevance"))
        assert len(store.articles.ids(ArticleQuery(words=words, sort="relevance"))) == 1


def test_own_words_are_found_beside_the_text(store: Store, articles: dict[str, int]) -> None:
    article = articles["Stem"]
    quote = TextQuoteSelector("Transplantation")
    highlight = Annotation("a1", article, 2, quote, TextPositionSelector(17, 32), "blue", NOW)
    note = Note("n1", article, "a1", "ask about zebrafish", NOW, NOW)
    put = Change("Note", tuple(Edit(None, r) for r in (highlight, note, Tagging(article, "todo"))))
    store.apply(put)
    for words in ("zebrafish", "todo", "zebrafish transplantation", "todo zebra"):
        assert list(store.articles.ids(ArticleQuery(words=words))) == [article]
        assert list(store.articles.ids(ArticleQuery(words=words, sort="relevance"))) == [article]
    hit = store.search.hits("zebrafish", [article])[article]
    assert (hit.where, hit.snippet) == ("note", "ask about \x02zebrafish\x03")
    store.apply(put.reversed())
    assert not list(store.articles.ids(ArticleQuery(words="zebrafish")))


def test_hits_show_the_words_where_they_stand(store: Store, articles: dict[str, int]) -> None:
    hit = store.search.hits("coffee", list(articles.values()))
    assert {i: h.snippet for i, h in hit.items()} == {
        articles["Café"]: "Café au lait\nAbout \x02coffee\x03 and stroke."
    }


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=300,
)
@given(st.text(max_size=40) | st.text(alphabet='"*()^-+:{}ORANDNEAR \\', max_size=30))
def test_nothing_that_is_typed_is_an_error(store: Store, words: str) -> None:
    for sort in ("newest", "relevance"):
        found = store.articles.ids(ArticleQuery(words=words, sort=sort))
        store.search.hits(words, found)


def test_what_is_written_without_spaces_is_shown_where_it_stands(store: Store, feed: Feed) -> None:
    said = "<p>大学の研究者が多発性硬化症の患者を二年間追跡した。</p><p>多発性硬化症は難しい。</p>"
    (article,) = arrive(store, feed, entry(1, title="東京の報告", html=said))
    hits = store.search.hits("硬化症", [article])
    assert "多発性\x02硬化症\x03の患者" in hits[article].snippet
    assert store.search.hits("東京", [article])[article].snippet.startswith("\x02東京\x03の報告")
    assert store.search.hits("大阪", [article]) == {}


def test_the_beginning_of_a_word_is_marked_in_the_articles_of_a_page_alone(
    store: Store, feed: Feed
) -> None:
    texts = ("swimming helps", "running helps", "swimmers tire")
    ids = arrive(store, feed, *(entry(n, html=f"<p>{text}</p>") for n, text in enumerate(texts, 1)))
    hits = store.search.hits("swimm", ids[::2])
    assert {i: hit.snippet for i, hit in hits.items()} == {
        ids[2]: "Article 1\n\x02swimming\x03 helps",
        ids[0]: "Article 3\n\x02swimmers\x03 tire",
    }
