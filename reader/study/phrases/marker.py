"""The token classifier at work: which passages name a population, tell a result, limit the study …

The model is all-MiniLM-L6-v2, fine-tuned by `tests/training/train_phrases.py`, as int8 ONNX in
`resources/models/phrases`. It runs where the extra `[phrases]` is installed (onnxruntime, tokenizers);
nothing of it is loaded before the first text.
"""

import importlib.util
import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from reader.model.frozen import dataclass
from reader.resource import resource
from reader.study.phrases.network import run, session
from reader.study.reading.opinion import logit

#: Tokens of a window, its two edges included, and how far the next one begins behind it. Where two
#: windows overlap their mean counts; the first tokens of a window see too little before them.
WIDTH, STEP, BLIND = 256, 127, 16
_NEEDED = ("numpy", "onnxruntime", "tokenizers")
_FOLDER = "models/phrases"


@dataclass(frozen=True, slots=True)
class Passage:
    """[start, end) of a text, with the mean probability of its tokens."""

    start: int
    end: int
    probability: float


class Marks:
    """How likely each token of a text belongs to a passage of each kind."""

    def __init__(self, kinds: Sequence[str], places: Sequence[tuple[int, int]], rows: Any) -> None:
        """`rows` has the shape (tokens, kinds, 3): outside, begin, inside."""
        self._column = {kind: at for at, kind in enumerate(kinds)}
        self._places = places
        self._rows = rows

    def cover(self, kind: str, start: int, end: int) -> float:
        """The mean probability of the tokens of [start, end); 0 where there are none."""
        inside = [at for at, (a, b) in enumerate(self._places) if a < end and start < b]
        if not inside:
            return 0.0
        outside = self._rows[inside[0] : inside[-1] + 1, self._column[kind], 0]
        return float(1 - outside.mean())

    @property
    def places(self) -> Sequence[tuple[int, int]]:
        """[start, end) of each token."""
        return self._places

    def odds(self, kind: str) -> list[float]:
        """The log odds of each token to belong to a passage of a kind."""
        return [logit(1 - outside) for outside in self._rows[:, self._column[kind], 0].tolist()]

    def passages(self, kind: str) -> list[Passage]:
        """The passages that are more likely of a kind than not, in the order of the text."""
        rows = self._rows[:, self._column[kind]]
        found: list[tuple[int, int]] = []
        goes_on = False
        for at, (outside, begin, inner) in enumerate(rows):
            if outside >= 0.5:
                goes_on = False
            elif goes_on and not (begin > inner and begin > 0.25):
                found[-1] = (found[-1][0], at + 1)
            else:
                found.append((at, at + 1))
                goes_on = True
        return [self._passage(rows, first, until) for first, until in found]

    def _passage(self, rows: Any, first: int, until: int) -> Passage:
        sure = float(1 - rows[first:until, 0].mean())
        return Passage(self._places[first][0], self._places[until - 1][1], round(sure, 3))


class Marker:
    """The model, loaded; `name` is the method of the values it finds."""

    def __init__(self, folder: Path) -> None:
        from tokenizers import Tokenizer

        about = json.loads((folder / "about.json").read_text("utf-8"))
        self.name: str = about["name"]
        self._kinds: list[str] = about["kinds"]
        self._session = session(folder / "phrases.onnx")
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._edges = [self._tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]")]

    def mark(self, text: str) -> Marks:
        """Some 0.2 s for a thousand words, on one core."""
        clean = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no character
        encoded = self._tokenizer.encode(clean, add_special_tokens=False)
        rows = averaged(encoded.ids, len(self._kinds), self._shares)
        return Marks(self._kinds, encoded.offsets, rows)

    def _shares(self, part: Sequence[int]) -> Any:
        """The probabilities of the tokens of a window: (tokens, kinds, 3)."""
        import numpy

        (logits,) = run(self._session, [self._edges[0], *part, self._edges[1]])
        shaped = logits[0, 1:-1].reshape(-1, len(self._kinds), 3)
        powers = numpy.exp(shaped - shaped.max(axis=2, keepdims=True))
        return powers / powers.sum(axis=2, keepdims=True)


def averaged(ids: Sequence[int], kinds: int, shares: Callable[[Sequence[int]], Any]) -> Any:
    """Probabilities (tokens, kinds, 3) of a text of any length; `shares` gives those of a window."""
    import numpy

    total, weights = numpy.zeros((len(ids), kinds, 3)), numpy.zeros((len(ids), 1, 1))
    for at in range(0, max(1, len(ids) - STEP), STEP):
        rows = shares(ids[at : at + WIDTH - 2])
        weight = numpy.ones((len(rows), 1, 1))
        weight[:BLIND] = 0.1 if at else 1
        total[at : at + len(rows)] += rows * weight
        weights[at : at + len(rows)] += weight
    return total / weights


def is_installed() -> bool:
    """Whether the model and what it runs on are here; loads nothing."""
    return resource(_FOLDER).joinpath("phrases.onnx").is_file() and all(
        importlib.util.find_spec(name) is not None for name in _NEEDED
    )


def name() -> str | None:
    """The method of the model's values, or None where it is not installed."""
    if not is_installed():
        return None
    about = json.loads(resource(_FOLDER).joinpath("about.json").read_text("utf-8"))
    return str(about["name"])


@cache
def marker() -> Marker | None:
    """The model, loaded once, or None where it is not installed."""
    return Marker(resource(_FOLDER)) if is_installed() else None
