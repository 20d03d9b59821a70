-- The truth: every event of every order.
-- (order_id, version) is the only arbiter between concurrent writers, and the first event's key is what makes placing
-- an order twice the same as placing it once, for ever.
create table events (
    order_id            uuid        not null,
    version             integer     not null check (version > 0),
    batch_id            bigint      not null,
    name                text        not null,
    schema_version      smallint    not null,
    data                json        not null, -- not jsonb: nothing searches in it, and it is twice as fast to write and read
    command_id          uuid        not null,
    command_fingerprint text        not null,
    actor_role          text        not null,
    actor_id            text        not null,
    happened_at         timestamptz not null,
    recorded_at         timestamptz not null,
    primary key (order_id, version)
);

create index events_by_batch on events (batch_id);

-- Events are appended in batches, one per transaction. A batch takes its id in the very statement that inserts its
-- events, when all of them have been decided. An order's next event is decided only by somebody who has seen the commit
-- of the one before, so its batch takes its id later: ordering batches by id never reverses the events of one order.
-- CACHE 1, since a cached range would let one session hand out ids that are older than those of another.
create sequence batch_ids as bigint cache 1;

-- Batches that are committed and have no place in the log yet.
-- Ids become visible in the order of commits, not in their own order. A reader that went by ids would skip a batch that
-- commits late, so no reader does: the one sequencer moves what is here into the log.
create table pending_batches (
    batch_id bigint primary key
);

-- The order of everything, for every reader: dense, without gaps, and never changed once committed.
create table log (
    place    bigint primary key check (place > 0),
    batch_id bigint not null unique
);

-- How far each subscription has come in the log.
create table checkpoints (
    subscription text   primary key,
    place        bigint not null
);

-- From here on everything is derived from the log and can be rebuilt from it.
-- orders.version guards the other tables: they change in the same transaction, and only when it grows.

create table orders (
    order_id       uuid        primary key,
    version        integer     not null,
    user_id        text        collate "C" not null,
    status         text        not null,
    purpose        text        not null,
    card_type      text        not null,
    payment_system text        not null,
    last4          text,
    attention      text,
    attention_due  timestamptz,
    deadline       text, -- what the order waits for, and until when
    deadline_due   timestamptz,
    placed_at      timestamptz not null,
    since          timestamptz not null
);

create index orders_by_time on orders (placed_at, order_id);
create index orders_by_user on orders (user_id, placed_at, order_id);
create index orders_by_status on orders (status, placed_at, order_id);
create index orders_by_deadline on orders (deadline_due) where deadline_due is not null;

-- One row for each user and card, with what belongs to the user repeated in each: the report "who has a credit card, by
-- registration" is then one walk along one index. Sorting the distinct users by a column of a joined table is what
-- PostgreSQL refuses (42P10: for SELECT DISTINCT, ORDER BY expressions must appear in select list).
create table users (
    user_id       text        collate "C" not null,
    order_id      uuid        not null,
    card_type     text        not null,
    registered_at timestamptz not null, -- when the user's first order was recorded; the same in all rows of a user
    current       boolean     not null, -- the order has not ended: there is a card, or one on its way
    primary key (user_id, order_id)
);

create index users_by_registration on users (card_type, registered_at, user_id) where current;

-- Plastic that exists, or once did.
create table cards (
    order_id       uuid    primary key,
    user_id        text    collate "C" not null,
    card_type      text    not null,
    payment_system text    not null,
    currency       text    not null,
    design         text    not null,
    reference      text    not null, -- the bureau's name for it; the card's number is known to nobody here
    last4          text    not null,
    expires_on     date    not null, -- the last day on which it works
    active         boolean not null
);

-- Parcels that the courier was given.
create table deliveries (
    order_id        uuid        primary key,
    method          text        not null,
    eta_from        timestamptz not null,
    eta_to          timestamptz not null,
    tracking_number text        not null,
    leg             text        not null,
    attempt         integer,
    attempt_of      integer,
    attempt_reason  text,
    seen_at         timestamptz not null
);

-- The embedded transport: requests on their way to the other domains, and how far whoever plays those has come.
create table partner_requests (
    request_id uuid        primary key,
    order_id   uuid        not null,
    version    integer     not null,
    kind       text        not null,
    step       integer     not null default 0,
    due        timestamptz not null,
    done_at    timestamptz,
    number     bigint      not null
);

create sequence partner_request_numbers as bigint owned by partner_requests.number;

create index partner_requests_by_due on partner_requests (due, number) where done_at is null;
create index partner_requests_by_order on partner_requests (order_id) where done_at is null;
