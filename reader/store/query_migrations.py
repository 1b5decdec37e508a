"""The part of the archive's shape that queries need. Append only, as `reader.store.migrations`."""

from sqlite_utils import Database

from reader.store import shapes
from reader.store.authors import words
from reader.store.migrations import _run, migrations

__all__ = ["migrations"]


@migrations()
def ask_for_study_values(db: Database) -> None:
    """What study cards state, each value once with its count, and which article states it."""
    _run(
        db,
        """
        create table stated (                -- every value that cards state
            id integer primary key,
            name text not null,
            value text not null,
            folded text not null,            -- as compared
            articles integer not null default 0,
            unique (name, value)
        );
        create index stated_by_folded on stated (name, folded);
        create index stated_by_count on stated (name, articles desc);
        create table stated_word (           -- the words that a value can be found by
            name text not null,
            word text not null,
            stated_id integer not null references stated,
            primary key (name, word, stated_id)
        ) without rowid;
        create table study_text (            -- derived from the card
            article_id integer not null references article,
            name text not null,
            stated_id integer not null references stated,
            primary key (article_id, name, stated_id)
        ) without rowid;
        create index study_text_by_value on study_text (stated_id, article_id);
        create table study_number (          -- derived from the card
            article_id integer not null references article,
            name text not null,
            low real not null,
            high real not null,
            primary key (article_id, name)
        ) without rowid;
        create index study_number_by_high on study_number (name, high, low, article_id);
        create index study_number_by_low on study_number (name, low, high, article_id);
        create trigger value_is_stated after insert on study_text begin
            update stated set articles = articles + 1 where id = new.stated_id;
        end;
        create trigger value_is_stated_no_more after delete on study_text begin
            update stated set articles = articles - 1 where id = old.stated_id;
        end;
        insert or ignore into pending (work, article_id) select 'study', article_id from card;
    """,
    )


@migrations()
def find_by_state_and_time(db: Database) -> None:
    """What is unread as rows of its own, and the ways in that lists need."""
    _run(
        db,
        """
        create table unread (article_id integer primary key references article);
        insert into unread (article_id)
            select id from article where id not in (select article_id from read_mark);
        create trigger article_arrives_unread after insert on article begin
            insert into unread (article_id) values (new.id);
        end;
        create trigger unread_no_more after insert on read_mark begin
            delete from unread where article_id = new.article_id;
        end;
        create trigger unread_again after delete on read_mark begin
            insert or ignore into unread (article_id) values (old.article_id);
        end;
        create index article_by_arrival on article (first_seen);
        -- without it SQLite looks at every article for each revision that arrives (foreign key)
        create index article_by_revision on article (revision_id);
        create index article_by_update on article (updated) where updated > 0;
        create index article_by_link on article (link);
        create index annotation_by_time on annotation (created, article_id);
        create index annotation_by_colour on annotation (colour, article_id);
    """,
    )


@migrations()
def find_words_without_spaces(db: Database) -> None:
    """Pairs of letters of scripts that are written without spaces; texts that have any wait anew."""
    _run(
        db,
        """
        create virtual table unspaced using fts5 (
            pairs, content='', tokenize="unicode61 remove_diacritics 2"
        );
        create table unspaced_of (           -- the revision whose pairs the index holds
            article_id integer primary key references article,
            revision_id integer not null references revision
        );
        insert or ignore into pending (work, article_id) select 'index', article_id from indexed;
    """,
    )


@migrations()
def keep_searches_and_rules(db: Database) -> None:
    """What the user looks for again and again, and what is done with articles that arrive."""
    _run(
        db,
        """
        create table saved_search (          -- the user's
            id text primary key,
            name text not null,
            name_folded text not null unique,
            query text not null,
            position integer not null,
            notify integer not null
        ) without rowid;
        create table saved_count (           -- kept, never counted while one types
            search_id text primary key,
            articles integer not null,
            unread integer not null,
            newest integer not null
        ) without rowid;
        create table rule (                  -- the user's
            id text primary key,
            name text not null,
            query text not null,
            tag text not null,
            star integer not null,
            mark_read integer not null,
            mute integer not null,
            notify integer not null,
            active integer not null,
            position integer not null
        ) without rowid;
        create table ruled (                 -- which rule did something to an article
            article_id integer not null references article,
            rule_id text not null,
            primary key (article_id, rule_id)
        ) without rowid;
        create table muted (article_id integer primary key references article);
    """,
    )


@migrations()
def keep_stories(db: Database) -> None:
    """Which articles report one study; what that was seen from; what people say of it."""
    _run(
        db,
        """
        create table story (                 -- derived; only where there are two or more
            article_id integer primary key references article,
            story_id integer not null
        );
        create index story_by_id on story (story_id, article_id);
        create table story_key (             -- what articles of one study share
            key text not null,
            article_id integer not null references article,
            primary key (key, article_id)
        ) without rowid;
        create index story_key_by_article on story_key (article_id, key);
        create table sketch (article_id integer primary key references article, bins blob not null);
        create table story_decision (        -- the user's
            article_id integer not null references article,
            other_id integer not null references article,
            together integer not null,
            primary key (article_id, other_id)
        ) without rowid;
        create index story_decision_by_other on story_decision (other_id, article_id);
        insert or ignore into pending (work, article_id) select 'story', id from article;
    """,
    )


@migrations()
def find_begun_words(db: Database) -> None:
    """Titles by the beginnings of their words, which in whole texts are too many."""
    _run(
        db,
        """
        create virtual table titles using fts5 (
            title, content='article_words', content_rowid='id', prefix='3 4',
            tokenize="unicode61 remove_diacritics 2"
        );
        insert into titles (titles) values ('rebuild');
    """,
    )


@migrations()
def keep_looks_of_tags_and_deletions(db: Database) -> None:
    """Colours and keys of tags; deletions, so that they can be undone after a restart too."""
    _run(
        db,
        """
        create table tag_colour (
            name_folded text primary key, name text not null, colour text not null
        ) without rowid;
        create table tag_pin (
            place integer primary key check (place between 1 and 9),
            name_folded text not null unique, name text not null
        );
        create table deletion (              -- a change of the user that took rows away
            id integer primary key,
            made integer not null,           -- Unix seconds
            label text not null,
            edits text not null              -- JSON
        );
    """,
    )


@migrations()
def follow_highlights(db: Database) -> None:
    """What becomes of highlights and evidence when texts change, and tags on highlights."""
    _run(db, shapes.FOLLOWING)


@migrations()
def keep_pictures(db: Database) -> None:
    """Pictures of articles, where the user wants them kept."""
    _run(db, shapes.PICTURES)


@migrations()
def find_authors(db: Database) -> None:
    """The words of authors' names."""
    _run(
        db,
        """
        create table author_word (           -- derived
            word text not null,
            article_id integer not null,
            primary key (word, article_id)
        ) without rowid;
        create index author_word_by_article on author_word (article_id, word);
        create trigger article_goes_with_its_author after delete on article begin
            delete from author_word where article_id = old.id;
        end;
    """,
    )
    rows = db.execute("select id, author from article where author <> ''")
    db.conn.executemany("insert or ignore into author_word values (?, ?)", words(rows.fetchall()))


@migrations()
def merge_the_index_when_idle(db: Database) -> None:
    """While articles come in, the index merges only sixteen pieces at once (FTS5's own limit), which
    makes for a quarter less work; `Search.merge` does the rest when there is time."""
    for table in ("words", "titles"):
        db.execute(f"insert into {table} ({table}, rank) values ('automerge', 16)")


@migrations()
def know_entries_again(db: Database) -> None:
    """What entries are known again by, and feeds whose texts are still to be made."""
    _run(
        db,
        """
        alter table article add column digest integer not null default 0;
        create table fetched_feed (          -- as it came: nothing in it has been cleaned
            feed_id integer primary key references feed,
            address text not null,
            content_type text not null,
            body blob not null
        );
    """,
    )


@migrations()
def merge_no_whole_level_at_once(db: Database) -> None:
    """FTS5 would merge all sixteen pieces of a level within the transaction that makes the last of
    them, for which others wait; `Search.merge` does so a little at a time. (To hold more words than
    its one MB before it writes a piece costs it a quarter more time: they no longer lie in the cache.)"""
    for table in ("words", "titles"):
        db.execute(f"insert into {table} ({table}, rank) values ('crisismerge', 64)")


@migrations()
def know_when_articles_were_read(db: Database) -> None:
    """When the user marked an article read; 0 for those of before, and for what rules did."""
    _run(
        db,
        """
        alter table read_mark add column at integer not null default 0;
        create index read_mark_by_time on read_mark (at) where at > 0;
    """,
    )
