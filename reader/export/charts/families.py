"""Designs in six families, each with a shape and a colour that differ in grey and for the colour-blind.

Colours after Okabe and Ito (2008), made lighter on dark ground.
"""

from collections.abc import Callable
from dataclasses import dataclass

from reader.export.charts.spots import Spot

#: Pixels: height of a line of the legend.
LINE = 18.0


@dataclass(frozen=True, slots=True)
class Family:
    """Designs that are drawn alike. `shape` is that of its marks; `pattern` is
    what its bars are filled with, "" for nothing but the colour."""

    label: str
    designs: tuple[str, ...]
    shape: str
    light: str
    dark: str
    pattern: str = ""


FAMILIES = (
    Family("Randomised trial", ("randomized_controlled_trial",), "circle", "#0072b2", "#56b4e9"),
    Family(
        "Other trial",
        ("nonrandomized_trial", "single_arm_trial"),
        "triangle",
        "#b35a00",
        "#f0a24a",
        "stripes",
    ),
    Family(
        "Observational",
        ("cohort", "case_control", "cross_sectional", "case_series", "case_report", "qualitative"),
        "square",
        "#007a5a",
        "#3fc79a",
        "upright",
    ),
    Family(
        "Review",
        ("systematic_review", "meta_analysis"),
        "diamond",
        "#a3477c",
        "#e39ac2",
        "lattice",
    ),
    Family(
        "Animal or laboratory",
        ("animal", "in_vitro", "modelling"),
        "cross",
        "#6b6200",
        "#e8dc5a",
        "level",
    ),
    Family("Other, or not said", (), "ring", "#6d6b66", "#a5a7a9", "dots"),
)


def family(design: str) -> Family:
    """The family of a design, the last for none."""
    return next((found for found in FAMILIES if design in found.designs), FAMILIES[-1])


def legend(width: float, measure: Callable[[str], float]) -> list[tuple[Family, Spot]]:
    """Where each family's sign stands below a chart, in as many lines as its width asks for."""
    found, x, y = [], 20.0, 14.0
    for kind in FAMILIES:
        room = measure(kind.label) + 30
        if x > 20 and x + room > width:
            x, y = 20.0, y + LINE
        found.append((kind, Spot(x, y)))
        x += room
    return found
