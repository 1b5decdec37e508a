"""The shape of the archive, one step after another. Append only: a released step never changes."""

import sqlite3

from sqlite_utils import Database, Migrations

from reader.store import shapes

migrations = Migrations("studywire")


def _run(db: Database, script: str) -> None:
    """Every statement of a script, within the migration's transaction (executescript ends it)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


@migrations()
def keep_feeds_and_articles(db: Database) -> None:
    """What feeds say and what the user asked for, each fact in a table of its own."""
    _run(
        db,
        """
        create table feed (
            id integer primary key,
            address text not null unique
        );
        create table subscription (          -- the user's
            feed_id integer primary key references feed deferrable initially deferred,
            title text not null,
            folder text not null,
            local integer not null
        );
        create table feed_description (      -- the publisher's
            feed_id integer primary key references feed,
            title text not null,
            site text not null,
            kind text not null,
            language text not null
        );
        create table feed_health (           -- ours
            feed_id integer primary key references feed,
            etag text not null default '',
            modified text not null default '',
            body_sha256 text not null default '',
            checked integer not null default 0,
            succeeded integer not null default 0,
            status integer not null default 0,
            error text not null default '',
            failures integer not null default 0
        );
        create table feed_count (            -- kept, never counted
            feed_id integer primary key references feed,
            total integer not null default 0,
            unread integer not null default 0
        );
        create table article (
            id integer primary key,
            feed_id integer not null references feed,
            revision_id integer not null references revision deferrable initially deferred,
            guid text not null,
            link text not null,
            title text not null,
            author text not null,
            categories text not null,
            published integer,
            first_seen integer not null,
            sorted_at integer not null,
            updated integer not null default 0
        );
        create index article_by_time on article (sorted_at desc, id desc);
        create index article_by_feed on article (feed_id, sorted_at desc, id desc);
        create table article_key (           -- every name an entry ever had
            feed_id integer not null,
            key text not null,
            article_id integer not null references article,
            primary key (feed_id, key)
        ) without rowid;
        create table revision (
            id integer primary key,
            article_id integer not null references article,
            sha256 text not null,
            fetched integer not null,
            title text not null,
            html text not null,
            text text not null,
            layout text not null
        );
        create unique index revision_by_text on revision (article_id, sha256);
    """,
    )


@migrations()
def keep_what_the_user_does(db: Database) -> None:
    """Read, starred, tagged, highlighted, noted: rows that are there or not."""
    _run(
        db,
        """
        create table read_mark (article_id integer primary key references article);
        create table star (article_id integer primary key references article);
        create table tagging (
            article_id integer not null references article,
            name_folded text not null,
            name text not null,
            primary key (article_id, name_folded)
        ) without rowid;
        create index tagging_by_name on tagging (name_folded, article_id);
        create table annotation (
            id text primary key,
            article_id integer not null references article,
            revision_id integer not null references revision,
            start integer not null,
            "end" integer not null,
            exact text not null,
            prefix text not null,
            suffix text not null,
            colour text not null,
            created integer not null
        ) without rowid;
        create index annotation_by_article on annotation (article_id, start);
        create table note (
            id text primary key,
            article_id integer not null references article,
            annotation_id text references annotation deferrable initially deferred,
            text text not null,
            created integer not null,
            modified integer not null
        ) without rowid;
        create index note_by_article on note (article_id);
        create index note_by_annotation on note (annotation_id);
        create table anchor (
            annotation_id text primary key references annotation deferrable initially deferred,
            revision_id integer not null references revision,
            start integer not null,
            "end" integer not null,
            state text not null,
            method text not null
        ) without rowid;
        create table setting (name text primary key, value text not null) without rowid;

        create trigger article_arrives after insert on article begin
            insert into feed_count (feed_id, total, unread) values (new.feed_id, 1, 1)
            on conflict (feed_id) do update set total = total + 1, unread = unread + 1;
        end;
        create trigger article_is_read after insert on read_mark begin
            update feed_count set unread = unread - 1
            where feed_id = (select feed_id from article where id = new.article_id);
        end;
        create trigger article_is_unread after delete on read_mark begin
            update feed_count set unread = unread + 1
            where feed_id = (select feed_id from article where id = old.article_id);
        end;
    """,
    )


@migrations()
def keep_study_cards(db: Database) -> None:
    """One card an article, and the facts in it that lists and queries ask for."""
    _run(
        db,
        """
        create table card (
            article_id integer primary key references article,
            revision_id integer not null references revision,
            extractor text not null,
            json text not null
        );
        create table fact (
            article_id integer not null references article,
            name text not null,
            place integer not null,
            value text not null,
            number real,
            number_high real,
            primary key (article_id, name, place)
        ) without rowid;
        create table pending (               -- work still to be done, in this archive
            work text not null,
            article_id integer not null references article,
            primary key (work, article_id)
        ) without rowid;
    """,
    )


@migrations()
def find_words(db: Database) -> None:
    """The full-text indexes: one over articles, filled in slices; one over what the user wrote.

    No trigger fills them: with `trusted_schema` off SQLite lets none write to a virtual table.
    """
    _run(
        db,
        """
        create table indexed (               -- the revision whose words the index holds
            article_id integer primary key references article,
            revision_id integer not null references revision
        );
        create view article_words as
            select indexed.article_id as id, revision.title as title, revision.text as text
            from indexed join revision on revision.id = indexed.revision_id;
        create virtual table words using fts5 (
            title, text, content='article_words', content_rowid='id',
            tokenize="unicode61 remove_diacritics 2"
        );
        create table own_text (
            id integer primary key,
            owner text not null unique,
            article_id integer not null references article,
            kind text not null,
            words text not null
        );
        create virtual table own_words using fts5 (
            words, content='own_text', content_rowid='id',
            tokenize="unicode61 remove_diacritics 2"
        );
    """,
    )


@migrations()
def keep_corrections(db: Database) -> None:
    """What the user says of the values on a card, and the cards of earlier texts."""
    _run(
        db,
        """
        create table correction (            -- the user's; extraction never touches it
            id text primary key,
            article_id integer not null references article,
            revision_id integer not null references revision,
            field text not null,
            target text not null,
            kind text not null check (kind in ('accepted', 'corrected', 'rejected', 'not_reported')),
            value text not null check ((kind in ('accepted', 'corrected')) = (value <> '')),
            said text not null,
            evidence text not null,
            created integer not null
        ) without rowid;
        create unique index correction_by_value on correction (article_id, field, target);
        create table earlier_card (          -- of a text that is current no more
            article_id integer not null references article,
            revision_id integer not null references revision,
            extractor text not null,
            json text not null,
            primary key (article_id, revision_id)
        );
        create table seen (                  -- the text of an article that the user knows
            article_id integer primary key references article,
            revision_id integer not null references revision
        );
    """,
    )


@migrations()
def keep_citations(db: Database) -> None:
    """What a bibliography said of an article that was imported from one, as CSL-JSON."""
    _run(
        db,
        """
        create table citation (
            article_id integer primary key references article,
            json text not null
        );
    """,
    )


@migrations()
def ask_feeds_politely(db: Database) -> None:
    """When each feed is asked next, what its server wants, and what the user set for it."""
    _run(db, shapes.POLITENESS)


@migrations()
def keep_what_feeds_say_of_papers(db: Database) -> None:
    """Journal, DOI and the like of the paper behind an article; files that belong to it."""
    _run(db, shapes.PAPERS)


@migrations()
def keep_whole_texts(db: Database) -> None:
    """Which revision is the text of the article's page, and which the feed's beside it."""
    _run(db, shapes.FULL_TEXT)
