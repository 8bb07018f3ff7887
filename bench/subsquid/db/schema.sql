-- What the processor fills: the columns and the indexes that a node's own ledger has.
create table donation (
    id           text primary key,
    campaign     text not null,
    beneficiary  text not null,
    donor        text not null,
    token        text not null,
    amount       numeric not null,
    block_number integer not null,
    log_index    integer not null,
    block_time   numeric not null,
    tx_hash      text not null
);
create index donation_by_campaign on donation (campaign, block_number, log_index);
create index donation_by_beneficiary on donation (beneficiary, block_number, log_index);
create index donation_by_donor on donation (donor, block_number, log_index);
create index donation_by_tx on donation (tx_hash);

create table campaign_total (
    id        text primary key,
    amount    numeric not null,
    donations integer not null
);
