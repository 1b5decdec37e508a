"""What is said of a query is said in the user's language: every word of it is translated."""

import ast
import json
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from reader.desktop.search.explained import explained
from reader.desktop.tongue import fall_silent, retold, speak, tr
from reader.model.asked import FOLLOW_UP_BANDS, SIZE_BANDS
from reader.model.change import Change, Edit
from reader.model.facts import DESIGNS
from reader.model.searches import SavedSearch
from reader.operations import faceting, suggesting
from reader.operations.searching import trouble, understand
from reader.store.store import Store
from reader.text.query import fields, ranges, wording
from reader.text.query.explaining import chips, sentence
from reader.text.query.parser import parse
from reader.text.tongue import words
from tests.desktop.test_messages import OTHERS, constants, template, trees


@pytest.mark.parametrize("code", OTHERS)
def test_no_word_about_a_query_lacks_its_translation(code: str) -> None:
    known = words(code)
    said = {*in_tables(), *told(), *sentences(), *suggested()}
    assert sorted(text for text in said if text and text not in known) == []
    assert len(said) > 200


def in_tables() -> Iterator[str]:
    for table in (wording.STATED, wording.SCOPES, wording.COUNTED, wording.DATED, wording.STATES):
        yield from table.values()
    yield from wording.PLACES.values()
    for both in wording.PRESENT.values():
        yield from both
    named = {name for name in fields.WITH_PRESENCE if name not in wording.PRESENT}
    yield from (wording.NAMES.get(name, name) for name in named)
    yield from (*ranges.MONTHS, *ranges.UNITS.values(), *fields.SORTS.values(), *DESIGNS.values())
    yield from (field.help for field in fields.FIELDS)
    yield from (kind.title for kind in faceting._KINDS)
    yield from (*faceting._STATES.values(), *ranges.ONE.values())
    yield from (words for _, _, words in (*SIZE_BANDS, *FOLLOW_UP_BANDS))
    yield from (words for _, words in suggesting._DATES)


def told() -> Iterator[str]:
    """What is said with `tell`, either form where there are two."""
    for tree in trees("text/query"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in ("tell", "_tell"):
                yield from (_text(part) for part in _ends(node.args[0]))
            if isinstance(node, ast.Assign) and _name(node.targets[0]) == "form":
                yield from (_text(part) for part in _ends(node.value))
            if isinstance(node, ast.Call) and _name(node.func) == "_joined":
                yield from (_text(part) for part in node.args)


def sentences() -> Iterator[str]:
    """Notices and the captions of what mends them."""
    for tree in trees("text/query"):
        named = constants(tree)
        yield from (text for text in named.values() if text.endswith(".") and " " in text)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in ("_say", "Notice"):
                texts = [template(part, {}) for part in node.args[1:]]
                yield from (text for text in texts if text[:1].isupper())
            if isinstance(node, ast.Assign) and _name(node.targets[0]) == "fix":
                yield from (template(part, {}) for part in _ends(node.value))
    (module,) = (tree for tree in trees("text/query") if "NEVER_OPENED" in constants(tree))
    for node in ast.walk(module):
        if isinstance(node, ast.Return) and node.value:
            text = template(node.value, {})
            yield text if text.endswith((".", "…")) else ""


def suggested() -> Iterator[str]:
    for tree in trees("operations"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) == "Suggestion":
                yield from (template(part, {}) for part in node.args[1:2])


def _ends(node: ast.expr) -> list[ast.expr]:
    return [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]


def _name(node: ast.expr) -> str:
    return str(getattr(node, "id", getattr(node, "attr", "")))


def _text(node: ast.AST) -> str:
    return str(node.value) if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    speak(qapp, "es")
    yield
    fall_silent(qapp)


@pytest.mark.usefixtures("spanish")
def test_a_query_is_explained_in_the_language_of_the_window() -> None:
    query = parse('design:rct n>=100 followup:>=2y title:ms -tag:done n:none (a OR b "c d")')
    assert sentence(query, tr) == (
        "ECA · al menos 100 participantes · seguimiento de al menos 2 años · el título contiene «ms»"
        " · no con la etiqueta done, o con un subrayado que la lleva · no consta: participantes"
        " · «a» o («b» y «c d»)"
    )
    assert [chip.words for chip in chips(parse("after:2024-03 is:unread"), tr)] == [
        "publicado desde el 1 mar 2024",
        "no leído",
    ]
    assert [chip.words for chip in chips(parse("in:notes read:2024 stroke "), tr)] == [
        "en sus notas",
        "leído en 2024",
        "su nota contiene «stroke»",
    ]


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("n>=12000", "al menos 12.000 participantes"),
        ("n:1000..2500000", "1000 a 2.500.000 participantes"),
        ("p<0.05", "p menos de 0,05"),
        ("followup:>=0.3y", "seguimiento de al menos 3,6 meses"),
        ("my.doses>=12000.5", "su «doses» al menos 12000,5"),
    ],
)
def test_numbers_of_a_query_are_written_as_in_the_language(typed: str, said: str) -> None:
    assert [chip.words for chip in chips(parse(typed), tr)] == [said]


@pytest.mark.usefixtures("spanish")
def test_trouble_is_told_in_the_language_of_the_window(store: Store) -> None:
    store.apply(Change("Save", (Edit(None, SavedSearch("s", "Me", "search:me", 0)),)))
    search = store.searches.all()[0]
    assert retold(trouble(store, search)).startswith("Esta búsqueda se contiene a sí misma")
    assert explained(store, "desing:rct") == (
        "«desing:» no es un campo. ¿Quiso decir design:? Se buscó como texto."
    )
    assert explained(store, "search:nobody").startswith("No hay ninguna búsqueda guardada «nobody»")
    notice = understand(store, "is:stared").notices[0]
    assert retold(notice.fix, typed=True) == "Usar starred"  # what must be typed stays as it is
    assert explained(store, "design: rct") == "design: requiere un valor, por ejemplo design:rct."


@pytest.mark.parametrize("code", OTHERS)
def test_translations_stand_in_the_order_of_their_words(code: str) -> None:
    assert list(words(code)) == sorted(words(code)), json.dumps(code)


@pytest.mark.usefixtures("spanish")
def test_numbers_in_a_query_are_written_as_the_language_does(store: Store) -> None:
    assert "12.500" in sentence_of(store, "n:>=12500")
    assert "0,05" in sentence_of(store, "p:<0.05")


def sentence_of(store: Store, query: str) -> str:
    return understand(store, query, tell=tr).sentence
