"""Who, where and in which paper: invented sentences, and what a careful reader takes from them."""

import pytest

from reader.study import extract, funding, institutions, journals, people, places, publication
from reader.study.reading.article import Article
from reader.study.reading.organisations import organisations
from tests.study.test_design import story

FUNDERS = [
    (
        ["Halden Foundation", "Medical Research Council"],
        "The study was funded by the Halden Foundation and the Medical Research Council.",
    ),
    (["Arthritis UK"], "The research was paid for by Arthritis UK."),
    (
        ["National Institute of Mental Health", "Simons Foundation"],
        "Funding for this study was provided by the National Institute of Mental Health (NIMH) and the Simons Foundation.",
    ),
    (
        ["Brenta Therapeutics"],
        "The trial was sponsored by Brenta Therapeutics, which makes the drug.",
    ),
    (
        ["European Research Council", "Swedish Research Council"],
        "Financial support for the work came from the European Research Council and the Swedish Research Council.",
    ),
    (["Gates Foundation"], "This work was supported by a grant from the Gates Foundation."),
    ([], "The Kidney Trust has funded research for 40 years; please donate."),
    (["National Science Foundation", "NASA"], "Funders: National Science Foundation; NASA"),
    (["Cancer Research UK"], "The study, funded by Cancer Research UK, was led by Dr Ann Lee."),
]
INVESTIGATORS = [
    (
        ["Orla Keane"],
        "Dr Orla Keane and colleagues at Fernhill University asked 64 people to cycle.",
    ),
    (
        ["Hana Sato"],
        "“Our results were clear,” said Hana Sato, an agronomist at Lakeside University and lead author of the study.",
    ),
    (["Ines Prado"], "A group led by Ines Prado dated the ash."),
    (["Marlow"], "Marlow et al. studied how young zebrafish keep their balance."),
    (
        ["Jo Lindqvist"],
        "The study, led by Professor Jo Lindqvist of Nordhavn University, was published online.",
    ),
    (["Amara Diallo"], "Now, Amara Diallo and colleagues report a comparison."),
    (
        ["Peter Holm", "Lena Brandt"],
        "The study's authors, Peter Holm and Lena Brandt of Ashford College, analysed blood samples.",
    ),
    ([], "“This is an interesting finding,” said Dr Tom Hale, who was not involved in the study."),
    (
        ["Mina Okoro"],
        "“We found that the cells moved faster,” says Mina Okoro, professor of biology at Lakeside University.",
    ),
    (["Kofi Mensah"], "Lead researcher Dr Kofi Mensah said the drug was safe."),
    (["Yara Nunes", "Ola Berg"], "Co-authors of the paper are Yara Nunes and Ola Berg."),
    (
        ["Sam Adeyemi"],
        "Researchers, led by Sam Adeyemi, MD, at Fernhill Hospital, followed 90 people.",
    ),
    (
        [],
        "Jane Frost, chief executive of the charity Lupus Now, said: “We are pleased to have funded this.”",
    ),
    (["Li Wei"], "Li Wei, who led the research, said the effect was large."),
]
INSTITUTIONS = [
    (
        ["Fernhill University"],
        "Dr Orla Keane and colleagues at Fernhill University asked 64 people to cycle.",
    ),
    (
        ["Lakeside University"],
        "“Our results were clear,” said Hana Sato, an agronomist at Lakeside University and lead author of the study.",
    ),
    (
        ["University of Leeds", "King's College London"],
        "Researchers from the University of Leeds and King's College London followed 90 people.",
    ),
    (
        ["Karolinska Institutet"],
        "Scientists at Karolinska Institutet in Sweden have shown that the cells divide.",
    ),
    (
        ["Nordhavn University"],
        "The study, led by Professor Jo Lindqvist of Nordhavn University, was published online.",
    ),
    (
        ["Massachusetts General Hospital", "Harvard Medical School"],
        "The team, based at Massachusetts General Hospital and Harvard Medical School, tested the drug.",
    ),
    (
        [],
        "“This is an interesting finding,” said Dr Tom Hale of the University of York, who was not involved in the study.",
    ),
    ([], "The findings were presented at the annual meeting of the American Heart Association."),
    (["Mayo Clinic"], "A Mayo Clinic study of 300 patients found that naps help."),
    (
        ["Institute for Rural Health"],
        "The study was carried out at the Institute for Rural Health.",
    ),
]
COUNTRIES = [
    (["Denmark"], "The researchers followed every child born in Denmark from 2003."),
    (["India"], "Villagers in rural India were given filters."),
    (["Norway", "Sweden"], "They analysed data on 1.6 million births in Norway and Sweden."),
    (["Japan"], "The team enrolled 400 Japanese adults."),
    (["Brazil"], "In a study of 900 Brazilian schoolchildren, a third had anaemia."),
    ([], "About one million people in the United States live with the disease."),
    (["Kenya"], "The trial was done at two hospitals in western Kenya."),
    (["United Kingdom"], "Researchers recruited 5,000 women at clinics across England and Wales."),
]
JOURNALS = [
    ("Lancet", "The study was published in The Lancet."),
    ("Journal of Adolescent Sleep", "The study was published in the Journal of Adolescent Sleep."),
    ("Nature Communications", "Writing in Nature Communications, the team describes the gene."),
    (
        "New England Journal of Medicine",
        "Results appear in the Feb. 3 issue of the New England Journal of Medicine.",
    ),
    ("Science", "The findings, reported today in the journal Science, surprised the team."),
    ("JAMA", "The findings appear online in JAMA."),
    ("PNAS", "The study appears this week in PNAS."),
    ("Neurology", "They report their findings in Neurology (March 22, 2011 76:1066-1070)."),
    (None, "Nature can be cruel, said the researchers. Science will find out."),
    ("eLife", "The research was published in eLife on Tuesday."),
    (
        "British Journal of Sports Medicine",
        "The results, published online in the British Journal of Sports Medicine, show that runners live longer.",
    ),
    ("Field Crops Letters", "The study appears this week in Field Crops Letters."),
    ("BMJ", "The analysis, published by The BMJ today, looked at 40 trials."),
    ("Cell", "The work is described in a paper published in Cell."),
]


def bare(names: list[str]) -> list[str]:
    return sorted(name.removeprefix("the ").removeprefix("The ") for name in names)


@pytest.mark.parametrize(("expected", "sentence"), FUNDERS)
def test_funders_are_those_of_the_study(expected: list[str], sentence: str) -> None:
    article = story(sentence)
    found = funding.funding(article, organisations(article))
    assert bare([str(value.value) for value in found]) == bare(expected)


@pytest.mark.parametrize(("expected", "sentence"), INVESTIGATORS)
def test_investigators_made_the_study(expected: list[str], sentence: str) -> None:
    found = people.investigators(story(sentence))
    assert bare([str(value.value) for value in found]) == bare(expected)


@pytest.mark.parametrize(("expected", "sentence"), INSTITUTIONS)
def test_institutions_did_the_work(expected: list[str], sentence: str) -> None:
    article = story(sentence)
    makers = extract.makers(article, people.investigators(article))
    found = institutions.institutions(article, organisations(article), makers)
    assert bare([str(value.value) for value in found]) == bare(expected)


@pytest.mark.parametrize(("expected", "sentence"), COUNTRIES)
def test_countries_are_those_of_the_work(expected: list[str], sentence: str) -> None:
    article = story(sentence)
    found = places.countries(article, organisations(article))
    assert bare([str(value.value) for value in found]) == bare(expected)


@pytest.mark.parametrize(("expected", "sentence"), JOURNALS)
def test_the_journal_is_that_of_the_paper(expected: str | None, sentence: str) -> None:
    article = Article(f"New findings on sleep and pain\n\n{sentence}")
    found = publication.journal(article, journals.journals(article))
    printed = str(found.value).removeprefix("The ") if found else None
    assert printed == expected


def test_what_the_makers_belong_to_does_not_break_their_list() -> None:
    text = (
        "Annual report finds fewer broken hips\n\n"
        "The report is a joint effort by the Lindholm Bone Society; the Morwick Institute of Gait "
        "and the Tarn Centre for Hips, both parts of the Department of Public Works; and the "
        "Morwick Association of Hip Registries. It followed 1,200 people for two years."
    )
    names = [str(value.value) for value in extract.study(text).values.get("institution", ())]
    assert "Morwick Association of Hip Registries" in names
    assert not any("Public Works" in name for name in names)
