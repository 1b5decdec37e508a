"""articles, search, show, study."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from reader.commands.given import bytes_of_file, bytes_of_standard_input
from reader.commands.library import Library, iso, print_rows
from reader.commands.saying import print_plain, retold, say, spoken, told
from reader.export.places import write
from reader.feeds.language_model import LanguageModel
from reader.model.annotation import Marked
from reader.model.article import Article, ArticleRow, SearchHit
from reader.model.card_json import card_to_dict, card_to_json
from reader.model.card_words import label, sureness
from reader.model.errors import ReaderError
from reader.model.query import ArticleQuery
from reader.model.review_words import in_words
from reader.model.study import FIELDS, Review, StudyCard, StudyValue
from reader.operations.asking import ask
from reader.operations.documents import LIMIT, plain_text
from reader.operations.searching import understand
from reader.operations.studying import study_one
from reader.store.store import Store
from reader.study.batch import study_texts
from reader.text.card_terms import details, facts_line, shown

#: Beyond every number of an article.
_NUMBERS = 2**62
#: Columns of the names of the card's fields.
_WIDTH = 20
_NO_CARD = "The text is in a language ({language}) that cards are not made of."


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As a JSON array.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True)
@click.pass_obj
def articles(library: Library, as_json: bool, limit: int) -> int:
    """List articles, the newest first."""
    with library.opened() as store:
        _print(store, ArticleQuery(), limit, as_json=as_json)
    return 0


@click.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True)
@click.option(
    "--sort", type=click.Choice(["relevance", "newest"]), default="newest", show_default=True
)
@click.option("--json", "as_json", is_flag=True, help="As a JSON array.")
@click.pass_obj
def search(library: Library, query: str, limit: int, sort: str, as_json: bool) -> int:
    """Ask the archive: words, "phrases", design:rct n>=100 followup:>=2y after:2024 tag:ms -mice."""
    with library.opened() as store:
        for notice in understand(store, query).notices:
            meant = f" {told('Perhaps:')} {notice.mended}" if notice.mended else ""
            click.echo(f"{spoken().retell(notice.sentence, typed=True)}{meant}", err=True)
        found = _print(store, ArticleQuery(words=query, sort=sort), limit, as_json=as_json)
    if not found and not as_json:
        say("Nothing matches.", err=True)
    return 0


def _print(store: Store, query: ArticleQuery, limit: int, *, as_json: bool) -> int:
    found = store.articles.ids(query, min(limit, _NUMBERS))
    rows = store.articles.rows(found)
    hits = store.search.hits(query.words, found) if query.words else {}
    listed = [rows[article_id] for article_id in found if article_id in rows]
    if as_json:
        print_rows(_row(row, hits.get(row.id)) for row in listed)
        return len(listed)
    for row in listed:
        facts = f"  [{facts_line(row.facts, spoken())}]" if row.facts else ""
        click.echo(f"{row.id:7}  {(iso(row.sorted_at) or '')[:10]}  {row.title}{facts}")
        if hit := hits.get(row.id):
            click.echo(f"{'':19}{_plain(hit)}")
    return len(listed)


def _row(row: ArticleRow, hit: SearchHit | None) -> dict[str, Any]:
    return {
        "id": row.id,
        "title": row.title,
        "feed": row.feed_title,
        "link": row.link or None,
        "author": row.author or None,
        "published": iso(row.published),
        "read": row.read,
        "starred": row.starred,
        "updated": row.updated,
        "tags": list(row.tags),
        "annotations": row.annotations,
        "facts": row.facts or None,
        "cautions": list(row.cautions),
        **({"snippet": _plain(hit), "where": hit.where} if hit else {}),
    }


def _plain(hit: SearchHit) -> str:
    return " ".join(hit.snippet.replace("\x02", "").replace("\x03", "").split())


@click.command()
@click.argument("article_id", metavar="ID", type=int)
@click.option("--json", "as_json", is_flag=True, help="As a JSON object.")
@click.pass_obj
def show(library: Library, article_id: int, as_json: bool) -> int:
    """Show an article with its study card, highlights and notes."""
    with library.opened() as store:
        article = _article(store, article_id)
        card = study_one(store, article)
        if as_json:
            click.echo(json.dumps(_whole(store, article, card), ensure_ascii=False, indent=1))
            return 0
        click.echo(
            f"{article.feed_title} · {(iso(article.published) or '')[:10] or told('no date')}"
        )
        click.echo(f"{article.link}\n\n{article.content.text}\n")
        _print_card(card)
        for row in store.annotations.of(article.id):
            click.echo(f"[{row.annotation.colour}] {row.annotation.quote.exact}")
            if row.note:
                click.echo(f"    {row.note.text}")
    return 0


def _article(store: Store, article_id: int) -> Article:
    article = store.articles.one(article_id) if 0 < article_id < _NUMBERS else None
    if article is None:
        raise ReaderError(f"There is no article {article_id}. The verb articles lists them.")
    return article


def _whole(store: Store, article: Article, card: StudyCard) -> dict[str, Any]:
    note = store.notes.of_article(article.id)
    return {
        "id": article.id,
        "title": article.content.title,
        "feed": article.feed_title,
        "link": article.link or None,
        "author": article.author or None,
        "published": iso(article.published),
        "first_seen": iso(article.first_seen),
        "revisions": article.revisions,
        "text": article.content.text,
        "html": article.content.html,
        "paper": _paper(store, article.id),
        "enclosures": [
            {"address": file.address, "type": file.kind or None, "bytes": file.size or None}
            for file in store.publications.enclosures(article.id)
        ],
        "tags": [row.name for row in store.tags.of([article.id])],
        "note": note.text if note else None,
        "annotations": [_highlight(row) for row in store.annotations.of(article.id)],
        "card": card_to_dict(card),
    }


def _highlight(row: Marked) -> dict[str, Any]:
    return {
        "id": row.annotation.id,
        "colour": row.annotation.colour,
        "exact": row.annotation.quote.exact,
        "prefix": row.annotation.quote.prefix,
        "suffix": row.annotation.quote.suffix,
        "start": row.anchor.start,
        "end": row.anchor.end,
        "state": row.anchor.state,
        "note": row.note.text if row.note else None,
    }


def _paper(store: Store, article_id: int) -> dict[str, Any]:
    """What the feed says of the paper behind the article, and where else it is reported."""
    values = asdict(store.publications.one(article_id))
    said: dict[str, Any] = {name: value or None for name, value in values.items()}
    return {**said, "same_paper": store.publications.same_paper(article_id)}


@click.command()
@click.argument("source", metavar="FILE|ID|-")
@click.option("--json", "as_json", is_flag=True, help="The card as JSON, schema studywire.card/1.")
@click.option(
    "--text-out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write the plain text that the offsets count in.",
)
@click.option(
    "--language-model",
    metavar="ADDRESS",
    help="Also ask a language model that you run, such as http://localhost:11434 (Ollama) or "
    "http://localhost:8080 (llama.cpp). What it says is listed as candidates, where its quote "
    "stands in the text.",
)
@click.option("--model-name", metavar="NAME", default="", help="Its name; else the first there.")
@click.option(
    "--elsewhere",
    is_flag=True,
    help="It runs on another machine, and the text may be sent there.",
)
@click.pass_obj
def study(
    library: Library, /, source: str, as_json: bool, text_out: Path | None, **asked: Any
) -> int:
    """Print the study card of a text or HTML file, an article, or standard input."""
    model = _language_model(**asked)
    card, text = _studied(library, source)
    card = ask(model, text, card) if model else card
    if text_out:
        write(text_out, text.encode("utf-8", "backslashreplace"))
    if as_json:
        click.echo(card_to_json(card, indent=1))
    else:
        _print_card(card)
    return 0


def _language_model(
    language_model: str | None, model_name: str, elsewhere: bool
) -> LanguageModel | None:
    if language_model is None:
        return None
    return LanguageModel(language_model, model_name, elsewhere=elsewhere)


def _studied(library: Library, source: str) -> tuple[StudyCard, str]:
    if source == "-":
        text = plain_text(bytes_of_standard_input(LIMIT), "standard input")
        return _card(text), text
    if not source.isdecimal() or Path(source).exists():
        text = plain_text(bytes_of_file(Path(source), LIMIT), source)
        return _card(text), text
    with library.opened() as store:
        article = _article(store, int(source))
        return study_one(store, article), article.content.text


def _card(text: str) -> StudyCard:
    (card,) = study_texts([(text, None)], closely=True)
    return card


def _why_empty(card: StudyCard) -> str:
    if card.is_study.value is None:
        return told(_NO_CARD, language=card.language)
    return told("No study is reported, as far as the text says.")


def _print_card(card: StudyCard) -> None:
    if not card.is_study.value:
        print_plain(_why_empty(card))
        return
    for field in FIELDS:
        for value in card.values.get(field.name, ()):
            _print_value(field.name, value)
        if field.name not in card.values:
            review = dict(card.not_reported).get(field.name)
            words = _reviewed(field.name, review) if review else told("not stated")
            print_plain(f"{_label(field.name)} {words}")
    _print_candidates(card)


def _print_candidates(card: StudyCard) -> None:
    for name, value in card.candidates:
        words = " ".join(value.evidence[0].text.split()) if value.evidence else ""
        said = f"{told(label(name))}: {shown(name, value, spoken())}"
        print_plain(f"{told('Perhaps'):{_WIDTH}} {said}\n{'':{_WIDTH}} “{words}”")


def _print_value(field: str, value: StudyValue) -> None:
    dots, _ = sureness(value.confidence)
    sure = f"[{_reviewed(field, value.review)}]" if value.review else dots
    print_plain(f"{_label(field)} {shown(field, value, spoken())} {sure}")
    if extra := details(field, value, spoken()):
        print_plain(f"{'':{_WIDTH}} {extra}")
    if value.evidence:
        words = " ".join(value.evidence[0].text.split())
        print_plain(f"{'':{_WIDTH}} “{words}”")


def _label(field: str) -> str:
    return f"{told(label(field)):{_WIDTH}}"


def _reviewed(field: str, review: Review) -> str:
    return ", ".join(map(retold, in_words(field, review).split(", ")))
