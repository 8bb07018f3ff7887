-- Bytes named by their SHA-256. In the database, so that they are all or nothing, and shared by nodes that share it.
create table content (
    hash      bytea primary key,
    bytes     bytea not null,                   -- at most 1 MiB
    added     bigint not null,                  -- seconds since 1970
    expires   bigint                            -- quarantine ends; null once the chain names it
);
create index content_by_expiry on content (expires);

-- What a manifest says, for lists and search; the exact bytes stay in content.
create table manifest (
    hash      bytea primary key,
    language  varchar(8) not null,
    title     varchar(200) not null,
    summary   varchar(1000) not null,
    category  varchar(20) not null,
    place     varchar(200) not null,
    picture   bytea,                            -- the first picture's hash
    search    varchar(2000) not null            -- lower-cased title, summary, place
);
create index manifest_by_category on manifest (category);

-- What is missing and when to ask peers for it again.
create table wanted (
    hash     bytea primary key,
    tries    integer not null,
    next_try bigint not null                    -- seconds since 1970
);
