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
#: Labelled articles that the repository holds.
INVENTED = Path(__file__).resolve().parents[1] / "data" / "news"
#: Invented articles from this number on are for one look at how texts of the genre are read.
UNSEEN_FROM = 141


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
    """(article, label) of the labelled news; `part` is "train", "aside", "unseen" or "all".

    There are two sets: real articles outside the repository, and invented ones in it, on which no
    rule was tuned.
    """
    for folder in (shared / "data" / "news_dev", INVENTED):
        for path in sorted((folder / "articles").glob("*.json")):
            if part in ("all", part_of(path.stem)):
                label = (folder / "labels" / path.name).read_text("utf-8")
                yield json.loads(path.read_text("utf-8")), json.loads(label)


def part_of(name: str) -> str:
    """The part of an article: nothing that ships learns from "unseen" ones in any way."""
    number = int(name[1:])
    if name.startswith("d"):
        return "train" if number % 4 else "aside"
    if number % 2:
        return "train"
    return "unseen" if number >= UNSEEN_FROM else "aside"
