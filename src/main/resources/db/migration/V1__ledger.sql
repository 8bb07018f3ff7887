-- The ledger. Plain SQL for PostgreSQL and for H2 in its PostgreSQL mode.
-- position = block number * 2^26 + log index; a native transfer that left no log: + 2^25 + transaction index.

-- One row: what this database is a ledger of, and how far it has come.
create table cursor (
    id               smallint primary key check (id = 1),
    chain_id         bigint not null,
    contract         bytea not null,
    token_list_hash  bytea not null,
    start_block      bigint not null,
    reads_natives    boolean not null,
    number           bigint not null,           -- start_block - 1 and a hash of zeros: nothing applied yet
    hash             bytea not null,
    finalised_number bigint not null,           -- the same
    finalised_hash   bytea not null,
    latest_number    bigint not null,           -- the endpoint's head, to tell the lag
    latest_hash      bytea not null,
    heard_at         bigint                     -- when the writer last heard from the chain, Unix seconds; null: never
);

-- Every block above the finalised head, and every block with an entry, an outgoing transfer, a statement or a
-- rejection ("used").
create table block (
    number   bigint primary key,
    time     bigint not null,                   -- seconds since 1970
    received bigint not null,                   -- the reader's checksum over the logs it handed on
    used     boolean not null,
    hash     bytea not null
);
create index block_by_time on block (time);

create table token (
    id       smallint primary key,
    address  bytea not null unique
);

create table beneficiary (
    id          integer primary key,
    address     bytea not null unique,
    known_from  bigint not null                 -- position of the first announcement
);

create table donor (
    id       integer primary key,
    address  bytea not null unique
);

-- The state after the last statement; statement keeps all of them.
create table campaign (
    id             integer primary key,
    beneficiary    integer not null,
    campaign_id    bytea not null unique,       -- 32 bytes
    announced_at   bigint not null,             -- position of the first announcement
    revised_at     bigint not null,             -- position of the last announcement
    closed_at      bigint,                      -- position; null unless closed since the last announcement
    content_hash   bytea not null,
    moved_to       bytea                        -- campaign id; null unless moved since the last announcement
);
create index campaign_by_announced on campaign (announced_at);
create index campaign_by_beneficiary on campaign (beneficiary, announced_at);
create index campaign_by_content on campaign (content_hash);

create table statement (
    position     bigint primary key,
    campaign     integer not null,
    kind         smallint not null,             -- 0 announced, 1 closed, 2 moved
    content_hash bytea,                         -- announced
    moved_to     bytea,                         -- moved
    tx_hash      bytea not null
);
create index statement_by_campaign on statement (campaign, position);
create index statement_by_tx on statement (tx_hash);

-- Columns in an order that leaves no padding.
create table entry (
    position      bigint primary key,
    tx_key        bigint not null,              -- the first 8 bytes of tx_hash: a third of the index
    beneficiary   integer not null,
    donor         integer not null,
    token         smallint not null,
    way           smallint not null,
    campaign      integer,                      -- null: not for one campaign
    firsts        smallint not null,            -- in which scopes it is its donor's first of that token: Firsts
    self          boolean not null,
    after_closing boolean not null,
    tx_hash       bytea not null,
    amount        numeric(78, 0) not null
);
-- EntryIndexes makes its indexes once the ledger has been filled for the first time.

-- What did not count, and why.
create table rejected (
    position    bigint primary key,
    tx_hash     bytea not null,
    campaign    bytea,                          -- campaign id as the log named it
    beneficiary bytea not null,
    donor       bytea not null,
    token       bytea not null,
    amount      numeric(78, 0) not null,
    reason      smallint not null
);
create index rejected_by_tx on rejected (tx_hash);

-- What known beneficiaries sent. Not entries: in no total and no digest.
create table outgoing (
    position    bigint primary key,
    beneficiary integer not null,
    token       smallint not null,
    to_address  bytea not null,
    tx_hash     bytea not null,
    amount      numeric(78, 0) not null
);
create index outgoing_by_beneficiary on outgoing (beneficiary, position);
create index outgoing_by_tx on outgoing (tx_hash);

-- One row: the position up to which tally has everything.
create table tallied (
    id       smallint primary key check (id = 1),
    position bigint not null
);

-- What a beneficiary moved of a token in final blocks since it is known.
create table tally (
    beneficiary integer not null,
    token       smallint not null,
    moved_at    bigint not null,                -- position of the last movement
    received    numeric(96, 0) not null,
    sent        numeric(96, 0) not null,
    primary key (beneficiary, token)
);
create index tally_by_moved on tally (moved_at, beneficiary);

-- The same up to a final block, and what the chain says of it there.
create table reconciliation (
    beneficiary  integer not null,
    token        smallint not null,
    block_number bigint not null,
    block_hash   bytea not null,
    opening      numeric(96, 0),                -- when it became known; null: no endpoint knows
    received     numeric(96, 0) not null,
    sent         numeric(96, 0) not null,
    balance      numeric(78, 0) not null,
    primary key (beneficiary, token)
);

-- scope: a campaign's id; minus a beneficiary's id for everything that beneficiary received; 0 for the whole ledger.
create table total (
    scope     integer not null,
    token     smallint not null,
    amount    numeric(96, 0) not null,
    donations bigint not null,
    donors    bigint not null,
    primary key (scope, token)
);

-- How many donations each scope had on which day; a day without any has no row.
create table daily (
    scope      integer not null,
    day_number integer not null,                -- of the time of the block, UTC; 0 is 1970-01-01
    donations  bigint not null,
    primary key (scope, day_number)
);

-- One row for each final block with entries.
create table digest (
    block_number bigint primary key,
    value        bytea not null
);
