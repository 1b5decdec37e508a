"""The cards of the sample articles as they should be, and how to write them anew.

    python -m tests.study.golden

After a change of a rule, run this and look at the difference that git shows.
"""

from collections.abc import Iterator
from pathlib import Path

from reader.feeds.parse import parse
from reader.model.card_json import card_to_json
from reader.model.feed import Response
from reader.resource import resource
from reader.study.batch import study_texts

FOLDER = Path(__file__).parents[1] / "data" / "cards"


def cards() -> Iterator[tuple[str, str]]:
    """(name, card as JSON) of each sample; the name is the last part of its link."""
    feed = parse(
        Response("https://example.org/", resource("samples/feed.xml").read_bytes(), "text/xml")
    )
    for entry in feed.entries:
        (card,) = study_texts([(entry.content.text, entry.published)])
        yield entry.link.rsplit("/", 1)[-1], card_to_json(card, indent=1) + "\n"


def write() -> None:
    """Write the cards, and remove those of samples that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = dict(cards())
    for path in FOLDER.glob("*.json"):
        if path.stem not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
