"""What abstracts say of their design without naming it, and that news is not taken for an abstract."""

import pytest

from reader.study import genre
from reader.study.extract import study, values
from reader.study.identifiers import numbers
from reader.study.reading.article import Article
from tests.training.abstracts import abstracts
from tests.training.leads import leads

#: Abstracts without a name of their design, with it.
TOLD = [
    (
        "Walking and mood\n\nSEARCH METHODS: CENTRAL and MEDLINE to May. SELECTION CRITERIA: Randomised trials of walking. "
        "MAIN RESULTS: Nineteen studies were included. Mood was better in most.",
        "systematic_review",
    ),
    (
        "Coffee and gout\n\nNine cohorts with 2,140 cases contributed. Summary relative risks were calculated per cup. "
        "The funnel plot was symmetrical.",
        "meta_analysis",
    ),
    (
        "Binding of choline to glial membranes\n\nMembranes of cultured glial cells were incubated with choline. "
        "Binding was saturable, with a Kd of 3 nM, and was inhibited by hemicholinium. Sodium was required. "
        "These results suggest that the site is related to the carrier.",
        "in_vitro",
    ),
    (
        "Light and the stress axis\n\nRat pups were kept in dim light for three weeks. As adults they secreted less "
        "corticosterone. Hippocampal receptors were increased. These results suggest that early light has lasting effects.",
        "animal",
    ),
    (
        "Spread of a wave on a folded sheet\n\nA reaction-diffusion model was solved on meshes of folded sheets. Waves broke "
        "where curvature was high. These findings were compared with reported wave fronts in patients.",
        "modelling",
    ),
    (
        "Late-onset ataxia in a family\n\nTwo siblings with slowly progressive ataxia had no reflexes. The enzyme was "
        "deficient in leukocytes of both. Cerebellar atrophy was seen in both. Clinicians should be aware of this disorder.",
        "case_report",
    ),
]


@pytest.mark.parametrize(
    ("told", "design"),
    TOLD,
)
def test_designs_without_their_name(told: str, design: str) -> None:
    found = values(Article(told), None)
    assert [value.value for value in found["study_type"]] == [design]


def test_abstracts_by_their_words_alone() -> None:
    one = Article(
        "Fluid intake and headache\n\nDaily fluid intake was recorded in 31 outpatients with migraine. Attacks were more "
        "frequent in those who drank little (p < 0.05). Intake did not correlate with severity."
    )
    assert genre.scholarly(one)


def test_leads_are_no_abstracts() -> None:
    asked = [Article(lead.text) for lead in leads("aside")]
    taken = [a.text for a in asked if genre.weight(a.body) < genre.ENOUGH and genre.scholarly(a)]
    assert taken == []


def test_each_invented_abstract_has_a_design_and_a_text() -> None:
    found = list(abstracts())
    assert len(found) > 300
    assert all(one.design.replace("_", "").isalpha() and "\n" in one.text for one in found)
    teaching, aside = list(abstracts("train")), list(abstracts("aside"))
    assert len(teaching) + len(aside) == len(found)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("NCT No. 01234567", "NCT01234567"),
        ("ISRCTN: 12345678", "ISRCTN12345678"),
        ("EudraCT number: 2009 - 017458 - 11", "2009-017458-11"),
        ("EUCTR2009-017458-11-DE", "2009-017458-11"),
        ("EU CT 2022-500123-12-00", "2022-500123-12-00"),
        ("ACTRN: 12605000123456", "ACTRN12605000123456"),
        ("CHICTR-TRC-12002345", "ChiCTR-TRC-12002345"),
        ("UMIN-CTR: 000012345", "UMIN000012345"),
        ("JRCT2031200001", "jRCT2031200001"),
        ("CTRI 2018/05/013900", "CTRI/2018/05/013900"),
        ("SLCTR/2018/012", "SLCTR/2018/012"),
        ("LBCTR2019012345", "LBCTR2019012345"),
        ("RPCEC00000123", "RPCEC00000123"),
        ("PER-016-15", "PER-016-15"),
        ("NL-OMON12345", "NL-OMON12345"),
        ("PHRR200101-002345", "PHRR200101-002345"),
        ("ITMCTR2024000123", "ITMCTR2024000123"),
    ],
)
def test_numbers_of_registries_however_printed(printed: str, number: str) -> None:
    told = Article(f"A trial of naps\n\nHalf of them took naps. Trial registration: {printed}.")
    assert [found for found, *_ in numbers(told)] == [number]


def test_numbers_of_many_other_trials_are_passed_over() -> None:
    others = " ".join(
        f"One centre tests pills of kind {n} (ClinicalTrials.gov identifier: NCT0000000{n}) and has a long way to go "
        "before anything can be told of its findings in the people whom it hopes to treat there."
        for n in range(1, 6)
    )
    between = "Sixty adults took naps for a month, and sixty did not. " * 4
    told = Article(f"A trial of naps\n\nTrial registration: NCT01234567.\n\n{between}\n\n{others}")
    assert [found for found, *_ in numbers(told)] == ["NCT01234567"]


def test_an_abstract_tells_its_own_masking_and_no_plan() -> None:
    card = study(
        "Naps and memory\n\nThe aim of this randomised, double-blind trial was to test the effect of melatonin on naps. "
        "Sixty adults received melatonin or placebo. Naps lengthened."
    )
    assert [value.value for value in card.values["blinding"]] == ["double"]


@pytest.mark.parametrize(
    ("told", "n"),
    [
        ("Accrual was terminated at 338 of 2,150 planned patients because funds ran out.", 338),
        ("Recruitment closed after 212 of the planned 400 women had been randomised.", 212),
    ],
)
def test_those_who_entered_count_and_not_those_planned(told: str, n: int) -> None:
    article = Article(
        "Walking for fatigue: a trial\n\nOBJECTIVE: To determine whether walking relieves fatigue. METHODS: Women were "
        f"randomized to walking or rest. RESULTS: {told} Fatigue fell by 4.1 points with walking (p = 0.01)."
    )
    assert [value.value for value in values(article, None)["sample_size"]] == [n]
