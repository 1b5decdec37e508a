"""What a network says of a whole text, and how far the card follows it."""

import math
from functools import partial
from types import SimpleNamespace
from typing import cast

import pytest

from reader.model.study import StudyCard
from reader.study.extract import study
from reader.study.phrases import marker, second, stories
from reader.study.phrases.closely import study_closely
from reader.study.phrases.marker import Marks
from reader.study.phrases.second import SecondReader
from reader.study.phrases.stories import MOST, STEP, WIDTH, StoryModel, nearest, windows
from reader.study.reading.opinion import Opinion
from tests.study.test_phrases import ODD

STUDY = "\n\n".join(
    (
        "Bassoon lessons ease winter cough",
        "Glassblowers who learnt the bassoon coughed less, researchers in Ghent report. They looked at "
        "212 glassblowers, 96 of them beginners, over two winters. Cough eased by a third.",
        "The lessons were short. Smokers did not gain from them, the researchers found.",
    )
)
NOTICE = (
    "Harbour Hospital names new head of surgery\n\nOle Brandt will lead the department of surgery from "
    "May. He has worked at the hospital for 20 years and treated 4,000 patients."
)
TOLD = "stories:test/1"


def said(text: str, *, study: float = 0.0, designs: dict[str, float] | None = None) -> Opinion:
    """An opinion in which no word speaks for anything."""
    return Opinion(study, designs or {}, [(0, len(text))], {"size": [0], "follow_up": [0]}, TOLD)


def heard(text: str, kind: str, odds: dict[str, float]) -> Opinion:
    """An opinion in which some words speak for or against a kind, and all others against it."""
    places, speaks = [], []
    at = 0
    for words in sorted(odds, key=text.index):
        start = text.index(words)
        places += [(at, start), (start, start + len(words))]
        speaks += [-9.0, odds[words]]
        at = start + len(words)
    none = {"size": [0.0] * len(places), "follow_up": [0.0] * len(places)}
    return Opinion(3.0, {}, places, {**none, kind: speaks}, TOLD)


def first(card: StudyCard, field: str) -> object:
    return card.values[field][0].value if field in card.values else None


def test_odds_are_the_mean_of_the_tokens_touched() -> None:
    opinion = Opinion(0.0, {}, [(0, 4), (5, 9), (9, 10)], {"size": [1.0, 3.0, -2.0]}, TOLD)
    assert opinion.odds("size", 0, 4) == 1.0
    assert opinion.odds("size", 6, 8) == 3.0
    assert opinion.odds("size", 3, 9) == 2.0
    assert opinion.odds("size", 4, 5) is None
    assert opinion.odds("size", 10, 12) is None


def test_a_probability_is_drawn_towards_the_network() -> None:
    sure, doubtful = (Opinion(odds, {}, (), {}, TOLD) for odds in (4.0, -4.0))
    assert sure.studied(0.3, 0.5) > 0.3 > doubtful.studied(0.3, 0.5)
    assert sure.studied(0.3, 0.0) == pytest.approx(0.3)
    assert 0 < Opinion(-1e9, {}, (), {}, TOLD).studied(1.0, 0.5) < 1e-6


def test_shares_of_designs_are_mixed_and_stay_shares() -> None:
    words = {"cohort": 0.6, "animal": 0.4}
    mixed = Opinion(0.0, {"animal": 0.9, "cohort": 0.1}, (), {}, TOLD).drawn(words, 0.5)
    assert math.fsum(mixed.values()) == pytest.approx(1)
    assert mixed["animal"] > mixed["cohort"]
    assert Opinion(0.0, {}, (), {}, TOLD).drawn(words, 0.5)["cohort"] > 0.5


@pytest.mark.parametrize("tokens", [0, 1, WIDTH, WIDTH + 1, WIDTH + STEP, 700, 5_000])
def test_windows_cover_the_beginning_of_a_text(tokens: int) -> None:
    starts = windows(tokens)
    assert 1 <= len(starts) <= MOST
    end = min(tokens, starts[-1] + WIDTH)
    assert end == tokens or len(starts) == MOST
    for at in range(end):
        window = starts[nearest(at, starts)]
        assert window <= at < window + WIDTH


def test_a_firm_network_turns_the_verdict_either_way() -> None:
    assert study(STUDY).is_study.value is True
    assert study(STUDY, teller=lambda text: said(text, study=-12.0)).is_study.value is False
    assert study(NOTICE).is_study.value is False
    card = study(NOTICE, teller=lambda text: said(text, study=14.0))
    assert card.is_study.value is True
    assert card.is_study.method == TOLD
    assert card.is_study.evidence


def test_the_network_has_its_say_in_which_number_is_the_size() -> None:
    for right, wrong in (("212", "96"), ("96", "212")):
        card = study(STUDY, teller=partial(heard, kind="size", odds={right: 9.0, wrong: -9.0}))
        assert first(card, "sample_size") == int(right)


def test_no_size_stands_against_the_network_where_the_rules_are_not_firm() -> None:
    text = f"{STUDY} Half a dose worked as well in 34 soldiers, an old trial showed."
    text = text.replace("212 glassblowers, 96 of them beginners", "glassblowers")
    assert first(study(text), "sample_size") == 34
    card = study(text, teller=partial(heard, kind="size", odds={"34": -9.0}))
    assert first(card, "sample_size") is None


@pytest.mark.parametrize("text", ["7 " * 900, "þß÷ §Ð¿ " * 300, "def f(x):\n    return x\n" * 60])
def test_the_network_is_not_asked_about_what_is_no_english(text: str) -> None:
    assert study(text, teller=lambda told: said(told, study=14.0)).is_study.value is not True


def test_the_network_has_its_say_in_the_design() -> None:
    designs = {"nonrandomized_trial": 0.98, "cohort": 0.02}
    card = study(STUDY, teller=lambda text: said(text, study=3.0, designs=designs))
    (drawn,) = card.values["study_type"]
    assert (drawn.value, drawn.method) == ("nonrandomized_trial", TOLD)
    assert drawn.evidence


def test_firm_words_for_a_design_give_way_where_the_network_never_thought_of_it() -> None:
    text = STUDY.replace("over two winters", "in a randomised trial over two winters")
    designs = {"cohort": 0.99, "randomized_controlled_trial": 0.001}
    unheard = partial(said, text, study=3.0)
    assert first(study(text), "study_type") == "randomized_controlled_trial"
    doubted = study(text, teller=lambda _: unheard(designs=designs))
    assert first(doubted, "study_type") == "cohort"
    designs["randomized_controlled_trial"] = 0.11
    kept = study(text, teller=lambda _: unheard(designs=designs))
    assert first(kept, "study_type") == "randomized_controlled_trial"


def test_the_network_has_its_say_in_when_data_were_gathered() -> None:
    text = f"{STUDY} Glassblowers were asked in 2014. Blowers were examined in 2017."
    for right, wrong in (("2014", "2017"), ("2017", "2014")):
        card = study(text, teller=partial(heard, kind="period", odds={right: 6.0, wrong: -6.0}))
        assert first(card, "study_period") == right


def test_both_models_are_heard_and_each_reads_a_text_once() -> None:
    numpy = pytest.importorskip("numpy")
    read: list[str] = []
    text = "Four cats."

    class Marking:
        def mark(self, told: str) -> Marks:
            read.append(told)
            rows = numpy.full((2, 2, 3), 0.25)
            rows[:, :, 0] = [[0.5, 0.9], [0.1, 0.5]]
            return Marks(["sample", "period"], [(0, 4), (5, 9)], rows)

    class Telling:
        def opinion(self, told: str) -> Opinion:
            return Opinion(1.0, {}, [(0, 4)], {"size": [3.0]}, TOLD)

    heard = second.Heard(cast(SecondReader, SimpleNamespace(marker=Marking(), stories=Telling())))
    opinion = heard.opinion(text)
    assert opinion is not None
    assert opinion.odds("size", 0, 4) == 3.0
    assert opinion.odds("size", 5, 9) is None
    assert opinion.odds("sample", 5, 9) == pytest.approx(math.log(9))
    assert opinion.odds("period", 0, 4) == pytest.approx(-math.log(9))
    assert opinion.odds("design", 0, 4) is None
    assert heard.marks(text).places == [(0, 4), (5, 9)]
    assert read == [text]
    heard.marks("Another text.")
    assert read == [text, "Another text."]


def test_nothing_is_marked_before_the_verdict_where_no_study_is_seen() -> None:
    unlikely = Opinion(second.NO_STUDY - 0.1, {}, [(0, 4)], {"size": [3.0]}, TOLD)
    telling = SimpleNamespace(opinion=lambda text: unlikely)
    both = second.Heard(cast(SecondReader, SimpleNamespace(marker=None, stories=telling)))
    assert both.opinion("Four cats.") is unlikely


def test_without_the_story_model_rules_hear_nothing() -> None:
    alone = SimpleNamespace(marker=None, stories=None)
    assert second.Heard(cast(SecondReader, alone)).opinion("Four cats.") is None


def test_the_network_has_its_say_in_which_length_is_the_follow_up() -> None:
    counted = "Over six weeks the team counted coughs; over eight months it counted days off."
    text = f"{STUDY}\n\n{counted}"
    for right, wrong in (("six weeks", "eight months"), ("eight months", "six weeks")):
        odds = {right: 9.0, wrong: -9.0}
        card = study(text, teller=partial(heard, kind="follow_up", odds=odds))
        assert first(card, "follow_up") == right


def test_the_second_reader_is_named_with_all_it_consists_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(marker, "name", lambda: "phrases:test/1")
    monkeypatch.setattr(stories, "name", lambda: TOLD)
    assert second.name() == f"phrases:test/1+{TOLD}"
    monkeypatch.setattr(stories, "name", lambda: None)
    assert second.name() == "phrases:test/1"
    monkeypatch.setattr(marker, "name", lambda: None)
    assert second.name() is None


def test_without_the_extra_there_is_no_story_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert not stories.is_installed()
    assert stories.name() is None


@pytest.fixture(scope="module")
def model() -> StoryModel:
    pytest.importorskip("onnxruntime")
    pytest.importorskip("tokenizers")
    found = stories.stories()
    assert found is not None
    return found


def test_the_model_tells_a_study_from_a_notice(model: StoryModel) -> None:
    opinion = model.opinion(STUDY)
    assert opinion.study > 0 > model.opinion(NOTICE).study
    assert math.fsum(opinion.designs.values()) == pytest.approx(1)
    at = STUDY.index("212"), STUDY.index("96 of")
    size, part = (opinion.odds("size", start, start + 2) for start in at)
    assert size is not None
    assert part is not None
    assert size > part


def test_the_same_text_has_the_same_opinion(model: StoryModel) -> None:
    assert model.opinion(STUDY * 3) == model.opinion(STUDY * 3)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_any_text_is_read_or_left(model: StoryModel, text: str) -> None:
    opinion = model.opinion(text)
    assert math.isfinite(opinion.study)
    assert len(opinion.places) == len(opinion.speaks["size"]) == len(opinion.speaks["follow_up"])
    assert all(start <= end <= len(text) for start, end in opinion.places)


def test_what_the_reader_consists_of_is_on_the_card(model: StoryModel) -> None:
    marks = marker.marker()
    assert marks is not None
    card = study_closely(STUDY, SecondReader(marks, model))
    assert card.extractor.endswith(f"+{marks.name}+{model.name}")
