"""The training of the story model, whole, on a few texts and a tiny network of random weights."""

import json
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training needs torch, reading does not")
pytest.importorskip("onnx", reason="writing the model needs onnx")
pytest.importorskip("sklearn", reason="training needs scikit-learn")

from reader.study.phrases.stories import StoryModel  # noqa: E402
from tests.study.test_phrase_training import tiny_network  # noqa: E402
from tests.training import train_stories  # noqa: E402
from tests.training.story_rows import Row, Told  # noqa: E402

#: What writes the model warns of its own future.
pytestmark = pytest.mark.filterwarnings("ignore")

TRIAL = "Bassoon lessons eased winter cough in 120 glassblowers, a trial found in 12 weeks."
NOTICE = "Glassblowers found a trial of winter lessons."


def _told(text: str, right: str, wrong: str) -> Told:
    places = ((text.index(one), text.index(one) + len(one), one == right) for one in (right, wrong))
    return Told(tuple(places), stated=True)


ROWS = (
    Row(
        "invented",
        TRIAL,
        study=True,
        design="randomized_controlled_trial",
        flags={"randomized": True, "controlled": None, "blinding": "double"},
        told={"size": _told(TRIAL, "120", "12"), "follow_up": _told(TRIAL, "12 weeks", "winter")},
    ),
    Row("invented", NOTICE, study=False),
)


@pytest.fixture
def trained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StoryModel:
    weights = tiny_network(tmp_path / "weights", f"{TRIAL} {NOTICE} 120 weeks")
    monkeypatch.setattr(train_stories, "rows", lambda shared, part: iter(ROWS * 12))
    monkeypatch.setattr(train_stories, "FROZEN", 0)
    monkeypatch.setattr(train_stories, "ANEW", train_stories.Course(30, 0.01, 0.02))
    monkeypatch.setattr(train_stories, "FURTHER", train_stories.Course(1, 0.0, 0.0))
    monkeypatch.setattr(train_stories, "BATCH", 4)
    monkeypatch.setattr(train_stories, "HIDDEN", 0.0)
    out = tmp_path / "out"
    monkeypatch.setattr("sys.argv", ["x", "--weights", str(weights), "--out", str(out)])
    train_stories.main()
    about = json.loads((out / "about.json").read_text("utf-8"))
    assert about["name"] == train_stories.NAME
    return StoryModel(out, weights / "tokenizer.json")


def test_what_is_taught_is_told_again(trained: StoryModel) -> None:
    opinion, other = trained.opinion(TRIAL), trained.opinion(NOTICE)
    assert opinion.study > 0 > other.study
    assert max(opinion.designs, key=opinion.designs.__getitem__) == "randomized_controlled_trial"
    size, part = (opinion.odds("size", at, at + 2) for at in map(TRIAL.index, ("120", "12 w")))
    assert size is not None
    assert part is not None
    assert size > part


def test_training_goes_on_from_a_model_that_ships(
    trained: StoryModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weights, before, after = (tmp_path / name for name in ("weights", "out", "further"))
    said = ["x", "--weights", str(weights), "--out", str(after), "--from", str(before)]
    monkeypatch.setattr("sys.argv", said)
    train_stories.main()
    further = StoryModel(after, weights / "tokenizer.json").opinion(TRIAL)
    assert further.study == pytest.approx(trained.opinion(TRIAL).study, rel=0.1)


def test_a_candidate_behind_what_is_read_is_left_out(trained: StoryModel) -> None:
    long = "winter " * 2_000
    assert trained.opinion(long + TRIAL).odds("size", len(long), len(long) + 9) is None
