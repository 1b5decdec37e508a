"""Bibliographies say what we know, and other programs read them back to as many records."""

import io
import json
from dataclasses import replace

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware

from reader.export.bibliography import write_csl, write_ris
from reader.export.bibtex import write_bibtex
from reader.export.formats import Write
from reader.export.references import Keys, people, person, references
from reader.model.csl_json import csl_to_reference, reference_to_csl
from reader.model.record import Record, Wishes
from reader.model.reference import Person, Reference
from reader.model.study import StudyCard
from tests.export.records import article, card, record, value

#: Titles, authors and notes that try to be more than text.
HOSTILE = (
    "ends\nER  - \n\nTY  - JOUR\nTI  - second",
    "one\r\nTY  - JOUR\r\nER  - ",
    "line\u2028ER  - \u2029TY  - JOUR\u0085UR  - x\x0b\x0cL1  - file:///etc/passwd",
    "a { never closed",
    "}} closed twice",
    "} , url = {x} } @article{second, title={x}",
    "\\input{/etc/passwd} \\write18{ls} $$x$$ 100% #1 a_b ^~|<>",
    "@inproceedings{x,",
    '"; DROP TABLE article; --',
    "O’Neil & Söhne 东京 𝛽",
    "\x00\x1b[31m\ud800",
    '{"type": "book"}',
    "back\\",
)


def written(write: Write, *records: Record, **wishes: object) -> str:
    file = io.StringIO(newline="")
    list(write(records, file, Wishes(**wishes)))  # type: ignore[arg-type]
    return file.getvalue()


def bib(text: str) -> list[dict[str, str]]:
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    return [{f.key: f.value for f in entry.fields} for entry in library.entries]


def hostile(said: str) -> Record:
    """A record that says it everywhere."""
    whole = article(1, author=said, feed_title=said, link=said)
    whole = replace(whole, content=replace(whole.content, title=said))
    made = record(1, article=whole, tags=(said,), card=card(journal=(value(said),)))
    assert made.note
    return replace(made, note=replace(made.note, text=said))


@pytest.mark.parametrize(("cite", "count"), [("study", 1), ("news", 1), ("both", 2)])
@pytest.mark.parametrize("said", HOSTILE)
def test_a_record_stays_one_record(said: str, cite: str, count: int) -> None:
    """Rules 2 and 3; acceptance 36: one record each, in RIS and BibTeX."""
    wishes = {"cite": cite, "notes": True}
    ris = written(write_ris, hostile(said), **wishes)
    assert len(rispy.loads(ris)) == count
    assert len(bib(written(write_bibtex, hostile(said), **wishes))) == count
    assert len(json.loads(written(write_csl, hostile(said), **wishes))) == count
    lines = [line for line in ris.split("\r\n") if line]
    assert [line for line in lines if line[2:6] != "  - "] == []
    assert not [line for line in lines if line.startswith(("L1", "L2", "L4"))]


def test_what_tex_gives_a_meaning_comes_back_from_bibtex() -> None:
    said = "50% of $x_1$ & #2 ~ \\n @me"
    whole = article(1)
    titled = record(
        1, card=None, article=replace(whole, content=replace(whole.content, title=said))
    )
    (entry,) = bib(written(write_bibtex, titled))
    assert entry["title"] == said


def test_a_study_is_cited_as_an_article_in_its_journal() -> None:
    (entry,) = rispy.loads(written(write_ris, record()))
    assert entry["type_of_reference"] == "JOUR"
    assert entry["secondary_title"] == "Journal of Invented Trials"
    assert entry["authors"] == ["Osei, Amara"]
    assert (entry["year"], entry["date"]) == ("2026", "2026/03/05/")
    assert (entry["volume"], entry["number"]) == ("12", "2")
    assert (entry["start_page"], entry["end_page"]) == ("101", "119")
    assert entry["doi"] == "10.5555/abc.1"
    assert "Trial registration: NCT01234567" in entry["notes"]
    assert {"ms/relapse", "to do", "NCT01234567"} <= set(entry["keywords"])


def test_a_news_item_is_cited_as_news_in_its_feed() -> None:
    (item,) = json.loads(written(write_csl, record(), cite="news"))
    assert item["type"] == "article-newspaper"
    assert item["title"] == "Tablet number 1 eases fatigue"
    assert item["container-title"] == "Example News"
    assert item["author"] == [{"family": "Smith", "given": "Jane"}]
    assert item["issued"] == {"date-parts": [[2026, 5, 28]]}
    assert item["URL"] == "https://example.org/news/1"
    assert "DOI" not in item


def test_study_and_news_item_have_titles_that_tell_them_apart() -> None:
    study, news = json.loads(written(write_csl, record(), cite="both"))
    assert study["title"] == "[Study reported in “Tablet number 1 eases fatigue”]"
    assert news["title"] == "Tablet number 1 eases fatigue"
    assert study["id"] != news["id"]


def test_attributes_of_the_study_go_where_the_schema_lets_them() -> None:
    (item,) = json.loads(written(write_csl, record()))
    attributes = item["custom"]["studywire"]["attributes"]
    assert attributes["study_type"] == "randomized_controlled_trial"
    assert attributes["sample_size"] == 48
    (bare,) = json.loads(written(write_csl, record(), attributes=False))
    assert "attributes" not in bare["custom"]["studywire"]


def test_an_article_without_a_study_is_never_left_out() -> None:
    no_study = StudyCard("1.0", "x", value(False))
    for card_ in (None, no_study):
        (item,) = json.loads(written(write_csl, record(1, card=card_)))
        assert item["type"] == "article-newspaper"


def test_own_words_go_along_only_where_wished() -> None:
    assert "Read the paper" not in written(write_ris, record())
    with_notes = written(write_ris, record(), notes=True)
    assert "N1  - Read the paper\r\n" in with_notes
    assert "N1  - “48 adults took the drug” Few\r\n" in with_notes


def test_a_preprint_and_a_retraction_are_said() -> None:
    states = (value("preprint"), value("retracted"))
    (item,) = json.loads(written(write_csl, record(1, card=card(status_of_evidence=states))))
    assert (item["type"], item["genre"], item["status"]) == ("article", "Preprint", "Retracted")
    (entry,) = rispy.loads(written(write_ris, record(1, card=card(status_of_evidence=states))))
    assert entry["type_of_reference"] == "UNPB"


def test_every_key_is_of_ascii_and_its_own() -> None:
    rows = [record(n) for n in range(1, 4)]
    keys = [row.key for row in references(rows, Wishes(cite="both"))]
    assert len(set(keys)) == 6
    assert all(key.isascii() and key.isalnum() for key in keys)
    assert keys[0] == "osei2026tablet"
    assert keys[2] == "osei2026tableta"


def test_the_thousandth_of_a_name_has_a_key_too() -> None:
    keys = Keys()
    assert len({keys.unique("smith2024") for _ in range(1000)}) == 1000


def test_imported_references_are_given_back_as_they_were() -> None:
    kept = Reference("book", "A book", "mine2020", (Person("Li", "Hugo"),), issued=(2020,))
    (item,) = json.loads(written(write_csl, record(1, reference=kept, tags=())))
    assert item == reference_to_csl(kept)


CSL = {
    "id": "x1",
    "type": "chapter",
    "title": "On tides",
    "author": [
        {"family": "Beek", "given": "Ana", "non-dropping-particle": "van"},
        {"literal": "The Tide Group"},
    ],
    "editor": [{"family": "Hall"}],
    "issued": {"date-parts": [[2020, 2], [2020, 4]]},
    "accessed": {"raw": "yesterday"},
    "container-title": "Handbook of Water",
    "DOI": "10.5555/x",
    "page": "1-9",
    "keyword": "sea, moon",
    "note": "one\ntwo",
    "custom": {"other": {"a": 1}, "studywire": {"trial_ids": ["NCT01234567"]}},
    "citation-key": "beek2020",
}


def test_csl_is_read_and_written_without_loss() -> None:
    assert reference_to_csl(csl_to_reference(CSL)) == CSL


@pytest.mark.parametrize("item", [{}, {"type": 3}, {"title": "x"}])
def test_what_is_no_item_is_refused(item: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="type"):
        csl_to_reference(item)


@pytest.mark.parametrize(
    ("name", "family", "given", "literal"),
    [
        ("Jane Smith", "Smith", "Jane", ""),
        ("By Dr Jane van der Berg", "van der Berg", "Jane", ""),
        ("Smith, Jane", "Smith", "Jane", ""),
        ("University of Lindmark", "", "", "University of Lindmark"),
        ("Newsdesk", "", "", "Newsdesk"),
    ],
)
def test_a_byline_becomes_a_name(name: str, family: str, given: str, literal: str) -> None:
    assert person(name) == Person(family, given, literal)


def test_a_byline_of_several_becomes_several() -> None:
    for byline in ("Jane Smith, Hugo Li, and Ana Sol", "Smith, Jane; Hugo Li & Ana Sol"):
        assert [name.family for name in people(byline)] == ["Smith", "Li", "Sol"]
