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
