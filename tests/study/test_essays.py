"""Synopses of journals: essays on one study, in a paragraph without a headline. All are invented."""

from typing import Any

import pytest

from reader.model.card_json import card_to_dict
from reader.study import design, essay_designs, findings, follow_up, species, study_period
from reader.study.extract import study
from reader.study.reading.article import Article
from reader.study.reading.whose import Whose

BEGINS = (
    "Bilharzia is caused by worms that live in the veins of the gut. Many of those who have it never know. "
    "Nobody has been sure how often children are infected again. Ama Owusu and colleagues "
)
ENDS = (
    " Eggs were found in 23% of the children who had been treated and in 61% of the others. "
    "The authors conclude that treatment works."
)
LIMITS = (
    "treated 400 children in Ghana and 390 others with a dummy pill. Eggs were found in 23% of those treated and "
    "in 61% of the others. The authors conclude that treatment works. "
)


def card(middle: str, ends: str = ENDS) -> dict[str, Any]:
    return card_to_dict(study(BEGINS + middle + ends))


def caveats(sentence: str) -> list[str]:
    return [row["value"] for row in card(LIMITS, sentence).get("limitations", [])]


@pytest.mark.parametrize(
    ("middle", "size"),
    [
        ("knocked at doors in Kumasi. Of 1,412 mothers whom they approached, 1,297 agreed.", 1297),
        ("looked for 2,300 children of an old study in Ghana. They were able to trace 1,655 of them.", 1655),
        ("looked at a gene in Ghana. It was carried by 31% of 402 patients but by only 12% of 618 controls.", 1020),
        ("recruited 21 fishermen with worms and 23 who had bathed in the same lake but were free of them.", 44),
        ("enrolled 18 women with worms and 18 who had none, and added a third group of 14 city dwellers.", 50),
        ("gave one drug to 1,200 children in Ghana, while 1,188 were given another.", 2388),
        ("tried it out. Seventeen patients entered the trial; in eight of the 16 patients who completed it the eggs vanished.", 17),
    ],
)  # fmt: skip
def test_size(middle: str, size: int) -> None:
    assert card(middle)["sample_size"]["value"] == size


@pytest.mark.parametrize(
    ("kind", "middle"),
    [
        ("randomized_controlled_trial", "worked in Ghana. Sealed envelopes decided who took which drug: 61 patients were allotted one and 63 were allotted the other."),
        ("cohort", "traced these children in Ghana again. They were weighed when they were 6, 12, 18, and 24 months old."),
        ("case_control", "looked at a gene in Ghana. It was carried by 31% of 402 patients but by only 12% of 618 controls."),
        ("cohort", "looked back at the files of 1,340 patients treated in Tema. A third had died within a year."),
        ("case_series", "examined the biopsies of 34 children in Ghana. In six of them the worm was not the cause."),
        ("single_arm_trial", "gave the new drug to 26 patients in Ghana in whom all else had failed. In nine the fever went."),
        ("in_vitro", "took T cells from the blood of nine patients in Ghana and mixed them with worm eggs. The cells divided."),
        ("cross_sectional", "visited one adult in every third house of 40 villages in Ghana and asked about worms."),
        ("qualitative", "talked at length, and mostly twice, with 34 people in Ghana who had the worm. Few had told a neighbour."),
        ("nonrandomized_trial", "gave two doses in Ghana on even dates; on odd dates the clinics went on as before. Of 212 people more were cured."),
        ("case_control", "tested people with fever in Ghana. For each of the 203 men and women in whom the worm was found, they sought two people of the same sex and similar age who had not been ill."),
        ("single_arm_trial", "gave everybody in Ghana a session every weekday. There was no dummy treatment: they wished to see if people would come."),
        ("meta_analysis", "searched four databases and found 14 trials. Cure was likelier with two doses (pooled relative risk 1.3)."),
    ],
)  # fmt: skip
def test_design(kind: str, middle: str) -> None:
    assert card(middle)["study_type"]["value"] == kind


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Nor is it clear that the findings will hold elsewhere, since snails differ.", "Nor is it clear"),
        ("Figures for the use of water were borrowed from surveys in cities.", "were borrowed from"),
        ("Women who were with child were hardly represented.", "hardly represented"),
        ("With numbers as small as these no more can be said.", "no more can be said"),
        ("The worms might have gone away in any case.", "in any case"),
        ("Age had to be reckoned from what the mothers recalled.", "had to be reckoned"),
        ("Babies, for whom the drug is not meant, were left out, so the trial says nothing about them.", "Babies"),
        ("Families living on boats, who may drink more of the water, were not included.", "were not included"),
        ("The test that was used misses worms that lay few eggs.", "misses worms"),
    ],
)  # fmt: skip
def test_caveat(sentence: str, told: str) -> None:
    assert any(told in said for said in caveats(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The study has weaknesses that are hard to avoid in such work.",
        "All this suggests, the authors say, that wells will not do much for children who swim in the lake.",
        "Still, a pill that a teacher can hand out has obvious attractions where there is no clinic.",
        "The authors would not disagree.",
        "To see what that might mean, the researchers grew worms from two of the children.",
    ],
)
def test_no_caveat(sentence: str) -> None:
    assert not caveats(sentence)


def test_each_caveat_of_a_list_is_one() -> None:
    said = caveats(
        "The authors are frank that mothers may have overstated what their children swallowed, that there "
        "may have been many cases of which they never heard, and that snails were assumed to stay put."
    )
    assert len(said) == 3


def test_comes_back_to_its_study_behind_a_glance_at_another() -> None:
    article = Article(
        BEGINS
        + "treated 400 children in Ghana. By comparison, an earlier survey in Accra had put the rate at 40%. "
        "Girls, and those without shoes, fared worst."
    )
    assert [s.whose for s in article.sentences][-2:] == [Whose.OTHER, Whose.NEAR]


def test_trials_gathered_are_the_study_of_a_review() -> None:
    article = Article(
        BEGINS
        + "searched four databases and found 14 trials. Worms were rarer with two doses in six trials."
    )
    assert all(s.own for s in article.sentences[-2:])


@pytest.mark.parametrize(
    ("middle", "names"),
    [
        ("worked in Ghana. In a small trial from Egypt, published in 1997, one dose had done as well.", ["Ghana"]),
        ("worked in Ghana, with a list that had been used before with refugees from Sudan.", ["Ghana"]),
        ("worked in Ghana. The results resemble those found in Uganda.", ["Ghana"]),
        ("worked in Ghana. The drug, which is made in Germany, is cheap.", ["Ghana"]),
        ("treated 400 children in a slum of Nairobi.", ["Kenya"]),
        ("treated 400 children in the villages around Navrongo. Most evidence comes from North America.", ["Ghana"]),
    ],
)  # fmt: skip
def test_country(middle: str, names: list[str]) -> None:
    assert [row["value"] for row in card(middle).get("country", [])] == names


@pytest.mark.parametrize(
    ("middle", "first", "last"),
    [
        ("treated 400 children in Ghana between April and June of 2003.", "2003-04", "2003-06"),
        ("gave the drug to 400 children in Ghana in the dry season of 2003.", "2003", "2003"),
        ("worked in Ghana. In 1986 a survey team visited 400 children and went back to them every year.", "1986", None),
    ],
)  # fmt: skip
def test_period(middle: str, first: str, last: str | None) -> None:
    period = study_period.study_period(Article(BEGINS + middle + ENDS))
    assert period is not None
    assert (period.details.get("from"), period.details.get("to")) == (first, last)


def test_years_of_argument_are_no_follow_up() -> None:
    assert follow_up._NOT_AFTER.match(" of argument with")
    assert not follow_up._NOT_AFTER.match(" of watching")


def test_both_sides_knew() -> None:
    told = "drew lots among 400 patients in Ghana; both they and their nurses knew which drug they took."
    assert card(told)["blinding"]["value"] == "open_label"


def test_deaths_are_told_without_their_time() -> None:
    told = "treated 400 patients in Ghana. After a median follow-up of just over 14 months, 39 patients had died."
    assert card(told)["deaths"]["value"] == "39 patients had died"
    long = "treated 400 patients in Ghana. One patient in the twelve-week group died, of a fall."
    assert "died" in card(long)["deaths"]["value"]


@pytest.mark.parametrize(
    "low",
    [
        "the model was then run 500 times for each plan",
        "nine patients turned out to have other illnesses, leaving 209 for the main analysis",
        "for the question that matters most, the answer was fairly clear",
        "one possibility is that it shows itself later",
        "green marks places where the forest was at least as dense",
    ],
)
def test_no_finding(low: str) -> None:
    kept = "the fever was gone after 30 hours in one group and 36 hours in the other"
    assert findings.weigh(low, low, low, reported=False) < findings.weigh(
        kept, kept, kept, reported=False
    )


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (
            "rat",
            "Rats were anesthetized and given a toxin. They mean to test it in healthy volunteers next.",
        ),
        (
            "zebrafish",
            "They studied how zebrafish heal a wound. It may matter for people and for mice.",
        ),
        ("fruit fly", "The mutant flies did not sleep. The next step will be to look at mice."),
        ("crow", "They let crows solve puzzles."),
    ],
)
def test_animal(kind: str, told: str) -> None:
    article = Article(
        "How living things cope is not well understood. In this issue of PLoS Biology, Ama Owusu and colleagues "
        f"report on experiments. {told} The effect was twice as strong as in the controls."
    )
    assert species.animals(article)[0].name == kind


def test_essay_words_are_not_asked_of_papers() -> None:
    kept = {pattern.pattern for _, _, pattern in design._rules_of_scholars()}
    assert not kept & {pattern for _, _, pattern in essay_designs.RULES}
