-- Bytes named by their SHA-256. In the database, so that they are all or nothing, and shared by nodes that share it.
create table content (
    hash      bytea primary key,
    size      integer not null,
    bytes     bytea not null,                   -- at most 1 MiB
    added     bigint not null,                  -- seconds since 1970
    expires   bigint                            -- quarantine ends; null once the chain names it
);
-- Quarantine's quotas are summed from this index alone.
create index content_by_expiry on content (expires, size);

-- What of a manifest is asked for by queries; all of it is in content.
create table manifest (
    hash      bytea primary key,
    title     varchar(200) not null,
    category  varchar(20) not null,
    search    varchar(2000) not null            -- lower-cased title, summary, place
);
create index manifest_by_category on manifest (category);

create table manifest_picture (
    manifest  bytea not null,
    ordinal   smallint not null,                -- 0 is the first, shown in lists
    hash      bytea not null,
    primary key (manifest, ordinal)
);
create index manifest_picture_by_hash on manifest_picture (hash);

-- Announced bytes that are here and are not a manifest: said so once, never tried again.
create table unreadable (
    hash      bytea primary key,
    problems  varchar(2000) not null
);

-- What is named and missing, and when to ask peers for it again.
create table wanted (
    hash      bytea primary key,
    max_size  integer not null,                 -- more bytes than this are refused while they arrive
    tries     integer not null,
    next_try  bigint not null                   -- seconds since 1970
);
create index wanted_by_turn on wanted (tries, next_try);

-- One row once something has arrived: how often what can be shown changed. Counted in the very transaction that changes
-- it, whose row lock puts those of several nodes in the order in which they become visible.
create table arrival (
    id        smallint primary key check (id = 1),
    contents  bigint not null
);
