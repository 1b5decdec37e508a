"""Go on teaching the token classifier that ships with the news labelled since; write it as int8 ONNX.

    python -m tests.training.train_onward --weights FOLDER --out FOLDER [--from resources/models/phrases]

Nothing is learnt anew: the weights that ship are taken as floats again (seven bits a weight lose next to
nothing), and a few rounds at a low rate over all news that teaches, with half as many corpus texts beside it,
let them know the texts that `train_phrases.py` did not see. `--weights` is the folder of all-MiniLM-L6-v2.
"""

import argparse
import random
from pathlib import Path

from tokenizers import Tokenizer
from transformers import AutoModelForTokenClassification

from tests.training import corpora, passages, shipped
from tests.training.passages import HELD, KINDS, Row
from tests.training.train_phrases import DEVICE, Edges, Step, export, train

STEP = Step(1e-4, 2, 16, 0.1)
ROUNDS, BESIDE, SEED, FROZEN = 4, 0.5, 1, 2


def rows(shared: Path, tokenizer: Tokenizer) -> tuple[list[Row], list[Row]]:
    """(news that teaches, texts of the open corpora)."""
    told = [passages.tokens(tokenizer, p) for p in passages.corpus_passages(shared, "train")]
    news = passages.news_passages(shared)
    return [passages.tokens(tokenizer, p) for n, p in sorted(news.items()) if n not in HELD], told


def main() -> None:
    """Go on from a model, write the new one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--weights", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--from", dest="begun", type=Path, default=Path("resources/models/phrases"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(asked.weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    model = AutoModelForTokenClassification.from_pretrained(
        asked.weights, num_labels=3 * len(KINDS), attn_implementation="eager",
        hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0,
    ).to(DEVICE)  # fmt: skip
    shipped.load(model, asked.begun / "phrases.onnx")
    for part in (model.bert.embeddings, *model.bert.encoder.layer[:FROZEN]):
        part.requires_grad_(requires_grad=False)
    news, told = rows(asked.shared, tokenizer)

    def of_round(chance: random.Random) -> list[Row]:
        return news + chance.sample(told, round(BESIDE * len(news)))

    model = train(model, asked.rounds, of_round, STEP, Edges(tokenizer), SEED)
    asked.out.mkdir(parents=True, exist_ok=True)
    export(model, tokenizer, asked.out)


if __name__ == "__main__":
    main()
