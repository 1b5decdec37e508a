"""The labelled texts that training and calibration read: corpora and development articles.

They lie outside the repository; `--shared` names their folder. `GREEN` corpora carry an open licence
and may train what ships; the others are for scoring only.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parents[3] / "shared"
GREEN = ("neurotrialner", "spirit_terms", "rct_art", "evidence_outcomes", "evidence_inference")
#: Development articles that no script here learns from: they are scored only.
SET_ASIDE = frozenset(f"d{number:03d}" for number in range(4, 49, 4))


def corpus(shared: Path, name: str, part: str) -> list[dict[str, Any]]:
    """The documents of a corpus; `part` is "train" or "check" (the fifth kept for scoring)."""
    if part == "train" and name not in GREEN:
        raise ValueError(f"{name} has no open licence: nothing that ships may learn from it")
    path = shared / "data" / "corpora" / name / "dev.jsonl"
    documents = (json.loads(line) for line in path.read_text("utf-8").split("\n") if line)
    return [document for document in documents if _kept(document) == (part == "check")]


def _kept(document: dict[str, Any]) -> bool:
    """The division of `eval_corpora.py`."""
    return int(hashlib.sha1(str(document["id"]).encode()).hexdigest(), 16) % 100 < 20


def articles(shared: Path, part: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """(article, label) of the development set; `part` is "train", "aside" or "all"."""
    folder = shared / "data" / "news_dev"
    for path in sorted((folder / "articles").glob("*.json")):
        aside = path.stem in SET_ASIDE
        if part == "all" or aside == (part == "aside"):
            label = (folder / "labels" / path.name).read_text("utf-8")
            yield json.loads(path.read_text("utf-8")), json.loads(label)
