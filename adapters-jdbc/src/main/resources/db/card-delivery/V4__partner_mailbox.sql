-- Requests are messages now, and whoever plays a partner sees nothing else of an order.
drop table partner_requests;

-- The mailbox of those who play the partners: each request until it is done, and how far its partner has come with it.
create table partner_mailbox (
    request_id uuid        primary key,
    order_id   uuid        not null,
    partner    text        not null,
    kind       text        not null,
    message    json        not null,
    asked      integer     not null default 1, -- how often it was begun; asked again after it was done, it begins anew
    step       integer     not null default 0,
    rejected   boolean     not null default false,
    held_back  integer, -- the step whose report is told after that of a later one
    due        timestamptz not null,
    done_at    timestamptz,
    withdrawn  boolean     not null default false,
    number     bigint      not null
);

create sequence partner_mail_numbers as bigint owned by partner_mailbox.number;

create index partner_mailbox_by_due on partner_mailbox (due, number) where done_at is null;
create index partner_mailbox_by_order on partner_mailbox (order_id);

-- How the demo partners were told to behave. That for one order goes before that for all.
create table partner_behaviours (
    partner      text not null,
    order_id     uuid, -- null: all orders
    behaviour    json not null,
    silent_until timestamptz,
    unique nulls not distinct (partner, order_id)
);
