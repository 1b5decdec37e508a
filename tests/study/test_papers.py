"""The paper behind an article: journals in running text and in references; who paid."""

import pytest

from reader.study.extract import study

STORY = (
    "Fewer night cramps\n\n12 March 2024\n\nResearchers at Fenwick University report a new finding on "
    "night cramps. In the trial, 240 adults were given a tablet or a placebo. Cramps were a third less "
    "frequent, the researchers found. {}\n"
)

NAMED = [
    ("The study appears in Annals of Invented Medicine today.", "Annals of Invented Medicine"),
    ("The results were published online on 10 March in the journal Sleep.", "Sleep"),
    (
        "The work is detailed in this week's issue of Nature Communications.",
        "Nature Communications",
    ),
    (
        "The team reports its findings in the New England Journal of Medicine.",
        "New England Journal of Medicine",
    ),
    ("“…”, they write in PLOS ONE.", "PLOS ONE"),
    (
        "\n\nReference\n\nLee A, Kim B. Tablets for cramps. J Sleep Cramp Res. 2024;12(3):45-51.",
        "J Sleep Cramp Res",
    ),
    (
        "\n\nLee A, et al. Tablets for cramps. European Journal of Night Pain 2024; 12: 45–51.",
        "European Journal of Night Pain",
    ),
    ("\n\nPaper: Lee et al. (2024), Tablets for cramps, BMJ Open, doi:10.5555/xyz", "BMJ Open"),
    ("\n\nSource: The Lancet Neurology", "The Lancet Neurology"),
    ("\n\nJournal: Journal of Cramp Studies", "Journal of Cramp Studies"),
    (
        "\n\nThe study, “Tablets for cramps”, is published in Muscle & Nerve (DOI: 10.5555/abc).",
        "Muscle & Nerve",
    ),
    (
        "The paper, published in Journal of the Royal Society Interface, is open access.",
        "Journal of the Royal Society Interface",
    ),
    ("Their paper came out in eLife this week.", "eLife"),
    ("The findings, reported March 8 in Cell, could help.", "Cell"),
    ("The findings have been accepted by Brain.", "Brain"),
    ("The study was posted on medRxiv.", "medRxiv"),
    ("An earlier study, published in Brain in 2017, found nothing.", None),
    ("Nature has a way of surprising us.", None),
    ("Dr Lee, who wrote an editorial in The BMJ, was not involved.", None),
    ("In 2015, another team reported in Science that cramps run in families.", None),
    ("She told the Daily News that cramps hurt.", None),
    ("Photo in Science Museum.", None),
    (
        "It is described in a paper in Proceedings of the National Academy of Sciences.",
        "Proceedings of the National Academy of Sciences",
    ),
    ("The results will be published in the May edition of Age and Ageing.", "Age and Ageing"),
    ("The full results can be read in Diabetes Care.", "Diabetes Care"),
    ("You can read the paper in the journal Thorax.", "Thorax"),
    ("A report of the trial in JAMA Network Open says so.", "JAMA Network Open"),
]

CITED = [
    (
        "Lee A, Kim B. Tablets for cramps. J Sleep Cramp Res. 2024;12(3):45-51.",
        "12(3):45-51",
        "2024",
    ),
    ("Lee A, et al. Tablets for cramps. Inv. Adv. 12, eab9917 (2024).", "12:eab9917", "2024"),
    ("Cramp Reports, vol. 25, issue 7, pp. 1841-1853", "25(7):1841-1853", None),
]

FUNDERS = [
    ("The study was paid for by the Fenwick Foundation and by a gift from the Halvorsen Trust.", ["Fenwick Foundation", "Halvorsen Trust"]),
    ("The Fenwick Institute (FINST), which funded the work, had no say in it.", ["Fenwick Institute"]),
    ("The Cramp Council and the Sleep Fund funded this study.", ["Cramp Council", "Sleep Fund"]),
    ("The research was supported by the National Heart, Lung, and Blood Institute.", ["National Heart, Lung, and Blood Institute"]),
    ("The research was funded by the Norwegian Science Foundation and Innonorge.", ["Norwegian Science Foundation", "Innonorge"]),
    ("The research was funded by the National Institute of Child Health and Human Development.", ["National Institute of Child Health and Human Development"]),
    ("The charity is funded by donations.", []),
]  # fmt: skip


@pytest.mark.parametrize(("said", "journal"), NAMED)
def test_the_journal_of_the_study_is_named(said: str, journal: str | None) -> None:
    found = study(STORY.format(said)).one("journal")
    assert (str(found.value).removeprefix("The ") if found else None) == (
        journal.removeprefix("The ") if journal else None
    )


@pytest.mark.parametrize(("line", "pages", "year"), CITED)
def test_a_reference_gives_volume_pages_and_year(line: str, pages: str, year: str | None) -> None:
    card = study(STORY.format(f"\n\nReference\n\n{line}"))
    told, date = card.one("volume_pages"), card.one("publication_date")
    assert (told.value if told else None) == pages
    assert year is None or (date.value if date else None) == year


@pytest.mark.parametrize(("said", "funders"), FUNDERS)
def test_funders_are_told_apart(said: str, funders: list[str]) -> None:
    found = study(STORY.format(said)).values.get("funding", ())
    assert [value.value for value in found] == funders
