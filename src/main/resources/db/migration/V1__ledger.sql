-- The ledger. Plain SQL for PostgreSQL and for H2 in its PostgreSQL mode.
-- position = block number * 2^26 + log index; a native transfer that left no log: + 2^25 + transaction index.

create table cursor (
    id               smallint primary key check (id = 1),
    number           bigint not null,
    hash             bytea not null,
    finalised_number bigint not null,
    finalised_hash   bytea not null,
    latest_number    bigint not null,           -- the endpoint's head, to tell the lag
    chain_id         bigint not null,
    contract         bytea not null,
    token_list_hash  bytea not null,
    start_block      bigint not null
);

-- Every block above the finalised head, and every block with an entry, a statement or a rejection.
create table block (
    number      bigint primary key,
    hash        bytea not null,
    time        bigint not null,
    received    bigint not null                 -- what the reader handed on for it, as a checksum for the audit
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

-- The state after the last statement; statement keeps all of them.
create table campaign (
    id             integer primary key,
    campaign_id    bytea not null unique,       -- 32 bytes
    beneficiary_id integer not null,
    announced_at   bigint not null,             -- position of the first announcement
    revised_at     bigint not null,             -- position of the last announcement
    content_hash   bytea not null,
    closed_at      bigint,                      -- position, null while open
    moved_to       bytea                        -- campaign id
);
create index campaign_by_announced on campaign (announced_at);
create index campaign_by_beneficiary on campaign (beneficiary_id);
create index campaign_by_content on campaign (content_hash);

create table statement (
    position     bigint primary key,
    campaign     integer not null,
    kind         smallint not null,             -- 0 announced, 1 closed, 2 moved
    content_hash bytea,
    moved_to     bytea,
    tx_hash      bytea not null
);
create index statement_by_campaign on statement (campaign, position);

create table entry (
    position      bigint primary key,
    tx_hash       bytea not null,
    beneficiary   integer not null,
    campaign      integer,                      -- null: not for one campaign
    donor         bytea not null,
    token         smallint not null,
    amount        numeric(78, 0) not null,
    way           smallint not null,
    self          boolean not null,
    after_closing boolean not null
);
create index entry_by_campaign on entry (campaign, position);
create index entry_by_beneficiary on entry (beneficiary, position);
create index entry_by_donor on entry (donor, position);
create index entry_by_tx on entry (tx_hash);

-- What did not count, and why.
create table rejected (
    position bigint primary key,
    tx_hash  bytea not null,
    campaign bytea,                             -- campaign id as the log named it
    donor    bytea not null,
    token    bytea not null,
    amount   numeric(78, 0) not null,
    reason   smallint not null
);
create index rejected_by_tx on rejected (tx_hash);

-- scope: a campaign's id; minus a beneficiary's id for everything that beneficiary received; 0 for the whole ledger.
create table total (
    scope     integer not null,
    token     smallint not null,
    amount    numeric(96, 0) not null,
    donations bigint not null,
    donors    bigint not null,
    primary key (scope, token)
);

create table donor_of (
    scope          integer not null,
    token          smallint not null,
    donor          bytea not null,
    first_position bigint not null,
    primary key (scope, token, donor)
);

create table digest (
    block_number bigint primary key,
    value        bytea not null
);
