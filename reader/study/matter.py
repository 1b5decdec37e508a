"""The kind of a study without people, by what it is of: molecules, or heaven and earth."""

from reader.model.study import StudyValue
from reader.study.reading.article import Article
from reader.study.values import stated
from reader.text import sieve as re

#: What a study is of, where no word of design is said: molecules, or heaven and earth.
_MATTER = (
    ("in_vitro", re.compile(r"\b(?:proteins?|enzymes?|receptors?|molecul\w+|genes?|dna|rna|mutations?|signal(?:l)?ing|crystal structure|cryo-electron|antibod\w+|cells?|bacteri\w+|compounds?|binds?|membranes?)\b")),
    ("other", re.compile(r"\b(?:telescopes?|galax\w+|stars?|planets?|exoplanets?|asteroids?|comets?|astronom\w+|spacecraft|satellites?|rocks?|fossils?|sediments?|volcan\w+|earthquakes?|glaciers?|dinosaurs?|skeletons?|excavat\w+|archaeolog\w+|paleontolog\w+|palaeontolog\w+|ice cores?|seismic|orbit\w*|particles?|lasers?|quantum|caves?|snow\w*|climate|oceans?|atmospher\w+|soil|glacial|weather|rainfall|artefacts?|pottery|algorithms?)\b")),
)  # fmt: skip


def design(article: Article, species: StudyValue | None) -> StudyValue | None:
    """The kind of a study without people, by what it is of."""
    if species is not None and species.value == "human":
        return None
    found: dict[str, list[tuple[int, int]]] = {"in_vitro": [], "other": []}
    for sentence in article.own:
        for name, pattern in _MATTER:
            places = found[name]
            places += [
                (sentence.start + m.start(), sentence.start + m.end())
                for m in pattern.finditer(sentence.low)
            ]
    name = max(("other", "in_vitro"), key=lambda key: len(found[key]))
    if len(found[name]) < 3:
        return None
    return stated(article, name, found[name][:1], 0.5, "matter")
