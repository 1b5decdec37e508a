"""The training of the token classifier, whole, on a few texts and a tiny network of random weights."""

import json
from pathlib import Path
from typing import Any

import pytest

numpy = pytest.importorskip("numpy", reason="training needs numpy")
torch = pytest.importorskip("torch", reason="training needs torch, reading does not")
transformers = pytest.importorskip("transformers", reason="training needs transformers")
pytest.importorskip("onnx", reason="writing the model needs onnx")
pytest.importorskip("onnxruntime", reason="writing the model needs onnxruntime")
tokenizers = pytest.importorskip("tokenizers", reason="training needs tokenizers")

from reader.study.phrases.marker import Marker  # noqa: E402
from tests.training import corpora, train_onward, train_phrases  # noqa: E402
from tests.training.passages import KINDS  # noqa: E402

#: What writes the model warns of its own future.
pytestmark = pytest.mark.filterwarnings("ignore")

TEXT = "Bassoon lessons eased winter cough in 120 glassblowers, a trial found."
MARKS = {"intervention": "Bassoon lessons", "condition": "winter cough", "outcome": "cough"}


def _corpus(folder: Path, name: str) -> None:
    """Texts enough that some fall to the part that teaches."""
    spans = [
        {"label": label, "start": TEXT.index(said), "end": TEXT.index(said) + len(said)}
        for label, said in MARKS.items()
    ]
    rows = [{"id": f"{name}{number}", "text": TEXT, "spans": spans} for number in range(8)]
    path = folder / "data" / "corpora" / name / "dev.jsonl"
    path.parent.mkdir(parents=True)
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")


def _article(folder: Path, name: str) -> None:
    label = {"id": name, "condition": [{"value": "winter cough", "evidence": [TEXT]}]}
    for part, told in (("articles", {"id": name, "text": TEXT}), ("labels", label)):
        (folder / part).mkdir(parents=True, exist_ok=True)
        (folder / part / f"{name}.json").write_text(json.dumps(told), "utf-8")


def _texts(folder: Path) -> Path:
    for name in corpora.GREEN:
        _corpus(folder, name)
    for name in ("d001", "d004"):
        _article(folder / "data" / "news_dev", name)
    return folder


def tiny_network(folder: Path, text: str) -> Path:
    """As small as a network of this kind gets, with a tokenizer that knows the text's words."""
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *sorted(set(text.lower().split()))]
    tokenizer = tokenizers.BertWordPieceTokenizer({word: at for at, word in enumerate(words)})
    config = transformers.BertConfig(
        vocab_size=len(words), hidden_size=8, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=16,
    )  # fmt: skip
    torch.manual_seed(0)
    transformers.BertModel(config).save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


@pytest.fixture
def trained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Trains with further words on the command line; the answer is the folder written."""
    shared, weights = _texts(tmp_path / "shared"), tiny_network(tmp_path / "weights", TEXT)
    monkeypatch.setattr(corpora, "INVENTED", tmp_path / "none")

    def run(*further: str) -> Path:
        said = ["--shared", str(shared), "--weights", str(weights), "--out", str(tmp_path / "out")]
        monkeypatch.setattr("sys.argv", ["train_phrases", *said, *further])
        train_phrases.main()
        return tmp_path / "out"

    return run


def test_the_quick_training_writes_a_model_that_the_reader_loads(trained: Any) -> None:
    marks = Marker(trained("--quick")).mark(TEXT)
    cover = {kind: marks.cover(kind, 0, len(TEXT)) for kind in KINDS}
    assert all(0 < sure < 1 for sure in cover.values())
    assert len(set(cover.values())) == len(KINDS)


def test_what_is_taught_is_seen_more_than_what_is_not(trained: Any) -> None:
    marks = Marker(trained("--quick")).mark(TEXT)
    at = TEXT.index("winter cough")
    assert marks.cover("condition", at, at + 12) > marks.cover("death", at, at + 12)


def test_folds_leave_what_is_marked_of_every_article(trained: Any) -> None:
    told = numpy.load(trained("--quick", "--folds", "2") / "unseen.npz")
    assert sorted(told) == ["d001", "d004"]
    assert all(told[name].shape[1:] == (len(KINDS), 2) for name in told)


def test_goes_on_from_what_was_written(
    trained: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, at = trained("--quick"), TEXT.index("winter cough")
    monkeypatch.setattr(train_onward, "FROZEN", 0)
    said = ["--shared", str(tmp_path / "shared"), "--weights", str(tmp_path / "weights")]
    further = ["--from", str(begun), "--out", str(tmp_path / "more"), "--rounds", "1"]
    monkeypatch.setattr("sys.argv", ["train_onward", *said, *further])
    train_onward.main()
    before, after = (
        Marker(folder).mark(TEXT).cover("condition", at, at + 12)
        for folder in (begun, tmp_path / "more")
    )
    assert after == pytest.approx(before, abs=0.1)
    assert after != before
