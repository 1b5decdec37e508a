"""The query language finds what it says, by ways that do not look at every article."""

import random
from datetime import datetime

import pytest

from reader.model.annotation import (
    Annotation,
    AnnotationTagging,
    Note,
    TextPositionSelector,
    TextQuoteSelector,
)
from reader.model.article import ReadMark, Star, Tagging
from reader.model.change import Change, Edit
from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.store import lists, parts, query_sql
from reader.store.store import Store
from tests.cards import study, value
from tests.conftest import NOW, arrive, entry
from tests.text.query.test_parser import mutated


def at(day: str) -> int:
    return int(datetime.fromisoformat(day).timestamp())


#: Title, text and day of invented articles; each is found by the first word of its title.
ARTICLES = (
    ("Stem cells in MS", "A small trial of TGF-β and C++ tools; 50% improved.", "2023-05-01"),
    ("Coffee and stroke", "A cohort of naïve nurses, see 10.5555/abc.1 and p53.", "2024-01-15"),
    ("Mice without sleep", "An experiment with IL-6 and interferon gamma.", "2024-02-20"),
    ("Weather report", "Nothing of a study; 50 people, a class in C.", "2024-03-05"),
    ("多発性硬化症の治験", "東京の研究者による報告。", "2024-04-01"),
)


@pytest.fixture
def names(store: Store, feed: Feed) -> dict[str, int]:
    """Articles with cards, marks, tags and notes; ids by the first word of the title."""
    entries = [
        entry(n, title=title, html=f"<p>{text}</p>", published=at(day), author=f"Ann Writer{n}")
        for n, (title, text, day) in enumerate(ARTICLES, 1)
    ]
    rows = store.articles.rows(arrive(store, feed, *entries))
    found = {row.title.split()[0]: i for i, row in rows.items()}
    study(
        store, found["Stem"], study_type="randomized_controlled_trial", blinding="double",
        sample_size=value(120, arms=[{}, {}]), condition=["multiple sclerosis", "Crohn’s disease"],
        follow_up=value("2–15 years", min_years=2, max_years=15), country=["United Kingdom"],
        nct_id="NCT01234567", phase="2/3",
        key_results=[value("x", p="<0.01", measure="HR", estimate=0.54)],
    )  # fmt: skip
    study(
        store, found["Coffee"], study_type="cohort", sample_size=4800, doi="10.5555/abc.1",
        condition=["stroke"], country=["Japan", "United States"], journal="Annals of Testing",
        limitations=[value("It was observational.", code="observational")],
        follow_up=value("six months", min_years=0.5, max_years=0.5),
    )  # fmt: skip
    study(store, found["Mice"], study_type="animal", species="mouse", sample_size=value(24, 0.4))
    study(store, found["Weather"])
    quote = TextQuoteSelector("naïve nurses")
    rows_ = [
        Annotation("a1", found["Coffee"], 2, quote, TextPositionSelector(27, 39), "blue", NOW),
        Note("n1", found["Coffee"], "a1", "ask about zebrafish", NOW, NOW),
        Note("n2", found["Mice"], "", "compare with coffee", NOW, NOW),
        Tagging(found["Stem"], "MS/Relapse"), Tagging(found["Coffee"], "MSG"),
        ReadMark(found["Weather"], at("2024-03-01")), Star(found["Mice"]),
    ]  # fmt: skip
    store.apply(Change("Begin", tuple(Edit(None, row) for row in rows_)))
    return found


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("stem", "Stem"),
        ("stem OR coffee ", "Mice Coffee Stem"),
        ("title:coffee ", "Coffee"),
        ("text:nothing", "Weather"),
        ("note:coffee ", "Mice"),
        ("-(-note:coffee) -(-colour:blue)", ""),
        ("-(-note:coffee) n<100", "Mice"),
        ("quote:nurses", "Coffee"),
        ("coffee -mice ", "Coffee"),
        ("NOT coffee ", "多発性硬化症の治験 Weather Stem"),
        ("zebrafish nurses", "Coffee"),
        ("zebrafish mice ", ""),
        ("design:rct", "Stem"),
        ("design:trial", "Stem"),
        ("design:(rct OR cohort)", "Coffee Stem"),
        ("-design:rct", "多発性硬化症の治験 Weather Mice Coffee"),
        ("design:observational", "Coffee"),
        ("condition:sclerosis", "Stem"),
        ("condition:scler", "Stem"),
        ("condition:clerosis", ""),
        ("condition:=sclerosis", ""),
        ("condition:crohns", ""),
        ('condition:"crohn"', "Stem"),
        ("condition:CROHN'S", "Stem"),
        ("condition:any", "Coffee Stem"),
        ("condition:none", "多発性硬化症の治験 Weather Mice"),
        ("country:uk", "Stem"),
        ("country:us country:japan", "Coffee"),
        ("phase:2", "Stem"),
        ("phase:3", "Stem"),
        ("phase:4", ""),
        ("species:mice", "Mice"),
        ("limitation:observational", "Coffee"),
        ("journal:annals", "Coffee"),
        ("n>=100", "Coffee Stem"),
        ("n:20..200", "Mice Stem"),
        ("n<24", ""),
        ("n<=24", "Mice"),
        ("n:none", "多発性硬化症の治験 Weather"),
        ("arms:2", "Stem"),
        ("p<0.05", "Stem"),
        ("hr<1", "Stem"),
        ("confidence<0.5", "Mice"),
        ("followup:>=2y", "Stem"),
        ("followup:6mo", "Coffee"),
        ("followup:<1y", "Coffee"),
        ("nct:nct01234567", "Stem"),
        ("NCT01234567", "Stem"),
        ("10.5555/ABC.1", "Coffee"),
        ("doi:10.5555/abc.1", "Coffee"),
        ("https://example.org/3", "Mice"),
        ("http://www.example.org/3/", "Mice"),
        ("link:example.org/3", "Mice"),
        ("after:2024-02", "多発性硬化症の治験 Weather Mice"),
        ("before:2024", "Stem"),
        ("year:2024 before:2024-02", "Coffee"),
        ("published:2024-02-20", "Mice"),
        ("is:read", "Weather"),
        ("read:2024-03", "Weather"),
        ("read:2024-03-02..", ""),
        ("read:any", "Weather"),
        ("read:none -title:mice ", "多発性硬化症の治験 Coffee Stem"),
        ("in:notes coffee ", "Mice"),
        ("coffee in:notes", "Mice"),
        ("in:notes", "Mice Coffee"),
        ("in:highlights nurses", "Coffee"),
        ("in:highlights zebrafish", ""),
        ("in:(notes OR highlights) (nurses OR compare)", "Mice Coffee"),
        ("in:title coffee ", "Coffee"),
        ("in:text nothing -in:notes", "Weather"),
        ("in:title", "多発性硬化症の治験 Weather Mice Coffee Stem"),
        ("-in:title", ""),
        ("in:notes zebrafish OR weather ", "Weather Coffee"),
        ("in:notes -zebrafish", "Mice"),
        ("in:notes title:mice with", "Mice"),
        ("-in:notes coffee ", ""),
        ("in:notes 10.5555/abc.1", ""),
        ("in:foo weather ", ""),
        ("is:unread is:starred", "Mice"),
        ("is:annotated", "Mice Coffee"),
        ("is:tagged", "Coffee Stem"),
        ("is:study", "Mice Coffee Stem"),
        ("has:note", "Mice Coffee"),
        ("has:highlight", "Coffee"),
        ("has:doi", "Coffee"),
        ("colour:blue", "Coffee"),
        ("tag:ms", "Stem"),
        ("tag:ms*", "Coffee Stem"),
        ("#ms/relapse", "Stem"),
        ("tag:none", "多発性硬化症の治験 Weather Mice"),
        ("author:writer3", "Mice"),
        ("feed:example", "多発性硬化症の治験 Weather Mice Coffee Stem"),
        ("feed:other", ""),
        ("feed:%", ""),
        ("sort:oldest", "Stem Coffee Mice Weather 多発性硬化症の治験"),
        ("sort:n", "Coffee Stem Mice 多発性硬化症の治験 Weather"),
        ("-sort:n", "Mice Stem Coffee 多発性硬化症の治験 Weather"),
        ("sort:followup n:any", "Stem Coffee Mice"),
        ("sort:design is:study", "Stem Coffee Mice"),
        ("C++ ", "Stem"),
        ("50% ", "Stem"),
        ("50 ", "Weather Stem"),
        ("p53", "Coffee"),
        ("IL-6", "Mice"),
        ("il 6 ", "Mice"),
        ("il6", "Mice"),
        ("IL6 ", "Mice"),
        ("il-66", ""),
        ("in-terferon ", "Mice"),
        ("interferon-gamma ", "Mice"),
        ("wea-ther ", "Weather"),
        ("p-53 ", "Coffee"),
        ("*", ""),
        ("naive", "Coffee"),
        ("NAÏVE", "Coffee"),
        ("tgf-beta ", "Stem"),
        ("TGFβ ", ""),
        ("interferon-γ ", "Mice"),
        ("硬化", "多発性硬化症の治験"),
        ("多発性硬化症", "多発性硬化症の治験"),
        ("研", "多発性硬化症の治験"),
        ("硬化症 東京", "多発性硬化症の治験"),
        ("化硬", ""),
        ("-硬化 is:unread after:2024-04", ""),
        ("search:nobody", ""),
        ("stem followup:>=2y design:rct country:uk -is:read", "Stem"),
    ],
)
def test_a_query_finds(store: Store, names: dict[str, int], typed: str, titles: str) -> None:
    wanted = [names[title] for title in titles.split()]
    query = ArticleQuery(words=typed)
    assert list(store.articles.ids(query)) == wanted
    assert list(store.articles.ids(query, 3)) == wanted[:3]
    assert store.articles.count(query) == len(wanted)
    by_relevance = ArticleQuery(words=typed, sort="relevance")
    assert sorted(store.articles.ids(by_relevance)) == sorted(wanted)


def test_places_and_queries_narrow_each_other(store: Store, names: dict[str, int]) -> None:
    found = store.articles.ids(ArticleQuery(unread=True, words="design:(rct OR animal) "))
    assert list(found) == [names["Mice"], names["Stem"]]
    kept = ArticleQuery(unread=True, words="50 ", keep=(names["Weather"],))
    assert list(store.articles.ids(kept)) == [names["Weather"], names["Stem"]]


def test_a_new_card_replaces_what_the_old_one_stated(store: Store, names: dict[str, int]) -> None:
    study(store, names["Stem"], study_type="cohort", sample_size=7)
    assert not list(store.articles.ids(ArticleQuery(words="condition:sclerosis")))
    assert list(store.articles.ids(ArticleQuery(words="n:7"))) == [names["Stem"]]
    counts = store.connection().execute(
        "select value, articles from stated where name = 'design' order by value"
    )
    assert counts.fetchall() == [("animal", 1), ("cohort", 2), ("randomized_controlled_trial", 0)]


@pytest.mark.parametrize(
    "typed", ["", "stem", "stem OR mice", "design:rct", "n>=1", "zzz", "-stem"]
)
def test_the_last_that_came_is_known(store: Store, names: dict[str, int], typed: str) -> None:
    query = ArticleQuery(words=typed)
    assert store.articles.latest_match(query) == max(store.articles.ids(query), default=0)


def test_an_author_is_found_by_words_of_the_name(store: Store, feed: Feed) -> None:
    names = ("Åsa Öberg-Lind", "Ben Lind, Åsa Holm", "", "ÅSA LINDEN")
    arrive(store, feed, *(entry(n, author=name) for n, name in enumerate(names, 1)))

    def numbers(words: str) -> list[int]:
        return sorted(
            int(row.title.split()[1])
            for row in store.articles.rows(store.articles.ids(ArticleQuery(words=words))).values()
        )

    assert numbers("author:asa") == [1, 2, 4]
    assert numbers("by:lind") == [1, 2, 4]
    assert numbers('author:"lind asa"') == [1, 2]
    assert numbers('author:="Åsa Linden"') == numbers('author:="åsa linden"') == [4]
    assert numbers("-author:asa") == [3]
    assert numbers("author:?!") == []
    arrive(store, feed, entry(1, html="<p>Another text.</p>", author="Cleo"))
    assert numbers("author:asa") == [2, 4]
    assert numbers("author:cleo") == [1]


def test_a_changed_text_is_found_by_its_new_letters(store: Store, feed: Feed) -> None:
    (article,) = arrive(store, feed, entry(1, title="東京の報告"))
    arrive(store, feed, entry(1, title="大阪の報告"))
    assert list(store.articles.ids(ArticleQuery(words="大阪"))) == [article]
    assert not list(store.articles.ids(ArticleQuery(words="東京")))


QUERIES = (
    *("", "stem", "stem cells", "-stem", "stem OR coffee", "note:x", "design:rct", "design:trial"),
    *("-design:rct", "condition:sclerosis", "condition:none", "condition:any", "n>=100", "n:none"),
    *(
        "followup:>=2y",
        "stem n>=100 design:rct",
        "after:2024",
        "published:2024-01",
        "tag:ms",
        "#m*",
    ),
    *("is:unread", "is:read", "is:starred", "has:note", "has:doi", "10.5555/x", "https://a.org/b"),
    *("feed:example", "NCT01234567", "硬化", "C++", "design:(rct OR cohort) stem", "colour:blue"),
    *("author:writer3", "author:ann", 'author:"ann writer3" stem', "author:=x"),
    *("coffee -stem", '-"stem cells"', "-stem -mice -is:read", "-(stem OR mice) n>=1", "tag:check"),
    *("is:orphaned", "-is:orphaned", "is:tagged", "stem -cof*", "begun -coffe"),
    *("is:stale", "-is:stale stem", "in:title stem", "in:title"),
    *("is:checked", "-is:corrected", "has:fulltext", "-has:fulltext stem"),
    *("search:x", "stem -(design:rct OR n<10)", "added:7d", "updated:7d", "annotated:7d"),
    *("read:7d", "-read:1y stem", "read:none", "in:notes stem", "in:(notes OR highlights) -stem"),
)


@pytest.mark.parametrize("typed", QUERIES)
def test_no_list_looks_at_every_article_or_fact(
    store: Store, names: dict[str, int], typed: str
) -> None:
    """The whole list, or one that leaves articles out, is read in its order: from the index of time,
    or by falling id until no article left can be newer."""
    asked: list[str] = []
    store.connection().set_trace_callback(asked.append)
    for query in (ArticleQuery(words=typed), ArticleQuery(unread=True, words=typed)):
        store.articles.ids(query)
        store.articles.ids(query, 50)
        store.articles.count(query)
        store.articles.among(query, [1, 2])
        store.articles.latest_match(query)
    store.connection().set_trace_callback(None)
    assert asked
    for sql in asked:
        for line in plan(store, sql):
            table = line.removeprefix("SCAN ").split()[0]
            if line.startswith("SCAN ") and table in ("a", "article", "v", "study_text", "fact"):
                in_order = "USING COVERING INDEX" in line or "USING INDEX article_by_time" in line
                falling = "(select id from article) led where" in sql and "led.id desc" in sql
                assert in_order or falling, sql
        if sql.endswith("order by led.id desc") and "union" not in sql:
            assert "USE TEMP B-TREE FOR ORDER BY" not in plan(store, sql), sql


def plan(store: Store, sql: str) -> list[str]:
    if not sql.lstrip().lower().startswith("select"):
        return []
    return [row[3] for row in store.connection().execute(f"explain query plan {sql}")]


def test_the_newest_of_many_are_the_newest(store: Store, feed: Feed) -> None:
    """Also where articles arrive late, in any order, and the leading condition holds for many."""
    chance = random.Random(5)
    for batch in range(12):
        now = NOW + batch * 1000
        late = [
            entry(
                batch * 500 + n, html="<p>common words</p>", published=now - chance.randrange(9000)
            )
            for n in range(500)
        ]
        arrive(store, feed, *late, now=now)
    query = ArticleQuery(words="common ")
    everything = list(store.articles.ids(query))
    assert len(everything) == 6000
    for limit in (0, 1, 50, 700):
        assert list(store.articles.ids(query, limit)) == everything[:limit]


@pytest.mark.parametrize("many", [1, 2, 3])
def test_what_leads_changes_nothing_of_what_is_found(
    store: Store, names: dict[str, int], monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    asked = [
        ArticleQuery(words=typed, unread=unread) for typed in QUERIES for unread in (False, True)
    ]
    found = [list(store.articles.ids(query)) for query in asked]
    for module, name in ((lists, "MANY"), (parts, "COUNTED"), (query_sql, "COUNTED")):
        monkeypatch.setattr(module, name, many)
    for query, wanted in zip(asked, found, strict=True):
        assert list(store.articles.ids(query)) == wanted, query
        assert list(store.articles.ids(query, 2)) == wanted[:2], query
        assert store.articles.count(query) == len(wanted)


def test_mutated_queries_compile(store: Store, names: dict[str, int]) -> None:
    for number in range(1_500):
        typed = mutated(number)
        for sort in ("newest", "relevance"):
            query = ArticleQuery(words=typed, sort=sort)
            assert set(store.articles.ids(query, 5)) <= set(store.articles.ids(query)), typed
        store.search.hits(typed, list(names.values()))


@pytest.mark.parametrize("most", [1, 2, 64])
def test_slow_words_are_found_past_those_that_are_held(
    store: Store, feed: Feed, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Phrases and begun words keep their newest ids; lists go on below the last of them. Begun words
    that stand for few are asked for one by one, and find the same."""
    monkeypatch.setattr("reader.store.begun.MOST", most)
    monkeypatch.setattr("reader.store.query_sql.COUNTED", 6)
    monkeypatch.setattr("reader.store.parts.COUNTED", 6)
    monkeypatch.setattr("reader.store.lists.MANY", 3)
    chance = random.Random(8)
    for n in range(1, 40):
        words = chance.choice(("blue swimmers", "swimming in blue", "no such thing", "blue whales"))
        arrive(
            store, feed, entry(n, html=f"<p>{words} {n % 3}</p>", published=NOW + n), now=NOW + n
        )
    for typed in (
        "swimm*",
        "swimming*",
        "swimmi",
        "swimm OR blue",
        "-swimm*",
        'blue -"blue swimmers"',
        "blue -swimming -2 ",
        "-(swimm* 2) -whales",
        '-(whales OR "no such")',
        '"blue swimmers"',
        'swimm* OR "blue whales"',
        "swimm* blue",
        "swimm* 2 ",
    ):
        whole = list(store.articles.ids(ArticleQuery(words=typed)))
        assert whole
        for limit in (1, 5, 9, 30):
            assert list(store.articles.ids(ArticleQuery(words=typed), limit)) == whole[:limit]
        assert store.articles.count(ArticleQuery(words=typed)) == len(whole)
        assert store.articles.latest_match(ArticleQuery(words=typed)) == max(whole)


def test_tags_and_lost_words_of_highlights_are_found(store: Store, names: dict[str, int]) -> None:
    lost = Annotation(
        "a2", names["Mice"], 3, TextQuoteSelector("gone"), TextPositionSelector(0, 4), "red", NOW
    )
    tags = [AnnotationTagging("a1", names["Coffee"], "Check/Dose")]
    store.apply(Change("Mark", tuple(Edit(None, row) for row in (lost, *tags))))

    def titles(words: str, **place: str) -> list[int]:
        return list(store.articles.ids(ArticleQuery(words=words, **place)))  # type: ignore[arg-type]

    coffee, stem = names["Coffee"], names["Stem"]
    for words in ("tag:check", "#check/dose", "tag:ch*", 'tag:="check/dose"'):
        assert titles(words) == [coffee]
    assert titles("tag:any") == titles("is:tagged") == [coffee, stem]
    assert titles("", tag="check") == [coffee]
    assert coffee not in titles("-tag:check")
    assert stem in titles("-tag:check")
    assert dict(store.tags.counts())["Check/Dose"] == 1
    assert [row.articles for row in store.tags.in_use() if row.name == "Check"] == [1]
    assert titles("is:orphaned colour:red") == [names["Mice"]]
    assert stem not in titles("is:orphaned")
    assert names["Mice"] not in titles("-is:orphaned")


def deep(levels: int, *, words: str = "mice", sign: str = " OR ") -> str:
    """Brackets in brackets that ask in the end for these words alone."""
    return "".join(f"(zzz{sign}-(-design:rct AND zzz) AND (" for _ in range(levels)) + words


@pytest.mark.parametrize("levels", [1, 3, 8, 19, 40, 3000])
def test_brackets_may_be_as_deep_as_one_likes(
    store: Store, names: dict[str, int], levels: int
) -> None:
    for words in ("mice", "n>=20", "-n>=20", "tag:ms"):
        for typed in (deep(levels, words=words), f"-({deep(levels, words=words)}"):
            for sort in ("newest", "relevance"):
                query = ArticleQuery(words=typed, sort=sort)
                assert store.articles.count(query) == len(store.articles.ids(query))
    assert list(store.articles.ids(ArticleQuery(words=deep(min(levels, 8))))) == [names["Mice"]]
    assert list(store.articles.ids(ArticleQuery(words="(stem OR (zzz " * levels)))


@pytest.mark.parametrize("levels", range(1, 9))
def test_deep_brackets_find_what_shallow_ones_find(
    store: Store, names: dict[str, int], monkeypatch: pytest.MonkeyPatch, levels: int
) -> None:
    monkeypatch.setattr(query_sql, "LEVELS", levels)
    typed = "-(coffee (mice OR -(is:study (stem OR -(n>=100 (-(weather tag:ms) OR mice ))))))"
    found = set(store.articles.ids(ArticleQuery(words=typed)))
    monkeypatch.setattr(query_sql, "LEVELS", 100)
    assert found == set(store.articles.ids(ArticleQuery(words=typed)))


def test_the_newest_unread_are_had_without_looking_at_all_of_them(store: Store, feed: Feed) -> None:
    """A first refresh brings old dates in any order; the newest are found by the index of time."""
    old = [entry(n, html="<p>common</p>", published=NOW - 10**6 - n) for n in range(5_000)]
    new = [entry(n, html="<p>common</p>", published=NOW - n) for n in range(5_000, 5_100)]
    arrive(store, feed, *new, now=NOW)
    arrive(store, feed, *old, now=NOW + 60)
    asked: list[str] = []
    for query in (ArticleQuery(unread=True), ArticleQuery(words="common ")):
        whole = list(store.articles.ids(query))
        store.connection().set_trace_callback(asked.append)
        assert list(store.articles.ids(query, 50)) == whole[:50]
        store.connection().set_trace_callback(None)
    assert not any("led" in sql for sql in asked)  # nothing was followed by falling id
