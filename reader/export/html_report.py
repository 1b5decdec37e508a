"""Records as one HTML file: no script, nothing fetched, readable without a network.

All text is escaped; a Content-Security-Policy forbids what escaping might have missed.
"""

import html
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from reader.export.charts.counts import Bars, Chart, Timeline
from reader.export.charts.scatter import Scatter
from reader.export.charts.svg import svg
from reader.export.links import web_address
from reader.export.plain import day, lines, one_line
from reader.export.studies import by_study, row_of
from reader.model.annotation import Marked
from reader.model.card_words import label, sureness
from reader.model.evidence import EvidenceRow
from reader.model.points import point
from reader.model.record import Record, Wishes, status_of
from reader.model.study import FIELDS, StudyValue
from reader.text.card_terms import shown
from reader.text.fragments import passage_link
from reader.text.tongue import ENGLISH, Tongue, tongue

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_COLUMNS = ("study_type", "sample_size", "follow_up", "condition", "intervention_or_exposure")
#: Looks, in print too. The colours are those of the highlights.
_STYLE = """
:root { color-scheme: light; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem;
  color: #1b1b1b; background: #fffdf9; }
h1 { font-size: 1.6rem; margin-bottom: .2rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .2rem; }
p.dim, td.dim { color: #5f5d58; } a { color: #2563b0; } p.note { white-space: pre-line; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
  border-bottom: 1px solid #e0ded8; }
td.day { white-space: nowrap; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
blockquote { font-family: Georgia, serif; margin: .6rem 0; padding: .1rem .9rem;
  border-left: 4px solid #e0ded8; }
blockquote.yellow { border-color: #ffe27a; } blockquote.green { border-color: #bfe8b0; }
blockquote.blue { border-color: #b5dcf7; } blockquote.red { border-color: #ffc2bd; }
blockquote.purple { border-color: #d9cbf7; } blockquote.orange { border-color: #ffd3a1; }
td q { font-family: Georgia, serif; color: #5f5d58; }
figure { margin: 1.2rem 0; break-inside: avoid-page; } svg { max-width: 100%; height: auto; }
section { break-inside: avoid-page; }
tr { break-inside: avoid; } tbody th { font-weight: 600; min-width: 9rem; }
@page { margin: 15mm; }
@media print { body { margin: 0; max-width: none; font-size: 9.5pt; background: #fff; }
  a { color: inherit; text-decoration: none; } h2 { break-after: avoid; } }
"""


_COUNTED = "{articles:,} {noun}, {studies:,} of them on a study. Made with {program} on {day}."
_CHECKED = (
    "Values were read out of the articles by rules, each with the sentence that says it. "
    "{checked:,} of {values:,} values were checked by a person; those marked * were not. "
    "This report describes what news articles say, not the papers behind them."
)


def write_html(records: Iterable[Record], file: TextIO, wishes: Wishes) -> Iterator[int]:
    """The report. Goes through the records four times: for the summary, the pictures, the table, the
    articles."""
    spoken = tongue(wishes.language)
    asked = spoken.say("Evidence: {asked}", asked=wishes.asked)
    file.write(_top(asked if wishes.asked else spoken.tell("Evidence report"), spoken))
    file.writelines(_summary(records, wishes, spoken))
    file.writelines(_pictures(records, spoken))
    file.writelines(_table(records, wishes, spoken))
    for count, record in enumerate(records, 1):
        file.write("<section>\n")
        file.writelines(section(record, spoken))
        file.write("</section>\n")
        yield count
    file.write("</body>\n</html>\n")


def section(record: Record, spoken: Tongue = ENGLISH) -> Iterator[str]:
    """One record: what it is, its card with the sentences, the user's highlights and notes."""
    article = record.article
    title = _text(article.content.title) or _text(spoken.tell("Untitled"))
    yield f'<h2 id="a{article.id}">{title}</h2>\n'
    said = (article.author, article.feed_title, day(article.published))
    yield f'<p class="dim">{" · ".join(_text(part) for part in said if part)}</p>\n'
    if article.link:
        yield f"<p>{_link(article.link)}</p>\n"
    if record.card and record.is_study:
        yield from _card(record, spoken)
    for row in record.marked:
        yield from _highlight(record, row, spoken)
    if record.note:
        yield _note(record.note.text)
    if record.tags:
        yield _tags(record.tags, spoken)


def _top(title: str, spoken: Tongue) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{spoken.code}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{_text(title)}</h1>\n"
    )


def _summary(records: Iterable[Record], wishes: Wishes, spoken: Tongue) -> Iterator[str]:
    """What this is, how its values came about, and how many of them nobody has checked."""
    articles = studies = values = checked = 0
    for record in records:
        states = _states(record)
        articles, studies = articles + 1, studies + record.is_study
        values, checked = values + len(states), checked + len(states) - states.count("auto")
    made = day(wishes.made) or spoken.tell("an unknown day")
    program = wishes.generator
    noun = spoken.tell("article" if articles == 1 else "articles")
    said = spoken.say(
        _COUNTED, articles=articles, noun=noun, studies=studies, program=program, day=made
    )
    yield f'<p class="dim">{_text(said)}</p>\n'
    yield f"<p>{_text(spoken.say(_CHECKED, checked=checked, values=values))}</p>\n"


def _states(record: Record) -> list[str]:
    found = record.card.values if record.card else {}
    return [status_of(value) for values in found.values() for value in values]


def _pictures(records: Iterable[Record], spoken: Tongue) -> Iterator[str]:
    """What the studies are like as a whole, as in the evidence table; nothing where there are none."""
    points = tuple(
        point(row, group[0].article.published or group[0].article.first_seen)
        for group in by_study(records)
        if group[0].is_study and (row := row_of(group))
    )
    if not points:
        return
    charts: tuple[Chart, ...] = (
        Scatter(points),
        Timeline(points),
        *(Bars(points, name, name.lower()) for name in ("Design", "Condition", "Country")),
    )
    for at, chart in enumerate(charts):
        rows = len(chart.counts()) if isinstance(chart, Bars) else 0
        height = 50.0 + 24 * rows if rows else 380.0
        drawn = svg(chart, 760, height, tongue=spoken, name=f"c{at}", links=True)
        yield f"<figure>\n{drawn}\n</figure>\n"


def _table(records: Iterable[Record], wishes: Wishes, spoken: Tongue) -> Iterator[str]:
    heads = ("Study", "Published", *(label(name) for name in _COLUMNS))
    ours = (spoken.tell(head) for head in heads)
    yield "<table>\n<thead><tr>"
    yield "".join(
        f'<th scope="col">{_text(head)}</th>' for head in (*ours, *(c.name for c in wishes.own))
    )
    yield "</tr></thead>\n<tbody>\n"
    for group in by_study(records):
        row = row_of(group) if group[0].is_study else None
        if row:
            yield _study(group, row, wishes, spoken)
    yield "</tbody>\n</table>\n"


def _study(group: Sequence[Record], row: EvidenceRow, wishes: Wishes, spoken: Tongue) -> str:
    """A row of the table; the other reports of a study are led to by number."""
    article = group[0].article
    others = "".join(
        f' <a href="#a{record.article.id}">[{at}]</a>' for at, record in enumerate(group[1:], 2)
    )
    name = f'<a href="#a{article.id}">{_text(article.content.title)}</a>{others}'
    cells = (_cell(row, column, spoken) for column in _COLUMNS)
    own = (_text(row.own.get(column.id, "")) for column in wishes.own)
    return (
        f'<tr><th scope="row">{name}</th><td class="day">{day(article.published)}</td>'
        f"{''.join(f'<td>{cell}</td>' for cell in (*cells, *own))}</tr>\n"
    )


def _cell(row: EvidenceRow, name: str, spoken: Tongue) -> str:
    state = row.states.get(name)
    if state == "differ":
        told = (
            f"{_value(name, said.value, spoken)} ({_text(said.reports[0].feed_title)})"
            for said in row.said[name]
        )
        return f"{_text(spoken.tell('reports differ'))}: {'; '.join(told)}"
    if state == "not_reported":
        return _text(spoken.tell("not reported"))
    return "; ".join(_value(name, value, spoken) for value in row.values.get(name, ())[:3])


def _value(name: str, value: StudyValue, spoken: Tongue) -> str:
    star = "*" if status_of(value) == "auto" else ""
    return f"{_text(shown(name, value, spoken))}{star}"


def _card(record: Record, spoken: Tongue) -> Iterator[str]:
    if record.card is None:
        return
    yield "<table>\n<tbody>\n"
    for field in FIELDS:
        for value in record.card.values.get(field.name, ()):
            quote = _text(value.evidence[0].text if value.evidence else "")
            _, sure = sureness(value.confidence)
            yield f'<tr><th scope="row">{_text(spoken.tell(field.label))}</th>'
            yield f"<td>{_value(field.name, value, spoken)}</td>"
            yield f'<td class="dim">{_text(spoken.tell(sure))}</td><td><q>{quote}</q></td></tr>\n'
    yield "</tbody>\n</table>\n"


def _highlight(record: Record, row: Marked, spoken: Tongue) -> Iterator[str]:
    annotation = row.annotation
    link = passage_link(web_address(record.article.link), annotation.quote.exact)
    words = _text(annotation.quote.exact)
    led = _text(spoken.tell("in the article"))
    there = f' <a href="{html.escape(link)}">{led}</a>' if link else ""
    colour = annotation.colour if annotation.colour.isalpha() else ""
    yield f'<blockquote class="{html.escape(colour)}">{words}{there}</blockquote>\n'
    if row.tags:
        yield _tags(row.tags, spoken)
    if row.note:
        yield _note(row.note.text)


def _tags(names: Sequence[str], spoken: Tongue) -> str:
    words = spoken.say("Tags: {names}", names=", ".join(names))
    return f'<p class="dim">{_text(words)}</p>\n'


def _note(text: str) -> str:
    words = "\n".join(_text(line) for line in lines(text))
    return f'<p class="note">{words}</p>\n'


def _link(address: str) -> str:
    link = web_address(address)
    return f'<a href="{html.escape(link)}">{_text(address)}</a>' if link else _text(address)


def _text(text: str) -> str:
    return html.escape(one_line(text), quote=True)
