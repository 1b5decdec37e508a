"""The formats there are, as a table: what each is called, for whom it is, and what writes it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from reader.export.bibliography import write_csl, write_ris
from reader.export.bibtex import write_bibtex
from reader.export.everything import write_json
from reader.export.html_report import write_html
from reader.export.tables import write_annotations, write_long, write_readwise
from reader.export.web_annotation import write_web_annotations
from reader.export.wide import write_wide
from reader.export.xlsx import write_xlsx
from reader.model.record import Record, Wishes

#: Writes while it is iterated; yields how many are written. May go through the records again.
Write = Callable[[Iterable[Record], Any, Wishes], Iterator[int]]


@dataclass(frozen=True, slots=True)
class Format:
    """`wishes` names the fields of `Wishes` that make a difference. Without `write` it is a folder."""

    name: str
    label: str
    ending: str
    explained: str
    write: Write | None
    wishes: tuple[str, ...] = ()
    binary: bool = False
    #: Articles that report one study are one row.
    by_study: bool = False


_BIBLIOGRAPHY = ("cite", "notes", "attributes", "trials_in_notes")
_SHEET = ("guard", "mark")

FORMATS = (
    Format(
        *("csl", "CSL-JSON", ".json", "For Zotero, pandoc and citeproc. Keeps the most."),
        *(write_csl, _BIBLIOGRAPHY),
    ),
    Format(
        *("ris", "RIS", ".ris", "For every reference manager, Zotero, EndNote and Rayyan too."),
        *(write_ris, _BIBLIOGRAPHY),
    ),
    Format("bibtex", "BibTeX", ".bib", "For LaTeX and JabRef.", write_bibtex, _BIBLIOGRAPHY),
    Format(
        *("csv", "CSV, a study a row", ".csv", "For a sheet program: each field a column."),
        *(write_wide, ("cite", *_SHEET)),
        by_study=True,
    ),
    Format(
        *("csv-long", "CSV, a value a row", ".csv", "For R and pandas: tidy, with the sentences."),
        *(write_long, _SHEET),
    ),
    Format(
        *("csv-annotations", "CSV, a highlight a row", ".csv", "Highlights and notes as a table."),
        *(write_annotations, _SHEET),
    ),
    Format(
        *("readwise", "CSV for Readwise", ".csv", "Highlights and notes, as Readwise takes them."),
        *(write_readwise, _SHEET),
    ),
    Format(
        *("xlsx", "Excel", ".xlsx", "Studies, values and highlights on three sheets."),
        *(write_xlsx, ("cite",)),
        binary=True,
        by_study=True,
    ),
    Format(
        *("obsidian", "Markdown for Obsidian", "", "A folder, a page an article. Your words stay."),
        *(None, ("live_notes",)),
    ),
    Format(
        *("logseq", "Markdown for Logseq", "", "A folder, a page an article. Your words stay."),
        *(None, ("live_notes",)),
    ),
    Format(
        *("jsonld", "Web annotations", ".jsonld", "W3C JSON-LD: highlights, notes, places, tags."),
        *(write_web_annotations, ("texts",)),
    ),
    Format(
        *("html", "HTML report", ".html", "One page to read, print or send, with pictures."),
        *(write_html,),
        by_study=True,
    ),
    Format(
        *(
            "json",
            "JSON of everything",
            ".json",
            "For programs: all that is known of each article.",
        ),
        *(write_json, ("texts",)),
    ),
)

FORMAT = {row.name: row for row in FORMATS}
