-- Who is told by webhook. An operator's decisions, which follow from nothing else.
create table webhook_subscribers (
    subscriber_id uuid        primary key,
    url           text        not null,
    types         text[]      not null, -- of messages; '*' for all
    secret        bytea       not null, -- as it is, since messages are signed with it
    old_secret    bytea, -- signed with as well, up to a moment
    old_until     timestamptz,
    created_at    timestamptz not null,
    disabled      text -- why they are told nothing
);

create index webhook_subscribers_by_time on webhook_subscribers (created_at, subscriber_id);

-- What is on its way to them. It follows from the log, but not whether it has arrived. No reference to the subscriber:
-- who has left must not hold up the log for the others, and nothing is sent to who is not there.
create table webhook_deliveries (
    delivery_id   uuid        primary key, -- derived from the message and the subscriber
    number        bigint      not null, -- the order in which they were added
    subscriber_id uuid        not null,
    message_id    uuid        not null,
    type          text        not null,
    order_id      uuid        not null,
    body          bytea       not null, -- for one subscriber, and gone with the delivery
    created_at    timestamptz not null,
    state         text        not null,
    attempts      integer     not null, -- in all
    tries         integer     not null, -- since the beginning or the last replay
    due           timestamptz -- there exactly when it is pending
);

create sequence webhook_delivery_numbers as bigint owned by webhook_deliveries.number;

create index webhook_deliveries_by_due on webhook_deliveries (subscriber_id, due, number) where due is not null;
create index webhook_deliveries_by_time on webhook_deliveries (subscriber_id, created_at, delivery_id);
create index webhook_deliveries_ended on webhook_deliveries (created_at) where due is null;

-- Each time that one was sent; only ever added to.
create table webhook_attempts (
    delivery_id uuid        not null references webhook_deliveries on delete cascade,
    number      bigint      generated always as identity,
    at          timestamptz not null,
    took_millis bigint      not null,
    status      integer, -- the HTTP status of the answer
    fault       text, -- why there was none
    primary key (delivery_id, number)
);
