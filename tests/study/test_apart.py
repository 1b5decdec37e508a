"""Numbers of other studies, of members, helpers and the world at large are not this study's size."""

import pytest

from reader.study import apart, sample_size
from reader.study.reading.article import Article

LEAD = """Walking eases stiff knees, study finds

People with stiff knees who walk more have less pain, a study by Ada Fernhill and colleagues at Lakeside University suggests. They report it in Joint Letters.

For a year, 212 people in Hull walked for half an hour a day. Their pain fell by a third. The team measured how far they walked with a band on the ankle. Those who walked farthest gained most. Men and women did equally well.

"""


OF_OTHERS = [
    "The only other trial in the field, in which 290 people cycled, found nothing.",
    "She points to the only randomised trial so far, in which 290 people got a knee brace or none.",
    "The same clinic was used in 2020 to look at 9,400 people with hip pain.",
    "In 2018 a Danish team gave a similar course to 310 people.",
    "In SWIFT, a trial that assigned 2,871 adults at random to run or rest, pain did not change.",
    "SWIFT, which enrolled 2,871 adults, came to the opposite result.",
    "In KNEE-2, disclosed in May, 612 patients took part.",
    "Together with two sister trials, the programme has enrolled more than 2,000 patients.",
    "A review in 2016 of 12 trials with 1,249 patients had found no benefit.",
    "Swimming did not help in a Greek trial with 340 women.",
    "A group in Lyon treated 480 patients with injections and saw no change.",
    "Researchers in Norway, who had followed 5,100 adults, reported the same in 2015.",
    "Fernhill's own earlier work, in 640 nurses, pointed the same way.",
    "Her group had shown before that 640 nurses who walked slept better.",
    "That fits with what Swedish doctors saw in 3,300 conscripts.",
    "The finding echoes a survey of 7,000 pensioners by the health ministry.",
    "The finding is in line with results from 1,100 twins published last year.",
    "The result contradicts a large American study, which had enrolled 4,400 veterans.",
    "The largest trial to date, of 1,500 patients, was stopped early.",
    "An industry trial that recruited 900 patients has yet to report.",
    "A follow-up trial with 800 patients is about to begin.",
    "Meanwhile 700 people have signed up for a second study.",
    "The ankle band had been tested in 430 athletes before.",
    "The method was first described in 380 dancers.",
    "The drug at issue has been taken by 2,500 patients in Japan.",
    "Last year surgeons in Hull replaced the knees of 1,300 people.",
    "The clinic treats 2,200 patients a year.",
    "The charity behind the study, which has 14,000 members, welcomed the result.",
    "Around 350,000 people in the country have stiff knees.",
    "Of every 1,000 people over 60, 80 have stiff knees.",
    "In an unrelated project, 515 children wore the same band.",
    "Sitting still contributes to the deaths of more than 9,300 men in the county each decade.",
    "40 things pensioners can do at home.",
    "Among 5,600 people who took part in the town's health survey, the same link was seen.",
    "As many as 2,750 patients wait for a new knee in the county.",
    '"We saw the same in 96 dogs," said a vet who was not involved.',
    "It took 260 volunteers to hand out the bands.",
    "The panel of 25 experts met in May.",
    "A team of 31 researchers and 60 students worked on it.",
    "Earlier, 1,050 people had been asked by post whether they would like to walk; most said no.",
    "By comparison, a trial of a new pill in 790 patients lowered pain by a tenth.",
    "Two trials of tai chi, with 410 and 388 patients, had mixed results.",
    "A dozen studies with some 3,600 participants had left the question open.",
    "Before this, the best evidence came from 1,760 farmers in Iowa.",
    "Walking had helped in just one trial until now, and that had only 44 participants.",
    "Similar bands will be given to 3,000 people next year.",
    "Some 600 patients are now being recruited in five towns.",
    "Results from a sister study with 720 women are expected in spring.",
    "The university, with its 22,000 students, paid for the work.",
    "The bands are already worn by 90,000 people.",
]


@pytest.mark.parametrize("sentence", OF_OTHERS)
def test_only_those_studied_are_counted(sentence: str) -> None:
    article = Article(LEAD + sentence)
    size = sample_size.sample_size(article, sample_size.weigh(article))
    assert size is not None
    assert size.value == 212


@pytest.mark.parametrize(
    "sentence",
    [
        "This time, 212 people took part in the trial.",
        "All 212 of them were weighed again in May.",
        "The walkers, 212 people from Hull, were between 50 and 70.",
    ],
)
def test_what_is_told_late_of_this_study_is_not_set_apart(sentence: str) -> None:
    article = Article(LEAD + sentence)
    told = article.body[-1]
    assert apart.doubt(article, told, told.low.find("212")) < apart.LIKELY


@pytest.mark.parametrize(
    "lead",
    [
        "A daily walk does not keep older people from falling, according to a study of more than 6,400 "
        "adults in two countries.",
        "Older drivers brake later on wet roads, a study with 6,400 volunteers has found.",
    ],
)
def test_old_people_are_no_older_study(lead: str) -> None:
    article = Article(f"Walks and falls\n\n{lead} It appears in a journal this week.")
    size = sample_size.sample_size(article, sample_size.weigh(article))
    assert size is not None
    assert size.value == 6_400
