"""The weights of a model that ships, as floats again: what further training sets out from."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy
import onnx
import torch
from onnx import numpy_helper

#: What the quantizer adds to the names of weights …
_QUANTIZED, _BESIDE = "_quantized", ("_scale", "_zero_point")
#: … and to those that it turns round.
_TURNED = "_Transposed"
#: What a network may have that no model uses, and that is not written with it.
_UNUSED = "pooler."


def load(model: Any, path: Path) -> None:
    """Give a network the weights that `train_phrases.write_onnx` wrote of one like it.

    Seven bits a weight lose next to nothing. Raises ValueError where names differ.
    """
    graph = onnx.load(str(path)).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    told = {name: torch.tensor(weights) for name, weights in _named(graph, stored)}
    found = model.load_state_dict(told, strict=False)
    missing = [name for name in found.missing_keys if _UNUSED not in name]
    if missing or found.unexpected_keys:
        raise ValueError(f"{path} is another network: {found}")


def _named(graph: Any, stored: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, weights in stored.items():
        plain = name.removesuffix(_QUANTIZED)
        if "::" in name or "/" in name or name.endswith(_BESIDE) or plain.endswith(_TURNED):
            continue
        yield plain, weights if plain == name else _whole(stored, plain)
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            place = node.name.strip("/").rpartition("/")[0].replace("/", ".")
            weights = _whole(stored, node.input[1].removesuffix(_QUANTIZED))
            yield f"{place}.weight", weights.T.copy()


def _whole(stored: Mapping[str, Any], name: str) -> Any:
    """A quantized weight, each channel (the last axis) with a scale of its own or all with one."""
    zero = stored[f"{name}_zero_point"].astype(numpy.float32)
    weights = stored[f"{name}{_QUANTIZED}"].astype(numpy.float32)
    return (weights - zero) * stored[f"{name}_scale"]
