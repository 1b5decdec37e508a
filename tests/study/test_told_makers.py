"""Who did the study, where they work and who paid, as news tells it: invented sentences."""

import pytest

from reader.study import extract, funding, institutions, people
from reader.study.reading.article import Article
from reader.study.reading.organisations import organisations
from tests.study.test_design import story
from tests.study.test_names import bare

MAKERS = [
    (["Hanne Brekkvik"], "Professor Hanne Brekkvik, of the Halden Institute, who chaired the steering committee, was pleased."),
    (["Hanne Brekkvik"], "“It bends,” said Hanne Brekkvik, M.D., professor of medicine at Halden Heart Institute and chair of the steering committee."),
    (["Jonas Velt"], "“The gut does not think,” says Jonas Velt, whose doctoral thesis the work is part of."),
    (["Maren Ode"], "Group leader Maren Ode is quick to dampen hopes."),
    (["Rayen Mora", "Ignacio Pardo"], "The paper that Rayen Mora, coordinator of the Food Laboratory, and Ignacio Pardo have written is open about its weak sides."),
    (["Ineke Zaal"], "One author, Ineke Zaal, of Merwede University, was formerly on the board of a maker of lamps."),
    (["Itzel Cervan", "Kenji Asano"], "In this issue, Itzel Cervan and Kenji Asano ask what happens to people who eat late."),
    (["Olu Brannock"], "Her doctor, Olu Brannock of the University of Leeds, wondered why. His team has found that gums matter."),
    (["Olu Brannock"], "Dr Olu Brannock is a rheumatologist at the University of Leeds. He and his colleagues asked 600 people about their gums."),
    (["Te Rina Pawai"], "Associate Professor Te Rina Pawai says that this is half the story. Her group worked with 64 rats."),
    (["Ximena Arredo"], "“A bed is dangerous,” says geriatrician Ximena Arredo, who devised the programme at Hospital Santa Gema."),
    (["Faridah Goh"], "“That is one in every bench,” said Dr. Faridah Goh of Universiti Utara, who planned the survey."),
    (["Nomvula Radeb", "Chikondi Mwal"], "“It is long,” says Prof Nomvula Radeb, who is the trial’s joint principal investigator with Dr Chikondi Mwal of the Blantyre Unit."),
    (["Eirik Solvang"], "We met Eirik Solvang, consultant at Vestfjord Hospital and leader of the study, in the coffee break."),
    (["Begona Lizar"], "“It moves hot air around,” said Begona Lizar, who heads the modelling unit that did the work."),
    (["Signe Bakken"], "To find out, epidemiologist Signe Bakken turned to the hospital registers."),
    (["Ruth Amble", "Piet Vos"], "The study was carried out by Ruth Amble and Piet Vos at Ashford College."),
    (["Ruth Amble", "Piet Vos", "Li Chen"], "The authors, Ruth Amble, Piet Vos and Li Chen, asked 90 drivers."),
    (["Ruth Amble"], "Ruth Amble, PhD, an associate professor of nursing at Ashford College, led the study."),
    (["Ruth Amble"], "“We were surprised,” says Ruth Amble, the study’s first author."),
    (["Ruth Amble"], "The study’s lead author is Ruth Amble, of Ashford College."),
    (["Ruth Amble", "Piet Vos"], "Ruth Amble of Ashford College and Piet Vos of Merwede University, who led the study together, were surprised."),
    (["Ruth Amble", "Piet Vos"], "The work was led jointly by Ruth Amble and Piet Vos."),
    (["Ruth Amble"], "Psychologist Ruth Amble and her team at Ashford College showed 90 people a film."),
    (["Ruth Amble"], "The principal investigator was Dr Ruth Amble."),
    (["Ruth Amble"], "Principal investigator: Ruth Amble, Ashford College"),
    (["Ruth Amble"], "The trial was coordinated by Ruth Amble at Ashford College."),
    (["Ruth Amble"], "In a study led by Ashford College’s Ruth Amble, 90 people wore a watch."),
    (["Ruth Amble"], "Ruth Amble, the doctoral student who ran the experiments, says the mice slept."),
    (["Ruth Amble", "Piet Vos"], "First author Ruth Amble and senior author Piet Vos asked 90 drivers."),
    (["Ruth Amble"], "Ruth Amble’s study followed 90 drivers."),
    (["Ruth Amble", "Piet Vos"], "Ruth Amble and her co-author Piet Vos asked 90 drivers."),
    (["Ruth Amble", "Piet Vos"], "Ruth Amble, together with her colleague Piet Vos, asked 90 drivers."),
    (["Ruth Amble"], "As part of her PhD, Ruth Amble asked 90 drivers how they sleep."),
    (["Ruth Amble"], "Ruth Amble, who carried out the analysis, said: “It is a large effect.”"),
    (["Idan Moy", "Rawa Khour"], "Idan Moy, a postdoctoral fellow, and doctoral student Rawa Khour screened 214 phages."),
    (["Ruth Amble"], "“The mixture matters,” said the study’s lead, emergency physician Dr Ruth Amble."),
    (["Ruth Amble", "Piet Vos"], "Ruth Amble led the study. Her co-author, the entomologist Piet Vos, had wondered about it for a decade."),
    (["Amble R", "Vos P", "Lind-Holm T"], "The paper is by Amble R, Vos P, Lind-Holm T, and appeared in January."),
    (["Imogen Faran"], "Dr Imogen Faran calls them understudies. Imogen and her colleagues made a library of them."),
    (["Rupert Amble"], "The survey, led by the Norland University of London's Professor Rupert Amble, asked 90 drivers."),
    (["Amble"], "Lead author, Professor Amble, said: “It is the largest of its kind.”"),
    (["Amble"], "The trial was led by Professor Amble at Ashford College."),
    (["Ruth Amble"], "Dr Ruth Amble, a senior fellow at the Centre for Quiet Reef Studies (Quiet CoE) in Ashford, is the lead author of the study."),
    (["Ruth Amble"], "Senior Author Professor Ruth Amble at Ashford College asked 90 drivers."),
    (["Ruth Amble"], "Ruth Amble, who is Ashford Trust's consultant, is the Principal Investigator for this trial."),
    (["Amble", "Vos"], "Amble and Vos used data from 4,100 drivers."),
    ([], "Vitamin A, Vitamin D and Hepatitis B, Hepatitis C were measured."),
    ([], "Marguerite Vass of the University of Porto, who was not one of the authors, recalls an older analysis."),
    ([], "Thabo Lekgo, who heads the national programme and did not participate, welcomed the result."),
    ([], "Philippa Rawn, of the University of Porto, who wrote an accompanying article, remarks that a trial would need many."),
    ([], "Analyst Dieter Kres of Bank Lindenhof called the benefit real but thin."),
    ([], "Compared with colleagues who had fewer, the odds were higher."),
    ([], "Brenta Bio and colleagues in the industry welcomed the rules."),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "sentence"), MAKERS)
def test_makers_are_told_in_many_ways(expected: list[str], sentence: str) -> None:
    found = people.investigators(story(sentence))
    assert bare([str(value.value) for value in found]) == bare(expected)


HOUSES = [
    (["Brenta Therapeutics"], "CAMBRIDGE, Mass., Jan. 12, 2021 – Brenta Therapeutics (NASDAQ: BRTA) today announced results from BREEZE, its phase 3 study of zelafib in 300 adults."),
    (["Brenta Bio AG"], "BASEL, Switzerland – Brenta Bio AG (SIX: BRTA) today made known the main results of its Phase III study."),
    (["Halden Air and Health Agency"], "The Halden Air and Health Agency put the question to a computer."),
    (["Instituto de Salud Ferroviaria", "Toyosaka City College of Nursing"], "The work was carried out at the Instituto de Salud Ferroviaria, Puebla, and Toyosaka City College of Nursing."),
    (["University of Tampere"], "The team worked with the University of Tampere in Finland."),
    (["Universiti Utara"], "“That is one in every bench,” said Dr. Faridah Goh of Universiti Utara, who planned the survey."),
    (["Fernhill University"], "A study from Fernhill University finds that naps help."),
    (["Fernhill University"], "Fernhill University researchers asked 64 people to cycle."),
    (["Fernhill University"], "Nutritionists at Fernhill University asked 64 people to fast."),
    (["Fernhill University", "Ashford College"], "Teams at Fernhill University and Ashford College asked 64 people to fast."),
    (["Fernhill University", "Ashford College", "Halden Institute"], "The study is the work of Fernhill University, Ashford College and the Halden Institute."),
    (["Fernhill University"], "The trial was run by Fernhill University."),
    (["Fernhill University"], "The trial, coordinated by Fernhill University, asked 64 people to fast."),
    (["Fernhill University"], "A new paper out of Fernhill University says that naps help."),
    (["Ashford College"], "Co-authors are from Ashford College."),
    (["Fernhill University", "Ashford College"], "Ruth Amble of Fernhill University worked on the study with colleagues at Ashford College."),
    (["Fernhill University", "Fernhill University Hospital"], "Researchers at Fernhill University and Fernhill University Hospital asked 64 people to fast."),
    (["Halden Institute of Oncology"], "The work was done by Bo Holm and associates at the Halden Institute of Oncology."),
    (["Institute of Quiet Research", "Royal Ashford Trust"], "The trial was led by researchers at the Institute of Quiet Research, London, and The Royal Ashford Trust."),
    (["Fernhill Hospital"], "The patients were treated at Fernhill Hospital."),
    ([], "The National Health Service does some 70,000 such operations every year."),
    ([], "In 2019 the University of Porto opened a school of nursing."),
    ([], "The trial was approved by the ethics committee of the University of Porto."),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "sentence"), HOUSES)
def test_houses_of_the_work_are_told_in_many_ways(expected: list[str], sentence: str) -> None:
    article = story(sentence)
    makers = extract.makers(article, people.investigators(article))
    found = institutions.institutions(article, organisations(article), makers)
    assert bare([str(value.value) for value in found]) == bare(expected)


@pytest.mark.parametrize(
    "line",
    [
        "20/10/2020 – Institute for Skin Research, Kiel",
        "10 August 2020 | Institute for Skin Research | English edition",
        "Institute for Skin Research · Newsroom",
        "Press release – Institute for Skin Research – 3 May 2020",
    ],
)
def test_an_institute_tells_of_its_own_work(line: str) -> None:
    text = (
        f"Nerves in a dish listen to the gut\n\n{line}\n\nWhy does skin itch more at night? Biologists "
        "have found a clue in a hormone. They grew skin from 14 donors in a dish and added the hormone. "
        "In the new experiments the nerves fired three times as often."
    )
    names = [str(v.value) for v in extract.study(text).values.get("institution", ())]
    assert names == ["Institute for Skin Research"]


PAYERS = [
    (["Health Council of Norland", "Breathe Norland"], "The trial was paid for by the Health Council of Norland and the charity Breathe Norland."),
    (["Halden Work Fund"], "The study was supported with 2.1 million kroner from the Halden Work Fund."),
    (["Halden Work Fund"], "The study was made possible with €200,000 of the Halden Work Fund."),
    (["Deutsche Forschung", "Ostermann Stiftung"], "Funding: Deutsche Forschung (SFB 5555), Ostermann Stiftung"),
    (["Bowel Action", "Academy of Norland"], "The work was funded by ourselves (Bowel Action) and the Academy of Norland."),
    (["Norland Nursing Initiative"], "The research was paid for with a grant of the Norland Nursing Initiative."),
    (["Halden Foundation", "estate of Lola Gruen"], "The work is supported by the Halden Foundation and the estate of Lola Gruen."),
    (["Friends of St. Bran", "Health Board"], "The study was paid for by the Friends of St. Bran and by the Health Board (grant HB-555)."),
    (["Halden Foundation"], "The researchers had a grant from the Halden Foundation."),
    (["Halden Foundation"], "The study was financed through a grant from the Halden Foundation."),
    (["Halden Foundation", "Ashford Trust"], "The Halden Foundation and the Ashford Trust funded the work."),
    (["Halden Foundation"], "The costs of the study were borne by the Halden Foundation."),
    (["Halden Foundation"], "The Halden Foundation paid for the study."),
    (["Halden Foundation"], "The Halden Foundation was the funder of the study."),
    (["Halden Foundation"], "The study's funder was the Halden Foundation."),
    (["Halden Foundation", "Ashford Trust"], "The study received funding from the Halden Foundation and from the Ashford Trust."),
    (["Halden Foundation"], "The work received financial support from the Halden Foundation."),
    (["Halden Foundation"], "The trial was part-funded by the Halden Foundation."),
    (["Halden Foundation"], "Money for the study came from the Halden Foundation."),
    (["Halden Foundation"], "The money for the trial came from the Halden Foundation."),
    (["Halden Foundation"], "The Halden Foundation provided the funding for this trial."),
    (["Halden Foundation"], "The Halden Foundation covered the cost of the study."),
    (["Halden Foundation", "Brenta Therapeutics"], "The trial was funded by the Halden Foundation, with further support from Brenta Therapeutics."),
    (["Halden Foundation", "Brenta Therapeutics"], "The Halden Foundation funded the trial; Brenta Therapeutics provided additional funding."),
    (["Halden Foundation"], "The trial enjoyed the support of the Halden Foundation, which had no say in the design."),
    (["Halden Foundation"], "This research was made possible by the generosity of the Halden Foundation."),
    (["Halden Foundation"], "The researchers thank the Halden Foundation for funding the study."),
    (["Halden Foundation"], "Dr Amble's work is financed by the Halden Foundation."),
    (["Halden Foundation"], "The research is part of a programme funded by the Halden Foundation."),
    (["municipality of Temora"], "The study was paid for by the municipality of Temora."),
    (["Government of Norland"], "The study was paid for by the Government of Norland."),
    (["European Union"], "The project has received funding from the European Union."),
    (["Fonds Santé Publique", "Fondation Grandir"], "The study was funded by the Fonds Santé Publique and Fondation Grandir."),
    (["Santé pour tous Norland"], "The study was funded by Santé pour tous Norland."),
    (["National Institutes of Health"], "Grants from the National Institutes of Health paid for the study."),
    (["Halden Foundation"], "The study was sponsored and funded by the Halden Foundation."),
    (["Halden Foundation"], "Sponsor: Halden Foundation"),
    (["Brenta Therapeutics"], "Brenta Therapeutics, the maker of the drug, sponsored the trial."),
    (["Brenta Therapeutics"], "The trial was sponsored by the drug's maker, Brenta Therapeutics."),
    (["Brenta Therapeutics"], "The trial was paid for by the manufacturer, Brenta Therapeutics."),
    (["Hamada Foods"], "The research was supported by a chewing-gum maker, Hamada Foods, which had no say in it."),
    (["Halden Fund", "municipality of Temora"], "The fieldwork was financed with a Halden Fund grant (no. 555) and by the municipality of Temora."),
    (["HALCO"], "The work was paid for by the national research council, HALCO, and appeared on Tuesday."),
    (["Dunmore Foundation", "Clustera"], "The Dunmore Foundation and the patients' association Clustera paid for the study."),
    (["Ministry of Health, Labour and Welfare", "Hamada Foods"], "The research was supported by the Ministry of Health, Labour and Welfare, and by a chewing-gum manufacturer, Hamada Foods."),
    (["Halden Science Fund", "Vector Partnership"], "Financing: Halden Science Fund, Vector Partnership."),
    (["Research Council Norland", "Nordic Teeth Fund"], "Financed by: Research Council Norland; the Nordic Teeth Fund"),
    ([], "No outside money was received."),
    ([], "The study did not receive any specific funding."),
    ([], "The work had no funding other than the hospitals' own."),
    ([], "The Halden Foundation has put £61 million into research since 1988."),
    ([], "The drug was given free of charge by its maker, Brenta Therapeutics, which had no say."),
    ([], "The view is supported by the Norland Society of Nurses."),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "sentence"), PAYERS)
def test_payers_are_told_in_many_ways(expected: list[str], sentence: str) -> None:
    article = story(sentence)
    found = funding.funding(article, organisations(article))
    assert bare([str(value.value) for value in found]) == bare(expected)


@pytest.mark.parametrize(
    "heading", ["Who paid?", "Who paid for the research?", "Who funded the study?", "Funding"]
)
def test_the_payers_stand_under_their_heading(heading: str) -> None:
    article = Article(
        "New findings on sleep and pain\n\nIn a study, 90 people slept longer. They had less pain.\n\n"
        f"{heading}\n\nThe Halden Foundation, and Norland's Global Work Fund. The beds were given by their "
        "maker, Brenta Beds.\n\nThe results were published in the Journal of Invented Medicine."
    )
    found = funding.funding(article, organisations(article))
    assert [str(value.value) for value in found] == [
        "Halden Foundation",
        "Norland's Global Work Fund",
    ]
