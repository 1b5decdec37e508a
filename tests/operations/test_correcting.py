"""The person has the last word on every value of a study card, and extraction never takes it back."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.model.article import Article
from reader.model.card_json import card_to_dict
from reader.model.change import Change, Edit
from reader.model.errors import ReaderError
from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.model.record import status_of
from reader.model.study import Span, StudyCard, StudyValue
from reader.operations import correcting
from reader.operations.studying import study, study_one
from reader.store.store import Store
from reader.store.studies import Text
from tests.conftest import arrive, entry
from tests.fakes import Here

FIRST = (
    "<p>In a randomised trial, 120 adults with gout took Relivex or placebo for 18 months.</p>"
    "<p>The work was done in Norway and in Chile, and paid for by the Fjord Fund.</p>"
)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def said(text: str, value: str | int, words: str) -> StudyValue:
    return StudyValue(value, (span(text, words),), 0.9, "rule:test/1")


def card_of(text: str, n: int = 120, *, version: str = "1.0") -> StudyCard:
    """A card as an extractor makes it of a text like FIRST."""
    values = {
        "study_type": (said(text, "randomized_controlled_trial", "randomised trial"),),
        "sample_size": (said(text, n, f"{n} adults"),) if f"{n} adults" in text else (),
        "country": tuple(said(text, c, c) for c in ("Norway", "Chile") if c in text),
    }
    whole = StudyValue(True, (span(text, "randomised trial"),), 0.9, "rule:test/1")
    return StudyCard(version, "0", whole, {k: v for k, v in values.items() if v})


Studied = Callable[..., Article]


@pytest.fixture
def studied(store: Store, feed: Feed) -> Studied:
    """Puts a text of article 1 into the archive, with its card; the article."""

    def put(html: str = FIRST, n: int = 120, *, version: str = "1.0") -> Article:
        (article_id,) = arrive(store, feed, entry(1, title="Gout drug tested", html=html))
        article = store.articles.one(article_id)
        assert article
        (text,) = store.studies.texts([article_id])
        with store.writing():
            store.studies.keep(text, card_of(article.content.text, n, version=version))
        return article

    return put


def held(store: Store, article: Article, field: str) -> StudyValue:
    card = store.studies.card(article.id)
    assert card
    value = card.one(field)
    assert value
    return value


def listed(store: Store, article: Article) -> str:
    return store.articles.rows([article.id])[article.id].facts


def test_an_accepted_value_stays_whatever_extraction_says_later(
    store: Store, studied: Studied
) -> None:
    article = studied()
    store.apply(
        correcting.accept(store, article, "sample_size", held(store, article, "sample_size"))
    )
    value = held(store, article, "sample_size")
    assert value.review
    assert (value.value, value.review.kind, value.review.is_settled) == (120, "accepted", True)
    text = article.content.text
    other = card_of(text, version="2.0")
    values = {**other.values, "sample_size": (said(text, 18, "18 months"),)}
    with store.writing():
        (row,) = store.studies.texts([article.id])
        store.studies.keep(row, StudyCard("2.0", "0", other.is_study, values))
    value = held(store, article, "sample_size")
    assert value.review
    assert (value.value, value.review.differs) == (120, True)
    assert value.review.now
    assert value.review.now.value == 18
    assert "n 120" in listed(store, article)
    assert [s.text for s in value.evidence] == ["120 adults"]


def test_a_correction_shows_on_the_card_in_the_list_and_in_json(
    store: Store, studied: Studied
) -> None:
    article = studied()
    value = held(store, article, "sample_size")
    store.apply(correcting.correct(store, article, "sample_size", "1,302 adults", value=value))
    value = held(store, article, "sample_size")
    assert (value.value, value.details, value.method) == (1302, {"unit": "adults"}, "user")
    assert value.review
    assert value.review.said
    assert value.review.said.value == 120
    assert "n 1,302" in listed(store, article)
    whole = card_to_dict(study_one(store, article))
    assert whole["sample_size"]["value"] == 1302
    assert whole["sample_size"]["review"]["machine_said"] == 120


def test_a_rejected_value_leaves_card_list_and_cautions(store: Store, studied: Studied) -> None:
    article = studied(FIRST.replace("120", "20"), 20)
    row = store.articles.rows([article.id])[article.id]
    assert (row.facts, row.cautions) == ("RCT · n 20", ("small",))
    value = held(store, article, "sample_size")
    store.apply(correcting.reject(store, article, "sample_size", value))
    row = store.articles.rows([article.id])[article.id]
    assert (row.facts, row.cautions) == ("RCT", ())
    card = store.studies.card(article.id)
    assert card
    assert "sample_size" not in card.values
    ((field, struck),) = card.rejected
    assert (field, struck.value) == ("sample_size", 20)
    assert struck.review
    store.apply(correcting.take_back(store, struck.review.correction_id))
    assert held(store, article, "sample_size").value == 20
    assert "n 20" in listed(store, article)


def test_rejecting_one_of_a_list_leaves_the_others(store: Store, studied: Studied) -> None:
    article = studied()
    card = store.studies.card(article.id)
    assert card
    chile = card.values["country"][1]
    store.apply(correcting.reject(store, article, "country", chile))
    studied(version="2.0")  # found again, and still struck out
    card = store.studies.card(article.id)
    assert card
    assert [v.value for v in card.values["country"]] == ["Norway"]
    assert [(f, v.value) for f, v in card.rejected] == [("country", "Chile")]


def test_another_value_than_the_rejected_one_is_shown(store: Store, studied: Studied) -> None:
    article = studied()
    store.apply(
        correcting.reject(store, article, "sample_size", held(store, article, "sample_size"))
    )
    article = studied(FIRST.replace("120", "118"), 118)
    value = held(store, article, "sample_size")
    assert (value.value, value.review) == (118, None)


def test_not_reported_is_neither_a_value_nor_nothing_found(store: Store, studied: Studied) -> None:
    article = studied()
    card = store.studies.card(article.id)
    assert card
    store.apply(correcting.not_reported(store, article, "country", card.values["country"]))
    store.apply(correcting.not_reported(store, article, "blinding"))
    card = store.studies.card(article.id)
    assert card
    assert {name for name, _ in card.not_reported} == {"country", "blinding"}
    assert "country" not in card.values
    assert [row["field"] for row in card_to_dict(card)["not_reported"]] == ["blinding", "country"]
    assert not correcting.not_reported(store, article, "blinding")
    store.apply(correcting.correct(store, article, "country", "Peru"))
    card = store.studies.card(article.id)
    assert card
    assert [v.value for v in card.values["country"]] == ["Norway", "Chile", "Peru"]


def test_selected_words_become_the_evidence_of_a_field(store: Store, studied: Studied) -> None:
    article = studied()
    there = span(article.content.text, "paid for by the Fjord Fund")
    change = correcting.correct(
        store, article, "funding", "Fjord Fund", passage=(there.start, there.end)
    )
    assert change.label == "Link evidence for funding"
    store.apply(change)
    value = held(store, article, "funding")
    assert (value.value, value.evidence) == ("Fjord Fund", (there,))
    (row,) = store.corrections.of(article.id)
    assert row.evidence[0].quote.prefix.endswith("in Chile, and ")
    with pytest.raises(ReaderError, match="Select the words"):
        correcting.correct(store, article, "funding", "x", passage=(5, 5))


@pytest.mark.parametrize(
    ("field", "value", "details", "typed"),
    [
        ("country", "Norway", {"code": "NO"}, "Norway"),
        ("sample_size", 120, {"unit": "adults", "basis": "enrolled"}, "120"),
        ("key_results", "Gout went", {"measure": "HR", "estimate": 0.5, "p": ".02"}, "gout  went"),
        ("study_period", "from 2001", {"from": "2001"}, "2001 to"),
    ],
)
def test_linking_other_words_to_a_value_keeps_what_is_known_of_it(
    store: Store,
    studied: Studied,
    field: str,
    value: str | int,
    details: dict[str, object],
    typed: str,
) -> None:
    article = studied()
    text = article.content.text
    found = replace(said(text, value, "120 adults"), details=details)
    with store.writing():
        (row,) = store.studies.texts([article.id])
        store.studies.keep(row, replace(card_of(text), values={field: (found,)}))
    there = span(text, "adults with gout")
    store.apply(
        correcting.correct(
            store, article, field, typed, value=found, passage=(there.start, there.end)
        )
    )
    linked = held(store, article, field)
    assert (linked.value, linked.details, linked.evidence) == (value, details, (there,))
    assert linked.review
    assert (linked.review.kind, linked.review.is_settled) == ("accepted", True)


def test_a_linked_passage_that_is_gone_is_told_though_extraction_agrees(
    store: Store, studied: Studied
) -> None:
    article = studied()
    there = span(article.content.text, "for 18 months")
    size = held(store, article, "sample_size")
    store.apply(
        correcting.correct(
            store, article, "sample_size", "120", value=size, passage=(there.start, there.end)
        )
    )
    article = studied(FIRST.replace(" for 18 months", ""))
    review = held(store, article, "sample_size").review
    assert review
    assert (review.kind, review.source) == ("accepted", "gone")


@pytest.mark.parametrize("reject", [True, False])
def test_what_is_typed_for_a_value_that_was_struck_out_takes_its_place(
    store: Store, studied: Studied, reject: bool
) -> None:
    article = studied()
    size = held(store, article, "sample_size")
    store.apply(
        correcting.reject(store, article, "sample_size", size)
        if reject
        else correcting.not_reported(store, article, "sample_size", [size])
    )
    store.apply(correcting.correct(store, article, "sample_size", "118"))
    value = held(store, article, "sample_size")
    assert value.review
    assert value.review.said
    assert (value.value, value.review.said.value, value.review.is_settled) == (118, 120, True)
    assert [row.kind for row in store.corrections.of(article.id)] == ["corrected"]


def test_typing_what_was_struck_out_of_a_list_accepts_it(store: Store, studied: Studied) -> None:
    article = studied()
    store.apply(correcting.reject(store, article, "country", held(store, article, "country")))
    store.apply(correcting.correct(store, article, "country", "norway"))
    card = store.studies.card(article.id)
    assert card
    assert [v.value for v in card.values["country"]] == ["Norway", "Chile"]
    assert card.rejected == ()
    assert [row.kind for row in store.corrections.of(article.id)] == ["accepted"]


def test_typing_what_extraction_said_of_a_corrected_value_leaves_the_correction(
    store: Store, studied: Studied
) -> None:
    article = studied()
    norway = held(store, article, "country")
    store.apply(correcting.correct(store, article, "country", "Sweden", value=norway))
    store.apply(correcting.correct(store, article, "country", "Norway"))
    card = store.studies.card(article.id)
    assert card
    assert [v.value for v in card.values["country"]] == ["Sweden", "Chile", "Norway"]


def test_evidence_follows_a_text_that_moves(store: Store, studied: Studied) -> None:
    article = studied()
    value = held(store, article, "sample_size")
    store.apply(correcting.correct(store, article, "sample_size", "125", value=value))
    article = studied("<p>Updated on Monday.</p>" + FIRST.replace("took", "swallowed"))
    value = held(store, article, "sample_size")
    assert value.review
    assert (value.value, value.review.source) == (125, "ok")
    (found,) = value.evidence
    assert article.content.text[found.start : found.end] == found.text == "120 adults"


@pytest.mark.parametrize(
    ("html", "source", "words"),
    [
        (FIRST.replace("120", "118"), "changed", ["118 adults"]),
        ("<p>A randomised trial of Relivex in gout was 18 adults large.</p>", "gone", []),
        (FIRST.replace("120 adults", "120 older adults"), "ok", ["120 older adults"]),
    ],
    ids=["another number", "gone", "reworded"],
)
def test_a_passage_that_says_something_else_now_is_told(
    store: Store, studied: Studied, html: str, source: str, words: list[str]
) -> None:
    article = studied()
    value = held(store, article, "sample_size")
    store.apply(correcting.correct(store, article, "sample_size", "125", value=value))
    article = studied(html, 18)
    value = held(store, article, "sample_size")
    assert value.review
    assert (value.value, value.review.source) == (125, source)
    assert [s.text for s in value.evidence] == words
    stale = ArticleQuery(words="is:stale")
    assert store.articles.count(stale) == (source != "ok")
    if source != "ok":  # the user looks and keeps his value: settled
        store.apply(correcting.accept(store, article, "sample_size", value))
        value = held(store, article, "sample_size")
        assert value.review
        assert (value.value, value.review.is_settled) == (125, True)
        assert not store.articles.count(stale)


GONE = "<p>A randomised trial of Relivex in gout was 18 adults large.</p>"


@pytest.mark.parametrize("correct", [True, False])
def test_a_value_kept_though_its_passage_is_gone_keeps_the_words_it_was_decided_on(
    store: Store, studied: Studied, correct: bool
) -> None:
    def kept() -> StudyValue:
        return held(store, article, "sample_size")

    article = studied(FIRST.replace("120", "20"), 20)
    store.apply(
        correcting.correct(store, article, "sample_size", "25", value=kept())
        if correct
        else correcting.accept(store, article, "sample_size", kept())
    )
    article = studied(GONE, 999)
    review = kept().review
    assert review
    assert (review.source, review.lost, review.is_settled) == ("gone", ("20 adults",), False)
    change = correcting.accept(store, article, "sample_size", kept())
    assert change.label == "Keep without a passage: participants"
    store.apply(change)
    review = kept().review
    assert review
    assert (kept().value, kept().evidence) == (25 if correct else 20, ())
    assert (review.source, review.lost, review.is_settled) == ("without", ("20 adults",), True)
    assert review.kind == ("corrected" if correct else "accepted")
    (row,) = store.corrections.of(article.id)
    assert [(p.quote.exact, p.absent) for p in row.evidence] == [("20 adults", True)]
    assert store.articles.rows([article.id])[article.id].cautions == ()
    assert not store.articles.count(ArticleQuery(words="is:stale"))
    shown = card_to_dict(study_one(store, article))["sample_size"]["review"]
    assert (shown["source"], shown["lost"]) == ("without", ["20 adults"])
    article = studied(f"<p>Corrected.</p>{GONE}", 999)  # no news: he knows
    assert kept().review
    assert kept().review.source == "without"  # type: ignore[union-attr]
    assert not store.articles.count(ArticleQuery(words="is:stale"))
    article = studied(FIRST.replace("120", "20"), 999)  # the publisher puts it back
    assert [s.text for s in kept().evidence] == ["20 adults"]
    assert kept().review.source == "ok"  # type: ignore[union-attr]
    assert kept().review.lost == ()  # type: ignore[union-attr]


def test_taking_back_that_a_value_is_kept_without_a_passage_tells_again_that_it_is_gone(
    store: Store, studied: Studied
) -> None:
    article = studied()
    store.apply(
        correcting.accept(store, article, "sample_size", held(store, article, "sample_size"))
    )
    article = studied(GONE, 999)
    change = correcting.accept(store, article, "sample_size", held(store, article, "sample_size"))
    store.apply(change)
    store.apply(change.reversed())
    review = held(store, article, "sample_size").review
    assert review
    assert (review.source, review.lost) == ("gone", ("120 adults",))
    assert store.articles.count(ArticleQuery(words="is:stale")) == 1


def test_of_two_passages_the_one_that_is_gone_is_kept_beside_the_other(
    store: Store, studied: Studied
) -> None:
    article = studied()
    text = article.content.text
    size = held(store, article, "sample_size")
    both = replace(size, evidence=(*size.evidence, span(text, "for 18 months")))
    store.apply(correcting.accept(store, article, "sample_size", both))
    (row,) = store.corrections.of(article.id)
    store.apply(
        Change(
            "As typed", (Edit(row, replace(row, kind="corrected", value=replace(both, value=7))),)
        )
    )
    article = studied(FIRST.replace(" for 18 months", ""))
    value = held(store, article, "sample_size")
    assert value.review
    assert (value.review.source, value.review.lost) == ("gone", ("for 18 months",))
    store.apply(correcting.accept(store, article, "sample_size", value))
    value = held(store, article, "sample_size")
    assert value.review
    assert (value.review.source, [s.text for s in value.evidence]) == ("ok", ["120 adults"])
    (row,) = store.corrections.of(article.id)
    assert [(p.quote.exact, p.absent) for p in row.evidence] == [
        ("120 adults", False),
        ("for 18 months", True),
    ]


def test_a_kept_value_rests_on_what_extraction_finds_for_it_later(
    store: Store, studied: Studied
) -> None:
    article = studied()
    store.apply(
        correcting.correct(
            store, article, "sample_size", "118", value=held(store, article, "sample_size")
        )
    )
    article = studied(GONE, 999)
    store.apply(
        correcting.accept(store, article, "sample_size", held(store, article, "sample_size"))
    )
    article = studied("<p>Of gout: 118 adults took part in a randomised trial.</p>", 118)
    value = held(store, article, "sample_size")
    assert value.review
    assert (value.review.kind, value.review.source) == ("corrected", "ok")
    assert [s.text for s in value.evidence] == ["118 adults"]


def test_what_extraction_says_now_can_be_taken_over(store: Store, studied: Studied) -> None:
    article = studied()
    store.apply(
        correcting.accept(store, article, "sample_size", held(store, article, "sample_size"))
    )
    article = studied(FIRST.replace("120", "118"), 118)
    value = held(store, article, "sample_size")
    assert value.review
    assert value.review.differs
    store.apply(correcting.adopt(store, article, "sample_size", value))
    value = held(store, article, "sample_size")
    assert value.review
    assert (value.value, value.review.kind, value.review.is_settled) == (118, "accepted", True)


@pytest.mark.parametrize(
    ("words", "years"), [("a year and a half", 1.5), ("18 months", 1.5), ("ever so long", None)]
)
def test_words_of_a_language_model_are_taken_up_with_their_normal_forms(
    store: Store, studied: Studied, words: str, years: float | None
) -> None:
    article = studied()
    answer = said(article.content.text, words, "for 18 months")
    store.apply(correcting.take_up(store, article, "follow_up", answer, None))
    value = held(store, article, "follow_up")
    assert (value.value, value.details.get("min_years")) == (words, years)
    assert ("18 mo" in listed(store, article)) == (years is not None)


def test_a_value_added_by_hand_is_taken_away_by_rejecting_it(
    store: Store, studied: Studied
) -> None:
    article = studied()
    store.apply(correcting.correct(store, article, "country", "Peru"))
    card = store.studies.card(article.id)
    assert card
    peru = card.values["country"][-1]
    store.apply(correcting.reject(store, article, "country", peru))
    assert store.corrections.of(article.id) == []


def test_a_person_may_say_that_an_article_is_no_study(store: Store, studied: Studied) -> None:
    article = studied()
    card = store.studies.card(article.id)
    assert card
    store.apply(correcting.say_study(store, article, card.is_study, is_study=False))
    assert listed(store, article) == "not a study"
    card = store.studies.card(article.id)
    assert card
    store.apply(correcting.say_study(store, article, card.is_study, is_study=True))
    assert store.corrections.of(article.id) == []
    assert "n 120" in listed(store, article)


def test_decisions_outlive_a_new_extractor_over_the_whole_archive(
    store: Store, studied: Studied, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = studied()
    list(study(store, Here()))
    store.apply(correcting.correct(store, article, "journal", "Journal of Gout"))
    rows = store.corrections.of(article.id)
    monkeypatch.setattr("reader.operations.awaiting.VERSION", "99")
    steps = study(store, Here())
    next(steps)
    steps.close()  # stopped, and gone on with at the next start
    list(study(store, Here()))
    assert store.corrections.of(article.id) == rows
    assert held(store, article, "journal").value == "Journal of Gout"


def test_a_text_that_changed_while_it_was_studied_waits_to_be_studied_again(
    store: Store, studied: Studied, feed: Feed
) -> None:
    article = studied()
    stale = Text(
        article.id, article.revision_id + 7, "old", None, store.studies.texts([1])[0].known
    )
    assert store.studies.still_current([stale]) == set()


def test_evidence_table_and_exports_follow_the_users_word(store: Store, studied: Studied) -> None:
    article = studied()
    card = store.studies.card(article.id)
    assert card
    size, norway, chile = card.values["sample_size"][0], *card.values["country"]
    store.apply(correcting.correct(store, article, "sample_size", "1,302", value=size))
    store.apply(correcting.accept(store, article, "country", norway))
    store.apply(correcting.reject(store, article, "country", chile))
    store.apply(correcting.not_reported(store, article, "blinding"))
    row = store.evidence.rows([article.id])[article.id]
    assert [(row.cell(n).words, row.cell(n).sign) for n in ("sample_size", "country")] == [
        ("1,302", "✎"),
        ("Norway", "✓"),
    ]
    assert row.cell("blinding").state == "not_reported"
    record = store.records.of([article.id])[article.id]
    assert record.card
    assert [v.value for v in record.card.values["country"]] == ["Norway"]
    assert status_of(record.card.values["sample_size"][0]) == "edited"
    assert status_of(record.card.values["country"][0]) == "accepted"
    assert [field for field, _ in record.card.not_reported] == ["blinding"]
    assert [field for field, _ in record.card.rejected] == ["country"]
    studied(FIRST.replace("120", "118"), 118)
    row = store.evidence.rows([article.id])[article.id]
    assert row.cell("sample_size").sign == "≠"


def test_a_query_finds_what_the_user_says(store: Store, studied: Studied) -> None:
    article = studied()
    found = lambda words: list(store.articles.ids(ArticleQuery(words=words)))  # noqa: E731
    assert found("n:>=1000") == []
    value = held(store, article, "sample_size")
    store.apply(correcting.correct(store, article, "sample_size", "1,302", value=value))
    assert found("n:>=1000") == [article.id]
    store.apply(
        correcting.reject(store, article, "sample_size", held(store, article, "sample_size"))
    )
    assert found("n:>=1000") == []


def test_evidence_moves_in_the_transaction_that_changes_the_text(
    store: Store, studied: Studied
) -> None:
    article = studied()
    value = held(store, article, "sample_size")
    store.apply(correcting.correct(store, article, "sample_size", "125", value=value))
    studied("<p>Updated on Monday.</p>" + FIRST)
    sql = "select state, method, revision_id from evidence_anchor"
    (kept,) = store.connection().execute(sql).fetchall()
    fresh = store.articles.one(article.id)
    assert fresh
    assert kept == ("ok", "diff", fresh.revision_id)
