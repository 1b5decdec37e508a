"""Results, limits, harms, numbers of papers and what the headline claims: invented sentences."""

import pytest

from reader.model.study import StudyValue
from reader.study import claim, harms, identifiers, limitations, results, review, species
from reader.study.extract import study
from reader.study.figures import details
from reader.study.reading.article import Article
from tests.study.test_design import story

FIGURES = [
    ("the risk fell (hazard ratio 0.71; 95% CI, 0.60 to 0.84; P = 0.002)",
     {"measure": "HR", "estimate": 0.71, "ci_low": 0.60, "ci_high": 0.84, "ci_level": 95.0, "p": "0.002"}),
    ("odds ratio 1·9, 95% CI 1·2–3·1", {"measure": "OR", "estimate": 1.9, "ci_low": 1.2, "ci_high": 3.1}),
    ("mean difference −2.3 days [95% CI, −3.9 to −0.7]", {"measure": "MD", "estimate": -2.3, "ci_low": -3.9, "ci_high": -0.7}),
    ("12 percent of the women recovered", {"measure": "%", "estimate": 12.0}),
    ("nine of 107 patients relapsed", {"n": 9, "of": 107}),
    ("improvements lasted for a median of 2 years", {"measure": "median", "estimate": 2.0}),
    ("it did not differ (p < .05)", {"p": "<.05"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_the_figures_of_a_finding_are_read(text: str, expected: dict[str, object]) -> None:
    found = details(text, None)
    assert {key: found.get(key) for key in expected} == expected


def test_a_count_without_its_whole_is_of_the_study() -> None:
    assert details("Sixteen people improved", 35) == {"n": 16, "of": 35}


def said(values: tuple[StudyValue, ...]) -> list[str]:
    return [str(value.value) for value in values]


RESULTS = [
    ("The team found that walking cut falls by 30 percent.", "walking cut falls by 30 percent"),
    ("Sixteen patients improved, while nine got worse.", "Sixteen patients improved"),
    ("Those who drank tea were 12 percent less likely to develop stones than those who did not.", "12 percent less likely"),
    ("There was no difference in survival between the two groups.", "no difference in survival"),
    ("The median stay was 4 days in both groups (P = 0.61).", "The median stay was 4 days"),
    ("When the gene was removed, the cells failed to divide.", "the cells failed to divide"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), RESULTS)
def test_a_finding_is_given_without_the_words_that_report_it(sentence: str, expected: str) -> None:
    found = said(results.key_results(story(sentence), None))
    assert any(expected in value for value in found)


NO_RESULTS = [
    "The researchers enrolled 240 adults and randomly assigned them to two groups.",
    "Previous studies have shown that tea lowers the risk of stones by 20 percent.",
    "An estimated 1 million people live with the disease worldwide.",
    "The study was published in the Journal of Invented Medicine and funded by the Halden Foundation.",
    "Will it help people live longer?",
    "Larger studies are needed to confirm the findings.",
]  # fmt: skip


def test_a_finding_does_not_open_with_place_and_agency() -> None:
    report = "MORWICK (Wire) - Walking every day cut falls by 30 percent, doctors say."
    text = f"Walking and falls\n\n{report} The team at Morwick tested 84 people in a trial."
    assert any(
        value.startswith("Walking every day")
        for value in said(results.key_results(Article(text), None))
    )


@pytest.mark.parametrize("sentence", NO_RESULTS)
def test_methods_background_and_plans_are_no_findings(sentence: str) -> None:
    assert all(
        sentence[:25] not in value for value in said(results.key_results(story(sentence), None))
    )


LIMITS = [
    ("The study does not prove cause and effect.", "observational"),
    ("The sample was small and came from a single hospital.", "small"),
    ("This was an uncontrolled and unblinded study.", "uncontrolled"),
    ("The findings cannot be generalised to children.", None),
    ("The results have not yet been peer reviewed.", "not_peer_reviewed"),
    ("The researchers relied on self-reported diets.", "self_report"),
    ("The duration of follow-up varied widely.", "variable_followup"),
    ("It remains unclear whether the effect lasts.", None),
    ("A randomised trial is needed to confirm these findings.", None),
    ("The trial was stopped early, which limited its ability to detect differences.", None),
    ("Most participants were white, and the results may not apply to others.", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "code"), LIMITS)
def test_what_limits_the_study_is_told_with_its_kind(sentence: str, code: str | None) -> None:
    text = (
        f"It was a trial of tea. The researchers found that tea helps.\n\nThe team met. {sentence}"
    )
    (found, *_) = limitations.limitations(Article(f"Tea helps, study finds\n\n{text}"))
    assert found.details.get("code") == code


NO_LIMITS = [
    "In a small uncontrolled study, 35 people took the drug.",
    "Previous studies were small and had limitations.",
    "The analysis was adjusted for confounding by age.",
    "People with uncontrolled asthma took part.",
    "There is no cure, and treatment options are limited.",
]


@pytest.mark.parametrize("sentence", NO_LIMITS)
def test_designs_and_others_weaknesses_are_no_limits(sentence: str) -> None:
    assert said(limitations.limitations(story(sentence))) == []


DEATHS = [
    ("Two deaths occurred which were attributed to the treatment, and three other patients died during the study.",
     {"n": 5, "of": 35, "attributed": "treatment", "attributed_n": 2}),
    ("Twenty-three people in the home group and 7 in the usual care group died.", {"n": 30, "of": 35}),
    ("No deaths were reported.", {"n": 0, "of": 35}),
    ("One of the patients died of a treatment-related infection.", {"n": 1, "of": 35, "attributed": "treatment"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), DEATHS)
def test_deaths_carry_their_number_and_cause(sentence: str, expected: dict[str, object]) -> None:
    found = harms.deaths(story(sentence), 35)
    assert found is not None
    assert {key: found.details.get(key) for key in expected} == expected


@pytest.mark.parametrize(
    "sentence",
    ["The disease kills 4,000 people each year.", "An estimated 12,000 people died of flu worldwide.",
     "In the United States 600 children died last winter."],
)  # fmt: skip
def test_deaths_of_the_world_are_none_of_the_study(sentence: str) -> None:
    assert harms.deaths(story(sentence), 35) is None


def test_side_effects_are_those_of_the_study() -> None:
    found = harms.adverse_events(story("The most common side effects were nausea and headache."))
    assert found is not None
    assert found.value == "nausea and headache"


NUMBERS = [
    ("Registered as NCT01234567.", "NCT01234567"), ("Registration: ISRCTN12345678.", "ISRCTN12345678"),
    ("EudraCT number 2011-003669-14.", "2011-003669-14"), ("ACTRN12605000123456", "ACTRN12605000123456"),
    ("ChiCTR2000012345 is the number.", "ChiCTR2000012345"), ("The EIN is 13-5661935.", None),
    ("Call 1-800-422-6237.", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), NUMBERS)
def test_numbers_of_registries_are_known_by_their_form(sentence: str, expected: str | None) -> None:
    found = identifiers.registration(story(sentence))
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    "printed",
    [
        "doi: 10.9999/ABC.123",
        "https://doi.org/10.9999/abc.123.",
        "(DOI 10.9999/abc.123)",
        "10.9999/abc.123;",
    ],
)
def test_a_doi_is_bare_and_in_lower_case(printed: str) -> None:
    found = identifiers.doi(story(f"Brain Notes, {printed}"))
    assert found is not None
    assert found.value == "10.9999/abc.123"


def test_the_number_of_studies_in_a_review_is_the_number_kept() -> None:
    article = story(
        "The authors found 62 articles on yoga, of which 35 were kept for the analysis."
    )
    found = review.studies_included(article, "systematic_review")
    assert found is not None
    assert found.value == 35


SPECIES = [
    ("mouse", "In mice lacking the gene, wounds healed twice as fast."),
    ("human", "The researchers followed 240 adults with gout; all patients took fish oil."),
    ("fruit fly", "When hungry fruit flies were offered sugar, they ate."),
    (
        "human",
        "Doctors vaccinated patients against bird flu; the volunteers and participants stayed well.",
    ),
]


@pytest.mark.parametrize(("expected", "sentence"), SPECIES)
def test_the_species_is_the_one_studied(expected: str, sentence: str) -> None:
    found = species.species(story(sentence), None)
    assert found is not None
    assert found.value == expected


CLAIMS = [
    ("Tea linked to fewer kidney stones", "correlational"), ("Tea prevents kidney stones", "direct_causal"),
    ("Tea may prevent kidney stones", "conditional_causal"), ("A portrait of the kidney", "none"),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "expected"), CLAIMS)
def test_the_strength_of_the_claim_is_that_of_the_headline(headline: str, expected: str) -> None:
    article = Article(
        f"{headline}\n\nThe researchers followed 900 adults for nine years and more, and counted the stones that they passed."
    )
    found = claim.claim_strength(article)
    assert found is not None
    assert found.value == expected


def test_nothing_of_explanations_and_contacts_reaches_the_card() -> None:
    text = """Walking eases gout, small trial finds

Dr Orla Keane and colleagues at Fernhill University asked 64 people with gout to walk for an hour a day or to rest.
After three months, those who walked had 30 percent less pain, they report in Rheumatology Letters.

About gout

Gout affects 3 million people in Norway, and women three times less than men. In 2010 the Oslo Gout Trial
enrolled 900 patients aged 20 to 50 at Oslo University Hospital; two died.

Contact: Tom Hale, Nordic Gout Society, 555-0100

© 2020 The Nordic Gout Society, registered charity 13-5661935, founded in 1951
"""
    card = study(text)
    spans = [span for values in card.values.values() for value in values for span in value.evidence]
    assert card.values["sample_size"][0].value == 64
    assert max(span.end for span in spans) < text.index("About gout")
