"""The token classifier: what it marks, and how it works together with the rules."""

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from reader.model.study import Span, StudyCard, StudyValue
from reader.resource import resource
from reader.study.extract import study
from reader.study.phrases import marker as markers
from reader.study.phrases.closely import study_closely
from reader.study.phrases.marker import Marker, Marks, Passage
from reader.study.phrases.merging import OF_SCHOLARS, POLICIES, with_marks
from reader.study.phrases.second import SecondReader
from reader.study.reading.article import Article

TEXT = "\n\n".join(
    (
        "Gentle walking eases stiff knees, trial finds",
        "MORWICK, 3 March 2026 – A total of 84 retired women with knee arthritis were randomly "
        "assigned to a walking programme or to leaflets at the University of Morwick. After six "
        "months the walkers scored 12 points lower for pain than those who were given leaflets. "
        "They also slept better.",
        "“Every one of the walks set out from the same sunny bandstand by the river,” said Ina Velde, "
        "who led it.",
    )
)
CUT = TEXT.replace("the river,”", "the river, so we met,”")


class Said:
    """Marks as a test wants them: a kind's words and how sure they are."""

    def __init__(self, text: str, said: Mapping[str, Mapping[str, float]]) -> None:
        self._text, self._said = text, said

    def cover(self, kind: str, start: int, end: int) -> float:
        inside = [p.probability for p in self.passages(kind) if p.start < end and start < p.end]
        return max(inside, default=0.0)

    def passages(self, kind: str) -> list[Passage]:
        rows = self._said.get(kind, {}).items()
        return [Passage(at := self._text.index(w), at + len(w), sure) for w, sure in rows]


def merged(**said: Mapping[str, float]) -> tuple[StudyCard, StudyCard]:
    """(card of the rules, card with marks) of the text."""
    card = study(TEXT)
    marks: Marks = Said(TEXT, said)  # type: ignore[assignment]
    return card, with_marks(Article(TEXT), card, marks, "phrases:test/1")


def said_of(card: StudyCard, name: str) -> list[str]:
    return [str(value.value) for value in card.values.get(name, ())]


def test_what_only_the_classifier_sees_is_added_with_its_sentence() -> None:
    doubt = "Every one of the walks set out from the same sunny bandstand by the river"
    _, card = merged(limitation={doubt: 0.95})
    (value,) = (v for v in card.values["limitations"] if v.method == "phrases:test/1")
    assert value.value == doubt
    assert [TEXT[s.start : s.end] for s in value.evidence] == [doubt]
    assert value.confidence == 0.95


def test_what_is_not_sure_enough_is_not_added() -> None:
    sure_enough = POLICIES["institution"].enough
    rules, card = merged(institution={"the same sunny bandstand": sure_enough - 0.01})
    assert said_of(card, "institution") == said_of(rules, "institution")
    _, card = merged(institution={"the same sunny bandstand": sure_enough})
    assert "the same sunny bandstand" in said_of(card, "institution")


def test_what_the_rules_said_and_the_classifier_does_not_see_becomes_a_candidate() -> None:
    rules, card = merged(population={"retired women with knee arthritis": 0.05})
    (doubted,) = rules.values["population"]
    assert "population" not in card.values
    assert ("population", doubted) in card.candidates


def test_where_the_rules_were_wrong_the_classifier_has_its_turn() -> None:
    _, card = merged(population={"those who were given leaflets": 0.9})
    assert said_of(card, "population") == ["those who were given leaflets"]


def test_what_both_see_stays_as_the_rules_have_it() -> None:
    rules, card = merged(population={"retired women with knee arthritis": 0.9})
    assert card.values["population"] == rules.values["population"]


def test_a_field_of_one_value_keeps_one() -> None:
    _, card = merged(
        population={"retired women with knee arthritis": 0.9, "those who were given": 0.9}
    )
    assert len(card.values["population"]) == 1


def test_the_same_words_in_other_places_are_not_told_twice() -> None:
    _, card = merged(
        population={"retired women": 0.9},
        institution={"the University of Morwick": 0.95, "University": 0.95},
    )
    assert len(said_of(card, "institution")) == 1


def test_added_values_have_the_normal_forms_of_the_rules() -> None:
    told = "the walkers scored 12 points lower for pain"
    _, card = merged(follow_up={"After six months the": 0.9}, result={told: 0.97})
    (follow_up,) = card.values["follow_up"]
    assert follow_up.value == "six months"
    assert follow_up.details["min_years"] == 0.5


def test_values_stand_in_the_order_of_the_text() -> None:
    _, card = merged(
        result={"Gentle walking eases stiff knees": 0.97, "They also slept better": 0.97}
    )
    starts = [value.evidence[0].start for value in card.values["key_results"]]
    assert starts == sorted(starts)
    assert "They also slept better" in said_of(card, "key_results")


def test_pieces_of_words_are_made_whole() -> None:
    _, card = merged(limitation={"f the walks set ou": 0.95})
    assert "of the walks set out" in said_of(card, "limitations")


def test_a_passage_ends_before_what_joins_the_next_clause() -> None:
    doubt = "Every one of the walks set out from the same sunny bandstand by the river"
    marks: Marks = Said(CUT, {"limitation": {f"{doubt}, so": 0.95}})  # type: ignore[assignment]
    card = with_marks(Article(CUT), study(CUT), marks, "phrases:test/1")
    (value,) = (v for v in card.values["limitations"] if v.method == "phrases:test/1")
    assert value.value == doubt


def test_marks_of_what_reports_no_study_change_nothing() -> None:
    text = "The society thanks its donors for a generous year."
    card = study(text)
    marks: Marks = Said(text, {"limitation": {"a generous year": 0.99}})  # type: ignore[assignment]
    assert with_marks(Article(text), card, marks, "x") == card


#: An abstract with a treatment that neither rules nor lists know.
ABSTRACT = (
    "Warblegum and hiccups: an uncontrolled trial\n"
    "PURPOSE: To assess hiccups over a month. METHODS: Nineteen adults were enrolled and chewed "
    "warblegum. RESULTS: Hiccups fell by 30% (p < 0.01). CONCLUSIONS: Hiccups became rarer."
)


@pytest.mark.parametrize("text", [ABSTRACT, ABSTRACT + " Ina said so."])
def test_treatments_fill_the_gap_of_an_abstract_and_of_news(text: str) -> None:
    card = replace(study(text), values={})
    marks: Marks = Said(text, {"intervention": {"warblegum": 0.97}})  # type: ignore[assignment]
    merged = with_marks(Article(text), card, marks, "phrases:test/1")
    assert said_of(merged, "intervention_or_exposure") == ["warblegum"]


def test_treatments_that_rules_have_are_not_added_to() -> None:
    text = ABSTRACT.replace("chewed warblegum", "given metformin and warblegum")
    card = study(text)
    assert said_of(card, "intervention_or_exposure")
    said = {"intervention": {"metformin": 0.9, "warblegum": 0.97, "Warblegum": 0.97}}
    marks: Marks = Said(text, said)  # type: ignore[assignment]
    merged = with_marks(Article(text), card, marks, "phrases:test/1")
    both = (said_of(merged, "intervention_or_exposure"), said_of(card, "intervention_or_exposure"))
    assert both[0] == both[1]


HARMED = (
    "Bassoon lessons ease winter cough\n\nGlassblowers in Ghent coughed less in a trial of the bassoon, "
    "researchers report. They followed 212 glassblowers. Sore lips troubled 14 of 106 players. Side effects "
    "of cough syrups are well known. Between 2001 and 2003 two members of a rival band died. "
)


def test_harms_are_those_that_the_classifier_sees_with_their_figures() -> None:
    card = study(HARMED)
    marks: Marks = Said(HARMED, {"harm": {"Sore lips troubled 14 of 106 players": 0.9}})  # type: ignore[assignment]
    (value,) = with_marks(Article(HARMED), replace(card, values={}), marks, "x").values[
        "adverse_events"
    ]
    assert (value.details["n"], value.details["of"]) == (14, 106)


@pytest.mark.parametrize(
    ("field", "kind", "words"), [("deaths", "death", "died"), ("study_period", "period", "2001")]
)
def test_deaths_and_times_that_the_classifier_does_not_see_are_candidates(
    field: str, kind: str, words: str
) -> None:
    start = HARMED.index(words)
    told = StudyValue(
        words, (Span(start, start + len(words), words),), 0.8, f"rule:{field}/1", "stated"
    )
    card = replace(study(HARMED), values={field: (told,)}, candidates=())
    seen: Marks = Said(HARMED, {kind: {words: 0.9}})  # type: ignore[assignment]
    unseen: Marks = Said(HARMED, {})  # type: ignore[assignment]
    assert with_marks(Article(HARMED), card, seen, "x").values == {field: (told,)}
    doubted = with_marks(Article(HARMED), card, unseen, "x")
    assert field not in doubted.values
    assert (field, told) in doubted.candidates


def test_fields_and_kinds_of_the_policies_are_known() -> None:
    about = json.loads(resource("models/phrases/about.json").read_text("utf-8"))
    policies = (*POLICIES.values(), *OF_SCHOLARS.values())
    assert {policy.kind for policy in policies} <= set(about["kinds"])


def test_without_the_extra_there_is_no_classifier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert not markers.is_installed()
    assert markers.name() is None


@pytest.fixture(scope="module")
def model() -> Marker:
    pytest.importorskip("onnxruntime")
    pytest.importorskip("tokenizers")
    found = markers.marker()
    assert found is not None
    return found


def test_the_classifier_reads_news(model: Marker) -> None:
    card = study_closely(TEXT, SecondReader(model))
    assert card.extractor.endswith(f"+{model.name}")
    assert said_of(card, "population")[0].endswith("women with knee arthritis")
    assert said_of(card, "follow_up") == ["six months"]
    assert any("12" in words for words in said_of(card, "key_results"))
    for values in card.values.values():
        for value in values:
            assert all(TEXT[span.start : span.end] == span.text for span in value.evidence)


def test_the_same_text_gives_the_same_card(model: Marker) -> None:
    assert study_closely(TEXT, SecondReader(model)) == study_closely(TEXT, SecondReader(model))


#: Texts that no newsroom sends, by name.
ODD = {
    "empty": "",
    "blank": " ",
    "surrogate": "\ud800 lone",
    "arabic": "مرحبا بالعالم " * 50,
    "numbers": "7 " * 4000,
    "word": "x" * 5000,
    "long": TEXT * 9,
    "nul": "\0\0",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_any_text_is_marked_or_left(model: Marker, text: str) -> None:
    marks = model.mark(text)
    for kind in ("population", "result", "limitation"):
        for passage in marks.passages(kind):
            assert 0 <= passage.start < passage.end <= len(text)
        assert 0 <= marks.cover(kind, 0, len(text)) <= 1
    assert study_closely(text, SecondReader(model)).is_study is not None


OUTSIDE = "\n\n".join(
    (
        TEXT,
        "“The numbers are low,” said Ole Brandt of the Knee Trust, who was not involved.",
        "The Harbour Foundation paid for the study. It started in spring.",
        "About knees\nThe Joint Society looks after two million people with sore knees.",
    )
)


@pytest.mark.parametrize(
    ("kind", "words", "field"),
    [
        ("funder", "Knee Trust", "funding"),
        ("institution", "Knee Trust", "institution"),
        ("institution", "Joint Society", "institution"),
        ("population", "two million people with sore knees", "population"),
    ],
)
def test_outsiders_and_those_who_publish_are_not_of_this_study(
    kind: str, words: str, field: str
) -> None:
    marks: Marks = Said(OUTSIDE, {kind: {words: 0.99}})  # type: ignore[assignment]
    card = with_marks(Article(OUTSIDE), study(OUTSIDE), marks, "phrases:test/1")
    assert words not in said_of(card, field)


def test_a_funder_is_told_where_somebody_paid() -> None:
    said = {"funder": {"University of Morwick": 0.99, "Harbour Foundation": 0.99}}
    marks: Marks = Said(OUTSIDE, said)  # type: ignore[assignment]
    card = with_marks(Article(OUTSIDE), study(OUTSIDE), marks, "phrases:test/1")
    assert "University of Morwick" not in said_of(card, "funding")
    assert any("Harbour Foundation" in name for name in said_of(card, "funding"))
