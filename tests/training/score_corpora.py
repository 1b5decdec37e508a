"""Score what the program reads against corpora marked by people, beside the aims.

    python -m tests.training.score_corpora [--corpora FOLDER] [--part check] [--shown] [--misses TASK]

Tune on `--part train` only; `--part check` is for reporting. By default the texts count as texts of a
study, since all of them are; with `--shown` only what the card would show counts. `--misses` prints
the texts of one task that were read wrong, with what was said and what was marked; it refuses the
part that is for reporting.
"""

import argparse
import importlib.util
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.training import corpora, predictor

Path_ = tuple[str, ...]


@dataclass(frozen=True)
class Aim:
    """A figure of a task, where it stands in the task's result, and what it ought to be."""

    title: str
    task: str
    place: Path_
    aim: float


AIMS = (
    Aim("sample size, PICO", "pico_sample_size", ("accuracy",), 0.97),
    Aim("sample size, CT", "ct_sample_size", ("accuracy",), 0.93),
    Aim("sample size in bins, PsyNamic", "psynamic_n_bins", ("numeric_bins_only_accuracy",), 0.0),
    Aim("arm sizes, PICO", "pico_arm_size", ("F1",), 0.0),
    Aim("study type, nine classes", "studytypeteller_design", ("accuracy",), 0.86),
    Aim("animal studies", "studytypeteller_design", ("animal_binary", "F1"), 0.0),
    Aim("study type, PsyNamic", "psynamic_study_type", ("micro", "F1"), 0.0),
    Aim("design flags", "ct_flags", ("micro", "F1"), 0.97),
    Aim("durations", "ct_duration", ("overlap", "F1"), 0.90),
    Aim("p values", "ct_p_value", ("overlap", "F1"), 0.97),
    Aim("registry numbers", "spirit_registry_id", ("overlap", "F1"), 0.98),
    Aim("registry numbers, each once", "spirit_registry_id", ("doc_unique_string", "F1"), 0.98),
    Aim("journal", "ct_journal", ("accuracy",), 0.98),
    Aim("condition, neurology", "ntner_condition", ("overlap", "F1"), 0.80),
    Aim("intervention, neurology", "ntner_intervention", ("overlap", "F1"), 0.70),
    Aim("population, PICO", "pico_population", ("overlap", "F1"), 0.0),
)


def load(folder: Path) -> Any:
    """The scorer that lies beside the corpora, made to read them from `folder`."""
    path = folder.parents[1] / "tools" / "eval_corpora.py"
    spec = importlib.util.spec_from_file_location("eval_corpora", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.COR = str(folder)
    return module


def figure(result: dict[str, Any], place: Path_) -> float:
    """A figure in a task's result."""
    found: Any = result
    for name in place:
        found = found[name]
    return float(found)


def rows(result: dict[str, Any]) -> Iterator[str]:
    """One line a figure: what was reached, the aim, whether it is met."""
    for aim in AIMS:
        if aim.task in result:
            reached = figure(result[aim.task], aim.place)
            wanted = f"{aim.aim:.2f} {'met' if reached >= aim.aim else '   '}" if aim.aim else ""
            yield f"{aim.title:34}{100 * reached:6.1f}  {wanted}".rstrip()


def misses(scorer: Any, predict: Callable[[str], Any], task: str, part: str) -> Iterator[str]:
    """The documents of a task that alone do not score all of what the task counts."""
    corpus, score = scorer.TASKS[task]
    place = next(aim.place for aim in AIMS if aim.task == task)
    attribute = task.partition("_")[2]
    for document in scorer.load(corpus, part):
        said = predict(document["text"])
        alone = score([document], [said])
        if figure(alone, place) < 1 and any(document.get(key) for key in ("spans", "labels")):
            marked = [span for span in document["spans"] if span["label"].startswith(attribute)]
            yield f"{document['id']} said {said.get(attribute) or said.get('design')}"
            yield f"    marked {[s['text'] for s in marked] or document['labels']}"


def main() -> None:
    """Print the figures, or the misses of a task."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=corpora.SHARED / "data" / "corpora")
    parser.add_argument("--part", choices=["train", "check", "all"], default="check")
    parser.add_argument("--tasks", help="names of tasks, parted by commas")
    parser.add_argument("--shown", action="store_true", help="score what the card shows")
    parser.add_argument("--misses", metavar="TASK")
    asked = parser.parse_args()
    scorer = load(asked.corpora.resolve())
    predict = predictor.shown if asked.shown else predictor.predict
    if asked.misses:
        if asked.part != "train":
            sys.exit("Texts for reporting are not looked at: use --part train.")
        print("\n".join(misses(scorer, predict, asked.misses, asked.part)))
        return
    tasks = asked.tasks.split(",") if asked.tasks else sorted({aim.task for aim in AIMS})
    result = scorer.run(predict, asked.part, tasks, verbose=False)
    print(f"{asked.part}, {result['_latency_ms']['n']} texts")
    print("\n".join(rows(result)))


if __name__ == "__main__":
    main()
