"""The many ways in which news says how many took part."""

import pytest

from reader.study import sample_size
from reader.study.reading.article import Article

LEAD = """Walking eases stiff knees, study finds

People with stiff knees who walk more have less pain, a study by Ada Fernhill and colleagues at Lakeside University suggests. They report it in Joint Letters.

"""
END = """

An earlier trial by a Danish team, with 640 nurses, had found nothing. About 2 million people in the country have stiff knees. Of every 100 patients, 12 need a new knee. A trial with 3,000 people is to start next year."""


TOLD = [
    (
        "Lots were drawn: 107 people wore a band and 105 did as they liked. All 212 were seen again in May.",
        212,
    ),
    (
        "Lots were drawn, and 107 patients wore a band; 105 patients wore none. All 212 patients were seen in May.",
        212,
    ),
    ("She studied 212 miners, after 105 had refused.", 212),
    ("The questionnaire was completed by 212 miners.", 212),
    ("Fernhill put ankle bands on 212 people for a year.", 212),
    ("Two hundred and twelve people wore a band on the ankle for a year.", 212),
    ("The 212 who took part wore a band.", 212),
    ("She had 104 men and 108 women walk for half an hour a day.", 212),
    ("All 212 members of the walking club were asked about their knees.", 212),
    ("Of the 340 who began, 212 finished.", 340),
    ("Ankle bands were handed to 212 pensioners.", 212),
    ("Half of the 212 volunteers walked.", 212),
    ("The sample was small: 21 women.", 21),
    ("In all, 90 of the 180 pensioners walked. The other 90 received a leaflet.", 180),
    ("Just 21 people took part.", 21),
    ("The study rests on 21 patients.", 21),
    ("The researchers relied on the knees of 212 retired miners.", 212),
    ("They drew on a database of 41,200 insured people.", 41200),
    ("The figures come from 41,200 people who had a check-up between 2010 and 2014.", 41200),
    ("Almost 41,200 adults filled in the questionnaire.", 41200),
    (
        "More than 41,000 Danes, all of them over 50, were followed through the registers.",
        41000,
    ),
    ("Three dozen patients had their knees scanned.", 36),
    ("The knees of twenty-six rats were examined.", 26),
    ("In 26 rats, the gel made cartilage grow.", 26),
    ("The 26 rats were killed after a month.", 26),
    ("Forty couples were visited at home.", 40),
    ("Some 14 families, 61 people in all, gave blood.", 61),
    ("Interviews with 33 farmers were taped.", 33),
    ("We spoke to 33 farmers.", 33),
    ("n = 212 adults completed the course.", 212),
    ("The trial (212 participants) ran in Hull.", 212),
    ("Participants: 212 adults with stiff knees.", 212),
    ("It included 1.3 million children born between 1990 and 2000.", 1300000),
    ("From birth records, the team picked out 12,400 children.", 12400),
    ("212 patients were split evenly between walking and sitting.", 212),
    ("The team's 212 subjects were between 50 and 70.", 212),
    ("At the heart of the study are 212 people from Hull.", 212),
    ("Thirty people walked, and as many sat.", 60),
    ("Thirty walkers were compared with thirty people who sat.", 60),
    ("For each of the 60 walkers there was one person who did not walk.", 120),
    ("Sixty walkers were each paired with a neighbour who did not walk.", 120),
    ("Everyone who had a knee replaced in Hull in 2015, 1,120 people, was traced.", 1120),
    ("Knee scans of 212 people were shown to a computer.", 212),
    ("The computer was fed 212,000 scans from 41,200 people.", 41200),
    ("The vaccine was given to 80 people, and 40 got a dummy.", 120),
    ("Eighty people got the vaccine; forty others, salt water.", 120),
    ("Of the 120 people in the trial, 80 got the vaccine.", 120),
    ("The team drew on two groups of walkers: 121 at clubs in Hull, and 91 in York.", 212),
    ("All patients were asked to join. On the new ward, 104 did; on the old one, 108.", 212),
    ("In the envelope, for 104 of them, was a ticket for a bus; for 108, a pair of boots.", 212),
    ("Lots were drawn: 104 were given a stick, 58 a band, and 50 nothing.", 212),
    ("Of those who came, 107 had their knees taped; the remaining 105 were left alone.", 212),
    ("People drank cherry juice (107 of them) or water (105) every day for a year.", 212),
    ("There were four groups of 53: three walked, and one sat.", 212),
    ("Some 107 pensioners swallowed oil and 105 water, none of them knowing which.", 212),
    ("The band was worn in bed by all, but switched on in 107 patients, and left off in 105.", 212),
    ("The form went to 430 walkers. Not quite half of them, 212, filled it in.", 212),
    ("Hundreds of walkers were asked to take part; 212 said yes.", 212),
    ("104 walkers were interviewed at home. So were 108 people who never walked.", 212),
    ("They matched 104 walkers with 108 people who sat.", 212),
    (
        "She drew on two cohorts. In the Hull Study, 121 women had been asked about their knees. In the town of York, 91 men and women were asked the same.",
        212,
    ),
    (
        "A form was sent last May to all 870 walkers of the club. It was completed by 212, one in four.",
        212,
    ),
    (
        "Of the 870 walkers who were sent a letter in the spring, 212 walkers completed the questionnaire.",
        212,
    ),
    ("Letters went out in May to some 640 beekeepers. The form was filled in by 212.", 212),
    ("Four schools with 53 pupils each on average took part, 212 children in total.", 212),
]


@pytest.mark.parametrize(("sentence", "size"), TOLD)
def test_how_many_took_part(sentence: str, size: int) -> None:
    article = Article(LEAD + sentence + END)
    found = sample_size.sample_size(article, sample_size.weigh(article))
    assert found is not None
    assert found.value == size
