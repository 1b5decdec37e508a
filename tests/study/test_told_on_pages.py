"""What the pages of charities, hospitals and papers have around a story, and how they tell it."""

import pytest

from reader.study import (
    comparator,
    conditions,
    exposures,
    findings,
    interventions,
    population,
    results,
)
from reader.study.extract import study
from reader.study.findings import without_speaker
from reader.study.reading.article import Article
from reader.study.reading.blocks import Zone, find_blocks

STORY = "Walnut oil eases itch\n\nA trial in 120 people found that walnut oil eased their itch."


@pytest.mark.parametrize(
    "notice",
    [
        "Your browser is no longer supported",
        "For the best possible experience using our website we recommend that you upgrade it.",
        "We'll assume we have your consent to use cookies, for example to keep you logged in.",
        "This website uses cookies to show you the right pages.",
        "• See us on facebook",
        "Follow us on Bluesky",
    ],
)
def test_what_a_page_says_of_itself_is_no_part_of_the_story(notice: str) -> None:
    zones = [block.zone for block in find_blocks(f"{notice}\n\n{STORY}")]
    assert zones == [Zone.MENU, Zone.HEADLINE, Zone.BODY]


def test_a_story_on_cookies_is_one() -> None:
    text = (
        "Cookies and weight\n\nThe trial gave 40 adults cookies on Facebook's campus for a month."
    )
    assert find_blocks(text)[-1].zone is Zone.BODY


def named(text: str) -> set[str]:
    return {mention.name for mention in exposures.mentions(Article(text))}


@pytest.mark.parametrize(
    ("text", "habit"),
    [
        ("A firm link between smoking and gout has been found in 900 adults.", "smoking"),
        ("Loneliness raises the risk of gout, a study of 900 adults shows.", "loneliness"),
        ("The team looked at the effects of sleep loss on the skin.", "sleep loss"),
    ],
)
def test_a_state_is_an_exposure_where_it_is_told_as_a_cause(text: str, habit: str) -> None:
    assert habit in named(text)


def test_a_state_is_none_where_it_is_what_ails_people() -> None:
    assert "obesity" not in named("The trial enrolled 90 adults with obesity and gave them oil.")


def given(text: str) -> list[object]:
    card = study(text)
    return [row.value for row in card.values.get("intervention_or_exposure", ())]


def test_neither_people_nor_a_time_of_life_is_what_was_met() -> None:
    text = (
        "A new study shows the itches women experience before a storm may differ from what they fear.\n"
        "Researchers at Oslo University interviewed 300 women who had an itch in their pregnancies. "
        "About 80 percent of women reported an itch more than a day before the storm."
    )
    assert not {"women", "women experience", "pregnancies"} & set(given(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("They compared the men with gout to the same number of healthy people without gout.", "healthy people without gout"),
        ("The team used scans, comparing healthy toes with swollen toes.", "healthy toes"),
    ],
)  # fmt: skip
def test_the_healthy_are_what_the_ill_are_compared_with(text: str, said: str) -> None:
    article = Article(f"Gout and toes\n\n{text}")
    rows = list(comparator.candidates(article))
    assert said in {article.text[row.start : row.end] for row in rows}


def test_those_whom_the_ill_are_compared_with_were_not_who_was_studied() -> None:
    text = (
        "Gout and falls\n\nDr. Mia Berg and her colleagues followed 900 adults who had gout for six years. "
        "They compared the adults with gout to the same number of healthy people without gout."
    )
    found = population.population(Article(text), None, "cohort")
    assert found is not None
    assert found.value == "adults who had gout"


def test_people_who_fell_into_groups_are_people() -> None:
    article = Article("Gout\n\nThe study examined 26 people who fell into two groups.")
    texts = {article.text[p.start : p.end] for p in population.phrases(article, None, "cohort")}
    assert "people who fell" not in texts


def test_a_complication_stands_behind_its_name() -> None:
    text = (
        "Test foretells a pregnancy complication\n\nA blood test foretells preeclampsia, a study of 90 women found. "
        "Those with preeclampsia had more of a protein in the blood."
    )
    assert next(row.value for row in conditions.conditions(Article(text))) == "preeclampsia"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Six weeks after the start, 46% of those taking oil said their itch had gone.", None),
        ("A second spoon of oil reduces the itch by 40% in all,” Berg said in a letter.", "A second spoon of oil reduces the itch by 40% in all,”"),
        ("A spoon of walnut oil a day halves the itch, said Mia Berg of Oslo University.", "A spoon of walnut oil a day halves the itch"),
        ("A spoon of walnut oil a day halves the itch in winter according to Mia Berg.", "A spoon of walnut oil a day halves the itch in winter"),
    ],
)  # fmt: skip
def test_a_finding_ends_before_its_speaker_and_not_before_what_people_said(
    text: str, left: str | None
) -> None:
    cut = text[: without_speaker(text, 0, len(text))]
    assert cut.rstrip(" ,”") == (left or text).rstrip(" ,”")


def found(text: str) -> list[object]:
    return [row.value for row in results.key_results(Article(text), None)]


def test_what_happened_to_one_patient_is_no_finding() -> None:
    text = (
        "Oil eases itch\n\nDr. Mia Berg, of the Oslo Skin Hospital, and her colleagues evaluated nearly 900 adults, "
        "90 percent of them women. After a year, 12% of those with oil had an itch, compared with 30% of the others. "
        "Itches were half as common in winter. Anna Lund was diagnosed with an itch 25 years ago."
    )
    told = " ".join(map(str, found(text)))
    assert "12% of those with oil" in told
    assert "Anna Lund" not in told


def test_what_a_named_doctor_and_her_colleagues_did_is_a_method() -> None:
    assert findings.DOING.match(
        "dr. mia berg, of the oslo skin hospital, and her colleagues evaluated nearly 900 adults"
    )


def test_what_was_uncovered_is_a_finding() -> None:
    text = (
        "Toes in gout\n\nScientists have uncovered how the veins of the toes undergo dramatic changes in gout, "
        "becoming twice as wide. The paper is published in Toe Letters."
    )
    assert str(found(text)[0]).startswith("the veins of the toes undergo")


def test_nothing_is_given_where_only_a_habit_of_others_is_named() -> None:
    article = Article("Oil\n\nThe researchers adjusted for age, smoking and weight.")
    assert interventions.interventions(article, set()) == ()


def test_what_some_had_more_of_is_an_exposure() -> None:
    told = "{} had a 38 percent lower risk of gout, a study of 900 adults shows."
    more = told.format("Individuals with high levels of garden activity")
    plain = told.format("Individuals in reach of garden activity")
    cues = [
        max(m.cue for m in exposures.mentions(Article(text)) if m.name == "garden activity")
        for text in (more, plain)
    ]
    assert cues[0] > cues[1]
