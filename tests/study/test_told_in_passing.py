"""Designs, sizes, results and places as newsrooms tell them, and numbers that are none of theirs."""

import pytest

from reader.study.extract import study
from reader.study.reading.article import Article
from reader.study.reading.numbers import find_numbers

#: The design and the size that a story tells.
STORIES = [
    ("cross_sectional", 1087, "The researchers picked 1,200 households in Lima at random and asked one adult in each about sleep. In all, 1,087 adults answered. One in nine slept badly, the study found."),
    ("cohort", 803, "In the new study, doctors in Bern enrolled 803 people with a first seizure and saw them every six months for the next five years. Almost half had a second seizure."),
    ("cohort", 430, "The team at Leiden recruited 430 people who had been in hospital with pneumonia and phoned them three, six and 12 months later. One in four had not gone back to work, the study shows."),
    ("randomized_controlled_trial", 24, "The team gave a dozen volunteers in each arm either beet juice or a drink that looked and tasted the same. Neither the volunteers nor the staff knew who had which. Blood pressure dropped by 6 points after the juice."),
    ("randomized_controlled_trial", 64, "Each of 64 volunteers spent two nights in the lab, one with the lamp and one without, in random order. Melatonin fell by half on lamp nights, the study found."),
    ("randomized_controlled_trial", 310, "Some 310 smokers who wanted to stop were put, by chance, into a group that got text messages or one that did not. Six months on, 22 percent of the first group and 12 percent of the second had quit, the trial showed."),
    ("randomized_controlled_trial", 198, "In a 12-month study of 198 adults with asthma, those who used a smart inhaler had fewer attacks than those given a standard one. Participants were randomly allotted to their inhaler."),
    ("randomized_controlled_trial", 907, "The trial ran at 44 hospitals and tested 6,312 men to find 907 who could take part. Of the 907, 455 were allotted by computer to early surgery and 452 to watching. Two years on, 31 and 38 men had died. Each year 52,000 men are told they have the cancer."),
    ("randomized_controlled_trial", 418, "The trial took place in two prisons. Of 500 men who were asked, 418 agreed; 209 were allotted by lot to the programme and 209 to the waiting list. Fights fell by a third, the researchers found."),
    ("case_control", 1240, "The researchers compared 620 women who had had a stroke with 620 women of the same age who had not. Those who had had migraines were more often among the stroke patients."),
    ("case_control", 1060, "For every one of the 265 children with leukemia, the researchers found three healthy children of the same age. Children who had been to nursery were less likely to have leukemia."),
    ("meta_analysis", 85_000, "Combining the findings of 12 earlier studies, which together followed 85,000 people, scientists found that flossing made no difference to heart disease."),
    ("meta_analysis", 61_000, "Do statins cause muscle pain? The team pooled 19 double-blind trials with 61,000 participants. Muscle pain was reported by 27% on statins and 26.6% on placebo. About 200 million people take statins."),
    ("nonrandomized_trial", 412, "The 212 pupils of one school had a daily run before lessons; the 200 pupils of a second school, nearby, did not. After a year the runners scored better in maths, the study found."),
    ("animal", 36, "Scientists at Basel have restored hearing in deaf mice. The team injected the gene into the ears of 36 mice, of which 30 could then hear a whisper. The virus carrying the gene has been given to 200 patients with eye disease. A trial in 15 children is planned."),
    ("modelling", None, "Using a computer model of how the virus spreads, the researchers worked out that vaccinating half of all schoolchildren would prevent four in five cases. The study was published in Epidemic Modelling."),
    ("case_series", 3, "Three women in their thirties went blind after being injected with their own fat cells, doctors in Miami report. None of the three had been told of the risk."),
]  # fmt: skip


@pytest.mark.parametrize(("design", "size", "story"), STORIES)
def test_a_story_tells_its_design_and_its_size(design: str, size: int | None, story: str) -> None:
    read = study(story.replace(". ", ".\n\n"))
    assert [str(v.value) for v in read.values.get("study_type", ())] == [design]
    assert [v.value for v in read.values.get("sample_size", ())] == ([size] if size else [])


def test_hospitals_that_chance_did_not_choose_make_no_trial() -> None:
    read = study(
        "Ngoma and colleagues interviewed 96 midwives in 41 hospitals in Zambia. Only 17 hospitals had "
        "the drug, the researchers found.\n\nThe hospitals were not chosen at random."
    )
    assert not read.values.get("randomized", ())
    assert [str(v.value) for v in read.values.get("study_type", ())] != ["nonrandomized_trial"]


def test_groups_that_make_up_a_total_are_not_added_to_it() -> None:
    read = study(
        "The team measured 11 proteins in blood from 537 people: 188 with cancer, 149 with "
        "pancreatitis, and 200 healthy volunteers. The new test found 85% of the cancers, the study showed."
    )
    assert [v.value for v in read.values.get("sample_size", ())] == [537]


def test_members_of_a_charity_are_not_those_studied() -> None:
    read = study(
        "Researchers at Leeds gave vitamin D to 48 people with gout for a year, and their toes hurt less, "
        "the study found.\n\nThe charity has 14,000 members."
    )
    assert [v.value for v in read.values.get("sample_size", ())] == [48]


def test_how_common_an_illness_is_is_no_result() -> None:
    read = study(
        "Short sleep goes with gestational diabetes, a study by researchers at Elmsford University finds.\n\n"
        "The researchers asked 2,581 pregnant women about their sleep. Gestational diabetes affects roughly "
        "5 percent of pregnancies.\n\nAbout 18 percent of short sleepers developed it, compared to 9 percent "
        "of women who slept eight hours."
    )
    told = [str(v.value) for v in read.values.get("key_results", ())]
    assert any("18 percent" in result for result in told)
    assert not any("affects roughly" in result for result in told)


def test_countries_in_one_list_are_all_those_of_the_study() -> None:
    read = study(
        "Doctors at 91 sites in the United States, Finland and Japan gave 7,800 children either the spray or "
        "the shot, the new study says. The spray cut the number of cases by 55 per cent, the researchers found."
    )
    countries = {str(v.value) for v in read.values.get("country", ())}
    assert countries == {"United States", "Finland", "Japan"}


def test_a_degree_is_no_investigator() -> None:
    read = study(
        "Teenagers who sleep longer crash less, researchers at Lakeview Hospital report.\n\nThe study looked at "
        "18,522 drivers. Coauthors are Konstantin Mirov, MPH, and Flaura Whitt, PhD, MPH, of the Elm School."
    )
    assert [str(v.value) for v in read.values.get("investigators", ())] == [
        "Konstantin Mirov",
        "Flaura Whitt",
    ]


def test_one_and_a_half_million_is_a_number() -> None:
    text = "records of one and a half million men"
    article = Article(text)
    assert 1_500_000 in [n.value for n in find_numbers(text, article.words_in(0, len(text)))]
