"""Write `resources/models/nominals.json`: which phrase of a news text names what its study is about.

    python -m tests.training.train_nominals [--shared FOLDER] [--check]

One ranking a field over the features of `reader.study.nominal_features`, on the labelled news and leads that are
not set aside. It prints how often the likeliest phrase by the rules, and by the ranking, is right; texts that
were learnt from are judged by a fold that has not. Needs scipy and scikit-learn.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from reader.study import design, nominal_model, species, subjects
from reader.study.extract import studied
from reader.study.nominal_features import Story, features
from reader.study.nominals import nominals
from reader.study.reading.article import Article
from tests.training import corpora, linear, listwise
from tests.training.leads import NO_STUDY, leads
from tests.training.listwise import Choice

#: Inverse strength of the penalty, texts that a feature needs, the least weight kept, and how much less a phrase
#: is worth that shares but a word with a label.
STRENGTH, RARE, LEAST, ALIKE = 0.5, 3, 0.03, 0.5
#: How much a text counts: short items are many, and name things less as labels of articles do.
WORTH = {"real": 2.0, "invented": 1.0, "lead": 0.6}
#: What short items mark of a population is seldom more than its noun.
LEAD_POPULATION = 0.15
#: Fields by the names of the labels, and by the marks of leads.
LABELS = dict(
    zip(
        ("condition", "intervention_or_exposure", "comparator", "population"),
        nominal_model.FIELDS,
        strict=True,
    )
)
MARKS = {"k": "condition", "i": "intervention", "c": "comparator", "n": "population"}
#: The right names of a field: each with its other wordings. None is asked where the label does not say.
Names = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Subject:
    """A text that reports a study, with the right names of each field that its label speaks of."""

    source: str
    article: Article
    names: Mapping[str, Names]
    optional: Mapping[str, Names]

    @cached_property
    def rows(self) -> list[tuple[str, list[str]]]:
        """The phrases with their features."""
        _, counted, kind = studied(self.article)
        drawn = design.study_type(self.article, kind, species.cells(self.article))
        name = str(drawn.value) if drawn else None
        rules = subjects.considered(self.article, counted, name).rules(self.article)
        story = Story(self.article, rules)
        return [
            (self.article.text[n.first.start : n.first.end], features(story, n))
            for n in nominals(self.article, rules)
        ]

    def choice(self, field: str) -> Choice:
        names = self.names[field]
        told = [
            (said, how_right(phrase, names, alike=self.source == "lead"))
            for phrase, said in self.rows
            if not how_right(phrase, self.optional.get(field, ())) or how_right(phrase, names)
        ]
        rows, right = [Counter(said) for said, _ in told], [right for _, right in told]
        short = self.source == "lead" and field == "population"
        return Choice(rows, right, bool(names), LEAD_POPULATION if short else WORTH[self.source])


def how_right(phrase: str, names: Names, *, alike: bool = False) -> float:
    """1 where half of the words or more are those of a name, less where only a word is (`alike`)."""
    mine = _words(phrase)
    best = max((_overlap(mine, _words(name)) for wordings in names for name in wordings), default=0)
    if best >= 0.5:
        return 1.0
    long = {word[:5] for word in mine if len(word) > 3}
    shared = any(
        long & {word[:5] for word in _words(name) if len(word) > 3}
        for wordings in names
        for name in wordings
    )
    return ALIKE if alike and shared and mine.total() <= 4 else 0.0


def _words(text: str) -> Counter[str]:
    found = re.findall(r"[a-z0-9]+", text.lower())
    return Counter(
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
        for word in found
        if word not in nominal_model.SMALL
    )


def _overlap(one: Counter[str], two: Counter[str]) -> float:
    common = (one & two).total()
    return 2 * common / (one.total() + two.total()) if common else 0.0


def texts(shared: Path, part: str) -> list[Subject]:
    """The texts of a part: "train", "aside" or "unseen"."""
    return [*_articles(shared, part), *(() if part == "unseen" else _leads(part))]


def _articles(shared: Path, part: str) -> Iterator[Subject]:
    for article, label in corpora.articles(shared, part):
        if label["is_study"]["value"]:
            source = "real" if str(article["id"]).startswith("d") else "invented"
            sorted_ = {LABELS[name]: _items(label[name]) for name in LABELS}
            names = {name: [w for w, must in rows if must] for name, rows in sorted_.items()}
            other = {name: [w for w, must in rows if not must] for name, rows in sorted_.items()}
            yield Subject(source, Article(article["text"]), names, other)


def _items(label: Any) -> list[tuple[list[str], bool]]:
    """The wordings of each item, and whether it must be told."""
    items = label if isinstance(label, list) else [label] if label else []
    return [
        (
            [w for w in (i["value"], *i.get("accept", ()), *_quotes(i)) if isinstance(w, str)],
            not i.get("optional") and None not in i.get("accept", ()),
        )
        for i in items
    ]


def _quotes(item: Mapping[str, Any]) -> list[str]:
    quote = item.get("evidence")
    return [quote] if isinstance(quote, str) else list(quote or ())


def _leads(part: str) -> Iterator[Subject]:
    for lead in leads(part):
        if lead.design != NO_STUDY:
            names: dict[str, list[list[str]]] = {}
            for mark, field in MARKS.items():
                names[field] = [[lead.text[m.start : m.end]] for m in lead.of(mark)]
            if not any(re.search("[a-z]{4}", name) for row in names["population"] for name in row):
                del names["population"]
            yield Subject("lead", Article(lead.text), names, {})


def fitted(learnt: Sequence[Subject]) -> dict[str, str]:
    """The weights of each feature in thousandths, one a field, with blanks between."""
    by = [
        listwise.fitted([t.choice(f) for t in learnt if f in t.names], STRENGTH, RARE, LEAST)
        for f in nominal_model.FIELDS
    ]
    names = sorted({name for one in by for name in one})
    return {name: " ".join(str(round(1000 * one.get(name, 0.0))) for one in by) for name in names}


def figures(judged: Sequence[tuple[Subject, Any]]) -> str:
    """Of the texts that tell a field: in how many the first phrase is right, by the rules and by the ranking."""
    told = []
    for source in sorted({text.source for text, _ in judged}):
        for field, letter in zip(nominal_model.FIELDS, "kicp", strict=True):
            of = [(t, by) for t, by in judged if t.source == source and t.names.get(field)]
            rules = sum(_right(t, field, _by_rules(t, letter)) for t, _ in of)
            both = sum(_right(t, field, _by_ranking(t, field, by)) for t, by in of)
            told.append(f"{source} {field} {rules} -> {both} of {len(of)}")
    return "\n  " + "\n  ".join(told)


def _right(text: Subject, field: str, phrase: str) -> bool:
    return how_right(phrase, text.names[field]) == 1.0


def _by_rules(text: Subject, letter: str) -> str:
    return next((phrase for phrase, said in text.rows if f"{letter} rank=0" in said), "")


def _by_ranking(text: Subject, field: str, by: Mapping[str, str]) -> str:
    at = nominal_model.FIELDS.index(field)
    weights = nominal_model.packed(by)
    odds = [nominal_model.log_odds(said, weights)[at] for _, said in text.rows]
    return text.rows[odds.index(max(odds))][0] if odds else ""


if __name__ == "__main__":
    linear.Script(__doc__ or "", "nominals", texts, fitted, figures).run()
