"""How the networks of the second reader are run: on one core, and without a word to anybody.

Where the environment does not forbid it, onnxruntime tells its makers that it is used: it keeps a number of
the computer on the disk and, some nine seconds after it was loaded, sends what it noted from threads of its
own, whose memory then a long text lacked. numpy would start a thread for each core, with memory for each.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

#: Read by the libraries when they are loaded, and not again.
_ENVIRONMENT = {
    "ORT_DISABLE_TELEMETRY": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
}
#: What onnxruntime says where there is not enough memory.
_LACKS = ("bad_alloc", "allocate memory")


def session(path: Path) -> Any:
    """A network, loaded. Raises MemoryError."""
    os.environ.update(_ENVIRONMENT)
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # some builds for Windows heed no environment
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    with _lack_of_memory_told():
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def run(network: Any, ids: Sequence[int | None]) -> list[Any]:
    """What a network says of a window of tokens, its two edges included. Raises MemoryError."""
    import numpy

    row = numpy.array([ids], dtype=numpy.int64)
    with _lack_of_memory_told():
        said: list[Any] = network.run(
            None, {"input_ids": row, "attention_mask": numpy.ones_like(row)}
        )
    return said


@contextmanager
def _lack_of_memory_told() -> Iterator[None]:
    """A worker that lacks memory is replaced, and the text left to the rules: onnxruntime has an error
    of its own for it."""
    try:
        yield
    except Exception as error:
        if any(words in str(error) for words in _LACKS):
            raise MemoryError from error
        raise
