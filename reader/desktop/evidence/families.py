"""Designs in six families, each with a shape and a colour that differ in grey and for the colour-blind.

Colours after Okabe and Ito (2008), made lighter on dark ground.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF


@dataclass(frozen=True, slots=True)
class Family:
    """Designs that are drawn alike. `shape` is a name that `draw` knows."""

    label: str
    designs: tuple[str, ...]
    shape: str
    light: str
    dark: str
    pattern: Qt.BrushStyle = Qt.BrushStyle.SolidPattern


FAMILIES = (
    Family("Randomised trial", ("randomized_controlled_trial",), "circle", "#0072b2", "#56b4e9"),
    Family(
        "Other trial",
        ("nonrandomized_trial", "single_arm_trial"),
        "triangle",
        "#b35a00",
        "#f0a24a",
        Qt.BrushStyle.BDiagPattern,
    ),
    Family(
        "Observational",
        ("cohort", "case_control", "cross_sectional", "case_series", "case_report", "qualitative"),
        "square",
        "#007a5a",
        "#3fc79a",
    ),
    Family(
        "Review",
        ("systematic_review", "meta_analysis"),
        "diamond",
        "#a3477c",
        "#e39ac2",
        Qt.BrushStyle.DiagCrossPattern,
    ),
    Family(
        "Animal or laboratory", ("animal", "in_vitro", "modelling"), "cross", "#6b6200", "#e8dc5a"
    ),
    Family("Other, or not said", (), "ring", "#6d6b66", "#a5a7a9", Qt.BrushStyle.Dense5Pattern),
)


def family(design: str) -> Family:
    """The family of a design, the last for none."""
    return next((found for found in FAMILIES if design in found.designs), FAMILIES[-1])


def draw(painter: QPainter, shape: str, at: QPointF, size: float) -> None:
    """A shape of about equal weight, whatever it is, in the painter's pen and brush."""
    x, y, half = at.x(), at.y(), size / 2
    if shape == "circle":
        painter.drawEllipse(at, half, half)
    elif shape == "square":
        painter.drawRect(QRectF(x - half * 0.88, y - half * 0.88, size * 0.88, size * 0.88))
    elif shape == "triangle":
        points = (QPointF(x, y - half * 1.1), QPointF(x + half * 1.1, y + half * 0.8))
        painter.drawPolygon(QPolygonF([*points, QPointF(x - half * 1.1, y + half * 0.8)]))
    elif shape == "diamond":
        points = (QPointF(x, y - half * 1.2), QPointF(x + half * 1.2, y))
        others = (QPointF(x, y + half * 1.2), QPointF(x - half * 1.2, y))
        painter.drawPolygon(QPolygonF([*points, *others]))
    elif shape == "cross":
        painter.drawLine(QPointF(x - half, y - half), QPointF(x + half, y + half))
        painter.drawLine(QPointF(x - half, y + half), QPointF(x + half, y - half))
    else:
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, half * 0.85, half * 0.85)
        painter.restore()
