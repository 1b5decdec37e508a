"""How many were studied: cues, groups that add up, and the numbers of other and planned studies."""

import pytest

from reader.study.extract import study

LEAD = "New findings on sleep\n\nA tablet eased night cramps, researchers at Fenwick University report today. {} The findings were published in The Lancet.\n"

COUNTED = [
    ("The researchers enrolled 412 adults with cramps at nine clinics.", 412),
    ("A total of 1,204 patients took part in the trial.", 1204),
    ("The trial, which involved 58 people with cramps, ran for six weeks.", 58),
    ("Seventy-two volunteers drank either coffee or water before bed.", 72),
    ("The team drew on the records of 88,140 nurses, none of whom had cramps at the start.", 88140),
    ("The scientists scanned the legs of 37 women and found thinner muscle.", 37),
    ("They pulled the charts of 640 patients and set 100 aside, leaving 540 for analysis.", 540),
    ("Of 812 patients 90 were too ill to be asked, leaving 722 for the analysis.", 722),
    ("They read the files of 1,950 nurses and dropped 410, leaving 1,540 in the study.", 1540),
    ("After 60 of the 310 women had been ruled out, 250 remained for analysis.", 250),
    ("Questionnaires were mailed to 5,000 teachers, and 2,310 replied.", 2310),
    ("Of 900 people invited, 350 agreed to take part.", 350),
    ("Some 3,000 households were sent a form; 1,120 filled it in.", 1120),
    ("Of 760 patients screened, 212 were enrolled.", 212),
    ("Investigators put 25 mice on a high-salt diet for a month.", 25),
    ("The surgeons operated on 61 patients between 2015 and 2019.", 61),
    ("Participants (n = 84) were asked to keep a diary.", 84),
    ("In all, 19 of the 23 patients who were treated slept through.", 23),
    ("Half of the 640 participants were given the tablet.", 640),
    ("The data cover more than 2.3 million births in four countries.", 2_300_000),
]

ADDED = [
    ("In the study, 60 people were given the tablet and 58 a dummy pill.", 118),
    ("By the luck of the draw, 148 patients came to have surgery and 151 to have physiotherapy.", 299),
    ("They compared 224 people who had cramps with 230 who had not.", 454),
    ("The team recruited 40 men and 38 women from two villages.", 78),
    ("Researchers interviewed 31 doctors, 40 nurses and 12 midwives.", 83),
    ("The researchers studied 90 patients with cramps and 85 healthy controls.", 175),
    ("Investigators traced 310 farmers with cramps and, for each of them, two neighbours of the same age who had none.", 930),
    ("The team identified 150 women with cramps, each matched with four women without.", 750),
    ("The vets fitted the brace in sixteen sheep. A further eight animals received a plain bandage.", 24),
    ("On the quiet ward 389 patients were treated and 402 on the other.", 791),
    ("In total, 118 children took part: 60 were given the drug and 58 a placebo.", 118),
]  # fmt: skip

#: Numbers that are no group beside the one studied.
ALONE = [
    ("They pooled 12 cohorts comprising 18,402 participants and 870 new cases of cramps.", 18402),
    ("Of 632 people with cramps who were followed, four in ten slept through.", 632),
    ("They studied 9,700 widows and set beside each four married women of her age.", 9700),
]

STANDS = "The trial enrolled 412 adults with cramps."
PASSED_OVER = [
    "Around 9 million people in Britain live with cramps.",
    "A 2019 study of 2,950 older adults in Oslo found the same.",
    "An earlier pilot in 36 people had suggested as much.",
    "The team now hopes to enrol 1,500 people in a larger trial.",
    "A trial for which 600 adults will be randomly assigned to the tablet is due to start next year.",
    "A study with 90 patients is pencilled in for 2027.",
    "Cramps returned in 44 people in the tablet group and 61 in the control group.",
    "For every 67 people treated, one was spared a night in hospital.",
    "Elsewhere, a trial of a sister drug in 800 patients had mixed results.",
    "The largest of these earlier trials had 7,000 participants.",
    "Nausea was reported by 14 people who took the tablet.",
    "In trials such as CRAMPS-1 (n = 3,971) the drug was given by drip.",
    "The hospital treats 55,000 patients a year.",
    "Next, 300 people will be invited to test a patch.",
]


@pytest.mark.parametrize(("said", "n"), COUNTED)
def test_the_number_studied_is_read(said: str, n: int) -> None:
    assert size(said) == n


@pytest.mark.parametrize(("said", "n"), ADDED)
def test_groups_are_added_up(said: str, n: int) -> None:
    assert size(said) == n


@pytest.mark.parametrize(("said", "n"), ALONE)
def test_what_is_no_group_is_not_added(said: str, n: int) -> None:
    assert size(said) == n


def test_a_rounded_size_gives_way_to_the_exact_one() -> None:
    text = "Cramps are common, study of 12,000 nurses finds\n\nA study of 12,040 nurses at Fenwick University found cramps in a third. It was published in Sleep."
    value = study(text).one("sample_size")
    assert value is not None
    assert (value.value, value.evidence[0].text) == (12_040, "12,040 nurses")


@pytest.mark.parametrize("said", PASSED_OVER)
def test_numbers_of_others_and_of_plans_are_passed_over(said: str) -> None:
    assert size(f"{STANDS} {said}") == 412
    assert size(f"{said} {STANDS}") == 412


@pytest.mark.parametrize("said", PASSED_OVER)
def test_no_number_is_better_than_that_of_another_study(said: str) -> None:
    assert size(said) is None


def size(said: str) -> object:
    value = study(LEAD.format(said)).one("sample_size")
    return value.value if value else None
