"""The design of a study, told without its name, and designs that are not its own."""

import pytest

from reader.study.extract import study

STORY = "Fewer night cramps\n\nResearchers at Fenwick University report a new finding on night cramps. {} Cramps were less frequent, the researchers found. The findings were published in The Lancet.\n"

TOLD = [
    ("The 240 participants were split into two groups by the toss of a coin.", "randomized_controlled_trial"),
    ("A computer decided which of the 90 volunteers got the tablet.", "randomized_controlled_trial"),
    ("Sixty patients drew lots to see who would get the brace and who would go without.", "randomized_controlled_trial"),
    ("Half of the 80 volunteers took a sugar pill, and neither they nor their doctors knew who had which.", "randomized_controlled_trial"),
    ("Twenty people drank each of the two syrups, in random order, a week apart.", "randomized_controlled_trial"),
    ("Whether a school got the programme was decided by lottery.", "randomized_controlled_trial"),
    ("The 300 patients were randomised to surgery or physiotherapy.", "randomized_controlled_trial"),
    ("Villages were picked by lot to get the nets first.", "randomized_controlled_trial"),
    ("All 30 patients were given the drug; there was no comparison group.", "single_arm_trial"),
    ("The phase 1 trial tested rising doses in 18 patients.", "single_arm_trial"),
    ("In this open-label study every patient received the infusion.", "single_arm_trial"),
    ("Two wards brought in the new lights while two neighbouring wards carried on as before.", "nonrandomized_trial"),
    ("Patients could choose for themselves whether to have surgery or the brace, and the two groups were compared.", "nonrandomized_trial"),
    ("The team followed 12,000 nurses for 20 years to see who went on to have cramps.", "cohort"),
    ("They kept track of 900 children from birth until the age of 18.", "cohort"),
    ("The scientists linked the health records of 80,000 people with their prescriptions.", "cohort"),
    ("Investigators compared 200 people with cramps with 400 who had none.", "case_control"),
    ("For each case, three neighbours of the same age without cramps were asked the same questions.", "case_control"),
    ("Each patient was matched with two healthy controls.", "case_control"),
    ("The researchers posted a questionnaire to 5,000 teachers, and 2,300 returned it.", "cross_sectional"),
    ("In an online poll, 1,400 adults were asked about their sleep.", "cross_sectional"),
    ("The survey asked 2,000 drivers how often they had cramps.", "cross_sectional"),
    ("They looked back at the notes of nine patients who had been treated at their clinic.", "case_series"),
    ("The doctors describe five patients whose cramps stopped after a change of diet.", "case_series"),
    ("The doctors describe a 43-year-old woman whose cramps stopped overnight.", "case_report"),
    ("They sifted through 4,300 papers and found 31 that met their criteria.", "systematic_review"),
    ("The reviewers searched six databases for trials of magnesium.", "systematic_review"),
    ("The team pooled the results of 14 trials with 3,400 patients.", "meta_analysis"),
    ("Combining the data from 22 studies, they found a lower risk.", "meta_analysis"),
    ("Mice that lacked the gene ran further on the wheel.", "animal"),
    ("The team gave the compound to 24 rats for a month.", "animal"),
    ("Sixteen sheep were fitted with the pacemaker.", "animal"),
    ("The chemists dripped the compound on muscle cells in a dish, and the cells relaxed.", "in_vitro"),
    ("In leukaemia cell lines the compound stopped growth.", "in_vitro"),
    ("A computer model suggests that screening would prevent 400 cases a year.", "modelling"),
    ("They simulated an epidemic in a city of two million.", "modelling"),
    ("The researchers held in-depth interviews with 22 carers and looked for common themes.", "qualitative"),
    ("Eighteen midwives talked in focus groups about night work.", "qualitative"),
]  # fmt: skip

NOT_ITS_OWN = [
    "The team now plans a randomised controlled trial in 600 patients.",
    "A randomised trial is needed to confirm the findings.",
    "Earlier randomised trials of magnesium had mixed results.",
    "A 2019 meta-analysis of 12 trials found no benefit.",
    "The choice could not be decided by the toss of a coin.",
    "A larger study, a randomised, double-blind trial of 900 adults, will start next year.",
    "The drug had been tested before in mice.",
]


@pytest.mark.parametrize(("said", "design"), TOLD)
def test_a_design_is_known_by_what_was_done(said: str, design: str) -> None:
    assert kind(said) == design


@pytest.mark.parametrize("said", NOT_ITS_OWN)
def test_designs_of_other_studies_leave_the_own_one_alone(said: str) -> None:
    assert kind(f"The team followed 12,000 nurses for 20 years. {said}") == "cohort"


def kind(said: str) -> object:
    value = study(STORY.format(said)).one("study_type")
    return value.value if value else None
