"""What people read of an export is in their language; what programs read is not."""

import io
import re
import xml.etree.ElementTree as ET

import pytest

from reader.export.charts.counts import Bars, Timeline
from reader.export.charts.scatter import Scatter
from reader.export.charts.svg import svg
from reader.export.html_report import write_html
from reader.export.markdown import logseq, obsidian
from reader.export.tables import write_long
from reader.model.evidence import Point
from reader.model.record import Wishes
from reader.text.tongue import tongue
from tests.export.records import record

SPANISH = Wishes(language="es")
POINTS = (
    Point(1, "One", "randomized_controlled_trial", 48, 2.0, 2024 * 12, ("gout",), ("Chile",)),
    Point(2, "Two", "animal", None, 0.1, 2024 * 12 + 2),
)


def test_a_report_says_what_is_ours_in_spanish() -> None:
    file = io.StringIO()
    list(write_html([record(1), record(2)], file, SPANISH))
    said = file.getvalue()
    assert '<html lang="es">' in said
    for words in ("Informe de pruebas", "2 artículos", "mediante reglas", "Diseño", "Estudio"):
        assert words in said
    for words in ("Evidence report", "were read out", "Made with", "Participants", "Design"):
        assert words not in said


@pytest.mark.parametrize(
    "chart", [Scatter(POINTS), Timeline(POINTS), Bars(POINTS, "Design", "design")]
)
def test_a_chart_is_labelled_in_spanish(chart: Scatter | Timeline | Bars) -> None:
    drawn = svg(chart, 700, 300, tongue=tongue("es"))
    ET.fromstring(drawn)
    words = " ".join(re.findall(r">([^<>]+)<", drawn))
    for english in ("studies", "andomised trial", "not said", "Mar 2024", "lack", "laboratory"):
        assert english not in words
    assert svg(chart, 700, 300) != drawn


@pytest.mark.parametrize("page", [obsidian, logseq])
def test_pages_follow_and_their_properties_do_not(page) -> None:  # type: ignore[no-untyped-def]
    said, english = page(record(1), SPANISH), page(record(1), Wishes())
    assert said.properties == english.properties
    assert "leído por Studywire, por comprobar" in said.body
    assert "read out by Studywire" in english.body


def test_tables_for_programs_stay_english() -> None:
    files = [io.StringIO(), io.StringIO()]
    for file, wishes in zip(files, (SPANISH, Wishes()), strict=True):
        list(write_long([record(1)], file, wishes))
    assert files[0].getvalue() == files[1].getvalue()
