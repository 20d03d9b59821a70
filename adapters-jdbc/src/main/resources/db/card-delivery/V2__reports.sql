-- Messages of the other domains that could not be applied, until a person has decided about them. They follow from
-- nothing else, so whoever rebuilds the read models leaves them alone.
create table dead_letters (
    letter_id   uuid        primary key, -- derived from the message: the same message is one letter
    received_at timestamptz not null,
    channel     text        not null,
    sender      text, -- the partner that is proven to have sent it
    headers     json        not null, -- not jsonb, which cannot hold every text
    body        bytea       not null, -- empty where it must not be kept
    reason      text        not null,
    detail      text        not null,
    subject     text,
    state       text        not null
);

create index dead_letters_by_state on dead_letters (state, received_at, letter_id);

-- What was done about them: only ever added to, each act in one statement with the state that it leads to.
create table dead_letter_acts (
    letter_id uuid        not null references dead_letters,
    number    bigint      generated always as identity,
    at        timestamptz not null,
    by_whom   text        not null,
    what      text        not null,
    note      text        not null,
    primary key (letter_id, number)
);

-- Reports that came before their order was ready for them.
create table parked_reports (
    message_id uuid        primary key,
    number     bigint      generated always as identity, -- the order in which they came
    order_id   uuid        not null,
    at         timestamptz not null,
    channel    text        not null,
    sender     text,
    headers    json        not null,
    body       bytea       not null
);

create index parked_reports_by_order on parked_reports (order_id, number);
create index parked_reports_by_time on parked_reports (at, number);

-- Requests that have no answer yet. They follow from the log; that somebody was reminded does not, but does no harm
-- when it happens twice.
create table awaited_requests (
    request_id uuid        primary key,
    order_id   uuid        not null,
    version    integer     not null,
    kind       text        not null,
    reminders  integer     not null,
    due        timestamptz not null
);

create index awaited_requests_by_due on awaited_requests (due);
create index awaited_requests_by_order on awaited_requests (order_id);
