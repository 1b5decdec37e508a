"""Tables: numbers stay numbers, text stays text."""

import csv
import io
from dataclasses import replace
from typing import cast

import openpyxl
import pytest

from reader.export.cells import guarded
from reader.export.formats import Write
from reader.export.tables import write_annotations, write_long, write_readwise
from reader.export.wide import write_wide
from reader.export.xlsx import write_xlsx
from reader.model.record import Record, Wishes
from reader.model.study import Review
from tests.export.records import article, card, highlight, record, reviewed, value


def rows(write: Write, *records: Record, **wishes: object) -> list[dict[str, str]]:
    file = io.StringIO(newline="")
    list(write(records, file, Wishes(**wishes)))  # type: ignore[arg-type]
    text = file.getvalue()
    assert text.startswith("\ufeff") == (wishes.get("mark", True) is True)
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def titled(said: str) -> Record:
    whole = article(1)
    return record(1, article=replace(whole, content=replace(whole.content, title=said)))


@pytest.mark.parametrize(
    "said",
    [
        *(
            "=1+1",
            "+1",
            "-x",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            " =1",
            "\ufeff=1",
            "＝1+1",
            "－x",
        ),
        *("\u200b=1", '"=1', "'=1", "|calc", "\u00a0@x", "+12%"),
    ],
)
def test_a_text_that_a_sheet_takes_for_a_formula_is_guarded(said: str) -> None:
    """Rule 1."""
    if said == "+1":
        assert guarded(said) == said  # a number can do no harm
    else:
        assert guarded(said) == f"'{said}"


@pytest.mark.parametrize("said", ["-0.5", "+3", "1e5", ".5", "a=b", "50%", "", "x-y"])
def test_numbers_and_harmless_texts_are_left_alone(said: str) -> None:
    assert guarded(said) == said


def test_a_hostile_title_is_inert_and_a_number_stays_one() -> None:
    (row,) = rows(write_wide, titled('=HYPERLINK("http://evil.example","x")'))
    assert row["title"].startswith("'=")
    assert row["sample_size"] == "48"
    (bare,) = rows(write_wide, titled("=1+1"), guard=False, mark=False)
    assert bare["title"] == "=1+1"


def test_a_negative_estimate_is_written_as_a_number() -> None:
    results = (value("worse by half", measure="MD", estimate=-0.5),)
    found = rows(write_long, record(1, card=card(key_results=results)))
    (row,) = (row for row in found if row["attr"] == "key_results")
    assert float(row["num"]) == -0.5


def test_every_value_is_a_row_with_its_sentence() -> None:
    found = rows(write_long, record())
    assert len(found) == sum(len(values) for values in card().values.values())
    row = next(row for row in found if row["attr"] == "sample_size")
    text = record().article.content.text
    assert text[int(row["start"]) : int(row["end"])] == row["quote"]
    assert (row["num"], row["unit"], row["status"]) == ("48", "adults", "auto")
    assert (row["method"], row["method_version"]) == ("rule:test", "1")
    years = next(row for row in found if row["attr"] == "follow_up")
    assert float(years["num"]) == 0.19


def test_what_the_user_decided_is_told_apart() -> None:
    decided = replace(
        card(sample_size=(reviewed(48, "accepted"),), follow_up=(reviewed("1 year", "corrected"),)),
        rejected=(("species", reviewed("mouse", "rejected")),),
        not_reported=(("funding", Review("not_reported", "x", 1)),),
    )
    (row,) = rows(write_wide, record(1, card=decided))
    names = ("sample_size", "follow_up", "condition", "species", "funding", "blinding")
    assert [row[f"{name}_status"] for name in names] == [
        *("accepted", "edited", "auto", "rejected", "not_reported", ""),
    ]
    assert (row["sample_size"], row["species"], row["funding"]) == ("48", "", "")
    told = {row["attr"]: row["status"] for row in rows(write_long, record(1, card=decided))}
    assert [told.get(name) for name in names] == [
        *("accepted", "edited", "auto", "rejected", "not_reported", None),
    ]


def test_a_wide_row_has_bibliography_values_and_quotes() -> None:
    (row,) = rows(write_wide, record())
    assert row["doi"] == "10.5555/abc.1"
    assert row["study_type"] == "Randomised controlled trial"
    assert row["study_type_quote"] == "this trial"
    assert row["condition"] == "multiple sclerosis; fatigue"
    assert row["tags"] == "ms/relapse, to do"


def test_highlights_and_notes_are_rows() -> None:
    mark, note = rows(write_annotations, record())
    assert (mark["Quote"], mark["Comment"]) == ("48 adults took the drug", "Few")
    assert (mark["Type"], note["Type"]) == ("Annotation", "Page note")
    assert mark["Link to passage"].endswith("#:~:text=48%20adults%20took%20the%20drug")
    assert note["Comment"] == "Read the paper"


def test_readwise_has_its_columns() -> None:
    (row,) = rows(write_readwise, record())
    assert list(row) == ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"]
    assert (row["Highlight"], row["Note"]) == ("48 adults took the drug", "Few")


def test_a_note_that_begins_with_a_dash_is_inert() -> None:
    made = record(1, marked=(highlight(1, note="-1+cmd|' /C calc'!A0"),))
    mark, _ = rows(write_annotations, made)
    assert mark["Comment"].startswith("'-")


def test_line_ends_and_quotes_within_cells_come_back() -> None:
    said = 'one "two",\nthree;\tfour'
    (row,) = rows(write_wide, titled(said))
    assert row["title"] == said


def test_a_workbook_has_typed_cells_and_no_formula() -> None:
    file = io.BytesIO()
    counts = list(write_xlsx([titled("=1+1"), record(2)], file, Wishes()))
    book = openpyxl.load_workbook(io.BytesIO(file.getvalue()))
    assert counts[-1] == 2
    assert book.sheetnames == ["Studies", "Values", "Highlights"]
    sheet = book["Studies"]
    heads = {cell.value: n for n, cell in enumerate(next(iter(sheet.rows)))}
    first = list(sheet.rows)[1]
    title = first[heads["title"]]
    assert (title.value, title.data_type) == ("=1+1", "s") or title.data_type == "s"
    assert cast(int, first[heads["sample_size"]].value) == 48
