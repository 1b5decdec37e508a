"""Reviews, cohorts on a drug and ways of masking, as abstracts tell them."""

import pytest

from reader.study import extract
from reader.study.reading.article import Article

REVIEWS = [
    "Hiccups: a clinical review\nHiccups affect 20-40% of adults in spring. Prevalence rises to 60% in the aged. Drugs are effective in 30% of cases. Management should be considered early.",
    "Pathways of the hiccup\nThe hiccup is an old reflex. Work in mice and rats has clarified its pathways, and mouse models are widely used. In mice the reflex can be abolished. Here we summarize what is known of it.",
    "Treatment of hiccups\nHiccups are managed by a multidisciplinary team. This paper reviews the various options for hiccups, and the strategy of their management is discussed.",
]  # fmt: skip
COHORT = (
    "Statins and the course of hiccups\n"
    "BACKGROUND: Whether statins shorten hiccups is unknown. METHODS: This retrospective cohort "
    "study included 872 adults. Of these, 410 received statins. RESULTS: Attacks were fewer (p < 0.01) "
    "in those on statins. CONCLUSIONS: Statins may shorten hiccups."
)
TRIAL = (
    "Lanterin in hiccups\nPURPOSE: To compare lanterin with saline in hiccups. DESIGN: {}. "
    "METHODS: Eighty-four patients received lanterin or saline for 12 weeks. RESULTS: Attacks fell "
    "by 20% with lanterin (p < 0.01). CONCLUSIONS: Lanterin works."
)


@pytest.mark.parametrize("text", REVIEWS)
def test_an_abstract_that_calls_itself_a_review_is_one(text: str) -> None:
    (design,) = extract.values(Article(text), None)["study_type"]
    assert design.details.get("form") == "narrative_review"


def test_a_cohort_on_a_drug_is_one_of_people_treated() -> None:
    (design,) = extract.values(Article(COHORT), None)["study_type"]
    assert (design.value, design.details.get("of_treatment")) == ("cohort", True)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Randomized, double-masking trial", "double"),
        ("Randomized, double-dummy trial", "double"),
        ("Randomized, observer- and patient-blinded trial", "double"),
        ("An open, randomized, two-arm trial", "open_label"),
        ("Randomized, non-masked trial", "open_label"),
        ("Randomized, examiner-masked trial", "single"),
    ],
)
def test_masking_is_read_in_the_words_of_abstracts(told: str, kind: str) -> None:
    (masked,) = extract.study(TRIAL.format(told)).values["blinding"]
    assert masked.value == kind


@pytest.mark.parametrize(
    ("told", "feature"),
    [
        ("Forty-nine sites in Europe", "multicentre"),
        ("Randomized trial with parallel treatment groups", "parallel"),
        ("Randomized, crossing-over trial", "crossover"),
    ],
)
def test_features_are_read_in_the_words_of_abstracts(told: str, feature: str) -> None:
    found = extract.values(Article(TRIAL.format(f"Randomized trial. Setting: {told}")), None)
    (design,) = found["study_type"]
    assert feature in design.details.get("features", ())
