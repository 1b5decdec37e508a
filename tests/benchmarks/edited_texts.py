"""Invented articles and what publishers do to them, with the truth of where each word went.

A text is a list of words with numbers of their own; editing keeps the numbers (a word that replaces
another one has its number), so the place of a passage is known without looking for it.
"""

import random
from dataclasses import dataclass, field

_SUBJECTS = [
    "patients",
    "volunteers",
    "nurses",
    "mice",
    "adults",
    "children",
    "survivors",
    "families",
    "clinics",
    "teams",
]
_VERBS = [
    "received",
    "reported",
    "kept",
    "lost",
    "regained",
    "described",
    "measured",
    "missed",
    "finished",
    "repeated",
]
_THINGS = [
    "therapy",
    "placebo",
    "exercise",
    "plan",
    "sleep",
    "diary",
    "blood",
    "sample",
    "questionnaire",
    "support",
    "visit",
    "dose",
    "follow-up",
    "appointment",
    "memory",
    "test",
    "walking",
    "distance",
    "pain",
    "score",
    "kidney",
    "function",
]
_LINKS = ["while", "because", "although", "after", "before", "during", "despite", "without"]
_ADJECTIVES = [
    "weekly",
    "daily",
    "careful",
    "early",
    "severe",
    "mild",
    "regular",
    "older",
    "younger",
    "rural",
    "second",
    "new",
]
_BOILERPLATE = (
    "the trial in {place} enrolled {n} {subject} and followed them for {m} months with a {adjective} {thing}",
    "the group at {place} gave {n} {subject} a {adjective} {thing} over {m} weeks",
)
_PLACES = [
    "Aldane",
    "Borrowmere",
    "Castlewick",
    "Dunhollow",
    "Eastmarch",
    "Farrowby",
    "Glenmoor",
    "Hartsea",
]


@dataclass(slots=True)
class Words:
    """A text as paragraphs of sentences of (number, word)."""

    paragraphs: list[list[list[tuple[int, str]]]] = field(default_factory=list)

    def text(self) -> str:
        return self.laid_out()[0]

    def laid_out(self) -> tuple[str, dict[int, tuple[int, int]]]:
        """The text, and where each numbered word stands in it."""
        parts: list[str] = []
        places: dict[int, tuple[int, int]] = {}
        at = 0
        for paragraph in self.paragraphs:
            words = [word for sentence in paragraph for word in sentence]
            for place, (number, word) in enumerate(words):
                places[number] = (at, at + len(word))
                gap = "\n" if place == len(words) - 1 else " "
                parts.append(word + gap)
                at += len(word) + 1
        return "".join(parts).rstrip("\n"), places


class Publisher:
    """Writes articles and changes them. Everything follows from the seed."""

    def __init__(self, seed: int, *, boilerplate: bool) -> None:
        self.chance = random.Random(seed)
        self._boilerplate = boilerplate
        self._next = 0

    def article(self, paragraphs: int = 12) -> Words:
        return Words([self.paragraph() for _ in range(paragraphs)])

    def paragraph(self) -> list[list[tuple[int, str]]]:
        return [self._numbered(self._sentence()) for _ in range(self.chance.randint(2, 5))]

    def word(self) -> str:
        return self.chance.choice([*_SUBJECTS, *_VERBS, *_THINGS, *_LINKS, *_ADJECTIVES])

    def edit_words(self, old: Words, rate: float) -> Words:
        """Each word replaced, taken out, or followed by a new one with this chance."""
        return Words(
            [
                [self._edited(sentence, rate) for sentence in paragraph]
                for paragraph in old.paragraphs
            ]
        )

    def add_above(self, old: Words, count: int = 2) -> Words:
        return Words([*(self.paragraph() for _ in range(count)), *old.paragraphs])

    def move(self, old: Words, paragraph: int) -> Words:
        """One paragraph to another place, at least three away."""
        rest = [p for number, p in enumerate(old.paragraphs) if number != paragraph]
        far = [n for n in range(len(rest) + 1) if abs(n - paragraph) >= 3]
        place = self.chance.choice(far)
        return Words([*rest[:place], old.paragraphs[paragraph], *rest[place:]])

    def delete_sentence(self, old: Words, paragraph: int, sentence: int) -> Words:
        kept = [list(p) for p in old.paragraphs]
        del kept[paragraph][sentence]
        return Words([p for p in kept if p])

    def change_number(self, old: Words, numbers: set[int]) -> Words | None:
        """One numeral among the numbered words says something else; None where there is none."""
        there = [
            n
            for p in old.paragraphs
            for s in p
            for n, word in s
            if n in numbers and word.isdecimal()
        ]
        if not there:
            return None
        which = self.chance.choice(there)
        return Words(
            [
                [[(n, f"{int(w) + 7}" if n == which else w) for n, w in s] for s in p]
                for p in old.paragraphs
            ]
        )

    def passage(self, old: Words) -> tuple[int, int, list[int]]:
        """Some words that stand together: paragraph, sentence, and their numbers."""
        paragraph = self.chance.randrange(len(old.paragraphs))
        sentence = self.chance.randrange(len(old.paragraphs[paragraph]))
        words = old.paragraphs[paragraph][sentence]
        size = self.chance.randint(4, max(4, len(words)))
        start = self.chance.randint(0, max(0, len(words) - size))
        return paragraph, sentence, [number for number, _ in words[start : start + size]]

    def _sentence(self) -> list[str]:
        pick = self.chance.choice
        if self._boilerplate:
            said = pick(_BOILERPLATE).format(
                place=pick(_PLACES), n=self.chance.randint(20, 900), subject=pick(_SUBJECTS),
                m=self.chance.randint(2, 36), adjective=pick(_ADJECTIVES), thing=pick(_THINGS),
            )  # fmt: skip
            words = said.split()
        else:
            words = ["the", pick(_SUBJECTS), pick(_VERBS), "a", pick(_ADJECTIVES), pick(_THINGS)]
            words += ["in", str(self.chance.randint(10, 999)), "days"] if self._chance(0.4) else []
            for _ in range(self.chance.randint(1, 3)):
                words += [pick(_LINKS), pick(_SUBJECTS), pick(_VERBS), "the", pick(_THINGS)]
        return [words[0].capitalize(), *words[1:-1], words[-1] + "."]

    def _chance(self, share: float) -> bool:
        return self.chance.random() < share

    def _numbered(self, words: list[str]) -> list[tuple[int, str]]:
        first, self._next = self._next, self._next + len(words)
        return list(enumerate(words, first))

    def _edited(self, sentence: list[tuple[int, str]], rate: float) -> list[tuple[int, str]]:
        made: list[tuple[int, str]] = []
        for number, word in sentence:
            if not self._chance(rate):
                made.append((number, word))
                continue
            kind = self.chance.randrange(3)
            if kind == 0:
                made.append((number, self.word()))  # stands in its place
            elif kind == 1:
                made += [(number, word), (-1, self.word())]
        return made
