"""Charts as SVG: well-formed, inert, told apart without colour, and true to the points."""

import xml.etree.ElementTree as ET

import pytest

from reader.export.charts.counts import Bars, Chart, Timeline
from reader.export.charts.families import FAMILIES
from reader.export.charts.scatter import Scatter
from reader.export.charts.spots import Spot
from reader.export.charts.svg import shape, svg
from reader.model.evidence import Point

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '"><script>alert(1)</script>]]>&\x00\u202e'
POINTS = (
    Point(1, HOSTILE, "randomized_controlled_trial", 48, 2.0, 2024 * 12, (HOSTILE,), ("Chile",)),
    Point(2, "Two", "meta_analysis", 5_000, 10.0, 2024 * 12 + 2, ("gout", "pain"), ()),
    Point(3, "Three", "animal", None, 0.1, 2024 * 12 + 2),
)
CHARTS = (
    Scatter(POINTS),
    Timeline(POINTS),
    Bars(POINTS, "Design", "design"),
    Bars(POINTS, "Condition", "condition"),
    Scatter(()),
    Timeline(()),
    Bars((), "Design", "design"),
)


def parsed(chart: Chart, **said: bool) -> ET.Element:
    return ET.fromstring(svg(chart, 700, 300, **said))  # type: ignore[arg-type]


@pytest.mark.parametrize("chart", CHARTS)
def test_a_picture_is_well_formed_and_holds_nothing_that_runs(chart: Chart) -> None:
    root = parsed(chart, links=True)
    assert root.get("role") == "img"
    assert root.get("aria-label")
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in {
            *(
                "svg",
                "g",
                "rect",
                "text",
                "line",
                "path",
                "circle",
                "defs",
                "pattern",
                "title",
                "a",
            ),
        }
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name != "href" or value.startswith("#a")


def test_every_mark_is_there_and_says_what_it_is() -> None:
    titles = [title.text or "" for title in parsed(Scatter(POINTS)).iter(f"{SVG}title")]
    assert len(titles) == 3
    assert titles[1] == "Two · Meta-analysis · n 5,000 · 10 y"


def test_a_mark_of_one_study_leads_to_it() -> None:
    links = [a.get("href") for a in parsed(Scatter(POINTS), links=True).iter(f"{SVG}a")]
    assert links == ["#a1", "#a2", "#a3"]
    assert not list(parsed(Scatter(POINTS)).iter(f"{SVG}a"))


def test_families_differ_without_colour() -> None:
    shapes = set()
    for kind in FAMILIES:
        drawn = shape(kind, Spot(0, 0)).replace(kind.light, "")
        shapes.add(drawn)
    assert len(shapes) == len(FAMILIES)


def test_bars_are_told_apart_in_grey() -> None:
    """Acceptance 33: readable in grey. The colours are alike there, so each has its pattern."""
    assert len({kind.pattern for kind in FAMILIES}) == len(FAMILIES)
    drawn = svg(Timeline(POINTS), 700, 300)
    for kind in FAMILIES:
        assert not kind.pattern or f'id="c-{kind.pattern}"' in drawn


def test_very_many_marks_are_drawn_without_their_words() -> None:
    many = tuple(Point(n, "x", "cohort", 10 + n, 1.0, 0) for n in range(1, 1_500))
    root = parsed(Scatter(many), links=True)
    assert not list(root.iter(f"{SVG}title"))
    assert len(list(root.iter(f"{SVG}rect"))) >= len(many)
