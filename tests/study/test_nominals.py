"""Which phrase of a news story names what its study is about."""

import pytest

from reader.study import nominal_model, nominals, subjects
from reader.study.extract import study
from reader.study.nominals import Ruled
from reader.study.reading.article import Article

BASSOON = (
    "Bassoon lessons ease winter cough in glassblowers\n\n"
    "A team at the Vellmar Institute asked 120 glassblowers with a winter cough to help. Half took bassoon "
    "lessons twice a week, and the rest kept to their usual evenings.\n\n"
    "After three months the winter cough had gone in 40 of those who took bassoon lessons, the researchers "
    "report in the Journal of Breath."
)
FIELDS = dict.fromkeys("kicp", ())


def phrases(text: str, rules: nominals.Rules = FIELDS) -> list[str]:
    return [text[n.first.start : n.first.end] for n in nominals.nominals(Article(text), rules)]


def test_a_phrase_that_comes_again_is_one_with_several_places() -> None:
    found = nominals.nominals(Article(BASSOON), FIELDS)
    (lessons,) = [n for n in found if n.stems == ("bassoon", "lesson")]
    assert len(lessons.places) == 3


def test_no_phrase_begins_or_ends_within_a_hyphened_word() -> None:
    found = phrases("A pop-up reminder cut doctors' needless scans, a study in six clinics found.")
    assert "pop-up reminder" in found
    assert not any(phrase.startswith("up") for phrase in found)


def test_what_the_rules_consider_is_a_phrase_too() -> None:
    said = "kept to their usual evenings"
    start = BASSOON.index(said)
    row = Ruled(start, start + len(said), 1.0, 0)
    assert said not in phrases(BASSOON)
    assert said in phrases(BASSOON, {**FIELDS, "c": [row]})


def test_the_model_names_what_was_done_and_for_which_ill() -> None:
    article = Article(BASSOON)
    found = nominal_model.weighed(article, subjects.considered(article, None, None).rules(article))
    done, ill = found["intervention"][0], found["condition"][0]
    assert "bassoon" in article.text[done.start : done.end].lower()
    assert "cough" in article.text[ill.start : ill.end]
    assert all(0 <= row.sure <= 1 for rows in found.values() for row in rows)


def test_sums_of_packed_weights_are_the_sums_of_each_field() -> None:
    by = nominal_model.packed({"": "-1000 5 0 -7", "a": "500 -250 -1 7", "b": "-2500 0 1 8000"})
    assert nominal_model.log_odds(["", "a", "b", "unknown"], by) == [-3.0, -0.245, 0.0, 8.0]


@pytest.mark.parametrize(
    "field", ["condition", "intervention_or_exposure", "comparator", "population"]
)
def test_evidence_stands_in_the_text(field: str) -> None:
    for value in study(BASSOON).values.get(field, ()):
        assert value.evidence
        assert all(BASSOON[e.start : e.end] == e.text for e in value.evidence)


def test_firm_rules_keep_the_word() -> None:
    text = (
        "Aspirin lowers the risk of pre-eclampsia, trial finds\n\nIn a randomised trial 800 pregnant women "
        "took aspirin or placebo. Pre-eclampsia was rarer in women who took aspirin."
    )
    values = study(text).values
    assert str(values["intervention_or_exposure"][0].value).lower() == "aspirin"
    assert "eclampsia" in str(values["condition"][0].value).lower()
    assert values["comparator"][0].value == "placebo"


def test_the_kind_that_a_list_of_things_is_of_is_no_phrase_of_its_own() -> None:
    text = (
        "Players of bassoons, oboes or other reeds coughed less, a study in six orchestras found."
    )
    assert "bassoons" in phrases(text)
    assert "reeds" not in phrases(text)


def test_a_phrase_of_the_rules_ends_before_what_was_done_with_it() -> None:
    text = "A syrup eased coughs more than bottles given by nurses, a study in six clinics found."
    start = text.index("bottles given")
    row = Ruled(start, start + len("bottles given"), 1.0, 0)
    assert "bottles given" not in phrases(text, {**FIELDS, "c": (row,)})
