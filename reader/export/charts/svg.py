"""A chart as SVG: shapes and words only, nothing that runs or is fetched, readable in grey."""

from collections.abc import Callable, Iterator
from html import escape

from reader.export.charts import words
from reader.export.charts.counts import Chart
from reader.export.charts.families import Family, legend
from reader.export.charts.marks import Drawing, Mark, Tick
from reader.export.charts.spots import Box, Spot
from reader.export.plain import one_line, shortened
from reader.text.tongue import ENGLISH, Tongue

#: Pixels of a mark, of letters, of the line above the chart that is its caption.
SIZE, LETTERS, CAPTION = 9.0, 11, 20.0
#: Marks that each tell what they are; more would only make the file large.
_TOLD = 1_000
_DIM, _LINE, _PAGE = "#5f5d58", "#e0ded8", "#fffdf9"
#: Characters of the longest label beside a bar.
_LABEL = 22


def svg(
    chart: Chart,
    width: float,
    height: float,
    *,
    tongue: Tongue = ENGLISH,
    name: str = "c",
    links: bool = False,
) -> str:
    """A whole SVG element, in a language. `name` sets its patterns apart from those of other charts
    on a page; with `links` a mark of one study leads to its place there (`#a` and the article)."""
    below = legend_height(chart, width, tongue)
    drawing = chart.draw(width, height - CAPTION - below)
    parts = [_head(words.caption(chart, tongue), width, height), *_patterns(name)]
    parts.append(f'<g transform="translate(0 {CAPTION:g})">')
    parts += _ticks(drawing, tongue)
    told = len(drawing.marks) <= _TOLD
    for mark in drawing.marks:
        title = f"<title>{_words(words.mark(mark.words, tongue))}</title>" if told else ""
        parts.append(_mark(mark, name, title, link=links and told))
    if chart.legend:
        parts += _legend(width, height - CAPTION - below, tongue)
    return "\n".join([*parts, "</g>", "</svg>"])


def legend_height(chart: Chart, width: float, tongue: Tongue = ENGLISH) -> float:
    """The height of the legend below a chart of this width."""
    return legend(width, _wide(tongue))[-1][1].y + 10 if chart.legend else 0.0


def _wide(tongue: Tongue) -> Callable[[str], float]:
    return lambda label: measure(tongue.tell(label))


def measure(words: str) -> float:
    """About how wide words are in the letters of a chart."""
    return 0.56 * LETTERS * len(words)


def _head(caption: str, width: float, height: float) -> str:
    caption = _words(caption)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" role="img" aria-label="{caption}" '
        f'font-family="system-ui, sans-serif" font-size="{LETTERS}">\n'
        f'<rect width="{width:g}" height="{height:g}" fill="{_PAGE}"/>\n'
        f'<text x="12" y="14" fill="{_DIM}">{caption}</text>'
    )


def _patterns(name: str) -> Iterator[str]:
    """What bars are filled with, beside their colour, so that they differ in grey."""
    lines = {
        "stripes": '<path d="M0 6L6 0" stroke="#fff"/>',
        "lattice": '<path d="M0 6L6 0M0 0L6 6" stroke="#fff"/>',
        "upright": '<path d="M3 0V6" stroke="#fff"/>',
        "level": '<path d="M0 3H6" stroke="#fff"/>',
        "dots": '<circle cx="3" cy="3" r="1.3" fill="#fff"/>',
    }
    yield "<defs>"
    for pattern, drawn in lines.items():
        yield (
            f'<pattern id="{name}-{pattern}" width="6" height="6" '
            f'patternUnits="userSpaceOnUse">{drawn}</pattern>'
        )
    yield "</defs>"


def _ticks(drawing: Drawing, tongue: Tongue) -> Iterator[str]:
    for tick in drawing.ticks:
        if tick.line:
            start, end = tick.line
            yield (
                f'<line x1="{start.x:.1f}" y1="{start.y:.1f}" x2="{end.x:.1f}" '
                f'y2="{end.y:.1f}" stroke="{_LINE}"/>'
            )
        yield _label(tick, words.tick(tick.words, tongue))


def _label(tick: Tick, said: str) -> str:
    anchor = "end" if tick.right else "middle" if tick.centre else "start"
    return (
        f'<text x="{tick.at.x:.1f}" y="{tick.at.y + 4:.1f}" text-anchor="{anchor}" '
        f'fill="{_DIM}">{_words(shortened(one_line(said), _LABEL))}</text>'
    )


def _mark(mark: Mark, name: str, title: str, *, link: bool) -> str:
    drawn = _bar(mark.bar, mark.family, name, title) if mark.bar else _sign(mark, title)
    if link and len(mark.articles) == 1:
        return f'<a href="#a{mark.articles[0]}">{drawn}</a>'
    return drawn


def _bar(box: Box, kind: Family, name: str, title: str) -> str:
    place = (
        f'x="{box.left:.1f}" y="{box.top:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'
    )
    over = f'<rect {place} fill="url(#{name}-{kind.pattern})"/>' if kind.pattern else ""
    return f'<g>{title}<rect {place} fill="{kind.light}" stroke="{_PAGE}"/>{over}</g>'


def _sign(mark: Mark, title: str) -> str:
    return f"<g>{title}{shape(mark.family, mark.at)}</g>"


def shape(kind: Family, at: Spot) -> str:
    """The sign of a family at a place."""
    x, y, half = at.x, at.y, SIZE / 2
    filled = f'fill="{kind.light}" fill-opacity=".75" stroke="{kind.light}"'
    lines = f'fill="none" stroke="{kind.light}" stroke-width="2"'
    if kind.shape == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half}" {filled}/>'
    if kind.shape == "square":
        side = SIZE * 0.88
        place = f'x="{x - side / 2:.1f}" y="{y - side / 2:.1f}" width="{side}" height="{side}"'
        return f"<rect {place} {filled}/>"
    if kind.shape == "ring":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half * 0.85:.2f}" {lines}/>'
    if kind.shape == "cross":
        d = f"M{x - half:.1f} {y - half:.1f}l{SIZE} {SIZE}m{-SIZE} 0l{SIZE} {-SIZE}"
        return f'<path d="{d}" {lines}/>'
    points = _points(kind.shape, x, y, half)
    return f'<path d="M{"L".join(f"{a:.1f} {b:.1f}" for a, b in points)}Z" {filled}/>'


def _points(name: str, x: float, y: float, half: float) -> tuple[tuple[float, float], ...]:
    """The corners of a triangle or diamond of about the weight of the other shapes."""
    if name == "triangle":
        low = y + half * 0.8
        return (x, y - half * 1.1), (x + half * 1.1, low), (x - half * 1.1, low)
    far = half * 1.2
    return (x, y - far), (x + far, y), (x, y + far), (x - far, y)


def _legend(width: float, top: float, tongue: Tongue) -> Iterator[str]:
    for kind, at in legend(width, _wide(tongue)):
        yield shape(kind, Spot(at.x, top + at.y - 4))
        yield (
            f'<text x="{at.x + 10:.1f}" y="{top + at.y:.1f}" fill="{_DIM}">'
            f"{_words(tongue.tell(kind.label))}</text>"
        )


def _words(text: str) -> str:
    return escape(one_line(text), quote=True)
