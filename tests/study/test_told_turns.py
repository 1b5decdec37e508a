"""Makers, houses, journals and places in the turns of everyday news: invented sentences."""

import pytest

from reader.study import extract, institutions, journals, people, places, publication
from reader.study.reading.article import Article
from reader.study.reading.organisations import organisations
from tests.study.test_design import story
from tests.study.test_names import bare
from tests.study.test_told_places import news

MAKERS = [
    (
        ["Ann Lindo"],
        "“We asked a simple question,” Ann Lindo, a dietitian at Fernhill University, told us.",
    ),
    (
        ["Ann Lindo"],
        "Ann Lindo, lecturer in nursing at Fernhill University and one of those who did the work, says the answer was clear.",
    ),
    (
        ["Ann Lindo", "Bo Harg"],
        "Drs Ann Lindo and Bo Harg of Fernhill University filmed 40 sleepers.",
    ),
    (
        ["Ann Lindo"],
        "Surgeon Ann Lindo and nine others at Fernhill Hospital went through 900 notes.",
    ),
    (["Ann Lindo"], "The study's author, Ann Lindo, is a nurse."),
    (["Ann Lindo"], "“It is a start,” said Dr Ann Lindo, principal investigator."),
    (["Ann Lindo"], "“It is a start,” said co-author Ann Lindo of Fernhill University."),
    (["Ann Lindo"], "Ann Lindo (Fernhill University), who led the trial, said it was a start."),
    (
        ["Ann Lindo", "Bo Harg"],
        "The team, headed by Ann Lindo (Fernhill University) and Bo Harg (Ashford College), went through 900 notes.",
    ),
    (["Ann Lindo"], "Dr Ann Lindo’s group at Fernhill University fed 60 mice."),
    (["Ann Lindo"], "Ann Lindo's laboratory at Fernhill University fed 60 mice."),
    (
        ["Ann Lindo"],
        "Presenting the results, Dr Ann Lindo of Fernhill Hospital said that walking helped.",
    ),
    (
        ["Ann Lindo"],
        "Dr Ann Lindo, who presented the findings at the congress, said that walking helped.",
    ),
    (["Ann Lindo"], "The results were presented by Dr Ann Lindo of Fernhill Hospital."),
    (["Ann Lindo"], "Study lead Dr Ann Lindo said that walking helped."),
    (
        ["Ann Lindo"],
        "Chief investigator Professor Ann Lindo, from Fernhill University, said that walking helped.",
    ),
    (
        ["Ann Lindo"],
        "Professor Ann Lindo, from Fernhill University, who is chief investigator for the trial, said that walking helped.",
    ),
    (["Ann Lindo"], "Lead scientist Ann Lindo said that walking helped."),
    (["Ann Lindo"], "The trial's leader, Ann Lindo, was cautious."),
    (["Ann Lindo"], "The lead researcher on the study was Ann Lindo."),
    (["Ann Lindo"], "The first author is Ann Lindo, a postdoc."),
    (["Ann Lindo"], "A team under Ann Lindo at Fernhill University fed 60 mice."),
    (["Ann Lindo"], "A team around Ann Lindo at Fernhill University fed 60 mice."),
    (["Ann Lindo"], "Under the direction of Ann Lindo, 60 mice were fed."),
    (["Ann Lindo"], "For her doctorate, Ann Lindo followed 60 mice."),
    (
        ["Ann Lindo", "Bo Harg"],
        "Ann Lindo and Bo Harg, both of Fernhill University, compared the notes of 900 patients.",
    ),
    (["Ann Lindo", "Bo Harg"], "Authors Ann Lindo and Bo Harg compared the notes of 900 patients."),
    (["Ann Lindo", "Bo Harg", "Cy Dorn"], "The other authors are Bo Harg, Cy Dorn and Ann Lindo."),
    (
        ["Ann Lindo"],
        "“It is a start,” says Ann Lindo, corresponding author and a physician at Fernhill Hospital.",
    ),
    (["Ann Lindo"], "“It is a start,” says senior author and physician Ann Lindo."),
    (
        ["Ann Lindo"],
        "Ann Lindo, who has spent ten years on the question, ran the trial with her team.",
    ),
    (
        ["Ann Lindo"],
        "That is why Ann Lindo of Fernhill University and her team gave 90 people a watch.",
    ),
    (
        ["Ann Lindo"],
        "Ann Lindo, head of the sleep clinic at Fernhill Hospital, and her team gave 90 people a watch.",
    ),
    (["Ann Lindo"], "When Ann Lindo and co-workers gave 90 people a watch, they slept longer."),
    (["Ann Lindo"], "“We are delighted,” says Ann Lindo, who initiated the study."),
    (
        ["Ann Lindo"],
        "“We are delighted,” says the neurologist Ann Lindo, who was in charge of the trial in Norway.",
    ),
    (
        ["Ann Lindo"],
        "Ann Lindo of Fernhill University ran the trial with colleagues from Ashford College.",
    ),
    (["Ann Lindo"], "Writing in the journal, Ann Lindo and colleagues say that walking helps."),
    (["Lindo"], "Lindo et al followed 90 people."),
    (["Ann Lindo"], "Ann Lindo et al. followed 90 people."),
    ([], "“This is good news,” said Ann Lindo, chair of the Norland Nurses' Union."),
    ([], "Ann Lindo, 61, who took part in the trial, says that she sleeps better."),
    (
        [],
        "“It needs to be repeated,” cautions Ann Lindo, who studies sleep at Ashford College but had no hand in the work.",
    ),
    ([], "Ann Lindo, editor of the journal, called the result a surprise."),
    ([], "Ann Lindo, a mother of two from Porto, said the bell helped."),
]
HOUSES = [
    (["Fernhill University"], "The work was led by Fernhill University."),
    (
        ["Fernhill University", "Ashford College"],
        "A collaboration between Fernhill University and Ashford College, the study followed 90 people.",
    ),
    (["Fernhill University"], "New research from Fernhill University shows that naps help."),
    (
        ["Fernhill University"],
        "In the study, Fernhill University psychologists asked 64 people to nap.",
    ),
    (["Fernhill Hospital"], "The trial took place at Fernhill Hospital."),
    (["Fernhill Hospital"], "All patients were recruited at Fernhill Hospital."),
    (
        ["Fernhill Hospital", "Ashford Clinic"],
        "The 64 patients were operated on at Fernhill Hospital and the Ashford Clinic.",
    ),
    (["Fernhill Hospital"], "A ward at Fernhill Hospital tried it."),
    (["Fernhill Hospital"], "At Fernhill Hospital, 64 patients were asked to nap."),
    (["Fernhill Hospital"], "Doctors at Fernhill Hospital have treated 64 patients with light."),
    (["Fernhill Hospital"], "Ann Lindo, a nurse at Fernhill Hospital, led the study."),
    (["Fernhill Hospital"], "Ann Lindo, who led the study, works at Fernhill Hospital."),
    (["Fernhill Hospital"], "Ann Lindo, who led the study at Fernhill Hospital, was pleased."),
    (["Fernhill Hospital"], "Lead author Ann Lindo, of Fernhill Hospital, was pleased."),
    (["Fernhill Hospital"], "Lead author Ann Lindo (Fernhill Hospital) was pleased."),
    (
        ["Fernhill University"],
        "Lead author Ann Lindo, associate professor in Fernhill University’s department of nursing, was pleased.",
    ),
    (
        ["Fernhill University"],
        "Lead author Ann Lindo is a professor of nursing at Fernhill University.",
    ),
    (
        ["Fernhill University", "Ashford College"],
        "The study involved scientists from Fernhill University and Ashford College.",
    ),
    (
        ["Fernhill University", "Ashford College"],
        "Also involved were Fernhill University and Ashford College.",
    ),
    (
        ["Fernhill University", "Ashford College"],
        "Partners in the study were Fernhill University and Ashford College.",
    ),
    (
        ["Fernhill University", "Ashford College"],
        "Other institutions taking part in the study were Fernhill University and Ashford College.",
    ),
    (["Fernhill University"], "The blood was analysed at Fernhill University."),
    (["Fernhill University"], "The statistics were done at Fernhill University."),
    (["Fernhill University"], "The cohort was set up by Fernhill University."),
    (["Fernhill University"], "The app, built at Fernhill University, was tested by 64 people."),
    (["Fernhill University"], "So says a study by Fernhill University."),
    (["Fernhill University"], "Fernhill University's Ann Lindo led the study."),
    (["Fernhill University"], "Fernhill University has tested the drug in 64 people."),
    (
        ["Norland Institute of Public Health"],
        "The Norland Institute of Public Health followed 9,000 children.",
    ),
    (
        ["Norland Institute of Public Health"],
        "The survey was carried out for the city by the Norland Institute of Public Health.",
    ),
    ([], "The study was reviewed by Fernhill University's ethics board."),
    ([], "Ann Lindo of Fernhill University, who had no part in it, was pleased."),
    ([], "The study was paid for by Fernhill University Foundation."),
]
JOURNALS = [
    ("Lancet", "The Lancet study showed that naps helped 90 nurses."),
    (
        "Neurology",
        "Naps helped five times as many, according to the January 17th Neurology online report.",
    ),
    ("Lancet", "The study was published in The Lancet’s Online First."),
    (
        "Sleep Letters Review",
        "The paper is in Sleep Letters Review (2022; 355: 114–129; doi 10.5555/x).",
    ),
    (
        "Revista Austral de Salud",
        "The paper that the two have in the Revista Austral de Salud (vol. 50, no. 3, pp. 301–310) is open about it.",
    ),
    (
        "Working Lives for Health",
        "It has been published in Working Lives for Health with co-authors from Fernhill University (vol. 23, article 47).",
    ),
    (
        "Open Sleep Medicine",
        "The authors say so. Cervan I, Asano K (2017) Sleep and gallstones in two cohorts. Open Sleep Medicine 14(6): e5551207. The work was supported by the Halden Fund.",
    ),
    ("Sleep Letters", "The results have just come out in Sleep Letters."),
    ("Sleep Letters", "The findings are reported in Sleep Letters."),
    ("Sleep Letters", "The report, in Sleep Letters, does not claim that naps help."),
    ("Sleep Letters", "The study is to appear in Sleep Letters."),
    ("Sleep Letters", "The study, which appeared in Sleep Letters, followed 90 people."),
    ("Sleep Letters", "The article was accepted by Sleep Letters."),
    ("Sleep Letters", "Writing in this week's Sleep Letters, the team says naps help."),
    ("Sleep Letters", "The team describes its results in the latest issue of Sleep Letters."),
    ("Sleep Letters", "Publication: Sleep Letters, 12 May 2022"),
    ("Sleep Letters", "Paper: Lindo A. Naps in nurses. Sleep Letters 2022; 12: 88–97."),
    (
        "European Archives of Nap Research",
        "The study is published today in European Archives of Nap Research.",
    ),
    ("medRxiv", "The work was posted on the preprint server medRxiv."),
    ("BMJ Open", "They write in BMJ Open that naps help."),
]
COUNTRIES = [
    (["Denmark"], "The 640 pupils lived in Denmark."),
    (["Denmark"], "The team, at Aarhus University in Denmark, filmed them."),
    (["Denmark", "Norway"], "The schools were in Denmark and Norway."),
    (["Denmark"], "In all, 9 Danish schools took part."),
    ([], "Europe has many such schools; in France alone there are 900."),
    ([], "In Spain, such buses were banned in 2012."),
    (
        [],
        "“That fits with what we see in Italy,” said Ana Prado of the University of Pavia, who was not involved.",
    ),
    ([], "The bus, made by a Swedish company, is called Walker."),
    ([], "Earlier trials in Japan and Korea had failed."),
    ([], "The same had been seen in Australian pupils."),
    ([], "Similar programmes are running in Canada and Germany."),
    ([], "The team will next look at pupils in Italy."),
    ([], "The drug is approved in the United States but not in Europe."),
    ([], "Pupils from Poland or Romania were left out because they did not speak the language."),
    ([], "A Swiss start-up has bought the licence."),
    ([], "The World Health Organization in Geneva recommends an hour a day."),
    ([], "At a congress in Vienna the team showed the data."),
    ([], "The data were presented in Chicago on Monday."),
    ([], "The results will be presented at a meeting in Barcelona, Spain."),
    ([], "The charity has offices in London and Cardiff."),
]


@pytest.mark.parametrize(("expected", "sentence"), MAKERS)
def test_makers_are_those_who_did_it(expected: list[str], sentence: str) -> None:
    found = people.investigators(story(sentence))
    assert bare([str(value.value) for value in found]) == bare(expected)


@pytest.mark.parametrize(("expected", "sentence"), HOUSES)
def test_houses_are_those_where_it_was_done(expected: list[str], sentence: str) -> None:
    article = story(sentence)
    makers = extract.makers(article, people.investigators(article))
    found = institutions.institutions(article, organisations(article), makers)
    assert bare([str(value.value) for value in found]) == bare(expected)


@pytest.mark.parametrize(("expected", "sentence"), JOURNALS)
def test_the_journal_is_named_in_many_turns(expected: str, sentence: str) -> None:
    article = Article(f"New findings on sleep and pain\n\n{sentence}")
    found = publication.journal(article, journals.journals(article))
    assert found is not None
    assert str(found.value).removeprefix("The ") == expected


@pytest.mark.parametrize(("expected", "paragraph"), COUNTRIES)
def test_places_in_passing_are_not_of_the_work(expected: list[str], paragraph: str) -> None:
    article = news(paragraph)
    outside = extract.makers(article, ()).outsiders
    found = places.countries(article, organisations(article), outside)
    assert sorted(str(value.value) for value in found) == sorted(expected)


def test_the_day_of_the_paper_stands_on_a_line_of_its_own() -> None:
    text = (
        "Naps help nurses\n\n3 May 2022\n\nIn a study, 90 nurses took naps. They made fewer slips. "
        "The study is published in Sleep Letters.\n\nSleep Letters, 2 May 2022"
    )
    found = extract.study(text).values["publication_date"]
    assert [value.value for value in found] == ["2022-05-02"]
