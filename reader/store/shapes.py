"""What the later steps of the archive's shape say, for `reader.store.migrations`."""

POLITENESS = """
    create table feed_plan (             -- ours: when a feed is asked next, and why then
        feed_id integer primary key references feed,
        next_check integer not null,
        reason text not null,
        not_before integer not null,
        ended integer not null,
        ttl integer not null,
        lifetime integer not null
    );
    create table feed_move (             -- a permanent redirect, as often as it was seen
        feed_id integer primary key references feed,
        address text not null,
        seen integer not null,
        told integer not null
    );
    create table host_rest (             -- hosts that asked for fewer requests
        host text primary key,
        until integer not null
    ) without rowid;
    create table feed_check (            -- the log of a feed, its last lines
        feed_id integer not null references feed,
        at integer not null,
        status integer not null,
        words text not null,
        primary key (feed_id, at)
    ) without rowid;
    create table feed_setting (          -- the user's, one row a fact
        feed_id integer not null references feed deferrable initially deferred,
        name text not null,
        value text not null,
        primary key (feed_id, name)
    ) without rowid;
"""

PAPERS = """
    create table publication (           -- the publisher's: the paper behind an article
        article_id integer primary key references article,
        journal text not null,
        volume text not null,
        issue text not null,
        pages text not null,
        doi text not null,
        pmid text not null,
        authors text not null,           -- JSON, as are the next two
        publication_types text not null,
        mesh text not null,
        licence text not null
    );
    create index publication_by_doi on publication (lower(doi)) where doi <> '';
    create table enclosure (             -- files that belong to an article; none is fetched by itself
        article_id integer not null references article,
        place integer not null,
        address text not null,
        kind text not null,
        size integer not null,
        primary key (article_id, place)
    ) without rowid;
"""

FULL_TEXT = """
    create table full_text (             -- the text of an article's page, kept beside the feed's
        article_id integer primary key references article,
        revision_id integer not null references revision,
        feed_revision_id integer not null references revision
    );
"""

FOLLOWING = """
    create table reattachment (          -- the user's: where a highlight stands that was not found
        annotation_id text primary key references annotation deferrable initially deferred,
        article_id integer not null references article,
        revision_id integer not null references revision,
        exact text not null,
        prefix text not null,
        suffix text not null,
        start integer not null,
        "end" integer not null,
        created integer not null
    ) without rowid;
    create table settled (               -- the user's: what became of a highlight may stay so
        annotation_id text primary key references annotation deferrable initially deferred,
        article_id integer not null references article,
        revision_id integer not null
    ) without rowid;
    create table annotation_tag (        -- the user's tags on highlights
        annotation_id text not null references annotation deferrable initially deferred,
        name_folded text not null,
        article_id integer not null references article,
        name text not null,
        primary key (annotation_id, name_folded)
    ) without rowid;
    create index annotation_tag_by_name on annotation_tag (name_folded, article_id);
    create table evidence_anchor (       -- derived: where evidence of decisions stands now
        correction_id text not null references correction on delete cascade
            deferrable initially deferred,
        place integer not null,
        revision_id integer not null,
        start integer not null,
        "end" integer not null,
        state text not null,
        method text not null,
        primary key (correction_id, place)
    ) without rowid;
    create table reading_place (         -- how far the user has read
        article_id integer primary key references article,
        revision_id integer not null,
        start integer not null
    );
    update anchor set revision_id =      -- those that were not found are looked for again
        (select revision_id from annotation a where a.id = anchor.annotation_id)
    where state <> 'ok';
"""

PICTURES = """
    create table picture (               -- each once, however many articles show it
        id integer primary key,
        sha256 text not null unique,
        kind text not null,
        width integer not null,
        height integer not null,
        bytes integer not null,
        body blob not null
    );
    create index picture_by_size on picture (bytes);
    create table article_picture (       -- what lies at an address in an article, or why nothing is kept
        article_id integer not null references article,
        address text not null,
        picture_id integer references picture,
        why text not null,
        primary key (article_id, address)
    ) without rowid;
    create index article_picture_by_address on article_picture (address, picture_id);
"""

OWN_COLUMNS = """
    create table own_column (            -- the user's, as are the values in it
        id text primary key,
        name text not null,
        kind text not null check (kind in ('text', 'number', 'choice', 'yes_no')),
        choices text not null,           -- JSON
        position integer not null
    ) without rowid;
    create table own_value (
        column_id text not null references own_column deferrable initially deferred,
        article_id integer not null references article,
        value text not null,
        number real,
        primary key (column_id, article_id)
    ) without rowid;
    create index own_value_by_article on own_value (article_id, column_id);
"""

HISTORY = """
    create table past_correction (       -- every decision, and when it was made or taken back
        id integer primary key,
        at integer not null,
        deed text not null check (deed in ('made', 'taken back')),
        article_id integer not null references article,
        field text not null,
        row text not null                -- the decision as JSON
    );
    create index past_correction_by_cell on past_correction (article_id, field);
    create table past_value (            -- what extraction said of a field until it said otherwise
        id integer primary key,
        article_id integer not null references article,
        field text not null,
        extractor text not null,
        until integer not null,
        said text not null               -- JSON, a list of values
    );
    create index past_value_by_cell on past_value (article_id, field);
"""
