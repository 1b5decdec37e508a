"""The words of the window are translated, and the labels, steps and errors of the floors below."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

import reader
from reader.commands.program import _program
from reader.commands.verbs import names, paragraphs
from reader.desktop.actions import DEEDS, MENUS
from reader.desktop.articles.facts_line import CHIPS
from reader.desktop.preferences.rows import PREFERENCES, SECTIONS
from reader.desktop.theme import MEANINGS
from reader.export.charts.families import FAMILIES
from reader.export.formats import FORMATS
from reader.model.backup import Inside
from reader.model.schedule import FeedOptions
from reader.model.study import FIELDS
from reader.operations.starting import starters
from reader.operations.watching import STATES
from reader.resource import resource
from reader.text.tongue import LANGUAGES, words

CODE = Path(reader.__file__).parent
#: Rooms whose errors, labels and steps reach the window.
BELOW = ("commands", "export", "feeds", "imports", "model", "operations", "store", "workers")
OTHERS = [code for code in LANGUAGES if code != "en"]


def test_no_word_of_the_window_lacks_its_translation() -> None:
    for code in OTHERS:
        known = words(code)
        assert (
            sorted(text for text in {*in_the_window(), *in_tables()} if text and text not in known)
            == []
        )


def test_no_sentence_from_below_lacks_its_translation() -> None:
    for code in OTHERS:
        known = words(code)
        assert sorted(text for text in said_below() if text not in known) == []


def test_nothing_that_verbs_and_exports_say_lacks_its_translation() -> None:
    for code in OTHERS:
        known = words(code)
        said = {*said_to_people(), *explanations(), *(kind.label for kind in FAMILIES), *species()}
        assert sorted(text for text in said if text not in known) == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_has_the_same_values_in_it(code: str) -> None:
    for text, told in words(code).items():
        assert sorted(re.findall(r"\{[^{}]*\}", text)) == sorted(re.findall(r"\{[^{}]*\}", told))


def in_tables() -> Iterator[str]:
    """What is translated where a table is shown."""
    for deed in DEEDS:
        yield from (deed.text, deed.tip) if deed.tip else (deed.text,)
    for row in PREFERENCES:
        yield from (row.title, row.sentence)
    yield from (*MENUS, *SECTIONS, *MEANINGS.values(), *CHIPS.values())
    yield from (field.label for field in FIELDS)
    yield from ("Sample size and follow-up", "Time", "Design", "Condition", "Country")


def in_the_window() -> Iterator[str]:
    """What `tr` is called with: words, or the name of a constant of the module."""
    for tree in trees("desktop"):
        named = constants(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr":
                yield template(node.args[0], named)


def said_to_people() -> Iterator[str]:
    """What verbs and exports say through a tongue: words, or names of constants of the module."""
    for tree in (tree for room in ("export", "commands") for tree in trees(room)):
        named = constants(tree, whole=True)
        for node in ast.walk(tree):
            name = getattr(node, "func", None)
            if getattr(name, "id", getattr(name, "attr", "")) in ("say", "tell", "told"):
                yield from filter(None, choices(node.args[0], named))  # type: ignore[attr-defined]
    yield from (f"{{count:,}} {field.name}" for field in fields(Inside) if field.name != "newest")
    yield from (field.name.replace("_", " ") for field in fields(FeedOptions))


def choices(node: ast.expr, named: dict[str, str]) -> list[str]:
    both = (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,)
    # a text made of pieces is put together at run time; its kinds are listed above
    return [template(each, named) for each in both if not isinstance(each, ast.JoinedStr)]


def explanations() -> Iterator[str]:
    """The help of the program, of its verbs and of their options."""
    program = _program(lambda *_: 0)
    context = click.Context(program)
    for verb in (program, *(program.get_command(context, name) for name in names())):
        assert verb is not None
        yield paragraphs(verb.help or "")
        yield from (p.help for p in verb.params if isinstance(p, click.Option) and p.help)


def species() -> Iterator[str]:
    """Animals and plants by their usual names; names of science are the same everywhere."""
    for line in resource("vocabulary/species.txt").read_text("utf-8").splitlines():
        name = line.partition(";")[0].strip()
        if name and not name.startswith("#") and name.islower():
            yield name


def said_below() -> Iterator[str]:
    """Labels of changes, messages of steps and what errors say, with {} for each value."""
    for tree in (tree for room in BELOW for tree in trees(room)):
        named = {name: [text] for name, text in constants(tree).items()} | in_functions(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                for text in (text for a in spoken(node) for text in templates(a, named)):
                    if text and re.search(r"[a-z]{3}", text) and (" " in text or text.istitle()):
                        yield text


def in_functions(tree: ast.Module) -> dict[str, list[str]]:
    """The texts that functions give names to."""
    found: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, []).extend(templates(node.value, {}))
    return {
        name: [re.sub(r"\{:[^}]*\}", "{}", text) for text in texts] for name, texts in found.items()
    }


def templates(node: ast.expr, named: dict[str, list[str]]) -> list[str]:
    """The texts that an expression can be, with {} for each value."""
    if isinstance(node, ast.IfExp):
        return templates(node.body, named) + templates(node.orelse, named)
    if isinstance(node, ast.Name):
        return named.get(node.id, [])
    return [template(node, {name: texts[-1] for name, texts in named.items() if texts})]


def spoken(call: ast.Call) -> list[ast.expr]:
    """The arguments of a call that reach the user."""
    name = getattr(call.func, "id", "")
    if name in ("Change", "FetchError", "ReaderError") or name.endswith(
        ("ArchiveError", "ParseError", "AddressError", "ImportFileError")
    ):
        return call.args[:1]
    return call.args[2:3] if name == "Step" else []


def template(node: ast.expr, named: dict[str, str]) -> str:
    """A text with {} for each value in it; "" for what is no text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.Name):
        return named.get(node.id, "")
    if isinstance(node, ast.JoinedStr):
        return "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return template(node.func.value, named) if node.func.attr == "format" else ""
    return ""


def constants(tree: ast.Module, *, whole: bool = False) -> dict[str, str]:
    """The texts that a module gives names to, as they stand or with {} for each value."""
    found = {}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
            pairs = [(target, value)]
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = list(zip(target.elts, value.elts, strict=True))
            for name, said in pairs:
                if isinstance(name, ast.Name):
                    text = template(said, {})
                    found[name.id] = text if whole else re.sub(r"\{:[^}]*\}", "{}", text)
    return found


def trees(room: str) -> Iterator[ast.Module]:
    for path in sorted((CODE / room).rglob("*.py")):
        yield ast.parse(path.read_text("utf-8"))


#: To a language model, and in the report of a mistake: English everywhere.
ENGLISH = (
    'Answer with the JSON object {"there": true} and nothing else.',
    "Nothing went wrong since the start.",
)


def sentences() -> Iterator[str]:
    """Whole sentences that stand in the code of feeds and long work, however they reach the user."""
    rooms = ("feeds", "operations", "workers", "imports")
    for tree in (tree for room in rooms for tree in trees(room)):
        aside = {id(part) for node in ast.walk(tree) for part in docs_and_pieces(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = re.sub(r"\{:[^}]*\}", "{}", node.value)
                if id(node) not in aside and re.fullmatch(r"(?:[A-Z]|\{\}).*[a-z]{3} .*[.]", text):
                    yield text


def docs_and_pieces(node: ast.AST) -> list[ast.expr]:
    """What is said to readers of the code, and what is only a part of a text."""
    if isinstance(node, ast.JoinedStr):
        return node.values
    return [node.value] if isinstance(node, ast.Expr) else []


def test_no_sentence_of_feeds_and_long_work_lacks_its_translation() -> None:
    for code in OTHERS:
        known = {*words(code), *ENGLISH}
        assert sorted(text for text in sentences() if text not in known) == []


@pytest.mark.parametrize("code", OTHERS)
def test_names_in_tables_have_their_translations(code: str) -> None:
    known = words(code)
    fields = [
        *starters(),
        *(state.capitalize() for state in ("dead", "failing", "quiet", "paused")),
    ]
    names = [f.label for f in FORMATS if f.label not in ("CSL-JSON", "RIS", "BibTeX", "Excel")]
    assert [text for text in (*fields, *names, *STATES) if text not in known | {"own": ""}] == []
    assert {"unread", "starred", "updated"} <= set(known)
