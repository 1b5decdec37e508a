"""The story model at work: what a network says of a text that it has read from the start.

all-MiniLM-L6-v2 with heads of its own, fine-tuned by `tests/training/train_stories.py`, as int8 ONNX in
`resources/models/stories`. It says whether a study is reported, of which design, and how much every word
speaks for the size and the follow-up; `reading.opinion` tells how the rules weigh that. It runs where the
token classifier does, whose tokenizer it shares.
"""

import importlib.util
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from reader.resource import resource
from reader.study.phrases.network import run, session
from reader.study.reading.opinion import Opinion

#: Tokens of a window without its two edges, how far the next one begins behind it, and how many are read.
WIDTH, STEP, MOST = 254, 190, 4
_NEEDED = ("numpy", "onnxruntime", "tokenizers")
_FOLDER, _TOKENIZER = "models/stories", "models/phrases/tokenizer.json"


class StoryModel:
    """The model, loaded."""

    def __init__(self, folder: Path, tokenizer: Path) -> None:
        from tokenizers import Tokenizer

        about = json.loads((folder / "about.json").read_text("utf-8"))
        self.name: str = about["name"]
        self._designs: list[str] = about["designs"]
        self._kinds: list[str] = about["kinds"]
        self._session = session(folder / "stories.onnx")
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._edges = [self._tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]")]

    def opinion(self, text: str) -> Opinion:
        """Some 0.2 s for the part of a text that is read, on one core."""
        import numpy

        clean = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no character
        encoded = self._tokenizer.encode(clean, add_special_tokens=False)
        starts = windows(len(encoded.ids))
        said = [self._said(encoded.ids[at : at + WIDTH]) for at in starts]
        gates = numpy.array([whole[-1] for whole, _ in said])
        shares = numpy.exp(gates - gates.max())
        whole = (shares / shares.sum()) @ numpy.array([whole[:-1] for whole, _ in said])
        end = min(len(encoded.ids), starts[-1] + WIDTH)
        read_in = [nearest(at, starts) for at in range(end)]
        designs, none = whole[1 : 1 + len(self._designs)], whole[-len(self._kinds) :]
        powers = numpy.exp(designs - designs.max())
        return Opinion(
            float(whole[0]),
            dict(zip(self._designs, (powers / powers.sum()).tolist(), strict=True)),
            encoded.offsets[:end],
            {
                kind: [
                    float(said[w][1][at - starts[w], column] - none[column])
                    for at, w in enumerate(read_in)
                ]
                for column, kind in enumerate(self._kinds)
            },
            self.name,
        )

    def _said(self, part: Sequence[int]) -> tuple[Any, Any]:
        """(what a window says of the text, with the weight of that; what of its tokens)."""
        whole, tokens = run(self._session, [self._edges[0], *part, self._edges[1]])
        return whole[0], tokens[0, 1:-1]


def windows(tokens: int) -> list[int]:
    """Where the windows of a text begin that are read: its start, and as many as there is room for."""
    return list(range(0, max(1, min(tokens - WIDTH + STEP, MOST * STEP)), STEP))


def nearest(at: int, starts: Sequence[int]) -> int:
    """The window in which a token lies farthest from the edges."""
    inside = [w for w, start in enumerate(starts) if start <= at < start + WIDTH]
    return max(inside, key=lambda w: min(at - starts[w], starts[w] + WIDTH - 1 - at))


def is_installed() -> bool:
    """Whether the model and what it runs on are here; loads nothing."""
    return all(
        resource(name).is_file() for name in (f"{_FOLDER}/stories.onnx", _TOKENIZER)
    ) and all(importlib.util.find_spec(name) is not None for name in _NEEDED)


def name() -> str | None:
    """The name of the model, or None where it is not installed."""
    if not is_installed():
        return None
    return str(json.loads(resource(f"{_FOLDER}/about.json").read_text("utf-8"))["name"])


@cache
def stories() -> StoryModel | None:
    """The model, loaded once, or None where it is not installed."""
    return StoryModel(resource(_FOLDER), resource(_TOKENIZER)) if is_installed() else None
