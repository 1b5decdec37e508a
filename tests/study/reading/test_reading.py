"""The text underneath: sentences, zones, abbreviations, numbers, dates, lengths of time, names, whose study."""

import itertools

import pytest

from reader.study.reading.abbreviations import find_abbreviations
from reader.study.reading.article import Article
from reader.study.reading.blocks import Zone, find_blocks
from reader.study.reading.dates import find_dates, find_years
from reader.study.reading.names import common, is_person
from reader.study.reading.organisations import organisations
from reader.study.reading.sections import Section, heading_at
from reader.study.reading.sentences import LONGEST, split
from reader.study.reading.whose import Whose

SENTENCES = [
    ["Dr. A. B. Lee said so.", "It was e.g. a rat vs. a mouse."],
    ["The U.S. team met on Jan. 3 in St. Ives.", "The rest stayed."],
    ["It fell by 2.5 kg (P = .03).", "“Did it?”", "Yes!"],
    ["Lee et al. (2010) saw it.", "No. 4 did not."],
    ["He has a Ph.D. in physics.", "She has an M.D. and two cats."],
    ["研究发现。", "很好。"],
]


@pytest.mark.parametrize("sentences", SENTENCES)
def test_sentences_are_parted_at_their_ends_with_offsets(sentences: list[str]) -> None:
    joint = "" if "。" in sentences[0] else " "
    text = "Before. " + joint.join(sentences)
    assert [text[a:b] for a, b in split(text, 8, len(text))] == sentences


def test_a_text_without_full_stops_is_cut_at_spaces() -> None:
    text = "word " * 1_000
    found = list(split(text, 0, len(text)))
    assert all(end - start <= LONGEST for start, end in found)
    assert "".join(text[a:b] for a, b in found).replace(" ", "") == "word" * 1_000


PAGE = [
    (Zone.MENU, "Skip to content"),
    (Zone.MENU, "Home | News | Shop | Contact us"),
    (Zone.HEADLINE, "Walking eases knee pain, trial finds"),
    (Zone.DATELINE, "12 March 2019"),
    (
        Zone.BODY,
        "People with sore knees who walked for ten minutes a day had less pain after a year.",
    ),
    (Zone.HEADING, "What the study showed"),
    (
        Zone.BODY,
        "The 240 walkers took fewer pills than those who rested, the team found last week.",
    ),
    (Zone.FOOTER, "Read more about knees."),
    (Zone.ABOUT, "About osteoarthritis"),
    (
        Zone.ABOUT,
        "Osteoarthritis is a disease of the joints that affects one person in ten over sixty.",
    ),
    (Zone.ABOUT, "What is arthritis?"),
    (Zone.CONTACTS, "Media contact: Ann Lee, 555-0100"),
    (
        Zone.CITATION,
        "Reference: Lee A, Berg O. Walking and knees. J Invented Med. 2019;3(2):11-19.",
    ),
    (Zone.FOOTER, "© 2020 The Knee Trust"),
]


def test_the_lines_of_a_page_get_their_zones() -> None:
    text = "\n\n".join(line for _, line in PAGE)
    found = find_blocks(text)
    assert [(block.zone, text[block.start : block.end]) for block in found] == PAGE


def test_nothing_of_explanations_contacts_and_footers_is_told() -> None:
    text = "\n\n".join(line for _, line in PAGE)
    told = " ".join(sentence.text for sentence in Article(text).own)
    for trap in ("one person in ten", "555-0100", "2020", "What is arthritis"):
        assert trap not in told


ABBREVIATIONS = {
    "People with multiple sclerosis (MS) took part.": ("MS", "multiple sclerosis"),
    "The National Institute of Neurological Disorders and Stroke (NINDS) paid.": (
        "NINDS",
        "National Institute of Neurological Disorders and Stroke",
    ),
    "Chronic obstructive pulmonary disease (COPD) was mild.": (
        "COPD",
        "Chronic obstructive pulmonary disease",
    ),
    "Levels of tumour necrosis factor (TNF) fell.": ("TNF", "tumour necrosis factor"),
    "Randomised controlled trials (RCTs) were read.": ("RCTs", "Randomised controlled trials"),
    "Deoxyribonucleic acid (DNA) was read.": ("DNA", "Deoxyribonucleic acid"),
}


@pytest.mark.parametrize(("text", "expected"), ABBREVIATIONS.items())
def test_an_abbreviation_is_explained_by_the_words_before_it(
    text: str, expected: tuple[str, str]
) -> None:
    short, long = expected
    found = find_abbreviations(text)[short]
    assert (found.long, text[found.start : found.end]) == (long, long)


@pytest.mark.parametrize(
    "text", ["(MS)", "It rose (NB).", "Cats (see Fig. 2) slept.", "In May (USA) it"]
)
def test_a_bracket_without_its_words_explains_nothing(text: str) -> None:
    assert find_abbreviations(text) == {}


NUMBERS = [
    ("1,234 men", 1_234), ("1 234 men", 1_234), ("12\u2009345 men", 12_345), ("2.1 million births", 2_100_000),
    ("thirty-five people", 35), ("one hundred and two dogs", 102), ("two dozen eggs", 24), ("3·5 years", 3.5),
    ("twelve thousand nurses", 12_000), ("0.05 g", 0.05), ("nineteen", 19), ("half", 0.5),
    ("a hundred and sixty monks", 160), ("a thousand and one nights", 1_001), ("a million births", 1_000_000),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_numbers_are_read_in_digits_and_words(text: str, value: float) -> None:
    assert [number.value for number in Article(text).numbers] == [value]


def test_percentages_and_money_are_marked() -> None:
    found = Article("5 percent of $40 and 7% of 12 people").numbers
    assert [(n.value, n.percent, n.money) for n in found] == [
        (5, True, False), (40, False, True), (7, True, False), (12, False, False)
    ]  # fmt: skip


DURATIONS = [
    ("for two to 15 years", (2, 15), ("P2Y", "P15Y")), ("after 18 months", (1.5, 1.5), ("P18M",)),
    ("a six-week course", (0.115, 0.115), ("P6W",)), ("over a decade", (10, 10), ("P10Y",)),
    ("for two and a half years", (2.5, 2.5), ("P2.5Y",)), ("3-5 days", (0.008, 0.014), ("P3D", "P5D")),
    ("for a quarter of a century", (25, 25), ("P25Y",)), ("a decade and a half later", (15, 15), ("P15Y",)),
    ("a year and a half on", (1.5, 1.5), ("P18M",)), ("over the following year", (1, 1), ("P1Y",)),
    ("a month after the last one", (0.083, 0.083), ("P1M",)), ("after one school year", (1, 1), ("P1Y",)),
    ("alive on day 28", (0.077, 0.077), ("P28D",)), ("by the year 2", (2, 2), ("P2Y",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ends", "iso"), DURATIONS)
def test_lengths_of_time_have_both_ends(
    text: str, ends: tuple[float, float], iso: tuple[str, ...]
) -> None:
    (found,) = Article(text).durations
    assert (found.low, found.high) == pytest.approx(ends, abs=0.01)
    assert found.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "a 12-year-old girl",
        "75 minutes a week",
        "501(c)3",
        "1,000 visits a day",
        "by the year 2019",
    ],
)
def test_ages_and_rates_are_no_lengths_of_time(text: str) -> None:
    assert Article(text).durations == []


DATES = {
    "March 22, 2011": "2011-03-22", "22 March 2011": "2011-03-22", "June 1995": "1995-06", "2011-03-22": "2011-03-22",
    "2019 Feb 3": "2019-02-03", "Sept. 5": "09-05", "the 3rd of May 2010": "2010-05-03", "14-MAR-2023": "2023-03-14",
}  # fmt: skip


@pytest.mark.parametrize(("text", "iso"), DATES.items())
def test_dates_keep_the_precision_they_are_stated_in(text: str, iso: str) -> None:
    assert [date.iso for date in find_dates(f"on {text}.")] == [iso]


def test_years_are_no_parts_of_other_numbers() -> None:
    text = "from 1999-2013, in 2,010 or $2011 or 2012% or 13-2016935 or 2014"
    assert [year.year for year in find_years(text)] == [1999, 2013, 2014]


WHOSE = [
    (Whose.OWN, "The researchers found that 35 people improved."),
    (Whose.OWN, "Ann Lee and colleagues report the result in Brain Notes."),
    (Whose.OWN, "Further experiments showed that the cells had died."),
    (Whose.OTHER, "Previous studies have tested shorter courses."),
    (Whose.OTHER, "In 2018, a team in Lyon showed the opposite."),
    (Whose.OTHER, "“It is intriguing,” said Tom Hale, who was not involved in the study."),
    (Whose.FUTURE, "Larger, longer studies are needed."),
    (Whose.FUTURE, "The group is planning a trial in 20 volunteers."),
    (Whose.GENERAL, "An estimated 1 million people live with the disease."),
    (Whose.GENERAL, "Lupus is a disease that affects the skin."),
]


@pytest.mark.parametrize(("whose", "sentence"), WHOSE)
def test_it_is_told_whose_study_a_sentence_is_about(whose: Whose, sentence: str) -> None:
    text = f"Trial eases pain, researchers report\n\nIt rained.\n\n{sentence}"
    assert Article(text).sentences[-1].whose is whose


ORGANISATIONS = {
    "“Yes,” said Anna Berg, M.D., of the Moffat Cancer Center in Tampa, Florida.": ["Moffat Cancer Center"],
    "Dr. Lee of the National Heart, Lung, and Blood Institute spoke.": ["National Heart, Lung, and Blood Institute"],
    "Lund University and Skåne University Hospital took part.": ["Lund University", "Skåne University Hospital"],
    "The Centers for Disease Control and Prevention counted.": ["Centers for Disease Control and Prevention"],
    "NASA’s Office of Technology, Policy, and Strategy wrote it.": ["NASA’s Office of Technology, Policy, and Strategy"],
    "At the University of California, San Francisco, it rained.": ["University of California, San Francisco"],
    "She is Professor of Medicine at Duke University School of Medicine.": ["Duke University School of Medicine"],
    "Tom Waters of the Smithson Institution led it.": ["Smithson Institution"],
    "Brigham and Women's Hospital and Harvard Medical School agreed.": ["Brigham and Women's Hospital", "Harvard Medical School"],
    "A charity walk raised money at the school.": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ORGANISATIONS.items())
def test_organisations_are_parted_from_people_places_and_each_other(
    text: str, expected: list[str]
) -> None:
    assert [found.name for found in organisations(Article(text))] == expected


@pytest.mark.parametrize(
    "name", ["Ann Lee", "A. Fassbind", "Ludwig van Dorn", "Ji-woo Park", "María Sol-Ruiz"]
)
def test_a_name_may_be_a_person(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "New York",
        "Metastatic ASPS",
        "Task Order NNN13",
        "JAMA Cardiology",
        "The Lancet",
        "United States",
    ],
)
def test_things_and_places_are_no_persons(name: str) -> None:
    assert not is_person(name)


def test_words_that_the_text_also_writes_small_are_no_names() -> None:
    words = frozenset({"now", "metastatic", "young", "tumours"})
    assert common("Now", words)
    assert common("Metastatic Tumours", words)
    assert not common("Brian Young", words)
    assert not common("Helker", words)


HEADINGS = {
    "METHODS: We": Section.METHODS, "Results: Of": Section.RESULTS, "OBJECTIVE. To": Section.BACKGROUND,
    "Conclusions: Walking": Section.CONCLUSIONS, "Findings. The": Section.NONE, "Results were": Section.NONE,
}  # fmt: skip


@pytest.mark.parametrize(("text", "section"), HEADINGS.items())
def test_headings_of_abstracts_are_known(text: str, section: Section) -> None:
    assert heading_at(text, 0)[0] is section


def test_a_record_of_pubmed_is_parted_from_its_abstract() -> None:
    text = (
        "1. J Invented Med. 2001 Apr;24(4):631-6. Walking and knees: a trial. Lee A(1), Berg O. Author information: "
        "(1)Knee Centre, Nordhavn. OBJECTIVE: To test whether walking helps sore knees in adults over fifty. METHODS: We "
        "randomly assigned 240 adults to walk or to rest for twelve months at four clinics in the north. RESULTS: Pain fell "
        "by 2 points more with walking (P = 0.01). CONCLUSIONS: Walking helps."
    )
    blocks = find_blocks(text)
    assert [block.zone for block in blocks] == [Zone.CITATION, Zone.BODY]
    sections = [sentence.section for sentence in Article(text).own if sentence.section]
    assert [key for key, _ in itertools.groupby(sections)] == [
        Section.METHODS, Section.RESULTS, Section.CONCLUSIONS
    ]  # fmt: skip
