"""How long people were watched, in the words of news; other lengths of time are none of it."""

import pytest

from reader.study import follow_up
from reader.study.reading.article import Article

LEAD = """Walking eases stiff knees, study finds

People with stiff knees who walk more have less pain, a study by Ada Fernhill and colleagues at Lakeside University suggests. They report it in Joint Letters.

The study had 412 participants. """


TOLD = [
    ("The team looked in on them again after five years.", 5),
    ("Five years down the road, 31 of them had a new knee.", 5),
    ("They were called back every spring until 2019, nine years in all.", 9),
    ("The longest-serving participants have now been watched for eleven years.", 11),
    ("On average, the walkers were under observation for 4.2 years.", 4.2),
    ("The researchers checked on everyone at three and nine months.", 0.75),
    ("Nine months after joining, those in the walking group had less pain.", 0.75),
    ("All were examined at the start and 18 months later.", 1.5),
    (
        "Before the walks and again after nine months of walking, they climbed a set of stairs.",
        0.75,
    ),
    ("The study shows good results even after six years.", 6),
    ("Half a year later the difference had gone.", 0.5),
    ("A year on, two in three were still walking.", 1),
    ("The study lasted three years.", 3),
    ("It ran for eight months.", 0.667),
    ("The experiment went on for ten weeks.", 0.192),
    ("Participants kept a diary for six weeks.", 0.115),
    ("Over the course of a decade, 81 of them broke a hip.", 10),
    ("In the seven years that followed, 55 died.", 7),
    ("Within four years of the first visit, 61 had a new knee.", 4),
    ("Six in ten were free of pain two years after the programme ended.", 2),
    ("They have been free of pain for 14 months so far.", 1.167),
    ("During a median of 6.3 years, 302 fell.", 6.3),
    ("With a typical follow-up of 30 months, the difference held.", 2.5),
    ("At two years, pain was the same in both groups.", 2),
    ("At the two-year mark, pain was the same.", 2),
    ("The trial, which lasted 24 weeks, was paid for by the council.", 0.46),
    ("For the next 18 months they wore a step counter.", 1.5),
    ("Researchers went back to them when seven years had gone by.", 7),
    ("Their health was traced for up to twelve years.", 12),
    ("The records run over 15 years.", 15),
    ("Fernhill's team examined 412 retired postal workers over 21 years.", 21),
    ("Volunteers spent eight months on either plan.", 0.667),
    ("Participants spent fourteen weeks walking to work.", 0.27),
    ("When the nine months had passed, everyone climbed the stairs again.", 0.75),
    ("Over a 10-week period, one group walked and the other sat.", 0.192),
    ("The miners, who were studied over a six-year period, walked daily.", 6),
    ("The team tested the effects of walking over nine weeks in 60 pensioners.", 0.173),
    ("They were randomly assigned to walking, swimming or nothing for five months.", 0.417),
    ("For 10 weeks, 30 of the 60 pensioners walked to the shops.", 0.192),
    ("They spent three weeks in hospital.", None),
    ("The mice lived for a median of 62 weeks.", None),
    ("Data were gathered over a period of three winters.", None),
    ("They were between 40 and 60 years old.", None),
    ("They had had stiff knees for nine years on average.", None),
    ("Knees stiffen over many years.", None),
    ("He has treated knees for 30 years.", None),
    ("The university was founded 90 years ago.", None),
    ("The next study will follow walkers for five years.", None),
    ("The money is to last for three years.", None),
    ("Walking adds two years to life.", None),
    ("Each session lasted 45 minutes and took place once a week.", None),
    ("The drug was approved two years ago.", None),
    ("In an earlier study, 60 people were followed for three years.", None),
    ("About a year of pain goes by before people see a doctor.", None),
    ("Over the past ten years, new knees have become common.", None),
    ("She has worked at Lakeside for twelve years.", None),
    ("Half of all new knees last 20 years.", None),
    ("People over 65 years fall once a year.", None),
]


@pytest.mark.parametrize(("sentence", "years"), TOLD)
def test_how_long_they_were_watched(sentence: str, years: float | None) -> None:
    found = follow_up.follow_up(Article(LEAD + sentence))
    if years is None:
        assert found is None
    else:
        assert found is not None
        assert found.details["max_years"] == pytest.approx(years, rel=0.1)
