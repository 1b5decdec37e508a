"""Design, size, time and allocation: invented sentences, and what a careful reader takes from them."""

from dataclasses import replace

import pytest

from reader.study import allocation, design, follow_up, sample_size, species, study_period
from reader.study.reading.article import Article

DESIGNS = [
    (
        "randomized_controlled_trial",
        "In the trial, 240 adults with gout were randomly assigned to receive the pill or a dummy pill for six months.",
    ),
    (
        "randomized_controlled_trial",
        "Researchers split 88 volunteers at random into two groups: one drank coffee, the other decaf.",
    ),
    (
        "randomized_controlled_trial",
        "Half of the 120 patients were chosen by lot to receive the new dressing; the rest received standard care.",
    ),
    (
        "randomized_controlled_trial",
        "Villages were randomised to receive bed nets straight away or a year later.",
    ),
    (
        "randomized_controlled_trial",
        "A double-blind, placebo-controlled study of 310 people with eczema showed that the cream eased itching.",
    ),
    (
        "randomized_controlled_trial",
        "The phase 3 trial compared the new drug with standard chemotherapy in 640 women.",
    ),
    ("cohort", "The team followed 12,400 nurses for 16 years and recorded who developed diabetes."),
    (
        "cohort",
        "Researchers looked at the medical records of 2.1 million veterans and found that those taking the drug had fewer strokes.",
    ),
    (
        "cohort",
        "Using data from the national registry, they compared 5,000 children born early with 20,000 born at term until age 18.",
    ),
    (
        "cohort",
        "People who ate fish twice a week had a 14% lower risk of dementia over the next ten years, the study of 9,000 adults found.",
    ),
    (
        "cohort",
        "The retrospective study included all patients treated at the hospital between 2005 and 2015.",
    ),
    (
        "cohort",
        "Data from the UK Biobank on 400,000 people showed that poor sleep was linked to heart failure.",
    ),
    (
        "cohort",
        "The researchers analysed insurance claims of 1.2 million people who had started one of two drugs.",
    ),
    (
        "case_control",
        "The team compared 300 people with the disease with 600 healthy controls of the same age.",
    ),
    (
        "case_control",
        "They interviewed 412 women with ovarian cancer and 800 women without it about their use of talc.",
    ),
    ("cross_sectional", "The survey of 3,200 pupils found that a third had been bullied online."),
    ("cross_sectional", "More than 5,000 doctors answered an online questionnaire about burnout."),
    (
        "cross_sectional",
        "Researchers measured blood lead in 1,100 children living near the smelter and found that one in five had high levels.",
    ),
    (
        "case_report",
        "Doctors describe a 54-year-old woman who lost her sense of smell after a fall.",
    ),
    (
        "case_series",
        "The doctors reported on eight patients who developed hepatitis after taking the supplement.",
    ),
    (
        "single_arm_trial",
        "In the small pilot study, 14 patients received the cells; there was no control group.",
    ),
    (
        "single_arm_trial",
        "The open-label phase 1 trial enrolled 22 healthy adults, all of whom received the vaccine.",
    ),
    (
        "single_arm_trial",
        "In a first-in-human study, ten people with blindness received the implant.",
    ),
    ("systematic_review", "The authors reviewed 43 studies on yoga and back pain."),
    ("systematic_review", "A systematic review of 17 trials found no benefit of the supplement."),
    (
        "meta_analysis",
        "A meta-analysis of 25 trials with 11,000 participants found that statins reduce stroke.",
    ),
    (
        "meta_analysis",
        "The researchers pooled the results of nine randomised trials including 4,300 patients.",
    ),
    ("animal", "In mice lacking the gene, wounds healed twice as fast."),
    ("animal", "Rats fed the sweetener for eight weeks gained more weight than rats given water."),
    ("animal", "The vaccine protected all six macaques from infection."),
    ("animal", "When the scientists silenced the neurons in fruit flies, the insects slept less."),
    ("in_vitro", "The compound killed breast cancer cells grown in the laboratory."),
    ("in_vitro", "Using human stem cells in a dish, the researchers grew miniature kidneys."),
    (
        "in_vitro",
        "The team showed that the protein binds to the receptor on immune cells, and solved its structure by cryo-electron microscopy.",
    ),
    (
        "modelling",
        "According to the computer model, closing schools would have delayed the peak by two weeks.",
    ),
    ("modelling", "The researchers simulated the spread of flu in a city of one million."),
    (
        "modelling",
        "The analysis projects that sea level will rise by 40 centimetres by 2100 under a high-emission scenario.",
    ),
    ("qualitative", "The researchers held in-depth interviews with 26 carers."),
    (
        "qualitative",
        "In focus groups, 40 patients described what it is like to live with the disease.",
    ),
    (
        "nonrandomized_trial",
        "In the non-randomised trial, patients chose either surgery or physiotherapy.",
    ),
    (
        "other",
        "Astronomers measured the light of the galaxy with a radio telescope and found a black hole.",
    ),
    ("other", "Researchers dated the cave paintings and found that they are 45,000 years old."),
]
SIZES = [
    (
        240,
        "In the trial, 240 adults with gout were randomly assigned to receive the pill or a dummy pill.",
    ),
    (22000, "The analysis included more than 22,000 women from six countries."),
    (35, "Thirty-five people with the disease took part in the study."),
    (1234, "The researchers recruited 1 234 pupils from 12 schools."),
    (48, "Half of the 48 patients were given the drug and half a placebo."),
    (60, "Sixty patients (30 in each group) were enrolled; two died."),
    (300, "The team studied 200 children with asthma and 100 healthy controls."),
    (2100000, "Researchers looked at the medical records of 2.1 million veterans."),
    (
        9000,
        "People who ate fish had a 14% lower risk of dementia, the study of 9,000 adults found.",
    ),
    (412, "Of the 412 participants who completed the study, 38 had a relapse."),
    (77, "A total of 77 volunteers, aged 18 to 45, drank the solution daily for 12 weeks."),
    (
        None,
        "About 300,000 people in the country live with the disease, and 4,000 die of it each year.",
    ),
    (None, "The trial will enroll 500 people at 20 hospitals, starting in June."),
    (150, "At 12 centres in Spain, 150 women aged 40 and older received the vaccine."),
    (
        640,
        "The phase 3 trial compared the new drug with standard chemotherapy in 640 women with advanced disease.",
    ),
    (83, "We enrolled 83 patients between 2010 and 2012; 12 were lost to follow-up."),
    (5000, "More than 5,000 doctors answered an online questionnaire about burnout."),
    (
        1100,
        "Researchers measured blood lead in 1,100 children living near the smelter and found that one in five had high levels.",
    ),
    (26, "The researchers held in-depth interviews with 26 carers."),
    (
        11000,
        "A meta-analysis of 25 trials with 11,000 participants found that statins reduce stroke.",
    ),
    (
        4300,
        "The researchers pooled the results of nine randomised trials including 4,300 patients.",
    ),
    (90, "The study, which followed 90 people for two years, found that 30 percent improved."),
    (18, "Eighteen patients had surgery. Eleven of them were free of pain a year later."),
    (70, "Seventy people were screened and 70 enrolled."),
    (128, "Scientists scanned the brains of 128 teenagers while they played a game."),
    (
        214,
        "Amara Diallo and colleagues report a comparison of two courses in 214 patients in two district hospitals.",
    ),
    (3200, "The survey of 3,200 pupils found that a third had been bullied online."),
    (18000, "The company tested the vaccine in 18,000 volunteers, half of whom got a placebo."),
    (45, "Participants (n = 45) slept in the laboratory for a week."),
    (1600000, "They analysed data on 1.6 million births in Norway and Sweden."),
    (56, "The 56 men who took part were told to eat nuts every day."),
    (33, "The new study involved 33 dogs with arthritis."),
]
FOLLOW_UPS = [
    ((16, 16), "The team followed 12,400 nurses for 16 years and recorded who developed diabetes."),
    ((2, 15), "Patients were followed for two to 15 years."),
    ((3.5, 3.5), "After a median follow-up of 3.5 years, 12 patients had died."),
    ((5, 5), "Five years later, half of the children were free of symptoms."),
    ((10, 10), "People who ate fish had a lower risk over the next ten years."),
    ((0.5, 0.5), "After six months of follow-up, the groups did not differ."),
    ((1, 1), "They were monitored for a year after the operation."),
    (None, "The disease lasts for ten years on average."),
    (None, "Participants aged 18 to 45 years took the drug."),
    (None, "They took the pill every day for 12 weeks."),
    ((12, 12), "During 12 years of follow-up, 640 people died."),
    ((2, 2), "In the two-year study, 90 people with lupus cycled."),
    ((18, 18), "Information on deaths was collected over the following 18 years."),
    ((4, 4), "The researchers tracked the children until age 10, over four years."),
    ((1.5, 1.5), "At 18 months, relapse was seen in nine of 107 patients."),
    ((7, 7), "Over an average of seven years, 210 strokes occurred."),
    ((20, 20), "The study tracked twins for two decades."),
]
PERIODS = [
    (("1995-06", "2001-05"), "The team carried out 35 transplants from June 1995 until May 2001."),
    (("2010", "2012"), "We enrolled 83 patients between 2010 and 2012."),
    (
        ("1999", "2013"),
        "Rates of new cases fell during the period 1999-2013, the researchers found.",
    ),
    (("2009", None), "The participants have been followed since 2009."),
    (("2017", None), "The trial began in early 2017 and enrolled 24 patients."),
    (
        ("2005", "2015"),
        "The retrospective study included all patients treated at the hospital between 2005 and 2015.",
    ),
    (("2020-03", "2021-01"), "Data were collected from March 2020 to January 2021."),
    (("1975", "1981"), "The twins were asked about their weight in 1975 and again in 1981."),
    (("2014-09", None), "The first volunteers were vaccinated in September 2014."),
    (None, "By 2050, two billion people will be affected, the model projects."),
    (None, "The drug was approved in 2010."),
    (None, "The study was published in 2011."),
    (("2003", "2016"), "They looked at children born in Denmark from 2003 through 2016."),
    (("1988", "1994"), "The researchers analysed a national survey conducted from 1988 to 1994."),
    (("2016-03", "2016-05"), "Between March and May 2016, the researchers interviewed 40 carers."),
    (("2000", "2010"), "Births in the years 2000–2010 were studied."),
]
ALLOCATIONS = [
    (
        (True, True, "double", None),
        "In a randomized, double-blind, placebo-controlled trial, 100 patients got the drug or a placebo.",
    ),
    (
        (None, None, "open_label", "2"),
        "All 40 patients in the open-label, phase II trial received the antibody.",
    ),
    ((None, False, None, None), "The study had no control group."),
    (
        (False, False, "open_label", None),
        "This was an uncontrolled, unblinded and non-randomised study.",
    ),
    (
        (None, None, None, None),
        "A randomly selected sample of households was visited; people with uncontrolled asthma were excluded.",
    ),
    ((None, None, None, None), "The paper went through double-blind peer review."),
    ((None, None, None, None), "Women in the luteal phase of the cycle were tested."),
    (
        (True, True, "double", None),
        "Participants were randomly assigned to drug or placebo, and neither the patients nor their doctors knew who got which.",
    ),
    (
        (None, None, None, "1"),
        "The phase 1 study tested three doses of the vaccine in healthy adults.",
    ),
    (
        (False, None, None, None),
        "Because the study was observational, it cannot prove cause and effect.",
    ),
    ((None, True, None, None), "Mice given the drug were compared with a control group."),
    (
        (True, True, None, None),
        "Half of the families were assigned at random to receive home visits, while the others received usual care.",
    ),
    ((None, None, None, "1/2"), "The phase 1/2 trial included 12 boys."),
    ((None, None, None, None), "The drug will enter phase 3 trials next year."),
]


def story(sentence: str) -> Article:
    """A piece of news that tells the sentence."""
    return Article(
        f"New findings on sleep and pain\n\n{sentence}\n\n"
        "The results were published in the Journal of Invented Medicine."
    )


@pytest.mark.parametrize(("expected", "sentence"), DESIGNS)
def test_the_design_is_read_from_the_words_news_has_for_it(expected: str, sentence: str) -> None:
    article = story(sentence)
    counts = sample_size.weigh(article)
    size = sample_size.sample_size(article, counts)
    counted = counts[0].count.kind if size else ""
    people = (
        (size.evidence[0].start, size.evidence[0].end) if size and counted == "people" else None
    )
    kind = species.species(article, people, counted)
    found = design.study_type(article, kind, species.cells(article))
    assert (found.value if found else "other") == expected


@pytest.mark.parametrize(("expected", "sentence"), SIZES)
def test_the_size_is_the_number_studied(expected: int | None, sentence: str) -> None:
    article = story(sentence)
    found = sample_size.sample_size(article, sample_size.weigh(article))
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(("expected", "sentence"), FOLLOW_UPS)
def test_follow_up_is_the_time_people_were_watched(
    expected: tuple[float, float] | None, sentence: str
) -> None:
    found = follow_up.follow_up(story(sentence))
    if expected is None:
        assert found is None
    else:
        assert found is not None
        ends = (found.details["min_years"], found.details["max_years"])
        assert ends == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize(("expected", "sentence"), PERIODS)
def test_the_period_is_when_data_were_gathered(
    expected: tuple[str, str | None] | None, sentence: str
) -> None:
    found = study_period.study_period(story(sentence))
    ends = (found.details.get("from"), found.details.get("to")) if found else None
    assert ends == expected


@pytest.mark.parametrize(("expected", "sentence"), ALLOCATIONS)
def test_randomised_controlled_blinded_and_phase(
    expected: tuple[bool | None, bool | None, str | None, str | None], sentence: str
) -> None:
    article = story(sentence)
    randomized = allocation.randomized(article)
    drawn = (
        replace(randomized, value="randomized_controlled_trial")
        if randomized and randomized.value
        else None
    )
    found = (
        randomized,
        allocation.controlled(article, drawn),
        allocation.blinding(article),
        allocation.phase(article),
    )
    assert tuple(value.value if value else None for value in found) == expected
