"""What in an abstract is a treatment, an animal, a single patient or a review, and what only looks like one."""

import pytest

from reader.study import extract
from reader.study.reading.article import Article

#: Abstracts of people on whom nothing was tried, for all the words of drugs and treatment.
LOOKED_AT = [
    "Estimates of injecting drug users in Port Lowe\n\nThe number of injecting drug users in Port Lowe was estimated "
    "from two surveys by mark and recapture. Some 2,310 drug users lived there in the second year (95% CI 1,900-2,780). "
    "These results suggest that services reach few.",
    "Opioid use disorder and stays in hospital for gout\n\nIn a contemporary cohort of hospital stays for gout, patients "
    "with opioid use disorder were compared with others. Stays were longer and complications more frequent in those "
    "with opioid use disorder (p < 0.01). Outcomes did not differ in the elderly.",
    "Parental self-efficacy and sulking\n\nEighty-one adolescents and their parents completed scales. Self-efficacy of "
    "parents was lower where adolescents sulked (p < 0.05). Self-efficacy mediated no effect of age. Support "
    "by parents was not related to their self-efficacy.",
    "Dream recall and subtypes of tremor\n\nPatients with tremor underwent polysomnography. Participants then underwent a "
    "neurological examination. Those who recalled dreams had more falls (p = 0.02) and more complications. "
    "Recall may mark a subtype.",
]


@pytest.mark.parametrize("text", LOOKED_AT)
def test_drug_users_and_examinations_are_no_treatment(text: str) -> None:
    for design in extract.values(Article(text), None).get("study_type", ()):
        assert "of_treatment" not in design.details


def test_a_drug_in_the_title_is_where_a_treatment_is_told() -> None:
    text = (
        "Insulin and recall in healthy aging\n\nWe assessed how induced high levels of insulin act on recall. Recall of a "
        "story improved, and effects of the hormone were largest in women (p < 0.05). Doses of 40 mg/day sufficed."
    )
    (design,) = extract.values(Article(text), None)["study_type"]
    assert design.details["of_treatment"]
    assert "Insulin" in [span.text for span in design.evidence]


#: Abstracts with their designs, or with the form of paper.
TOLD = [
    (
        "Xenon and white matter\n\nPremature birth is a burden. Five-day-old Sprague-Dawley rats were randomly divided into "
        "a sham group and a xenon group. Apoptosis was less with xenon (p < 0.05). Xenon may protect infants.",
        "animal",
    ),
    (
        "Fields and rat bone marrow stromal cells\n\nRat bone marrow stromal cells were kept in cell culture and exposed to a "
        "field in vitro. Rat stromal cells divided more (p < 0.05). More of the rat cells bore markers of neurons.",
        "in_vitro",
    ),
    (
        "Light at dusk in homes for the old\n\nA crossover intervention trial of four kinds of light was held in two homes. "
        "Sixty-six residents took part. Sleep was longer in bright light (p < 0.05). Activity did not differ.",
        "nonrandomized_trial",
    ),
    (
        "A coenzyme against stiffness\n\nThe coenzyme has been used in an open label trial as a novel medication in 34 "
        "patients with stiffness. All patients improved. Daily walks grew longer.",
        "single_arm_trial",
    ),
    (
        "Swamp fever encephalopathy: report of a Corsican case\n\nSwamp fever encephalopathy is a rare disease. Few "
        "postmortem studies have been published. Here we report on a Corsican child with the severest form.",
        "case_report",
    ),
    (
        "Spines in animal models of hiccups\n\nHiccups affect many. Numerous animal models have been generated. This review "
        "evaluates changes of spines in animal models of hiccups. Drugs may be designed to target networks.",
        "narrative_review",
    ),
    (
        "Emerging therapies for stubborn hiccups\n\nHiccups are common. Several therapies are available, such as diets and "
        "devices. New ones have been proposed. The present study is aimed to review these therapies.",
        "narrative_review",
    ),
]


@pytest.mark.parametrize(("told", "design"), TOLD)
def test_designs_of_abstracts_that_look_like_others(told: str, design: str) -> None:
    (found,) = extract.values(Article(told), None)["study_type"]
    assert found.details.get("form", found.value) == design


def test_a_case_crossover_study_is_no_trial() -> None:
    text = (
        "Heat and deaths from gout\n\nWe conducted a case-crossover study of 10,014 deaths. Heat was associated with deaths "
        "(OR 1.2, 95% CI 1.1-1.3). The risk was highest in the widowed. These findings suggest that heat should be avoided."
    )
    found = extract.values(Article(text), None).get("study_type", ())
    assert all("trial" not in str(design.value) for design in found)
