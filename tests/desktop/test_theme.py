"""Every theme can be read: WCAG 2.1, level AA, computed from the colours themselves."""

import re
from dataclasses import asdict

import pytest

from reader.desktop.theme import THEMES, Colours
from reader.resource import resource

#: Pairs of ink and ground that stand on each other somewhere, with the least contrast.
GROUNDS = ("window", "page", "list", "selected", "hover")
TEXT, SIGN = 4.5, 3.0


def luminance(colour: str) -> float:
    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ink", ["text", "dim", "faint", "accent", "caution", "evidence", "error"])
@pytest.mark.parametrize("theme", THEMES)
def test_words_can_be_read_on_every_ground(theme: str, ink: str) -> None:
    colours = THEMES[theme]
    for ground in GROUNDS:
        assert contrast(getattr(colours, ink), getattr(colours, ground)) >= TEXT, ground


@pytest.mark.parametrize("theme", THEMES)
def test_words_can_be_read_where_they_are_marked(theme: str) -> None:
    colours = THEMES[theme]
    assert contrast(colours.on_accent, colours.accent) >= TEXT
    assert contrast(colours.on_selected, colours.selected) >= TEXT
    assert contrast(colours.caution, colours.caution_page) >= TEXT
    assert contrast(colours.text, colours.evidence_page) >= TEXT
    for name, ground in colours.highlights.items():
        assert contrast(colours.text, ground) >= TEXT, name


@pytest.mark.parametrize("theme", THEMES)
def test_where_the_keys_are_can_be_seen(theme: str) -> None:
    colours = THEMES[theme]
    for ground in (*GROUNDS, "line"):
        assert contrast(colours.accent, getattr(colours, ground)) >= SIGN, ground


@pytest.mark.parametrize("theme", THEMES)
def test_where_a_control_is_can_be_seen(theme: str) -> None:
    colours = THEMES[theme]
    for ground in ("window", "page", "list", "hover"):
        assert contrast(colours.edge, getattr(colours, ground)) >= SIGN, ground


def test_the_style_sheet_names_only_colours_that_every_theme_has() -> None:
    named = set(re.findall(r"\$(\w+)", resource("style.qss").read_text("utf-8")))
    assert named - {"up", "down", "ticked", "partly"} <= set(Colours.__slots__)
    for colours in THEMES.values():
        assert all(
            re.fullmatch("#[0-9a-f]{6}", asdict(colours)[name])
            for name in named & set(Colours.__slots__)
        )
