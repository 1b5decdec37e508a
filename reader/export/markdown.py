"""Records as Markdown pages, one a record, for Obsidian and Logseq.

What a publisher says is escaped, so that a renderer with raw HTML on shows it word for word:
no link, embed, template, formula or tag of theirs is alive.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.export.links import web_address
from reader.export.plain import day, lines, one_line, shortened
from reader.export.references import attribute_line, cite_key, cited
from reader.export.tables import stated
from reader.model.annotation import Marked
from reader.model.record import Record, Wishes
from reader.text.fragments import passage_link
from reader.text.tongue import Tongue, tongue

#: The properties that exports write; all others are the user's own.
MANAGED = (
    *("title", "author", "feed", "url", "doi", "pmid", "trial", "design", "condition"),
    *("intervention", "studywire_id", "aliases", "published", "n", "followup_days", "tags"),
)
_MEANINGFUL = re.compile(r"([\\`*_{}\[\]#!|<>~$&%^]|:(?=[/:])|=(?==))")
_AT_START = re.compile(r"(?:[+=-]|\d+[.)])(?=[\s=-]|$)")
#: Values of properties in which Logseq finds nothing to link.
_PLAIN = re.compile(r"[\w./:;()<>+%?&=~,-]+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: properties as lines by their key, and the text of the managed region."""

    id: str
    title: str
    properties: dict[str, list[str]]
    body: str


def escaped(text: str) -> str:
    """A line of text that Markdown shows as it stands."""
    line = _MEANINGFUL.sub(r"\\\1", one_line(text))
    start = _AT_START.match(line)
    return f"{line[: start.end() - 1]}\\{line[start.end() - 1 :]}" if start else line


def quoted(text: str) -> str:
    """A string in YAML: JSON's form, which has no surprises ("no", "1.0", "- x" stay text)."""
    return json.dumps(one_line(text), ensure_ascii=False)


def page_id(record: Record) -> str:
    """What a page is known by again, whatever becomes of its name and of the archive."""
    article = record.article
    known = article.link or article.guid or record.text_sha256
    return hashlib.sha256(known.encode("utf-8", "replace")).hexdigest()[:16]


def page_title(record: Record) -> str:
    """The name of a page: day and title."""
    title = shortened(one_line(record.article.content.title), 80) or "Untitled"
    when = day(record.article.published or record.article.first_seen)
    return f"{when} {title}" if when else title


def tag_name(name: str) -> str:
    """A tag as Obsidian takes it: no spaces, "/" for levels, never digits alone."""
    parts = (re.sub(r"[^\w-]+", "-", one_line(part)).strip("-") for part in name.split("/"))
    tag = "/".join(part for part in parts if part)
    return f"n-{tag}" if tag and not re.search(r"[^\W\d]", tag) else tag


def obsidian(record: Record, wishes: Wishes) -> Page:
    """A page with YAML properties, highlights as callouts with a block id each."""
    spoken = tongue(wishes.language)
    marked = _highlights(record, wishes, spoken)
    body = "\n\n".join([*_head(record, spoken), *marked, *_foot(record, spoken)])
    return Page(page_id(record), page_title(record), _properties(record, wishes), body)


def logseq(record: Record, wishes: Wishes) -> Page:
    """A page with Logseq's properties, each highlight a block of its own."""
    properties = {
        key: [f"{key}:: {_inline(values)}"]
        for key, values in _properties(record, wishes).items()
        if key != "aliases"
    }
    spoken = tongue(wishes.language)
    blocks = [f"- {escaped(part)}" for part in _facts(record, spoken)]
    blocks += [f"- <{link}>"] if (link := web_address(record.article.link)) else []
    for row in record.marked:
        blocks.append("\n".join(_logseq_block(record, row, wishes, spoken)))
    if record.note:
        blocks.append("- " + "\n  ".join(_note(record.note.text, wishes)))
    return Page(page_id(record), page_title(record), properties, "\n".join(blocks))


def _properties(record: Record, wishes: Wishes) -> dict[str, list[str]]:
    """YAML lines by key. Strings are quoted; numbers and dates come from numbers and dates."""
    article, card = record.article, record.card
    reference = cited(record, wishes)[0]
    strings = {
        "title": one_line(article.content.title) or "Untitled",
        "author": article.author,
        "feed": article.feed_title,
        "url": web_address(article.link),
        "doi": reference.doi or stated(record, "doi"),
        "pmid": stated(record, "pmid"),
        "trial": stated(record, "nct_id"),
        "design": stated(record, "study_type"),
        "condition": stated(record, "condition"),
        "intervention": stated(record, "intervention_or_exposure"),
        "studywire_id": page_id(record),
    }
    kept = ("title", "author", "feed")
    found = {k: [f"{k}: {quoted(v)}"] for k, v in strings.items() if v or k in kept}
    found["aliases"] = [f"aliases: [{quoted(reference.key or cite_key(reference, record))}]"]
    if article.published:
        found["published"] = [f"published: {day(article.published)}"]
    size = card.one("sample_size") if card else None
    if size and isinstance(size.value, int):
        found["n"] = [f"n: {size.value}"]
    follow_up = card.one("follow_up") if card else None
    if follow_up and isinstance(years := follow_up.details.get("max_years"), int | float):
        found["followup_days"] = [f"followup_days: {round(years * 365.25)}"]
    tags = [tag for name in record.tags if (tag := tag_name(name))]
    found["tags"] = ["tags:", *(f"  - {quoted(tag)}" for tag in tags)] if tags else ["tags: []"]
    return found


def _inline(yaml: list[str]) -> str:
    """A property of YAML as Logseq writes it: bare, on one line."""
    if len(yaml) > 1:
        return ", ".join(str(json.loads(line.removeprefix("  - "))) for line in yaml[1:])
    value = yaml[0].partition(": ")[2]
    if value == "[]":
        return ""
    text = str(json.loads(value)) if value.startswith('"') else value
    return text if _PLAIN.fullmatch(text) else escaped(text)


def _head(record: Record, spoken: Tongue) -> Iterator[str]:
    article = record.article
    yield f"# {escaped(article.content.title) or spoken.tell('Untitled')}"
    yield from (escaped(part) for part in _facts(record, spoken))
    link = web_address(article.link)
    if link:
        yield f"<{link}>"
    elif article.link:
        yield escaped(article.link)


def _facts(record: Record, spoken: Tongue) -> list[str]:
    article = record.article
    byline = [article.author, article.feed_title, day(article.published)]
    told = [" · ".join(part for part in byline if one_line(part))]
    if record.card and record.is_study:
        read_out = spoken.tell("read out by Studywire, to be checked")
        told.append(f"{attribute_line(record.card, spoken)} ({read_out})")
    return [part for part in told if part]


def _highlights(record: Record, wishes: Wishes, spoken: Tongue) -> Iterator[str]:
    for row in record.marked:
        annotation = row.annotation
        callout = [f"> [!quote] {annotation.colour}"]
        callout += [f"> {escaped(line)}" for line in lines(annotation.quote.exact)]
        link = passage_link(web_address(record.article.link), annotation.quote.exact)
        callout += [f"> — [{spoken.tell('passage')}](<{link}>)"] if link else []
        tags = " ".join(f"#{tag}" for name in row.tags if (tag := tag_name(name)))
        callout += [f"> {tags}"] if tags else []
        yield "\n".join(callout)
        if row.note:
            yield "\n\n".join(_note(row.note.text, wishes))
        yield f"^hl-{annotation.id[:8]}"
    if record.note:
        yield "\n\n".join(_note(record.note.text, wishes))


def _foot(record: Record, spoken: Tongue) -> Iterator[str]:
    if record.tags:
        yield f"{spoken.tell('Tags')} {', '.join(escaped(tag) for tag in record.tags)}"


def _note(text: str, wishes: Wishes) -> list[str]:
    """A note of the user: word for word, or as his own Markdown where he asks for that."""
    if not wishes.live_notes:
        return [escaped(line) for line in lines(text) if line]
    kept = (line for line in text.splitlines() if line.strip())
    return [f" {line}" if "studywire:" in line else line for line in kept]


def _logseq_block(record: Record, row: Marked, wishes: Wishes, spoken: Tongue) -> Iterator[str]:
    annotation = row.annotation
    yield f"- > {escaped(annotation.quote.exact)}"
    yield f"  id:: {annotation.id}"
    yield f"  colour:: {annotation.colour}"
    if tags := ", ".join(tag for name in row.tags if (tag := tag_name(name))):
        yield f"  tags:: {tags}"
    link = passage_link(web_address(record.article.link), annotation.quote.exact)
    if link:
        yield f"  - [{spoken.tell('passage')}](<{link}>)"
    for line in _note(row.note.text, wishes) if row.note else []:
        yield f"  - {line}"
