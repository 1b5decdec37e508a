"""What PubMed and journal feeds say of a paper wins over the text, where the text has words for it."""

from dataclasses import replace

import pytest

from reader.model.published import Published, from_entry
from reader.model.study import StudyCard
from reader.study.extract import study

TRIAL = """Relivex eases gout, researchers report
Researchers report in a new study that 120 adults with gout found fewer attacks after taking Relivex.
The team observed the participants, who were followed for two years, in a prospective cohort study.
The results were published in the journal Example Annals of Medicine (doi:10.1000/xyz.12)."""
REVIEW = """Exercise helps against back pain, authors find
Researchers report that exercise reduced pain. They reviewed published trials of people with back
pain and found that the results showed improvement in the participants of each study."""


def card(text: str, *categories: str, **known: str) -> StudyCard:
    found = from_entry(categories)
    known = known or {"pmid": "123456"}
    return study(text, known=replace(found, **known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "kind", "design", "words"),
    [
        (TRIAL, "Randomized Controlled Trial", "randomized_controlled_trial", "Relivex eases gout"),
        (TRIAL, "Case Reports", "case_report", "Relivex eases gout"),
        (REVIEW, "Meta-Analysis", "meta_analysis", "Exercise helps against"),
        (REVIEW, "Systematic Review", "systematic_review", "reviewed"),
        (TRIAL, "Observational Study", "cohort", "cohort"),
    ],
)
def test_a_publication_type_decides_the_design(
    text: str, kind: str, design: str, words: str
) -> None:
    found = card(text, kind, "Humans")
    value = found.one("study_type")
    assert value
    assert (value.value, value.confidence) == (design, 0.97)
    assert words in value.evidence[0].text
    assert every_span_stands(found, text)


TABLETS = "Zinc tablets against colds\n\n"
NEVER_BY_LOT = TABLETS + (
    "We report results in 300 patients who took zinc. This was not a randomised trial."
)
OF_OTHERS = TABLETS + (
    "Earlier work was a randomised trial. We studied 212 adults in a retrospective cohort."
)
BY_LOT = OF_OTHERS.replace("We studied 212 adults", "We randomly assigned 212 adults to zinc")
POOLED = TABLETS + (
    "We searched databases and included 12 trials of 3,400 people. Meta-analysis was not possible. "
    "This systematic review found that colds were shorter."
)
MICE = TABLETS + "Forty mice were randomised to zinc or vehicle. Mice on zinc cleared virus sooner."
SOME_BLIND = TABLETS + (
    "In an open-label randomised trial 60 adults took zinc or placebo. Later double-blind trials are planned."
)
IN_PHASE = TABLETS + (
    "In a phase III trial 600 adults were followed in a cohort. Colds were shorter with zinc."
)


@pytest.mark.parametrize(
    ("text", "kinds", "field", "stated"),
    [
        (NEVER_BY_LOT, ["Randomized Controlled Trial"], "randomized", (False, "not a randomised")),
        (NEVER_BY_LOT, ["Randomized Controlled Trial"], "study_type", None),
        (
            OF_OTHERS,
            ["Randomized Controlled Trial"],
            "study_type",
            ("randomized_controlled_trial", "Zinc tablets against colds"),
        ),
        (OF_OTHERS, ["Randomized Controlled Trial"], "randomized", None),
        (
            BY_LOT,
            ["Pragmatic Clinical Trial"],
            "study_type",
            ("randomized_controlled_trial", "randomly assigned"),
        ),
        (
            OF_OTHERS,
            ["Controlled Clinical Trial"],
            "study_type",
            ("nonrandomized_trial", "Zinc tablets against colds"),
        ),
        (
            BY_LOT.replace(" in a retrospective cohort", ""),
            ["Controlled Clinical Trial"],
            "study_type",
            ("randomized_controlled_trial", "randomly assigned"),
        ),
        (OF_OTHERS, ["Clinical Trial"], "study_type", None),
        (IN_PHASE, ["Clinical Trial, Phase III"], "phase", ("3", "phase III")),
        (
            OF_OTHERS,
            ["Clinical Trial, Phase I", "Clinical Trial, Phase II"],
            "phase",
            ("1/2", "Zinc tablets against colds"),
        ),
        (IN_PHASE, ["Clinical Trial, Phase IV"], "phase", ("3", "phase III")),
        (
            POOLED,
            ["Meta-Analysis", "Systematic Review"],
            "study_type",
            ("systematic_review", "systematic review"),
        ),
        (MICE, ["Randomized Controlled Trial", "Mice"], "study_type", ("animal", "Mice")),
        (
            SOME_BLIND,
            ["Randomized Controlled Trial", "Double-Blind Method"],
            "blinding",
            ("open_label", "open-label"),
        ),
    ],
)
def test_a_type_rests_on_words_on_this_study_that_are_not_denied(
    text: str, kinds: list[str], field: str, stated: tuple[object, str] | None
) -> None:
    found = card(text, *kinds)
    value = found.one(field)
    if stated is None:
        assert value is None
    else:
        assert value
        assert value.value == stated[0]
        assert stated[1] in value.evidence[0].text
    assert every_span_stands(found, text)


def test_what_the_feed_displaces_stays_a_candidate() -> None:
    plain, known = card(TRIAL), card(TRIAL, "Randomized Controlled Trial")
    before = plain.one("study_type")
    assert before
    assert ("study_type", before) in known.candidates
    assert before not in known.values["study_type"]


def test_a_text_that_is_no_study_for_us_is_one_for_pubmed_and_the_reverse() -> None:
    terse = "Relivex in gout\nThe tablets have been sold since spring. They are taken once a day."
    assert card(terse).is_study.value is False
    found = card(terse, "Randomized Controlled Trial")
    assert (found.is_study.value, found.is_study.method) == (True, "feed:PublicationType/1")
    assert every_span_stands(found, terse)
    assert card(TRIAL, "Editorial").is_study.value is False


@pytest.mark.parametrize("kind", ["Letter", "Comment"])
def test_a_letter_is_a_study_where_its_text_counts_those_studied(kind: str) -> None:
    assert card(TRIAL, kind).is_study.value is True
    assert card(TRIAL, kind, "Editorial").is_study.value is False
    uncounted = TRIAL.replace("120 adults", "adults")
    assert card(uncounted).is_study.value is True
    assert card(uncounted, kind).is_study.value is False


def test_mesh_headings_choose_among_the_conditions_that_the_text_names() -> None:
    text = TRIAL.replace("adults with gout", "adults with gout and type 2 diabetes")
    found = card(text, "Diabetes Mellitus, Type 2/drug therapy", "*Gout", "Malaria")
    values = found.values["condition"]
    assert {v.details["mesh_heading"] for v in values} <= {"Diabetes Mellitus, Type 2", "Gout"}
    assert "Gout" in {v.details["mesh_heading"] for v in values}
    assert "Malaria" not in {v.value for v in values}  # no passage, no value
    assert every_span_stands(found, text)


def test_a_doi_of_the_feed_is_a_value_only_where_the_text_has_it() -> None:
    found = card(TRIAL, doi="10.1000/xyz.12", pmid="123456").values
    assert found["doi"][0].method == "feed:doi/1"
    assert "pmid" not in found


def test_a_retracted_paper_is_said_to_be_so() -> None:
    found = card(TRIAL, "Retracted Publication")
    assert "retracted" in {value.value for value in found.values["status_of_evidence"]}


def test_without_a_word_from_the_feed_the_text_alone_speaks() -> None:
    assert study(TRIAL, known=Published()) == study(TRIAL)


def test_the_categories_of_a_news_site_are_no_publication_types() -> None:
    known = from_entry(["News", "Clinical Trial", "Meta-Analysis", "Gout"])
    assert study(TRIAL, known=known) == study(TRIAL)


def test_categories_are_told_apart_into_types_and_headings() -> None:
    found = from_entry(
        ["Journal Article", "Randomized  Controlled Trial", "*Gout/drug therapy", "Gout"],
        "pubmed:123456",
        "https://example.org/",
    )
    assert found == Published(
        ("randomized controlled trial",), ("Journal Article", "Gout"), pmid="123456"
    )
    assert from_entry([], "", "https://pubmed.ncbi.nlm.nih.gov/99/?utm=1").pmid == "99"
    assert not from_entry([])


def every_span_stands(found: StudyCard, text: str) -> bool:
    values = (found.is_study, *(v for values in found.values.values() for v in values))
    return all(v.evidence and text[s.start : s.end] == s.text for v in values for s in v.evidence)
