"""Where and when the study was done, as news tells it: invented stories of several paragraphs."""

from datetime import date

import pytest

from reader.study import extract, places, study_period
from reader.study.reading.article import Article
from reader.study.reading.organisations import organisations
from tests.study.test_design import story

PERIODS = [
    ("2018", "2021", "The team followed 900 nurses between 2018 and 2021."),
    ("2018-03", "2019-06", "Between March 2018 and June 2019 the clinic ran the scheme on two floors."),
    ("2018-03", "2019-06", "From March 2018 through June 2019, patients at the clinic were given the drops."),
    ("2008", "2019", "The researchers linked the rosters with the national hospital file from 2008 to 2019."),
    ("2016", "2018", "From spring 2016 to autumn 2018 they asked 312 households about noise."),
    ("2016", "2018", "The survey ran from the spring of 2016 until the autumn of 2018."),
    ("2009", "2019", "Over eleven winters, between 2009 and 2019, they counted the swans on the lake."),
    ("2018", "2018", "The 412 participants were enrolled in 2018."),
    ("2019-05", "2019-05", "On school days in May 2019, teams of two stood at 40 bus stops and counted."),
    ("2019-03", "2019-04", "In all, 812 midwives filled in the questionnaire in March and April 2019."),
    ("2019-03", "2019-04", "She told delegates that 812 midwives had filled in the form on paper in March and April 2019."),
    ("2017-09", "2020-03", "Patients had been recruited from September 2017 to the first lockdown in March 2020."),
    ("2020-01", None, "Head teachers from 30 schools were invited to a meeting in January 2020 and drew lots."),
    ("2015-02", "2019-11", "The study ran for nearly five years, from February 2015 to November 2019."),
    ("2012", "2016", "The researchers looked at 4,000 births that took place in the county in 2012–2016."),
    ("2012", "2016", "Data were collected during the years 2012 to 2016."),
    ("2010", "2020", "They examined the records of 40,000 people who had a hip replaced at some point from 2010 up to 2020."),
    ("2019-01", "2021-12", "The study began in January 2019 and ended in December 2021."),
    ("2014", "2017", "Babies born in the two hospitals from 2014 through 2017 were weighed each week."),
    ("2015", "2020", "The analysis covered 2015 to 2020."),
    ("2015", "2020", "The study period ran from 2015 to 2020."),
    ("2015", "2020", "They used figures for the years 2015–2020 from nine clinics."),
    ("2015", "2020", "The team tracked 800 farms over a five-year period (2015-2020)."),
    ("2019", None, "The cohort has been followed since 2019."),
    ("2019-04", None, "Recruitment began in April 2019."),
    ("2021-04", "2022-08", "Participants joined the trial between April 2021 and August 2022."),
    ("2021", "2021", "The researchers surveyed 2,000 drivers in 2021."),
    ("2021", "2021", "The survey was carried out in the summer of 2021."),
    ("2021-10", "2021-10", "A poll of 2,000 drivers conducted in October 2021 asked about sleep."),
    ("2021-10", "2021-10", "In October 2021, the team sent a questionnaire to 2,000 drivers."),
    ("1998", "2014", "All men who had the operation in the region between 1998 and 2014 were included, 3,112 in total."),
    ("2011", "2014", "The 290 children were treated at the hospital between 2011 and 2014."),
    ("2019-02-04", "2019-03-15", "Samples were taken between 4 February and 15 March 2019."),
    ("2019-02-04", "2019-03-15", "The trial ran from February 4 to March 15, 2019."),
    ("2004", "2008", "They analysed blood that 600 volunteers had given between 2004 and 2008."),
    ("2000", "2021", "The study followed 21,000 miners who worked between 2000 and 2010, and deaths were tallied through 2021."),
    ("2003", "2018", "The team followed all 9,000 children born from 2003 to 2006 until the end of 2018."),
]  # fmt: skip
NO_PERIODS = [
    "The charity was founded in 1987 and has given grants since 1995.",
    "The study was published in May 2021.",
    "The number of cases in the country doubled between 1990 and 2010, the health ministry says.",
    "The model projects the number of cases from 2025 to 2050.",
    "The drug was approved in 2014 after a review by the agency.",
    "The grant runs from 2024 to 2029.",
    "A larger trial is planned for 2026 and 2027.",
    "The results were presented at a meeting in Porto in June 2019.",
]


@pytest.mark.parametrize(("first", "last", "sentence"), PERIODS)
def test_the_time_of_the_work_is_told_in_many_ways(
    first: str, last: str | None, sentence: str
) -> None:
    found = study_period.study_period(story(sentence))
    assert found is not None
    assert (found.details.get("from"), found.details.get("to")) == (first, last)


@pytest.mark.parametrize("sentence", NO_PERIODS)
def test_other_times_are_not_of_the_work(sentence: str) -> None:
    assert study_period.study_period(story(sentence)) is None


RELATIVE = [
    ("2018-02", "2018-07", "The team asked 900 nurses between February and July last year."),
    ("2018-03", "2018-05", "Between March and May of last year the clinic ran the scheme on two floors."),
    ("2018-08", "2018-08", "The survey was carried out in August of last year."),
    ("2019", "2019", "The survey was carried out in the spring of this year."),
]  # fmt: skip


@pytest.mark.parametrize(("first", "last", "sentence"), RELATIVE)
def test_last_year_is_the_one_before_that_of_the_article(
    first: str, last: str, sentence: str
) -> None:
    told = story(sentence)
    found = study_period.study_period(told, date(2019, 9, 3))
    assert found is not None
    assert (found.details.get("from"), found.details.get("to")) == (first, last)
    unknown = study_period.study_period(told)
    assert unknown is None or not unknown.details.get("from")


def news(*paragraphs: str) -> Article:
    """News of a study that goes on with other paragraphs, after the study has been told."""
    told = (
        "Walking to school makes for calmer lessons",
        "Children who walk to school sit more quietly in class, a new study has found.",
        "The researchers followed 640 pupils of nine schools for two years. Half of them walked. "
        "The others came by bus. Teachers noted how often lessons were disturbed.",
        "Walkers disturbed lessons 12% less often than the others. The difference was largest in winter.",
    )
    return Article("\n\n".join((*told, *paragraphs)))


COUNTRIES = [
    ([], "A Danish trial in which 260 pupils cycle to school is due to report next year."),
    ([], "An older American study of 4,100 pupils came to a similar figure."),
    ([], "A Dutch study in 3,200 pupils, expected in 2023, should show if the finding can be extended."),
    ([], "A study of 1,520 pupils in Norway linked the bus to poor sleep."),
    ([], "One group in Zurich has seen the same in mice."),
    ([], "In a laboratory in Ottawa, 18 volunteers aged 65 to 80 walked on a belt."),
    ([], "Planners in Melbourne worked out in 2014 that walking would save money."),
    ([], "A small trial in Groningen, in which 18 pupils ride horses, is not connected with the work."),
    ([], "In Mexico a tax on fuel has been tried."),
    ([], "About 60,000 pupils in Canada are told each year that they must take the bus."),
    ([], "Ana Prado, a psychologist in Lisbon who was not involved in the study, called it neat."),
    ([], "It fitted with a large Chinese experiment in which 1,640 pupils were sent outside."),
    ([], "A Filipino scheme that takes in many pupils has been running since 2008."),
    ([], "It was told in the American journal Proceedings of Pupils."),
    ([], "More than half of all Americans will take the bus."),
    ([], "Some 145,000 pupils in the UK have no school within reach."),
    ([], "A German firm, Wegbau, has put such a path on the market."),
    ([], "The NHS in England spends a great deal on it every year."),
    (["Finland"], "All nine schools were in the Finnish town of Oulu."),
    (["Chile"], "The schools, all of them in Chile, took part of their own accord."),
    (["Ghana"], "Pupils in Ghana were chosen because most of them walk, the authors write."),
    (["Kenya", "Uganda"], "The study was carried out in Kenya and Uganda."),
    (["Ireland"], "The pupils came from Cork and Limerick, in the south of Ireland."),
    (["Sweden"], "The team drew on the Swedish school register."),
    (["Malaysia"], "The schools were on a list of those in Johor Bahru."),
    (["South Africa", "Malawi", "Zambia"], "The pupils were enrolled at schools in Cape Town, Durban, Blantyre and Lusaka."),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "paragraph"), COUNTRIES)
def test_places_told_late_are_those_of_the_work_or_of_others(
    expected: list[str], paragraph: str
) -> None:
    article = news(paragraph)
    outside = extract.makers(article, ()).outsiders
    found = places.countries(article, organisations(article), outside)
    assert sorted(str(value.value) for value in found) == sorted(expected)
